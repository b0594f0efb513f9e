"""The three data sets are told apart by their columns. Rows are invented."""

import json
from datetime import date

import pytest

from app.model.errors import UserFacingError
from app.publishing.importers.entry import Entry
from app.publishing.importers.taiwan_165 import read_taiwan


def test_reported_sites_are_read_below_their_second_header() -> None:
    lines = [
        "WEBSITE_NM,WEBURL,CNT,STA_SDATE,STA_EDATE\n",
        "網站名稱,網址,件數,統計起始日期,統計結束日期\n",
        "某投資,invest.example,3,2025/11/01,2025/11/07\n",
    ]
    assert list(read_taiwan(lines)) == [Entry(3, "invest.example", date(2025, 11, 7))]


def test_a_first_row_without_a_second_header_is_not_lost() -> None:
    lines = ["WEBSITE_NM,WEBURL\n", "某投資,invest.example\n"]
    assert list(read_taiwan(lines)) == [Entry(2, "invest.example")]


def test_domains_no_longer_resolved_carry_months_of_the_republic() -> None:
    lines = ["民國年月,網域,網站性質,法律依據,聲請單位\n", "11412,fraud.example,詐欺,某法,某局\n"]
    assert list(read_taiwan(lines)) == [Entry(2, "fraud.example", date(2025, 12, 1))]


def test_imitations_come_as_json() -> None:
    rows = [
        {"網域名稱": "a", "偽冒網址": "https://fake.example/x", "停止解析日期": "2025/12/03"},
        {"偽冒網址": 7},
        "odd",
    ]
    lines = json.dumps(rows, ensure_ascii=False, indent=1).splitlines(keepends=True)
    assert list(read_taiwan(lines)) == [Entry(1, "https://fake.example/x", date(2025, 12, 3))]


@pytest.mark.parametrize(
    "text", ["", "a,b\n1,2\n", "<html>\n", "[1, 2", '{"rows": []}', "[" * 100_000]
)
def test_any_other_file_is_refused(text: str) -> None:
    with pytest.raises(UserFacingError):
        list(read_taiwan(text.splitlines(keepends=True)))
