"""Times that a race took, as clocks print them: `1:43.35`, `2:17:42.5`.

In: a segment and a position. Out: an `Amount` in seconds, or None. Judgement: a time of day has no parts of a second;
without them (`2:17:42`) the two look alike, and nothing is read.
"""

from __future__ import annotations

from decimal import Decimal

import re2

from pipeline.quantities.amount import Amount, scaled
from pipeline.quantities.number import Number
from pipeline.quantities.segment import Segment

CLOCK = re2.compile(r"(?:([0-9]{1,2}):)?([0-9]{1,2}):([0-5][0-9]\.([0-9]{1,3}))(?:[^0-9.:A-Za-z]|[.:](?:[^0-9]|$)|$)")
LONGEST = 16
HOUR, MINUTE = 3600, 60


def read_clock(segment: Segment, position: int) -> Amount | None:
    """The time whose first digit stands at `position`, or None."""
    ahead = segment.after(position, LONGEST)
    match = CLOCK.match(ahead) if ":" in ahead[:3] else None
    if match is None or segment.text[max(0, position - 1) : position] in tuple(".:"):
        return None
    hours, minutes, seconds = (Decimal(part or 0) for part in match.group(1, 2, 3))
    value, unit = hours * HOUR + minutes * MINUTE + seconds, Decimal(1).scaleb(-len(match.group(4)))
    coarse = Decimal(1).scaleb(seconds.normalize().as_tuple().exponent) if seconds else Decimal(MINUTE)
    end = position + match.end(3)
    return scaled(Number(position, end, value, value, unit, coarse, "digits"), position, end, "duration", "s")
