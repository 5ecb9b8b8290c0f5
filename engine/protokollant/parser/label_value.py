"""Label and value in a document's head: on one row, on the next, or in columns that fell apart."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from protokollant.parser.attendance_words import attendance_label
from protokollant.parser.document_words import document_word, is_table_heading
from protokollant.parser.findings import Finding, Found, Mark, mark
from protokollant.parser.labels import FoundLabel, Label, find_label
from protokollant.parser.page_matter import without_page_reference
from protokollant.parser.rows import Row
from protokollant.swedish import (
    find_dates,
    find_names,
    find_times,
    find_weeks,
    fold,
    looks_like_name,
)

# Labels that also begin ordinary rows: only with a colon, or in a column of their own.
_NEEDS_SIGN = frozenset(
    {"title", "number", "note", "attachments", "contact", "approval", "chair", "vice_chair",
     "member"}
)  # fmt: skip
_ONLY_DATED = 0.95
_OFFICES = ("chair", "vice_chair", "member", "secretary", "adjuster")
_SHORT_DATE = re.compile(r"(\d\d)(0[1-9]|1[0-2])([0-3]\d)")  # "240515", where a label says so
_HOURS = re.compile(r"\d{1,2}\s?[–-]\s?\d{1,2}")  # "19-21", where a label says that it is when
# What comes before or after the meeting itself: "(gruppmöten från kl. 12.00)".
_ASIDE = re.compile(
    r"\([^()]{0,40}\b(?:grupp\w*|för|lunch|fika|kaffe|insläpp|middag|mingel|samling)[^()]{0,60}\)",
    re.I,
)
_FILL = re.compile(r"(?:[._…]\s?){4,}")  # a line to write on
_SCOPE = re.compile(r"§{1,2}\s*\d+(?:\s*[,–-]\s*\d+)*\s*$")


@dataclass(slots=True)
class Waiting:
    """Labels that stood without a value, in order: their values are on rows further down."""

    labels: list[tuple[Label, Mark]] = field(default_factory=list)


def label_value(rows: Sequence[Row], at: int, waiting: Waiting) -> Found | None:
    """ "Plats: Digitalt via Teams", "Tidpunkt Fredagen den 18 februari 2022", "Datum och tid:"."""
    row = rows[at]
    if len(row.columns) > 1 and all(map(is_table_heading, row.columns)):
        return Found((Finding("label", "", (mark(row),), "label_value"),))
    if found := _wrapped_label(rows, at, waiting):
        return found
    columns = row.columns
    if len(columns) > 1 and not row.line.cells and _begin_pairs(columns):
        return _pairs(row, waiting)
    label = find_label(row.text)
    if label is None:
        return None
    value = _FILL.sub("", without_page_reference(row.text[label.end :].strip())).strip()
    if label.label.names == "note" and (inner := find_label(value)):
        value = value[inner.end :].strip()
        label = replace(inner, has_colon=True)
    if not value:
        if label.text.casefold() == "underskrifter":
            return Found((Finding("label", "", (mark(row),), "label_value"),))
        if label.label.names == "title" and not label.has_colon and _is_only_when(rows, at + 1):
            return None  # "Möte" over the date is the title itself
        is_ruled = _FILL.search(row.text) is not None
        if label.has_colon or is_ruled or _stands_alone(row, label):
            waiting.labels.append((label.label, mark(row)))
            return Found()
        return None
    if not _is_value(label, value, row):
        return None
    used = 1
    if value.startswith("för ") and at + 1 < len(rows) and _ends_label(rows[at + 1]):
        value, used = value.removeprefix("för "), 2
    marks = tuple(map(mark, rows[at : at + used]))
    findings = values_of(label.label, value, marks, has_colon=label.has_colon, word=label.text)
    return Found(tuple(findings), used=used)


def waiting_value(rows: Sequence[Row], at: int, waiting: Waiting) -> Found | None:
    """A row that fits the first label that waits for a value."""
    row = rows[at]
    if attendance_label(row.text) or find_label(row.text) or is_table_heading(row.text):
        return None
    for i, (label, label_mark) in enumerate(waiting.labels):
        if _fits(label, row.text):
            del waiting.labels[i]
            return Found(tuple(values_of(label, row.text, (label_mark, mark(row)))))
    return None


def values_of(
    label: Label,
    value: str,
    marks: tuple[Mark, ...],
    *,
    has_colon: bool = False,
    word: str = "",
) -> list[Finding]:
    """The findings in a label's value. After a colon a given name alone is a person too.

    `word` is the label as written: "Datum" alone can also be the day of writing.
    """
    value = value.strip(" *_")
    rule = "label_value"
    if label.names == "when" and (short := _SHORT_DATE.fullmatch(value)):
        value = f"20{short[1]}-{short[2]}-{short[3]}"
    if label.names == "when" or label.names == "place":
        weight = _ONLY_DATED if fold(word) == "datum" else 1.0
        return when_and_where(value, marks, rule, is_place=_names_place(label), weight=weight)
    if label.names in _OFFICES:
        names = tuple(one.name for one in find_names(value))
        if has_colon and not names:
            names = tuple(_short_names(value))
        found = [Finding(f"person:{label.names}", names, marks, rule)] if names else []
        if names and (scope := _SCOPE.search(value)):
            found.append(Finding("scope", scope[0], marks, rule, 0.6))
        return found
    if label.names == "number":
        return [Finding("number", value.rstrip("."), marks, rule)]
    return [Finding(label.names, value, marks, rule)]


def when_and_where(
    text: str, marks: tuple[Mark, ...], rule: str, *, is_place: bool, weight: float = 1.0
) -> list[Finding]:
    """Date, time and place in one text: "Stadshuset, fredagen den 18 februari kl. 13.00–17.00".

    `weight` is how sure it is that the date is the meeting's.
    """
    if _HOURS.fullmatch(text.strip()):
        text = f"kl {text.strip()}"
    aside = [match.span() for match in _ASIDE.finditer(text)]
    times = [t for t in find_times(text) if not any(a <= t.start < b for a, b in aside)]
    dates = find_dates(text)
    spans = sorted([(t.start, t.end) for t in times] + [(d.start, d.end) for d in dates])
    place, tail = _place_before(text, spans) if is_place else ("", "")
    rest = text
    for start, end in reversed(spans):
        rest = rest[:start] + rest[end:]
    place = place or _tidied(rest)
    if tail:
        marks = (*marks[:-1], Mark(marks[-1].line, marks[-1].text.replace(tail, "")))
    found = []
    if dates:
        found.append(Finding("date", dates[0], marks, rule, weight))
    if times:
        found.append(Finding("time", times[0].span, marks, rule))
    if is_place and re.search(r"\w", place):
        found.append(Finding("place", place, marks, rule))
    elif place and re.search(r"\w", place) and (dates or times or find_weeks(text)):
        found.append(Finding("when_note", place, marks, rule, 0.5))
    return found


def _place_before(text: str, spans: Sequence[tuple[int, int]]) -> tuple[str, str]:
    """The place where it stands before date and time, and what is said after the time."""
    if not spans:
        return "", ""
    place = _tidied(text[: spans[0][0]])
    if sum(sign.isalpha() for sign in place) < 4 or len(find_dates(place)) > 0:
        return "", ""
    last = max(end for _, end in spans[:2])
    tail = text[last:].strip(" ,;.–-")
    return place, tail if re.match(r"\w{4,}", tail) and not find_dates(tail) else ""


def _tidied(text: str) -> str:
    text = re.sub(r"\b(?:kl|klockan|den)\.?\s*$", "", text.strip())
    return re.sub(r"\s+", " ", text).strip(" ,;.–-|=")


def _names_place(label: Label) -> bool:
    return label.names == "place" or any("plats" in word for word in label.words)


def _short_names(value: str) -> list[str]:
    """Given names or nicknames where a label says that a person follows."""
    parts = re.split(r"\s*(?:,|\boch\b|&|\+)\s*", re.sub(r"\([^)]*\)", "", value))
    return [p.strip() for p in parts if 1 <= len(p.split()) <= 2 and p.strip()[:1].isalpha()]


def _wrapped_label(rows: Sequence[Row], at: int, waiting: Waiting) -> Found | None:
    """A label broken over two rows, its value beside or below: "Datum och   2025-03-13" "tid:"."""
    row = rows[at]
    if at + 1 >= len(rows) or rows[at + 1].gap:
        return None
    below = rows[at + 1].columns
    above = row.columns
    if len(below) != 1 or not (below[0][:1].islower() and len(below[0].split()) <= 2):
        return None
    label = find_label(f"{above[0]} {below[0]}")
    if label is None or label.end < len(f"{above[0]} {below[0]}"):
        return None
    if len(above) < 2:
        both = Mark(row.number, row.text), Mark(rows[at + 1].number, rows[at + 1].text)
        waiting.labels.append((label.label, both[0]))
        return Found((Finding("label", "", (both[1],), "label_value"),), used=2)
    marks = (mark(row), mark(rows[at + 1]))
    return Found(tuple(values_of(label.label, " ".join(above[1:]), marks)), used=2)


def _begin_pairs(columns: Sequence[str]) -> bool:
    """Whether at least two columns begin with a label: "Sekreterare Eva Ek   Paragrafer 10–11"."""
    return sum(_begins_with_label(column) for column in columns) > 1


def _begins_with_label(column: str) -> bool:
    return column.lstrip("*_")[:1].isupper() and find_label(column) is not None


def _pairs(row: Row, waiting: Waiting) -> Found:
    findings: list[Finding] = []
    columns = [column for column in row.columns if not _FILL.fullmatch(column)]
    while columns:
        label = find_label(columns[0])
        text = columns.pop(0)
        if label is None:
            findings.append(Finding("note", text, (Mark(row.number, text),), "label_value", 0.3))
            continue
        value = text[label.end :].removeprefix("för ")
        if not value.strip() and columns and not find_label(columns[0]):
            value = columns.pop(0)
            text = f"{text} {value}"
        if value.strip():
            marks = (Mark(row.number, text),)
            findings += values_of(label.label, value, marks, word=label.text)
        elif label.label.names in _OFFICES:
            waiting.labels.append((label.label, Mark(row.number, text)))
        else:
            findings.append(Finding("label", "", (Mark(row.number, text),), "label_value"))
    return Found(tuple(findings))


def _stands_alone(row: Row, label: FoundLabel) -> bool:
    return label.end >= len(without_page_reference(row.text)) and row.text[:1].isupper()


def _is_only_when(rows: Sequence[Row], at: int) -> bool:
    """Whether the row is a date and nothing else."""
    dates = find_dates(rows[at].plain) if at < len(rows) else []
    return bool(dates) and dates[0].text.strip() == rows[at].plain


def _is_value(label: FoundLabel, value: str, row: Row) -> bool:
    if label.has_colon:
        return True
    in_columns = (
        len(row.columns) > 1
        and find_label(row.columns[0]) is not None
        and (
            find_label(row.columns[0]).end >= len(row.columns[0])  # type: ignore[union-attr]
        )
    )
    if in_columns:
        return True
    if label.label.names in _OFFICES and looks_like_name(value.split(" (")[0]):
        return row.text[:1].isupper()
    is_plain = label.label.names not in _NEEDS_SIGN or len(label.text.split()) > 2
    if not is_plain or not row.text[:1].isupper() or value.endswith("."):
        return False
    if document_word(value) or len(value) > 90:
        return False
    begins = value[0].isupper() or value[0].isdigit() or value.startswith(("§", "kl", "för "))
    return begins and _fits(label.label, value)


def _ends_label(row: Row) -> bool:
    return row.text.lower().strip(" :.") in (
        "sammanträde", "sammanträdet", "möte", "mötet", "justering", "förrättning",
    )  # fmt: skip


def _fits(label: Label, text: str) -> bool:
    """Whether a text can be the value of the label."""
    names = label.names
    if names == "when":
        is_dated = bool(find_dates(text) or find_times(text) or find_weeks(text))
        return (
            is_dated
            or _SHORT_DATE.fullmatch(text.strip()) is not None
            or (_names_place(label) and len(text) < 90)
        )
    if names in _OFFICES:
        return bool(find_names(text)) and len(text) < 80
    if names in ("number", "scope", "case"):
        return any(sign.isdigit() for sign in text) and len(text) < 40
    if names == "place":
        is_short = 4 < len(text) < 90 and text.count(",") < 4 and len(find_names(text)) < 2
        return is_short and not (document_word(text) or find_dates(text))
    return len(text) < 120
