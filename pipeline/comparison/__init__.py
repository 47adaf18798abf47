"""What became of claims, facts and findings between two revisions, and why.

In: the folder of a project and two revisions, or one and the work tree. Out: `Comparison`. Both are made
by their own stages in folders of their own, or come out of DVC's cache. For the causes, the old is
replaced by the new step by step: sources, reference data, extractor, rules; what first differs after a step
has its cause. Judgements:
- A step that changes nothing is left out, and with one cause alone there is nothing to tell apart.
- A mixture of old and new may be unable to run: old code that does not know a new column, rules that
  call what the extractor no longer has. Its causes are then not told apart from the next step's, and a
  note says so; a revision that cannot run by itself is an error.
- The order matters where two changes need each other: such a row has the later cause.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from pipeline.comparison.causes import causes, named, tables
from pipeline.comparison.differences import Difference, Step, differences
from pipeline.comparison.ingredients import Recipe, mixed, read, same, unequal
from pipeline.comparison.making import LOCK, StageError, Workshop, cache_folder
from pipeline.comparison.reading import Tables
from pipeline.comparison.revisions import RevisionError, label, write_files
from pipeline.comparison.snapshots import compared

PACKAGES = "requirements.lock"
Say = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Comparison:
    """What the revisions are called, what changed by cause, what that made different, and remarks."""

    old: str
    new: str
    changed: Mapping[str, tuple[str, ...]]
    differences: tuple[Difference, ...] = ()
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Revision:
    """A revision under its name, its recipe and what DVC had locked for it."""

    called: str
    recipe: Recipe
    lock: Path


def compare(project: Path, old: str | None, new: str | None, say: Say) -> Comparison:
    """Compare two revisions, None being the work tree; RevisionError when one cannot be read or run."""
    with TemporaryDirectory(prefix="claimtrack-") as name:
        folder = Path(name)
        before, after = (_revision(project, one, folder / place, say) for one, place in ((old, "old"), (new, "new")))
        changed = _changed(before.recipe, after.recipe)
        notes = list(_other_packages(before.recipe, after.recipe))
        if not changed:
            return Comparison(before.called, after.called, changed, notes=tuple(notes))
        workshop = Workshop(folder / "made", cache_folder(project, folder / "cache"), say)
        ends = _made(before, workshop), _made(after, workshop)
        notes += _not_compared(*ends)
        between, steps = [], [tuple(changed)]
        if len(changed) > 1 and differences(ends, steps):
            between, steps = _between(before, after, list(changed), workshop, notes)
        found = differences([ends[0], *between, ends[1]], steps)
        return Comparison(before.called, after.called, changed, tuple(found), tuple(notes))


def _revision(project: Path, revision: str | None, folder: Path, say: Say) -> _Revision:
    called = label(project, revision)
    say(f"Reading {called}")
    with _naming(called):
        write_files(project, revision, folder)
        return _Revision(called, read(folder), folder / LOCK)


def _made(revision: _Revision, workshop: Workshop) -> Tables:
    with _naming(revision.called):
        return workshop.make(revision.recipe.ingredients, revision.called, revision.lock)


@contextmanager
def _naming(called: str) -> Iterator[None]:
    """Say of which revision it is that something cannot be done."""
    try:
        yield
    except (RevisionError, StageError) as error:
        raise RevisionError(f"{called}: {error}") from error


def _changed(before: Recipe, after: Recipe) -> dict[str, tuple[str, ...]]:
    """Cause to the ingredients that changed, in the order of the causes."""
    names = unequal(before, after)
    by_cause = {one.cause: tuple(name for name in names if names[name] == one.cause) for one in causes()}
    return {cause: some for cause, some in by_cause.items() if some}


def _between(
    before: _Revision, after: _Revision, changed: Sequence[str], workshop: Workshop, notes: list[str]
) -> tuple[list[Tables], list[Step]]:
    """The states between the two, and the steps to, between and from them."""
    states, steps = [], []
    waiting: Step = ()
    for place, cause in enumerate(changed[:-1], 1):
        waiting += (cause,)
        what = f"{before.called} with {named(changed[:place], 'and')} of {after.called}"
        try:
            states.append(workshop.make(mixed(before.recipe, after.recipe, changed[:place]), what))
        except StageError as error:
            together = named((*waiting, changed[place]), "and")
            notes.append(f"{what} cannot run ({error}): {together} are not told apart")
        else:
            steps.append(waiting)
            waiting = ()
    return states, [*steps, (*waiting, changed[-1])]


def _other_packages(before: Recipe, after: Recipe) -> Iterator[str]:
    """Packages are those that are installed here, whatever the revisions lock."""
    if not same(before.files.get(PACKAGES), after.files.get(PACKAGES)):
        yield f"{PACKAGES} differs; what other packages change is not seen, both are read with those installed here"


def _not_compared(before: Tables, after: Tables) -> Iterator[str]:
    """Columns that only one of them has."""
    for table in tables():
        for one, other, called in ((before, after, "no longer"), (after, before, "only now")):
            if alone := [column for column in compared(table, one) if column not in compared(table, other)]:
                yield f"{table}: {called} with {', '.join(alone)}, not compared"
