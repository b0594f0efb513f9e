"""Catches what nobody caught, and makes of it a report that holds nothing a person pasted."""

import logging
import platform
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import (
    QMessageLogContext,
    QObject,
    Qt,
    QtMsgType,
    Signal,
    qInstallMessageHandler,
    qVersion,
)

from ..version import VERSION

_log = logging.getLogger(__name__)
_ROOT = Path(__file__).resolve().parents[2]
_SEVERE = (QtMsgType.QtCriticalMsg, QtMsgType.QtFatalMsg)


class CrashGuard(QObject):
    """Shows one calm page for every mistake of ours, from whichever thread it comes."""

    _crashed = Signal(str)

    def __init__(self, show: Callable[[str], None], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._crashed.connect(show, Qt.ConnectionType.QueuedConnection)
        self._hooks = (sys.excepthook, threading.excepthook)
        sys.excepthook = self._uncaught
        threading.excepthook = self._uncaught_in_thread
        self._message_handler = qInstallMessageHandler(self._qt_says)

    def close(self) -> None:
        """Put the former hooks back."""
        sys.excepthook, threading.excepthook = self._hooks
        qInstallMessageHandler(self._message_handler)

    def _uncaught(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        if issubclass(kind, KeyboardInterrupt | SystemExit):
            self._hooks[0](kind, error, trace)
            return
        report = crash_report(kind, trace)
        _log.error("%s", report)
        self._crashed.emit(report)

    def _uncaught_in_thread(self, caught: threading.ExceptHookArgs) -> None:
        if not issubclass(caught.exc_type, SystemExit):
            report = crash_report(caught.exc_type, caught.exc_traceback)
            _log.error("%s", report)
            self._crashed.emit(report)

    def _qt_says(self, kind: QtMsgType, context: QMessageLogContext, _message: str) -> None:
        # Only Qt's category and place are kept: its messages may quote what is in a widget.
        place = f"Qt {kind.name} in {context.category}, {context.function or 'unknown function'}"
        if kind in _SEVERE:
            _log.error("%s", place)
            self._crashed.emit(f"{_machine()}\n{place}")
        else:
            _log.debug("%s", place)


def crash_report(kind: type[BaseException], trace: TracebackType | None) -> str:
    """Return what a programmer needs: versions, the error's kind and the places it passed.

    The error's own message is left out, and so is every value: both may hold the pasted text.
    """
    lines = [_machine(), f"{kind.__module__}.{kind.__qualname__}"]
    while trace is not None:
        code = trace.tb_frame.f_code
        lines.append(f"  {_place(code.co_filename)}:{trace.tb_lineno} {code.co_name}")
        trace = trace.tb_next
    return "\n".join(lines)


def _machine() -> str:
    system = f"{platform.system()} {platform.release()} {platform.machine()}"
    return f"mingbian {VERSION} · Python {platform.python_version()} · Qt {qVersion()} · {system}"


def _place(file: str) -> str:
    """Name a file without the folders of the person's computer."""
    path = Path(file)
    if path.is_relative_to(_ROOT):
        return path.relative_to(_ROOT).as_posix()
    return "/".join(path.parts[-2:])
