"""The statements that make the tables, and the key a cache file is known by."""

from msgspec.structs import fields

from app.model.records import OfficialNumber
from app.model.register import Register
from app.store.registry_tables import (
    RECORDS,
    RecordTable,
    cache_key,
    create_statement,
    insert_statement,
    select_statement,
)

NUMBERS = RecordTable("number", OfficialNumber, "numbers")


def test_every_kind_of_record_of_the_register_has_a_table() -> None:
    kept = {each.field for each in RECORDS}
    assert kept == {each.name for each in fields(Register)} - {"version", "as_of"}


def test_a_table_has_a_column_for_every_field() -> None:
    statement = create_statement(NUMBERS)
    assert all(f'"{each.name}"' in statement for each in fields(OfficialNumber))


def test_a_row_is_written_with_its_place_and_read_in_that_order() -> None:
    assert insert_statement(NUMBERS).count("?") == len(fields(OfficialNumber)) + 1
    assert select_statement(NUMBERS).endswith('FROM "number" ORDER BY position')


def test_the_key_changes_with_the_tables_alone() -> None:
    assert cache_key("a") == cache_key("a") != cache_key("b")
