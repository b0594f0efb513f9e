"""Asks phonenumbers about numbers from outside the mainland; imported only when one turns up."""

from typing import NamedTuple

import phonenumbers


class OutsideNumber(NamedTuple):
    """`region` is ISO 3166-1, "001" for worldwide services, "" if there is no such calling code."""

    region: str
    valid: bool
    possible: bool


def look(body: str) -> OutsideNumber:
    """Look up digits that begin with a calling code (ITU-T E.164)."""
    try:
        number = phonenumbers.parse("+" + body)
    except phonenumbers.NumberParseException:
        return OutsideNumber("", valid=False, possible=False)
    code = number.country_code or 0
    region = phonenumbers.region_code_for_number(number)
    if region is None:
        region = phonenumbers.region_code_for_country_code(code)
    if region in (None, "ZZ"):
        return OutsideNumber("", valid=False, possible=False)
    return OutsideNumber(
        str(region),
        valid=phonenumbers.is_valid_number(number),
        possible=phonenumbers.is_possible_number(number),
    )
