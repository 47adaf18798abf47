"""Quality of the tables: Great Expectations suites, what the contracts make of them, and their outcome.

`suites` and `baseline` are light; `checking` imports Great Expectations, which takes seconds, so only the
stage that validates imports it.
"""
