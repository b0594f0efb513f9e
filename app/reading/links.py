"""Finds the links of a text as people write them, read as a browser would read them."""

from typing import NamedTuple

import can_ada

from ..model.indicator import Link
from ..model.text_span import Span
from .link_candidates import CandidateFinder
from .link_spelling import Candidate
from .public_suffixes import PublicSuffixes

_PUNCTUATION = ".,;:!?'\")]}*_~|>、。，；：！？”’）】》"


class LinkFinds(NamedTuple):
    """Links in the order of the text, spans of e-mail addresses, links found beyond the limit."""

    links: tuple[Link, ...]
    emails: tuple[Span, ...]
    omitted: int


class LinkReader:
    """Immutable, safe to share between threads. Works on the text exactly as the person gave it."""

    def __init__(self, suffixes: PublicSuffixes) -> None:
        self._suffixes = suffixes
        self._candidates = CandidateFinder(suffixes)
        self.forget = suffixes.forget

    def find(self, text: str, limit: int) -> LinkFinds:
        """Return every link of `text`, at most `limit` parsed; time is linear in its length."""
        links: list[Link] = []
        emails: list[Span] = []
        omitted = 0
        for found in self._candidates.find(text):
            if isinstance(found, Span):
                emails.append(found)
            elif len(links) >= limit:
                omitted += 1
            elif link := self._parsed(text, found):
                links.append(link)
        return LinkFinds(tuple(links), tuple(emails), omitted)

    def read_one(self, text: str) -> Link | None:
        """Return the link that the whole string is, blanks aside; None if it is no single link."""
        links = self.find(text, 2).links
        whole = text.strip().rstrip(_PUNCTUATION)
        if len(links) == 1 and links[0].as_written.rstrip(_PUNCTUATION) == whole:
            return links[0]
        return None

    def _parsed(self, text: str, found: Candidate) -> Link | None:
        start, end, address = found
        try:
            url = can_ada.parse(address)
        except ValueError:
            return None
        host = url.hostname.rstrip(".")
        if not host:
            return None
        port = url.port
        is_ip = host[0] == "[" or host.rpartition(".")[2].isdigit()
        # By place: so it is a third faster, and every link of every text is made here.
        return Link(
            url.href,
            url.protocol[:-1],
            host,
            _decoded(host) if "xn--" in host else host,
            "" if is_ip else self._suffixes.registrable_domain(host),
            int(port) if port else None,
            url.pathname,
            url.has_credentials(),
            is_ip,
            text[start:end],
            Span(start, end),
        )


def _decoded(host: str) -> str:
    # The library's stub says str; the library takes bytes.
    return can_ada.idna_decode(host.encode())  # type: ignore[arg-type]
