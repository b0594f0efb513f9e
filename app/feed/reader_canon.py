"""The reader itself as the canon that records are held against."""

from ..reading.links import LinkReader
from ..reading.numbers import NumberReader


class ReaderCanon:
    """A Canon made of the very readers that will read people's pastes."""

    def __init__(self, numbers: NumberReader, links: LinkReader) -> None:
        self._numbers = numbers
        self._links = links

    def number_key(self, text: str) -> str | None:
        """Return the key of the number that `text` is, or None."""
        number = self._numbers.read_one(text)
        return number.key if number else None

    def host_key(self, text: str) -> tuple[str, str] | None:
        """Return host and registrable domain of a bare host, or None if it is anything else."""
        # With a scheme: some hosts (mrw.so) are words unless the address is written out.
        link = self._links.read_one(f"https://{text}/")
        if link is None or link.path != "/":
            return None
        return link.host, link.registrable_domain
