"""Accusations and penalties in a stretch of text: articles, crimes in words, terms, regimes."""

from __future__ import annotations

import re

from habeas.model.charge import Charge, PenaltyKind, Sentence
from habeas.reference.lexicon import Lexicon
from habeas.text.durations import find_durations
from habeas.text.quantity_words import DurationWords

_NEAR = 40  # characters from an article to the treaty it is of
_LONGEST = 120  # characters a list of crimes is looked for in
_ARTICLE_NUMBER = re.compile(r"\d{1,3}(?:\.\d{1,2})?")
_WITHOUT_TERM = (PenaltyKind.LIFE, PenaltyKind.DEATH)


def charges_in(text: str, lexicon: Lexicon) -> tuple[Charge, ...]:
    """Charges named in `text`, each once, articles first; articles of treaties are no charges."""
    found = [
        charge
        for match in lexicon.patterns["article"].finditer(text)
        for charge in _articles(match, text, lexicon)
    ]
    lower = text.lower()
    leads = {at + len(lead) for lead in lexicon.charge_leads for at in _places_of(lower, lead)}
    for at in sorted(leads):
        found += _crimes(text[at : at + _LONGEST], lexicon)
    for name in ("quoted-charge", "told-charge", "charge-before"):
        for match in lexicon.patterns[name].finditer(text):
            words = match["crime"].strip(" ,;:.")
            if not any(words in charge.words or charge.words in words for charge in found):
                found.append(Charge(words=words))
    return tuple(dict.fromkeys(found))


def _places_of(text: str, words: str) -> list[int]:
    return [found.start() for found in re.finditer(re.escape(words), text)]


def _articles(match: re.Match[str], text: str, lexicon: Lexicon) -> list[Charge]:
    behind = text[match.end() : match.end() + _NEAR]
    if lexicon.patterns["treaty"].search(behind) and not match["code"]:
        return []
    part = match["part"] or match["after"] or match["bracket"] or ""
    code, words = match["code"] or "", match.group().strip()
    more = _ARTICLE_NUMBER.findall(match["more"] or "")
    first = Charge(article=match["article"].rstrip("."), part=part, code=code, words=words)
    return [first, *(Charge(article=article, code=code, words=words) for article in more)]


def _crimes(text: str, lexicon: Lexicon) -> list[Charge]:
    """Crimes at the beginning of what follows "charged with"; "and" may join several."""
    found: list[Charge] = []
    lower = text.lower()
    position = 0
    while True:
        position = _crime_start(lower, position, lexicon)
        crime = _crime_at(lower, position, lexicon)
        if not crime:
            return found
        found.append(Charge(words=text[position : position + len(crime)]))
        position += len(crime)


def _crime_at(lower: str, position: int, lexicon: Lexicon) -> str:
    return max((c for c in lexicon.crimes if lower.startswith(c, position)), key=len, default="")


def _crime_start(lower: str, position: int, lexicon: Lexicon) -> int:
    """Past spaces, commas and small words such as "and", "alleged"."""
    while True:
        position = len(lower) - len(lower[position:].lstrip(" ,\"'“”‘’"))
        if _crime_at(lower, position, lexicon):
            return position
        word = next((w for w in lexicon.charge_fillers if lower.startswith(f"{w} ", position)), "")
        if not word:
            return position
        position += len(word)


def sentence_in(text: str, lexicon: Lexicon, words: DurationWords) -> Sentence | None:
    """The penalty spoken of in `text`; None where there is none."""
    kind = _penalty_kind(text, lexicon)
    regime = lexicon.patterns["regime"].search(text)
    regime_words = regime.group() if regime else ""
    if kind in _WITHOUT_TERM:
        return Sentence(kind=kind, regime=regime_words)
    if kind is PenaltyKind.FINE:
        fine = lexicon.patterns["fine"].search(text)
        amount = fine.group("amount").strip() if fine else ""
        return Sentence(kind=kind, amount=amount, words=amount) if amount else None
    for duration, span in find_durations(text, words):
        term = text[span.start : span.end]
        if any(map(str.isalpha, term)):  # "Peel, 68, to six years": 68 is no term
            return Sentence(kind=kind, duration=duration, regime=regime_words, words=term)
    return None


def _penalty_kind(text: str, lexicon: Lexicon) -> PenaltyKind:
    kinds = (PenaltyKind(entry.kind) for entry in lexicon.penalties if entry.pattern.search(text))
    return next(kinds, PenaltyKind.UNSPECIFIED)
