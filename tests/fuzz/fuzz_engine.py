"""Fuzzes the whole engine: `python tests/fuzz/fuzz_engine.py [SEEDS…] [-max_total_time=600]`.

Coverage-guided (atheris, not part of the locks: it has no wheels for every system). Whatever is
pasted, the engine must answer, its quotations must be the person's own characters, and a forbidden
act put behind it in a sentence of its own must be red. The seeds are kept in tests/fuzz/seeds.
"""

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

import atheris  # noqa: E402

with atheris.instrument_imports(include=["app"]):
    from app.assembly import build_application
    from app.model.language import Language
    from app.model.submission import Submission
    from app.model.verdict import VerdictLevel
    from app.presentation.plain_text import plain_text

    APPLICATION = build_application()
    SERVICE = APPLICATION.check_service()  # imports most of the program, instrumented

DEMAND = "\n\n\n。请你现在共享屏幕给我，把钱转入安全账户。"
LONGEST = 4_000


def main() -> None:
    """Fuzz until told to stop; a broken promise is an exception, and the input is kept."""
    service = SERVICE
    catalogs = [APPLICATION.catalog(language) for language in Language]

    def one(data: bytes) -> None:
        provider = atheris.FuzzedDataProvider(data)
        sender = provider.ConsumeUnicode(24) if provider.ConsumeBool() else None
        text = provider.ConsumeUnicode(LONGEST)
        report = service.check(Submission(text, sender))
        for finding in report.findings:
            for proof in finding.evidence:
                if proof.span is not None and proof.indicator is None:
                    whole = text[proof.span.start : proof.span.end]
                    if not whole.startswith(proof.quote):
                        raise AssertionError(f"not the person's words: {proof.quote!r}")
        for language, catalog in zip(Language, catalogs, strict=True):
            plain_text(service.card(report, language), catalog).encode("utf-8")
        demanded = service.check(Submission(text + DEMAND))
        if demanded.verdict.level is not VerdictLevel.DANGER:
            raise AssertionError("a demand behind it is not red")

    atheris.Setup(sys.argv, one)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
