"""Which language the window speaks."""

from PySide6.QtCore import QLocale

from ..model.language import Language


def spoken_language(chosen: str) -> Language:
    """Chinese, unless the person chose or the computer speaks clearly something else."""
    if chosen:
        return Language(chosen)
    spoken = QLocale.system().language()
    chinese = (QLocale.Language.Chinese, QLocale.Language.C, QLocale.Language.AnyLanguage)
    return Language.ZH if spoken in chinese else Language.EN
