"""Checks one submission from end to end.

    Submission ─ Reader ─> Reading ─ checks ─> Findings ─ judge ─> Verdict ─ advise ─> Advice

Pure: no screen, no disk, no net; the same submission, register and day give the same report.
"""

from datetime import date
from functools import lru_cache

from ..model.advice_rules import AdviceRules
from ..model.finding import Finding
from ..model.freshness import AgeLimits, Freshness, SignedTerm, freshness_of
from ..model.report import CheckReport
from ..model.submission import Submission
from ..reading.reader import Reader
from .advising import Adviser
from .judging import in_order, judge
from .knowledge import Knowledge
from .roster import Roster


class Engine:
    """One reader, one register, one roster of checks; safe to share between threads."""

    def __init__(
        self,
        reader: Reader,
        knowledge: Knowledge,
        roster: Roster,
        advice_rules: AdviceRules,
        limits: AgeLimits | SignedTerm,
        released_on: date,
    ) -> None:
        self._reader = reader
        self._knowledge = knowledge
        self._roster = roster
        self._adviser = Adviser(advice_rules, knowledge)
        self._limits = limits
        self._released_on = released_on
        self._forgetting = (reader.forget, knowledge.forget, *roster.forgetting)
        self._edition = (knowledge.as_of, knowledge.register.version)
        self._freshness_on = lru_cache(maxsize=1)(self._freshness)

    @property
    def knowledge(self) -> Knowledge:
        """What the checks ask."""
        return self._knowledge

    def check(self, submission: Submission, today: date) -> CheckReport:
        """Check `submission` as on the day `today` (mainland time); nothing of it is kept."""
        knowledge = self._knowledge
        found: list[Finding] = []
        try:
            reading = self._reader.read(submission)
            for check in self._roster.of(reading, knowledge):
                found += check.examine(reading, knowledge)
            findings = in_order(found)
            verdict = judge(findings, reading, knowledge, self._freshness_on(today))
            advice = self._adviser.advise(verdict, findings, reading)
            return CheckReport(reading, findings, verdict, advice, *self._edition)
        finally:
            for forget in self._forgetting:
                forget()

    def _freshness(self, today: date) -> Freshness:
        as_of, released_on = self._knowledge.as_of, self._released_on
        return freshness_of(as_of, today, self._limits, released_on=released_on)
