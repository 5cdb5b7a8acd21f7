"""Twelve timelines that go wrong easily: one event and sixty, long words, other scripts, gaps, spans, and doubt."""

from __future__ import annotations

import datetime as dt

from briefgen.compose.charts.timelines.timeline_words import gaps_of, key_of
from briefgen.model.timelines import BandWords, Event, Timeline, TimelineForm, TimelineHeads, TimeSign
from samples.english_words import english

MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
          "December")  # fmt: skip
_BANDS = BandWords(tuple(month[0] for month in MONTHS), MONTHS, "no month", "No.", "Main event", "Total")
LONGEST = (
    "Memorandum of understanding on cooperation in plant quarantine, veterinary inspection and the mutual recognition "
    "of certificates of conformity between the competent authorities"
)
UNBROKEN = "Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetzentwurfsverfassung"


def event(when: str, what: str, *, sign: TimeSign | None = None, main: bool = False) -> Event:
    """An event of a day, a month or a year: `2015-05-29`, `2015-05`, `2015`."""
    year, month, day = ([int(part) for part in when.split("-")] + [0, 0])[:3]
    name = MONTHS[month - 1][:3] if month else ""
    if day:
        start = end = dt.date(year, month, day)
        said, within, own = f"{day} {name} {year}", f"{day} {name}", TimeSign.DAY
    elif month:
        start = dt.date(year, month, 1)
        end = (start + dt.timedelta(days=31)).replace(day=1) - dt.timedelta(days=1)
        said, within, own = f"{name} {year}", name, TimeSign.MONTH
    else:
        start, end, said, within, own = dt.date(year, 1, 1), dt.date(year, 12, 31), str(year), "", TimeSign.YEAR
    sign = sign or own
    lead = {TimeSign.SINCE: "since ", TimeSign.UNTIL: "by ", TimeSign.PLANNED: "planned for "}.get(sign, "")
    return Event(
        start, end, f"{lead}{said}", what, sign, len(lead + within) if month or not lead else None, is_main=main
    )


def timeline(form: TimelineForm, *events: Event) -> Timeline:
    """The events in order of time, with their key and their empty stretches."""
    ordered = tuple(sorted(events, key=lambda one: (one.start, one.end)))
    gaps = gaps_of(ordered, form, english())
    bands = _BANDS if form is TimelineForm.BANDS else None
    heads = TimelineHeads("Year", "Date", "Sign", "Event")
    return Timeline(ordered, form, key_of(ordered, english()), gaps, bands, heads)


_STEPS = (
    event("1994-02-03", "Relations established"), event("2014-07", "Belarusian embassy"),
    event("2015-05-29", "Islamabad Declaration"), event("2015-08-10", "Treaty of Friendship"),
    event("2016-04", "Presidents in Istanbul"), event("2019", "Leaders in Bishkek"),
)  # fmt: skip
_TWELVE = (
    event("1994-02-03", "Relations established"), event("2014-07", "Embassy of Belarus opens"),
    event("2015", "Joint Commission created"), event("2015-05", "President Lukashenko in Pakistan"),
    event("2015-05-29", "Islamabad Declaration"), event("2015-08-10", "Treaty of Friendship and Cooperation"),
    event("2015-08", "Prime Minister Sharif in Minsk"), event("2015-08", "Embassy of Pakistan opens"),
    event("2015-11", "Prime Minister Kobyakov visits"), event("2016-04", "Presidents meet in Istanbul"),
    event("2017", "Parliamentary delegations", sign=TimeSign.SINCE), event("2019", "Leaders meet in Bishkek"),
)  # fmt: skip
_WORDS = (
    "Foreign ministers meet",
    "Trade protocol signed",
    "Joint committee meets",
    "Air services agreement",
    "Tax treaty",
)


def _many(count: int, first: int, years: int, words: tuple[str, ...] = _WORDS) -> tuple[Event, ...]:
    dates = ("", "-02", "-05-16", "-09-30", "-11", "-12-03")
    return tuple(
        event(
            f"{first + number * number * 7 % years}{dates[number % 6]}",
            words[number % len(words)],
            main=number % 9 == 0,
        )
        for number in range(count)
    )


_SCRIPTS = (
    event("2001-01-05", "中华人民共和国政府和巴基斯坦伊斯兰共和国政府自由贸易协定的补充协定签署仪式在北京举行"),
    event("2003-03", "اتفاقية التعاون الاقتصادي والتجاري والفني بين الحكومتين"),
    event("2004", "Соглашение о взаимной защите инвестиций"),
    event("2005-07-09", "ความตกลงว่าด้วยการส่งเสริมและคุ้มครองการลงทุนระหว่างรัฐบาลแห่งราชอาณาจักรไทย"),
    event("2006-02", "दोहरे कराधान से बचाव के लिए समझौता"),
    event("2007-05-31", UNBROKEN),
    event("2008", "자유무역협정의 발효와 후속 협상의 개시에 관한 공동성명 발표", sign=TimeSign.UNTIL),
)  # fmt: skip
_ONE_DAY = tuple(event("2015-05-29", f"Agreement number {number} of one day") for number in range(1, 8))
_PLANS = (
    event("2019", LONGEST), event("2021-03-04", "A visit"), event("2027-05-12", LONGEST, sign=TimeSign.PLANNED),
    event("2030", "Next summit", sign=TimeSign.PLANNED),
)  # fmt: skip

HARD: dict[str, Timeline] = {
    "steps": timeline(TimelineForm.STEPS, *_STEPS),
    "steps of long words": timeline(TimelineForm.STEPS, *_STEPS[:3], event("2015-08-10", LONGEST), *_STEPS[4:]),
    "one event": timeline(TimelineForm.LIST, event("1947-08-14", LONGEST)),
    "a list": timeline(TimelineForm.LIST, *_TWELVE),
    "a list of scripts": timeline(TimelineForm.LIST, *_SCRIPTS),
    "a list of one day, and plans": timeline(TimelineForm.LIST, *_ONE_DAY, *_PLANS),
    "a cascade": timeline(TimelineForm.CASCADE, *_TWELVE),
    "a cascade of long words": timeline(TimelineForm.CASCADE, *_PLANS, *_SCRIPTS, event("1911", LONGEST)),
    "years": timeline(TimelineForm.YEARS, *_many(30, 2009, 11)),
    "one full year": timeline(TimelineForm.YEARS, *_many(24, 2015, 1, (*_WORDS, LONGEST)), event("1950", UNBROKEN)),
    "bands": timeline(TimelineForm.BANDS, *_many(60, 2010, 11)),
    "bands of decades": timeline(
        TimelineForm.BANDS, *_many(41, 1998, 19), *(event("2015-08", LONGEST, main=True) for _ in range(12)),
        event("1947-08-14", "Independence", main=True), event("2031", "A summit", sign=TimeSign.PLANNED),
    ),
}  # fmt: skip
"""What makes it hard → the timeline."""
