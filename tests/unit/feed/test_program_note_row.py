"""A note on the program is read as it was written, and a hostile one is refused."""

from datetime import date
from typing import Any

import pytest

from app.feed.program_note_row import note_row, read_note
from app.model.language import LocalizedText
from app.model.program_note import ProgramNote

NOTE = ProgramNote(
    "1.2.3",
    date(2027, 1, 1),
    LocalizedText(zh="认得更多套路。", en="Knows more scripts."),
    "https://example.org/mingbian/?v=1.2.3#get",
)


def test_a_note_is_read_as_it_was_written() -> None:
    assert read_note(note_row(NOTE)) == NOTE


@pytest.mark.parametrize(
    "link",
    [
        *("", "example.org", "//example.org/", "https://", "https:///a", "HTTPS://example.org/"),
        *("http://example.org/", "javascript:alert(1)", "file:///etc/passwd", "data:text/html,a"),
        *(
            "https://example.org@evil.example/",
            "https://a:b@evil.example/",
            "https://evil.example:1/",
        ),
        *(
            "https://example.org\\@evil.example/",
            "https://example.org/ a",
            "https://example.org/\n",
        ),
        *("https://ex\u0430mple.org/", "https://example.org/\u202egpj", 'https://e.org/"onclick="'),
        *(
            "https://e.org/<b>",
            "https://e.org/\x7f",
            "https://e.org/" + 107 * "a",
            "https://[::1]/",
        ),
    ],
)
def test_a_hostile_link_is_refused(link: str) -> None:
    with pytest.raises(ValueError, match="link"):
        read_note({**note_row(NOTE), "link": link})


@pytest.mark.parametrize("link", [None, 3, ["https://example.org/"], {}])
def test_a_link_that_is_no_text_is_refused(link: object) -> None:
    with pytest.raises(ValueError, match="link"):
        read_note({**note_row(NOTE), "link": link})


@pytest.mark.parametrize(
    "text",
    [
        "",
        "  ",
        201 * "长",
        "two\nlines",
        "a\u2028b",
        "turned\u202eround",
        "\x1b[31m",
        "\ud800",
        3,
        None,
    ],
)
def test_a_text_that_is_overlong_or_acts_is_refused(text: object) -> None:
    for language in ("zh", "en"):
        said = {"zh": "新", "en": "new", language: text}
        with pytest.raises(ValueError, match="a text"):
            read_note({**note_row(NOTE), "text": said})


@pytest.mark.parametrize(
    "change",
    [
        {"version": "1"},
        {"version": "1.0rc1"},
        {"version": "1.0\n"},
        {"version": "１.０"},
        {"version": "1.99999"},
        {"version": 1.2},
        {"date": "soon"},
        {"date": 20270101},
        {"text": {"zh": "新"}},
        {"text": "new"},
    ],
)
def test_what_is_no_version_date_or_text_is_refused(change: dict[str, Any]) -> None:
    with pytest.raises((ValueError, TypeError, KeyError)):
        read_note({**note_row(NOTE), **change})


@pytest.mark.parametrize("field", ["version", "date", "text", "link"])
def test_a_missing_field_is_named(field: str) -> None:
    row = {name: value for name, value in note_row(NOTE).items() if name != field}
    with pytest.raises(KeyError, match=field):
        read_note(row)
