"""Turns findings, sources and steps into finished lines."""

from collections.abc import Iterable, Iterator
from typing import Protocol

from ..model.advice import AdviceStep
from ..model.finding import Finding
from ..model.indicator import Indicator
from ..model.language import LocalizedText
from ..model.records import OfficialNumber, Organization
from ..model.source_note import SourceClass, SourceNote
from ..model.text_span import Span
from .catalog import Catalog
from .dialled_digits import dialled
from .plain_characters import one_line
from .verdict_card import ReasonLine, SourceLine, StepLine
from .whole_words import LONGEST_QUOTATION, quotation, whole_spans

_REASON_LIMIT = 240
_MOST_QUOTES = 3


class Contacts(Protocol):
    """What a card asks the register: who somebody is, and which rows a number is."""

    def organization(self, organization_id: str) -> Organization:
        """Return the organisation; KeyError if it is not in the tables."""
        ...

    def official_numbers(self, indicator: Indicator) -> tuple[OfficialNumber, ...]:
        """Return every listed number that this very number is."""
        ...


def reason_text(finding: Finding, catalog: Catalog) -> str:
    """Return why, in one sentence that is safe to print: what it quotes is made visible."""
    if isinstance(finding.reason, LocalizedText):
        return one_line(finding.reason.into(catalog.language), _REASON_LIMIT)
    return one_line(catalog.filled(f"finding.{finding.reason}", finding.values), _REASON_LIMIT)


def reason_lines(
    findings: Iterable[Finding], catalog: Catalog, pasted: str = ""
) -> Iterator[ReasonLine]:
    """Yield one line a finding, leaving out those that would say the same again.

    `pasted` is the person's text; what was quoted once is not quoted again, unless a line would
    be left without any quotation.
    """
    said: set[str] = set()
    shown: set[str] = set()
    for finding in findings:
        text = reason_text(finding, catalog)
        if text in said:
            continue
        said.add(text)
        quotes, spans = _quotations(finding, pasted)
        fresh = tuple(each for each in quotes if each not in shown) or quotes[:1]
        shown.update(fresh)
        yield ReasonLine(
            severity=finding.severity,
            text=text,
            quotes=fresh[:_MOST_QUOTES],
            spans=spans,
            rule=finding.rule.into(catalog.language) if finding.rule else "",
            source=source_line(finding.source, catalog) if finding.source else None,
        )


def _quotations(finding: Finding, pasted: str) -> tuple[tuple[str, ...], tuple[Span, ...]]:
    """Return what a finding quotes and where it stands: numbers and links exactly, words whole."""
    exact: list[str] = []
    places: list[Span] = []
    loose: list[Span] = []
    for proof in finding.evidence:
        if proof.indicator is None and proof.span is not None and proof.span.end <= len(pasted):
            loose.append(proof.span)
        elif proof.quote.strip():
            exact.append(one_line(proof.quote, LONGEST_QUOTATION))
            places += [proof.span] if proof.span is not None else []
    whole = whole_spans(pasted, loose)
    words = (quotation(pasted, each) for each in whole)
    return tuple(dict.fromkeys((*exact, *words))), (*places, *whole)


def source_line(source: SourceNote, catalog: Catalog) -> SourceLine | None:
    """Return where a fact comes from, or None when nobody is named."""
    if source.source_class is SourceClass.NONE:
        return None
    text = catalog.text(
        "fact.source.line",
        **{
            "class": catalog.text(f"fact.source_class.{source.source_class.value}"),
            "title": source.title,
            "date": source.date if source.date[:1].isdigit() else catalog.text("fact.undated"),
        },
    )
    return SourceLine(text, source.address)


def step_text(step: AdviceStep, catalog: Catalog, contacts: Contacts) -> str:
    """Return the words of one step, with its contact filled in."""
    if step.contact is None:
        return catalog.text(f"advice.{step.key}")
    name = contacts.organization(step.contact.organization_id).names
    value = dialled(step.contact.value)
    return catalog.text(f"advice.{step.key}", name=name, number=value, site=value)


def step_line(step: AdviceStep, catalog: Catalog, contacts: Contacts) -> StepLine:
    """Return one step with its number or site apart, to be shown large."""
    dial = site = owner = ""
    if step.contact is not None:
        owner = contacts.organization(step.contact.organization_id).names.into(catalog.language)
        if is_site(step.contact.value):
            site = step.contact.value
        else:
            dial = dialled(step.contact.value)
    return StepLine(step.action, step_text(step, catalog, contacts), dial, site, owner)


def question_lines(catalog: Catalog) -> tuple[str, ...]:
    """Return what to ask where no record decides: what he wants, and who he says he is."""
    return tuple(catalog.text(f"verdict.question.{each}") for each in ("wants", "who"))


def is_site(contact: str) -> bool:
    """Tell a host from a number."""
    return "." in contact or any(each.isalpha() for each in contact)
