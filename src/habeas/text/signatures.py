"""What bytes are when they are not plain text, told from the bytes alone.

Source: the signature each format prescribes for itself (PDF: ISO 32000-1, 7.5.2; PNG: ISO 15948,
5.2; ZIP: APPNOTE 4.3.7; OOXML: ECMA-376, part 2; OpenDocument: part 2, 3.3).
"""

from __future__ import annotations

import re
import zlib
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Kind:
    """A media type (IANA) and the words a person would use for it."""

    media_type: str
    words: str


UNKNOWN = Kind("application/octet-stream", "binary data of no known kind")

_WORD_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_EXCEL_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_SLIDES_TYPE = "application/vnd.openxmlformats-officedocument.presentationml.presentation"

_PREFIXES: tuple[tuple[bytes, Kind], ...] = (
    (b"%PDF-", Kind("application/pdf", "a PDF")),
    (b"\x89PNG\r\n\x1a\n", Kind("image/png", "a PNG image")),
    (b"\xff\xd8\xff", Kind("image/jpeg", "a JPEG image")),
    (b"GIF87a", Kind("image/gif", "a GIF image")),
    (b"GIF89a", Kind("image/gif", "a GIF image")),
    (b"II*\x00", Kind("image/tiff", "a TIFF image")),
    (b"MM\x00*", Kind("image/tiff", "a TIFF image")),
    (b"\x7fELF", Kind("application/x-executable", "a program (ELF)")),
    (b"\xcf\xfa\xed\xfe", Kind("application/x-mach-binary", "a program (Mach-O)")),
    (b"\x1f\x8b", Kind("application/gzip", "a gzip archive")),
    (b"\xfd7zXZ\x00", Kind("application/x-xz", "an xz archive")),
    (b"\x28\xb5\x2f\xfd", Kind("application/zstd", "a zstd archive")),
    (b"7z\xbc\xaf\x27\x1c", Kind("application/x-7z-compressed", "a 7z archive")),
    (b"Rar!\x1a\x07", Kind("application/vnd.rar", "a RAR archive")),
    (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
        Kind("application/x-ole-storage", "an old Office file (OLE)"),
    ),
    (b"{\\rtf", Kind("application/rtf", "a rich text file (RTF)")),
    (b"SQLite format 3\x00", Kind("application/vnd.sqlite3", "an SQLite database")),
    (b"OggS", Kind("application/ogg", "an Ogg recording")),
    (b"ID3", Kind("audio/mpeg", "an MP3 recording")),
    (b"\x1aE\xdf\xa3", Kind("video/x-matroska", "a Matroska or WebM recording")),
    (b"%!PS-Adobe", Kind("application/postscript", "a PostScript file")),
    (b"PAR1", Kind("application/vnd.apache.parquet", "a Parquet table")),
    (b"WARC/1.", Kind("application/warc", "a web archive (WARC)")),
)
# "." is any byte here; all of these stand at the very start.
_PATTERNS: tuple[tuple[bytes, Kind], ...] = (
    (rb"MZ[^\n]{0,200}\x00", Kind("application/x-msdownload", "a program (Windows)")),
    (rb"BZh[1-9]1AY&SY", Kind("application/x-bzip2", "a bzip2 archive")),
    (rb"RIFF.{4}WEBP", Kind("image/webp", "a WebP image")),
    (rb"RIFF.{4}WAVE", Kind("audio/wav", "a WAV recording")),
    (rb"RIFF.{4}AVI ", Kind("video/x-msvideo", "an AVI recording")),
    (rb".{4}ftyp(?:heic|heix|mif1|avif)", Kind("image/heif", "a HEIF or AVIF image")),
    (rb".{4}ftyp", Kind("video/mp4", "an MP4 recording")),
    (rb"BM.{4}\x00\x00\x00\x00", Kind("image/bmp", "a BMP image")),
    (rb".{257}ustar", Kind("application/x-tar", "a tar archive")),
)
_ZIP = re.compile(rb"PK(?:\x03\x04|\x05\x06)")
_OFFICE = (
    (b"word/document.xml", Kind(_WORD_TYPE, "a Word document (DOCX)")),
    (b"xl/workbook.xml", Kind(_EXCEL_TYPE, "an Excel table (XLSX)")),
    (b"ppt/presentation.xml", Kind(_SLIDES_TYPE, "a slide show (PPTX)")),
)
_OPEN_DOCUMENT = {
    b"application/vnd.oasis.opendocument.text": "an OpenDocument text (ODT)",
    b"application/vnd.oasis.opendocument.spreadsheet": "an OpenDocument table (ODS)",
    b"application/epub+zip": "an e-book (EPUB)",
}
# A first entry of these names marks an Office file; an archive that holds one has another first.
_OFFICE_STARTS = (b"[Content_Types].xml", b"_rels/", b"docProps/", b"word/", b"xl/", b"ppt/")
_ZIP_NAME_AT = 30
_OUTLOOK = "__properties_version1.0".encode("utf-16-le")  # MS-OXMSG 2.4
_GZIP_START = 512

# A locked Office file is an OLE file with a stream of this name (MS-OFFCRYPTO, 2.3.4.4).
_OLE_START = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_LOCKED_STREAM = "EncryptedPackage".encode("utf-16-le")
_LOCKED = Kind("application/x-office-locked", "an Office file that needs a password")

# Control bytes no text has: not tab, line feed, vertical tab, form feed, return, Ctrl-Z, escape.
_CONTROLS = bytes(set(range(32)) - {9, 10, 11, 12, 13, 0x1A, 0x1B}) + b"\x7f"
MOST_CONTROLS = 0.05


def recognise(content: bytes) -> Kind | None:
    """What the first bytes say the content is; None where no known signature stands.

    >>> recognise(b"%PDF-1.7 ...")
    Kind(media_type='application/pdf', words='a PDF')
    """
    if _ZIP.match(content):
        return _zip_kind(content)
    if content.startswith(_OLE_START) and _LOCKED_STREAM in content:
        return _LOCKED
    for prefix, kind in _PREFIXES:
        if content.startswith(prefix):
            return _closer_look(content, kind)
    for pattern, kind in _PATTERNS:
        if re.match(pattern, content, re.DOTALL):
            return kind
    return None


def _closer_look(content: bytes, kind: Kind) -> Kind:
    """Two kinds of file are told by what stands further in."""
    if kind.media_type == "application/x-ole-storage" and _OUTLOOK in content:
        return Kind("application/vnd.ms-outlook", "an Outlook message (MSG)")
    if kind.media_type == "application/gzip" and _unpacked_start(content).startswith(b"WARC/1."):
        return Kind("application/warc", "a web archive (WARC)")
    return kind


def _unpacked_start(content: bytes) -> bytes:
    try:
        return zlib.decompressobj(16 + zlib.MAX_WBITS).decompress(content[:_GZIP_START], 16)
    except zlib.error:
        return b""


def share_of_controls(content: bytes) -> float:
    """How much of the content are bytes that no text has: 0 to 1; random bytes have about 0.1."""
    if not content:
        return 0.0
    return 1 - len(content.translate(None, _CONTROLS)) / len(content)


def _zip_kind(content: bytes) -> Kind:
    first = content[_ZIP_NAME_AT : _ZIP_NAME_AT + 120]
    if first.startswith(b"mimetype"):
        for media_type, words in _OPEN_DOCUMENT.items():
            if first.startswith(media_type, len(b"mimetype")):
                return Kind(media_type.decode("ascii"), words)
    if first.startswith(_OFFICE_STARTS):
        for name, kind in _OFFICE:
            if name in content:
                return kind
    return Kind("application/zip", "a ZIP archive")
