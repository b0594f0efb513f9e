"""Finds SMS signatures, which MIIT's notice 2023/794 makes every enterprise put in 【…】."""

import re

from ..model.reading import Signature
from .folding import FoldedText

_SIGNATURE = re.compile(r"[【\[〔]([^【】\[\]〔〕\n]{2,18})[】\]〕]")
MOST = 20


def find_signatures(folded: FoldedText) -> tuple[Signature, ...]:
    """Return what stands in brackets, folded; anybody can write anything there."""
    if "【" not in folded.text and "[" not in folded.text and "〔" not in folded.text:
        return ()
    found = []
    for match in _SIGNATURE.finditer(folded.text):
        found.append(Signature(match[1].strip(), folded.span(*match.span(1))))
        if len(found) == MOST:
            break
    return tuple(found)
