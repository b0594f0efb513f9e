"""Laws of the card, whatever the case."""

import re
from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from app.model.finding import Evidence, Finding, Severity
from app.model.freshness import Freshness
from app.model.language import Language
from app.model.report import CheckReport
from app.model.scam_category import ScamCategory
from app.model.submission import Channel
from app.model.verdict import VerdictLevel
from app.presentation.card_builder import build_card
from app.presentation.plain_text import plain_text
from app.presentation.verdict_card import VerdictCard
from tests.report_cases import AS_OF, KNOWLEDGE, SOURCE, a_finding, a_reading, a_report
from tests.shipped import shipped_words

CATALOGS = {language: shipped_words(language) for language in Language}
FORBIDDEN = {
    Language.ZH: re.compile("安全|放心|没问题|真的"),
    Language.EN: re.compile(r"\b(safe|safely|genuine)\b", re.I),
}
# Quotations, and the one sentence that denies.
EXEMPT = re.compile("“[^”]*”|没查到，不等于是真的|That does not mean it is genuine")
MOST_HANZI = 12
MOST_ENGLISH_WORDS = 7

findings = st.lists(
    st.builds(
        a_finding,
        st.sampled_from(Severity),
        st.sampled_from(("甲", "乙", "丙", "丁", "戊", "己")),
        order=st.integers(1, 9),
        evidence=st.sampled_from(((), (Evidence("原话"),))),
        organization_id=st.sampled_from(("", "icbc", "douyin", "site-only")),
        genuine=st.just(""),
        source=st.sampled_from((None, SOURCE)),
    ),
    max_size=9,
).map(tuple)


@st.composite
def reports(draw: st.DrawFn) -> CheckReport:
    found: tuple[Finding, ...] = draw(findings)
    return a_report(
        draw(st.sampled_from(VerdictLevel)),
        a_reading(
            draw(st.text(max_size=30)),
            claims=draw(st.sampled_from(((), ("icbc",), ("shop",)))),
            channel=draw(st.sampled_from(Channel)),
        ),
        findings=found,
        decided_by=found[: draw(st.integers(0, len(found)))],
        category=draw(st.sampled_from((None, *ScamCategory))),
        freshness=draw(st.sampled_from(Freshness)),
    )


def sentences(card: VerdictCard) -> list[str]:
    return [
        card.headline,
        card.second_line,
        card.instruction,
        card.category_name,
        card.list_line,
        card.disclaimer,
        *card.questions,
        *(step.text for step in card.steps),
        *(line.text for line in (*card.reasons, *card.notes)),
    ]


@given(reports(), st.sampled_from(Language))
def test_a_card_is_short_complete_and_promises_nothing(
    report: CheckReport, language: Language
) -> None:
    card = build_card(report, CATALOGS[language], KNOWLEDGE, AS_OF + timedelta(days=3))
    assert card.headline
    assert card.second_line
    assert card.steps
    assert len(card.reasons) <= 3
    assert len(card.notes) <= 5
    assert len({line.text for line in card.reasons}) == len(card.reasons)
    weights = [line.severity for line in card.reasons]
    assert weights == sorted(weights, reverse=True)
    assert not [
        each for each in sentences(card) if FORBIDDEN[language].search(EXEMPT.sub("", each))
    ]
    assert plain_text(card, CATALOGS[language])


@given(reports())
def test_the_instruction_is_one_short_phrase(report: CheckReport) -> None:
    zh = build_card(report, CATALOGS[Language.ZH], KNOWLEDGE, AS_OF).instruction
    en = build_card(report, CATALOGS[Language.EN], KNOWLEDGE, AS_OF).instruction
    assert 0 < len(re.sub("[，。！？、；：]", "", zh)) <= MOST_HANZI
    assert 0 < len(en.split()) <= MOST_ENGLISH_WORDS


@given(st.text(max_size=200))
def test_spans_of_the_text_hold_in_the_card(text: str) -> None:
    card = build_card(
        a_report(VerdictLevel.UNKNOWN, a_reading(text)), CATALOGS[Language.ZH], KNOWLEDGE, AS_OF
    )
    assert len(card.text) == len(text)
