"""An invented list and what is said of it, for tests of those who publish."""

ABOUT = """\
name = "bad-sites"
kind = "domains"
reviewed = false
reason.zh = "有人举报。"
reason.en = "Reported."
source.title = "an invented list"
source.address = "https://list.example/"
source.class = "authority"
licence = "CC0-1.0"
since = 2026-01-01
lasts_days = 30
appeal = "https://list.example/appeal"
"""


def evil_hosts(start: int, stop: int) -> list[str]:
    """Return the hosts of so many rows of the list."""
    return [f"evil{number}.top" for number in range(start, stop)]
