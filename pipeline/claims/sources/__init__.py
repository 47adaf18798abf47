"""Sources: who is said to say a number.

`attribution` reads the sentence's own words; the other files carry a source over from where the text named it: a
quotation that goes on, a release that reports its own results, a text with a single source.
"""
