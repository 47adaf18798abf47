"""Bytes to text: strictly UTF-8, then strictly CP949, else a reject that says what they look like.

In: the bytes of a file or record. Out: text in Unicode NFC. Judgements: a byte order mark of UTF-8 is dropped;
bytes with a NUL or the signature of a known binary format are binary (UTF-16 with its mark is not); CP949 must
also look like Korean, because the quotation marks of Western encodings happen to be valid CP949: of the
double-byte characters at most a fifth may lie outside KS X 1001, which holds nearly all of written Korean.
"""

from __future__ import annotations

import codecs
import unicodedata
from collections import Counter

from charset_normalizer import from_bytes

from pipeline.readers.source import BadInput

SIGNATURES = (
    b"%PDF",
    b"PK\x03\x04",
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"GIF8",
    b"\x1f\x8b",
    b"\x7fELF",
    b"\xd0\xcf\x11\xe0",
    b"PAR1",
)
WIDE_MARKS = (codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
CONTROL = bytes(set(range(32)) - set(b"\t\n\r\f\x1b"))
SAMPLE = 20_000
RARE_SHARE = 0.2
SAVE = "save it as UTF-8 or CP949 text"


def decode(content: bytes) -> str:
    """The text of the bytes, not normalized; BadInput (binary, encoding) when they are none."""
    if _binary(content):
        raise BadInput("binary", f"not text, or UTF-16 without its mark; {SAVE}, or leave it out")
    for attempt in (_utf8, _cp949):
        text = attempt(content)
        if text is not None:
            return text
    raise BadInput(
        "encoding", f"neither UTF-8 nor CP949; it looks like {_guess(content) or 'no known encoding'}: {SAVE}"
    )


def normalized(text: str) -> str:
    """Unicode NFC; without a copy when the text is in that form already."""
    return text if unicodedata.is_normalized("NFC", text) else unicodedata.normalize("NFC", text)


def whole(name: str, text: str) -> str:
    """The text, unless it has half a surrogate pair, which no encoding can write: BadInput (encoding)."""
    try:
        text.encode()
    except UnicodeEncodeError as error:
        place = f"character {error.start} of `{name}`"
        raise BadInput("encoding", f"{place} is half a surrogate pair; write the whole character") from error
    return text


def _utf8(content: bytes) -> str | None:
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return None


def _cp949(content: bytes) -> str | None:
    try:
        text = content.decode("cp949")
    except UnicodeDecodeError:
        return None
    wide = Counter(text)
    total = sum(n for char, n in wide.items() if char > "\x7f")
    rare = sum(n for char, n in wide.items() if char > "\x7f" and min(char.encode("cp949")) < 0xA1)
    return text if rare <= total * RARE_SHARE else None


def _binary(content: bytes) -> bool:
    if content.startswith(WIDE_MARKS):
        return False
    sample = content[:SAMPLE]
    controls = len(sample) - len(sample.translate(None, CONTROL))
    return content.startswith(SIGNATURES) or b"\0" in content or controls * 10 > len(sample)


def _guess(content: bytes) -> str:
    best = from_bytes(content[:SAMPLE]).best()
    return best.encoding if best else ""
