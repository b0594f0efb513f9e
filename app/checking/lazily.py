"""An attribute that is worked out when it is first asked for."""

from collections.abc import Callable
from typing import Any, Generic, TypeVar, overload

Value = TypeVar("Value")


class Lazily(Generic[Value]):
    """As functools.cached_property, whose lock in Python 3.11 costs more than what it guards here.

    Two threads may both work out a value; they must come to the same.
    """

    def __init__(self, make: Callable[[Any], Value]) -> None:
        self._make = make
        self._name = make.__name__
        self.__doc__ = make.__doc__

    @overload
    def __get__(self, instance: None, owner: type) -> "Lazily[Value]": ...

    @overload
    def __get__(self, instance: object, owner: type) -> Value: ...

    def __get__(self, instance: object | None, owner: type) -> "Lazily[Value] | Value":
        """Work the value out and lay it where Python looks first the next time."""
        if instance is None:
            return self
        value = instance.__dict__[self._name] = self._make(instance)
        return value
