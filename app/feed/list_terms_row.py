"""The editors' words on a list that the daily role may fill, as JSON can say them."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from ..model.feed_index import ListKind, ListTerms
from ..model.language import LocalizedText
from ..model.source_note import SourceClass


def terms_row(terms: ListTerms) -> dict[str, object]:
    """Return the words as JSON can say them."""
    source = [terms.source_title, terms.source_address, terms.source_class.value]
    return {
        "name": terms.name,
        "kind": terms.kind.value,
        "reason": {"zh": terms.reason.zh, "en": terms.reason.en},
        "source": source,
        "licence": terms.licence,
        "since": terms.since.isoformat(),
        "appeal": terms.appeal,
    }


def read_terms(row: Mapping[str, Any]) -> ListTerms:
    """Read what `terms_row` wrote; raises ValueError, KeyError, TypeError or AttributeError.

    They are compared with what a list says of itself, and never shown from here.
    """
    title, address, kind = row["source"]
    return ListTerms(
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
