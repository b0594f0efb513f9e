"""The feed card: a small file that tells a program which feed to follow, and whose keys to trust.

It is UTF-8 JSON with the extension `.mingbian-feed`: the feed's name, its address and its root
metadata (TUF specification 1.0, section 5.2: trust begins with a root that came by another way).
"""

import hashlib
import json
import unicodedata
from collections.abc import Mapping
from typing import Any, cast
from urllib.parse import urlsplit

from msgspec import Struct

from ..model.errors import DamagedDataError
from ..model.language import LocalizedText
from .voice_words import VoiceWords

EXTENSION = ".mingbian-feed"
CARD_LIMIT = 300_000  # bytes
_FORMAT = "mingbian-feed-card-1"
_FIELDS = frozenset({"format", "name", "url", "root"})
_LONGEST_NAME = 80
_LONGEST_URL = 500
_LOOPBACK = frozenset({"127.0.0.1", "::1", "localhost"})
_COMPARED_WORDS = 12


class FeedCard(Struct, frozen=True):
    """`url` ends with a slash; `metadata/` and `targets/` lie below it. `root` is TUF JSON."""

    name: LocalizedText
    url: str
    root: str


def read_card(data: bytes) -> FeedCard:
    """Read what `write_card` wrote; DamagedDataError for anything else, or more than CARD_LIMIT.

    Only the form is checked: whose keys the root names is for people to compare, and whether it is
    signed by them is for the TUF client.
    """
    if len(data) > CARD_LIMIT:
        raise DamagedDataError("damaged-data", cause="the feed card is too long")
    try:
        return _card(json.loads(data.decode("utf-8")))
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise DamagedDataError("damaged-data", cause=f"feed card: {error}") from error


def write_card(card: FeedCard) -> bytes:
    """Return the card as a file; ValueError or TypeError for one that `read_card` would refuse."""
    row = {
        "format": _FORMAT,
        "name": {"zh": card.name.zh, "en": card.name.en},
        "url": card.url,
        "root": card.root,
    }
    _card(row)
    return (json.dumps(row, ensure_ascii=False, indent=1) + "\n").encode()


def fingerprint_words(card: FeedCard, words: VoiceWords) -> tuple[LocalizedText, ...]:
    """Return twelve words in both languages for two people to compare by voice.

    Eight bits a word, 96 bits in all, of the SHA-256 of what the root's keys sign, in canonical
    JSON; so the order of signatures does not matter, and neither do blanks. Sixty-four bits could
    be forged: who wants a root of his own with the same words tries keys until they agree, and
    2^64 trials are within reach of hired machines; 2^96 are not. Twelve words are four breaths of
    three. Name and address are not covered: whoever changes them can only withhold the feed.
    """
    digest = hashlib.sha256(_signed_bytes(card.root)).digest()
    return tuple(words.of(byte) for byte in digest[:_COMPARED_WORDS])


def _card(row: Mapping[str, Any]) -> FeedCard:
    if row["format"] != _FORMAT or row.keys() != _FIELDS:
        raise ValueError("no feed card of this program's kind")
    name = LocalizedText(zh=_name(row["name"]["zh"]), en=_name(row["name"]["en"]))
    root = row["root"]
    _signed_bytes(root)
    return FeedCard(name, _url(row["url"]), root)


def _name(value: object) -> str:
    if not isinstance(value, str) or not value.strip() or len(value) > _LONGEST_NAME:
        raise ValueError("a name is a short text")
    # Cc and Cf hold line breaks and the signs that turn the direction of writing.
    if any(unicodedata.category(each)[0] == "C" for each in value):
        raise ValueError("a name holds no control characters")
    return value


def _url(value: object) -> str:
    if not isinstance(value, str) or len(value) > _LONGEST_URL or not value.isascii():
        raise ValueError("an address is a short ASCII text")
    if any(each <= " " or each in '\\"<>' for each in value):
        raise ValueError("an address without blanks or odd signs")
    parts = urlsplit(value)
    if parts.port == 0:  # asking also refuses a port that is no number
        raise ValueError("no server has port 0")
    if not parts.hostname or parts.username is not None or parts.query or parts.fragment:
        raise ValueError("an address is a host and a path")
    if parts.scheme != "https" and not (parts.scheme == "http" and parts.hostname in _LOOPBACK):
        raise ValueError("an address begins with https")
    if not value.endswith("/"):
        raise ValueError("an address ends with a slash")
    return value


def _signed_bytes(root: object) -> bytes:
    """Return what the keys of a root sign: canonical JSON, for the integers and texts in a root."""
    if not isinstance(root, str):
        raise TypeError("the root is a text")
    signed = json.loads(root, parse_float=_refuse, parse_constant=_refuse)["signed"]
    if not isinstance(signed, dict) or signed.get("_type") != "root":
        raise ValueError("no root metadata")
    text = json.dumps(
        cast("dict[str, object]", signed),
        ensure_ascii=False,
        sort_keys=True,
        separators=(",", ":"),
    )
    return text.encode()


def _refuse(number: str) -> object:
    raise ValueError(f"no whole number: {number[:20]}")
