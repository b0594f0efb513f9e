"""Indicators: the things in a message that can be looked up.

The field's word is indicator of compromise (IOC). Each kind carries one canonical `key`,
so that the register and the reader mean the same thing by the same string.
"""

from enum import StrEnum

from msgspec import Struct

from .text_span import Span


class Line(StrEnum):
    """What kind of line a dialable number belongs to (MIIT numbering plan, 2017)."""

    MOBILE = "mobile"
    VIRTUAL_MOBILE = "virtual_mobile"
    LANDLINE = "landline"
    FOUR_HUNDRED = "four_hundred"
    EIGHT_HUNDRED = "eight_hundred"
    OUTSIDE = "outside"  # from outside the mainland, +852, +853 and +886 included


SERVICES = frozenset({Line.FOUR_HUNDRED, Line.EIGHT_HUNDRED})


class PhoneNumber(Struct, frozen=True, gc=False):
    """A dialable number. `key` is its E.164 form; `region` is ISO 3166-1 ("CN", "HK").

    `prefixed` tells that it was written with + or 00, as a call from outside would show.
    """

    key: str
    region: str
    line: Line
    as_written: str
    span: Span
    prefixed: bool = False


class ShortCode(Struct, frozen=True, gc=False):
    """A service number of the mainland (110, 12381, 95588, 96110); it has no E.164 form.

    `area_code` carries its leading 0 ("021") where one was written in front, else "".
    """

    digits: str
    as_written: str
    span: Span
    area_code: str = ""

    @property
    def key(self) -> str:
        """Digits alone ("95588"), or area code and digits ("021-95561")."""
        return f"{self.area_code}-{self.digits}" if self.area_code else self.digits


class SmsPort(Struct, frozen=True):
    """An enterprise SMS port: 106 and 5 to 17 more digits."""

    digits: str
    as_written: str
    span: Span

    @property
    def key(self) -> str:
        """The digits."""
        return self.digits


class OddNumber(Struct, frozen=True):
    """Shown like a caller or a sender, yet no number of the plan (0095152, +86 95152, 95152-8).

    `digits` keeps a leading "+", drops every other separator.
    """

    digits: str
    as_written: str
    span: Span

    @property
    def key(self) -> str:
        """The digits, with their "+" if they had one."""
        return self.digits


class Link(Struct, frozen=True, gc=False):
    """A URL as a browser would read it (WHATWG URL Standard).

    `host` is ASCII (punycode), lower case, without trailing dot; `unicode_host` is for people.
    `registrable_domain` is eTLD+1 by the Public Suffix List, private section included; it is ""
    for an IP address and for a bare suffix. `port` is None where the scheme's own is used.
    """

    url: str
    scheme: str
    host: str
    unicode_host: str
    registrable_domain: str
    port: int | None
    path: str
    has_userinfo: bool
    is_ip: bool
    as_written: str
    span: Span

    @property
    def key(self) -> str:
        """The host."""
        return self.host


Number = PhoneNumber | ShortCode | SmsPort | OddNumber
Indicator = Number | Link
