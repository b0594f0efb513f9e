"""How links are written in messages, as regular expressions that never look at a character twice.

Every pattern starts at a character that cannot continue an earlier candidate, and consumes with
possessive quantifiers only, so that a hostile text costs time in proportion to its length.
"""

import re

# Letters a host name may hold, besides ASCII: other alphabets (homographs), full-width and styled
# letters, and what a browser drops on the way (soft hyphen, zero-width, bidi marks). No hanzi.
_OTHER_LETTERS = (
    "\u00ad\u00c0-\u02ff\u0370-\u1fff\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2070-\u209f"
    "\u2100-\u218f\u2460-\u24ff\ufe00-\ufe0f\ufeff\uff0d\uff10-\uff19\uff21-\uff3a\uff3f\uff41-\uff5a"
    "\U0001d400-\U0001d7ff"
)
LETTER = "0-9A-Za-z_\\-" + _OTHER_LETTERS
HANZI = "\u3005-\u3007\u30a0-\u30ff\u3040-\u309f\u3400-\u9fff\uac00-\ud7af"

_DOT_WORD = r"(?:[.．。点]|dot|DOT)"
_WRAPPED_DOT = rf"[ \t]?[\[({{（【][ \t]?{_DOT_WORD}[ \t]?[\])}}）】][ \t]?"
_SOFT_DOT = r"[。点]|[ ](?:\.|点|dot|DOT)[ ]"
_DOT = rf"(?:[.．｡]|{_SOFT_DOT}|{_WRAPPED_DOT})"
_LABELS = rf"[{LETTER}]++(?:{_DOT}[{LETTER}]++)*+"
_PORT = r"(?::[0-9]{1,5}(?![0-9年月日号元点]))?+"

# Authority of a link with a scheme: up to a slash, a blank, a quotation mark or CJK punctuation.
# A bracket may wrap a dot; what lies between brackets is taken in one step.
_ENDS_AUTHORITY = r"\s/\\?#／＼＃<>\"“”‘’「」『』《》〈〉、，；！？（）【】…—"
_AUTHORITY = rf"(?:[^{_ENDS_AUTHORITY}\[({{]++|{_WRAPPED_DOT}|[\[({{])*+"

_PATH = r"[/\\?#／＼？＃][!#-;=?-_a-z|~\uff0d-\uff19＃％＆＝＿ａ-ｚＡ-Ｚ]*+"

# Most runs of letters and digits are none of the three, which one look at a character tells.
_GOES_ON = r"(?=[:：.．｡。点 \t\[({（【@＠])"

TOKEN = re.compile(
    rf"[{LETTER}@＠](?<![{LETTER}](?s:.))[{LETTER}]*+{_GOES_ON}(?:"
    rf"(?P<web>[:：](?<=[PSpsＰＳｐｓ].)"
    rf"(?://(?P<plain>[0-9A-Za-z.-]++)(?=[{_ENDS_AUTHORITY}]|\Z)(?P<path>{_PATH})?+"
    rf"|[/\\／＼]++{_AUTHORITY}|{_LABELS}{_PORT}))"
    rf"|(?P<bare>(?:{_DOT}[{LETTER}]++)++{_PORT}(?:[@＠]{_LABELS}{_PORT})?+)"
    rf"|(?P<mail>[@＠]{_LABELS}))"
)
"""A run of letters that goes on as a link with a scheme, a host name, or an e-mail address.

`plain` is a host without any disguise between “://” and what ends it, as nearly all links have it,
and `path` what follows it.
"""

PATH = re.compile(_PATH)
"""What may follow an authority; hanzi and CJK punctuation end it."""

PORT = re.compile(r":[0-9]{1,5}(?![0-9])")
SCHEME = re.compile(r"(?:h(?:tt|xx|\*\*)ps?|ftp)\Z", re.IGNORECASE)
SOFT_DOT = re.compile(_SOFT_DOT)
ANY_DOT = re.compile(_DOT)
HAS_HANZI = re.compile(rf"[{HANZI}]")

LABELS_AND_HANZI = re.compile(
    rf"(?:[{LETTER}]++|[{HANZI}][{HANZI}{LETTER}]*+)"
    rf"(?:{_DOT}(?:[{LETTER}]++|[{HANZI}][{HANZI}{LETTER}]*+))*+"
)
"""A host name with hanzi labels; hanzi behind Latin letters end it (“evil.top请办理”)."""

WHOLE_HANZI_HOST = re.compile(
    rf"(?:[{HANZI}0-9A-Za-z-]{{1,63}}[.．]){{0,9}}?[{HANZI}0-9A-Za-z-]{{0,62}}[{HANZI}]"
    rf"(?:[.．][{HANZI}0-9A-Za-z-]{{2,63}}+){{1,3}}+(?=[/:?#]|\s*\Z)"
)
"""A paste that is a host name whose last label but the ending ends in hanzi."""

HANZI_LABELS = re.compile(
    rf"(?<![{HANZI}{LETTER}.．])(?:www[.．])?+(?:[{HANZI}]|[a-z]{{3}})[{HANZI}0-9a-z-]{{0,19}}+\Z"
)
"""The label before a hanzi ending; numbers alone are none (“1.公司介绍”)."""

FULL_WIDTH = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)} | {0xFF61: 0x2E}
"""Full-width forms to ASCII, one character for one."""
