"""What every rule stands on: the corpus as a view, the values a rule yields, what rounding explains,
and which numbers the grammar of a sentence relates to each other.
"""
