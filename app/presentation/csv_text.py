"""Writes rows as CSV that no spreadsheet takes for formulas."""

import csv
import io
from collections.abc import Iterable, Sequence

# OWASP "CSV Injection": what begins a formula in one spreadsheet or another, full width included.
_BEGINS_A_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠", "|", "%")
_MARK = "\ufeff"  # without it Excel reads UTF-8 as the system's own code page


def csv_text(rows: Iterable[Sequence[str]]) -> str:
    """Return the rows, every cell quoted, with the mark that makes Excel read UTF-8."""
    stream = io.StringIO()
    writer = csv.writer(stream, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    for row in rows:
        writer.writerow([harmless(each) for each in row])
    return _MARK + stream.getvalue()


def harmless(cell: str) -> str:
    """Put an apostrophe before what a spreadsheet would calculate; NUL becomes visible.

    Blanks are looked through: some programs trim them before they look for a formula.
    """
    cell = cell.replace("\0", "\u2400")
    bare = cell.lstrip(" \u00a0\u3000\ufeff\u200b")
    if cell.startswith(_BEGINS_A_FORMULA) or bare.startswith(_BEGINS_A_FORMULA):
        return f"'{cell}"
    return cell
