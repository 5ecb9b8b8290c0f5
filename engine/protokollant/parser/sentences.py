"""Text → sentences, each with its place in the text."""

from __future__ import annotations

import re
from typing import NamedTuple

from protokollant.parser.blocks import Block
from protokollant.parser.findings import Mark, marks_of


class Sentence(NamedTuple):
    """A sentence and where it stands in its block."""

    text: str
    start: int
    end: int

    def marks(self, block: Block) -> tuple[Mark, ...]:
        """The source text of the sentence."""
        return marks_of(block.within(self.start, self.end))


_ABBREVIATED = re.compile(
    r"(?:\b(?:t\.?\s?ex|bl\.?\s?a|d\.?v\.?s|m\.?m|o\.?s\.?v|etc|fr\.?o\.?m|t\.?o\.?m|kl|ca|nr|dnr|"
    r"s\.?k|p\.?g\.?a|f\.?d|ev|resp|inkl|exkl|tel|st|avd|ordf|sekr|led|ers|max|min|jfr|obs|"
    r"kap|prop|bil|forts|tf|v|f\.?n|i\.?o\.?m|m\.?fl|dr|sid|adj|aktivitetsansv)|\b[A-ZÅÄÖ]|"
    r"(?<!\d)\d{1,2})\.$",
    re.IGNORECASE,
)
_END = re.compile(r"[.!?](?=[\s”\")]+\S|\s*$)[”\")]*\s*")


def sentences(text: str) -> list[Sentence]:
    """The sentences of a text. A full stop after an abbreviation or an initial ends none."""
    found: list[Sentence] = []
    start = 0
    for match in _END.finditer(text):
        tail = text[max(start, match.start() - 14) : match.start() + 1]
        following = text[match.end() : match.end() + 1]
        if (
            match[0][0] == "."
            and following
            and (following.islower() or (_ABBREVIATED.search(tail) and _binds(tail, following)))
        ):
            continue
        found.append(Sentence(text[start : match.end()].strip(), start, match.end()))
        start = match.end()
    if text[start:].strip():
        found.append(Sentence(text[start:].strip(), start, len(text)))
    return found


def _binds(tail: str, following: str) -> bool:
    """Whether an abbreviation goes on with what follows: "kl. 9", "A. Ek", not "m.m. Sedan"."""
    last = tail.rstrip(".").split()[-1] if tail.rstrip(".").split() else ""
    if last[-1:].isdigit():
        return following.islower() or following.isdigit()
    return not (following.isupper() and last.lower() in ("m.m", "mm", "etc", "osv", "o.s.v", "st"))
