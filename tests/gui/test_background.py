"""Lanes, tickets and the controller that rides on them."""

import threading
from collections.abc import Iterator
from functools import partial

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.desktop.background import Background, Lane
from app.desktop.check_controller import CheckController, CheckState
from app.model.language import Language
from app.model.submission import Submission
from app.presentation.verdict_card import VerdictCard

from .desk import FakeChecker


@pytest.fixture
def background(qapp: QApplication) -> Iterator[Background]:
    assert qapp is not None
    lanes = Background()
    yield lanes
    lanes.close()


def fail(error: Exception) -> None:
    raise error


def test_a_job_runs_elsewhere_and_its_answer_comes_home(
    qtbot: QtBot, background: Background
) -> None:
    seen: list[tuple[int, int]] = []
    background.run(
        Lane.ERRAND,
        threading.get_ident,
        done=lambda where: seen.append((where, threading.get_ident())),
        failed=fail,
    )
    qtbot.waitUntil(lambda: len(seen) == 1)
    assert seen[0][0] != seen[0][1]
    assert seen[0][1] == threading.get_ident()


def test_what_comes_after_the_end_is_not_begun(qtbot: QtBot, background: Background) -> None:
    begun: list[str] = []
    background.close()
    background.run(Lane.ERRAND, partial(begun.append, "late"), done=lambda _: None, failed=fail)
    qtbot.wait(20)
    assert begun == []


def test_the_registry_lane_is_one_thread_and_keeps_the_order(
    qtbot: QtBot, background: Background
) -> None:
    order: list[int] = []
    threads: set[int] = set()

    def job(number: int) -> int:
        threads.add(threading.get_ident())
        return number

    for number in range(300):
        background.run(Lane.REGISTRY, partial(job, number), done=order.append, failed=fail)
    qtbot.waitUntil(lambda: len(order) == 300)
    assert order == list(range(300))
    assert len(threads) == 1


def test_trouble_comes_home_too(qtbot: QtBot, background: Background) -> None:
    errors: list[Exception] = []
    background.run(Lane.ERRAND, lambda: 1 / 0, done=print, failed=errors.append)
    qtbot.waitUntil(lambda: len(errors) == 1)
    assert isinstance(errors[0], ZeroDivisionError)


def test_a_dropped_ticket_is_never_called(qtbot: QtBot, background: Background) -> None:
    seen: list[str] = []
    gate = threading.Event()

    def job() -> str:
        gate.wait(5)
        return "late"

    background.run(Lane.REGISTRY, job, done=seen.append, failed=fail).drop()
    background.run(Lane.REGISTRY, lambda: "next", done=seen.append, failed=fail)
    gate.set()
    qtbot.waitUntil(lambda: "next" in seen)
    assert seen == ["next"]


def test_a_controller_goes_from_idle_through_checking_to_answered(
    qtbot: QtBot, background: Background
) -> None:
    checker = FakeChecker()
    controller = CheckController(lambda: checker, background, Language.ZH)
    states: list[CheckState] = []
    controller.state_changed.connect(states.append)
    assert controller.state is CheckState.IDLE
    with qtbot.waitSignal(controller.answered):
        controller.submit(Submission("一"))
    assert states == [CheckState.CHECKING, CheckState.ANSWERED]


def test_a_controller_tells_trouble_and_recovers(qtbot: QtBot, background: Background) -> None:
    checker = FakeChecker(error=OSError("disk"))
    controller = CheckController(lambda: checker, background, Language.ZH)
    with qtbot.waitSignal(controller.failed):
        controller.submit(Submission("一"))
    assert controller.state is CheckState.FAILED
    checker.error = None
    with qtbot.waitSignal(controller.answered):
        controller.submit_again()


def test_a_paste_made_while_the_list_is_prepared_waits_in_line(
    qtbot: QtBot, background: Background
) -> None:
    gate = threading.Event()
    checker = FakeChecker()

    def slowly() -> FakeChecker:
        gate.wait(5)
        return checker

    controller = CheckController(slowly, background, Language.ZH)
    cards: list[VerdictCard] = []
    controller.answered.connect(cards.append)
    controller.prepare()
    controller.submit(Submission("等"))
    QTest.qWait(30)
    assert cards == []
    gate.set()
    qtbot.waitUntil(lambda: [card.text for card in cards] == ["等"])


def test_failing_to_prepare_disturbs_nobody(qtbot: QtBot, background: Background) -> None:
    def broken() -> FakeChecker:
        raise OSError("disk")

    controller = CheckController(broken, background, Language.ZH)
    failures: list[Exception] = []
    controller.failed.connect(failures.append)
    controller.prepare()
    QTest.qWait(50)
    assert failures == []
    assert controller.state is CheckState.IDLE
    with qtbot.waitSignal(controller.failed):
        controller.submit(Submission("一"))


def test_a_new_language_while_checking_asks_in_that_language(
    qtbot: QtBot, background: Background
) -> None:
    checker = FakeChecker()
    checker.gate.clear()
    controller = CheckController(lambda: checker, background, Language.ZH)
    cards: list[VerdictCard] = []
    controller.answered.connect(cards.append)
    controller.submit(Submission("一"))
    controller.speak(Language.EN)
    checker.gate.set()
    qtbot.waitUntil(lambda: len(cards) == 1)
    QTest.qWait(30)
    assert [card.headline for card in cards] == ["Stop. This looks like a scam."]
