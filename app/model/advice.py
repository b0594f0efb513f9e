"""What to do now."""

from enum import StrEnum

from msgspec import Struct


class AdviceAction(StrEnum):
    """What a step asks for; the values are public ids of the JSON output."""

    HANG_UP = "hang_up"
    DO_NOT_PAY = "do_not_pay"
    DO_NOT_CLICK = "do_not_click"
    DO_NOT_REPLY = "do_not_reply"
    STOP_SHARING = "stop_sharing"
    CALL_POLICE = "call_police"
    ASK_ANTI_FRAUD = "ask_anti_fraud"
    CALL_OFFICIAL = "call_official"
    USE_OWN_APP = "use_own_app"
    USE_NUMBER_ON_CARD = "use_number_on_card"
    CALL_OLD_NUMBER = "call_old_number"
    OPEN_OFFICIAL_SITE = "open_official_site"
    TELL_FAMILY = "tell_family"
    KEEP_EVIDENCE = "keep_evidence"
    REPORT_JUNK = "report_junk"
    ANSWER_CALL = "answer_call"
    ASK_HELP = "ask_help"
    PASTE_AGAIN = "paste_again"


class Contact(Struct, frozen=True, gc=False):
    """A number to dial or a site to type, of the organisation `organization_id`."""

    organization_id: str
    value: str


class AdviceStep(Struct, frozen=True, gc=False):
    """One step. Its words are the catalog's `advice.<key>`; `{name}` is the contact's owner."""

    action: AdviceAction
    key: str
    contact: Contact | None = None


class Advice(Struct, frozen=True, gc=False):
    """`steps` in the order to take them, the first being the one instruction of the screen."""

    steps: tuple[AdviceStep, ...]
