"""`mingbian appeal`: a page for somebody who is listed wrongly."""

from ..assembly import Application
from ..model.language import Language
from ..presentation.appeal_slip import appeal_slip
from .exit_status import ExitStatus


def run_appeal(application: Application, text: str, language: Language) -> int:
    """Print the page, or that no list has it."""
    service = application.list_service()
    catalog = application.catalog(language)
    lists = service.marks(text)
    if not lists:
        print(catalog.text("cli.lists.not_listed"))
        return ExitStatus.NOT_FOUND
    day = application.clock.today()
    print(appeal_slip(service.key_of(text), lists, day, catalog), end="")
    return ExitStatus.ANSWERED
