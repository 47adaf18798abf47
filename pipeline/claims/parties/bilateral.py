"""Trade with one country, which a whole text tells.

In: a document and its readings. Out: the readings, where further trade is with the country that the text began with.
Judgement: only where the first trade that it counts has a partner and no other trade in it has another one; parts of
all trade are with everybody; languages whose clauses say with whom each time need nobody else.
"""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.claims.claim import Reading
from pipeline.claims.model import Document
from pipeline.claims.names.naming import same
from pipeline.claims.parties.filled import OBJECT, filled

TRADE = "trade_volume"


def with_one(document: Document, readings: Sequence[Reading]) -> list[Reading]:
    """The readings, trade of a text about one partner with that partner."""
    done = list(readings)
    traded = [n for n, r in enumerate(done) if r.claim.metric == TRADE and r.claim.aspect in ("level", "change")]
    partner = done[traded[0]].other if traded and document.traits.head_final else None
    others = [done[n].other for n in traded if done[n].other is not None]
    if partner is None or not all(same(partner, other) for other in others):
        return done
    for number in traded:
        reading = done[number]
        if reading.other is None and not (reading.subject and same(reading.subject, partner)):
            done[number] = filled(document, reading, OBJECT, partner._replace(resolved=True))
    return done
