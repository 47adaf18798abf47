"""What a heading over a list of figures says for all of them.

In: a document, its names and dates, and a line that counts nothing. Out: whose figures the list has and for which
period, or None. Judgements: only a line without an end of a sentence is a heading, and only when the next line opens
with a bullet; its subject is the first company it names, else the word before its date (`■ 가람전자 2분기 실적`).
"""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.claims.model import Claim, Document
from pipeline.claims.names.entities import Mention
from pipeline.claims.names.items import inside
from pipeline.claims.names.naming import name_of
from pipeline.claims.names.words import is_nobody, plain, word_ends, word_list
from pipeline.claims.scene import Name
from pipeline.mentions import Date

LONGEST = 60
BULLETS = ("-", "–", "·", "∙", "•", "*", "△", "▲", "▷", "▶", "○", "●", "◦", "□", "1.", "1)", "①")
ENDS = (".", "?", "!")
MARKS = "■◆◇□●○▶▷▲△★☆※<>《》〈〉[]【】()#*-–· "


def heading(document: Document, names: Sequence[Mention], dates: Sequence[Date], start: int, end: int) -> Claim | None:
    """A claim that nobody makes, with the subject and period of the list below the line."""
    line = document.text[start:end]
    following = document.text[end : end + 20].lstrip("\n ")
    if (
        len(line) > LONGEST
        or line.rstrip().endswith((*ENDS, *word_ends(document.language, "claims_sentence_ends")))
        or document.text[end : end + 1] != "\n"
        or not following.startswith(BULLETS)
    ):
        return None
    day = next((dates[n] for n in inside(dates, start, end) if dates[n].date_start and not dates[n].length), None)
    subject = subject_of(document, names, dates, start, end)
    entity = subject.entity if subject else None
    return Claim(
        -1,
        "revenue",
        subject_id=entity.entity_id if entity else None,
        quote_start=start,
        quote_end=end,
        subject=(entity.name(document.language) if entity else subject.text) if subject else None,
        as_of_start=day.date_start if day else None,
        as_of_end=day.date_end if day else None,
        as_of_basis="stated" if day else "none",
    )


def subject_of(
    document: Document, names: Sequence[Mention], dates: Sequence[Date], start: int, end: int
) -> Name | None:
    """The company that a heading names, else the word that stands alone before its date."""
    companies = [names[n] for n in inside(names, start, end) if names[n].entity.type == "company"]
    if companies:
        return name_of(companies[0])
    first = next((dates[n].start for n in inside(dates, start, end)), start)
    words = document.text[start:first].strip(MARKS)
    idle = plain(words) in word_list(document.language, "claims_idle") or is_nobody(words, document.language)
    if not words or " " in words or idle:
        return None
    at = document.text.index(words, start)
    return Name(words, None, at, at + len(words))
