"""Markdown text → its sentences, one by one, without the marks of lists and headings."""

from __future__ import annotations

import re

from protokollant.composers.word_tables import ABBREVIATIONS, OPENING_PHRASES

# So many words make a sentence that can stand alone; so many, one that also opens something.
_TELLING_LENGTH = 5
_TELLING_OPENING = 10

_BLOCK_MARK = re.compile(r"^\s*(?:#{1,6}\s+|[-*+•–]\s+|\d{1,3}[.)]\s+|>\s?)+")
_END = re.compile(r"""(?:(?<=[.!?])|(?<=[.!?][”"’)]))\s+(?=[”"’(]?[A-ZÅÄÖÉ0-9*_\[])""")


def sentences(text: str) -> tuple[str, ...]:
    """The sentences of the text in order; a list item or heading is one or more of its own."""
    found: list[str] = []
    for block in _blocks(text):
        found.extend(_split(block))
    return tuple(found)


def opening_words(text: str) -> str:
    """The first whole sentence, and the next where the first says little ("Eva Ek inleder.")."""
    first = first_sentence(text)
    if not first or _is_telling(first):
        return first
    following = [s for s in sentences(text.partition(first)[2]) if s.endswith((".", "!", "?"))]
    return " ".join([first, *following[:1]])


def _is_telling(sentence: str) -> bool:
    opens = any(phrase in sentence.casefold() for phrase in OPENING_PHRASES)
    return len(sentence.split()) >= (_TELLING_OPENING if opens else _TELLING_LENGTH)


def first_sentence(text: str) -> str:
    """The first whole sentence of the running text, with its full stop; "" where there is none.

    Headings, table rows and lead-ins that end in a colon are passed over.
    """
    for block in _blocks(text):
        for sentence in _split(block):
            if sentence.endswith((".", "!", "?")):
                return sentence
    return _lead_in_with_list(_blocks(text))


def shorten(text: str, most: int) -> str:
    """The text, cut between words with "…" where it has more than so many characters."""
    if len(text) <= most:
        return text
    return f"{text[:most].rsplit(maxsplit=1)[0].rstrip(' ,;:–-')} …"


def _lead_in_with_list(blocks: list[str]) -> str:
    """ "Följande togs upp: lokaler; bemanning." from text that holds no whole sentence."""
    if not blocks:
        return ""
    lead, *items = (block.rstrip(" :;,") for block in blocks)
    return f"{lead}: {'; '.join(items)}." if items else f"{lead}."


def _blocks(text: str) -> list[str]:
    """Paragraphs, list items and headings, each on one line."""
    blocks: list[str] = []
    open_block = False
    for line in text.splitlines():
        stripped = line.strip()
        if not stripped or stripped.startswith(("|", "---", "***")):
            open_block = False
        elif open_block and not _BLOCK_MARK.match(line):
            blocks[-1] += f" {stripped}"
        else:
            blocks.append(_BLOCK_MARK.sub("", line).strip())
            open_block = not stripped.startswith("#")
    return [block for block in blocks if block]


def _split(block: str) -> list[str]:
    parts: list[str] = []
    for part in _END.split(block):
        if parts and _is_unfinished(parts[-1]):
            parts[-1] += f" {part}"
        else:
            parts.append(part)
    return [part.strip() for part in parts if part.strip()]


def _is_unfinished(part: str) -> bool:
    """Whether the full stop at the end belongs to an abbreviation, an initial or an ordinal."""
    last = part.rstrip().rsplit(maxsplit=1)[-1].lstrip('("”').removesuffix(".").casefold()
    return last in ABBREVIATIONS or (len(last) == 1 and last.isalpha())
