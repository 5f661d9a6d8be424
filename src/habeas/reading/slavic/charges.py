"""Accusations and penalties: articles of codes, crimes in words, terms and regimes."""

from __future__ import annotations

from collections.abc import Iterator

from habeas.model.charge import Charge, PenaltyKind, Sentence
from habeas.model.duration import Duration
from habeas.reading.slavic.knowledge import Knowledge
from habeas.text.durations import find_durations
from habeas.text.tokens import tokenise

_WITHOUT_TERM = (PenaltyKind.LIFE, PenaltyKind.DEATH)
_TO_CRIME = 120  # characters behind "accused of"


def charges_in(text: str, knowledge: Knowledge) -> tuple[Charge, ...]:
    """Charges named in a stretch of text, each once, articles first."""
    return tuple(dict.fromkeys([*_articles(text, knowledge), *_crimes(text, knowledge)]))


def _articles(text: str, knowledge: Knowledge) -> Iterator[Charge]:
    for match in knowledge.patterns["article"].finditer(text):
        groups = match.groupdict()
        yield Charge(
            article=match["article"].replace("-", "."),
            part=groups.get("part") or groups.get("after") or "",
            point=groups.get("point") or "",
            code=(groups.get("code") or "").strip(),
            words=_description(text, match.end(), knowledge) or match.group().strip(" ,"),
        )


def _description(text: str, at: int, knowledge: Knowledge) -> str:
    """The crime in words behind an article: "ст. 275 УК («государственная измена»)"."""
    match = knowledge.patterns["charge-described"].match(text, at)
    return match["words"].strip(' «»"') if match else ""


def _crimes(text: str, knowledge: Knowledge) -> Iterator[Charge]:
    lower = text.lower()
    for lead in knowledge.patterns["charge-lead"].finditer(lower):
        known = list(_known_crimes(text, lower, lead.end(), knowledge))
        yield from known or _said_crimes(text, lead.end(), knowledge)


def _known_crimes(text: str, lower: str, at: int, knowledge: Knowledge) -> Iterator[Charge]:
    part = lower[at : at + _TO_CRIME]
    starts = (token.start for token in tokenise(part))
    end = 0
    for hit in knowledge.crimes.hits(part, starts):
        if not knowledge.patterns["charge-filler"].fullmatch(part[end : hit.start]):
            break
        yield Charge(words=text[at + hit.start : at + hit.end])
        end = hit.end


def _said_crimes(text: str, at: int, knowledge: Knowledge) -> Iterator[Charge]:
    """Whatever somebody is accused of, in quotation marks or up to the end of the phrase."""
    patterns = knowledge.patterns
    lead = text[max(0, at - 4) : at].lower()
    if not patterns["charge-in"].search(lead):
        return
    quoted = patterns["charge-quoted"].match(text, at)
    if quoted is not None:
        yield from (
            Charge(words=one["words"]) for one in patterns["one-quoted"].finditer(quoted.group())
        )
    elif match := patterns["charge-said"].match(text, at):
        yield Charge(words=match["words"].strip())


def penalty_in(text: str, knowledge: Knowledge) -> Sentence | None:
    """The penalty spoken of in a stretch of text; None where there is none."""
    lower = text.lower()
    kinds = (PenaltyKind(kind) for kind, pattern in knowledge.penalties if pattern.search(lower))
    kind = next(kinds, PenaltyKind.UNSPECIFIED)
    regime = knowledge.patterns["regime"].search(text)
    words = regime.group() if regime else ""
    if kind in _WITHOUT_TERM:
        return Sentence(kind=kind, regime=words)
    if kind is PenaltyKind.FINE:
        fine = knowledge.patterns["fine"].search(text)
        amount = fine.group("amount").strip() if fine else ""
        return Sentence(kind=kind, amount=amount, words=amount) if amount else None
    if between := knowledge.patterns["term-range"].search(text):
        return Sentence(kind=kind, regime=words, words=between.group())
    for duration, told in _terms(text, knowledge):
        return Sentence(kind=kind, duration=duration, regime=words, words=told)
    return None


def _terms(text: str, knowledge: Knowledge) -> Iterator[tuple[Duration, str]]:
    """How long it is, and in what words: a number, "25-летнее", or a year without a number."""
    for duration, span in find_durations(text, knowledge.durations):
        yield duration, text[span.start : span.end]
    if told := knowledge.patterns["term-adjective"].search(text):
        yield Duration(f"P{told['years']}Y"), told.group()
    if one := knowledge.patterns["one-year"].search(text):
        yield Duration("P1Y"), one.group("year")
