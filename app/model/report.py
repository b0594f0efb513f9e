"""The whole case of one check."""

from datetime import date

from msgspec import Struct

from .advice import Advice
from .finding import Finding
from .reading import Reading
from .verdict import Verdict


class CheckReport(Struct, frozen=True, gc=False):
    """`findings` holds everything found, the weightiest first; the verdict names the deciding."""

    reading: Reading
    findings: tuple[Finding, ...]
    verdict: Verdict
    advice: Advice
    register_as_of: date
    register_version: str
