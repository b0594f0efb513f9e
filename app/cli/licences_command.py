"""`mingbian licences`: whose software is inside, and under which terms."""

from ..assembly import Application
from ..model.language import Language
from .exit_status import ExitStatus

_NAMES = ("NOTICE", "LICENSE", "third_party.txt")


def run_licences(application: Application, language: Language) -> int:
    """Print our notice and licence, then the texts of everything that came along."""
    folder = application.paths.licences
    if not folder.is_dir():
        folder = application.paths.resources.parent
    for name in _NAMES:
        if (folder / name).is_file():
            print((folder / name).read_text(encoding="utf-8"))
    if not (folder / _NAMES[-1]).is_file():
        print(application.catalog(language).text("cli.licences_from_clone"))
    return ExitStatus.ANSWERED
