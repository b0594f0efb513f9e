"""The editors' terms for a list that the daily role may fill, as JSON can say them."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from ..model.feed_index import DailyTerms, ListKind, ListTerms
from ..model.language import LocalizedText
from ..model.source_note import SourceClass
from .table_rows import whole_number


def terms_row(terms: DailyTerms) -> dict[str, object]:
    """Return the terms as JSON can say them."""
    told = terms.told
    source = [told.source_title, told.source_address, told.source_class.value]
    return {
        "name": told.name,
        "kind": told.kind.value,
        "reason": {"zh": told.reason.zh, "en": told.reason.en},
        "source": source,
        "licence": told.licence,
        "since": told.since.isoformat(),
        "appeal": told.appeal,
        "lasts_days": terms.lasts_days,
    }


def read_terms(row: Mapping[str, Any]) -> DailyTerms:
    """Read what `terms_row` wrote; raises ValueError, KeyError, TypeError or AttributeError.

    The words are compared with what a list says of itself, and never shown from here.
    """
    title, address, kind = row["source"]
    told = ListTerms(
        str(row["name"]),
        ListKind(row["kind"]),
        LocalizedText(zh=str(row["reason"]["zh"]), en=str(row["reason"]["en"])),
        str(title),
        str(address),
        SourceClass(kind),
        str(row["licence"]),
        date.fromisoformat(row["since"]),
        str(row["appeal"]),
    )
    return DailyTerms(told, whole_number(row["lasts_days"], least=1))
