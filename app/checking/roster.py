"""The checks, in the order of judgement, with what they remember of a reading."""

from collections.abc import Callable, Iterator
from datetime import date
from itertools import compress, product

from ..model.indicator import Link
from ..model.reading import Reading
from ..model.register import Register
from ..model.shown_number import ShownNumber
from ..reading.sealed import Kept
from .checks.bare_account import BareAccount
from .checks.check import EVERY_TEXT, Check, Topic
from .checks.claim_mismatch import ClaimMismatch
from .checks.forbidden_act import ForbiddenAct
from .checks.link_shape import LinkShape
from .checks.lookalike_domain import LookalikeDomain
from .checks.lookalike_number import LookalikeNumber
from .checks.never_statement import BrokenPromise
from .checks.number_origin import NumberOrigin
from .checks.official_domain import OfficialSite
from .checks.official_number import OfficialLine
from .checks.reported_indicator import ReportedMatch
from .checks.reported_list import ListMatch
from .checks.scam_script import ScamScript
from .checks.weighed_signs import WeighedSigns
from .circumstances import Surroundings
from .knowledge import Knowledge
from .lookalike_index import LookalikeIndex
from .number_likeness import NumberLikeness
from .weighing import Weighing


class Roster:
    """Every check, and what drops the memories that several of them share; immutable."""

    def __init__(
        self, checks: tuple[Check, ...] = (), forgetting: tuple[Callable[[], None], ...] = ()
    ) -> None:
        self.checks = checks
        self.forgetting = forgetting
        every = product((False, True), repeat=len(Topic))
        self._of_topics = {held: tuple(self._for(held)) for held in every}

    def of(self, reading: Reading, knowledge: Knowledge) -> tuple[Check, ...]:
        """Return the checks that look at anything the reading holds, in their order."""
        shown, sent = reading.shown, reading.sender is not None
        if sent or reading.bare:
            listed = others = bool(shown)
        else:
            listed, others = _of_mentions(shown, knowledge)
        known, unowned = _of_links(reading.links, knowledge)
        held = bool(reading.hits), sent or bool(reading.claims), listed, others, known, unowned
        return self._of_topics[held]

    def _for(self, held: tuple[bool, ...]) -> Iterator[Check]:
        topics = set(compress(Topic, held))
        for each in self.checks:
            if each.looks_at == EVERY_TEXT or not topics.isdisjoint(each.looks_at):
                yield each


def _of_mentions(shown: tuple[ShownNumber, ...], knowledge: Knowledge) -> tuple[bool, bool]:
    """Tell whether there are listed numbers, and others."""
    listed = other = False
    for each in shown:
        if knowledge.official_numbers(each.number):
            listed = True
        else:
            other = True
    return listed, other


def _of_links(links: tuple[Link, ...], knowledge: Knowledge) -> tuple[bool, bool]:
    """Tell whether there are known links, and others; a platform is both."""
    known = other = False
    for each in links:
        place = knowledge.place_of(each.host)
        if place.is_unlisted:
            other = True
        else:
            known = True
            other = other or each.has_userinfo or not place.owners
    return known, other


def roster(
    register: Register,
    domains: LookalikeIndex,
    numbers: NumberLikeness,
    today: Callable[[], date],
    kept: Kept | None = None,
) -> Roster:
    """Return every check, ready to examine.

    `today` tells the day for seasonal scripts; `kept` is where what finds the fitted words is kept
    from one start to the next.
    """
    surroundings = Surroundings()
    weighing = Weighing(register.weights, register.wording, surroundings, kept)
    checks: tuple[Check, ...] = (
        ForbiddenAct(register.slots, surroundings, weighing),
        BrokenPromise(surroundings, weighing),
        ScamScript(register.patterns, today, surroundings, weighing),
        WeighedSigns(weighing, surroundings),
        BareAccount(),
        ReportedMatch(),
        ListMatch(today),
        ClaimMismatch(),
        LookalikeNumber(numbers),
        LookalikeDomain(domains),
        NumberOrigin(),
        LinkShape(),
        OfficialLine(),
        OfficialSite(),
    )
    return Roster(checks, (surroundings.forget, weighing.forget))
