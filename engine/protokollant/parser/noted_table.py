"""Notes that are a table of points → rows: each point's title, and below it what its cells say.

"Ärende | Anteckning | Ansvarig", "Tid | Punkt | Föredragande": in cells or in columns of plain
text, where a cell may take several rows.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from protokollant.parser.blocks import table_cells
from protokollant.parser.cover_columns import Unfolded
from protokollant.parser.findings import Mark, mark
from protokollant.parser.rows import Row
from protokollant.swedish import fold, normalise_text

_COLUMNS: Mapping[str, frozenset[str]] = {
    "number": frozenset({"nr", "§", "punkt nr", "ärendenr"}),
    "title": frozenset(
        {"ärende", "ärenden", "punkt", "punkter", "rubrik", "fråga", "frågor", "dagordning",
         "dagordningspunkt", "agendapunkt", "agenda", "område", "ämne"}
    ),
    "note": frozenset(
        {"anteckning", "anteckningar", "minnesanteckning", "minnesanteckningar", "notering",
         "noteringar", "diskussion", "kommentar", "kommentarer", "sammanfattning", "referat",
         "vad som sades", "innehåll"}
    ),
    "decision": frozenset({"beslut"}),
    "task": frozenset({"åtgärd", "åtgärder"}),
    "who": frozenset({"ansvar", "ansvarig", "ansvariga", "vem"}),
    "presenter": frozenset({"föredragande", "föredragning", "inledare"}),
    "time": frozenset({"tid", "kl", "klockan", "klockslag", "tidsåtgång", "minuter"}),
}  # fmt: skip
# Who answers for a point need not be the one to do what its note tells: no colon, no task.
_LABELS = {
    "decision": "Beslut: ", "task": "Åtgärd: ", "who": "Ansvarig – ", "presenter": "Föredragande: "
}  # fmt: skip
_TELLS = frozenset({"note", "decision", "presenter", "time"})
_NOTHING = re.compile(r"[\W_]*")
_FEWEST = 2
_WIDEST_GAP = 2  # blank lines within a table of plain text


@dataclass(slots=True)
class _Point:
    """A row of the table: its first row in the source, its title, and each column's texts."""

    row: Row
    title: str
    values: list[list[tuple[Row, str]]] = field(default_factory=list)


def unfolded_notes(rows: Sequence[Row]) -> Unfolded:
    """The rows, those of a table of points told point by point; the same where there is none."""
    for at, row in enumerate(rows):
        meanings = _meanings(row)
        if not meanings:
            continue
        points, moved, used = _points(rows[at + 1 :], row, meanings)
        if len(points) >= _FEWEST:
            told = [one for point in points for one in _emitted(point, meanings)]
            return Unfolded((*rows[:at], *told, *rows[at + 1 + used :]), (mark(row), *moved))
    return Unfolded(tuple(rows), ())


def _meanings(row: Row) -> list[str]:
    """What each column holds, when the row heads a table of points and what was said of them."""
    found = [_meaning(cell) for cell in (table_cells(row) or row.columns)]
    if found[:2] == ["title", "title"]:
        found[0] = "number"
    is_table = found.count("title") == 1 and all(found) and _TELLS & set(found)
    # A numbered row of an agenda tells its own columns.
    is_agenda = "number" in found and not {"note", "decision"} & set(found)
    return found if is_table and not is_agenda and found.index("title") <= 1 else []


def _meaning(heading: str) -> str:
    parts = [fold(part).strip(" :") for part in re.split(r"/|\boch\b", heading)]
    kinds = [next((k for k, words in _COLUMNS.items() if part in words), "") for part in parts]
    if len(kinds) > 1 and all(kinds):
        return "note" if "note" in kinds or kinds[0] != kinds[-1] else kinds[0]
    return kinds[0] if len(kinds) == 1 else ""


def _points(
    rows: Sequence[Row], header: Row, meanings: Sequence[str]
) -> tuple[list[_Point], list[Mark], int]:
    """The points, words of titles that were moved up, and how many rows the table takes up."""
    title_at = meanings.index("title")
    points: list[_Point] = []
    moved: list[Mark] = []
    used = 0
    for row in rows:
        cells = _cells(row, header, len(meanings))
        if cells is None:
            break
        title = cells[title_at]
        if points and title and _goes_on(title, row, header):
            points[-1].title = f"{points[-1].title} {title}"
            moved.append(Mark(row.number, title))
        elif title:
            number = cells[0].strip(" .") if meanings[0] == "number" else ""
            points.append(_Point(row, f"{number}. {title}" if number else title))
            points[-1].values = [[] for _ in meanings]
        elif not points:
            break
        for column, cell in enumerate(cells):
            if meanings[column] not in ("title", "number") and not _NOTHING.fullmatch(cell):
                points[-1].values[column].append((row, cell))
        used += 1
    return points, moved, used


def _cells(row: Row, header: Row, columns: int) -> tuple[str, ...] | None:
    """The row's cells; None below the table."""
    if header.line.cells:
        cells = table_cells(row)
        return cells if len(cells) == columns else None
    if row.gap > _WIDEST_GAP or row.line.cells or row.level:
        return None
    raw, starts = _raw(row), [*_starts(header), None]
    if any(start and raw[start - 1 : start].strip() for start in starts[1:-1]):
        return None
    parts = [" ".join(raw[a:b].split()) for a, b in pairwise(starts)]
    return tuple(parts) if any(parts[1:]) or parts[0][:1].islower() else None


def _starts(header: Row) -> list[int]:
    """Where the columns of a row of plain text begin."""
    raw, at, found = _raw(header), 0, []
    for column in header.columns:
        at = raw.index(column, at)
        found.append(at)
        at += len(column)
    return [0, *found[1:]]


def _goes_on(title: str, row: Row, header: Row) -> bool:
    """Whether a title in plain text goes on from the row above."""
    return not header.line.cells and not row.gap and title[0].islower()


def _emitted(point: _Point, meanings: Sequence[str]) -> Iterator[Row]:
    yield _with_text(point.row, point.title, gap=1, level=2)
    told = [
        (meaning, texts) for meaning, texts in zip(meanings, point.values, strict=True) if texts
    ]
    who = " ".join(text for meaning, texts in told if meaning == "who" for _, text in texts)
    is_task = bool(who) and any(meaning == "task" for meaning, _ in told)
    labels = {**_LABELS, "task": f"Åtgärd: {who}: "} if is_task else _LABELS
    for meaning, texts in told:
        if meaning == "who" and is_task:
            continue
        for at, (row, text) in enumerate(texts):
            label = "" if at else labels.get(meaning, "")
            yield _with_text(row, f"{label}{text}", gap=0 if at else 1)


def _with_text(row: Row, text: str, *, gap: int, level: int = 0) -> Row:
    line = replace(row.line, text=text, cells=(), style="")
    return replace(row, line=line, text=text, indent=0, gap=gap, blanks=gap, level=level)


def _raw(row: Row) -> str:
    return normalise_text(row.line.text.expandtabs(8)).rstrip()
