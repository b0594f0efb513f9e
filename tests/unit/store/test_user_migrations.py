"""An older database becomes the present one, and keeps what it holds."""

from sqlite_utils import Database

from app.store.user_migrations import CHECKS, user_migrations


def test_an_empty_database_gets_its_table_once() -> None:
    database = Database(memory=True)
    user_migrations().apply(database)
    assert {each.name for each in database.table(CHECKS).columns} >= {"id", "at", "text"}
    database.execute("insert into checks values (1, 'a', 'danger', null, '', 't', '')")
    user_migrations().apply(database)
    assert database.table(CHECKS).count == 1
    database.close()


def test_no_index_keeps_words_of_its_own() -> None:
    database = Database(memory=True)
    user_migrations().apply(database)
    assert [each.columns for each in database.table(CHECKS).indexes] == [["at"]]
    assert not [name for name in database.table_names() if "fts" in name]
    database.close()
