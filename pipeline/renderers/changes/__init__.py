"""The output forms of a comparison of two revisions, a module each, discovered like those of diagnostics.

``render(found, limit, colour)`` gives the whole output as text: at most `limit` rows of each table, all of them
without one; the counts are always of all.
"""
