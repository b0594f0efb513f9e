"""Says what is odd about how a link is built, from its words and from where it is kept."""

import re
from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path

import tomli
from msgspec import Struct

from ..model.indicator import Link

_SHORTEST_WORD = 5  # shorter words of identity stand inside other words (sso in "lesson")
_MANY_HYPHENS = 3
_SOME_HYPHENS = 2
_BETWEEN = re.compile(r"[^a-z0-9]+")
_LONG_NUMBER = re.compile(r"[0-9]{3}")
_MAIL = re.compile(r"[\w.+-]+@[\w-]+\.[a-z]", re.IGNORECASE)


class Sign(StrEnum):
    """What is odd; the values are the tails of the catalog keys."""

    BRAND_IN_FRONT = "brand_in_front"  # dhl.parcels-eu.xyz
    FREE_HOSTING = "free_hosting"  # wallet-help-123.webflow.io
    IDENTITY_HOST = "identity_host"  # secure-login.top
    BUSY_NAME = "busy_name"  # a-b-c-d.com
    IDENTITY_PAGE = "identity_page"  # evil.top/verify.php
    BRAND_PAGE = "brand_page"  # evil.top/alipay/index.php
    MACHINERY = "machinery"  # somebody.com/wp-includes/x/
    MAIL = "mail"  # evil.top/?u=me@mine.com


class SignWords(Struct, frozen=True):
    """`resources/links/link_signs.toml`, whose comments say what each list is for."""

    identity: frozenset[str]
    identity_paths: frozenset[str]
    machinery: frozenset[str]
    page_files: tuple[str, ...]
    free_hosting: tuple[str, ...]


class Oddity(Struct, frozen=True):
    """A sign, with the brand that is named where the sign is about one."""

    sign: Sign
    brand: str = ""


def load_sign_words(resources: Path) -> SignWords:
    """Read `links/link_signs.toml` below `resources`."""
    with (resources / "links" / "link_signs.toml").open("rb") as file:
        table = tomli.load(file)
    return SignWords(
        identity=frozenset(table["identity"]),
        identity_paths=frozenset(table["identity_paths"]),
        machinery=frozenset(table["machinery"]),
        page_files=tuple(table["page_files"]),
        free_hosting=tuple(f".{each}" for each in table["free_hosting"]["suffixes"]),
    )


class LinkSigns:
    """Looks for signs in links that no list knows; immutable, safe to share between threads.

    `brands` are names in plain letters that stand for somebody in particular.
    """

    def __init__(self, words: SignWords, brands: frozenset[str]) -> None:
        self._words = words
        self._brands = brands
        self._inside = tuple(
            word for word in words.identity | brands if len(word) >= _SHORTEST_WORD
        )

    def of(self, link: Link) -> Oddity | None:
        """Return the most telling sign of an unlisted link; None if it is built as others are."""
        return self._of_host(link) or self._of_path(link)

    def _of_host(self, link: Link) -> Oddity | None:
        registrable = link.registrable_domain
        if not registrable:
            return None
        shown = link.unicode_host
        named = registrable if _is_front_door(link, self._words.identity) else shown
        tokens = frozenset(re.split(r"[.-]", named))
        label = registrable.partition(".")[0]
        if brand := self._in_front(link):
            return Oddity(Sign.BRAND_IN_FRONT, brand)
        if shown.endswith(self._words.free_hosting):
            return Oddity(Sign.FREE_HOSTING) if self._is_made_up(label) else None
        if tokens & self._words.identity:
            return Oddity(Sign.IDENTITY_HOST)
        return Oddity(Sign.BUSY_NAME) if _is_busy(label) else None

    def _in_front(self, link: Link) -> str:
        """Return the brand that stands alone before somebody else's name."""
        front = link.host[: -len(link.registrable_domain)]
        if not front:
            return ""
        return next((each for each in re.split(r"[.-]", front) if each in self._brands), "")

    def _is_made_up(self, label: str) -> bool:
        return (
            "-" in label
            or _LONG_NUMBER.search(label) is not None
            or any(word in label for word in self._inside)
        )

    def _of_path(self, link: Link) -> Oddity | None:
        path = link.path.lower()
        folders = frozenset(path.split("/"))
        is_page = path.endswith(self._words.page_files)
        asks = bool(self._words.identity_paths & _words_of(path))
        if brand := self._named(folders, telling=is_page or asks):
            return Oddity(Sign.BRAND_PAGE, brand)
        if asks and (is_page or link.is_ip):
            return Oddity(Sign.IDENTITY_PAGE)
        if folders & self._words.machinery and (is_page or "." not in path.rpartition("/")[2]):
            return Oddity(Sign.MACHINERY)
        return Oddity(Sign.MAIL) if "@" in link.url and _names_mailbox(link) else None

    def _named(self, folders: frozenset[str], *, telling: bool) -> str:
        return next(iter(sorted(folders & self._brands)), "") if telling else ""


def _is_front_door(link: Link, identity: frozenset[str]) -> bool:
    """Tell whether it is “account.company.com”, as honest companies call the place to log in."""
    front, dot, rest = link.host.partition(".")
    plain = rest.partition(".")[0].isalpha()
    return bool(dot) and rest == link.registrable_domain and plain and front in identity


def _words_of(path: str) -> frozenset[str]:
    parts = path.split("/")
    return frozenset(_pieces(parts))


def _pieces(parts: list[str]) -> Iterator[str]:
    for part in parts:
        yield part
        yield from _BETWEEN.split(part)


def _is_busy(label: str) -> bool:
    if label.startswith("xn--"):
        return False
    hyphens = label.count("-")
    return hyphens >= _MANY_HYPHENS or (
        hyphens >= _SOME_HYPHENS and _LONG_NUMBER.search(label) is not None
    )


def _names_mailbox(link: Link) -> bool:
    return _MAIL.search(link.url.partition("://")[2].partition("/")[2]) is not None
