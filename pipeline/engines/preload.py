"""Imported once by the fork server: reads a sentence in each language, so that every process that forks
from it finds tables, patterns and the morphology in memory.
"""

from pipeline.extraction import read_document
from pipeline.languages import folders

NUMBER = "3%"

for code in folders():
    document = {"doc_id": "", "text": NUMBER, "language": code, "published_on": None, "publisher": None, "title": None}
    read_document(document, [{"start": 0, "end": len(NUMBER), "kind": "body"}])
