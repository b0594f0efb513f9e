"""The canonical forms a record must already be in."""

from typing import Protocol


class Canon(Protocol):
    """What the reader makes of a number or a host; a record in another spelling is refused."""

    def number_key(self, text: str) -> str | None:
        """Return the key of the one number that `text` is, None if it is none."""
        ...

    def host_key(self, text: str) -> tuple[str, str] | None:
        """Return (host, registrable domain) of a bare host as the reader gives them, else None.

        The registrable domain is "" for a public suffix.
        """
        ...
