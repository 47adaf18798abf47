"""Claims: who or what a number is about, what it measures, as of when, how real, said by whom."""

from pipeline.claims.model import Claim, Document, Role
from pipeline.claims.reading import read_claims

__all__ = ["Claim", "Document", "Role", "read_claims"]
