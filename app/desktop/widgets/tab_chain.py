"""Puts the Tab key's way in the order in which a person reads."""

from collections.abc import Iterable
from itertools import pairwise

from PySide6.QtWidgets import QWidget


def chain(widgets: Iterable[QWidget]) -> None:
    """Make Tab go from each widget to the next; all must stand in one window already."""
    for before, after in pairwise(widgets):
        QWidget.setTabOrder(before, after)
