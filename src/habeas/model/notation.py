"""Claim notation: the written form of a claim, at once fixture, golden file, output and bug report.

    document 960878f8 960878f8a4ac...(64 hex digits) "report.txt"

    2023-04-02 arrested person="Olha B."@132-139 place="Melitopol"
        from 960878f8:120-139 B2 "Olha B. was detained" read frames/1 edition=2026-11 p=0.93

Line one: the date (EDTF, or `-`), the kind, then slots that are not empty; a slot with several
values is repeated. Line two, indented: document and characters, the two Admiralty marks (`-` where
not set), the quote, who read it. `document` lines give short names to documents and may be left out.

Values: `"text"` with JSON escapes; a bare word for a choice from a list; a mention is
`"text"/kind@start-end="fuller name"`, each part optional; a quantity is `about:100` or
`dozens:24..99` with its words in brackets; a written date is `2021-02-15("February 15"@31-42
document year_inferred)`; a record is `{article="205.5" part="2"}`.
"""

from __future__ import annotations

from habeas.model.notation_parse import parse, parse_one
from habeas.model.notation_write import write, write_all

__all__ = ["parse", "parse_one", "write", "write_all"]
