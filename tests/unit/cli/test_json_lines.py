"""JSON lines taken apart."""

import json
from collections.abc import Iterable, Iterator

import pytest

from app.cli.json_lines import BadLineError, batches, request_of


def reads(chunks: Iterable[bytes]) -> Iterator[bytes]:
    yield from chunks
    while True:
        yield b""


def lines_of(*chunks: bytes, limit: int = 100) -> list[list[bytes | None]]:
    source = reads(chunks)
    return list(batches(lambda _: next(source), limit))


def test_lines_come_as_soon_as_they_are_whole() -> None:
    assert lines_of(b"a\nb", b"c\n", b"d") == [[b"a"], [b"bc"], [b"d"]]


def test_all_lines_that_have_arrived_come_together() -> None:
    assert lines_of(b"a\nb\nc\n") == [[b"a", b"b", b"c"]]


def test_a_line_over_the_limit_is_dropped_and_the_next_one_kept() -> None:
    assert lines_of(b"12345", b"67890", b"1\nok\n", limit=10) == [[None, b"ok"]]
    assert lines_of(b"12345678901", limit=10) == [[None]]


@pytest.mark.parametrize(
    "id_text",
    ['"a1"', "7", "1.50", "1e5", "-0", "null", "true", '[1, 2.0, "x"]', '{"a": {"b": [0.10]}}'],
)
def test_an_id_comes_back_as_it_was_written(id_text: str) -> None:
    request = request_of(f'{{"id": {id_text}, "text": "95152"}}'.encode())
    assert request is not None
    assert request.id_text == id_text


def test_a_number_of_any_length_is_an_id() -> None:
    digits = "9" * 6000
    request = request_of(f'{{"id": {digits}, "text": ""}}'.encode())
    assert request is not None
    assert request.id_text == digits


def test_no_id_is_null_and_a_sender_is_kept() -> None:
    request = request_of('{"text": "您好", "sender": "95588"}'.encode())
    assert request is not None
    assert request.id_text == "null"
    assert request.submission.text == "您好"
    assert request.submission.sender == "95588"


@pytest.mark.parametrize("line", [b"", b"  ", b"\r", "\ufeff".encode()])
def test_a_blank_line_is_no_request(line: bytes) -> None:
    assert request_of(line) is None


@pytest.mark.parametrize(
    ("line", "problem", "id_text"),
    [
        (b"\xff\xfe", "not_utf8", "null"),
        (b"{nonsense", "not_json", "null"),
        (b'{"id": NaN, "text": "a"}', "not_json", "null"),
        (b"[" * 100_000, "not_json", "null"),
        (b'["a"]', "not_an_object", "null"),
        (b'"a"', "not_an_object", "null"),
        (b'{"id": "a"}', "no_text", '"a"'),
        (b'{"id": 7, "text": 95152}', "no_text", "7"),
        (b'{"id": 7, "text": null}', "no_text", "7"),
        (b'{"id": 7, "text": "a", "sender": 95588}', "bad_sender", "7"),
        (b'{"id": 7, "text": "a", "sender": ["95588"]}', "bad_sender", "7"),
        (None, "too_long", "null"),
    ],
)
def test_a_bad_line_says_what_is_wrong(line: bytes | None, problem: str, id_text: str) -> None:
    with pytest.raises(BadLineError) as bad:
        request_of(line)
    assert (bad.value.problem, bad.value.id_text) == (problem, id_text)


def test_a_lone_surrogate_may_come_in() -> None:
    request = request_of(json.dumps({"id": "\ud800", "text": "\udfff"}).encode())
    assert request is not None
    assert request.submission.text == "\udfff"
