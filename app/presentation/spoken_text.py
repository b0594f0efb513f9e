"""Writes sentences the way they are to be read aloud: numbers digit by digit."""

import re
from collections.abc import Iterable

from ..model.language import Language

# Two digits are a number ("10 minutes"); three and more, or with dashes between, are dialled.
_DIALLED = re.compile(r"\d{3,}(?:-\d+)*|\d+(?:-\d+)+")
_ZH_DIGITS = str.maketrans("0123456789", "零幺二三四五六七八九")  # 1 is said 幺 in a number
_ENDS = "。！？.!?…：:"


def spoken_text(sentences: Iterable[str], language: Language) -> str:
    """Return one line for a speaker: every sentence ended, quotation marks and bullets left out."""
    said = (_spoken(each, language) for each in sentences)
    return " ".join(each for each in said if each)


def _spoken(sentence: str, language: Language) -> str:
    text = re.sub(r"[“”\"·＿•]", " ", sentence)
    text = _DIALLED.sub(lambda match: _digit_by_digit(match[0], language), text)
    text = " ".join(text.split())
    if not text or text[-1] in _ENDS:
        return text
    return text + ("。" if language is Language.ZH else ".")


def _digit_by_digit(number: str, language: Language) -> str:
    digits = [each for each in number if each.isdigit()]
    if language is Language.ZH:
        return " " + " ".join(digits).translate(_ZH_DIGITS) + " "
    return ", ".join(digits)
