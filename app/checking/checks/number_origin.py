"""Remarks on where a number comes from and what such a line can do."""

from ...model.finding import Finding, Severity
from ...model.indicator import SERVICES, Line, Number, PhoneNumber, ShortCode, SmsPort
from ...model.phrases import SlotKind
from ...model.reading import Reading
from ...model.records import Answer, NumberKind, OfficialNumber
from ...model.shown_number import ShownNumber
from ...model.submission import Channel
from ..knowledge import Knowledge
from ..shown_numbers import has_demand
from .check import Topic

_MACHINE_DIGITS = len("+86") + 13
_REMARKABLE = frozenset({Line.OUTSIDE, Line.MOBILE, Line.VIRTUAL_MOBILE})


class NumberOrigin:
    """Step 7: orange at most; usually a calm remark."""

    name = "number_origin"
    looks_at = frozenset({Topic.OTHER_NUMBERS})

    def examine(self, reading: Reading, knowledge: Knowledge) -> list[Finding]:
        """Return at most one finding for each number."""
        found: list[Finding] = []
        for shown in reading.shown:
            remark = _of_line(shown, reading)
            if not remark and not shown.is_sender:  # as nearly always
                continue
            rows = knowledge.official_numbers(shown.number)
            odd = _of_sender(shown, rows, reading) if shown.is_sender else None
            if said := odd or (None if rows else remark):
                found.append(self._finding(shown, said[0], said[1]))
        return found

    def _finding(self, shown: ShownNumber, reason: str, severity: Severity) -> Finding:
        return Finding(
            check=self.name,
            severity=severity,
            reason=f"number_origin.{reason}",
            evidence=shown.evidence(),
            order=7,
            values=(("number", shown.number.as_written.strip()),),
        )


def _of_sender(
    shown: ShownNumber, rows: tuple[OfficialNumber, ...], reading: Reading
) -> tuple[str, Severity] | None:
    """Return what is odd about this line calling or writing."""
    called = reading.submission.channel is Channel.CALL
    if any(row.kind is NumberKind.EMERGENCY for row in rows):
        return "emergency_display", Severity.NOTE
    if isinstance(shown.number, SmsPort):
        return ("port_called", Severity.WARNING) if called else None
    if _is_service(shown.number) and not any(_may_send(row) for row in rows):
        return "service_called", Severity.WARNING
    if rows and isinstance(shown.number, ShortCode) and called:
        receives_only = all(row.calls_out is Answer.NO for row in rows)
        return ("receives_only", Severity.WARNING) if receives_only else None
    return None


def _is_service(number: Number) -> bool:
    return isinstance(number, PhoneNumber) and number.line in SERVICES


def _may_send(row: OfficialNumber) -> bool:
    return Answer.YES in (row.calls_out, row.sends_sms)


def _of_line(shown: ShownNumber, reading: Reading) -> tuple[str, Severity] | None:
    """Return what is to be said of an unlisted number's line."""
    number = shown.number
    if not isinstance(number, PhoneNumber) or number.line not in _REMARKABLE:
        return None
    if number.line is Line.OUTSIDE:
        return _outside(shown, reading)
    if len(number.key) == _MACHINE_DIGITS and number.line is Line.MOBILE:
        return "machine", Severity.NOTE
    return ("virtual", Severity.NOTE) if number.line is Line.VIRTUAL_MOBILE else None


def _outside(shown: ShownNumber, reading: Reading) -> tuple[str, Severity]:
    kinds = {hit.slot.kind for hit in reading.hits}
    claims = bool(reading.claims) or SlotKind.ROLE in kinds
    wants = shown.is_sender or has_demand(reading) or SlotKind.PRETEXT in kinds
    if claims and wants:
        return "outside_claims", Severity.WARNING
    return "outside", Severity.NOTE
