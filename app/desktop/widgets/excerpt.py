"""Shortens a very long text to its beginning and what stands around the marked words."""

from collections.abc import Callable, Sequence

from ...model.text_span import Span

SHOWN_WHOLE = 800  # characters
_BEGINNING = 160
_AROUND = 60
_LONGEST_MARK = 200
_MOST_MARKS = 12


def excerpt(
    text: str, spans: Sequence[Span], gap: Callable[[int], str]
) -> tuple[str, tuple[Span, ...]]:
    """Return what to show of `text`, with the spans moved to where their words stand there.

    `gap(n)` says that n characters are left out. Only the parts shown are ever copied, so a text
    of any length costs the same.
    """
    ordered = sorted(spans, key=lambda each: (each.start, each.end))
    if len(text) <= SHOWN_WHOLE:
        return text, tuple(ordered)
    marks = [Span(each.start, min(each.end, each.start + _LONGEST_MARK)) for each in ordered]
    marks = marks[:_MOST_MARKS]
    pieces: list[str] = []
    moved: list[Span] = []
    length = done = 0
    for part in _parts(marks, len(text)):
        if part.start > done:
            pieces.append(gap(part.start - done))
            length += len(pieces[-1])
        shift = length - part.start
        moved += [
            Span(each.start + shift, each.end + shift)
            for each in marks
            if part.start <= each.start < part.end
        ]
        pieces.append(text[part.start : part.end])
        length += part.end - part.start
        done = part.end
    if done < len(text):
        pieces.append(gap(len(text) - done))
    return "".join(pieces), tuple(moved)


def _parts(marks: Sequence[Span], length: int) -> list[Span]:
    """Return the ranges to show, in order and apart from each other."""
    parts = [Span(0, min(_BEGINNING, length))]
    for mark in marks:
        start, end = max(0, mark.start - _AROUND), min(length, mark.end + _AROUND)
        last = parts[-1]
        if start <= last.end:
            parts[-1] = Span(last.start, max(last.end, end))
        else:
            parts.append(Span(start, end))
    return parts
