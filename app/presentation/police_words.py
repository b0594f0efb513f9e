"""What to read to the police, and the sheet they need, from what a person filled in."""

from collections.abc import Mapping, Sequence

from ..model.crisis import FormField, ScriptLine
from ..model.language import Language
from .plain_characters import one_line

_LONGEST_ANSWER = 200
Answers = Mapping[str, str]  # by the field's id; a field may be missing


def words_to_read(
    script: Sequence[ScriptLine], answers: Answers, language: Language
) -> tuple[str, ...]:
    """Return the sentences in order; what nobody filled in is asked for, or left out."""
    filled = _filled(answers)
    said: list[str] = []
    for line in script:
        if all(name in filled for name in line.fields):
            said.append(line.text.into(language).format_map(filled))
        elif line.otherwise is not None:
            said.append(line.otherwise.into(language))
    return tuple(said)


def sheet_lines(
    fields: Sequence[FormField], answers: Answers, language: Language
) -> tuple[tuple[str, str], ...]:
    """Return every field's name with its answer, "" where a pen may write later."""
    filled = _filled(answers)
    return tuple((each.label.into(language), filled.get(each.id, "")) for each in fields)


def _filled(answers: Answers) -> dict[str, str]:
    lines = ((name, one_line(text.strip(), _LONGEST_ANSWER)) for name, text in answers.items())
    return {name: text for name, text in lines if text}
