"""Planted faults are found, and the same sentences without them raise no alarm of any rule."""

from __future__ import annotations

import pytest

from pipeline.findings import examine
from pipeline.rules import rules
from tests.planted import pairs, plants
from tests.reading import corpus_of

EACH = 6


def codes(texts, language, published):
    return {row["code"] for row in examine(corpus_of(texts, language, published))[0]}


@pytest.mark.parametrize("language", ["ko", "en"])
@pytest.mark.parametrize("code", sorted(plants()))
def test_planted(code, language):
    planted = list(pairs(code, language, EACH, seed=7))
    assert [codes(pair.sound, language, pair.published) for pair in planted] == [set()] * EACH
    assert sum(code in codes(pair.faulty, language, pair.published) for pair in planted) >= EACH - 1


def test_every_rule_has_its_faults():
    assert set(plants()) == set(rules())
