"""Writes a case as the JSON object that programs read."""

import json
from itertools import chain, islice
from typing import TypedDict

from ..checking.knowledge import Knowledge
from ..model.finding import Finding
from ..model.report import CheckReport
from ..model.source_note import SourceNote
from ..presentation.card_lines import reason_text, step_text
from ..presentation.catalog import Catalog

_MOST_FINDINGS = 20
_LINE_ENDS = (("\x85", "\\u0085"), ("\u2028", "\\u2028"), ("\u2029", "\\u2029"))
_ENCODER = json.JSONEncoder(ensure_ascii=False)

SourceObject = TypedDict("SourceObject", {"title": str, "address": str, "date": str, "class": str})


class FindingObject(TypedDict):
    check: str
    severity: str
    reason: str
    quote: str
    source: SourceObject | None


class StepObject(TypedDict):
    action: str
    text: str
    contact: str | None


class AnswerObject(TypedDict):
    verdict: str
    category: str | None
    findings: list[FindingObject]
    advice: list[StepObject]


def answer_json(report: CheckReport, catalog: Catalog, knowledge: Knowledge) -> str:
    """Return the answer on one line: what decided first, then the rest, at most 20 findings."""
    verdict = report.verdict
    return _ENCODER.encode(
        AnswerObject(
            verdict=verdict.level.value,
            category=verdict.category.value if verdict.category else None,
            findings=[_finding(each, catalog) for each in _weightiest(report)],
            advice=[
                StepObject(
                    action=step.action.value,
                    text=step_text(step, catalog, knowledge),
                    contact=step.contact.value if step.contact else None,
                )
                for step in report.advice.steps
            ],
        )
    )


def to_bytes(line: str) -> bytes:
    """Encode one object as a line of UTF-8; a lone surrogate becomes its JSON escape.

    So do the characters that some programs take for the end of a line.
    """
    for character, escape in _LINE_ENDS:
        if character in line:
            line = line.replace(character, escape)
    return f"{line}\n".encode("utf-8", "backslashreplace")


def _weightiest(report: CheckReport) -> list[Finding]:
    decided = report.verdict.decided_by
    if not decided:
        return list(report.findings[:_MOST_FINDINGS])
    already = {id(each) for each in decided}
    others = (each for each in report.findings if id(each) not in already)
    return list(islice(chain(decided, others), _MOST_FINDINGS))


def _finding(finding: Finding, catalog: Catalog) -> FindingObject:
    return FindingObject(
        check=finding.check,
        severity=finding.severity.name.lower(),
        reason=reason_text(finding, catalog),
        quote=finding.evidence[0].quote if finding.evidence else "",
        source=_source(finding.source) if finding.source else None,
    )


def _source(source: SourceNote) -> SourceObject:
    return {
        "title": source.title,
        "address": source.address,
        "date": source.date,
        "class": source.source_class.value,
    }
