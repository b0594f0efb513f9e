"""Says which official host name, or which world brand's, another host name imitates, and how."""

from collections.abc import Callable

from msgspec import Struct
from msgspec.structs import replace

from ..model.indicator import Link
from ..model.language import LocalizedText
from ..model.register import Register
from ..reading.skeleton import Skeletons
from .genuine_names import GenuineNames
from .link_signs import LinkSigns
from .lookalike_words import LookalikeWords
from .name_likeness import Imitated, NameLikeness
from .world_brands import as_register

_SHORTEST_WORLD_TYPO = 6  # the world has more short names than the register
_SHORTEST_ALONE = 4  # shorter names are abbreviations of anything


class ImitatedBrand(Struct, frozen=True):
    """The brand of the world that a host imitates."""

    imitated: Imitated
    names: LocalizedText


class LookalikeIndex:
    """Built once from a register; immutable, safe to share between threads.

    `signs` finds what else is odd about links, knowing the same names.
    """

    def __init__(self, register: Register, skeletons: Skeletons, words: LookalikeWords) -> None:
        own = GenuineNames(register, skeletons, words)
        self.imitated: Callable[[Link], Imitated | None]
        self.imitated = NameLikeness(own, skeletons, words).imitated
        """Returns which listed site an unlisted link imitates; None if none."""
        world = as_register(words.brands)
        abroad = {each.domain.partition(".")[0] for each in words.brands} | words.abroad
        worldly = replace(words, abroad=frozenset(abroad))
        names = GenuineNames(world, skeletons, worldly, _SHORTEST_WORLD_TYPO)
        self._world = NameLikeness(names, skeletons, worldly)
        self._owned = frozenset(each for brand in words.brands for each in brand.also)
        brands = own.by_brand.keys() | names.by_brand.keys()
        self.signs = LinkSigns(words.signs, frozenset(filter(_is_telling, brands)))
        self._names_of = {each.domain: each.names for each in words.brands}

    def imitated_brand(self, link: Link) -> ImitatedBrand | None:
        """Return which brand of the world a link imitates that is not a site of that brand."""
        if link.registrable_domain in self._owned:
            return None
        found = self._world.imitated(link)
        return ImitatedBrand(found, self._names_of[found.organization_id]) if found else None


def _is_telling(brand: str) -> bool:
    return brand.isalpha() and len(brand) >= _SHORTEST_ALONE
