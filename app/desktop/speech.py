"""Reads a page aloud with the computer's own voice, slowly, and says so where there is none."""

import re
import sys
from collections.abc import Iterable, Sequence
from importlib import import_module
from typing import Any

from msgspec import Struct
from PySide6.QtCore import QElapsedTimer, QLocale, QObject, QProcess, QStandardPaths, Signal

from ..model.language import Language
from ..presentation.spoken_text import spoken_text

_NO_VOICE = 3  # what our PowerShell lines return when no voice speaks the language
SLOW = 120  # words a minute; a voice's own pace is about 180
_USUAL = 180
_QUICKEST = 15  # milliseconds a character; nobody speaks that fast, so nothing was heard
_WAIT = 500  # milliseconds for a stopped speaker to be gone
# Reads its text from standard input; nothing of it ever stands in a command line.
_POWERSHELL = (
    "[Console]::InputEncoding=[Text.Encoding]::UTF8;"
    "Add-Type -AssemblyName System.Speech;"
    "$s=New-Object System.Speech.Synthesis.SpeechSynthesizer;"
    "$v=$s.GetInstalledVoices()|?{{$_.Enabled -and $_.VoiceInfo.Culture.Name -like '{tag}*'}}"
    "|select -First 1;"
    "if(-not $v){{exit 3}};"
    "$s.SelectVoice($v.VoiceInfo.Name);$s.Rate={rate};$s.Speak([Console]::In.ReadToEnd())"
)


class SpeakerCommand(Struct, frozen=True):
    """A program that reads its standard input aloud.

    `listing` are the arguments that list its voices, () where the program looks for one itself;
    `voice` finds the voice in that list by language, its first group or all of it. `{voice}` in
    `arguments` is that voice.
    """

    program: str
    arguments: tuple[str, ...]
    listing: tuple[str, ...] = ()
    voice: str = ""


def speaker_commands(
    platform: str, language: Language, pace: int = SLOW
) -> tuple[SpeakerCommand, ...]:
    """Return the speakers of a platform (`sys.platform`), the one to try first in front.

    `pace` is in words a minute.
    """
    chinese = language is Language.ZH
    if platform == "win32":
        script = _POWERSHELL.format(tag="zh" if chinese else "en", rate=round((pace - _USUAL) / 20))
        plain = ("-NoProfile", "-NonInteractive", "-Command", script)
        return (SpeakerCommand("powershell", plain),)
    if platform == "darwin":
        voice = r"(?m)^(\S.*?)\s+zh_CN" if chinese else r"(?m)^(\S.*?)\s+en_"
        slow = ("-v", "{voice}", "-r", str(pace), "-f", "-")
        return (SpeakerCommand("say", slow, ("-v", "?"), voice),)
    short = "cmn" if chinese else "en"
    relative = str(round((pace - _USUAL) / 1.5))  # of spd-say's range from -100 to 100
    voice = r"\b(cmn|zh-cn|zh)\b" if chinese else r"\b(en-us|en-gb|en)\b"
    return (
        SpeakerCommand(
            "espeak-ng",
            ("-v", "{voice}", "-s", str(pace), "--stdin"),
            (f"--voices={short}",),
            voice,
        ),
        SpeakerCommand("spd-say", ("-w", "-e", "-r", relative, "-l", "{voice}"), ("-L",), voice),
    )


class Speech(QObject):
    """One page at a time; a second request stops the first.

    `trouble` carries the tail of `speech.<tail>`, what to say instead of speaking.
    """

    trouble = Signal(str)
    started = Signal()
    ended = Signal()

    def __init__(
        self,
        parent: QObject | None = None,
        commands: Sequence[SpeakerCommand] | None = None,
        quickest: int = _QUICKEST,
    ) -> None:
        super().__init__(parent)
        self._commands = commands
        self._quickest = quickest
        self.pace = SLOW  # words a minute
        self._clock = QElapsedTimer()
        self._left: list[SpeakerCommand] = []
        self._process: QProcess | None = None
        self._engine: Any = None  # QTextToSpeech: its module may be absent
        self._text = ""
        self._language = Language.ZH
        self._mute = "no_speaker"
        self._engine_speaks = False

    @property
    def speaking(self) -> bool:
        """Tell whether a page is being read, or about to be."""
        return self._process is not None or self._engine_speaks

    def read(self, sentences: Iterable[str], language: Language) -> None:
        """Read the sentences in their language, in place of what is being read."""
        self.stop()
        self._text, self._language = spoken_text(sentences, language), language
        if not self._text:
            return
        if self._commands is None and self._read_with_qt():
            return
        commands = self._commands
        if commands is None:
            commands = speaker_commands(sys.platform, language, self.pace)
        self._left = [each for each in commands if _path_of(each)]
        self._mute = "no_speaker"
        self._try_next()

    def stop(self) -> None:
        """Be silent at once."""
        process, self._process = self._process, None
        self._left = []
        if process is not None:
            process.blockSignals(True)  # noqa: FBT003 -- Qt's own
            process.kill()
            process.waitForFinished(_WAIT)
            process.deleteLater()
        if self._engine_speaks:
            self._engine_speaks = False
            self._engine.stop()
        self.ended.emit()

    def _try_next(self) -> None:
        """Ask the next speaker for a voice, or say that there is none."""
        self._process = None
        if not self._left:
            self.trouble.emit(self._mute)
            return
        command = self._left.pop(0)
        if command.listing:
            process = self._start(command, command.listing)
            process.finished.connect(lambda *_: self._choose_voice(command, process))
            process.finished.connect(process.deleteLater)
        else:
            self._speak(command, "")

    def _choose_voice(self, command: SpeakerCommand, process: QProcess) -> None:
        listed = bytes(process.readAllStandardOutput().data()).decode("utf-8", "replace")
        found = re.search(command.voice, listed)
        if found is None:
            self._mute = f"no_voice_{self._language.value}"
            self._try_next()
        else:
            self._speak(command, found[1] if found.groups() else found[0])

    def _speak(self, command: SpeakerCommand, voice: str) -> None:
        arguments = [each.replace("{voice}", voice) for each in command.arguments]
        process = self._start(command, arguments)
        process.finished.connect(lambda code, _status: self._ended(code))
        process.finished.connect(process.deleteLater)
        process.write(self._text.encode("utf-8"))
        process.closeWriteChannel()
        self._clock.start()
        self.started.emit()

    def _start(self, command: SpeakerCommand, arguments: Sequence[str]) -> QProcess:
        process = self._process = QProcess(self)
        process.errorOccurred.connect(self._broken)
        process.start(_path_of(command), list(arguments))
        return process

    def _broken(self, error: QProcess.ProcessError) -> None:
        if error is QProcess.ProcessError.FailedToStart:  # `finished` will not come
            self._try_next()

    def _ended(self, code: int) -> None:
        if code:
            self._mute = f"no_voice_{self._language.value}" if code == _NO_VOICE else self._mute
            self._try_next()
            return
        self._process = None
        if self._clock.elapsed() < self._quickest * len(self._text):
            self.trouble.emit("no_sound")  # no sound card, and the speaker did not say so
        self.ended.emit()

    def _engine_changed(self, state: Any) -> None:  # noqa: ANN401 -- QTextToSpeech.State
        if not self._engine_speaks or state.name not in ("Ready", "Error"):
            return
        self._engine_speaks = False
        if state.name == "Error":
            self.trouble.emit("no_sound")
        self.ended.emit()

    def _read_with_qt(self) -> bool:
        """Read through QtTextToSpeech, if it is installed and has a voice for the language."""
        if self._engine is None:
            self._engine = _qt_engine(self)
            if self._engine:
                self._engine.stateChanged.connect(self._engine_changed)
        if not self._engine:
            return False
        chinese = self._language is Language.ZH
        wanted = QLocale.Language.Chinese if chinese else QLocale.Language.English
        locales = [each for each in self._engine.availableLocales() if each.language() is wanted]
        if not locales:
            return False
        self._engine.setLocale(locales[0])
        self._engine.setRate((self.pace - _USUAL) / _USUAL)
        self._engine.say(self._text)
        self._engine_speaks = True
        self.started.emit()
        return True


def _qt_engine(parent: QObject) -> Any:  # noqa: ANN401 -- its module may be absent
    """Return Qt's speaker on a real engine, never the mock one; False where there is none."""
    try:
        speaker = import_module("PySide6.QtTextToSpeech").QTextToSpeech
    except ImportError:
        return False
    engines = [each for each in speaker.availableEngines() if each != "mock"]
    return speaker(engines[0], parent) if engines else False


def _path_of(command: SpeakerCommand) -> str:
    return QStandardPaths.findExecutable(command.program)
