"""Reads a submission: text in, indicators, claims and phrases out, each pointing at the original.

text ─ excerpt ─ fold ─┬─ links (of the original: folding would hide a homograph)
                       ├─ numbers
                       ├─ signatures
                       └─ one scan ─┬─ phrases ─ stance
                                    └─ names ─ claims
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from operator import attrgetter
from typing import TypeVar

from msgspec import Struct
from msgspec.structs import replace

from ..model.indicator import Indicator, Link, Number, OddNumber, SmsPort
from ..model.phrases import ActGroup, SlotKind, WordSet
from ..model.reading import (
    NOTHING_OMITTED,
    Claim,
    Omission,
    PhraseHit,
    Reading,
    Signature,
    Stance,
)
from ..model.records import AppRole, NamedApp, Organization
from ..model.register import Register
from ..model.shown_number import shown_numbers
from ..model.submission import Submission
from ..model.text_span import Span
from .claims import find_claims
from .excerpt import WHOLE, Excerpt, Sieve
from .folding import FoldedText, Folder
from .kept_book import book_of
from .links import LinkReader
from .numbers import NumberReader
from .phrase_kinds import PhraseGround, anchors_of
from .phrase_matcher import PhraseMatcher, SlotMatch
from .sealed import Kept
from .signatures import find_signatures
from .stance import MENTIONABLE, StanceReader, needs_reading
from .turns import Turns

MOST_LINKS = 5_000
MOST_NUMBERS = 5_000
_SURROGATES = re.compile("[\ud800-\udfff]")
_TELLING = re.compile(r"\w")
_ILLEGIBLE = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\ufffd]")
_MOST_ILLEGIBLE = 10  # one such character in ten is a file, not a text
_SHORTEST_LATIN_NAME = 3
_SPAN = attrgetter("span")
_DEMAND, _NOTICE = Stance.DEMAND, SlotKind.NOTICE  # looking them up costs more than comparing

Placed = TypeVar("Placed", Link, Number, Claim, Signature)


class _Found(Struct, frozen=True, gc=False):
    links: tuple[Link, ...]
    numbers: tuple[Number, ...]
    signatures: tuple[Signature, ...]
    claims: tuple[Claim, ...]
    hits: tuple[PhraseHit, ...]
    omitted_links: int
    omitted_numbers: int


class Reader:
    """Perceives; judges nothing. Safe to share between threads."""

    def __init__(
        self,
        register: Register,
        folder: Folder,
        links: LinkReader,
        numbers: NumberReader,
        kept: Kept | None = None,
    ) -> None:
        """Compile the register's phrases and names, for later starts too where `kept` is given.

        Raises InvalidTableError for a bad phrase.
        """
        self._folder = folder
        self._links = links
        self.forget = links.forget  # drops what was remembered of the last submission
        self._numbers = numbers
        self._turns = Turns(register.word_sets)
        ground = PhraseGround(
            register.slots,
            (*register.word_sets, *app_word_sets(register.apps)),
            tuple(_names(register.organizations)),
            folder.fold_plain,
            folder.digest(),
        )
        self._matcher = PhraseMatcher(book_of(ground, kept))
        gravest = tuple(slot for slot in register.slots if slot.group is ActGroup.A)
        gravest_ground = ground._replace(slots=gravest, names=())
        self._sieve = Sieve(partial(anchors_of, gravest_ground))

    def read(self, submission: Submission) -> Reading:
        """Read a submission of any length and content; never raises for what it holds."""
        text = submission.text
        if not _is_encodable(text):
            text = _SURROGATES.sub("\ufffd", text)
        excerpt = self._sieve.excerpt(text) if len(text) > WHOLE else None
        folded = self._folder.fold(text if excerpt is None else excerpt.text)
        found = self._find(folded)
        if excerpt is not None:
            found = _moved(found, excerpt)
        sender, sender_name = self._sender(submission.sender) if submission.sender else (None, "")
        links, numbers = found.links, found.numbers
        both = links and numbers
        indicators = (*sorted((*links, *numbers), key=_SPAN),) if both else links or numbers
        bare = _bare(text, indicators) and bool(indicators or sender)
        # By place, in the order of Reading's fields: named ones take twice as long.
        return Reading(
            submission,
            folded.text,
            indicators,
            sender,
            sender_name,
            found.signatures,
            found.claims,
            found.hits,
            bare,
            _omission(excerpt, found),
            _is_legible(folded.text) or (sender is not None and not text.strip()),
            links,
            shown_numbers(sender, numbers, bare=bare),
        )

    def _find(self, folded: FoldedText) -> _Found:
        links, emails, omitted = self._links.find(folded.original, MOST_LINKS)
        numbers = self._numbers.find(folded, (*map(_SPAN, links), *emails))
        scan = self._matcher.scan(folded.text)
        signatures = find_signatures(folded)
        return _Found(
            links,
            tuple(numbers[:MOST_NUMBERS]),
            signatures,
            find_claims(folded, scan.names, scan.slots, signatures) if scan.names else (),
            _hits(folded, scan.slots, self._turns) if scan.slots else (),
            omitted,
            max(len(numbers) - MOST_NUMBERS, 0),
        )

    def _sender(self, sender: str) -> tuple[Number | None, str]:
        clean = _SURROGATES.sub("\ufffd", sender)
        number = self._numbers.read_one(clean)
        return number, "" if number else clean


def _hits(folded: FoldedText, matches: Sequence[SlotMatch], turns: Turns) -> tuple[PhraseHit, ...]:
    stances = None
    if needs_reading(folded.text, matches, turns):
        stances = StanceReader(folded.text, matches, turns)
    hits: list[PhraseHit] = []
    for match in matches:
        slot, start, end = match
        if slot.kind in MENTIONABLE:
            stance = _DEMAND if stances is None else stances.stance(match)
        elif slot.kind is _NOTICE:
            stance = _DEMAND
        else:
            continue
        hits.append(PhraseHit(slot, start, end, folded.span(start, end), stance))
    return tuple(hits)


def app_word_sets(apps: Sequence[NamedApp]) -> Iterator[WordSet]:
    """Yield the names of the listed programs as word sets (`app_meeting`, `app_niche_chat`).

    Names that are words of everyday speech too go into sets of their own (`app_fake_ambiguous`).
    """
    for role in AppRole:
        for is_ambiguous in (False, True):
            name = f"app_{role}_ambiguous" if is_ambiguous else f"app_{role}"
            chosen = (a for a in apps if a.role is role and a.ambiguous is is_ambiguous)
            yield WordSet(name, tuple(word for app in chosen for word in (app.name, *app.aliases)))


def _omission(excerpt: Excerpt | None, found: _Found) -> Omission:
    if excerpt is None and not found.omitted_links and not found.omitted_numbers:
        return NOTHING_OMITTED
    characters = excerpt.omitted if excerpt else 0
    return Omission(characters, found.omitted_links, found.omitted_numbers)


def _names(organizations: Iterable[Organization]) -> Iterator[tuple[str, str]]:
    for each in organizations:
        for name in (each.names.zh, each.names.en, *each.aliases, *each.signatures):
            if not name.isascii() or len(name) >= _SHORTEST_LATIN_NAME:
                yield name, each.id


def _is_encodable(text: str) -> bool:
    """Tell whether there is no lone surrogate; ten times as fast as to look for one."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


def _is_legible(text: str) -> bool:
    """Tell whether there is a word or a number in the text, and not mostly bytes of a file."""
    return _TELLING.search(text) is not None and (
        text.isprintable() or len(_ILLEGIBLE.findall(text)) * _MOST_ILLEGIBLE <= len(text)
    )


def _bare(text: str, indicators: Sequence[Indicator]) -> bool:
    """Tell whether the text is nothing but indicators and punctuation."""
    read = 0
    for indicator in indicators:
        span = indicator.span
        if _TELLING.search(text, read, span.start):
            return False
        read = max(read, span.end)
    return _TELLING.search(text, read) is None


def _at(span: Span, thing: Placed) -> Placed:
    if isinstance(thing, SmsPort | OddNumber | Signature | Claim):
        return replace(thing, span=span)
    return replace(thing, span=span)


def _moved(found: _Found, excerpt: Excerpt) -> _Found:
    def moved(things: tuple[Placed, ...]) -> tuple[Placed, ...]:
        return tuple(_at(excerpt.original(each.span), each) for each in things)

    return replace(
        found,
        links=moved(found.links),
        numbers=moved(found.numbers),
        signatures=moved(found.signatures),
        claims=moved(found.claims),
        hits=tuple(replace(each, span=excerpt.original(each.span)) for each in found.hits),
    )
