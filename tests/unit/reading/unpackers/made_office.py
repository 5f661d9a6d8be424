"""Office files and books made for the tests: an invented report in each format."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from datetime import UTC, datetime

import docx

ODT_SPACES = (
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" '
    'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
    'xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" '
    'xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/" '
    'xmlns:meta="urn:oasis:names:tc:opendocument:xmlns:meta:1.0"'
)
ODT_TYPE = "application/vnd.oasis.opendocument.text"
PERSONS = [
    ("Name", "Date", "Place"),
    ("Hanna Verba", "", "Lower Town"),
    ("Іван Перо", "3 травня", ""),
]


def packed(members: Mapping[str, str | bytes]) -> bytes:
    """A ZIP of these, the first not compressed, all of one day."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for at, (name, content) in enumerate(members.items()):
            info = zipfile.ZipInfo(name, (2031, 5, 4, 12, 0, 0))
            info.compress_type = zipfile.ZIP_DEFLATED if at else zipfile.ZIP_STORED
            archive.writestr(info, content)
    return made.getvalue()


def repacked(content: bytes, changes: Mapping[str, str | bytes | None]) -> bytes:
    """The same file with some members replaced, added or, where None, taken out."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        members: dict[str, str | bytes | None] = {
            one: archive.read(one) for one in archive.namelist()
        }
    members.update(changes)
    return packed({name: one for name, one in members.items() if one is not None})


def docx_report() -> bytes:
    """As Word's own template makes it: headings, a list, a table, a head."""
    made = docx.Document()
    made.core_properties.title = "Detentions in Norland"
    made.core_properties.author = "O. Reviewer"
    made.core_properties.created = datetime(2031, 5, 3, tzinfo=UTC)
    made.core_properties.modified = datetime(2031, 5, 4, tzinfo=UTC)
    made.sections[0].header.paragraphs[0].text = "Watch on Norland"
    made.sections[0].footer.paragraphs[0].text = "17"
    made.add_heading("Затримання в Норланді", level=1)
    paragraph = made.add_paragraph("Hanna Verba was ")
    paragraph.add_run("detained").bold = True
    paragraph.add_run(" on 2 May 2031.")
    made.add_paragraph("Petro Sova, a lawyer", style="List Bullet")
    made.add_paragraph("Oleh Sova, a teacher", style="List Bullet")
    table = made.add_table(rows=0, cols=3)
    for persons in PERSONS:
        for cell, text in zip(table.add_row().cells, persons, strict=True):
            cell.text = text
    made.add_paragraph("They were held for two days.")
    content = io.BytesIO()
    made.save(content)
    return repacked(content.getvalue(), {})


def docx_of(body: str, **others: str) -> bytes:
    """A DOCX of just this body; other parts by their name without folder and ending."""
    space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    parts = {
        f"word/{name}.xml": f"<w:{name} {space}>{content}</w:{name}>"
        for name, content in others.items()
    }
    document = f"<w:document {space}><w:body>{body}</w:body></w:document>"
    return packed({"[Content_Types].xml": "<Types/>", "word/document.xml": document, **parts})


def odt_of(body: str, *, styles: str = "", **others: str) -> bytes:
    """An ODT of this body and these automatic styles; other parts by name without ending."""
    content = (
        f"<office:document-content {ODT_SPACES}><office:automatic-styles>{styles}"
        f"</office:automatic-styles><office:body><office:text>{body}</office:text></office:body>"
        "</office:document-content>"
    )
    parts = {
        f"{name}.xml": f"<office:document {ODT_SPACES}>{part}</office:document>"
        for name, part in others.items()
    }
    return packed({"mimetype": ODT_TYPE, "content.xml": content, **parts})


def odt_report() -> bytes:
    rows = "".join(
        "<table:table-row>"
        + "".join(f"<table:table-cell><text:p>{one}</text:p></table:table-cell>" for one in persons)
        + "</table:table-row>"
        for persons in PERSONS
    )
    return odt_of(
        "<text:h>Затримання в Норланді</text:h>\n"
        "<text:p>Hanna Verba was <text:span>detained</text:span> on<text:s/>2 May 2031."
        "<text:note><text:note-citation>1</text:note-citation><text:note-body>"
        "<text:p>Court of Lower Town.</text:p></text:note-body></text:note> She said no.</text:p>"
        "<text:list><text:list-item><text:p>Petro Sova</text:p></text:list-item>"
        "<text:list-item><text:p>Oleh Sova</text:p></text:list-item></text:list>"
        f"<table:table>{rows}</table:table><text:p>They were held.</text:p>",
        meta="<office:meta><dc:title>Detentions in Norland</dc:title>"
        "<meta:creation-date>2031-05-03T10:00:00</meta:creation-date>"
        "<dc:date>2031-05-04T10:00:00</dc:date></office:meta>",
    )


def rtf_report() -> bytes:
    return (
        rb"{\rtf1\ansi\ansicpg1252\deff0"
        rb"{\fonttbl{\f0\fcharset0 Arial;}{\f1\fcharset204 Arial CYR;}}"
        rb"{\info{\title Detentions in Norland}{\author O. Reviewer}{\company Watch on Norland}"
        rb"{\creatim\yr2031\mo5\dy3}{\revtim\yr2031\mo5\dy4}}"
        rb"{\header\pard Norland daily\par}"
        rb"\pard {\f1 \'c3\'e0\'ed\'ed\'f3} {\uc1\u1047?\u1072?} was detained.{\footnote\pard"
        rb" Court of Lower Town.} Then\line free.\par"
        rb"{\listtext\tab 1.\tab}Petro Sova\par{\listtext 2.\tab}Oleh Sova\par"
        rb"\trowd\cellx1000\cellx2000\intbl Name\cell Place\cell\row"
        rb"\trowd\cellx1000\cellx2000\intbl \cell Lower Town\cell\row"
        rb"\pard They were held.\par}"
    )


def epub_of(chapters: Mapping[str, str], *, metadata: str = "", **others: str) -> bytes:
    """A book of these chapters, by the name of their page."""
    items = "".join(
        f'<item id="c{at}" href="{name}" media-type="application/xhtml+xml"/>'
        for at, name in enumerate(chapters)
    )
    order = "".join(f'<itemref idref="c{at}"/>' for at in range(len(chapters)))
    package = (
        '<package xmlns="http://www.idpf.org/2007/opf" xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f"<metadata>{metadata}</metadata><manifest>{items}</manifest><spine>{order}</spine></package>"
    )
    container = (
        '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>'
        '<rootfile full-path="book/all.opf"/></rootfiles></container>'
    )
    pages = {f"book/{name}".replace("%20", " "): content for name, content in chapters.items()}
    return packed({"mimetype": "application/epub+zip", "META-INF/container.xml": container,
                   "book/all.opf": package, **pages, **others})  # fmt: skip


def epub_report() -> bytes:
    page = "<html xmlns='http://www.w3.org/1999/xhtml'><body><p>{}</p></body></html>"
    return epub_of(
        {
            "z%20first.xhtml": page.format("Hanna Verba was held."),
            "a.xhtml": page.format("Її взяли."),
        },
        metadata="<dc:title>Held in Norland</dc:title><dc:publisher>Watch</dc:publisher>"
        "<dc:creator>O. Reviewer</dc:creator><dc:date>2031-05</dc:date>"
        "<dc:language>en-GB</dc:language>",
    )
