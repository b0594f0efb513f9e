"""A feed card is read strictly, and its words depend on the keys alone."""

import json
from contextlib import suppress
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from app.feed.feed_card import CARD_LIMIT, FeedCard, fingerprint_words, read_card, write_card
from app.feed.voice_words import read_voice_words
from app.model.errors import DamagedDataError
from app.model.language import LocalizedText
from tests.shipped import RESOURCES

WORDS = read_voice_words(RESOURCES)
ROOT: dict[str, Any] = {
    "signatures": [{"keyid": "ab", "sig": "00"}, {"keyid": "cd", "sig": "11"}],
    "signed": {"_type": "root", "version": 1, "keys": {"ab": {"keyval": {"public": "é"}}}},
}
CARD = FeedCard(
    LocalizedText(zh="社区名单", en="Neighbourhood list"),
    "https://feed.example/a/",
    json.dumps(ROOT),
)


def changed(**changes: object) -> bytes:
    return json.dumps(json.loads(write_card(CARD)) | changes).encode()


def with_root(root: object) -> FeedCard:
    return replace(CARD, root=json.dumps(root))


def test_a_card_is_read_as_it_was_written() -> None:
    assert read_card(write_card(CARD)) == CARD


@pytest.mark.parametrize(
    "changes",
    [
        {"format": "mingbian-feed-card-2"},
        {"more": 1},
        {"name": "名单"},
        {"name": {"zh": "", "en": "list"}},
        {"name": {"zh": "名单", "en": "list\nhttps://elsewhere.example"}},
        {"name": {"zh": "名单\u202e", "en": "list"}},
        {"name": {"zh": "名" * 81, "en": "list"}},
        {"root": ROOT},
        {"root": "no json"},
        {"root": "{}"},
        {"root": '{"signed": []}'},
        {"root": '{"signed": {"_type": "targets"}}'},
        {"root": '{"signed": {"_type": "root", "version": 1.5}}'},
        {"root": '{"signed": {"_type": "root", "version": NaN}}'},
        {"root": "[" * 100_000},
    ],
)
def test_a_card_of_another_form_is_refused(changes: dict[str, object]) -> None:
    with pytest.raises(DamagedDataError):
        read_card(changed(**changes))


@pytest.mark.parametrize(
    "url",
    [
        "http://feed.example/",
        "file:///etc/",
        "ftp://feed.example/",
        "https:///a/",
        "https://feed.example/a",
        "https://user:word@feed.example/",
        "https://@feed.example/",
        "https://feed.example/?a=1/",
        "https://feed.example/#/",
        "https://feed.example\\@other.example/",
        "https://feed.example/ a/",
        "https://名单.example/",
        "https://feed.example:word/",
        "https://[::1/",
        f"https://feed.example/{'a' * 500}/",
        7,
    ],
)
def test_a_card_leads_to_https_and_nowhere_else(url: object) -> None:
    with pytest.raises(DamagedDataError):
        read_card(changed(url=url))


@pytest.mark.parametrize("url", ["http://127.0.0.1:8080/", "http://[::1]/f/", "http://localhost/"])
def test_a_feed_on_the_same_computer_needs_no_certificate(url: str) -> None:
    assert read_card(changed(url=url)).url == url


def test_a_card_that_could_not_be_read_is_not_written() -> None:
    with pytest.raises(ValueError, match="https"):
        write_card(replace(CARD, url="http://feed.example/"))


def test_a_long_file_is_refused_before_it_is_read() -> None:
    with pytest.raises(DamagedDataError, match="damaged-data"):
        read_card(write_card(CARD) + b" " * CARD_LIMIT)


@given(st.binary(max_size=200) | st.text().map(str.encode))
def test_no_bytes_make_the_reader_fail_in_another_way(data: bytes) -> None:
    with pytest.raises(DamagedDataError):
        read_card(data)


@given(st.integers(0), st.sampled_from([b"", b"x", b'"', b"{"]))
def test_no_change_of_a_byte_makes_the_reader_fail_in_another_way(at: int, new: bytes) -> None:
    data = write_card(CARD)
    at %= len(data)
    with suppress(DamagedDataError):
        assert len(read_card(data[:at] + new + data[at + 1 :]).name.zh) <= 80


def test_the_words_are_twelve_and_those_of_the_digest() -> None:
    words = fingerprint_words(CARD, WORDS)
    # SHA-256 of {"_type":"root","keys":{"ab":{"keyval":{"public":"é"}}},"version":1}
    digest = bytes.fromhex("7164c54444efb574dc8221c4")
    assert words == tuple(WORDS.of(byte) for byte in digest)


def test_order_and_signatures_do_not_change_the_words() -> None:
    other = {
        "signed": dict(reversed(ROOT["signed"].items())),
        "signatures": ROOT["signatures"][1:],
    }
    assert fingerprint_words(with_root(other), WORDS) == fingerprint_words(CARD, WORDS)


def test_another_key_gives_other_words() -> None:
    other = {"signed": ROOT["signed"] | {"keys": {}}}
    assert fingerprint_words(with_root(other), WORDS) != fingerprint_words(CARD, WORDS)
