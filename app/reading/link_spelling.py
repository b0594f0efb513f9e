"""Undoes the ways in which parts of a link are disguised."""

import re
import unicodedata
from typing import NamedTuple

from ..model.text_span import Span
from .link_grammar import ANY_DOT, FULL_WIDTH, HAS_HANZI, PATH, PORT, SOFT_DOT
from .public_suffixes import PublicSuffixes

LONGEST_HOST = 400  # DNS allows 253; some room for zero-width characters and [.]
LONGEST_ADDRESS = 8192
ORDINARY = re.compile(r"[0-9A-Za-z.-]+")
_HIGHEST_PORT = 65535
_TRAILING = ".,;:!?'\")]}*_~|>、"
_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufe00-\ufe0f\ufeff]")


class Candidate(NamedTuple):
    """Characters start..end of the text, and the address they spell."""

    start: int
    end: int
    address: str


Found = Candidate | Span
"""A candidate, or the place of an e-mail address."""


def plain(text: str) -> str:
    """Return full-width forms as ASCII, each character where it was."""
    return text if text.isascii() else text.translate(FULL_WIDTH)


def dotted(host: str) -> str:
    """Return the host in lower case, without invisible characters, each dot a plain one."""
    if ORDINARY.fullmatch(host):
        return host.lower()
    undisguised = ANY_DOT.sub(".", host)
    if not host.isascii():
        undisguised = unicodedata.normalize("NFKC", _INVISIBLE.sub("", undisguised))
    return undisguised.lower()


def top_of(host: str) -> str:
    """Return the top-level label."""
    return host.rpartition(".")[2]


def port_of(tail: str) -> str:
    """Return the port that `tail` begins with, as ":8080", or ""."""
    match = PORT.match(tail)
    return match.group() if match and int(match.group()[1:]) <= _HIGHEST_PORT else ""


def path_at(text: str, position: int) -> str:
    """Return path, query and fragment that begin at `position`, without closing punctuation."""
    match = PATH.match(text, position)
    return without_closing(match[0]) if match else ""


def without_closing(whole: str) -> str:
    """Return a path without closing punctuation, which belongs to the sentence around it."""
    path = whole.rstrip(_TRAILING)
    if path != whole and whole[len(path)] == ")" and path.count("(") > path.count(")"):
        path += ")"
    return path


def candidate(text: str, start: int, end: int, address: str) -> Candidate:
    """Return the candidate of an address without path, with the path that follows in the text."""
    return with_path(start, end, address, path_at(text, end))


def with_path(start: int, end: int, address: str, path: str) -> Candidate:
    """Return the candidate of an address at start..end with the path that follows, "" for none."""
    if path:
        address += path if path.isascii() else path.translate(FULL_WIDTH)
    return Candidate(start, end + len(path), address[:LONGEST_ADDRESS])


def known_length(raw: str, suffixes: PublicSuffixes) -> int:
    """Cut words glued behind a host until it lies below a known suffix; 0 if it never does."""
    end = len(raw)
    while end:
        if suffixes.is_known(dotted(raw[:end])):
            return end
        dots = list(ANY_DOT.finditer(raw, 0, end))
        if not dots:
            return 0
        last = raw[dots[-1].end() : end]
        top = next((top for top in suffixes.hanzi_tops if last.startswith(top)), "")
        if top:
            return dots[-1].end() + len(top)
        if not (HAS_HANZI.match(last) or SOFT_DOT.fullmatch(dots[-1].group())):
            return 0
        end = dots[-1].start()
    return 0
