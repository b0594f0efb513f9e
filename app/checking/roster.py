"""The checks, in the order of judgement, with what they remember of a reading."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from ..model.register import Register
from .checks.check import Check
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
from .lookalike_index import LookalikeIndex
from .number_likeness import NumberLikeness
from .weighing import Weighing


@dataclass(frozen=True, slots=True)
class Roster:
    """Every check, and the memories that several of them share."""

    checks: tuple[Check, ...] = ()
    memories: tuple[Surroundings | Weighing, ...] = ()

    def forget(self) -> None:
        """Drop what was worked out about the last reading."""
        for each in self.memories:
            each.forget()


def roster(
    register: Register, domains: LookalikeIndex, numbers: NumberLikeness, today: Callable[[], date]
) -> Roster:
    """Return every check, ready to examine; `today` tells the day for seasonal scripts."""
    surroundings = Surroundings()
    weighing = Weighing(register.weights, register.wording, surroundings)
    checks: tuple[Check, ...] = (
        ForbiddenAct(register.slots, surroundings, weighing),
        BrokenPromise(surroundings),
        ScamScript(register.patterns, today, surroundings, weighing),
        WeighedSigns(weighing, surroundings),
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
    return Roster(checks, (surroundings, weighing))
