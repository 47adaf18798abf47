"""Particles that are glued to a word, where no analyser reads them.

In: a language and a role of ``claims_glued``. Out: the particles of that role, as `str.endswith` takes them.
"""

from __future__ import annotations

from functools import cache

from pipeline.languages import table

ACTING = ("topic", "subject")


@cache
def glued(language: str, *roles: str) -> tuple[str, ...]:
    """The particles of some roles."""
    return tuple(row["form"] for row in table(language, "claims_glued") if row["role"] in roles)
