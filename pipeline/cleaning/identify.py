"""The language of running text.

In: text. Out: ``ko``, ``en`` or ``und``. Judgements: a Korean text is full of Latin names, so one Hangul
syllable to six Latin letters makes it Korean; text mostly in other scripts is undetermined; Latin text, and
bare figures (`$5,000`), are English unless another language is all but certain, because names, figures and
single words tell little and English is the language they mostly stand in. A sample of the text decides.
"""

from __future__ import annotations

import unicodedata
from functools import cache

from py3langid.langid import MODEL_FILE, LanguageIdentifier

SAMPLE = 5_000
HANGUL_TO_LATIN = 1 / 6
CERTAIN = 0.95
FEWEST_LETTERS = 20
PLAUSIBLE = (
    "af",
    "az",
    "ca",
    "cs",
    "cy",
    "da",
    "de",
    "en",
    "eo",
    "es",
    "et",
    "eu",
    "fi",
    "fr",
    "ga",
    "gl",
    "hr",
    "hu",
    "id",
    "is",
    "it",
    "la",
    "lt",
    "lv",
    "ms",
    "nl",
    "no",
    "pl",
    "pt",
    "ro",
    "sk",
    "sl",
    "sq",
    "sv",
    "sw",
    "tl",
    "tr",
    "vi",
)


def identify(text: str) -> str:
    """The language code of the text's beginning."""
    sample = [char for char in text[:SAMPLE] if char.isalpha()]
    hangul = sum(map(_is_hangul, sample))
    latin = sum(map(_is_latin, sample))
    if hangul and hangul >= latin * HANGUL_TO_LATIN and 2 * (hangul + latin) > len(sample):
        return "ko"
    if not sample:
        return "en" if any(map(str.isdigit, text[:SAMPLE])) else "und"
    if 2 * latin <= len(sample):
        return "und"
    return "en" if latin < FEWEST_LETTERS or not _is_foreign(text[:SAMPLE]) else "und"


def _is_hangul(char: str) -> bool:
    return "\uac00" <= char <= "\ud7a3" or "\u3131" <= char <= "\u318e" or "\u1100" <= char <= "\u11ff"


def _is_latin(char: str) -> bool:
    return char < "\x80" or (char < "\u1f00" and unicodedata.name(char, "").startswith("LATIN"))


def _is_foreign(text: str) -> bool:
    language, probability = _identifier().classify(text)
    return language != "en" and probability >= CERTAIN


@cache
def _identifier() -> LanguageIdentifier:
    identifier = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    identifier.set_languages(PLAUSIBLE)
    return identifier
