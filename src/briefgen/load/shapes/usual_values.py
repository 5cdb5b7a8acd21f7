"""What a field of a record counts as where it is left out, for editors and for the reference."""

from __future__ import annotations

import enum
from dataclasses import fields, is_dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping

    from briefgen.load.shapes.shape import Shape

_AS_JSON_HAS_THEM = (bool, int, float, str)


def usual_values(shape: Shape) -> dict[str, Any]:
    """Field → what it counts as that is left out, as JSON has it; a field that is then nothing at all is not named."""
    usual = shape.usual or (usual_of(shape.make) if is_dataclass(shape.make) else {})
    return plainly(
        {name: usual.get(field.target or name) for name, field in shape.fields.items() if not field.required}
    )


def plainly(usual: Mapping[str, object]) -> dict[str, Any]:
    """Those of some values that JSON has, as it has them; what is empty goes."""
    return {name: plain for name, value in usual.items() if (plain := _plain(value)) not in (None, "", [])}


def usual_of(made: Any) -> dict[str, Any]:  # noqa: ANN401 - a record of any class, or the class itself
    """Attribute → its default where a class of records is given, else its value."""
    given = not isinstance(made, type)
    return {field.name: getattr(made, field.name) if given else field.default for field in fields(made)}


def _plain(value: object) -> Any:  # noqa: ANN401 - a value of JSON, or None
    if isinstance(value, enum.Enum):  # not a sensitivity, a number: what carries none counts as its file says
        return value.value if isinstance(value.value, str) else None
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    return value if isinstance(value, _AS_JSON_HAS_THEM) else None
