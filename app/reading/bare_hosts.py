"""Tells bare host names (“cmb-safe.top/a”) from file names, words and e-mail addresses."""

import re

from ..model.text_span import Span
from .link_grammar import SOFT_DOT
from .link_spelling import (
    LONGEST_HOST,
    ORDINARY,
    Candidate,
    Found,
    candidate,
    dotted,
    known_length,
    path_at,
    plain,
    port_of,
    top_of,
)
from .public_suffixes import PublicSuffixes

_IPV4_PARTS = 4
_LONGEST_BYTE = 3
_SHORT_WORD = 3  # "Mr", "St", "No"

# Endings that are file names or everyday words: without a path, a port or a scheme they need a
# better sign than a dot, or every "main.py" and "like it.is it" would be a link.
_FILE_TOPS = frozenset(("md", "mov", "py", "sh", "so", "zip"))
_WORD = re.compile(r"am|as|at|be|by|do|id|in|is|it|me|my|no|so|to|us")
# Endings people rely on when the dot itself is disguised (“evil点top”), or when a name stands
# before an @; elsewhere any ending of the Public Suffix List will do.
_FAMILIAR = re.compile(
    r"com|cn|net|org|gov|edu|hk|tw|mo|io|co|cc|tv|info|biz|top|vip|xyz|icu|club|shop"
    r"|site|online|work|ltd|ink|tech|fun|store|live|cloud|app|dev|win|bid|loan|wang|ren"
    r"|pro|link|cyou|buzz|sbs|cfd|bond|life|world|today|space|website|group|asia|mobi"
    r"|red|pub|press|host|run|art"
)


class BareHosts:
    """Immutable, safe to share between threads."""

    def __init__(self, suffixes: PublicSuffixes) -> None:
        self._suffixes = suffixes

    def read(self, text: str, start: int, end: int) -> list[Found]:
        """Return what the host name, or the name@host, at start..end of `text` is."""
        if end - start > LONGEST_HOST * 2:
            return []
        raw = plain(text[start:end])
        if ORDINARY.fullmatch(raw):
            found = self._host(text, start, raw, "")
            return [found] if found else []
        if "@" in raw:
            return [self._with_user(text, start, raw)]
        host = raw.partition(":")[0]
        port = port_of(raw[len(host) :])
        hosts = (
            self._host(text, start + offset, part, port if offset + len(part) == len(host) else "")
            for offset, part in self._segments(host)
        )
        return [found for found in hosts if found]

    def mail(self, text: str, start: int, end: int) -> Found:
        """Take an e-mail address for a link where a path follows, as a browser would."""
        path = path_at(text, end)
        address = dotted(plain(text[start:end]))
        host = address.rpartition("@")[2].partition(":")[0]
        if not path[1:] or path[0] in "?#" or not self._suffixes.is_known(host):
            return Span(start, end)
        return candidate(text, start, end, f"http://{address}")

    def _segments(self, host: str) -> list[tuple[int, str]]:
        """Part a run at its soft dots if one of the parts is a host by itself."""
        if not SOFT_DOT.search(host):
            return [(0, host)]
        parts = []
        begin = 0
        for dot in SOFT_DOT.finditer(host):
            parts.append((begin, host[begin : dot.start()]))
            begin = dot.end()
        parts.append((begin, host[begin:]))
        if any("." in part and self._suffixes.is_known(part.lower()) for _, part in parts):
            return parts
        length = known_length(host, self._suffixes)
        if length and _FAMILIAR.fullmatch(top_of(dotted(host[:length]))):
            return [(0, host[:length])]
        return []

    def _host(self, text: str, start: int, raw: str, port: str) -> Candidate | None:
        trimmed = raw.lstrip("-_")
        start += len(raw) - len(trimmed)
        written = _before_a_sentence(trimmed).rstrip("-_")
        host = dotted(written)
        top = top_of(host)
        end = start + len(written)
        if top.isdigit():
            return self._ip(text, start, host, port)
        if not top[1:] or len(host) > LONGEST_HOST or not self._suffixes.is_known(host):
            return None
        if trimmed != written:
            port = ""
        found = candidate(text, start, end + len(port), f"http://{host}{port}")
        if found.end == end and not _is_no_word(text, written, host, start):
            return None
        return found

    def _ip(self, text: str, start: int, host: str, port: str) -> Candidate | None:
        parts = host.split(".")
        if len(parts) != _IPV4_PARTS or not all(map(_is_byte, parts)):
            return None
        found = candidate(text, start, start + len(host) + len(port), f"http://{host}{port}")
        as_written = plain(text[start : start + len(host)]) == host
        has_path = text[found.start + len(host) : found.end].startswith(("/", "\\"))
        return found if as_written and (port or has_path) else None

    def _with_user(self, text: str, start: int, raw: str) -> Found:
        """Tell “icbc.com.cn@evil.top”, which opens evil.top, from “li.wang@icbc.com.cn”."""
        user, _, place = raw.rpartition("@")
        name = dotted(user.partition(":")[0])
        written = place.partition(":")[0]
        host = dotted(written)
        looks_like_host = _FAMILIAR.fullmatch(top_of(name)) and self._suffixes.is_known(name)
        if not (looks_like_host and self._suffixes.is_known(host)):
            return Span(start, start + len(raw))
        port = port_of(place[len(written) :])
        end = start + len(user) + 1 + len(written) + len(port)
        return candidate(text, start, end, f"http://{dotted(user)}@{host}{port}")


def _before_a_sentence(written: str) -> str:
    """Return “evil.top” of “evil.top.Click here”: a sentence glued behind a host."""
    rest, _, word = written.rpartition(".")
    glued = word.istitle() and len(word) >= _SHORT_WORD and rest.islower() and "." in rest
    return rest if glued and _FAMILIAR.fullmatch(top_of(rest)) else written


def _is_byte(part: str) -> bool:
    return 0 < len(part) <= _LONGEST_BYTE and part.isascii() and part.isdecimal()


def _is_no_word(text: str, written: str, host: str, start: int) -> bool:
    """Tell a bare host name from “main.py”, “Mr.Li” and “like it.is this”."""
    before, _, top = host.rpartition(".")
    if top in _FILE_TOPS:
        return before.startswith("www.")
    if "." in before:
        return True
    if len(before) <= _SHORT_WORD and written[-len(top)].isupper() and not written.isupper():
        return False
    if not _WORD.fullmatch(top):
        return True
    end = start + len(written)
    sentence_goes_on = text[end : end + 1] in (" ", ",") and text[end + 1 : end + 2].isalpha()
    return not (before.isalpha() and sentence_goes_on) and not (
        before.isdigit() and len(before) < _SHORT_WORD
    )
