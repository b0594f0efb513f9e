"""`mingbian check`: one submission, answered for a person or as one JSON object."""

import argparse
import gc
import sys
from io import BufferedReader
from typing import TYPE_CHECKING, cast

from ..assembly import Application
from ..model.language import Language
from ..model.submission import Channel, Submission
from ..presentation.catalog import Catalog
from ..presentation.plain_text import plain_text
from .exit_status import ExitStatus
from .json_answer import answer_json, to_bytes
from .jsonl_command import JsonLines
from .streams import read_all, read_paragraph, say
from .verdict_status import status_of

if TYPE_CHECKING:
    from ..services.check_service import CheckService


def run_check(application: Application, arguments: argparse.Namespace, language: Language) -> int:
    """Check what the arguments say."""
    if arguments.file is not None:
        from .batch_command import run_batch  # noqa: PLC0415 -- only for files

        return run_batch(application, arguments, language)
    if arguments.jsonl:
        return _run_lines(application, language)
    if arguments.text:
        return _answer(application, " ".join(arguments.text), arguments, language)
    if sys.stdin.isatty():
        say(application.catalog(language).text("cli.paste_here"))
        text = read_paragraph(sys.stdin.buffer) or ""
    else:
        text = read_all(sys.stdin.buffer)
    return _answer(application, text, arguments, language)


def converse(application: Application, language: Language) -> int:
    """Check in the terminal because there is no window: paste after paste, or what is piped in."""
    catalog = application.catalog(language)
    if not sys.stdin.isatty():
        piped = Submission(read_all(sys.stdin.buffer))
        return _print_card(_service(application), piped, catalog, language)
    say(catalog.text("cli.paste_here"))
    service = _service(application)
    status = int(ExitStatus.ANSWERED)
    while (text := read_paragraph(sys.stdin.buffer)) is not None:
        status = _print_card(service, Submission(text), catalog, language)
        say("")
        say(catalog.text("cli.paste_next"))
    return status


def _answer(
    application: Application, text: str, arguments: argparse.Namespace, language: Language
) -> int:
    channel = Channel(arguments.channel) if arguments.channel else None
    submission = Submission(text, arguments.sender, channel)
    service, catalog = _service(application), application.catalog(language)
    if not arguments.json:
        return _print_card(service, submission, catalog, language)
    report = service.check(submission)
    answer = answer_json(report, catalog, service.knowledge)
    sys.stdout.buffer.write(to_bytes(answer))
    sys.stdout.buffer.flush()
    return status_of(report.verdict.level)


def _print_card(
    service: "CheckService", submission: Submission, catalog: Catalog, language: Language
) -> int:
    report = service.check(submission)
    print(plain_text(service.card(report, language), catalog), flush=True)
    return status_of(report.verdict.level)


def _run_lines(application: Application, language: Language) -> int:
    lines = JsonLines(_service(application), application.catalog(language))

    def write(answers: bytes) -> None:
        sys.stdout.buffer.write(answers)
        sys.stdout.buffer.flush()

    return lines.run(cast("BufferedReader", sys.stdin.buffer).read1, write)


def _service(application: Application) -> "CheckService":
    """Return the service, whose tables are never looked through for garbage: they all stay.

    Looking through them while they are read, and when the program ends, would take a sixth of the
    time that one answer takes.
    """
    gc.disable()
    try:
        return application.check_service()
    finally:
        gc.freeze()
        gc.enable()
