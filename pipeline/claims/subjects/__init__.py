"""Subjects: who or what a number is about.

`choosing` asks one way of finding the subject after the other; each of the other files is one such way, or tells
when a phrase is not it. In go a parsed sentence, a quantity and its metric; out comes a name, or nothing.
"""
