"""Small questions that several checks ask of a reading and of a number."""

from ..model.phrases import SlotKind
from ..model.reading import Reading, Stance


def has_demand(reading: Reading) -> bool:
    """Tell whether something is demanded of the reader."""
    for hit in reading.hits:  # a loop, since several checks ask for every message
        if hit.slot.kind is SlotKind.ACT and hit.stance is Stance.DEMAND:
            return True
    return False


def readable(key: str) -> str:
    """Return a canonical key as people in the mainland dial it: "+8610…" becomes "010…"."""
    if not key.startswith("+86"):
        return key
    rest = key[len("+86") :]
    is_mobile = rest.startswith("1") and len(rest) == len("13800138000")
    return rest if is_mobile or rest.startswith(("400", "800")) else "0" + rest
