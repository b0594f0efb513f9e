"""Writes a card as plain text, for the terminal and for sharing."""

from collections.abc import Iterator

from .catalog import Catalog
from .verdict_card import ReasonLine, VerdictCard


def plain_text(card: VerdictCard, catalog: Catalog) -> str:
    """Return the card in the order of the screen: verdict, instruction, steps, why, age."""
    return "\n".join((*_verdict(card), *_steps(card, catalog), *_why(card, catalog), *_foot(card)))


def _verdict(card: VerdictCard) -> Iterator[str]:
    yield f"【{card.headline}】"
    yield f"▶ {card.instruction}"
    yield card.second_line
    if card.dial:
        yield f"☎ {card.dial}  {card.dial_owner}"


def _steps(card: VerdictCard, catalog: Catalog) -> Iterator[str]:
    yield from _heading("now", catalog)
    for place, step in enumerate(card.steps, 1):
        yield f"  {place}. {step.text}"


def _why(card: VerdictCard, catalog: Catalog) -> Iterator[str]:
    if card.reasons:
        yield from _heading("why", catalog)
        for reason in card.reasons:
            yield from _reason(reason, catalog)
    if card.comparison is not None:
        yield f"  ≠ {card.comparison.claimed}"
        yield f"  = {card.comparison.registered}"
    if card.notes:
        yield from _heading("notes", catalog)
        for note in card.notes:
            yield from _reason(note, catalog)
    if card.questions:
        yield from _heading("ask", catalog)
        yield from (f"  ? {question}" for question in card.questions)


def _reason(reason: ReasonLine, catalog: Catalog) -> Iterator[str]:
    yield f"  · {reason.text}"
    for quote in reason.quotes:
        if quote not in reason.text:
            yield f"    {catalog.text('verdict.label.quote', quote=quote)}"
    if reason.rule:
        yield f"    {catalog.text('verdict.label.rule')}{reason.rule}"
    if reason.source is not None:
        source = " ".join(part for part in (reason.source.text, reason.source.address) if part)
        yield f"    {catalog.text('verdict.label.source', source=source)}"


def _heading(label: str, catalog: Catalog) -> tuple[str, str]:
    return "", catalog.text(f"verdict.label.{label}")


def _foot(card: VerdictCard) -> tuple[str, ...]:
    return "", card.list_line, card.disclaimer
