"""Finds every word of the desk that is to be translated and brings the .po files up to date.

`python -m habeas.web.translation.gather` (or `make messages`). What belongs to a page module
`pages/<area>.py` and to `templates/<area>/` stands in `<area>.po`, all else in `desk.po`: so people
who build different pages do not touch the same file.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract
from babel.messages.pofile import write_po
from django.utils.translation.template import templatize

from habeas.web.translation.catalog import area as read_area
from habeas.web.translation.compiled import WORDS

WEB = Path(__file__).parents[1]
ELSEWHERE = "desk"
KEYWORDS = {
    **dict.fromkeys(("_", "gettext", "gettext_lazy", "gettext_noop")),
    **dict.fromkeys(("ngettext", "ngettext_lazy"), (1, 2)),
    **dict.fromkeys(("pgettext", "pgettext_lazy"), ((1, "c"), 2)),
    **dict.fromkeys(("npgettext", "npgettext_lazy"), ((1, "c"), 2, 3)),
}


def gathered(web: Path = WEB) -> dict[str, Catalog]:
    """By area, what the code and the templates hold that is to be translated."""
    found: dict[str, Catalog] = {}
    for path in sorted([*web.rglob("*.py"), *web.rglob("*.html")]):
        place = path.relative_to(web)
        for line, message, comments, context in _messages(path):
            catalog = found.setdefault(area_of(place), Catalog())
            catalog.add(
                message,
                locations=[(place.as_posix(), line)],
                auto_comments=comments,
                context=context,
                flags=["python-format"] if "%(" in str(message) else [],
            )
    return found


def area_of(place: Path) -> str:
    """The area of a file.

    >>> area_of(Path("pages/review.py")), area_of(Path("templates/review/queue.html"))
    ('review', 'review')
    >>> area_of(Path("templates/base.html")), area_of(Path("failures.py"))
    ('desk', 'desk')
    """
    inner = place.parts[1:]
    if place.parts[0] == "pages":
        return inner[0].removesuffix(".py")
    is_of_area = place.parts[0] == "templates" and len(inner) > 1 and inner[0] != "parts"
    return inner[0] if is_of_area else ELSEWHERE


def updated(name: str, language: str, wanted: Catalog, words: Path = WORDS) -> tuple[Path, str]:
    """The .po file of an area as it should be: translations kept, words that are gone left out."""
    path = words / language / f"{name}.po"
    catalog = read_area(path) if path.is_file() else Catalog(locale=language, fuzzy=False)
    catalog.update(wanted, no_fuzzy_matching=True, update_creation_date=False)
    catalog.obsolete.clear()
    out = BytesIO()
    write_po(out, catalog, width=100, omit_header=True, include_lineno=False, sort_output=True)
    return path, f"{_header(catalog)}\n{out.getvalue().decode()}".rstrip() + "\n"


def main() -> None:
    """Writes every file that has changed, and says how much of each is still to be translated."""
    wanted = gathered()
    for language in sorted(path.name for path in WORDS.iterdir() if path.is_dir()):
        for name, catalog in wanted.items():
            path, text = updated(name, language, catalog)
            path.write_text(text, encoding="utf-8", newline="\n")
            left = sum(1 for one in read_area(path) if one.id and not is_translated(one.string))
            sys.stdout.write(f"{language} {name}: {left} of {len(catalog)} to translate\n")


def is_translated(text: str | tuple[str, ...] | list[str] | None) -> bool:
    """Whether a translation says something, in every number where there are several."""
    return bool(text) and all(text or ())


def _messages(path: Path) -> Iterator[tuple[int, str | tuple[str, ...], list[str], str | None]]:
    source = path.read_text(encoding="utf-8")
    if path.suffix == ".html":
        # What is no word to translate comes back as signs whose indentation means nothing.
        source = "\n".join(line.lstrip() for line in templatize(source).splitlines())
    yield from extract("python", BytesIO(source.encode()), keywords=KEYWORDS)


def _header(catalog: Catalog) -> str:
    return (
        'msgid ""\nmsgstr ""\n'
        f'"Language: {catalog.locale_identifier}\\n"\n'
        '"Content-Type: text/plain; charset=utf-8\\n"\n'
        f'"Plural-Forms: {catalog.plural_forms}\\n"\n'
    )


if __name__ == "__main__":
    main()
