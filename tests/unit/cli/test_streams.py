"""Bytes in and out."""

import io

import pytest

from app.cli.streams import decode, read_all, read_paragraph


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_a_persons_text_is_read_in_any_usual_encoding(encoding: str) -> None:
    assert decode("您的快递到了，请点链接".encode(encoding)) == "您的快递到了，请点链接"


def test_what_is_no_text_becomes_replacement_characters() -> None:
    assert "\ufffd" in decode(b"\x89PNG\xff\xff\xff\x00")
    assert decode(b"") == ""


def test_everything_piped_in_is_read() -> None:
    assert read_all(io.BytesIO("一\n\n二".encode())) == "一\n\n二"


def test_a_paragraph_ends_at_an_empty_line() -> None:
    source = io.BytesIO("\n一\n二\n\n三\n".encode())
    assert read_paragraph(source) == "一\n二"
    assert read_paragraph(source) == "三"
    assert read_paragraph(source) is None
