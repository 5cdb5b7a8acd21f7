"""Series beyond trade: people, money, flights and shares, as stocks and as flows."""

from __future__ import annotations

from samples.situations.one_situation import Situation

_HEAD = "indicator,period,whose,towards,value,op,scale,unit,reporter,year_basis"


def _rows(*rows: str, head: str = _HEAD) -> dict[str, str]:
    return {"series": "\n".join((head, *rows))}


SERIES = [
    Situation("A stock of people that has grown",
              _rows("students,2024,KEN,NOR,1622,,,,NOR,calendar", "students,2025,KEN,NOR,1897,,,,NOR,calendar")),
    Situation("A stock of people that is smaller now, and of which the newest figure is of a day",
              _rows("students,2024-10-01,KEN,NOR,1897,,,,NOR,", "students,2025-10-01,KEN,NOR,1622,,,,NOR,")),
    Situation("A stock of people of about one size",
              _rows("students,2024,KEN,NOR,1900,about,,,NOR,calendar", "students,2025,KEN,NOR,1900,about,,,NOR,calendar")),
    Situation("One student", _rows("students,2025,KEN,NOR,1,,,,NOR,calendar")),
    Situation("A flow of people in a year, and in the year before",
              _rows("visitors,2024,NOR,KEN,41.2,,1000,,KEN,calendar", "visitors,2025,NOR,KEN,38.9,,1000,,KEN,calendar")),
    Situation("A flow of people in the months of a year",
              _rows(*(f"visitors,2025-{n:02d},NOR,KEN,{3000 + 100 * n},,,,KEN," for n in range(1, 13)))),
    Situation("A flow of money that is negative",
              _rows("net,2024,NOR,KEN,3.1,,1000000,USD,KEN,calendar", "net,2025,NOR,KEN,-0.8,,1000000,USD,KEN,calendar")),
    Situation("A flow of money that was negative and is more so",
              _rows("net,2024,NOR,KEN,-0.8,,1000000,USD,KEN,calendar", "net,2025,NOR,KEN,-2.4,,1000000,USD,KEN,calendar")),
    Situation("A flow of money that is about zero", _rows("net,2025,NOR,KEN,0,about,1000000,USD,KEN,calendar")),
    Situation("A stock of money",
              _rows("invested,2024,NOR,KEN,410,about,1000000,USD,KEN,calendar",
                    "invested,2025,NOR,KEN,455,about,1000000,USD,KEN,calendar")),
    Situation("A service that is counted by the week",
              _rows("flights,2024-06-30,KEN,NOR,2,,,,,", "flights,2025-06-30,KEN,NOR,3,,,,,")),
    Situation("A service of one flight a week", _rows("flights,2025-06-30,KEN,NOR,1,,,,,")),
    Situation("A share in per cent",
              _rows("refused,2024,KEN,NOR,31.5,,,,NOR,calendar", "refused,2025,KEN,NOR,28.2,,,,NOR,calendar")),
    Situation("A weight, at least", _rows("tea,2025,KEN,NOR,1200,at_least,,,KEN,calendar")),
    Situation("A figure of a series on which sources differ",
              _rows("students,2025,KEN,NOR,1897,,,,NOR,calendar,contested",
                    "students,2025,KEN,NOR,2100,about,,,NOR,calendar,contested", head=f"{_HEAD},status")),
    Situation("Figures of a series that count unlike things",
              _rows("students,2025,KEN,NOR,1897,,,,NOR,calendar,enrolled",
                    "students,2025,KEN,NOR,640,,,,NOR,calendar,visas issued", head=f"{_HEAD},definition")),
    Situation("Figures of a series that are not to be compared",
              _rows("students,2024,KEN,NOR,1622,,,,,", "students,2025,KEN,NOR,1897,,,,NOR,calendar")),
    Situation("A fiscal year of a series",
              _rows("visitors,FY2023-24,NOR,KEN,41200,,,,KEN,", "visitors,FY2024-25,NOR,KEN,43900,,,,KEN,")),
    Situation("Five years of a stock",
              _rows(*(f"students,{year},KEN,NOR,{n},,,,NOR,calendar"
                      for year, n in zip(range(2021, 2026), (812, 690, 1015, 1622, 1897), strict=True)))),
]  # fmt: skip
