"""The same window as our paste screen, by plain QtWidgets alone: the peer of P1 and P2."""

import os
import sys
import time
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

STYLE = """
QWidget { background: #f4f2ec; color: #1a1d22; }
QPushButton { background: #ffffff; border: 2px solid #777c85; border-radius: 14px;
  padding: 0 18px; min-height: 60px; }
QPushButton:focus { border: 4px solid #0b57d0; }
QPlainTextEdit, QLineEdit { background: #ffffff; border: 2px solid #777c85; border-radius: 14px;
  padding: 8px 14px; }
QPlainTextEdit:focus, QLineEdit:focus { border: 4px solid #0b57d0; }
"""


class FirstPaint(QObject):
    """Reports as soon as the input box has been painted."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 -- Qt's name
        if event.type() == QEvent.Type.Paint:
            watched.removeEventFilter(self)
            QTimer.singleShot(0, report)
        return False


def report(now: int = 0) -> None:
    """Print milliseconds since the parent's stamp, with the resident memory in kB.

    `now` is the clock's reading where the picture stood before this was called.
    """
    now = now or time.clock_gettime_ns(time.CLOCK_MONOTONIC)
    status = Path("/proc/self/status").read_text(encoding="ascii")
    resident = next(line.split()[1] for line in status.splitlines() if line.startswith("VmRSS"))
    print(f"RESULT {(now - int(os.environ['T0'])) / 1e6:.3f} {resident}", flush=True)
    if "STAY" not in os.environ:
        os._exit(0)


def row(*widgets: QWidget) -> QHBoxLayout:
    """Return the widgets side by side."""
    layout = QHBoxLayout()
    for each in widgets:
        layout.addWidget(each)
    return layout


def main() -> None:  # noqa: PLR0915 -- a plain script is what it stands for
    """Show the window until it has been painted."""
    app = QApplication(sys.argv[:1])
    font = app.font()
    font.setFamilies(["Noto Sans CJK SC", "Microsoft YaHei", "PingFang SC", "WenQuanYi Micro Hei"])
    font.setPixelSize(24)
    app.setFont(font)
    app.setStyleSheet(STYLE)
    window = QWidget()
    window.setWindowTitle("明辨")
    beside = QHBoxLayout(window)
    rail = QVBoxLayout()
    for word in ("我正在通话", "我已转了钱", "找人帮忙", "读出来", "放大", "更多"):
        rail.addWidget(QPushButton(word))
    beside.addLayout(rail)
    whole = QVBoxLayout()
    beside.addLayout(whole)
    large = window.font()
    large.setPixelSize(36)
    large.setBold(True)
    name, title = QLabel("明辨"), QLabel("把可疑的号码、短信或链接放进来")
    name.setFont(large)
    title.setFont(large)
    tools = (QPushButton("English"), QPushButton("颜色：随系统"))
    whole.addLayout(row(name, *tools))
    sheet = QScrollArea()
    sheet.setWidgetResizable(True)
    inside = QWidget()
    column = QVBoxLayout(inside)
    column.addWidget(title)
    column.addWidget(QLabel("粘贴就查，打字也行。只在这台电脑上查，不发出去，也不保存。"))
    doors = (QPushButton("电话"), QPushButton("短信、聊天"), QPushButton("链接"))
    for door in doors:
        door.setCheckable(True)
    column.addLayout(row(QLabel("从哪里来的？"), *doors))
    box = QPlainTextEdit()
    box.setPlaceholderText("在这里粘贴，或者打字。\n比如：95152，或对方发来的整段话。")
    column.addWidget(box)
    column.addLayout(row(QLabel("谁发来的？（可不填）"), QLineEdit()))
    sheet.setWidget(inside)
    whole.addWidget(sheet)
    strong = QPushButton("粘贴并检查")
    weight = window.font()
    weight.setBold(True)
    strong.setFont(weight)
    whole.addLayout(row(strong, QPushButton("检查")))
    whole.addLayout(row(QLabel("正在准备名单"), QLabel("本程序不是政府软件，名单整理自公开资料。")))
    watch = FirstPaint()
    box.viewport().installEventFilter(watch)
    window.resize(1280, 768)
    window.show()
    box.setFocus()
    app.exec()


if __name__ == "__main__":
    main()
