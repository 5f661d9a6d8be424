"""Documents and their captured texts, each taken from the store once."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterable

from habeas.ledger.quotes import captured_text
from habeas.ledger.records import recorded
from habeas.model.document import Document
from habeas.model.entry import EntryKind
from habeas.protocols import Store

_TEXTS_KEPT = 4  # claims come document by document; a text can be large


class Shelf:
    """What is known of documents up to an entry; `until` None: all there are.

    Documents of the batch at the door can be laid on top.
    """

    def __init__(
        self, store: Store, *, until: int | None = None, extra: Iterable[Document] = ()
    ) -> None:
        self._store = store
        self._until = until
        self._documents: dict[str, Document | None] = {one.sha256: one for one in extra}
        self._texts: OrderedDict[str, str] = OrderedDict()

    def document(self, sha256: str) -> Document | None:
        """The document of that hash; None where there is none. Raises: ValueMalformed."""
        if sha256 not in self._documents:
            self._documents[sha256] = self._find(sha256)
        return self._documents[sha256]

    def captured(self, document: Document) -> str | None:
        """The captured text; None where the blob is missing. Raises: UnicodeError, LookupError."""
        sha256 = document.sha256
        if sha256 not in self._texts:
            content = self._store.blob(sha256)
            if content is None:
                return None
            self._texts[sha256] = captured_text(document, content)
            if len(self._texts) > _TEXTS_KEPT:
                self._texts.popitem(last=False)
        self._texts.move_to_end(sha256)
        return self._texts[sha256]

    def _find(self, sha256: str) -> Document | None:
        for entry in self._store.find(sha256, EntryKind.DOCUMENT):
            is_known = self._until is None or entry.position <= self._until
            found = recorded(entry) if is_known and entry.id == sha256 else None
            if found is not None and isinstance(found.record, Document):
                return found.record
        return None
