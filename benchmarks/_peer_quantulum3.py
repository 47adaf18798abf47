"""Runs quantulum3 in its own environment: a JSON list of texts on stdin, what it found and how long it took on stdout.

Out: ``{"seconds": CPU seconds, "found": [[[start, end, value, unit name], ...] for each text]}``; a text on which it
fails has nothing.
"""

import json
import sys
import time

from quantulum3 import parser


def quantities(text):
    try:
        return [[*each.span, each.value, each.unit.name] for each in parser.parse(text)]
    except Exception:  # a peer's own error is a miss of the peer
        return []


def main():
    texts = json.load(sys.stdin)
    quantities("It costs 3 dollars.")  # loads its tables
    start = time.process_time()
    found = [quantities(text) for text in texts]
    json.dump({"seconds": time.process_time() - start, "found": found}, sys.stdout)


if __name__ == "__main__":
    main()
