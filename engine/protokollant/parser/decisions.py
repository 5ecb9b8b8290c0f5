"""Blocks of an item → its decisions and the text that is left."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from protokollant.model import Decision
from protokollant.parser.actions import is_labelled
from protokollant.parser.blocks import Block
from protokollant.parser.findings import Finding, Mark, marks_of
from protokollant.parser.sentences import Sentence, sentences
from protokollant.parser.standing_words import begins_formal, part_label

_LABELLED = re.compile(
    r"(?P<label>(?:mötets\s+)?beslut(?:et|ades)?)\s*(?P<sign>[:;]|\s[–—-](?=\s))\s*(?=\S)",
    re.IGNORECASE,
)
_DECIDES = re.compile(
    r"\b(?:beslutar|beslutade|beslutades|beslutas|beslöt|beslöts)\b(?!\s+(?:om|vid|på|i)\s+nästa)",
    re.IGNORECASE,
)
_BEGINS = re.compile(
    r"(?:[^:.!?]{2,40}:\s+beslut\s+(?:att|om)\b|beslut(?:\s+(?:att|om|tas|togs)\b|\s+[a-zåäö]))",
    re.IGNORECASE,
)
_NOT_DECIDED = re.compile(
    r"\b(?:ska|skall|kan|kommer(?:\s+att)?|får|bör|behöver|måste|skulle|innan|inför|när|om|"
    r"tidigare|enligt|som|redan|senare)\b[^.]{0,40}\b(?:beslutas|beslutades|beslutade|beslutar)\b|"
    r"\bförslag(?:et)?\s+till\s+beslut|\bföreslår\b|\bförra\s+mötet\b|\bföregående\s+möte|"
    r"\bbeslut\s+(?:har|hade|väntas|krävs|behövs|saknas|kommer|ska|fattas\s+senare)\b",
    re.IGNORECASE,
)
_LEADS_ON = re.compile(r"(?::|\batt|\bbeslut\w{0,4})$", re.IGNORECASE)
_BODY = re.compile(
    r"[A-ZÅÄÖ][\w-]*(?:nämnden|styrelsen|utskottet|fullmäktige|stämman|mötet|rådet|gruppen"
    r"|direktionen|kommittén|förbundet|beredningen|styrelse|nämnd)"
)
# Who told of the matter, below what was decided: "Sara Malm föredrar ärendet."
_REPORTS = re.compile(
    r"(?:[A-ZÅÄÖ][\w.-]*\s+){1,4}(?:\([\w ]{1,12}\)\s*)?(?:[a-zåäö]+\s+){0,3}?"
    r"(?:föredrar|föredrog|redogör|redogjorde|informerar|informerade|presenterar|presenterade"
    r"|berättar|berättade|deltar\s+inte|deltog\s+inte)\b"
)
_ATT = re.compile(r"att\s+", re.IGNORECASE)
_ONE_OF_SEVERAL = re.compile(r"\batt\b.*(?:,|\boch|\bsamt)$", re.IGNORECASE | re.DOTALL)


@dataclass(frozen=True, slots=True)
class Decided:
    """The decisions of an item, and the blocks that are left for its text."""

    findings: tuple[Finding, ...]
    blocks: tuple[Block, ...]


def decisions(blocks: Sequence[Block]) -> Decided:
    """Take the decisions out: under "Beslut", after "Beslut;", and sentences that decide."""
    found: list[Finding] = []
    left: list[Block] = []
    part = ""
    at = 0
    has_label = any(part_label(block.text) == "decision" for block in blocks)
    while at < len(blocks):
        block = blocks[at]
        label = part_label(block.text) if block.kind == "paragraph" else None
        if label == "decision":
            taken, used = _under_label(blocks, at)
            if taken:
                found += taken
                at += used
                part = ""
                continue
        part = label or part
        is_told = part == "proposal" and not _LABELLED.match(block.text)
        if label is None and (is_told or (part == "other" and has_label)):
            left.append(block)
            at += 1
            continue
        taken, rest, used = _in_text(blocks, at)
        found += taken
        left += rest
        at += used
    return Decided(tuple(found), tuple(left))


def _under_label(blocks: Sequence[Block], at: int) -> tuple[list[Finding], int]:
    """The decisions under a label, until a part of another kind begins."""
    label = Mark(blocks[at].line, blocks[at].text)
    found: list[Finding] = []
    lead: Block | None = None
    used = 1
    for block in blocks[at + 1 :]:
        if block.kind == "paragraph" and (
            is_labelled(block)
            or part_label(block.text)
            or begins_formal(block.text)
            or (found and _REPORTS.match(block.text))
            or _heads(block, blocks, at + used)
        ):
            break
        used += 1
        if block.kind == "paragraph" and _LEADS_ON.search(block.text) and lead is None:
            lead = block
            continue
        for one in _by_subject(block):
            found.append(_decision(one, lead, label if not found else None))
            lead = None
    if lead is not None:
        found.append(_decision(lead, None, label if not found else None))
    return found, used


def _by_subject(block: Block) -> list[Block]:
    """The decisions of one paragraph: each begins with the name of the body that decides."""
    if block.kind != "paragraph":
        return [block]
    if len(block.pieces) > 1 and all(_is_whole(piece.text) for piece in block.pieces):
        cuts = [piece.start for piece in block.pieces[1:]]
        return _split(block, [0, *cuts])
    all_sentences = sentences(block.text)
    subject = block.text.split()[0]
    starts = [s.start for s in all_sentences if s.text.split()[0] == subject]
    if len(starts) < 2 or not _BODY.fullmatch(subject):
        return [block]
    return _split(block, starts)


def _is_whole(text: str) -> bool:
    """Whether a row is a sentence by itself."""
    return text[:1].isupper() and text.endswith(".") and len(text.split()) > 2


def _split(block: Block, starts: Sequence[int]) -> list[Block]:
    """The block as one for each start."""
    ends = [*starts[1:], len(block.text)]
    return [
        part
        for start, end in zip(starts, ends, strict=True)
        if (part := block.without([(0, start), (end, len(block.text))]))
    ]


def _heads(block: Block, blocks: Sequence[Block], at: int) -> bool:
    """Whether a short paragraph without a full stop heads what follows it."""
    is_short = len(block.text) < 50 and block.text[-1] not in ".!?:" and block.gap > 0
    return (
        is_short
        and at > 1
        and at + 1 < len(blocks)
        and blocks[at + 1].gap > 0
        and (not _ATT.match(block.text))
    )


def _decision(block: Block, lead: Block | None, label: Mark | None) -> Finding:
    number = block.mark.strip("(). ") if block.kind == "number" else ""
    text = f"{lead.text} {block.text}" if lead else block.text
    marks = marks_of((p.line, p.text) for b in (lead, block) if b for p in b.pieces)
    if number:
        marks = (Mark(block.line, block.mark), *marks)
    if label:
        marks = (label, *marks)
    return Finding("decisions", Decision(text=text, number=number), marks, "decision_label")


def _in_text(blocks: Sequence[Block], at: int) -> tuple[list[Finding], list[Block], int]:
    """The decisions inside one block, what is left of it, and the blocks used."""
    block = blocks[at]
    if match := _labelled(block):
        found = _rest_of_block(block, match)
        rest = block.without([(match.start(), len(block.text))])
        return [found], [rest] if rest else [], 1
    found_sentences = [s for s in sentences(block.text) if _decides(s.text)]
    if not found_sentences:
        return [], [block], 1
    last = found_sentences[-1]
    is_last = last.end >= len(block.text.rstrip())
    if is_last and (_LEADS_ON.search(last.text) or _ONE_OF_SEVERAL.search(last.text)):
        followed = _att_clauses(blocks, at, last)
        if followed:
            others = [_sentence_decision(s, block) for s in found_sentences[:-1]]
            left = block.without((s.start, s.end) for s in found_sentences)
            return [*others, *followed[0]], [left] if left else [], followed[1]
    rest = block.without((s.start, s.end) for s in found_sentences)
    findings = [_sentence_decision(s, block) for s in found_sentences]
    return findings, [rest] if rest else [], 1


def _labelled(block: Block) -> re.Match[str] | None:
    """A label with its sign where the block or one of its rows begins."""
    for piece in block.pieces:
        if match := _LABELLED.match(block.text, piece.start):
            return match
    for sentence in sentences(block.text):
        match = _LABELLED.match(block.text, sentence.start)
        if match:
            return match
    inside = re.search(r"(?<=\s)Beslut\s+[–—-]\s+(?=\S)", block.text)
    return _LABELLED.match(block.text, inside.start()) if inside else None


def _rest_of_block(block: Block, match: re.Match[str]) -> Finding:
    text = block.text[match.end() :].strip()
    marks = marks_of(block.within(match.start(), len(block.text)))
    return Finding("decisions", Decision(text=text), marks, "decision_inline")


def _decides(text: str) -> bool:
    if text.endswith("?") or _NOT_DECIDED.search(text):
        return False
    return bool(_DECIDES.search(text) or _BEGINS.match(text))


def _sentence_decision(sentence: Sentence, block: Block) -> Finding:
    decision = Decision(text=sentence.text)
    return Finding("decisions", decision, sentence.marks(block), "decision_sentence", 0.8)


def _att_clauses(
    blocks: Sequence[Block], at: int, lead: Sentence
) -> tuple[list[Finding], int] | None:
    """The clauses after "beslutar": each list item, or paragraph with "att", is a decision.

    The first may stand in the sentence itself: "beslutar att godkänna avtalet,".
    """
    found: list[Finding] = []
    if is_begun := _ONE_OF_SEVERAL.search(lead.text):
        found.append(_sentence_decision(lead, blocks[at]))
    used = 1
    for block in blocks[at + 1 :]:
        if (block.kind == "paragraph" or is_begun) and not _ATT.match(block.text):
            break
        marks = marks_of((p.line, p.text) for p in block.pieces)
        if not found:
            marks = (*lead.marks(blocks[at]), *marks)
        number = block.mark.strip("(). ") if block.kind == "number" else ""
        text = f"{lead.text} {block.text}" if not found else block.text
        decision = Decision(text=text, number=number)
        found.append(Finding("decisions", decision, marks, "decision_sentence", 0.8))
        used += 1
    return (found, used) if used > 1 else None
