"""Addresses of a feed's files, as they may look and as they lie in a folder."""

import re

STICK = "stick:/"
_SEGMENT = re.compile(r"[A-Za-z0-9_][A-Za-z0-9._-]{0,200}\Z")
_MOST_SEGMENTS = 8


def is_plain_name(name: str) -> bool:
    """Tell whether `name` is a relative path with slashes that can lead nowhere else."""
    segments = name.split("/")
    return len(segments) <= _MOST_SEGMENTS and all(map(_SEGMENT.match, segments))


def name_below(base: str, url: str) -> str | None:
    """Return the plain name of `url` below `base`, None if it is none."""
    if not url.startswith(base):
        return None
    name = url[len(base) :]
    return name if is_plain_name(name) else None
