"""Software of others that came with the program."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Component:
    """`licence` is its name as the component declares it, "" if only its text tells."""

    name: str
    version: str
    licence: str
