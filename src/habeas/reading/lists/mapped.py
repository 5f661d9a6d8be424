"""Headings of one source's lists, read as somebody has settled it, all others by their words."""

from __future__ import annotations

from collections.abc import Mapping
from hashlib import sha256

from habeas.model.errors import ValueMalformed
from habeas.reading.lists.headings import Headed
from habeas.reference.list_words import Column, column_headed
from habeas.text.normalise import key


def headed_by(own: Mapping[str, str]) -> Headed:
    """What stands under a heading by `own` (heading to field, "" for none), else by its words.

    Capitals, quotation marks and spaces make no difference. Raises: ValueMalformed.
    """
    fields = {key(heading): _field(field) for heading, field in own.items()}

    def headed(heading: str) -> Column | None:
        written = key(heading)
        return fields[written] if written in fields else column_headed(heading)

    return headed if fields else column_headed


def mark_of(own: Mapping[str, str]) -> str:
    """What is added to the edition a reader signs with: which headings were settled, and how."""
    if not own:
        return ""
    written = "\n".join(f"{key(heading)}\t{field}" for heading, field in sorted(own.items()))
    return f"+map.{sha256(written.encode()).hexdigest()[:8]}"


def _field(name: str) -> Column | None:
    if not name:
        return None
    try:
        return Column(name)
    except ValueError:
        known = ", ".join(one.value for one in Column)
        raise ValueMalformed(
            value=name, expected=f"a field of lists ({known})", example="arrest_date"
        ) from None
