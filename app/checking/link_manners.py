"""Says how a link nobody can be named for fits the text it stands in."""

import re
from collections.abc import Iterable, Iterator
from itertools import islice

from ..model.indicator import Link
from .host_endings import HostEndings

NAMELESS, RARE_ENDING, MADE_UP = "nameless_link", "rare_ending", "made_up_host"
_NOT_LATIN = re.compile(r"[^a-z0-9]+")
_WORD = re.compile(r"[a-z0-9]+")
_MADE_UP = re.compile(r"[-0-9]|^[b-df-hj-np-tv-z]{5,}$")
_SHORTEST_LABEL, _SHORTEST_WORD = 4, 5
_MOST_HOSTS, _LONGEST = 16, 4_000  # of a long text the beginning tells enough


def manners(text: str, links: Iterable[Link], endings: HostEndings) -> Iterator[str]:
    """Yield what is odd about `links`, which stand in `text` at their spans.

    "nameless_link": the words around say nothing of its host, while a firm that writes mostly names
    itself in both; meant for texts in Latin letters. "rare_ending": few who want to be known choose
    such an ending. "made_up_host": its registrable label holds a hyphen or a figure, or has no
    vowel.
    """
    every = tuple(links)
    around = _without(text, every)[:_LONGEST].lower()
    words = {word for word in _WORD.findall(around) if len(word) >= _SHORTEST_WORD}
    said = _NOT_LATIN.sub("", around)
    of_hosts = {each.host: each for each in every}
    for each in islice(of_hosts.values(), _MOST_HOSTS):
        label, _, suffix = each.registrable_domain.partition(".")
        if suffix and not endings.are_ordinary(suffix) and not endings.are_of_a_country(suffix):
            yield RARE_ENDING
        if _MADE_UP.search(label) is not None:
            yield MADE_UP
        if not _is_named(each.host, words, said):
            yield NAMELESS


def _without(text: str, links: Iterable[Link]) -> str:
    pieces, done = [], 0
    for each in links:
        pieces.append(text[done : each.span.start])
        done = max(done, each.span.end)
    return "\n".join([*pieces, text[done:]])


def _is_named(host: str, words: Iterable[str], said: str) -> bool:
    """Tell whether the host holds one of the words, or what is `said` a label of the host."""
    plain = _NOT_LATIN.sub("", host)
    if any(word in plain for word in words):
        return True
    labels = re.split(r"[.-]", host)[:-1]
    return any(len(label) >= _SHORTEST_LABEL and label in said for label in labels)
