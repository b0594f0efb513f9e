"""A description of an invented list, for tests of those who publish."""

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
