"""Rows → headings, each by its own mark: number, §, markup, or shape."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from protokollant.parser.agenda_row import CASE_CELL, NUMBERED_CASE, agenda_row
from protokollant.parser.rows import Row
from protokollant.parser.standing_words import is_standing_heading
from protokollant.swedish import find_dates, find_times

MAX_TITLE = 160


@dataclass(frozen=True, slots=True)
class Heading:
    """A row that may head an item. `depth` is 1 for an item, 2 for a sub-item.

    `weight` says how much the row looks like a heading, `rows` how many rows it takes up.
    `beside` is what further columns of the row say, `presenters` the names among that.
    """

    at: int
    number: str
    title: str
    depth: int
    rule: str
    weight: float = 1.0
    case: str = ""
    rows: int = 1
    beside: str = ""
    presenters: tuple[str, ...] = ()


_NUMBERED = re.compile(
    r"(?P<number>\d{1,3}(?:\.\d{1,2}){0,3}(?:\s?[a-h](?=[.)]))?)(?P<sign>\s?[.)]+|,(?=\s*$)|:)?"
    r"\s*\|?\s*(?P<title>.*)"
)
# Before the sign may stand short what the body is called: "Ks § 12", "KSAU § 3".
_SECTION = re.compile(
    r"(?:(?!(?:Se|Jfr|Enl|Av|Vid|För|Och)\b)[A-ZÅÄÖ][A-ZÅÄÖa-zåäö]{1,5}\.?\s+)?"
    r"§\s*(?P<number>\d{1,4}(?:[.:]\d{1,3}){0,2}(?:\s?[a-h](?!\w))?)\.?\s*[-–:]?\s*(?P<title>.*)"
)
_SIGN_AFTER = re.compile(
    r"(?P<number>\d{1,4}(?:\s?[a-h](?!\w))?)\s?§(?!\s*\d)\.?\s*[-–:]?\s*(?P<title>.*)"
)
_IN_COLUMN = re.compile(r"\s*\d{1,2}(?:\s{2,}|\t)\S")  # "4   Kassarapport"
_BARE = re.compile(r"\d{1,2}\s+[A-ZÅÄÖ]")
_POINT = re.compile(r"(?:punkt|ärende)\s+(?P<number>\d{1,3})\s*[.:–-]?\s*(?P<title>.*)", re.I)
_CASE_AT_END = re.compile(rf"(?:\s{{2,}}|\t|[(,–-]\s*)(?:{NUMBERED_CASE})\)?$")
_CASE = re.compile(
    r"(?:(?:dnr|diarienr|diarienummer|ärendenr)\.?:?\s*)(?P<case>[\w.:/-]+(?:\s\d[\w/:-]*)?)", re.I
)
# The case at the end of a title: "Avgifter 2026, dnr GNH 2025/4", "… (dnr UV 2025/211)".
_CASE_LAST = re.compile(rf"(?<=\w)(?:,\s*|\s+[–-]\s+|\s*\(|\s+){_CASE.pattern}\)?$", re.I)


def numbered_heading(rows: Sequence[Row], at: int) -> Heading | None:
    """ "3. Presentation BUP", "1.1 Bakgrund", "4.   | Ekonomi", a number alone above its title."""
    row = rows[at]
    match = _NUMBERED.fullmatch(row.plain) or _POINT.fullmatch(row.plain)
    if not match:
        return _word_numbered(row, at)
    title, sign = match["title"].strip(), match.groupdict().get("sign") or ""
    number = " ".join(match["number"].split())
    is_sub = "." in number
    above = rows[at - 1].plain if at else ""
    told = agenda_row(row, title)
    if not told.case and (found := _CASE_LAST.search(told.title)):
        told = told._replace(title=told.title[: found.start()].rstrip(), case=found["case"])
    if not sign and not is_sub and not _is_bare_number_title(row, f"{number} {told.title}", above):
        return None
    if _is_amount_or_time(row.plain, title, sign):
        return None
    if not title:
        return _titled_below(rows, at, number, "numbered_heading", weight=0.5)
    depth = number.count(".") + 1
    weight = _weight(rows, at, told.title)
    case, used = told.case, 1
    if not case and at + 1 < len(rows) and (below := _CASE.fullmatch(rows[at + 1].plain)):
        case, used = below["case"], 2
    return Heading(
        at, number, told.title, depth, "numbered_heading", weight, case, used,
        beside=told.beside, presenters=told.presenters,
    )  # fmt: skip


def _word_numbered(row: Row, at: int) -> Heading | None:
    """A Word paragraph whose number is list numbering, in a heading style or bold."""
    label = row.line.numbering.strip().rstrip(".)")
    if not re.fullmatch(r"§?\s*\d{1,3}(?:\.\d{1,2}){0,3}", label) or len(row.text) > MAX_TITLE:
        return None
    number = label.lstrip("§ ")
    rule = "section_heading" if label.startswith("§") else "numbered_heading"
    weight = 1.2 if row.level or row.line.bold else 0.4
    return Heading(at, number, row.plain, number.count(".") + 1, rule, weight)


def section_heading(rows: Sequence[Row], at: int) -> Heading | None:
    """ "§ 12 Val av justerare", "§34 Dnr VN-2024-00055" with its title below, "§8.1"."""
    row = rows[at]
    match = _SECTION.fullmatch(row.plain) or _SIGN_AFTER.fullmatch(row.plain)
    if not match or re.match(r"\s*(?:[-–,]|och\b|i\b|st\b)", row.plain[match.end("number") :]):
        return None
    number, title = " ".join(match["number"].split()).replace(":", "."), match["title"].strip()
    case = ""
    if found := _CASE.search(title):
        case = found["case"]
        title = (title[: found.start()] + title[found.end() :]).strip(" ,-–")
    elif len(row.columns) > 1 and CASE_CELL.fullmatch(row.columns[-1]):
        case = row.columns[-1]
        title = title.removesuffix(case).strip(" ,-–|")
    elif found := CASE_CELL.match(title) or _CASE_AT_END.search(title):
        case = found[0].strip(" (),–-")
        title = (title[: found.start()] + title[found.end() :]).strip(" ,-–")
    if title and (title[0].islower() or _SECTION.match(title)):
        return None
    if title:
        weight = _weight(rows, at, title)
        used = 1
        if not case and at + 1 < len(rows) and (below := _CASE.fullmatch(rows[at + 1].plain)):
            case, used = below["case"], 2
        depth = number.count(".") + 1
        return Heading(at, number, title, depth, "section_heading", weight, case, used)
    return _titled_below(rows, at, number, "section_heading", case=case)


def marked_heading(rows: Sequence[Row], at: int) -> Heading | None:
    """A heading by markup: "## Nästa möte", an underlined row, a heading style in Word."""
    row = rows[at]
    if not row.level or len(row.text) > MAX_TITLE:
        return None
    return Heading(at, "", row.plain, row.level, "marked_heading")


HEADING_RULES: tuple[Callable[[Sequence[Row], int], Heading | None], ...] = (
    section_heading,
    numbered_heading,
    marked_heading,
)


def _titled_below(
    rows: Sequence[Row], at: int, number: str, rule: str, *, case: str = "", weight: float = 1.0
) -> Heading | None:
    """The heading of a number that stands alone, its title on the rows below."""
    title: list[str] = []
    for row in rows[at + 1 : at + 5]:
        if title and (row.gap or not _goes_on(title[-1], row.text)):
            break
        if _is_numbered(row):
            break
        title.append(row.plain.lstrip("| "))
    if not title or len(" ".join(title)) > 2 * MAX_TITLE:
        return None
    depth = number.count(".") + 1
    return Heading(at, number, " ".join(title), depth, rule, weight, case, 1 + len(title))


def _is_numbered(row: Row) -> bool:
    match = _NUMBERED.fullmatch(row.plain)
    return bool(
        _SECTION.match(row.plain) or _SIGN_AFTER.match(row.plain) or (match and match["sign"])
    )


def _goes_on(above: str, below: str) -> bool:
    """Whether a title that was broken over two rows goes on in the lower one."""
    return above[-1] in ",-–" or below[:1].islower()


def _is_bare_number_title(row: Row, text: str, above: str) -> bool:
    """ "1 Öppnande av möte": a number without a sign, before a short title that begins anew.

    `text` is number and title, without what further columns say.
    """
    title = text.partition(" ")[2]
    begins = (
        row.gap > 0
        or is_standing_heading(title)
        or above[-1:] in ".!?"
        or _BARE.match(above) is not None
    )
    return (
        bool(title)
        and title[0].isupper()
        and len(title) < 70
        and (begins or _IN_COLUMN.match(row.line.text) is not None)
        and not (title[-1] in ".,;:" or find_dates(text) or find_times(text))
    )


def _is_amount_or_time(text: str, title: str, sign: str) -> bool:
    """ "2022-02-18", "9.30–10.00", "18 februari", "3 st": numbers that number nothing."""
    if sign == ":" and title[:1].isdigit():
        return True
    dates = find_dates(text)
    if dates and dates[0].start == 0:
        return True
    times = find_times(text)
    return bool(times and times[0].start == 0) or (not sign and title[:1].islower())


def _weight(rows: Sequence[Row], at: int, title: str) -> float:
    """How much the row looks like a heading: short, no sentence, not in a run of numbered rows."""
    row = rows[at]
    weight = 1.0 + 0.3 * bool(row.level or row.line.bold)
    if title[-1] in ".;" and title.count(" ") > 3:
        weight -= 0.6
    if title[:1].islower():
        weight -= 0.3
    if len(title) > 90:
        weight -= 0.3
    below = rows[at + 1] if at + 1 < len(rows) else None
    above = rows[at - 1] if at else None
    if below is None or _is_numbered(below):
        weight -= 0.3
    if above is not None and (above.plain.endswith(":") or _is_label(above.plain)):
        weight -= 0.5
    return max(weight, 0.1)


def _is_label(text: str) -> bool:
    return text.rstrip(":;. ").casefold() in ("beslut", "förslag", "förslag till beslut")


def has_leader(text: str) -> bool:
    """Whether the text ends as a line of a contents page does: dots and a page number."""
    before = text.rstrip("0123456789")
    if before == text:
        return False
    dots = before[len(before.rstrip(" .…")) :]
    return dots.count(".") > 3 or "…" in dots
