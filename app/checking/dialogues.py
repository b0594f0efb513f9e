"""Tells a written-down talk from a message.

Whoever speaks, two lines that open with a name are a talk; `reading/turns.py` asks which of the
turns are the reader's own, for which a name has to be known.
"""

import re

_TURN = re.compile(r"^[^\n:：]{1,16}[:：]", re.MULTILINE)
_FEWEST = 2  # turns


def is_dialogue(text: str) -> bool:
    """Tell whether lines of the text open with names and colons."""
    # Most texts have not even colons enough.
    return text.count(":") + text.count("：") >= _FEWEST and len(_TURN.findall(text)) >= _FEWEST
