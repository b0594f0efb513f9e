"""What the person gave us, with everything marked that a reason rests on."""

from ...model.text_span import Span
from ...presentation.plain_characters import visible
from ...presentation.verdict_card import VerdictCard
from ..style import Style
from .excerpt import excerpt
from .text_block import TextBlock


def words_of(card: VerdictCard, style: Style) -> TextBlock:
    """Return the person's text with everything marked that a reason rests on."""
    spans = {span for line in (*card.reasons, *card.notes) for span in line.spans}
    text, marks = excerpt(
        card.text,
        sorted(spans, key=lambda each: each.start),
        lambda count: f"\n{style.say('verdict.left_out', count=f'{count:,}')}\n",
    )
    block = TextBlock()
    block.dress(style.theme, style.theme.body)
    block.show_text(visible(text), _without_overlap(marks))
    return block


def _without_overlap(spans: tuple[Span, ...]) -> list[Span]:
    apart: list[Span] = []
    for span in spans:
        if apart and span.start < apart[-1].end:
            apart[-1] = Span(apart[-1].start, max(apart[-1].end, span.end))
        else:
            apart.append(span)
    return apart
