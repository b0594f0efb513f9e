"""Covers what could name a person in a text that is to be kept."""

import re

_COVER = "*"
# Digits in any dress a reader would still read as one: 8, ８, ⑧, ❽, 八.
_DIGIT = r"[\d①-⑨⓪❶-❾〇零一二三四五六七八九]"
_BETWEEN = (
    r"[\s\-‐-―－.·・,，()（）_/\u200b-\u200f\u2060\ufeff*]{0,3}"  # what people put between them
)
_NUMBER = re.compile(rf"{_DIGIT}(?:{_BETWEEN}{_DIGIT}){{6,}}[xXＸｘ]?")
_IDENTITY = 18  # GB 11643-1999: seventeen digits and a check character
_CARD_FROM = 15  # digits; shorter ones are numbers to call
_NAME = re.compile(
    r"((?:我叫|我的名字[叫是]|名字[叫是:：]|姓名|户名|开户名|收款人|本人)[\s:：是为]*)([\u3400-\u9fff·]{2,5})"
)
_ENGLISH_NAME = re.compile(
    r"(\b(?:my name is|i am called|name\s*[:：]|account holder\s*[:：])\s*)"
    r"([^\W\d_][\w'’.-]*(?:\s+[^\W\d_][\w'’.-]*){0,2})",
    re.IGNORECASE,
)
_SECRET = re.compile(
    rf"((?:验证码|校验码|动态码|密码|口令|code|password|pin)\D{{0,6}}?)({_DIGIT}{{3,}})",
    re.IGNORECASE,
)
# The number by which an officer or a clerk says he can be known: "警号013526", "3086号客服".
_STAFF = re.compile(
    r"((?:警号|警员号|警官证|工作证|工号|员工号|坐席号?|编号"
    r"|\b(?:badge|staff|employee|officer|agent)\s*(?:id|number|no\.?|#))[\s:：是为号码#]{0,5})"
    rf"([a-zａ-ｚ]{{0,4}}-?(?:幺|{_DIGIT}){{3,}})",
    re.IGNORECASE,
)
_CLERK = re.compile(
    rf"(?<!{_DIGIT})(?:幺|{_DIGIT}){{3,6}}(?=号(?:客服|坐席|话务员|民警|警官|警员|专员|员工|工作人员))"
)
# Bounded, and begun only where a word begins, so that no text takes more than linear time.
_LINK = re.compile(
    r"(?<![a-z0-9.@-])((?:[a-z][a-z0-9+.-]{0,20}://)?)(?:[^\s/@<>]{1,64}@)?"
    r"([\w-]{1,63}(?:\.[\w-]{1,63}){1,12}(?::\d{1,5})?)/\S+",
    re.IGNORECASE,
)
_MAIL = re.compile(r"(?<![a-z0-9.+_-])[a-z0-9.+_-]{1,64}@(?=[\w-]{1,63}\.)", re.IGNORECASE)


def redact(text: str) -> str:
    """Return the text with numbers, cards, identity and staff numbers, names, link paths covered.

    Of a number the first three and last four digits stay, so that its owner recognises it; of a
    card the first and last four; of an identity number the first three. What is covered keeps its
    length, but for a link's path. Short numbers (95152, 110) stay: they belong to organisations.
    """
    text = _LINK.sub(r"\1\2/…", text)
    text = _MAIL.sub("***@", text)
    text = _SECRET.sub(lambda found: found[1] + _COVER * len(found[2]), text)
    text = _STAFF.sub(lambda found: found[1] + _COVER * len(found[2]), text)
    text = _CLERK.sub(lambda found: _COVER * len(found[0]), text)
    text = _NAME.sub(_cover_name, text)
    text = _ENGLISH_NAME.sub(_cover_name, text)
    return _NUMBER.sub(_cover_number, text)


def _cover_name(found: re.Match[str]) -> str:
    name = found[2]
    return found[1] + name[0] + _COVER * (len(name) - 1)


def _cover_number(found: re.Match[str]) -> str:
    number = found[0]
    places = [place for place, each in enumerate(number) if re.match(_DIGIT, each)]
    is_identity = number[-1] in "xXＸｘ"
    head, tail = _kept(len(places), is_identity=is_identity)
    covered = set(places[head : len(places) - tail])
    covered |= {len(number) - 1} if is_identity else set()
    return "".join(_COVER if place in covered else each for place, each in enumerate(number))


def _kept(count: int, *, is_identity: bool) -> tuple[int, int]:
    """Return how many digits stay at either end of a number of `count` digits."""
    if is_identity or count == _IDENTITY:
        return 3, 0
    if count >= _CARD_FROM:
        return 4, 4
    return 3, min(4, count - 5)
