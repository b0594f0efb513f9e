"""Turns hits into evidence that quotes the person's own characters."""

from collections.abc import Iterable

from ..model.finding import Evidence
from ..model.reading import PhraseHit, Reading

LONGEST_QUOTE = 60


def quoted(reading: Reading, hits: Iterable[PhraseHit]) -> tuple[Evidence, ...]:
    """Return a quotation for each hit, cut to a readable length."""
    text = reading.submission.text
    return tuple(
        Evidence(text[hit.span.start : hit.span.end][:LONGEST_QUOTE], hit.span) for hit in hits
    )
