"""From claims to facts: who speaks of the same thing, which of them agree, what is out of date.

`measures` puts amounts on one scale, `observations` widens a claim by its rounding, `intervals` finds
the largest agreeing set, `periods` says which dates are compared, `clusters` builds the facts.
"""
