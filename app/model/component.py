"""Software of others that came with the program."""

from msgspec import Struct


class Component(Struct, frozen=True):
    """`licence` is its name as the component declares it, "" if only its text tells."""

    name: str
    version: str
    licence: str
