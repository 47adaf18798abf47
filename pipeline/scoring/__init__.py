"""Comparing what was extracted with hand-checked truth: names, spans, fields, findings.

Values in, scores out; reading and writing is the stage's (`pipeline.evaluate`).
"""
