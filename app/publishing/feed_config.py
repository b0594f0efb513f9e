"""The settings of a feed: `feed.toml`, which editors may change by hand."""

import json
from datetime import date
from pathlib import Path

from msgspec import Struct

from ..feed.program_note_row import FIELDS, note_row, read_note
from ..feed.repository_layout import TOP_ROLES
from ..feed.table_rows import Naming, Row, read_table, refuse_unknown, whole_number, words
from ..model.language import LocalizedText
from ..model.program_note import ProgramNote

KEEP_VERSIONS = 14
DAILY_DAYS, MOST_SIGNED_DAYS = 7, 31
_DAILY = ("keys", "threshold", "lists", "days")
_FEED = ("name", "url", "tables", "golden", "popular", "lists", "keep_versions")

_SAMPLE = ProgramNote(
    "1.0", date(2027, 1, 1), LocalizedText(zh="新版本能……", en="The new one can …"), "https://…"
)


class Days(Struct, frozen=True):
    """For how many days what each role signs is good.

    `timestamp` bounds how long somebody may keep a client from news unnoticed; it is signed daily.
    """

    root: int = 365
    targets: int = 90
    snapshot: int = 14
    timestamp: int = 3


class Daily(Struct, frozen=True):
    """The role for lists that change every day; without `keys` there is none.

    `keys` are public parts, as paths below the feed's folder, of which `threshold` must sign;
    `lists` are those it signs, `days` how long that is good.
    """

    keys: tuple[str, ...] = ()
    threshold: int = 1
    lists: tuple[str, ...] = ()
    days: int = DAILY_DAYS


class FeedConfig(Struct, frozen=True):
    """`tables` and `golden` are paths below the feed's folder, "" for those of the program.

    `popular` names files of well-known domains that can never be reported; `lists` the imported
    lists that the feed carries; `keep_versions` how many steps of each a client may be behind.
    `program` tells people of the newest program.
    """

    name: LocalizedText
    url: str
    days: Days = Days()
    tables: str = ""
    golden: str = ""
    popular: tuple[str, ...] = ()
    lists: tuple[str, ...] = ()
    keep_versions: int = KEEP_VERSIONS
    program: ProgramNote | None = None
    daily: Daily = Daily()


def read_config(file: Path) -> FeedConfig:
    """Read `feed.toml`; raises InvalidTableError, which names the field."""
    table = read_table(file)
    with Naming(file.name, "program"):
        program = _program(table)
    with Naming(file.name, "feed"):
        refuse_unknown(table, ("feed", "days", "program", "daily"))
        row = table["feed"]
        refuse_unknown(row, _FEED)
        return FeedConfig(
            name=words(row["name"]),
            url=_text(row, "url"),
            tables=_text(row, "tables"),
            golden=_text(row, "golden"),
            popular=_texts(row, "popular"),
            lists=_texts(row, "lists"),
            keep_versions=whole_number(row.get("keep_versions", KEEP_VERSIONS), least=1),
            days=_days(table.get("days", {})),
            program=program,
            daily=_daily(table.get("daily", {})),
        )


def write_config(config: FeedConfig) -> bytes:
    """Return the settings as TOML; JSON's texts and lists of texts are TOML's as well."""
    days = "\n".join(f"{role} = {getattr(config.days, role)}" for role in TOP_ROLES)
    return f"""\
# The settings of this feed. Paths are below this folder; "" means: those of the program.
[feed]
name.zh = {_toml(config.name.zh)}
name.en = {_toml(config.name.en)}
url = {_toml(config.url)}
tables = {_toml(config.tables)}
golden = {_toml(config.golden)}
# Files of well-known domains, one a line or as rank,domain: none of them can enter a list.
popular = {_toml(config.popular)}
# Imported lists that the feed carries.
lists = {_toml(config.lists)}
keep_versions = {config.keep_versions}

# For how many days a signature is good.
[days]
{days}
{_daily_table(config.daily)}{_program_table(config.program)}""".encode()


def _toml(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def _daily_table(daily: Daily) -> str:
    """Return the table on the role that signs every day, or how to write one."""
    shown = daily if daily.keys else Daily(("keys/daily.pub.pem",), lists=("fresh-sites",))
    mark = "" if daily.keys else "# "
    rows = ("[daily]", *(f"{field} = {_toml(getattr(shown, field))}" for field in _DAILY))
    head = "\n# Who signs the lists that change every day; both editors give and take that role.\n"
    return head + "".join(f"{mark}{row}\n" for row in rows)


def _daily(row: Row) -> Daily:
    refuse_unknown(row, _DAILY)
    keys, threshold = _texts(row, "keys"), whole_number(row.get("threshold", 1), least=1)
    if len(set(keys)) != len(keys) or (keys and threshold > len(keys)):
        raise ValueError("keys that repeat, or fewer than must sign")
    days = whole_number(row.get("days", DAILY_DAYS), least=1)
    if days > MOST_SIGNED_DAYS:  # only once it is over are people told that daily lists are late
        raise ValueError(f"a daily signature is good for {MOST_SIGNED_DAYS} days at most")
    return Daily(keys, threshold, _texts(row, "lists"), days)


def _program_table(note: ProgramNote | None) -> str:
    """Return the table on the newest program, or how to write one."""
    row = note_row(note or _SAMPLE)
    lines = [f"{field} = {_toml(row[field])}" for field in FIELDS if field != "text"]
    lines += [f"text.{language} = {_toml(said)}" for language, said in row["text"].items()]
    head = "\n# What people are told of the newest program, and where to get it.\n"
    mark = "" if note else "# "
    return head + "".join(f"{mark}{line}\n" for line in ("[program]", *lines))


def _program(table: Row) -> ProgramNote | None:
    if "program" not in table:
        return None
    row = table["program"]
    refuse_unknown(row, FIELDS)
    refuse_unknown(row["text"], ("zh", "en"))
    return read_note(row)


def _days(row: Row) -> Days:
    refuse_unknown(row, TOP_ROLES)
    return Days(**{role: whole_number(days, least=1) for role, days in row.items()})


def _text(row: Row, field: str) -> str:
    value = row.get(field, "")
    if not isinstance(value, str):
        raise TypeError(f"{field} is a text")
    return value


def _texts(row: Row, field: str) -> tuple[str, ...]:
    value = row.get(field, [])
    if not isinstance(value, list) or not all(isinstance(each, str) for each in value):
        raise TypeError(f"{field} is a list of texts")
    return tuple(value)
