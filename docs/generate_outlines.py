"""Writes the outlines that maps are drawn from: `make outlines`.

States come from Natural Earth 4.1 (1:10m, in the package world-atlas), the regions of Ukraine from
Natural Earth's admin-1 layer (in the package of Superset's country map). Natural Earth draws who
holds the ground; here every region of Ukraine belongs to Ukraine, Crimea and Sevastopol too, and
is cut out of what the first source gives its neighbours.
"""

from __future__ import annotations

import hashlib
import json
import subprocess
import sys
from itertools import pairwise
from pathlib import Path
from typing import Any

from habeas.reference.places import place
from habeas.reference.states import state_named

PACKAGES = (
    "world-atlas@2.0.2",
    "@superset-ui/legacy-plugin-chart-country-map@0.20.3",
    "mapshaper@0.7.70",
)
# What was read when the outlines were last drawn, by SHA-256.
READ = {
    "world-atlas/countries-10m.json": (
        "3bc6f1d367a9bcec479841bae0e76092f512838411d0cef124e92eec4db45f79"
    ),
    "@superset-ui/legacy-plugin-chart-country-map/esm/countries/ukraine.geojson": (
        "c76c6bb9ef3bae6c06174b596ad102d25cfc2c32ea36da9e5c1848989d4d0642"
    ),
}
SOURCES = Path("build/outlines")
PAGE = Path("src/habeas/reference/outlines.json")
NOTE = (
    "Made with Natural Earth (public domain), 1:10m, simplified; regions of Ukraine drawn as "
    "Ukraine's. Written by docs/generate_outlines.py; do not edit."
)
# How much is smoothed away, in metres: maps are looked at from near only around Ukraine.
NEAR = ("Russia", "Belarus", "Moldova", "Romania", "Poland", "Georgia", "Turkey")
SMOOTHED = (
    f"this.properties.ISO ? 400 : {json.dumps(NEAR)}.includes(this.properties.name) ? 2500 : 9000"
)
REGIONS = {
    "UA-05": "ua-vinnytsia", "UA-07": "ua-volyn", "UA-09": "ua-luhansk",
    "UA-12": "ua-dnipropetrovsk", "UA-14": "ua-donetsk",
    "UA-18": "ua-zhytomyr", "UA-21": "ua-zakarpattia",
    "UA-23": "ua-zaporizhzhia", "UA-26": "ua-ivano-frankivsk", "UA-30": "ua-kyiv-city",
    "UA-32": "ua-kyiv", "UA-35": "ua-kirovohrad", "UA-40": "ua-sevastopol", "UA-43": "ua-crimea",
    "UA-46": "ua-lviv", "UA-48": "ua-mykolaiv", "UA-51": "ua-odesa", "UA-53": "ua-poltava",
    "UA-56": "ua-rivne", "UA-59": "ua-sumy", "UA-61": "ua-ternopil", "UA-63": "ua-kharkiv",
    "UA-65": "ua-kherson", "UA-68": "ua-khmelnytskyi", "UA-71": "ua-cherkasy",
    "UA-74": "ua-chernihiv", "UA-77": "ua-chernivtsi",
}  # fmt: skip


def main() -> None:
    """Draws the outlines anew from the packages under build/outlines."""
    topology = _drawn()
    (layer,) = topology["objects"].values()
    for one in layer["geometries"]:
        one["properties"] = _named(one["properties"])
    found = {
        "type": "Topology",
        "note": NOTE,
        "transform": topology["transform"],
        "objects": {"areas": layer},
        "arcs": topology["arcs"],
    }
    # An arc a line: a change shows where it is.
    text = json.dumps(found, ensure_ascii=False, separators=(",", ":")).replace("]],[[", "]],\n[[")
    PAGE.write_text(text.replace('},{"', '},\n{"') + "\n", encoding="utf-8")
    print(f"{PAGE}: {len(layer['geometries'])} areas, {PAGE.stat().st_size:,} bytes")


def _drawn() -> dict[str, Any]:
    states, regions = (_checked(name, digest) for name, digest in READ.items())
    _shape(states, "-target", "countries",
           "-filter", 'name != "Ukraine" && name != "Antarctica"',
           "-o", SOURCES / "states.json", "format=geojson",
           "target=countries", "force")  # fmt: skip
    _unwrap(SOURCES / "states.json")
    _shape(regions, "-clean", "-o", SOURCES / "regions.json", "format=geojson", "force")
    _shape(SOURCES / "states.json", SOURCES / "regions.json", "combine-files",
           "-target", "states", "-erase", "regions",
           "-target", "states,regions", "-merge-layers", "force", "-snap", "interval=0.02",
           "-clean", "gap-fill-area=400km2",
           "-simplify", "variable", "keep-shapes", f"interval={SMOOTHED}",
           "-filter-islands", "min-area=400km2", "-clean", "-filter-fields", "name,ISO",
           "-o", SOURCES / "drawn.json", "format=topojson",
           "quantization=40000", "force")  # fmt: skip
    found: dict[str, Any] = json.loads((SOURCES / "drawn.json").read_text(encoding="utf-8"))
    return found


def _checked(name: str, digest: str) -> Path:
    path = SOURCES / "node_modules" / name
    if hashlib.sha256(path.read_bytes()).hexdigest() != digest:
        sys.exit(f"{path} is not the file the outlines were drawn from")
    return path


def _unwrap(path: Path) -> None:
    """Rings that cross the date line go on beyond 180 degrees instead of jumping back."""
    layer = json.loads(path.read_text(encoding="utf-8"))
    layer["features"] = [one for one in layer["features"] if one["geometry"]]
    for feature in layer["features"]:
        shape = feature["geometry"]
        polygons = [shape["coordinates"]] if shape["type"] == "Polygon" else shape["coordinates"]
        for ring in (ring for polygon in polygons for ring in polygon):
            for before, after in pairwise(ring):
                after[0] += round((before[0] - after[0]) / 360) * 360
            # One that began beyond the line is moved back as a whole.
            turns = max(round(-(min(x for x, _ in ring) + 180) / 360 + 0.5), 0)
            ring[:] = [[x + turns * 360, y] for x, y in ring]
    path.write_text(json.dumps(layer), encoding="utf-8")


def _shape(*words: str | Path) -> None:
    script = SOURCES / "node_modules/mapshaper/bin/mapshaper"
    command = ["node", str(script), "-i", *map(str, words)]
    subprocess.run(command, check=True, stderr=sys.stderr)  # noqa: S603  # our own words


def _named(properties: dict[str, str]) -> dict[str, str]:
    """A region by its id in the gazetteer, a state by its code where we know it."""
    region = REGIONS.get(properties.get("ISO") or "")
    if region is not None:
        if place(region) is None:
            raise LookupError(region)
        return {"place": region}
    states = state_named(properties["name"])
    return {"state": states[0].iso2} if len(states) == 1 else {"name": properties["name"]}


if __name__ == "__main__":
    main()
