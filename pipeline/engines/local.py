"""Documents to rows on this machine: in this process, or in several for a large corpus.

In: the rows of ``documents`` with their sections. Out: the rows of each document, in the order the
documents came in, whatever the number of processes. Judgements:
- The morphology costs seconds and half a gigabyte a process, so a small corpus stays in this one.
- Processes come from a fork server that has loaded it once; they share its memory, and forking it is
  safe because it has started no thread.
- No more than a window of documents is under way, so memory does not grow with the corpus.
"""

from __future__ import annotations

import multiprocessing
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from itertools import islice

from pipeline.extraction import Rows, read_document
from pipeline.tables import Row

# Below this many documents a second process costs more than it saves.
WORTH_PROCESSES = 300
BATCH = 16
BATCHES_AHEAD = 4

Work = tuple[Row, list[Row]]


def extract(work: Iterable[Work], size: int, workers: int) -> Iterator[Rows]:
    """The rows of every document in `work`, which holds `size` of them."""
    if workers == 1 or size < WORTH_PROCESSES:
        return (read_document(*item) for item in work)
    return _in_processes(work, workers)


def _in_processes(work: Iterable[Work], workers: int) -> Iterator[Rows]:
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["pipeline.engines.preload"])
    with ProcessPoolExecutor(workers, mp_context=context) as pool:
        under_way: deque[Future[list[Rows]]] = deque()
        for batch in _batches(work):
            under_way.append(pool.submit(_read_batch, batch))
            if len(under_way) > workers * BATCHES_AHEAD:
                yield from under_way.popleft().result()
        while under_way:
            yield from under_way.popleft().result()


def _batches(work: Iterable[Work]) -> Iterator[list[Work]]:
    remaining = iter(work)
    while batch := list(islice(remaining, BATCH)):
        yield batch


def _read_batch(batch: list[Work]) -> list[Rows]:
    return [read_document(*item) for item in batch]
