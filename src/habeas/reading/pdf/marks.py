"""What stands on the pages of a PDF and not in their text: remarks, and what a form is filled with.

Source: ISO 32000-2, 12.5 (annotations), 12.7 (forms).
"""

from __future__ import annotations

import ctypes
from collections.abc import Callable, Iterator
from functools import partial

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

_MOST = 20_000  # marks of one file
_LONGEST = 100_000  # bytes of one, as UTF-16
_WIDGET, _POPUP, _LINK = (
    pdfium_c.FPDF_ANNOT_WIDGET,
    pdfium_c.FPDF_ANNOT_POPUP,
    pdfium_c.FPDF_ANNOT_LINK,
)


def remarks_on(page: pdfium.PdfPage) -> Iterator[str]:
    """The words of each remark on a page, in the order of the file."""
    for mark in _marks(page):
        if pdfium_c.FPDFAnnot_GetSubtype(mark) not in (_WIDGET, _POPUP, _LINK):
            words = _words(partial(pdfium_c.FPDFAnnot_GetStringValue, mark, b"Contents"))
            if words:
                yield words


def fields_on(page: pdfium.PdfPage) -> Iterator[tuple[str, str]]:
    """Name and value of each filled field of a form; the form must have been opened before."""
    form = page.formenv
    if form is None:
        return
    for mark in _marks(page):
        if pdfium_c.FPDFAnnot_GetSubtype(mark) == _WIDGET:
            name = _words(partial(pdfium_c.FPDFAnnot_GetFormFieldName, form, mark))
            value = _words(partial(pdfium_c.FPDFAnnot_GetFormFieldValue, form, mark))
            if value and value != "Off":  # a box that is not ticked
                yield name, value


def _marks(page: pdfium.PdfPage) -> Iterator[object]:
    for number in range(min(pdfium_c.FPDFPage_GetAnnotCount(page), _MOST)):
        mark = pdfium_c.FPDFPage_GetAnnot(page, number)
        if mark:
            try:
                yield mark
            finally:
                pdfium_c.FPDFPage_CloseAnnot(mark)


def _words(get: Callable[[object, int], int]) -> str:
    """What the library writes into a buffer of the size that it asks for, on one line."""
    size = min(get(None, 0), _LONGEST)
    if size <= 2:  # noqa: PLR2004  # the closing zero alone
        return ""
    buffer = (pdfium_c.FPDF_WCHAR * (size // 2))()
    get(buffer, size)
    written = ctypes.string_at(buffer, size).decode("utf-16-le", "replace")
    return " ".join(written.split("\0")[0].split())
