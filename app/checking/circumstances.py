"""What surrounds an act: the slots, kinds and signals of one reading that rules may ask for."""

import re
from collections import Counter
from collections.abc import Iterator

from ..model.indicator import Line, Link, PhoneNumber
from ..model.phrases import WEIGHED_SIGNALS, ActGroup, Slot, SlotKind
from ..model.reading import PhraseHit, Reading, Stance
from ..model.scam_category import ScamCategory
from .dialogues import is_dialogue
from .host_endings import HostEndings
from .knowledge import Knowledge, Place
from .lazily import Lazily
from .link_manners import manners

# One class in front of both forms, so that the search can leap from one such character to the next.
_MONEY = re.compile(
    r"[\d¥$£€](?:(?<=\d)[,.]*+\s?(?:元|块|万|rmb|usd|yuan|dollars)|(?<=[¥$£€])\s?\d)"
)
_HANZI = re.compile("[\u3400-\u9fff]")
_DEMAND = Stance.DEMAND
_MOBILE = frozenset({Line.MOBILE, Line.VIRTUAL_MOBILE})
_CATEGORY_WEIGHT = {
    SlotKind.PRODUCT: 4,
    SlotKind.PRETEXT: 3,
    SlotKind.ROLE: 2,
    SlotKind.PAYOUT: 2,
    SlotKind.ACT: 1,
    SlotKind.PRESSURE: 1,
    SlotKind.ASK: 1,
    SlotKind.SIGN: 1,
}


class Circumstances:
    """Read once for each check of a reading that holds phrases at all.

    Only demanded slots are seen here; what is merely mentioned surrounds nothing.
    """

    def __init__(self, reading: Reading, knowledge: Knowledge) -> None:
        self._reading = reading
        self._knowledge = knowledge
        demanded = [hit for hit in reading.hits if hit.stance is _DEMAND]
        self.demanded = tuple(demanded)
        self.slots = frozenset([hit.slot.id for hit in demanded])

    @Lazily
    def kinds(self) -> frozenset[SlotKind]:
        """Return the kinds of the demanded slots."""
        return frozenset([hit.slot.kind for hit in self.demanded])

    @Lazily
    def _acts(self) -> frozenset[str]:
        return frozenset(hit.slot.id for hit in self.demanded if hit.slot.kind is SlotKind.ACT)

    @Lazily
    def signals(self) -> frozenset[str]:
        """Return the signals of ScamPattern that this reading shows."""
        reading, shown = self._reading, self._of_numbers()
        if reading.links:
            shown.add("link")
            shown |= self._of_links()
        if reading.claims:
            shown.update(("claimed_organisation", "claim"))
        if _MONEY.search(reading.folded) is not None:
            shown.add("money")
        return frozenset(shown)

    def _of_links(self) -> set[str]:
        place_of, shown = self._knowledge.place_of, set()
        unlisted = [each for each in self._reading.links if place_of(each.host).is_unlisted]
        if unlisted:
            shown.add("unlisted_link")
        if self._leads_abroad():
            shown.add("foreign_link")
            text = self._reading.submission.text
            shown.update(manners(text, unlisted, self._knowledge.endings))
        return shown

    def _of_numbers(self) -> set[str]:
        shown = set()
        for each in self._reading.shown:
            shown.add("phone")
            if isinstance(each.number, PhoneNumber):
                if each.number.line in _MOBILE:
                    shown.add("mobile")
                elif each.number.line is Line.OUTSIDE:
                    shown.add("outside_number")
        return shown

    @Lazily
    def weighed_signals(self) -> frozenset[str]:
        """Return the signals that may carry a weight.

        Honest firms abroad all write with links of their own, so that "foreign_link" stands instead
        of "unlisted_link" and weighs by itself.
        "listed_links": every link is listed. "leads_nowhere": a signed text that names no link and
        no number but listed ones, so that there is nobody to follow.
        """
        reading = self._reading
        signals = self.signals & WEIGHED_SIGNALS
        if "foreign_link" in signals:
            signals -= {"unlisted_link"}
        if reading.links and all(place.owners for place in self._places()):
            signals |= {"listed_links"}
        leads_on = "unlisted_link" in self.signals
        if reading.signatures and not leads_on and self._names_listed_only():
            signals |= {"leads_nowhere"}
        return signals

    def _places(self) -> Iterator[Place]:
        for each in self._reading.links:
            yield self._knowledge.place_of(each.host)

    def _names_listed_only(self) -> bool:
        return all(self._knowledge.official_numbers(each.number) for each in self._reading.shown)

    def _leads_abroad(self) -> bool:
        """Tell whether a message without Chinese leads to a page nobody vouches for.

        No mainland office writes so; what is said in a talk leads nowhere.
        """
        reading = self._reading
        if _HANZI.search(reading.folded) or is_dialogue(reading.submission.text):
            return False
        place_of = self._knowledge.place_of
        abroad = (each for each in reading.links if not place_of(each.host).is_owned)
        return any(_is_meant(each, self._knowledge.endings) for each in abroad)

    def has(self, wanted: tuple[str, ...], besides: str) -> bool:
        """Tell whether one of `wanted` surrounds the act `besides`."""
        return any(self._has(each, besides) for each in wanted)

    def counts(self, slot: Slot) -> bool:
        """Tell whether a demanded act counts in its company."""
        return not slot.company or self.has(slot.company, slot.id)

    @Lazily
    def category(self) -> ScamCategory | None:
        """Return the script that most of the demanded slots hint at."""
        votes: Counter[ScamCategory] = Counter()
        for slot in {hit.slot.id: hit.slot for hit in self.demanded}.values():
            for category in slot.categories:
                votes[category] += _CATEGORY_WEIGHT.get(slot.kind, 0)
        return votes.most_common(1)[0][0] if votes else None

    def _has(self, wanted: str, besides: str) -> bool:
        if wanted in self.slots:
            return wanted != besides
        if wanted == "act":
            return bool(self._acts - {besides})
        if wanted == "group_a":
            return any(hit.slot.id != besides for hit in self._gravest)
        return wanted in self.kinds or wanted in self.signals

    @Lazily
    def _gravest(self) -> tuple[PhraseHit, ...]:
        return tuple(
            hit
            for hit in self.demanded
            if hit.slot.group is ActGroup.A
            and (not hit.slot.company or self._has_without_gravest(hit.slot))
        )

    def _has_without_gravest(self, slot: Slot) -> bool:
        # Two acts that each count only beside the other do not make each other count.
        wanted = tuple(each for each in slot.company if each != "group_a")
        return self.has(wanted, slot.id)


def _is_meant(link: Link, endings: HostEndings) -> bool:
    """Tell a link from two words with only a full stop between ("see you today.do come")."""
    written = link.as_written.lower()
    return "/" in written or written.startswith("www.") or written.endswith(endings.meant)


class Surroundings:
    """Gives the circumstances of a reading, made once though several checks ask."""

    def __init__(self) -> None:
        self._last: tuple[Reading, Circumstances] | None = None

    def of(self, reading: Reading, knowledge: Knowledge) -> Circumstances:
        """Return the circumstances of `reading`."""
        last = self._last  # another thread may put its own here; each keeps what it took
        if last is None or last[0] is not reading:
            last = (reading, Circumstances(reading, knowledge))
            self._last = last
        return last[1]

    def forget(self) -> None:
        """Drop the last reading: what people paste is not kept longer than it serves."""
        self._last = None
