"""Tells who speaks in a pasted conversation: the reader's own words ask nothing of the reader."""

import re

_OWN_NAMES = "我|本人|me|self|myself"
_SALUTATIONS = (
    "用户|客户|顾客|受害人|家长|患者|病人|业主|乘客|买家|会员|学员|老人|阿姨|大爷|大妈|奶奶|爷爷|"
    "customer|client|callee|receiver"
)
_OTHER_NAMES = (
    "对方|客服|来电|caller|other|them|you|agent|柜员|经理|民警|警官|专员|医生|护士|师傅|店员|"
    "前台|骗子|销售|顾问|助理|业务员|中介|卖家|商家|房东"
)
_SPEAKERS = rf"({_OWN_NAMES}|{_SALUTATIONS}|{_OTHER_NAMES})\s?:"
_TURN = re.compile(rf"(?:^|\n)\s*([^\s:]{{1,8}})\s?:|(?:[\s。!?\"”]){_SPEAKERS}")
_OWN = frozenset(_OWN_NAMES.split("|"))
_OWN_IN_A_TALK = _OWN.union(_SALUTATIONS.split("|"))
_OTHERS = frozenset(_OTHER_NAMES.split("|"))


def own_turns(text: str) -> list[tuple[int, bool]]:
    """Return where turns start and whether they are the reader's own.

    Any name before a colon opens a turn at the start of a line, a usual one within a line too. A
    message may open with "用户:" and be no dialogue: such a turn is the reader's only where
    somebody else speaks as well.
    """
    if ":" not in text:
        return []
    found = [(match.end(), match[1] or match[2]) for match in _TURN.finditer(text)]
    is_talk = any(name in _OTHERS for _, name in found)
    own = _OWN_IN_A_TALK if is_talk else _OWN
    return [(end, name in own) for end, name in found]


def has_turns(text: str) -> bool:
    """Tell whether anybody is named before a colon."""
    return ":" in text and _TURN.search(text) is not None
