"""`mingbian check --jsonl`: one JSON object in, one out, for as long as lines come."""

import json
import logging
from collections.abc import Callable, Iterable

from ..checking.knowledge import Knowledge
from ..presentation.catalog import Catalog
from ..services.check_service import CheckService
from .exit_status import ExitStatus
from .json_answer import answer_json, to_bytes
from .json_lines import BadLineError, Request, batches, request_of

MOST_BYTES = 64 * 1024 * 1024
_FLUSH_EVERY = 64
_log = logging.getLogger(__name__)


class JsonLines:
    """Answers lines in their order. A line that fails gets its error, and the rest goes on."""

    def __init__(self, service: CheckService, catalog: Catalog) -> None:
        self._service = service
        self._catalog = catalog
        self._knowledge: Knowledge = service.knowledge
        self._crashed = False

    def run(
        self,
        read: Callable[[int], bytes],
        write: Callable[[bytes], object],
        limit: int = MOST_BYTES,
    ) -> ExitStatus:
        """Answer all that `read` brings; `write` gets whole lines, the moment input runs dry.

        Returns ANSWERED when every line got its object, bad lines included; FAILED when one met
        a bug of ours.
        """
        for lines in batches(read, limit):
            for start in range(0, len(lines), _FLUSH_EVERY):
                answers = self.answers(lines[start : start + _FLUSH_EVERY])
                if answers:
                    write(answers)
        return ExitStatus.FAILED if self._crashed else ExitStatus.ANSWERED

    def answers(self, lines: Iterable[bytes | None]) -> bytes:
        """Return the answers to some lines."""
        return b"".join(to_bytes(answer) for line in lines if (answer := self._answer(line)))

    def _answer(self, line: bytes | None) -> str:
        try:
            request = request_of(line)
        except BadLineError as bad:
            message = self._catalog.text(f"error.bad-line.{bad.problem}")
            return _error(bad.id_text, "bad-line", message)
        return self._checked(request) if request else ""

    def _checked(self, request: Request) -> str:
        try:
            report = self._service.check(request.submission)
            body = answer_json(report, self._catalog, self._knowledge)
        except Exception as bug:  # noqa: BLE001 -- one line's bug must not cost the lines behind it
            self._crashed = True
            _log.error("a line could not be checked: %s", type(bug).__name__)
            return _error(request.id_text, "crash", self._catalog.text("error.crash.title"))
        return f'{{"id": {request.id_text}, {body[1:]}'


def _error(id_text: str, reference: str, message: str) -> str:
    error = json.dumps({"reference": reference, "message": message}, ensure_ascii=False)
    return f'{{"id": {id_text}, "error": {error}}}'
