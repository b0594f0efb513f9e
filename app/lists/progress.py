"""How far a long list has come, for whoever wants to hear it."""

from collections.abc import Callable

Progress = Callable[[float], None]  # the share that is done, 0 to 1


def nobody(_: float) -> None:
    """Hear it and do nothing."""
