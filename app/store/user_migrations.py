"""The steps that bring a person's own database to its present form."""

from typing import TYPE_CHECKING

from sqlite_utils import Migrations

if TYPE_CHECKING:
    from sqlite_utils import Database

CHECKS = "checks"


def user_migrations() -> Migrations:
    """Return the steps in order. A step that was ever released is never changed."""
    steps = Migrations("mingbian.user")
    steps(name="0001_checks")(_make_checks)
    return steps


def _make_checks(database: "Database") -> None:
    # Searched with LIKE and no full-text index: an index keeps words of rows that are deleted.
    columns = {
        "id": int,
        "at": str,
        "level": str,
        "category": str,
        "sender": str,
        "text": str,
        "case_code": str,
    }
    database.create_table(CHECKS, columns, pk="id", not_null=set(columns) - {"category"})
    database.table(CHECKS).create_index(["at"])
