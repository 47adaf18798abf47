"""Measures: what a number measures, and whether it is a level, a change, a share, a ratio or a rank.

In go a parsed sentence and one of its quantities; out come the metric, its aspect and direction, and the qualifier.
"""
