"""Lists that change every day go out by a role of their own, which the editors give and take."""

import dataclasses
import shutil
from datetime import timedelta
from pathlib import Path

import pytest
from msgspec.structs import replace

from app.feed.daily_index_codec import read_daily_index
from app.feed.repository_layout import DAILY_INDEX, INDEX_TARGET
from app.model.errors import UserFacingError
from app.model.feed_index import MOST_DAILY_DAYS
from app.publishing.changes import ChangeKind, Topic
from app.publishing.feed_config import Daily, read_config, write_config
from app.publishing.importers.kinds import ImportKind
from app.publishing.importing import Source
from app.publishing.publisher import KeyChange
from tests.list_abouts import ABOUT, evil_hosts
from tests.publishing_feed import Desk, begin_feed

LIST = "fresh-sites"


def configure(desk: Desk, daily: Daily, lists: tuple[str, ...] = ()) -> None:
    file = desk.folder / "feed.toml"
    file.write_bytes(write_config(replace(read_config(file), daily=daily, lists=lists)))


def public_part(desk: Desk, name: str) -> str:
    """Make a key, or take one that is there, and return its public part as settings name it."""
    file = desk.public(name) if desk.public(name).exists() else desk.make_key(name)
    place = desk.folder / "keys" / file.name
    shutil.copy(file, place)
    return f"keys/{file.name}"


def take(
    desk: Desk, *hosts: str, reviewed: bool = False, name: str = LIST, lasts_days: int = 30
) -> None:
    file, about = desk.keys / "source.txt", desk.keys / "about.toml"
    file.write_text("\n".join(hosts), encoding="utf-8")
    text = ABOUT.replace("bad-sites", name).replace("= 30", f"= {lasts_days}")
    about.write_text(text.replace("reviewed = false", f"reviewed = {str(reviewed).lower()}"))
    source = Source(ImportKind.PLAIN, file, about, desk.now.date())
    desk.publisher.take_in(source, lambda *_: None, may_shrink=True)


def refusal(desk: Desk) -> str:
    with pytest.raises(UserFacingError) as caught:
        desk.refresh()
    return " ".join((caught.value.reference, *caught.value.values.values()))


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """A feed whose editors gave the role to Dora, whose first list is public."""
    desk = begin_feed(tmp_path)
    configure(desk, Daily((public_part(desk, "dora"),), lists=(LIST,)))
    take(desk, *evil_hosts(0, 900))
    desk.release()
    daily(desk, "dora")
    return desk


def daily(desk: Desk, *names: str) -> None:
    desk.publisher.build_daily()
    desk.sign(*names)
    desk.refresh()


def test_a_list_goes_out_every_day_without_any_editor(desk: Desk, tmp_path: Path) -> None:
    take(desk, *evil_hosts(3, 910))
    built = desk.publisher.build_daily()
    assert built.version == 2
    desk.sign("dora")
    release = desk.refresh()
    assert (release.targets, release.waiting) == (1, False)
    (found,) = read_daily_index(desk.client(tmp_path / "home").target(DAILY_INDEX))
    assert (found.version, found.entries, found.reviewed) == (2, 907, False)
    assert [(each.from_version, each.to_version) for each in found.deltas] == [(1, 2)]
    seen = desk.publisher.rehearse()
    assert (seen.lists, seen.steps) == (1, 1)


def test_it_is_signed_anew_though_nothing_changed(desk: Desk) -> None:
    assert desk.publisher.build() is None
    daily(desk, "dora")
    assert desk.publisher.rehearse().lists == 1


def test_nobody_has_the_role_before_two_editors_gave_it(tmp_path: Path) -> None:
    desk = begin_feed(tmp_path)
    desk.release()
    configure(desk, Daily((public_part(desk, "dora"),), lists=(LIST,)))
    take(desk, *evil_hosts(0, 9))
    with pytest.raises(UserFacingError, match="no-daily-role"):
        desk.publisher.build_daily()
    desk.publisher.build()
    desk.publisher.build_daily()
    desk.sign("emma", "dora")
    desk.refresh()
    assert not list(desk.folder.rglob("1.daily.json"))
    desk.sign("egon")
    desk.refresh()
    assert list(desk.folder.rglob("1.daily.json"))
    assert desk.publisher.rehearse().lists == 1


def test_the_daily_key_cannot_sign_for_the_editors(desk: Desk) -> None:
    table = desk.folder / "tables" / "register" / "bank.toml"
    table.write_text(table.read_text("utf-8") + "# looked at\n", "utf-8")
    desk.publisher.build()
    with pytest.raises(UserFacingError, match="key-not-entitled"):
        desk.sign("dora")


def test_an_editor_cannot_sign_for_the_daily_role(desk: Desk) -> None:
    desk.publisher.build_daily()
    with pytest.raises(UserFacingError, match="key-not-entitled"):
        desk.sign("emma")


def test_as_many_must_sign_as_the_editors_said(desk: Desk) -> None:
    keys = (public_part(desk, "dora"), public_part(desk, "dirk"))
    configure(desk, Daily(keys, threshold=2, lists=(LIST,)))
    desk.publisher.build()
    desk.sign("emma", "egon")
    desk.publisher.build_daily()
    desk.sign("dora")
    assert refusal(desk) == "too-few-signatures daily"
    desk.sign("dora")
    assert refusal(desk) == "too-few-signatures daily"
    desk.sign("dirk")
    desk.refresh()
    assert desk.publisher.rehearse().lists == 1


def test_another_key_signs_anew_before_the_editors_change_goes_out(desk: Desk) -> None:
    configure(desk, Daily((public_part(desk, "dirk"),), lists=(LIST,)))
    desk.publisher.build()
    assert [each.key.split()[0] for each in desk.publisher.changes().records] == ["daily"] * 2
    desk.sign("emma", "egon")
    assert refusal(desk) == "too-few-signatures daily"
    desk.publisher.build_daily()
    with pytest.raises(UserFacingError, match="key-not-entitled"):
        desk.sign("dora")
    desk.sign("dirk")
    assert desk.refresh().targets == 2
    desk.publisher.rehearse()


def test_the_editors_take_the_role_away_and_clients_go_on(desk: Desk, tmp_path: Path) -> None:
    desk.client(tmp_path / "home")
    desk.publisher.rehearse()
    configure(desk, Daily())
    desk.release()
    assert desk.publisher.rehearse().lists == 0
    follower = desk.client(tmp_path / "home")
    assert not follower.has(DAILY_INDEX)
    assert follower.has(INDEX_TARGET)
    with pytest.raises(UserFacingError, match="no-daily-role"):
        desk.publisher.build_daily()


@pytest.mark.parametrize("name", ["emma", "rita", "snapshot"])
def test_nobody_signs_daily_who_signs_something_else(desk: Desk, name: str) -> None:
    configure(desk, Daily((public_part(desk, name),), lists=(LIST,)))
    with pytest.raises(UserFacingError, match="keys-repeat"):
        desk.publisher.build()


@pytest.mark.parametrize("role", ["root", "targets", "snapshot", "timestamp"])
def test_nobody_gets_another_role_who_signs_daily(desk: Desk, role: str) -> None:
    old = {"root": "rolf", "targets": "egon"}.get(role, role)
    change = KeyChange(role, desk.public(old), desk.public("dora"))
    with pytest.raises(UserFacingError, match="key-signs-daily"):
        desk.publisher.rotate([change])
    assert not (desk.folder / "staged" / "root.json").exists()
    assert desk.publisher.rehearse().lists == 1


def test_who_signs_daily_no_more_may_become_an_editor(desk: Desk) -> None:
    configure(desk, Daily((public_part(desk, "dirk"),), lists=(LIST,)))
    desk.publisher.build()
    assert desk.publisher.rotate([KeyChange("targets", desk.public("egon"), desk.public("dora"))])
    desk.publisher.build_daily()
    desk.sign("rita", "rosa", "emma", "dora", "dirk")
    desk.refresh()
    assert desk.publisher.rehearse().lists == 1


def test_a_coming_editor_is_not_given_the_daily_role_too(desk: Desk) -> None:
    new = KeyChange("targets", desk.public("egon"), desk.make_key("erna"))
    assert desk.publisher.rotate([new])
    configure(desk, Daily((public_part(desk, "erna"),), lists=(LIST,)))
    with pytest.raises(UserFacingError, match="keys-repeat"):
        desk.publisher.build()


def faults(desk: Desk) -> list[str]:
    return [each.kind.value for each in desk.publisher.check()]


def test_a_reviewed_list_does_not_go_out_daily(desk: Desk) -> None:
    take(desk, *evil_hosts(0, 9), reviewed=True)
    assert faults(desk) == ["daily_reviewed"]
    with pytest.raises(UserFacingError, match="check-failed"):
        desk.publisher.build_daily()


def test_a_daily_list_that_lasts_for_months_does_not_go_out(desk: Desk) -> None:
    take(desk, *evil_hosts(0, 9), lasts_days=MOST_DAILY_DAYS + 2)
    assert faults(desk) == ["daily_long"]
    for build in (desk.publisher.build, desk.publisher.build_daily):
        with pytest.raises(UserFacingError, match="check-failed"):
            build()


def test_a_daily_list_lasts_longer_only_once_both_editors_have_signed_that(desk: Desk) -> None:
    take(desk, *evil_hosts(0, 910), lasts_days=60)
    assert faults(desk) == []
    with pytest.raises(UserFacingError, match="daily-list-too-long"):
        desk.publisher.build_daily()
    assert not (desk.folder / "staged" / "daily.json").exists()
    desk.publisher.build()
    told = [each.key for each in desk.publisher.changes().records if each.topic is Topic.DAILY]
    assert ["≤ 30 d" in told[0], "≤ 60 d" in told[1]] == [True, True]
    desk.sign("emma", "egon")
    daily(desk, "dora")
    assert desk.publisher.rehearse().lists == 1


def test_a_rehearsal_fails_where_programs_would_leave_the_daily_lists_out(desk: Desk) -> None:
    later = dataclasses.replace(
        desk, now=desk.now - timedelta(days=20)
    )  # for whom the list lasts 50 days
    with pytest.raises(UserFacingError, match="rehearsal-failed") as caught:
        later.publisher.rehearse()
    assert "daily-list-too-long" in caught.value.values["cause"]


def test_a_list_is_not_the_editors_and_the_daily_roles_at_once(desk: Desk) -> None:
    configure(desk, read_config(desk.folder / "feed.toml").daily, lists=(LIST,))
    assert faults(desk) == ["daily_shared"]
    for build in (desk.publisher.build, desk.publisher.build_daily):
        with pytest.raises(UserFacingError, match="check-failed"):
            build()


def test_other_words_on_a_daily_list_are_signed_by_the_editors_first(desk: Desk) -> None:
    about = desk.folder / "lists" / LIST / "about.toml"
    about.write_text(about.read_text("utf-8").replace("Reported.", "Call 123."), "utf-8")
    with pytest.raises(UserFacingError, match="daily-list-unknown"):
        desk.publisher.build_daily()
    desk.publisher.build()
    told = [each for each in desk.publisher.changes().records if each.topic is Topic.DAILY]
    assert [each.kind for each in told] == [ChangeKind.REMOVED, ChangeKind.ADDED]
    assert "Call 123." in told[1].key
    desk.publisher.build_daily()
    desk.sign("dora", "emma", "egon")
    desk.refresh()
    assert desk.publisher.rehearse().lists == 1


def test_a_daily_list_that_is_missing_stops_the_build(desk: Desk) -> None:
    daily_part = read_config(desk.folder / "feed.toml").daily
    configure(desk, replace(daily_part, lists=(LIST, "never-imported")))
    assert faults(desk) == ["list_missing"]


def test_the_diff_says_how_long_a_daily_list_becomes(desk: Desk) -> None:
    take(desk, *evil_hosts(0, 1000))
    desk.publisher.build_daily()
    changes = desk.publisher.changes()
    assert changes.records == ()
    (change,) = changes.lists
    assert (change.name, change.before, change.after) == (LIST, 900, 1000)


def test_old_days_are_let_go_of(desk: Desk) -> None:
    file = desk.folder / "feed.toml"
    file.write_bytes(write_config(replace(read_config(file), keep_versions=2)))
    for day in range(1, 5):
        take(desk, *evil_hosts(day, 900 + day))
        daily(desk, "dora")
    metadata = desk.folder / "public" / "metadata"
    assert {each.name for each in metadata.glob("*.daily.json")} == {"4.daily.json", "5.daily.json"}
    assert len(list((desk.folder / "public" / "targets").rglob("*.full.zst"))) == 2
    desk.publisher.rehearse()


def test_a_file_that_changed_since_it_was_laid_out_is_not_signed(desk: Desk) -> None:
    take(desk, *evil_hosts(0, 5000))
    desk.publisher.build_daily()
    file = next((desk.folder / "staged" / "targets").rglob("*.full.zst"))
    file.write_bytes(file.read_bytes()[:-1])
    with pytest.raises(UserFacingError, match="damaged-data"):
        desk.sign("dora")
