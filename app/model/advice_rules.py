"""Which steps are advised when; editors write them as tables."""

from enum import StrEnum

from msgspec import Struct

from .advice import AdviceAction, AdviceStep
from .records import Sector
from .scam_category import ScamCategory
from .submission import Channel
from .verdict import VerdictLevel


class Circumstance(StrEnum):
    """What else a step may depend on."""

    CLAIMED = "claimed"  # an organisation of the register is claimed or imitated
    CLAIMED_NUMBER = "claimed_number"  # … and publishes a number one can dial
    CLAIMED_SITE = "claimed_site"  # … and publishes a site
    LISTED_NUMBER = "listed_number"  # the number in hand is listed and takes calls
    LISTED_SITE = "listed_site"  # the link in hand is listed
    HAS_LINK = "has_link"
    OUTSIDE = "outside"  # a number from outside the mainland
    STALE = "stale"  # the list is too old
    INCOMPLETE = "incomplete"  # a part was not read


class ContactFrom(StrEnum):
    """Where a step's number or site is taken from."""

    NOWHERE = ""
    CLAIMED = "claimed"
    CLAIMED_SITE = "claimed_site"
    LISTED = "listed"
    LISTED_SITE = "listed_site"
    ORGANISATION = "organisation"


class AdviceRule(Struct, frozen=True):
    """One step and when it is given. An empty set means "any".

    Its words are `advice.<key>`. Steps are taken in the order of `rank`. `organization_id` and
    `number` name a row of the register when `contact` is ORGANISATION. `numbers` are register keys
    of the listed number in hand, `except_numbers` those that have steps of their own; `sectors`
    are those of the claimed organisation. One of `acts` must be demanded of the reader, if any are
    named. All of `when` must hold, none of `unless`. Of a named
    `group` only the first few are given. `plain_step` is the finished step of a rule that names
    nobody, None for all others.
    """

    key: str
    action: AdviceAction
    rank: int
    levels: frozenset[VerdictLevel]
    kinds: frozenset[Channel] = frozenset()
    categories: frozenset[ScamCategory] = frozenset()
    without_category: bool = False
    sectors: frozenset[Sector] = frozenset()
    acts: frozenset[str] = frozenset()
    numbers: frozenset[str] = frozenset()
    except_numbers: frozenset[str] = frozenset()
    when: frozenset[Circumstance] = frozenset()
    unless: frozenset[Circumstance] = frozenset()
    contact: ContactFrom = ContactFrom.NOWHERE
    organization_id: str = ""
    number: str = ""
    group: str = ""
    plain_step: AdviceStep | None = None


class AdviceRules(Struct, frozen=True):
    """All rules by level and kind, in the order of rank.

    At most `most` steps are given, and at most `most_of_group` of those that share a group.
    """

    cases: dict[tuple[VerdictLevel, Channel], tuple[AdviceRule, ...]]
    most: int
    most_of_group: int

    def of(self, level: VerdictLevel, kind: Channel) -> tuple[AdviceRule, ...]:
        """Return the rules that may speak for this level and kind."""
        return self.cases.get((level, kind), ())


def sort_rules(rules: tuple[AdviceRule, ...], most: int, most_of_group: int) -> AdviceRules:
    """Sort the rules, so that a check looks only at those of its own level and kind."""
    ranked = sorted(rules, key=lambda each: each.rank)
    cases = {
        (level, kind): tuple(
            each
            for each in ranked
            if level in each.levels and (not each.kinds or kind in each.kinds)
        )
        for level in VerdictLevel
        for kind in Channel
    }
    return AdviceRules(cases, most, most_of_group)
