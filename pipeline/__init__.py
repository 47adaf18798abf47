"""claimtrack: every number in Korean and English news as a row that can be checked.

A module directly in this package is a stage of the pipeline (``python -m pipeline.<stage>``) or the
command line; what stages share lives in the folders, each a concept of the field.
"""
