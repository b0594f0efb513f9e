"""The whole case of one check."""

from dataclasses import dataclass
from datetime import date

from .advice import Advice
from .finding import Finding
from .reading import Reading
from .verdict import Verdict


@dataclass(frozen=True, slots=True)
class CheckReport:
    """`findings` holds everything found, the weightiest first; the verdict names the deciding."""

    reading: Reading
    findings: tuple[Finding, ...]
    verdict: Verdict
    advice: Advice
    register_as_of: date
    register_version: str
