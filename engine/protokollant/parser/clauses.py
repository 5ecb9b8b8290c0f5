"""Decisions that only name a proposal's clause ("attsats 1 bifalles") → with the clause's words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from protokollant.parser.blocks import Block
from protokollant.parser.findings import Finding
from protokollant.parser.standing_words import part_label

_NAMES_CLAUSES = re.compile(
    r"(?:att-?sats(?:en|er|erna)?|yrkande(?:na|t)?|förslag(?:et|en)?)\s+"
    r"(?P<numbers>\d{1,2}(?:\s*(?:,|och|samt|[–-])\s*\d{1,2})*)\s+(?:bifall\w+|antas|antogs"
    r"|godkän\w+|bevilja\w+|avslå\w+|avslogs)\.?",
    re.IGNORECASE,
)
_CLAUSE = re.compile(
    r"(?:(?:att-?sats|yrkande|förslag)\s+(?P<number>\d{1,2})\s*[:.)–-]?\s*)?(?P<text>att\s+\S.*)",
    re.IGNORECASE | re.DOTALL,
)
_RANGE = re.compile(r"(\d+)\s*[–-]\s*(\d+)")


def with_clauses(findings: Sequence[Finding], blocks: Sequence[Block]) -> tuple[Finding, ...]:
    """The decisions, each that names clauses by number with their words after a colon."""
    clauses = _clauses(blocks)
    return tuple(_resolved(one, clauses) for one in findings) if clauses else tuple(findings)


def _clauses(blocks: Sequence[Block]) -> dict[int, str]:
    """The clauses that are proposed, by number: as written, else as they are counted."""
    found: dict[int, str] = {}
    for block in blocks:
        if part_label(block.text) == "decision" or _NAMES_CLAUSES.fullmatch(block.text):
            break
        if match := _CLAUSE.fullmatch(block.text):
            mark = block.mark.strip("(). ")
            told = match["number"] or (mark if mark.isdigit() else "")
            found.setdefault(int(told) if told else len(found) + 1, match["text"].rstrip("."))
    return found


def _resolved(finding: Finding, clauses: dict[int, str]) -> Finding:
    decision = finding.value
    match = _NAMES_CLAUSES.fullmatch(decision.text.strip())
    if match is None:
        return finding
    texts = [clauses[number] for number in _numbers(match["numbers"]) if number in clauses]
    if not texts:
        return finding
    text = f"{decision.text.strip().rstrip('.')}: {'; '.join(texts)}"
    return replace(finding, value=decision.model_copy(update={"text": text}))


def _numbers(text: str) -> list[int]:
    spans = [(int(low), int(high)) for low, high in _RANGE.findall(text)]
    between = [n for low, high in spans if high - low < 20 for n in range(low, high + 1)]
    return between or [int(number) for number in re.findall(r"\d+", text)]
