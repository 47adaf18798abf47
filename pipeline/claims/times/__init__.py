"""Times: for which date or period a number holds, and what a change is measured against.

`governing` finds the date in the sentence; the other files say what a fiscal label means, which period a report goes
on about, and where a sentence points back to one.
"""
