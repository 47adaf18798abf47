"""Imported once by the fork server: loads what every process of an engine needs."""

from pipeline.claims import warm_up

warm_up()
