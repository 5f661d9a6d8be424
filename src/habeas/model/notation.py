"""Claim notation: the written form of a claim, at once fixture, golden file, output and bug report.

    document 960878f8 960878f8a4ac...(64 hex digits) "report.txt"

    2023-04-02 arrested person="Olha B."@132-139 place="Melitopol"
        from 960878f8:120-139 B2 "Olha B. was detained" read frames/1 edition=2026-11 p=0.93

Line one: the date (EDTF, or `-`), the kind, then slots that are not empty; a slot with several
values is repeated. Line two, indented: document and characters, the two Admiralty marks (`-` where
not set), the quote, who read it. `document` lines give short names to documents and may be left
out. Empty lines and lines that start with `#` say nothing.

Values: `"text"` with JSON escapes; a bare word for a choice from a list; a mention is
`"text"/kind@start-end="fuller name"`, each part optional; a quantity is `about:100` or
`dozens:24..99` with its words in brackets; a written date is
`2021-02-15("February 15"@31-42 document year_inferred)`; a record is `{article="205.5" part="2"}`.
A name with spaces or marks in it (of a document, a reader, an edition) stands between quotation
marks. Characters that are not seen or turn the reading direction are written as escapes.

>>> claim = parse_one('''
... 2021-02 figure:held quantity=about:100("about 100") territory="Arland"/state
...     from 7f3a:10-34 B2 "about 100 held in Arland"
... ''')
>>> claim.date.date, claim.reliability.value
(PartialDate(text='2021-02'), 'B')
>>> parse_one(write(claim)) == claim
True
"""

from __future__ import annotations

from habeas.model.notation_parse import parse, parse_one
from habeas.model.notation_write import write, write_all

__all__ = ["parse", "parse_one", "write", "write_all"]
