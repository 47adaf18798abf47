"""Accuracy, speed and memory, measured and never asserted: ``make bench``."""
