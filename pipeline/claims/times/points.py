"""Days as of which figures are: `27일 기준`, `11일 조사 기준`, `16일 오전 11시 현재`.

In: a document and a date. Out: whether words behind it make it such a day. Judgement: an hour and a word for the survey
may stand between; a word that only begins so (`기준금리`) makes none.
"""

from __future__ import annotations

from pipeline.claims.model import Document
from pipeline.claims.names.words import word_ends, word_list
from pipeline.mentions import Date

# Between a day and the word that makes it one as of which figures are: a time of day, a word for the survey.
LONGEST_BETWEEN = 24
# What may follow it: nothing, a sign, or the particle of 기준으로.
AFTER = ("", ",", ")", ".", "으", "이", "의")


def is_point(document: Document, day: Date) -> bool:
    """Whether a word that makes it a base day stands behind a day, but for the hour (`기준`, not `기준금리`)."""
    points, between = word_ends(document.language, "claims_points"), word_list(document.language, "claims_hours")
    if not points:
        return False
    words = document.text[day.end : day.end + LONGEST_BETWEEN].partition("\n")[0].split(" ")
    first = next((w for w in words if w and w not in between and not w[:1].isdecimal()), "")
    point = next((p for p in points if first.startswith(p)), None)
    return point is not None and first.removeprefix(point)[:1] in AFTER
