"""The known scripts, as the police and the platforms name them."""

from enum import StrEnum


class ScamCategory(StrEnum):
    """One script a swindler follows; the values are the public ids of the JSON output."""

    TASK_REBATE = "task_rebate"
    INVESTMENT = "investment"
    SHOPPING_SERVICE = "shopping_service"
    CUSTOMER_SERVICE = "customer_service"
    LOAN = "loan"
    CREDIT_RECORD = "credit_record"
    ACQUAINTANCE = "acquaintance"
    AUTHORITY = "authority"
    ROMANCE = "romance"
    GAME_TRADE = "game_trade"
    FLIGHT_REFUND = "flight_refund"
    PHISHING_SMS = "phishing_sms"
    ELDER = "elder"
    RECOVERY = "recovery"
    MULE = "mule"
    GIFT_GROUP_SCRATCH = "gift_group_scratch"
    CHARITY_CASHBACK = "charity_cashback"
    FESTIVAL_RELATIVE = "festival_relative"
