"""Tells when nobody has touched the computer for a while."""

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QTimer, Signal

IDLE_SECONDS = 90
_SECOND = 1000  # milliseconds
_TOUCHES = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseMove,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
        QEvent.Type.TabletPress,
        QEvent.Type.InputMethod,
        QEvent.Type.Drop,
    }
)


class IdleWatch(QObject):
    """Counts down while it is armed; any key, click or touch begins the count anew."""

    ticked = Signal(int)  # seconds left
    ran_out = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.left = IDLE_SECONDS
        self._timer = QTimer(self)
        self._timer.setInterval(_SECOND)
        self._timer.timeout.connect(self.tick)
        application = QCoreApplication.instance()
        if application is not None:
            application.installEventFilter(self)

    def arm(self) -> None:
        """Begin to count, if it does not yet."""
        if not self._timer.isActive():
            self.touch()
            self._timer.start()

    def disarm(self) -> None:
        """There is nothing to guard."""
        self._timer.stop()
        self.touch()

    def touch(self) -> None:
        """Somebody is there."""
        if self.left != IDLE_SECONDS:
            self.left = IDLE_SECONDS
            self.ticked.emit(self.left)

    def tick(self) -> None:
        """Let one second pass."""
        self.left -= 1
        self.ticked.emit(self.left)
        if self.left <= 0:
            self.disarm()
            self.ran_out.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _TOUCHES:
            self.touch()
        return super().eventFilter(watched, event)
