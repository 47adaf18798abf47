"""The tables of the languages: every row says something of its own."""

from __future__ import annotations

from collections import Counter

import pytest

from pipeline.languages import folders, table

TABLES = [(code, path.stem) for code, folder in folders().items() for path in sorted(folder.glob("*.csv"))]


@pytest.mark.parametrize(("code", "name"), TABLES)
def test_no_row_stands_twice(code: str, name: str) -> None:
    rows = Counter(tuple(row.items()) for row in table(code, name))
    assert [row for row, times in rows.items() if times > 1] == []
