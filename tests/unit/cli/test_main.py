"""Which words and which way in."""

from pathlib import Path

import pytest

from app.cli.exit_status import ExitStatus
from app.cli.main import choose_language, main
from app.cli.verdict_status import status_of
from app.model.language import Language
from app.model.verdict import VerdictLevel


@pytest.mark.parametrize(
    ("asked", "environment", "language"),
    [
        (None, {}, Language.ZH),
        (None, {"LANG": "C.UTF-8"}, Language.ZH),
        (None, {"LANG": "zh_CN.UTF-8"}, Language.ZH),
        (None, {"LANG": "en_GB.UTF-8"}, Language.EN),
        (None, {"LC_ALL": "zh_CN", "LANG": "en_GB"}, Language.ZH),
        ("en", {"LANG": "zh_CN"}, Language.EN),
    ],
)
def test_the_language_is_the_asked_one_or_the_computers(
    asked: str | None, environment: dict[str, str], language: Language
) -> None:
    assert choose_language(asked, environment) is language


def test_the_window_gets_the_asked_language_and_its_status_is_ours() -> None:
    asked: list[Language | None] = []

    def window(_: object, language: Language | None, _desk: str, _card: object) -> int:
        asked.append(language)
        return 7

    assert main([], window) == 7
    assert main(["--lang", "en"], window) == 7
    assert asked == [None, Language.EN]


def test_the_window_gets_the_card_it_is_opened_with() -> None:
    cards: list[object] = []

    def window(_: object, _language: Language | None, _desk: str, card: object) -> int:
        cards.append(card)
        return 0

    main(["--card", "a.mingbian-feed"], window)
    main(["--card"], window)  # what a menu entry leaves of `--card %f`
    main([], window)
    assert cards == [Path("a.mingbian-feed"), None, None]


def test_without_a_display_a_broken_card_is_refused_in_one_calm_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "a.mingbian-feed").write_bytes(b"{}")
    arguments = ["--home", str(tmp_path / "home"), "--lang", "zh", "--card"]
    assert main([*arguments, str(tmp_path / "a.mingbian-feed")]) == 1
    assert main([*arguments, str(tmp_path / "absent")]) == 1
    broken, absent = capsys.readouterr().err.splitlines()
    assert "[feed-card-broken]" in broken
    assert "[feed-unreadable]" in absent
    assert not (tmp_path / "home").exists()


def test_an_interruption_is_quiet(capsys: pytest.CaptureFixture[str]) -> None:
    def window(*_: object) -> int:
        raise KeyboardInterrupt

    assert main([], window) == 130
    assert capsys.readouterr() == ("", "")


def test_a_bug_is_one_calm_line_without_its_words(capsys: pytest.CaptureFixture[str]) -> None:
    def window(*_: object) -> int:
        raise RuntimeError("what the person pasted")

    assert main(["--lang", "zh"], window) == 1
    said = capsys.readouterr().err
    assert len(said.splitlines()) == 1
    assert "不是您的错" in said
    assert "RuntimeError" in said
    assert "pasted" not in said


@pytest.mark.parametrize(
    ("level", "status"),
    [
        (VerdictLevel.OFFICIAL, ExitStatus.ANSWERED),
        (VerdictLevel.UNKNOWN, ExitStatus.ANSWERED),
        (VerdictLevel.CAUTION, ExitStatus.CAUTION),
        (VerdictLevel.DANGER, ExitStatus.DANGER),
        (VerdictLevel.UNFINISHED, ExitStatus.UNFINISHED),
    ],
)
def test_each_verdict_has_its_status(level: VerdictLevel, status: ExitStatus) -> None:
    assert status_of(level) is status
