"""Turns a finished case into the card that every face shows."""

from collections.abc import Iterator
from datetime import date
from functools import cached_property
from itertools import chain, islice

from ..model.finding import Finding, Severity
from ..model.freshness import Freshness
from ..model.indicator import Link
from ..model.kind import kind_of
from ..model.records import OfficialNumber, Standing
from ..model.report import CheckReport
from ..model.verdict import VerdictLevel
from .card_lines import Contacts, is_site, question_lines, reason_lines, step_line
from .catalog import Catalog
from .dialled_digits import dialled
from .plain_characters import one_line, visible
from .telling import telling
from .verdict_card import Comparison, ReasonLine, SourceLine, StepLine, VerdictCard

_MOST_REASONS = 3
_MOST_NOTES = 4
_QUOTE_LIMIT = 40
_FIGURES = frozenset("0123456789")
_BETWEEN_FIGURES = frozenset(" \n+-()")
_MENTIONED = "forbidden_act.mentioned"
_UNLISTED = "link_shape.unlisted"  # says nothing where another sentence is about the same link


def build_card(
    report: CheckReport, catalog: Catalog, contacts: Contacts, today: date
) -> VerdictCard:
    """Say the case in the catalog's language. Pure: the same case gives the same card."""
    return _Builder(report, catalog, contacts).card(today)


class _Builder:
    def __init__(self, report: CheckReport, catalog: Catalog, contacts: Contacts) -> None:
        self._report = report
        self._catalog = catalog
        self._contacts = contacts
        self._verdict = report.verdict
        self._level = report.verdict.level
        self._pasted = report.reading.submission.text

    def card(self, today: date) -> VerdictCard:
        steps = self._steps()
        dialling = next((step for step in steps if step.dial), None)
        return VerdictCard(
            level=self._level,
            category_name=self._category_name(),
            headline=self._headline(),
            second_line=self._second_line(),
            instruction=self._special("instruction") or self._said("instruction"),
            reasons=self._reasons,
            notes=self._notes,
            comparison=self._comparison() if self._level.is_alarm else None,
            steps=steps,
            dial=dialling.dial if dialling else "",
            dial_owner=dialling.owner if dialling else "",
            questions=self._questions(),
            sources=_distinct_sources(self._reasons, self._notes),
            list_line=self._list_line(today),
            disclaimer=self._catalog.text("verdict.about.disclaimer"),
            text=visible(self._pasted),
        )

    def _said(self, part: str, **values: str) -> str:
        kind = kind_of(self._report.reading).value
        return self._catalog.text(f"verdict.{self._level.value}.{kind}.{part}", **values)

    def _headline(self) -> str:
        if special := self._special("headline"):
            return special
        if self._on_one_list_only:
            return self._catalog.text("verdict.community.headline")
        return self._said("headline", name=self._owners())

    def _second_line(self) -> str:
        if special := self._special("second_line"):
            return special
        if self._on_one_list_only:
            return self._catalog.text("verdict.community.second_line")
        if self._level is VerdictLevel.UNFINISHED:
            return self._why_unfinished()
        category = self._verdict.category
        if category is not None and self._level.is_alarm:
            following = self._catalog.text(f"category.{category.value}.next")
            name = self._category_name()
            return self._catalog.text("verdict.next.line", category=name, next=following)
        return self._said("second_line", name=self._owners())

    def _special(self, part: str) -> str:
        """Return a listed number's own words, else those of numbers that only send, else ""."""
        keys = {row.key for row in self._listed_rows}
        own = f"verdict.number.{next(iter(keys), '')}.{part}"
        if len(keys) == 1 and self._catalog.has(own):
            return self._catalog.text(own)
        if keys and not any(row.takes_calls for row in self._listed_rows):
            return self._catalog.text(f"verdict.only_sends.{part}")
        return ""

    @cached_property
    def _listed_rows(self) -> tuple[OfficialNumber, ...]:
        """The register's rows of the numbers that made the verdict blue."""
        if self._level is not VerdictLevel.OFFICIAL:
            return ()
        shown = (each.indicator for finding in self._official() for each in finding.evidence)
        return tuple(
            row
            for indicator in shown
            if indicator is not None and not isinstance(indicator, Link)
            for row in self._contacts.official_numbers(indicator)
        )

    def _official(self) -> tuple[Finding, ...]:
        return tuple(f for f in self._verdict.decided_by if f.severity is Severity.REASSURING)

    @cached_property
    def _on_one_list_only(self) -> bool:
        best: dict[str, bool] = {}
        for row in self._listed_rows:
            proven = row.standing in (Standing.DOCUMENTED, Standing.LISTED_TWICE)
            best[row.key] = best.get(row.key, False) or proven
        return bool(best) and not all(best.values())

    def _owners(self) -> str:
        if self._level is not VerdictLevel.OFFICIAL:
            return ""
        owners = dict.fromkeys(f.organization_id for f in self._official() if f.organization_id)
        names = [self._name(each) for each in owners]
        return "、".join(names) if self._catalog.language.value == "zh" else ", ".join(names)

    def _name(self, organization_id: str) -> str:
        return self._contacts.organization(organization_id).names.into(self._catalog.language)

    def _category_name(self) -> str:
        category = self._verdict.category
        return self._catalog.text(f"category.{category.value}.name") if category else ""

    @cached_property
    def _weighty(self) -> tuple[Finding, ...]:
        """What the verdict rests on, the weightiest first; of purple and grey, the hints."""
        match self._level:
            case VerdictLevel.DANGER | VerdictLevel.CAUTION:
                return telling(self._report.findings, self._verdict)
            case VerdictLevel.OFFICIAL:
                found = list(self._official())
            case _:
                found = [f for f in self._verdict.decided_by if f.severity is Severity.NOTE]
        return tuple(sorted(found, key=lambda f: (-f.severity, f.order)))

    @cached_property
    def _reasons(self) -> tuple[ReasonLine, ...]:
        lines = reason_lines(self._weighty, self._catalog, self._pasted)
        if self._is_half_a_number():
            return (_plain_note(self._catalog.text("fact.half_a_number")),)
        return tuple(islice(lines, _MOST_REASONS))

    def _is_half_a_number(self) -> bool:
        """Tell whether there are figures, and no number that anybody has."""
        reading = self._report.reading
        figures = set(reading.folded) - _BETWEEN_FIGURES
        nothing = self._level is VerdictLevel.UNKNOWN and not reading.indicators
        return nothing and bool(figures) and figures <= _FIGURES

    @cached_property
    def _notes(self) -> tuple[ReasonLine, ...]:
        said = {line.text for line in self._reasons}
        lines = [_plain_note(text) for text in self._unread()]
        calm = reason_lines(self._calm(), self._catalog, self._pasted)
        lines.extend(line for line in calm if line.text not in said)
        if len(lines) > _MOST_NOTES:
            more = str(len(lines) - _MOST_NOTES)
            lines[_MOST_NOTES:] = [_plain_note(self._catalog.text("fact.and_more", count=more))]
        return tuple(lines)

    def _calm(self) -> Iterator[Finding]:
        findings = self._report.findings
        spoken_of = {e.span for f in findings if f.reason != _UNLISTED for e in f.evidence}
        for finding in findings:
            if finding.severity > Severity.NOTE or self._contradicts(finding):
                continue
            if finding.reason != _UNLISTED or any(
                each.span not in spoken_of for each in finding.evidence
            ):
                yield finding

    def _contradicts(self, finding: Finding) -> bool:
        """Tell whether it says that nothing is demanded, beside an alarm that says what is."""
        return self._level.is_alarm and finding.reason == _MENTIONED

    def _unread(self) -> Iterator[str]:
        omission = self._report.reading.omission
        counts = {
            "characters": omission.characters,
            "links": omission.links,
            "numbers": omission.numbers,
        }
        for name, count in counts.items():
            if count:
                yield self._catalog.text(f"fact.unread_{name}", count=str(count))

    def _why_unfinished(self) -> str:
        if self._verdict.freshness is Freshness.STALE:
            why = "stale"
        else:
            why = "part" if self._report.reading.legible else "empty"
        return self._catalog.text(f"verdict.unfinished_because.{why}")

    def _comparison(self) -> Comparison | None:
        speaking = sorted(self._report.findings, key=lambda f: (-f.severity, f.order))
        for finding in speaking:
            if finding.organization_id and finding.genuine and finding.severity >= Severity.NOTE:
                shown = next((e.quote for e in finding.evidence if e.quote.strip()), "")
                return Comparison(
                    self._catalog.text("fact.claimed", quote=one_line(shown, _QUOTE_LIMIT)),
                    self._registered(finding.organization_id, finding.genuine),
                )
        for claim in self._report.reading.claims:
            for step in self._report.advice.steps:
                contact = step.contact
                if contact is not None and contact.organization_id == claim.organization_id:
                    name = self._name(claim.organization_id)
                    return Comparison(
                        self._catalog.text("fact.claimed_name", name=name),
                        self._registered(contact.organization_id, contact.value),
                    )
        return None

    def _registered(self, organization_id: str, contact: str) -> str:
        key = "fact.registered_site" if is_site(contact) else "fact.registered_number"
        return self._catalog.text(key, name=self._name(organization_id), contact=dialled(contact))

    def _steps(self) -> tuple[StepLine, ...]:
        steps = self._report.advice.steps
        return tuple(step_line(step, self._catalog, self._contacts) for step in steps)

    def _questions(self) -> tuple[str, ...]:
        if self._level is not VerdictLevel.UNKNOWN:
            return ()
        return question_lines(self._catalog)

    def _list_line(self, today: date) -> str:
        as_of = self._report.register_as_of
        day = self._catalog.text(
            "verdict.date.day",
            year=str(as_of.year),
            month=str(as_of.month),
            day=str(as_of.day),
        )
        line = self._catalog.text(f"verdict.list.{self._verdict.freshness.value}", date=day)
        age = (today - as_of).days
        if age <= 0:
            return line
        return self._catalog.text("verdict.list.days", line=line, days=str(age))


def _plain_note(text: str) -> ReasonLine:
    return ReasonLine(Severity.NOTE, text, (), (), "", None)


def _distinct_sources(
    reasons: tuple[ReasonLine, ...], notes: tuple[ReasonLine, ...]
) -> tuple[SourceLine, ...]:
    sources = (line.source for line in chain(reasons, notes) if line.source is not None)
    return tuple(dict.fromkeys(sources))
