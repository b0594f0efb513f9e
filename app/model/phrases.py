"""Phrase knowledge: what people write when they claim, pretend, demand or press.

A *phrase* is literal pieces with bounded gaps, in folded text: `…` is a gap of up to 8 characters
(24 in an English phrase) inside one sentence, `{a|b}` an alternative, `{name}` a word
set (`@name` among alternatives). Raw regular expressions do not exist here: data may not hang the
program.
"""

from enum import StrEnum

from msgspec import Struct

from .language import LocalizedText
from .scam_category import ScamCategory
from .source_note import SourceNote


class SlotKind(StrEnum):
    """What a slot's phrases tell."""

    ROLE = "role"  # who is claimed
    PRETEXT = "pretext"  # why
    PRESSURE = "pressure"  # urgency, secrecy, authority, reward
    PAYOUT = "payout"  # money, goods or relief promised to the reader
    PRODUCT = "product"  # something an organisation says does not exist
    ACT = "act"  # what the reader is told to do
    ASK = "ask"  # wide forms of demands, too loose to warn alone
    SIGN = "sign"  # words of a story that decide nothing alone and only add up
    NOTICE = "notice"  # genuine notices and plain adverts: they lower the sum of signs, no more
    FORBIDS = "forbids"  # stance: the clause forbids what follows
    DENIES = "denies"  # stance: the clause says it never happens
    SPARES = "spares"  # stance: the clause says it is not needed
    REPORTS = "reports"  # stance: "swindlers ask you to …", "if the caller wants you to …"
    NARRATES = "narrates"  # stance: swindlers or victims are spoken of
    ADDRESSES = "addresses"  # stance: the clause speaks to the reader now
    CONCLUDES = "concludes"  # stance: "… is always a scam", behind the act
    OTHERS = "others"  # stance: "everything else", which a conclusion may speak of instead
    CONCERNS = "concerns"  # stance: the narrator is the one who is asked, or asks what to do
    INTRODUCES = "introduces"  # "this is …" in front of a name makes it a claim
    SERVES = "serves"  # "… customer service" behind a name makes it a claim
    ANNOUNCES = "announces"  # "… informs you" behind a name makes it a claim


ASKING = frozenset({SlotKind.ASK, SlotKind.ACT})  # what is wanted of the reader


class ActGroup(StrEnum):
    """Group A decides alone; group B warns, and decides in company."""

    A = "a"
    B = "b"


class Slot(Struct, frozen=True):
    """One idea and the many ways people write it.

    `categories` are the scripts it hints at. `caption` says in a few words what the other party
    does with it, a piece of a sentence. The other fields are filled for acts only:
    `reason` is one sentence for the screen, `rule` says which rule of life the act breaks.
    If `company` is not empty, the act counts only beside one of its entries; `decides_with` says
    what makes a warning of group B decide. Entries are slot ids, kinds ("role", "payout",
    "pretext", "act"), "group_a", "claim", or a signal of ScamPattern ("unlisted_link").
    `matches` must contain the slot, `innocent` must not; a test runs both.
    """

    id: str
    kind: SlotKind
    phrases: tuple[str, ...]
    categories: tuple[ScamCategory, ...] = ()
    group: ActGroup | None = None
    company: tuple[str, ...] = ()
    decides_with: tuple[str, ...] = ()
    reason: LocalizedText | None = None
    rule: LocalizedText | None = None
    sources: tuple[SourceNote, ...] = ()
    matches: tuple[str, ...] = ()
    innocent: tuple[str, ...] = ()
    caption: LocalizedText | None = None


class WordSet(Struct, frozen=True):
    """Words that may stand for each other inside phrases, written there as `{name}`."""

    name: str
    words: tuple[str, ...]


SIGNALS = frozenset(
    {
        "link",
        "unlisted_link",
        "foreign_link",
        "nameless_link",
        "rare_ending",
        "made_up_host",
        "phone",
        "mobile",
        "outside_number",
        "money",
        "claimed_organisation",
    }
)
"""What a pattern may ask of a reading besides slots."""


WEIGHED_SIGNALS = frozenset(
    {
        "unlisted_link",
        "foreign_link",
        "nameless_link",
        "rare_ending",
        "made_up_host",
        "listed_links",
        "leads_nowhere",
        "mobile",
        "outside_number",
        "money",
        "claimed_organisation",
    }
)
"""What of a reading besides its slots can carry a weight."""
CALMING_SIGNALS = frozenset({"listed_links", "leads_nowhere"})
"""Those that can only lower the sum of signs."""


class PatternStrength(StrEnum):
    """What a pattern alone leads to: red or orange."""

    RED = "red"
    ORANGE = "orange"


class ScamPattern(Struct, frozen=True):
    """A script recognised: every group of `needs` has at least one slot within `within` characters.

    A group's entries are slot ids, or SIGNALS. Acts count as demands only. `unless` names
    slots whose presence switches the pattern off (never used with acts of group A).
    `season` is ("MM-DD", "MM-DD") in mainland time, or None for all year.
    """

    id: str
    category: ScamCategory
    strength: PatternStrength
    needs: tuple[tuple[str, ...], ...]
    unless: tuple[str, ...]
    within: int
    reason: LocalizedText
    rule: LocalizedText
    sources: tuple[SourceNote, ...]
    matches: tuple[str, ...]
    innocent: tuple[str, ...]
    season: tuple[str, str] | None = None


WEIGHT_LEVELS = (
    *("base", "disbelief", "doubt", "backing", "orange", "part", "script", "red", "alone"),
)
"""Rows of the table of weights that are no signs; SignWeight tells what they mean."""


class SignWeight(Struct, frozen=True):
    """What one sign adds to the sum, in hundredths of a natural logarithm of odds.

    `sign` is a slot id, a signal of a reading ("unlisted_link"), a pair of kinds that stand
    together ("role+ask"), or a level: "base" starts every sum; below "doubt" a suspicion counts
    less, and below "disbelief" much less, unless a few sentences reach "backing"; from "orange" on
    the sum warns, from "part" on that of a few sentences, from "script" on a whole script decides
    (role, story and demand), from "red" on part of one, from "alone" on a demand or a story.
    Fitted by `packaging/fit_weights.py`.
    """

    sign: str
    hundredths: int


class WeighedWords(Struct, frozen=True):
    """The words that add the same to the sum, in hundredths of a natural logarithm of odds.

    A word is one to three hanzi that stand side by side, or one or two Latin words, as folded.
    Fitted by `packaging/fit_weights.py`.
    """

    hundredths: int
    words: tuple[str, ...]


class CategoryWords(Struct, frozen=True):
    """What speaks alike for one category or against it, in hundredths of a natural logarithm.

    Each of `words` is a slot id, "script.loan" and the like for a script that was recognised,
    "link" or "claim", two hanzi that stand side by side, a Latin word of three letters at least,
    two such words of any length, or "base", from which the category's sum starts. `category` is
    "other" for a fraud that no category describes.
    Fitted by `packaging/fit_categories.py`.
    """

    category: str
    hundredths: int
    words: tuple[str, ...]


OTHER_CATEGORY = "other"
"""What CategoryWords calls a fraud that no category describes."""
