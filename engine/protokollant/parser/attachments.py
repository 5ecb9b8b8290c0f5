"""Sentences that name an attachment: "Presentation bifogas", "Bilaga 2: Budget"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from protokollant.model import Attachment
from protokollant.parser.blocks import Block
from protokollant.parser.findings import Finding, marks_of
from protokollant.parser.sentences import sentences

_ATTACHED = re.compile(
    r"^(?P<title>[A-ZÅÄÖ][^.:;!?]{1,80}?)\s+(?:bifogas|biläggs|bilades|bifogades|är\s+bifogade?)\b"
)
_LIST = re.compile(r"bilag(?:a|or)\s*:\s*(?P<titles>[^.:]{2,300})\.?", re.IGNORECASE)
_NUMBERED = re.compile(
    r"\bbilaga\s+(?P<number>\d{1,2}[a-z]?|[A-Z])\b(?:\s*[:,–-]\s*(?P<title>[^.;()]{2,80}))?",
    re.IGNORECASE,
)


def is_list(block: Block) -> bool:
    """Whether the block does nothing but list attachments: "Bilagor: Budget, Presentation"."""
    return _LIST.fullmatch(block.text) is not None


def attachments(blocks: Sequence[Block], title: str = "") -> list[Finding]:
    """The documents that the text or the heading says are attached."""
    found: dict[str, Finding] = {}
    for match in _NUMBERED.finditer(title):
        one = Attachment(title=f"Bilaga {match['number']}", number=match["number"])
        found.setdefault(one.number, Finding("attachments", one, (), "attachment", 0.6))
    for block in blocks:
        if listed := _LIST.fullmatch(block.text):
            marks = marks_of((p.line, p.text) for p in block.pieces)
            for name in re.split(r"\s*[,;]\s*", listed["titles"].rstrip(".")):
                one = Attachment(title=name)
                known = found.get(name)
                merged = replace(known, marks=(*known.marks, *marks)) if known else None
                found[name] = merged or Finding("attachments", one, marks, "attachment", 0.9)
            continue
        for sentence in sentences(block.text):
            marks = sentence.marks(block)
            if attached := _ATTACHED.match(sentence.text):
                one = Attachment(title=attached["title"])
                found.setdefault(one.title, Finding("attachments", one, marks, "attachment", 0.9))
            for numbered in _NUMBERED.finditer(sentence.text):
                name = (numbered["title"] or "").strip() or f"Bilaga {numbered['number']}"
                one = Attachment(title=name, number=numbered["number"])
                found.setdefault(one.number, Finding("attachments", one, marks, "attachment", 0.6))
    return list(found.values())
