"""Whether work grows with its size and no faster, on a machine that may be busy."""

import time
from collections.abc import Callable

ATTEMPTS = 5
LARGER = 4
MOST = 9  # linear work takes 4 times as long, quadratic work 16 times


def grows_linearly(work: Callable[[int], object], size: int) -> bool:
    """Tell whether `work` of four times the size takes nowhere near sixteen times the time."""
    return any(
        _seconds(work, LARGER * size) <= MOST * _seconds(work, size) + 0.002
        for _ in range(ATTEMPTS)
    )


def _seconds(work: Callable[[int], object], size: int) -> float:
    return min(_once(work, size) for _ in range(3))


def _once(work: Callable[[int], object], size: int) -> float:
    begin = time.process_time()
    work(size)
    return time.process_time() - begin
