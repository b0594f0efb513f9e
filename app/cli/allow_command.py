"""`mingbian allow`: set a wrong mark of a list aside on this computer."""

import argparse

from ..assembly import Application
from ..model.language import Language
from ..presentation.dialled_digits import dialled
from .exit_status import ExitStatus
from .streams import say


def run_allow(application: Application, parsed: argparse.Namespace, language: Language) -> int:
    """Add a key, take it out again, or show all; tell what that means."""
    service = application.list_service()
    catalog = application.catalog(language)
    if parsed.show:
        for key in service.allowed:
            print(dialled(key))
        return ExitStatus.ANSWERED
    if not parsed.key:
        say(catalog.text("cli.lists.no_key"))
        return ExitStatus.USAGE
    text = " ".join(parsed.key)
    shown = dialled(service.key_of(text))
    if not parsed.remove:
        service.allow(text)
        print(catalog.text("cli.lists.allowed", shown=shown))
        return ExitStatus.ANSWERED
    if not service.forget(text):
        print(catalog.text("cli.lists.not_allowed", shown=shown))
        return ExitStatus.NOT_FOUND
    print(catalog.text("cli.lists.forgotten", shown=shown))
    return ExitStatus.ANSWERED
