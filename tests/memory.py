"""Keeps in memory what the program keeps in files."""


class Memory:
    """Keeps some bytes, and counts."""

    def __init__(self, data: bytes | None = None) -> None:
        self.data = data
        self.puts = 0

    def take(self) -> bytes | None:
        return self.data

    def put(self, data: bytes) -> None:
        self.data = data
        self.puts += 1
