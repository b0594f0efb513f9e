import pytest

from app.checking.checks.reported_indicator import ReportedMatch
from app.model.finding import Finding, Severity
from app.model.indicator import Link
from app.model.reading import Reading
from app.model.text_span import Span
from tests.number_cases import KNOWLEDGE, a_reading, bare


def findings(reading: Reading) -> list[Finding]:
    return list(ReportedMatch().examine(reading, KNOWLEDGE))


def a_link(host: str, path: str = "/") -> Link:
    domain = ".".join(host.split(".")[-2:])
    url = f"https://{host}{path}"
    return Link(url, "https", host, host, domain, None, path, False, False, url, Span(0, 1))


@pytest.mark.parametrize("text", ["10600095588", "106 0009 5588", "１０６０００９５５８８"])
def test_a_reviewed_number_is_an_alarm_and_names_whom_it_imitates(text: str) -> None:
    (found,) = findings(bare(text))
    assert (found.severity, found.order) == (Severity.ALARM, 4)
    assert (found.organization_id, found.genuine) == ("icbc", "95588")
    assert found.reason == "reported_indicator.reviewed_number"


@pytest.mark.parametrize("text", ["0311110", "0311-110", "0311 110"])
def test_a_reported_number_is_a_warning(text: str) -> None:
    (found,) = findings(bare(text))
    assert (found.severity, found.reason) == (
        Severity.WARNING,
        "reported_indicator.reported_number",
    )


def test_a_reported_sender_is_found_too() -> None:
    (found,) = findings(a_reading("您好", sender="10600095588"))
    assert found.evidence[0].span is None


@pytest.mark.parametrize("host", ["bad.example", "www.bad.example", "a.b.bad.example"])
def test_a_reported_domain_covers_its_hosts(host: str) -> None:
    (found,) = findings(a_reading("看", also=(a_link(host),)))
    assert (found.severity, found.reason) == (Severity.ALARM, "reported_indicator.reviewed_link")


def test_a_reported_page_is_that_page_alone() -> None:
    assert len(findings(a_reading("看", also=(a_link("pages.example", "/steal/"),)))) == 1
    assert findings(a_reading("看", also=(a_link("pages.example", "/other"),))) == []


@pytest.mark.parametrize("host", ["notbad.example", "bad.example.com", "example"])
def test_another_host_is_not_reported(host: str) -> None:
    assert findings(a_reading("看", also=(a_link(host),))) == []


@pytest.mark.parametrize("text", ["95588", "13912345678", "110600095588"])
def test_another_number_is_not_reported(text: str) -> None:
    assert findings(bare(text)) == []
