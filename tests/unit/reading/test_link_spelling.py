"""How disguised parts of links are undone."""

import pytest

from app.reading.link_spelling import dotted, known_length, path_at, plain, port_of
from tests.link_cases import suffixes


@pytest.mark.parametrize(
    "host",
    [
        "evil.top",
        "EVIL。TOP",
        "evil点top",
        "evil[.]top",
        "evil(dot)top",
        "evil . top",
        "e\u200bvil.t\u200dop",
    ],
)
def test_every_disguise_of_a_dot_is_undone(host: str) -> None:
    assert dotted(host) == "evil.top"


def test_full_width_forms_stay_where_they_were() -> None:
    assert plain("ｈｔｔｐ：／／ａ．ｃｎ") == "http://a.cn"


@pytest.mark.parametrize(
    ("tail", "port"),
    [(":8080/x", ":8080"), (":95588", ""), ("8080", ""), (":", ""), (":80请", ":80")],
)
def test_a_port_is_a_number_below_65536(tail: str, port: str) -> None:
    assert port_of(tail) == port


@pytest.mark.parametrize(
    ("text", "path"),
    [
        ("/a1核实", "/a1"),
        ("/a.", "/a"),
        ("/x_(y))", "/x_(y)"),
        ("?u=1，请", "?u=1"),
        ("\\@b.cn", "\\@b.cn"),
        ("核实/a", ""),
    ],
)
def test_a_path_ends_before_hanzi_and_closing_marks(text: str, path: str) -> None:
    assert path_at(text, 0) == path


@pytest.mark.parametrize(
    ("raw", "kept"),
    [
        ("evil.top.请看", "evil.top"),
        ("例子.中国查询", "例子.中国"),
        ("icbc.com.cn。Please", "icbc.com.cn"),
        ("no.such-ending", ""),
    ],
)
def test_words_glued_behind_a_host_are_cut(raw: str, kept: str) -> None:
    assert raw[: known_length(raw, suffixes())] == kept
