"""What an object computes when it is first asked for and then keeps."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Generic, TypeVar, overload

Value = TypeVar("Value")


class remembered(Generic[Value]):
    """A property that is computed once and kept in the object's `__dict__`, without the lock of `cached_property`.

    Python 3.11 takes that lock for each object anew, which costs more than most of what sentences compute.
    """

    def __init__(self, compute: Callable[[Any], Value]) -> None:
        self._compute = compute
        self.__doc__ = compute.__doc__

    def __set_name__(self, owner: type, name: str) -> None:
        self._name = name

    @overload
    def __get__(self, instance: None, owner: type) -> remembered[Value]: ...

    @overload
    def __get__(self, instance: object, owner: type) -> Value: ...

    def __get__(self, instance: object | None, owner: type) -> remembered[Value] | Value:
        if instance is None:
            return self
        value = instance.__dict__[self._name] = self._compute(instance)
        return value


def keep(instance: object, **values: object) -> None:
    """Give a frozen object, while it is made, what all its readers will ask for.

    Such an attribute is read three times faster than one that stands behind a descriptor of the class.
    """
    instance.__dict__.update(values)
