"""Reading aloud: slowly, through standard input, stopped by Esc, and honest where it cannot."""

import sys
from enum import Enum
from pathlib import Path
from types import ModuleType

import pytest
from PySide6.QtCore import QLocale, QObject, Qt, Signal
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.desktop.speech import SpeakerCommand, Speech, speaker_commands
from app.model.language import Language

from .desk import Desk

LIST = "import sys; print('Mandarin cmn'); sys.exit(0)"
WAIT = "import sys, time; sys.stdin.read(); time.sleep(60)"


@pytest.fixture
def owner(qtbot: QtBot) -> QWidget:
    """Own the voices: what nobody owns may be collected by a thread that is not the window's."""
    widget = QWidget()
    qtbot.addWidget(widget)
    return widget


def speaker(file: Path, listed: str = LIST, code: int = 0) -> SpeakerCommand:
    """Return a speaker that writes what it hears, and with which voice, into `file`."""
    hear = (
        "import sys, pathlib; heard = sys.stdin.buffer.read().decode('utf-8');"
        f"pathlib.Path({str(file)!r}).write_text(sys.argv[1] + '|' + heard, encoding='utf-8');"
        f"sys.exit({code})"
    )
    return SpeakerCommand(sys.executable, ("-c", hear, "{voice}"), ("-c", listed), r"\b(cmn)\b")


def test_the_text_reaches_the_speaker_digit_by_digit(
    qtbot: QtBot, owner: QWidget, tmp_path: Path
) -> None:
    speech = Speech(owner, (speaker(tmp_path / "heard"),), quickest=0)
    speech.read(("打110 $(rm) --help",), Language.ZH)
    qtbot.waitUntil(lambda: not speech.speaking, timeout=20_000)
    heard = (tmp_path / "heard").read_text("utf-8")
    assert heard == "cmn|打 幺 幺 零 $(rm) --help。"


def test_without_a_chinese_voice_it_says_so(qtbot: QtBot, owner: QWidget, tmp_path: Path) -> None:
    speech = Speech(owner, (speaker(tmp_path / "heard", "print('English en')"),))
    with qtbot.waitSignal(speech.trouble, timeout=20_000) as said:
        speech.read(("别转钱",), Language.ZH)
    assert said.args == ["no_voice_zh"]
    assert not (tmp_path / "heard").exists()
    assert not speech.speaking


def test_a_speaker_that_ends_before_anybody_could_speak_was_not_heard(
    qtbot: QtBot, owner: QWidget, tmp_path: Path
) -> None:
    speech = Speech(owner, (speaker(tmp_path / "heard"),), quickest=1000)
    with qtbot.waitSignal(speech.trouble, timeout=20_000) as said:
        speech.read(("先挂断电话，再打110报警，然后告诉家里人。",), Language.ZH)
    assert said.args == ["no_sound"]


def test_without_a_speaker_it_says_so(qtbot: QtBot, owner: QWidget) -> None:
    speech = Speech(owner, (SpeakerCommand("no-such-speaker-here", ()),))
    with qtbot.waitSignal(speech.trouble, timeout=30_000) as said:
        speech.read(("别转钱",), Language.ZH)
    assert said.args == ["no_speaker"]


def test_a_broken_speaker_gives_way_to_the_next(
    qtbot: QtBot, owner: QWidget, tmp_path: Path
) -> None:
    broken = speaker(tmp_path / "first", code=1)
    speech = Speech(owner, (broken, speaker(tmp_path / "second")))
    speech.read(("别转钱",), Language.ZH)
    qtbot.waitUntil((tmp_path / "second").exists, timeout=20_000)
    qtbot.waitUntil(lambda: not speech.speaking, timeout=20_000)


def test_stopping_is_at_once(qtbot: QtBot, owner: QWidget) -> None:
    speech = Speech(owner, (SpeakerCommand(sys.executable, ("-c", WAIT)),))
    with qtbot.waitSignal(speech.started, timeout=30_000):
        speech.read(("别转钱",), Language.ZH)
    assert speech.speaking
    speech.stop()
    assert not speech.speaking


@pytest.mark.parametrize("platform", ["linux", "darwin", "win32"])
@pytest.mark.parametrize("language", Language)
def test_no_command_line_has_room_for_the_text(platform: str, language: Language) -> None:
    for command in speaker_commands(platform, language):
        assert not any("{text}" in each for each in command.arguments)
        assert bool(command.listing) == any("{voice}" in each for each in command.arguments)


def test_the_pace_reaches_the_speaker() -> None:
    for platform, slow, quick in (("linux", "100", "200"), ("darwin", "100", "200")):
        assert slow in speaker_commands(platform, Language.ZH, 100)[0].arguments
        assert quick in speaker_commands(platform, Language.ZH, 200)[0].arguments
    assert "Rate=-4;" in speaker_commands("win32", Language.ZH, 100)[0].arguments[-1]


class FakeState(Enum):
    """The states of Qt's own speaker."""

    Ready = 0
    Speaking = 1
    Error = 2


class FakeQtSpeaker(QObject):
    """As much of QTextToSpeech as we use; `engines` and `spoken` are set by the test."""

    stateChanged = Signal(object)  # noqa: N815 -- Qt's name
    engines: tuple[str, ...] = ("mock", "real")
    language = QLocale.Language.Chinese

    def __init__(self, engine: str, parent: QObject) -> None:
        super().__init__(parent)
        self.engine = engine
        self.said = ""
        self.rate = 0.0

    @classmethod
    def availableEngines(cls) -> list[str]:  # noqa: N802 -- Qt's name
        return list(cls.engines)

    def availableLocales(self) -> list[QLocale]:  # noqa: N802
        return [QLocale(self.language)]

    def setLocale(self, _locale: QLocale) -> None:  # noqa: N802
        return

    def setRate(self, rate: float) -> None:  # noqa: N802
        self.rate = rate

    def say(self, text: str) -> None:
        self.said = text
        self.stateChanged.emit(FakeState.Speaking)

    def stop(self) -> None:
        self.said = ""


def with_qt_speaker(monkeypatch: pytest.MonkeyPatch, **changes: object) -> None:
    """Put a fake module where Qt's own speaker would be installed."""
    speaker_class = type("Speaker", (FakeQtSpeaker,), changes)
    module = ModuleType("PySide6.QtTextToSpeech")
    monkeypatch.setattr(module, "QTextToSpeech", speaker_class, raising=False)
    monkeypatch.setitem(sys.modules, "PySide6.QtTextToSpeech", module)


def test_qts_own_speaker_is_used_slowly_and_never_the_mock_one(
    owner: QWidget, monkeypatch: pytest.MonkeyPatch
) -> None:
    with_qt_speaker(monkeypatch)
    speech = Speech(owner)
    speech.read(("打110",), Language.ZH)
    assert speech.speaking
    assert (speech._engine.engine, speech._engine.said) == ("real", "打 幺 幺 零。")
    assert speech._engine.rate < 0
    speech._engine.stateChanged.emit(FakeState.Ready)
    assert not speech.speaking


@pytest.mark.parametrize("changes", [{"engines": ("mock",)}, {"language": QLocale.Language.French}])
def test_without_a_real_chinese_voice_of_qts_the_system_speaks(
    owner: QWidget, monkeypatch: pytest.MonkeyPatch, changes: dict[str, object]
) -> None:
    with_qt_speaker(monkeypatch, **changes)
    monkeypatch.setattr(
        "app.desktop.speech.speaker_commands",
        lambda *_: (SpeakerCommand(sys.executable, ("-c", WAIT)),),
    )
    speech = Speech(owner)
    speech.read(("打110",), Language.ZH)
    assert speech._process is not None
    speech.stop()


def test_trouble_of_qts_speaker_is_said(
    qtbot: QtBot, owner: QWidget, monkeypatch: pytest.MonkeyPatch
) -> None:
    with_qt_speaker(monkeypatch)
    speech = Speech(owner)
    speech.read(("打110",), Language.ZH)
    with qtbot.waitSignal(speech.trouble, timeout=20_000):
        speech._engine.stateChanged.emit(FakeState.Error)


def test_closing_the_window_ends_the_reading(talking: Desk) -> None:
    talking.press(Qt.Key.Key_F1)
    talking.session.crisis.close()
    assert not talking.session.crisis.voice().speaking


@pytest.fixture
def talking(desk: Desk) -> Desk:
    desk.session.crisis.voice()._commands = (SpeakerCommand(sys.executable, ("-c", WAIT)),)
    return desk


def test_f1_reads_and_f1_again_stops(talking: Desk) -> None:
    talking.press(Qt.Key.Key_F1)
    voice = talking.session.crisis.voice()
    assert voice.speaking
    assert "可疑" in voice._text
    talking.press(Qt.Key.Key_F1)
    assert not voice.speaking


def test_esc_stops_reading_before_it_goes_back(talking: Desk) -> None:
    talking.press(Qt.Key.Key_F3)
    talking.press(Qt.Key.Key_F1)
    talking.press(Qt.Key.Key_Escape)
    assert not talking.session.crisis.voice().speaking
    assert talking.shows(talking.session.crisis.happened_screen())
    talking.press(Qt.Key.Key_Escape)
    assert talking.shows(talking.window.paste_screen)


def test_another_screen_ends_the_reading(talking: Desk) -> None:
    talking.press(Qt.Key.Key_F1)
    talking.press(Qt.Key.Key_F2)
    assert not talking.session.crisis.voice().speaking


def test_the_verdict_is_read_with_its_number(talking: Desk) -> None:
    talking.write("95152")
    talking.window.paste_screen.submit()
    talking.wait_for_answer()
    talking.press(Qt.Key.Key_F1)
    assert "九 六 幺 幺 零" in talking.session.crisis.voice()._text
    talking.press(Qt.Key.Key_F1)


def test_a_computer_without_a_voice_says_so_under_the_page(desk: Desk) -> None:
    desk.session.crisis.voice()._commands = (SpeakerCommand("no-such-speaker-here", ()),)
    desk.press(Qt.Key.Key_F1)
    notice = desk.window._notice
    assert notice is not None
    assert notice.isVisible()
    assert "没有朗读程序" in notice.text()
    desk.press(Qt.Key.Key_F2)
    assert not notice.isVisible()
