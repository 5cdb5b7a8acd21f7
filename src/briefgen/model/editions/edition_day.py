"""The day of an edition: that on which what its file says was so."""

from __future__ import annotations

import datetime as dt


def day_of(edition: str) -> dt.date | None:
    """The day that the mark of an edition begins with; None where it names none.

    Example:
        >>> day_of("2021-04-23.3f2a9c1b")
        datetime.date(2021, 4, 23)
    """
    try:
        return dt.date.fromisoformat(edition.split(".", maxsplit=1)[0])
    except ValueError:
        return None
