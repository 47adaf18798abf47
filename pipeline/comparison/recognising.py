"""By what a claim, a fact or a finding is known again in another state of the project.

In: two snapshots. Out: the ways to recognise an item of a table, the surest first. Judgements:
- An id is made of words, kind and count, so that it outlives edits elsewhere; but where a document's
  text is the same in both, the place is surer: a number that is read for the first time may take the
  id of the next one with the same words.
- Where a text was edited: the same words in the same sentence, then the id, then the same sentence with
  other digits, then the one claim of the document about the same thing.
- A fact is its key: who, what, about whom, per what and how real. What else it says may change; the
  object too where there is no doubt, because another document may name it.
- A finding is its rule and the words that it points at, else the words before them (its number was
  edited, and is still wrong), else the fact that it is about.
- A document under a new name is the same one when its bytes are.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence

from pipeline.comparison.matching import Way, pairs
from pipeline.comparison.snapshots import Item, Snapshot

FACT_KEY = ("metric", "aspect", "per", "qualifier", "modality_group")
MEANING = ("subject_id", "subject", "metric", "aspect", "direction", "object_id", "object", "qualifier", "kind", "per")
NOTHING_FITS = "other"
IN_NUMBERS = ".,"
Key = Callable[[Item], Hashable | None]


def recognised(table: str, before: Snapshot, after: Snapshot) -> dict[int, int]:
    """Positions of the items of a table before and after that are one thing."""
    return pairs(before.items[table], after.items[table], WAYS[table](before, after))


def _claims(before: Snapshot, after: Snapshot) -> Sequence[Way]:
    document, same = _documents(before, after)
    return (
        Way(_in_same(same, document, lambda item: (item.start, item.end))),
        Way(lambda item: (document(item), item.row["quote"], _offset(item), item.surface)),
        Way(lambda item: item.id),
        Way(_in_same(same, document, lambda item: item.start)),
        Way(_in_same(same, document, lambda item: item.end)),
        Way(lambda item: (document(item), *_without_digits(item))),
        Way(lambda item: _meaning(item) and (document(item), *_meaning(item)), lone=True),
    )


def _facts(before: Snapshot, after: Snapshot) -> Sequence[Way]:
    return (
        Way(lambda item: item.id),
        Way(lambda item: (_thing(item), _period(item), item.row["unit"], item.row["low"], item.row["high"])),
        Way(lambda item: (_thing(item), _period(item), item.row["unit"])),
        Way(_thing, lone=True),
        Way(lambda item: (_thing(item)[:-1], item.row["unit"], item.row["low"], item.row["high"]), lone=True),
        Way(lambda item: _thing(item)[:-1], lone=True),
    )


def _findings(before: Snapshot, after: Snapshot) -> Sequence[Way]:
    document, same = _documents(before, after)
    things = {item.id: _thing(item) for one in (before, after) for item in one.items["facts"]}
    about = lambda item: things.get(item.row["fact_id"])  # noqa: E731
    code = lambda item: item.row["code"]  # noqa: E731
    return (
        Way(_in_same(same, document, lambda item: (code(item), item.start, item.end, item.id))),
        Way(_in_same(same, document, lambda item: (code(item), item.start, item.end))),
        Way(lambda item: item.id),
        Way(lambda item: (code(item), document(item), item.surface)),
        Way(lambda item: (code(item), document(item), _letters(item.lead))),
        Way(lambda item: (code(item), about(item)) if about(item) else None, lone=True),
    )


WAYS = {"claims": _claims, "facts": _facts, "findings": _findings}


def _documents(before: Snapshot, after: Snapshot) -> tuple[Callable[[Item], str], set[str]]:
    """What the document of an item is called in both snapshots, and those whose text is the same."""
    gone = {before.contents[name]: name for name in before.texts.keys() - after.texts.keys()}
    come = after.texts.keys() - before.texts.keys()
    names = {name: gone[after.contents[name]] for name in come if after.contents[name] in gone}
    called = {names.get(name, name): text for name, text in after.texts.items()}
    same = {name for name, text in called.items() if before.texts.get(name) == text}
    return lambda item: names.get(item.doc_id, item.doc_id), same


def _in_same(same: set[str], document: Callable[[Item], str], place: Key) -> Key:
    """A key for items in documents whose text did not change."""
    return lambda item: (document(item), place(item)) if document(item) in same else None


def _offset(item: Item) -> int:
    return item.start - item.row["quote_start"]


def _without_digits(item: Item) -> tuple[str, int]:
    """The sentence without its digits, and where in that the number stands."""
    quote = item.row["quote"]
    return _letters(quote), len(_letters(quote[: _offset(item)]))


def _letters(text: str) -> str:
    return "".join(char for char in text if not char.isnumeric() and char not in IN_NUMBERS)


def _meaning(item: Item) -> tuple | None:
    """What the claim is about; None where it does not say."""
    told = item.row["subject"] is not None and item.row["metric"] != NOTHING_FITS
    return tuple(item.row[column] for column in MEANING) if told else None


def _thing(item: Item) -> tuple:
    """What a fact is about, its object last."""
    return (_name(item, "subject"), *(item.row[column] for column in FACT_KEY), _name(item, "object"))


def _name(item: Item, role: str) -> str | None:
    return item.row[f"{role}_id"] or (item.row[role] or "").casefold() or None


def _period(item: Item) -> tuple:
    return item.row["as_of_start"], item.row["as_of_end"]
