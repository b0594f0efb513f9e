"""Remarks on how a link is built, whoever owns it."""

from ...model.finding import Evidence, Finding, Severity
from ...model.indicator import Link
from ...model.reading import Reading
from ..knowledge import Knowledge, Place
from .check import Topic

_PROGRAMS = (".apk", ".exe", ".msi", ".ipa", ".hap", ".scr", ".bat", ".mobileconfig")
_SHOWN = 3


class LinkShape:
    """Step 7: orange at most, and a single calm remark for links that are merely not listed."""

    name = "link_shape"
    looks_at = frozenset({Topic.OTHER_LINKS})

    def examine(self, reading: Reading, knowledge: Knowledge) -> list[Finding]:
        """Return a finding for each odd link, then one for all that no list knows."""
        found: list[Finding] = []
        plain: list[Link] = []
        seen: set[str] = set()
        for link in reading.links:
            if link.url in seen:
                continue
            seen.add(link.url)
            place = knowledge.place_of(link.host)
            if odd := _oddity(link, place):
                found.append(self._finding(odd[0], odd[1], (link,)))
            elif place.is_unlisted:
                plain.append(link)
        if plain:
            found.append(self._finding("unlisted", Severity.NOTE, tuple(plain[:_SHOWN])))
        return found

    def _finding(self, reason: str, severity: Severity, links: tuple[Link, ...]) -> Finding:
        return Finding(
            check=self.name,
            severity=severity,
            reason=f"link_shape.{reason}",
            evidence=tuple([Evidence(link.as_written, link.span, link) for link in links]),
            order=7,
            values=(("host", links[0].unicode_host),),
        )


def _oddity(link: Link, place: Place) -> tuple[str, Severity] | None:
    if link.has_userinfo:
        return ("userinfo", Severity.WARNING)
    if place.owners:
        return None
    if link.path.lower().endswith(_PROGRAMS):
        return ("program", Severity.WARNING)
    if link.is_ip:
        # Carriers' own messages hold such links too often for a warning.
        return ("ip_address", Severity.NOTE)
    if not link.unicode_host.isascii() and _is_mixed(link.unicode_host):
        return ("mixed_letters", Severity.WARNING)
    return ("odd_port", Severity.NOTE) if link.port is not None else None


def _is_mixed(host: str) -> bool:
    """Tell whether one label mixes Latin with Cyrillic or Greek letters (UTS #39, 5.1)."""
    return any(_mixes(label) for label in host.split("."))


def _mixes(label: str) -> bool:
    latin = any("a" <= letter <= "z" for letter in label)
    return latin and any("\u0370" <= letter <= "\u058f" for letter in label)
