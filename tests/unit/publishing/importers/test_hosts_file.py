"""A hosts file blocks what it sends nowhere."""

import pytest

from app.publishing.importers.entry import Entry
from app.publishing.importers.hosts_file import read_hosts

NOWHERE = ".".join("0000")


@pytest.mark.parametrize("address", [NOWHERE, "127.0.0.1", "::", "::1"])
def test_every_name_behind_an_address_that_leads_nowhere_counts(address: str) -> None:
    lines = [f"{address} a.example\tb.example # two\n"]
    assert list(read_hosts(lines)) == [Entry(1, "a.example"), Entry(1, "b.example")]


def test_the_computers_own_names_do_not_count() -> None:
    lines = ["127.0.0.1 localhost\n", "::1 ip6-localhost ip6-loopback\n", "fe80::1%lo0 localhost\n"]
    assert list(read_hosts(lines)) == []


@pytest.mark.parametrize("line", ["93.184.216.34 a.example", "a.example", NOWHERE, "1 2 3"])
def test_a_line_that_maps_or_is_none_is_kept_to_be_refused(line: str) -> None:
    assert list(read_hosts([line])) == [Entry(1, line)]
