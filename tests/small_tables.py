"""A small set of editors' tables, for tests that break one row of them."""

import re
from pathlib import Path

from app.model.records import Sector

SOURCES = """
[sources.NOTICE]
title = "某银行公告"
address = "https://example.com/notice"
date = "2025-03-01"
class = "organisation"

[sources.LIST]
title = "一份公开名单"
address = ""
date = "undated"
class = "community_list"

[sources.COMMON]
title = "常识"
address = ""
date = "undated"
class = "none"
"""

NUMBER = (
    '{ number = "95777", kind = "two_way", takes_calls = true, calls_out = "unknown",'
    ' sends_sms = "yes", basis = "documented", standing = "documented", since = "2025-03",'
    ' note.zh = "客服热线。", note.en = "Service line.", gathered_on = "2026-11",'
    ' sources = ["NOTICE", "LIST"] }'
)
DOMAIN = (
    '{ host = "www.example-bank.cn", registrable = "example-bank.cn",'
    ' standing = "community_list", gathered_on = "2026-11", sources = ["LIST"] }'
)
NEVER = """
[[organization.never]]
id = "example-bank.transfer"
kind = "act"
zh = "本行不会叫您转账。"
en = "The bank never asks for a transfer."
slots = ["act.transfer"]
recent = true
newest_source = "2025"
sources = ["NOTICE"]
"""
BANK = f"""{SOURCES}
[[organization]]
id = "example-bank"
zh = "样例银行"
en = "Example Bank"
aliases = ["样行"]
signatures = ["样例银行"]
apps = ["样例掌上行"]
numbers = [
  {NUMBER},
]
domains = [
  {DOMAIN},
]
{NEVER}"""

REPORTED_NUMBER = (
    '{ key = "106955577", imitates = "example-bank", reviewed = true, note.zh = "冒充的。",'
    ' note.en = "An imitation.", gathered_on = "2026-11", sources = ["LIST"] }'
)
REPORTED_DOMAIN = REPORTED_NUMBER.replace("106955577", "examp1e-bank.cn").replace(
    "imitates", 'match = "registrable", imitates'
)
HOST = (
    '{ host = "s.example", owner.zh = "短链", owner.en = "Shortener", subdomains = false,'
    ' sources = ["LIST"] }'
)
APP = (
    '{ name = "某会议", aliases = [], ambiguous = false, note.zh = "会议软件。",'
    ' note.en = "A meeting program.", sources = ["COMMON"] }'
)
ACT = """
[[slot]]
id = "act.transfer"
kind = "act"
group = "b"
zh = ["转账给我"]
reason = { zh = "要您转账。", en = "It asks for a transfer." }
rule = { zh = "不认识的人要转账，先问家人。", en = "Ask your family first." }
matches = ["请转账给我"]
innocent = ["昨天转账了"]
"""

_LISTS = {
    "shorteners": f"{SOURCES}\n[list]\nhosts = [{HOST}]\n",
    "user_content_hosts": "[list]\nhosts = []\n",
    "own_sites": "[list]\nhosts = []\n",
    "remote_control_apps": '[list]\nrole = "remote_control"\napps = []\n',
    "meeting_apps": f'{SOURCES}\n[list]\nrole = "meeting"\napps = [{APP}]\n',
    "niche_chat_apps": '[list]\nrole = "niche_chat"\napps = []\n',
    "fake_apps": '[list]\nrole = "fake"\napps = []\n',
    "lookalike_numbers": f"{SOURCES}\n[list]\nnumbers = [{REPORTED_NUMBER}]\n",
    "fake_domains": f"{SOURCES}\n[list]\ndomains = [{REPORTED_DOMAIN}]\n",
}


class PlainCanon:
    """A canon without the reader: digits are numbers, two labels are a registrable domain."""

    def number_key(self, text: str) -> str | None:
        digits = re.sub(r"[ ()]", "", text)
        return digits if re.fullmatch(r"\+?[0-9]+(-[0-9]+)?", digits) else None

    def host_key(self, text: str) -> tuple[str, str] | None:
        host = text.lower()
        if not re.fullmatch(r"[a-z0-9-]+(\.[a-z0-9-]+)+", host):
            return None
        return host, ".".join(host.split(".")[-2:])


def write_tables(resources: Path) -> Path:
    """Write the small tables below `resources` and return it."""
    for folder in ("register", "lists", "patterns"):
        (resources / folder).mkdir(parents=True)
    for sector in Sector:
        write(resources / "register" / f"{sector}.toml", "")
    write(resources / "register" / "bank.toml", BANK)
    write(resources / "register" / "release.toml", "as_of = 2026-11-22\n")
    for name, text in _LISTS.items():
        write(resources / "lists" / f"{name}.toml", text)
    write(resources / "patterns" / "acts.toml", ACT)
    return resources


def write(path: Path, text: str) -> None:
    """Write a table as the editors save it, the same bytes on every system."""
    path.write_bytes(text.encode())


def change(path: Path, old: str, new: str) -> None:
    """Replace `old`, which must be there, by `new`."""
    text = path.read_text(encoding="utf-8")
    assert old in text
    write(path, text.replace(old, new))
