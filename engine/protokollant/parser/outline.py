"""Rows → head and sections: the one scheme of headings that this document follows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from protokollant.parser.attendance_words import attendance_label
from protokollant.parser.contents_page import titles_in, told_agenda, without_contents
from protokollant.parser.document_words import (
    document_word,
    is_contents_heading,
    meeting_word,
)
from protokollant.parser.headings import HEADING_RULES, Heading
from protokollant.parser.labels import find_label, is_label_row
from protokollant.parser.listed_items import bullets_alone, bullets_as_items, listed_agenda
from protokollant.parser.long_title import title_rows
from protokollant.parser.rows import Row
from protokollant.parser.shaped import shaped_headings
from protokollant.parser.standing_words import is_standing_heading, part_label
from protokollant.parser.unnumbered import with_unnumbered, without_detached
from protokollant.source import Kept
from protokollant.swedish import find_dates

JUMP = 0.15  # what a skipped number costs the chain
FARTHEST = 6  # numbers that may be skipped at once


@dataclass(slots=True)
class Section:
    """A heading and the rows under it, down to the next heading; sub-sections in order."""

    heading: Heading
    row: Row
    rows: list[Row] = field(default_factory=list)
    sections: list[Section] = field(default_factory=list)
    title_rows: list[Row] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Outline:
    """The document in parts: what stands before the first item, the items, contents pages."""

    head: tuple[Row, ...]
    sections: tuple[Section, ...]
    removed: tuple[Kept, ...] = ()


def outline(rows: Sequence[Row]) -> Outline:
    """The outline by the scheme that fits best: § numbers, numbers, markup, or standing words."""
    rows, removed = without_contents(rows)
    headings = _chosen(rows)
    if not headings:
        return Outline(tuple(rows), (), removed)
    first = headings[0].at
    head, agenda = told_agenda(rows[:first], [heading.title for heading in headings])
    removed = (*removed, *agenda)
    return Outline(tuple(head), tuple(_sections(rows, headings, titles_in(removed))), removed)


def _chosen(rows: Sequence[Row]) -> list[Heading]:
    found = [h for i in range(len(rows)) if (h := _heading(rows, i)) is not None]
    marked = _marked(rows, found)
    found = without_detached(rows, found)
    sections = _last_of_each([h for h in found if h.rule == "section_heading"])
    numbered = _chain([h for h in found if h.rule == "numbered_heading"])
    if len(sections) > 1 or (sections and sections[0].case) or (sections and not numbered):
        return _with_marked(rows, sections, found)
    if len(numbered) > 1 and (len(numbered) >= len(marked) or numbered[0].weight >= 0.8):
        return with_unnumbered(rows, _with_marked(rows, numbered, found))
    shaped = shaped_headings(rows)
    listed = listed_agenda(rows)
    if marked or (listed and {h.at for h in shaped} <= {h.at for h in listed}):
        return marked or listed
    return bullets_alone(rows, shaped) or bullets_as_items(rows, shaped) or numbered


def _heading(rows: Sequence[Row], at: int) -> Heading | None:
    for rule in HEADING_RULES:
        if found := rule(rows, at):
            return found
    return None


def _chain(found: list[Heading]) -> list[Heading]:
    """The heaviest chain of rising numbers, with the sub-numbers (3.1) that fit in."""
    best: dict[int, tuple[float, int]] = {}
    before: list[int | None] = []
    tops = [h for h in found if h.depth == 1]
    for i, heading in enumerate(tops):
        number = int("".join(x for x in heading.number if x.isdigit()))
        score, link = -JUMP * min(number - 1, 20), None
        same = best.get(number)
        if same and _letter(tops[same[1]]) < _letter(heading):  # 6a, 6b
            score, link = same
        for missed in range(FARTHEST):
            earlier = best.get(number - 1 - missed)
            if earlier and earlier[0] - JUMP * missed > score:
                score, link = earlier[0] - JUMP * missed, earlier[1]
        before.append(link)
        score += heading.weight
        if number not in best or score > best[number][0]:
            best[number] = (score, i)
    if not best:
        return [h for h in found if h.depth == 2]
    at: int | None = max(best.values())[1]
    chain: list[Heading] = []
    while at is not None:
        chain.append(tops[at])
        at = before[at]
    return _with_sub_numbers(found, chain[::-1])


def _letter(heading: Heading) -> str:
    """The letter after the number: "a" of "6a", "" of "6"."""
    return heading.number[-1:] if heading.number[-1:].isalpha() else ""


def _with_sub_numbers(found: list[Heading], chain: list[Heading]) -> list[Heading]:
    chosen = {h.at for h in chain}
    kept: list[Heading] = []
    current = ""
    for heading in found:
        if heading.at in chosen:
            current = heading.number
            kept.append(heading)
        elif current and heading.number.split(".")[0] == current and heading.depth > 1:
            kept.append(heading)
    return kept


def _last_of_each(found: list[Heading]) -> list[Heading]:
    """The headings without those that a contents list names first and the text then repeats."""
    last = {h.number: h.at for h in found}
    return [h for h in found if last[h.number] == h.at]


def _marked(rows: Sequence[Row], found: list[Heading]) -> list[Heading]:
    """Headings by markup that head items: those of the document and its head are left out."""
    marked = [h for h in found if h.rule == "marked_heading"]
    of_head = [h for h in marked if _belongs_to_head(rows[h.at])]
    last = max((h.at for h in of_head), default=-1)
    items = [h for h in marked if h not in of_head and not (h.at < last and _is_empty(rows, h))]
    if not items:
        return []
    levels = Counter(h.depth for h in items)
    several = [level for level, number in levels.items() if number > 1] or list(levels)
    top = min(several)
    started = next(h.at for h in items if h.depth >= top)
    further = [h for h in of_head if h.at > started and _is_item_after_all(rows[h.at], top)]
    return [
        replace(h, depth=h.depth - top + 1)
        for h in sorted([*items, *further], key=lambda h: h.at)
        if h.at >= started and h.depth >= top
    ]


def _is_item_after_all(row: Row, top: int) -> bool:
    """Whether a heading that could be the head's is one of the items, for it stands among them.

    Lists of those present are told here too: they are taken out when they are read.
    """
    text = row.plain
    if attendance_label(text) or is_standing_heading(text):
        return True
    is_office = find_label(text) is not None and is_label_row(text) and ":" not in text
    return bool(part_label(text)) if row.level == top else is_office


def _is_empty(rows: Sequence[Row], heading: Heading) -> bool:
    """Whether nothing stands between the heading and the next, as below a title in parts."""
    below = rows[heading.at + 1] if heading.at + 1 < len(rows) else None
    return below is not None and below.level > 0 and not is_standing_heading(heading.title)


def _belongs_to_head(row: Row) -> bool:
    """Whether a marked heading is the document's title, its date, or a label of its head."""
    text = row.plain
    if attendance_label(text) or is_contents_heading(text) or is_label_row(text):
        return True
    if part_label(text):
        return True
    dates = find_dates(text)
    if dates and len(dates[0].text) >= len(text) - 3:
        return True
    return (row.level == 1 and bool(document_word(text) or meeting_word(text))) or (
        bool(document_word(text))
        and len(text.split()) < 6
        and not is_standing_heading(text)
        and row.number < 12
    )


def _with_marked(
    rows: Sequence[Row], numbered: list[Heading], found: list[Heading]
) -> list[Heading]:
    """Numbered items with the marked headings between them as sub-items; all by markup alike."""
    of_markup = [h for h in found if h.rule == "marked_heading"]
    marked = [h for h in of_markup if not _belongs_to_head(rows[h.at])]
    if not numbered or not marked:
        return numbered
    own_level = {rows[h.at].level for h in numbered}
    taken = {h.at for h in numbered}
    for heading in marked:
        if heading.at in taken or heading.at < numbered[0].at:
            continue
        level = rows[heading.at].level
        if level in own_level:
            numbered.append(replace(heading, depth=1))
        elif (own_level != {0} and level > min(own_level)) or own_level == {0}:
            numbered.append(replace(heading, depth=2))
    return sorted(numbered, key=lambda h: h.at)


def _sections(rows: Sequence[Row], headings: Sequence[Heading], titles: str) -> list[Section]:
    """The headings as a tree, each with the rows that follow it."""
    top: list[Section] = []
    path: list[Section] = []
    ends = [h.at for h in headings[1:]] + [len(rows)]
    for heading, end in zip(headings, ends, strict=True):
        used = title_rows(rows, heading, end, titles)
        title = " ".join([heading.title, *(r.plain for r in used[heading.rows :])])
        beside = []
        if heading.beside:
            beside = [replace(used[0], text=heading.beside, gap=1)]
            used[0] = replace(used[0], text=used[0].text.removesuffix(heading.beside).strip())
        section = Section(
            replace(heading, title=title), rows[heading.at],
            [*beside, *rows[heading.at + len(used) : end]], title_rows=used,
        )  # fmt: skip
        while path and path[-1].heading.depth >= heading.depth:
            path.pop()
        (path[-1].sections if path else top).append(section)
        path.append(section)
    return top
