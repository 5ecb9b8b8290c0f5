"""Bytes → text, in the encoding they were saved in.

Marks of order and valid UTF-8 tell themselves. Of the older encodings with one byte a letter, the
one is right that gives Swedish words: "för" and "närvarande", not "f‰r" and "nÑrvarande".
"""

from __future__ import annotations

import codecs
import re

_MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"),
          (codecs.BOM_UTF16_BE, "utf-16-be"))  # fmt: skip
_ONE_BYTE = ("cp1252", "mac_roman", "cp850")

# Words that hardly any Swedish page does without, and those of the subject.
_KNOWN = frozenset(
    """
    för på är från när då även så också två år måste går får än här där över både själv något
    någon några första möte mötet möten mötets årsmöte årsmötet föregående övrigt övriga frågor
    fråga närvarande frånvarande ordförande ordföranden förslag ärende ärenden ärendet öppnande
    öppnades öppnar ledamöter ersättare tjänstgörande sammanträde sammanträdet åtgärd åtgärder
    nästa förening föreningen föreningens nämnd nämnden nämndens kommunfullmäktige väljs röstlängd
    godkännande årsberättelse revisionsberättelse förvaltning förvaltningen verksamhetsår budgetår
    måndag lördag söndag måndagen lördagen söndagen således träffar träff träffas bör såväl ännu
    åter återkommer åt
    """.split()  # noqa: SIM905 – a table of words is easier to read without quotes
)

_WORD = re.compile(r"[^\W\d_]+")
_LETTERS = frozenset("åäöÅÄÖ")
_OTHER_LETTERS = frozenset("éèêëüáàâæøíñçóôúãïîÉÜÆØÁÈ")
_SIGNS = frozenset("–—…”“’‘»«§·•°½¼¾£€©®™±²³µ\u00a0\u00ad")


def decode(data: bytes) -> str | None:
    """The text of the bytes; None when they are no text."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _text(data[len(mark) :].decode(encoding, errors="replace"))
    if wide := _utf_16_without_mark(data):
        return _text(data.decode(wide, errors="replace"))
    if b"\x00" in data:
        return None
    try:
        return _text(data.decode("utf-8"))
    except UnicodeDecodeError:
        return _text(_mostly_utf_8(data) or _one_byte(data))


def _text(text: str) -> str | None:
    """The text, unless signs that no text holds show that it is none."""
    controls = sum(1 for sign in text if sign < " " and sign not in "\t\n\r\f\v\x1a")
    is_text = controls * 200 <= len(text) and text.count("\ufffd") * 20 <= len(text)
    return text if is_text else None


def _utf_16_without_mark(data: bytes) -> str | None:
    """Western text in UTF-16 has a zero byte in every other place."""
    head = data[:2000]
    if len(head) < 4 or len(data) % 2:
        return None
    half = len(head) // 2
    if head[1::2].count(0) > 0.7 * half and head[0::2].count(0) == 0:
        return "utf-16-le"
    if head[0::2].count(0) > 0.7 * half and head[1::2].count(0) == 0:
        return "utf-16-be"
    return None


def _mostly_utf_8(data: bytes) -> str | None:
    """UTF-8 into which a few bytes of an older encoding were pasted, or whose end was cut off."""
    text = data.decode("utf-8", errors="surrogateescape")
    stray = sum("\udc80" <= sign <= "\udcff" for sign in text)
    whole = sum(sign > "\x7f" for sign in text) - stray
    if stray > 0.5 * whole:
        return None
    return "".join(_stray(sign) if "\udc80" <= sign <= "\udcff" else sign for sign in text)


def _stray(sign: str) -> str:
    return bytes([ord(sign) - 0xDC00]).decode("cp1252", errors="replace")


def _one_byte(data: bytes) -> str:
    readings = [data.decode(encoding, errors="replace") for encoding in _ONE_BYTE]
    return max(readings, key=swedishness)


def swedishness(text: str) -> int:
    """How well the letters and signs beyond ASCII stand where Swedish text has them."""
    signs = sum(
        1 if sign in _SIGNS else -2 for sign in text if not sign.isascii() and not sign.isalpha()
    )
    words = (word[0] for word in _WORD.finditer(text) if not word[0].isascii())
    return signs + sum(map(_word_score, words))


def _word_score(word: str) -> int:
    if word.casefold() in _KNOWN:
        return 6
    foreign = sum(not sign.isascii() and sign not in _LETTERS for sign in word)
    odd = sum(not sign.isascii() and sign not in _LETTERS | _OTHER_LETTERS for sign in word)
    is_shaped = word.islower() or word.isupper() or word.istitle()
    swedish = sum(sign in _LETTERS for sign in word)
    return (2 * swedish - foreign if is_shaped else -2) - 2 * odd
