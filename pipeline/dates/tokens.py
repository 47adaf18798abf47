"""A date word with its place: what the scanner finds and the forms are made of.

A token's `kind` is a letter of the table ``date_words``, its value what the word says:

==== ============================  ==== ==================================
Y    calendar year                 G    direction: past, this, next, future
M    month                         P v V  part: early, mid, late
D    day of the month              o O  number of the order, -1 for the last
Q H  quarter, half                 u    amount: (count or None, unit)
W    weekday, Monday 0             b a  ago, later, after: (sign, anchor)
E C  decade, century               y m  relative year, month, ... with
S    season                        q w d  (offset, anchor)
A    holiday: its rule             I    the days off around it
Z    quarter with its year         s    the same period
N    a date in digits              K R r  rest of, ended, ending
@    up to, from or within now     #    amount before a word of duration
½    half a unit more              J    number of a week
%    weekdays (``Sundays``)        .    the point of ``16. Nov.``
ÿ    year of three digits          Ž    week with its year
«    the day before or after
l    up to now, from when on       5    that days are working days
==== ============================  ==== ==================================

A number may be a pair of them (``7~9월``). The other letters are words that only hold a date together.
"""

from __future__ import annotations

from enum import Enum
from typing import NamedTuple


class Token(NamedTuple):
    """`kind` is a letter of the table ``date_words``, `value` what the word says."""

    start: int
    end: int
    kind: str
    value: object


class Standing(Enum):
    """A date, a date only together with another one, or none."""

    SURE = "sure"
    LOOSE = "loose"
    NONE = "none"
