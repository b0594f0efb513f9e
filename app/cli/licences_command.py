"""`mingbian licences`: whose software is inside, and under which terms."""

from ..assembly import Application
from ..model.language import Language
from ..services.licence_service import LicenceService
from .exit_status import ExitStatus


def run_licences(application: Application, language: Language) -> int:
    """Print our notice and licence, then the texts of everything that came along."""
    service = LicenceService(application.paths)
    for text in service.own_texts():
        print(text)
    if service.is_collected:
        print(service.collected_text())
    else:
        print(application.catalog(language).text("cli.licences_from_clone"))
    return ExitStatus.ANSWERED
