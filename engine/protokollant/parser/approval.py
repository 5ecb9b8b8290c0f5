"""Sentences on how the minutes are approved: "en vecka på sig att inkomma med justeringar"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from protokollant.model import Approval
from protokollant.parser.blocks import Block
from protokollant.parser.findings import Finding
from protokollant.parser.sentences import sentences

_SPAN = r"(?:en|ett|två|tre|fyra|fem|sex|sju|åtta|nio|tio|fjorton|\d{1,2})\s+(?:arbets)?" \
        r"(?:dagar|dag|veckor|vecka|månader|månad)\b"  # fmt: skip
_DEADLINE = re.compile(
    rf"\b(?P<deadline>{_SPAN})\s+på\s+sig\s+att\s+(?:inkomma|komma\s+in|lämna|återkomma|justera)"
    rf"|\b(?:justeringar|synpunkter|ändringar)\b[^.]{{0,60}}\b(?:inom|senast)\s+"
    rf"(?P<within>{_SPAN}|den\s+\d{{1,2}}\s+\w+)"
    rf"|\b(?:inom)\s+(?P<first>{_SPAN})\b[^.]{{0,60}}\b(?:justeringar|synpunkter|ändringar)\b",
    re.IGNORECASE,
)
# Whose changes they are: views may be asked for on anything that is sent round.
_OF_MINUTES = re.compile(r"anteckning|protokoll|justering", re.IGNORECASE)


def approval(blocks: Sequence[Block]) -> list[Finding]:
    """The time that the group has to ask for changes, with the sentence as a note."""
    for block in blocks:
        for sentence in sentences(block.text):
            match = _DEADLINE.search(sentence.text)
            if match and (match["deadline"] or _OF_MINUTES.search(block.text)):
                deadline = match["deadline"] or match["within"] or match["first"]
                value = Approval(deadline=deadline, note=sentence.text)
                marks = sentence.marks(block)
                return [Finding("approval:text", value, marks, "approval_deadline", 0.9)]
    return []
