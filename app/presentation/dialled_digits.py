"""Writes a register key the way a person in the mainland dials it."""

import re

_SERVICE = re.compile(r"([48]00)(\d{3})(\d{4})")
_MOBILE = re.compile(r"(1[3-9]\d)(\d{4})(\d{4})")
# Two-figure area codes are 10 and 2x, all others have three (MIIT numbering plan, 2017).
_LANDLINE = re.compile(r"(10|2\d|[3-9]\d\d)(\d+)")


def dialled(key: str) -> str:
    """Turn "+8675583765566" into "0755-83765566"; short codes and others stay as they are."""
    if not key.startswith("+86"):
        return key
    digits = key[3:]
    if match := _SERVICE.fullmatch(digits) or _MOBILE.fullmatch(digits):
        return "-".join(match.groups())
    if match := _LANDLINE.fullmatch(digits):
        return f"0{match[1]}-{match[2]}"
    return key
