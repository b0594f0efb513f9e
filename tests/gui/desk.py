"""What a test does at the window, and the service that answers it."""

import threading
from dataclasses import dataclass, field
from datetime import date

from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.desktop.main_window import MainWindow
from app.desktop.session import Session
from app.model.advice import Advice
from app.model.freshness import Freshness
from app.model.language import Language
from app.model.reading import Omission, Reading
from app.model.report import CheckReport
from app.model.submission import Submission
from app.model.verdict import Verdict, VerdictLevel
from app.presentation.verdict_card import VerdictCard

from .cards import a_card


@dataclass
class FakeChecker:
    """Answers red; remembers what it was asked. `gate` closed keeps every answer waiting."""

    level: str = "danger"
    error: Exception | None = None
    asked: list[Submission] = field(default_factory=list)
    gate: threading.Event = field(default_factory=threading.Event)

    def __post_init__(self) -> None:
        self.gate.set()

    def check(self, submission: Submission) -> CheckReport:
        self.gate.wait(5)
        if submission.text:
            self.asked.append(submission)
            if self.error is not None:
                raise self.error
        reading = Reading(submission, "", (), None, "", (), (), (), False, Omission())
        verdict = Verdict(VerdictLevel(self.level), None, (), Freshness.FRESH)
        return CheckReport(reading, (), verdict, Advice(()), date(2026, 11, 22), "0")

    def card(self, report: CheckReport, language: Language) -> VerdictCard:
        text = report.reading.submission.text
        return replace(a_card(report.verdict.level, language.value, text), text=text)


@dataclass
class Desk:
    """A person at the window."""

    bot: QtBot
    window: MainWindow
    session: Session
    checker: FakeChecker

    @property
    def texts(self) -> list[str]:
        return [each.text for each in self.checker.asked]

    def copy(self, text: str) -> None:
        QGuiApplication.clipboard().setText(text)

    def press(
        self,
        key: Qt.Key,
        modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
        widget: QWidget | None = None,
    ) -> None:
        QTest.keyClick(widget or self.window.focusWidget() or self.window, key, modifiers)

    def write(self, text: str) -> None:
        self.window.paste_screen.box.insertPlainText(text)

    def wait_for_answer(self) -> None:
        self.bot.waitUntil(lambda: self.shows(self.session.verdict_screen), timeout=20_000)

    def shows(self, screen: QWidget) -> bool:
        return self.window.current_screen() is screen
