"""Splink on DuckDB over the same lines, whose columns we normalised: links, groups, the cost.

    build/matchers/bin/python benchmarks/peers/splink_link.py LINES.csv FOUND.npz [plain]

With levels of our own for each column, as strong as we could make it; `plain`, with the library's
own comparisons and a guessed recall of 0.7, as somebody would begin with it.
Prints CPU seconds, wall seconds and peak memory as JSON.
"""

from __future__ import annotations

import json
import logging
import resource
import sys
from time import perf_counter, process_time
from typing import Any

RULES = [
    ("consonants", "given", "father"),
    ("consonants", "letter", "year"),
    ("consonants", "letter", "place"),
    ("consonants", "born"),
    ("given", "father", "born"),
]
FEW = 200_000  # up to so many lines, whoever has surname and given name in common is compared
COARSE = ("consonants", "letter")
SURE = 0.9
PLAIN = "plain"
RECALL, GUESSED = 0.3, 0.7  # true pairs that the surest rules find: the former was measured


def _level(condition: str, **more: Any) -> dict[str, Any]:  # noqa: ANN401  # Splink's own words
    return {"sql_condition": condition, "label_for_charts": condition, **more}


def _comparison(name: str, missing: str, *levels: dict[str, Any]) -> dict[str, Any]:
    nothing = _level(missing, is_null_level=True)
    return {
        "output_column_name": name,
        "comparison_levels": [nothing, *levels, _level("ELSE")],
    }


def _missing(column: str) -> str:
    return f"{column}_l IS NULL OR {column}_r IS NULL"


def _same(column: str, *, rare: bool = False) -> dict[str, Any]:
    more = {"tf_adjustment_column": column} if rare else {}
    return _level(f"{column}_l = {column}_r", **more)


COMPARISONS = [
    _comparison(
        "surname",
        _missing("surname"),
        _same("surname", rare=True),
        _level("consonants_l = consonants_r"),
        _level("jaro_winkler_similarity(surname_l, surname_r) >= 0.93"),
        _level("jaro_winkler_similarity(surname_l, surname_r) >= 0.88"),
    ),
    _comparison("given", _missing("letter"), _same("given", rare=True), _same("letter")),
    _comparison("father", _missing("father"), _same("father")),
    _comparison("born", _missing("year"), _same("born"), _same("year")),
    _comparison("place", _missing("place"), _same("place")),
]


def _plain() -> list[Any]:
    """The library's own comparisons, names by their frequency."""
    import splink.comparison_library as own  # noqa: PLC0415  # of the peers' environment

    by_frequency = {"term_frequency_adjustments": True}
    return [
        own.JaroWinklerAtThresholds("surname", [0.93, 0.88]).configure(**by_frequency),
        own.ExactMatch("given").configure(**by_frequency),
        own.ExactMatch("father"),
        own.LevenshteinAtThresholds("born", [1, 2]),
        own.ExactMatch("year"),
        own.ExactMatch("place"),
    ]


def main(lines: str, found: str, manner: str = "") -> None:
    """Trains, predicts and groups."""
    import numpy as np  # noqa: PLC0415  # of the peers' environment
    from splink import DuckDBAPI, Linker, SettingsCreator, block_on  # noqa: PLC0415

    logging.disable(logging.WARNING)
    wall, cpu = perf_counter(), process_time()
    api = DuckDBAPI()
    api._con.sql(f"CREATE TABLE lines AS SELECT * FROM read_csv('{lines}', all_varchar=true)")  # noqa: S608, SLF001
    number = api._con.sql("SELECT count(*) FROM lines").fetchone()[0]  # noqa: SLF001
    rules = [*RULES, COARSE] if number <= FEW else [*RULES, ("surname", "given")]
    settings = SettingsCreator(
        link_type="dedupe_only",
        comparisons=_plain() if manner == PLAIN else COMPARISONS,
        blocking_rules_to_generate_predictions=[block_on(*rule) for rule in rules],
        retain_matching_columns=False,
        additional_columns_to_retain=[],
    )
    linker = Linker(api.register("lines"), settings)
    sure = [block_on("surname", "given", "born"), block_on("surname", "given", "father", "place")]
    linker.training.estimate_probability_two_random_records_match(
        sure, recall=GUESSED if manner == PLAIN else RECALL
    )
    linker.training.estimate_u_using_random_sampling(max_pairs=1e6, seed=1)
    for rule in (("surname", "given"), ("born",)):
        linker.training.estimate_parameters_using_expectation_maximisation(
            block_on(*rule), record_sample_proportion=1.0, max_pairs=1e6
        )
    predicted = linker.inference.predict()
    grouped = linker.clustering.cluster_pairwise_predictions_at_threshold(
        predicted, threshold_match_probability=SURE
    )
    took = {
        "wall_s": perf_counter() - wall,
        "cpu_s": process_time() - cpu,
        "peak_mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000,
    }
    pairs = api._con.sql(  # noqa: SLF001
        "SELECT unique_id_l::INT AS l, unique_id_r::INT AS r, match_probability AS p "  # noqa: S608
        f"FROM {predicted.physical_name}"
    ).fetchnumpy()
    groups = api._con.sql(  # noqa: SLF001
        f"SELECT unique_id::INT AS line, cluster_id FROM {grouped.physical_name} ORDER BY 1"  # noqa: S608
    ).fetchnumpy()
    _, group = np.unique(groups["cluster_id"].astype(str), return_inverse=True)
    np.savez(found, left=pairs["l"], right=pairs["r"], chance=pairs["p"], group=group)
    json.dump(took, sys.stdout)


if __name__ == "__main__":
    main(*sys.argv[1:])
