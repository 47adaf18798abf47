"""From when to when a number holds, once the date that governs it is known.

In: a scene and a date, or a quantity's phrase. Out: first and last days, or the date that something grew since.
Judgements: what is summed up to a quarter or month starts with its year; a quarter that ends some days off the end of
a month is the calendar's; `since` starts a sum or a change, but not a record (`the most since 2019`).
"""

from __future__ import annotations

from datetime import date, timedelta

from dateutil.relativedelta import relativedelta

from pipeline.claims.measures.metrics import metrics
from pipeline.claims.names.glued import glued
from pipeline.claims.names.words import is_superlative, word_ends, word_list
from pipeline.claims.scene import Scene
from pipeline.mentions import Date

MONTH, QUARTERS, YEAR = 30.4, (3, 6, 9, 12), (363, 366)
YEARLY_RATE = "inflation_rate"
UNITS, MOST_UNITS = ("day", "week", "month", "year"), 100
DAY, WEEK = timedelta(days=1), timedelta(days=7)
UNTIL, TRADE = "until", "trade_volume"
PARTS, SUMMED = ("month", "quarter", "half"), ("period", "cumulative")


def period(scene: Scene, when: int, metric: str) -> tuple[date, date]:
    """The first and the last day that a number holds for: of a quarter that ends some days before or after the end of a
    month, as retailers count theirs, the calendar's; of a rate of prices over a year its last month."""
    start, end = begins(scene, when, metric), scene.dates[when].date_end
    if metric == YEARLY_RATE:
        return _month_of(start, end)
    months = round((end - start).days / MONTH)
    if months not in QUARTERS or end > date.max - WEEK:
        return start, end
    close = (end + WEEK).replace(day=1) - DAY
    if abs(end - close) > WEEK or start != end + DAY - relativedelta(months=months):
        return start, end
    return close + DAY - relativedelta(months=months), close


def _month_of(start: date, end: date) -> tuple[date, date]:
    """`inflation of 2% in the 12 months to May`: a rate over a year that ends with a month is that month's."""
    rolls = DAY * YEAR[0] <= end - start <= DAY * YEAR[1] and start.month != 1 and (end + DAY).day == 1
    return (end.replace(day=1), end) if rolls else (start, end)


def begins(scene: Scene, when: int, metric: str) -> date:
    """The first day that a number holds for: of what is summed up the year's, of `5월 말 기준` the month's last."""
    day = scene.dates[when]
    if _is_cumulative(scene, when):
        return day.date_start.replace(month=1, day=1)
    if (begun := _counted_back(scene, when)) is not None:
        return begun
    place = scene.place(when, "date")
    if place is not None and scene.phrase(place).case == UNTIL and scene.traits.head_final:
        summed = _of_year(scene, day, metric) and day.date_start.replace(month=1, day=1)
        return (
            _entered(scene, place)
            or summed
            or (day.date_start.replace(day=1) if _of_month(scene, day, metric) else day.date_start)
        )
    after = scene.document.text[day.end : day.end + 4].lstrip()
    points = word_ends(scene.document.language, "claims_points")
    return (
        day.date_end
        if day.granularity.startswith("part_of") and day.surface.endswith("말") and after.startswith(points)
        else day.date_start
    )


def _counted_back(scene: Scene, when: int) -> date | None:
    """`in the 12 weeks to 29 December`: the first day of a length of time that ends with a date."""
    place, day = scene.place(when, "date"), scene.dates[when]
    near = scene.parse.phrases[max(0, place - 2) : place] if place else ()
    before = next((p for p in reversed(near) if p.kind == "quantity"), None)
    if before is None or scene.quantities[before.item].unit not in UNITS:
        return None
    length = scene.quantities[before.item]
    between = scene.document.text[before.end : day.start].strip().lower()
    whole = length.low is not None and length.low == length.high == int(length.low) <= MOST_UNITS
    if not whole or between not in word_list(scene.document.language, "claims_closing"):
        return None
    return day.date_end + DAY - relativedelta(**{f"{length.unit}s": int(length.low)})


def _entered(scene: Scene, place: int) -> date | None:
    """`올해 들어 지난 25일까지`: the day from which something is summed up to the date at phrase `place`."""
    before = next((p for p in reversed(scene.parse.phrases[max(0, place - 2) : place]) if p.kind == "date"), None)
    if before is None:
        return None
    words = scene.document.text[before.start : scene.phrase(place).start].rstrip(" ,")
    entered = words.endswith(word_ends(scene.document.language, "claims_entering"))
    first, last = scene.dates[before.item].date_start, scene.dates[scene.phrase(place).item].date_end
    return first if entered and first is not None and first <= last else None


def up_to(scene: Scene, when: int) -> int:
    """`올해 들어 지난 25일까지`: the date up to which something is summed from date `when` on, else that one."""
    place = scene.place(when, "date") if scene.traits.head_final else None
    after = scene.parse.phrases[place + 1 : place + 3] if place is not None else ()
    last = next((p for p in after if p.kind == "date"), None)
    if last is None or last.case != UNTIL:
        return when
    return last.item if _entered(scene, scene.parse.phrases.index(last, place)) else when


def _of_year(scene: Scene, day: Date, metric: str) -> bool:
    """`지난달까지 수출은`, `3분기까지의 매출`: whether what is measured is summed up to a month or quarter."""
    published = scene.document.published_on
    over = published is not None and day.date_end < published and day.date_end.year == day.date_start.year
    return over and day.granularity in PARTS and metrics()[metric].time in SUMMED


def _of_month(scene: Scene, day: Date, metric: str) -> bool:
    """`이달 20일까지 수출은`: whether a month is summed up to a day of it."""
    months = word_ends(scene.document.language, "claims_whole_months")
    return day.granularity == "day" and (metric == TRADE or day.surface.startswith(months))


def _is_cumulative(scene: Scene, when: int) -> bool:
    """`3분기 누적 매출`, `3분기까지 누적`: what is summed up to a quarter or month starts with the year."""
    day, place = scene.dates[when], scene.place(when, "date")
    if day.granularity not in ("quarter", "month") or place is None:
        return False
    following = scene.document.text[day.end : day.end + 8]
    for until in glued(scene.document.language, "until"):
        following = following.removeprefix(until)
    return following.lstrip().startswith(word_ends(scene.document.language, "claims_summed"))


def since(scene: Scene, place: int) -> int | None:
    """The date from which a sum or a change has grown (`since 2019`), in the quantity's clause; `the most since 2019`
    only compares."""
    clause, phrases = scene.phrase(place).clause, scene.parse.phrases
    begun = (n for n, p in enumerate(phrases) if p.kind == "date" and p.case == "since" and p.clause == clause)
    return next(
        (phrases[n].item for n in begun if not _is_record(scene, n) and not _is_anothers(scene, place, n)), None
    )


def _is_anothers(scene: Scene, place: int, date: int) -> bool:
    """`Having lost $2 billion since 2022, it cut 300 jobs`: the number before the date is what grew."""
    return any(p.kind == "quantity" for p in scene.parse.phrases[:date]) if date < place else False


def _is_record(scene: Scene, date: int) -> bool:
    """`the biggest fall since 2019`, `, a first since 2019`: what stands out since a date."""
    before = scene.parse.phrases[max(0, date - 2) : date]
    words = [word for p in before if p.kind in ("noun", "adverb") for word in p.text.lower().split(" ")]
    language = scene.document.language
    outstanding = any(w in word_list(language, "claims_records") or is_superlative(w, language) for w in words)
    return bool(before) and (before[-1].kind == "mark" or outstanding)
