"""Finds the characters of a text that are links, and the addresses they spell."""

import re
from collections.abc import Iterable
from re import Match

from .bare_hosts import BareHosts
from .link_grammar import (
    HANZI,
    HANZI_LABELS,
    HAS_HANZI,
    LABELS_AND_HANZI,
    SCHEME,
    TOKEN,
    WHOLE_HANZI_HOST,
)
from .link_spelling import (
    LONGEST_HOST,
    Candidate,
    Found,
    candidate,
    dotted,
    known_length,
    plain,
    port_of,
    with_path,
    without_closing,
)
from .public_suffixes import PublicSuffixes

_PLAIN_SCHEMES = frozenset({"http", "https"})
_LONGEST_LABEL = 80
_LONGEST_SCHEME = 5
_LONGEST_PORT = 6
_LONGEST_PASTE = 120
_DOT_BESIDE_HANZI = re.compile(rf"\.(?:(?=[{HANZI}])|(?<=[{HANZI}].))")  # a literal first: faster
_WIDE_DOT_BESIDE_HANZI = re.compile(rf"[.．](?:(?=[{HANZI}])|(?<=[{HANZI}].))")


class CandidateFinder:
    """Immutable, safe to share between threads; its time is linear in the text's length."""

    def __init__(self, suffixes: PublicSuffixes) -> None:
        self._suffixes = suffixes
        self._bare = BareHosts(suffixes)
        tops = "|".join(suffixes.hanzi_tops)
        self._hanzi_top = re.compile(rf"[.．](?:{tops})(?![{HANZI}])")

    def find(self, text: str) -> list[Found]:
        """Return candidates and e-mail addresses in the order of the text, none overlapping."""
        found = self._tokens(text)
        dots = _WIDE_DOT_BESIDE_HANZI if "．" in text else _DOT_BESIDE_HANZI
        if dots.search(text) and (in_hanzi := self._hanzi_hosts(text, dots)):
            return _without_overlaps(sorted([*in_hanzi, *found], key=_start))
        return found

    def _tokens(self, text: str) -> list[Found]:
        every: list[Found] = []
        position = 0
        while token := TOKEN.search(text, position):
            start, position = token.span()
            kind = token.lastgroup
            if kind == "web":
                # Behind a host with a scheme hanzi may be glued, and another link behind them.
                if token["path"]:
                    position = token.end("plain")
                if found := self._web(text, token):
                    every += found
                    position = found[-1].end
                continue
            if kind == "mail" or text[start] in "@＠":
                found = [self._bare.mail(text, start, position)]
            else:
                found = self._bare.read(text, start, position)
            if found:
                every += found
                position = max(position, found[-1].end)
        return every

    def _web(self, text: str, token: Match[str]) -> list[Found]:
        first = token.start()
        colon, end = token.span("web")
        before = text[max(first, colon - _LONGEST_SCHEME) : colon]
        host, path = token.group("plain", "path")
        if host and before in _PLAIN_SCHEMES and self._suffixes.is_known(host.lower()):
            start, end = colon - len(before), token.end("plain")
            path = without_closing(path) if path else ""
            return [with_path(start, end, f"{before}://{host}", path)]
        if path:
            end = token.end("plain")
        written = before if before in _PLAIN_SCHEMES else _scheme(before)
        if not written:
            return self._rest_after_colon(text, colon, end)
        start = colon - len(written)
        name = written if written in _PLAIN_SCHEMES else _undisguised(written)
        authority = plain(text[colon + 1 : end]).lstrip("/\\")
        length, place = self._place(authority, slashed=end - colon - 1 > len(authority))
        if not place:
            return []
        end += length - len(authority)
        return [candidate(text, start, end, f"{name}://{place}")]

    def _place(self, authority: str, *, slashed: bool) -> tuple[int, str]:
        """Return how much of `authority` is meant, with its dots undisguised; "" for no host."""
        user_end = _user_end(authority)
        host_end = user_end + self._host_length(authority[user_end:])
        host = dotted(authority[user_end:host_end])
        if not self._is_host(host, slashed):
            return 0, ""
        port = port_of(authority[host_end:])
        return host_end + len(port), f"{authority[:user_end]}{host}{port}"

    def _rest_after_colon(self, text: str, colon: int, end: int) -> list[Found]:
        # "apps:evil.top" or "maps://evil.top": no scheme of ours, yet a host name stands there.
        inner = TOKEN.search(text, colon + 1, end)
        if inner is None or inner.lastgroup != "bare":
            return []
        return self._bare.read(text, inner.start(), inner.end())

    def _host_length(self, authority: str) -> int:
        """Return how many characters of `authority` are the host, as people mean it."""
        if authority.startswith("["):
            return authority.find("]") + 1
        strict = LABELS_AND_HANZI.match(authority)
        if strict is None or strict.end() > LONGEST_HOST:
            return 0
        if (length := known_length(strict.group(), self._suffixes)) or strict.end() == len(
            authority
        ):
            return length or strict.end()
        wide = authority.partition(":")[0].lower()
        if HAS_HANZI.search(wide) and len(wide) < LONGEST_HOST and self._suffixes.is_known(wide):
            return len(wide)
        return strict.end()

    def _is_host(self, host: str, slashed: bool) -> bool:  # noqa: FBT001
        if not host or len(host) > LONGEST_HOST:
            return False
        if host.startswith("[") or self._suffixes.is_known(host):
            return True
        return (
            slashed and host.isascii() and (host[0].isdigit() or "." in host or host == "localhost")
        )

    def _hanzi_hosts(self, text: str, dots: re.Pattern[str]) -> list[Candidate]:
        """Find “例子.中国” between punctuation, and a paste that is only “工商银行.com/a”."""
        if len(text) <= _LONGEST_PASTE:
            start = len(text) - len(text.lstrip())
            whole = WHOLE_HANZI_HOST.match(text, start)
            if whole is not None and self._suffixes.is_known(dotted(whole.group())):
                return [self._with_port(text, start, whole.end())]
        found = []
        for dot in dots.finditer(text):
            top = self._hanzi_top.match(text, dot.start())
            first = max(0, dot.start() - _LONGEST_LABEL)
            before = HANZI_LABELS.search(text, first, dot.start()) if top else None
            if top and before:
                found.append(self._with_port(text, before.start(), top.end()))
        return found

    def _with_port(self, text: str, start: int, end: int) -> Candidate:
        port = port_of(text[end : end + _LONGEST_PORT])
        host = dotted(plain(text[start:end]))
        return candidate(text, start, end + len(port), f"http://{host}{port}")


def _start(found: Found) -> int:
    return found.start


def _without_overlaps(found: Iterable[Found]) -> list[Found]:
    kept: list[Found] = []
    for each in found:
        if not kept or each.start >= kept[-1].end:
            kept.append(each)
    return kept


def _scheme(before: str) -> str:
    """Return the scheme that the characters before a colon end with, in ASCII; "" for none."""
    scheme = SCHEME.search(plain(before))
    return scheme.group() if scheme else ""


def _undisguised(scheme: str) -> str:
    name = scheme.lower()
    return name if name == "ftp" else f"http{name[4:]}"


def _user_end(authority: str) -> int:
    """Return where the host begins behind “user@”; hanzi before the @ are no user."""
    at = authority.rfind("@")
    return 0 if at < 0 or HAS_HANZI.search(authority, 0, at) else at + 1
