"""Whatever is pasted gets a calm answer within a second."""

import time

import pytest

from app.assembly import Application
from app.model.language import Language
from app.model.report import CheckReport
from app.model.submission import Submission
from app.model.verdict import VerdictLevel
from app.presentation.plain_text import plain_text
from app.services.check_service import CheckService

U, F, C, D = (
    VerdictLevel.UNKNOWN,
    VerdictLevel.UNFINISHED,
    VerdictLevel.CAUTION,
    VerdictLevel.DANGER,
)
CALM = frozenset({U, F})
MILLION = 1_000_000
SCAM = "切勿告诉家人，马上转入安全账户"
SCAM_EN = "Tell nobody, and move your money to the safe account now"
HTML = (
    "<html><head><style>b{}</style></head><body><script>alert(1)</script>"
    "<a href='https://www.icbc.com.cn'>click</a><img src=x onerror=alert(2)></body></html>"
)
MONSTERS = {
    "empty": ("", CALM),
    "spaces": ("   \n\t \u3000 ", CALM),
    "NUL": ("\x00" * 50, CALM),
    "control characters": ("".join(map(chr, range(32))) + "\x7f\x80\x9f", CALM),
    "lone surrogates": ("\ud800\udfff\udc00", CALM),
    "a lone surrogate in words": ("请回电\ud800谢谢", CALM),
    "bidi overrides": ("\u202e\u202d\u2066 abc \u2069", CALM),
    "nothing but zero width": ("\u200b\u200d\ufeff" * 100, CALM),
    "combining marks": ("a" + "\u0301" * 10_000, CALM),
    "an HTML page": (HTML, frozenset({U})),
    "a binary file": (bytes(range(256)).decode("latin-1") * 40, CALM),
    "a binary file read as UTF-8": (
        bytes(range(256)).decode("utf-8", "surrogateescape") * 40,
        CALM,
    ),
    "5,000 links": (
        " ".join(f"https://site{each}.example{each % 97}.com/a{each}" for each in range(5_000)),
        frozenset({U, F, C}),
    ),
    "50,000 links": (
        " ".join(f"https://site{each}.example{each % 97}.com/a" for each in range(50_000)),
        frozenset({F, C}),
    ),
    "5,000 numbers": (" ".join(f"139{each:08}" for each in range(5_000)), CALM),
    "digits without an end": ("1" * MILLION, CALM),
    "brackets without an end": ("【" * MILLION, CALM),
    "dots without an end": ("a." * MILLION, CALM),
    "hanzi for 20 million characters": ("好" * 20 * MILLION, frozenset({F})),
    "letters for 20 million characters": ("a " * 10 * MILLION, frozenset({F})),
}
HIDDEN = {
    "in hanzi": "好" * 7 * MILLION + SCAM + "好" * 7 * MILLION,
    "in letters": "x " * 10 * MILLION + SCAM + "y " * 10 * MILLION,
    "in English": "x. " * 7 * MILLION + SCAM_EN + ". y" * 7 * MILLION,
    "in front of it": SCAM + "。" + "好" * 7 * MILLION,
    "behind it": "好" * 7 * MILLION + "。" + SCAM,
    "behind decoys": ("好" * 100_000 + "安全账户是什么") * 20
    + "好" * 9_000
    + "。"
    + SCAM
    + "好" * MILLION,
}


@pytest.fixture(scope="module")
def second() -> float:
    """Return how long this computer takes for what takes an ordinary one a second, or longer."""

    def toil() -> float:
        start = time.process_time()
        total = 0
        for each in range(2 * MILLION):
            total += each & 7
        return time.process_time() - start

    return 12 * max(toil() for _ in range(3))


def checked_within(service: CheckService, text: str, limit: float) -> CheckReport:
    start = time.process_time()
    report = service.check(Submission(text))
    assert time.process_time() - start < limit
    return report


def answered(application: Application, report: CheckReport) -> str:
    """Return what is said in both languages, which any screen and any pipe can take."""
    service = application.check_service()
    said = "".join(
        plain_text(service.card(report, language), application.catalog(language))
        for language in Language
    )
    return said.encode("utf-8").decode("utf-8")


@pytest.mark.parametrize(("text", "levels"), MONSTERS.values(), ids=MONSTERS)
def test_a_monster_gets_a_calm_answer(
    application: Application,
    service: CheckService,
    second: float,
    text: str,
    levels: frozenset[VerdictLevel],
) -> None:
    report = checked_within(service, text, second)
    assert report.verdict.level in levels
    assert len(answered(application, report)) > 0


@pytest.mark.parametrize("text", HIDDEN.values(), ids=HIDDEN)
def test_padding_hides_no_scam(service: CheckService, second: float, text: str) -> None:
    report = checked_within(service, text, second)
    assert report.verdict.level is D
    quoted = [
        text[each.span.start : each.span.end]
        for each in report.findings[0].evidence
        if each.span is not None
    ]
    assert quoted
    assert all(quote in SCAM or quote in SCAM_EN for quote in quoted)


@pytest.mark.parametrize("name", ["hanzi for 20 million characters", "50,000 links"])
def test_what_was_not_read_is_said(
    application: Application, service: CheckService, name: str
) -> None:
    report = service.check(Submission(MONSTERS[name][0]))
    omission = report.reading.omission
    left_out = omission.characters or omission.links
    assert str(left_out) in answered(application, report).replace(",", "")


@pytest.mark.parametrize("text", ["", " ", "\x00\x01", "\ud800", "\u202e"])
def test_what_cannot_be_read_is_said_calmly(
    application: Application, service: CheckService, text: str
) -> None:
    report = service.check(Submission(text))
    assert report.verdict.level in CALM
    assert report.findings == ()
    assert report.advice.steps
    assert "诈骗" not in answered(application, report).partition("现在怎么办")[0]


def test_a_page_s_markup_stays_the_person_s_text(
    application: Application, service: CheckService
) -> None:
    card = application.check_service().card(service.check(Submission(HTML)), Language.ZH)
    assert "<script>" in card.text
    assert "&lt;" not in card.text
