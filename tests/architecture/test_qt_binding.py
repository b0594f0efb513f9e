"""The Qt we lock counts its references; with one that did not, the program died after minutes."""

import sys

from PySide6.QtCore import QObject

CALLS = 1000


def test_a_call_into_qt_does_not_give_back_none_once_too_often() -> None:
    qt_object = QObject()
    before = sys.getrefcount(None)
    for _ in range(CALLS):
        qt_object.setObjectName("name")
    assert sys.getrefcount(None) > before - CALLS // 2
