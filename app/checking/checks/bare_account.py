"""Finds a message that is nothing but an account to pay into."""

import re

from ...model.finding import Evidence, Finding, Severity
from ...model.reading import PhraseHit, Reading
from ...model.text_span import Span
from ..knowledge import Knowledge
from .check import Topic

# ISO/IEC 7812 allows 19 digits at most; cards of mainland banks have 16 to 19 (JR/T 0008).
# Or what stands for one where a message was masked before somebody handed it on.
_ACCOUNT = re.compile(
    r"(?<!\d)\d(?:[ -]?\d){15,18}(?!\d)"
    r"|(?<!\d)\d{0,8} ?[*x]{4,}[ *x]*\d{0,4}|(?<![a-z])bank(?![a-z])"
)
_NAMES_IT = frozenset({"sign.bank_name", "ask.account_given"})
_MOST_BESIDES = 8  # letters: a name and a greeting
_LONGEST = 80  # characters
_WORD = re.compile(r"[^\W\d_]")


class BareAccount:
    """Orange: it does not say whose account it is or what for.

    Swindlers send such lines to thousands, since somebody is always about to pay a landlord, a
    supplier or a child and takes it for theirs.
    """

    name = "bare_account"
    looks_at = frozenset({Topic.PHRASES})

    def examine(self, reading: Reading, knowledge: Knowledge) -> tuple[Finding, ...]:
        """Return one finding where besides account, bank and perhaps a name nothing is said."""
        del knowledge
        folded, text = reading.folded, reading.submission.text
        if len(folded) > _LONGEST or reading.links:
            return ()
        names = [hit for hit in reading.hits if hit.slot.id in _NAMES_IT]
        if not names or not _ACCOUNT.search(folded):
            return ()
        if len(_WORD.findall(_without(folded, names))) > _MOST_BESIDES:
            return ()
        finding = Finding(
            check=self.name,
            severity=Severity.WARNING,
            reason="bare_account.alone",
            evidence=(Evidence(text, Span(0, len(text))),),
            order=3,
        )
        return (finding,)


def _without(folded: str, hits: list[PhraseHit]) -> str:
    """Return a text with blanks where the hits stand."""
    letters = list(folded)
    for hit in hits:
        letters[hit.start : hit.end] = " " * (hit.end - hit.start)
    return "".join(letters)
