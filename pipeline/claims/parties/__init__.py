"""Parties: who stands on the other side of a number: investee, target, benchmark, payee, what is compared with.

`counterparts` decides; each of the other files is one way in which words give two parties away.
"""
