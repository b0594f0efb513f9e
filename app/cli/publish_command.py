"""`mingbian publish`: for those who publish a feed; most copies cannot."""

import argparse
from importlib.util import find_spec

from ..assembly import Application
from ..model.errors import UserFacingError
from ..model.language import Language


def run_publish(application: Application, parsed: argparse.Namespace, language: Language) -> int:
    """Run one step; UserFacingError where this copy came without what publishes."""
    if find_spec("app.publishing") is None:
        raise UserFacingError("no-publisher")
    from .publish_steps import run_step  # noqa: PLC0415 -- not in every copy

    try:
        return run_step(application, parsed, language)
    except OSError as error:
        cause = error.strerror or str(error)
        raise UserFacingError("publish-disk", cause=cause) from error
