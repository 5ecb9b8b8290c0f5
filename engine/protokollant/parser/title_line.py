"""The rows that name a document: its kind, its body, its date and number."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from protokollant.parser.attendance_words import leading_attendance_label
from protokollant.parser.document_words import document_word, kind_of, meeting_word
from protokollant.parser.findings import Finding, Found, Mark, mark
from protokollant.parser.labels import find_label
from protokollant.parser.rows import Row, runs_on
from protokollant.swedish import (
    FoundDate,
    find_dates,
    find_times,
    find_weeks,
    looks_like_name,
    names_place,
    read_time_span,
)

_MOST_PLACE = 5
_NUMBER = re.compile(
    r"(?:nr\.?|nummer|#|(?<=möte)(?=\s\d{1,3}/(?:19|20)\d\d))\s*(?P<number>\d{1,3}(?:[/:-]\d{2,4})?)(?!\w)",
    re.I,
)
# A form that serves for both: what stands on it tells which one it is.
_EITHER = re.compile(r"\b(?:kallelse|dagordning|föredragningslista)\s*/\s*\w*protokoll\b", re.I)
_JOINING = re.compile(
    r"""^(?:
        (?:(?:19|20)\d\d(?=\s+(?:för|från|av)\b)
          |fört|förda|hållet|från|för|vid|till|i|av|med|om|av\ den|den)\b\s*
    )+
    | \s*\b(?:den|kl\.?|från|för|vid|till|i|nr\.?|om|av)\s*$""",
    re.IGNORECASE | re.VERBOSE,
)
_TAKEN_AT = re.compile(r"(?:protokoll|anteckningar)\s+(?:fört|förda|från)\s+vid\b", re.IGNORECASE)
_MEETING_AFTER = re.compile(
    r"(?:^|\s)(?:ordinarie|extra|konstituerande|digitala?)?\s?"
    r"(?:(?P<kind>[a-zåäö]{2,20})?möten?t?s?|"
    r"sammanträden?t?|(?:års|förenings)?stämman?)(?=\s|$|[.,:])\s*(?:19\d\d|20\d\d)?",
    re.IGNORECASE,
)
_ORGANISATION = re.compile(
    r"(?:(?:region|landstinget)\s+\w+|\w+(?:s)?\s+(?:kommun|stad|region|landsting)"
    r"|(?:svenska\s+kyrkan,?\s+)?\w+(?:\s+\w+)?\s+(?:församling|pastorat))",
    re.IGNORECASE,
)
# What follows a body's name in a title and is not of it: "… genomfört över Zoom".
_SHORTENED = re.compile(r"\b(?:ek|ideell)\.?\s?för\.$", re.IGNORECASE)
_HELD = re.compile(
    r"\s+(?:kallas|inbjuds|bjuds|bjuder|kallar|genomför\w+|hållet|hållna|som\s+hölls|över|via)\b.*",
    re.IGNORECASE,
)
_OVER = re.compile(
    r"\b(?:över|via|på)\s+(?P<place>(?:Microsoft\s+)?(?:Teams|Zoom|Skype|Discord|Jitsi|Webex"
    r"|Whereby|Google\s+Meet))\b",
    re.IGNORECASE,
)
# A body that is written in lower case: "brukarråd Ekbacken".
_GROUP = re.compile(
    r"[\w-]*(?:råd|grupp|styrelse|nämnd|utskott|kommitté|team|förening|klubb)(?:et|en|n)?(?!\w)"
)
_ORGANISATION_NUMBER = re.compile(r"\borg(?:anisations)?\.?\s*(?:nr|nummer)\b|\d{6}-\d{4}", re.I)
# "Brf Lindgården 769600-1234", "…, org.nr 769600-1234"
_REGISTERED = re.compile(
    r"[\s,(]*(?:\borg(?:anisations)?\.?\s?(?:nr|nummer)\.?:?\s*)?\b\d{6}-\d{4}\)?$", re.I
)
_HOURS = re.compile(r",?\s*(?P<span>\d{1,2}(?:[.:]\d\d)?\s?[–-]\s?\d{1,2}(?:[.:]\d\d)?)(?!\d)")
_DETAIL = re.compile(r"^(?:den|kl\.?|klockan)?\s*(?:[,|–-]\s*)?|\s*\b(?:kl\.?|klockan)$", re.I)
# Where, after the date: "i klubbhuset", "hos Eva Ek", "Stadshuset, sal A".
_LOWER_PLACE = re.compile(r"(?P<there>)(?P<place>[a-zåäö][\w-]*(?:\s+\w+){0,2})")
_PLACE_AT = re.compile(
    r"""(?:(?:(?:i|på|vid|via|plats:?|lokal:?)\s+)(?P<there>[^\s,;:]+(?:,?\s+[^\s,;:]+){0,5})
      | (?P<place>(?:[Hh]os\s+)?[A-ZÅÄÖ][^\s,;:]*(?:,?\s+[^\s,;:]+){0,5}))""",
    re.VERBOSE,
)


def title_line(rows: Sequence[Row], at: int) -> Found | None:
    """ "Mötesanteckning Uppdragsgrupp Barn och unga 2026-03-02", "Styrelsemöte nr 6"."""
    row, below = rows[at], _second_row(rows, at)
    if below:
        text = f"{row.plain} {below.plain}"
        row = replace(row, text=text, line=replace(row.line, text=text))
    text = row.plain
    word, meeting = document_word(text), meeting_word(text)
    name = _named_column(row, word)
    if not (word or meeting) or len(text) > 140 or _is_sentence(text, word) or "](" in text:
        return None
    whole = (mark(rows[at]), mark(below)) if below else (Mark(row.number, name),)
    findings = []
    if word:
        named = (Mark(row.number, word),)
        is_either = _EITHER.search(text) is not None
        name_of_kind = "kind:either" if is_either else "kind"
        findings.append(Finding(name_of_kind, kind_of(word), named, "title_line"))
    findings.append(Finding("title" if word else "meeting_name", _title(name), whole, "title_line",
                            1.0 if word else 0.6))  # fmt: skip
    findings += facts(text, row.number, "title_line")
    if body := _body(row, word):
        marks = (Mark(row.number, body),)
        findings.append(Finding("body", body, marks, "title_line", 0.8 if word else 0.5))
    if organisation := _organisation_column(row, word):
        marks = (Mark(row.number, organisation),)
        findings.append(Finding("organisation", organisation, marks, "title_line", 0.8))
    return Found(tuple(findings), used=2 if below else 1)


def _second_row(rows: Sequence[Row], at: int) -> Row | None:
    """The row that a title of one word goes on in: "PROTOKOLL", "ordinarie årsstämma i …"."""
    row, below = rows[at], rows[at + 1] if at + 1 < len(rows) else None
    if below is None or below.gap or len(row.columns) > 1 or len(below.columns) > 1:
        return None
    is_word = document_word(row.plain) == row.plain
    goes_on = meeting_word(below.plain) and below.plain[-1] not in ".:"
    return below if is_word and goes_on else None


def names_group(text: str) -> bool:
    """Whether a text begins with a group's kind: "Styrgrupp Psykisk hälsa", "Socialnämnden"."""
    return _GROUP.match(text.lower()) is not None


def body_line(rows: Sequence[Row], at: int, *, is_top: bool) -> Found | None:
    """A short row at the very top, or right below the title, that can only name the body."""
    row, label = _without_label_column(rows[at])
    text = row.plain
    dates = find_dates(text)
    is_ended = text[-1] in ".!?:," and not _SHORTENED.search(text)
    if not is_top or len(text) > 70 or is_ended or len(row.columns) > 1 + len(dates):
        return None
    if at + 1 < len(rows) and not rows[at + 1].gap and runs_on(text, rows[at + 1].text):
        return None
    if dates and len(dates[0].text) > len(text) - 4:
        return None
    rest = _without(text, dates)
    if not rest or not text[0].isalpha() or find_times(rest) or _TAKEN_AT.match(text):
        return None
    heads = len(rows) > 1 and (document_word(rows[1].text) or find_dates(rows[1].text))
    registered = _REGISTERED.search(rest)
    if registered:
        rest = rest[: registered.start()].rstrip(" ,(")
    if not rest or _ORGANISATION_NUMBER.search(rest) or find_weeks(rest):
        return None
    if leading_attendance_label(text) or ": " in text or text.count(",") > 1:
        return None
    if looks_like_name(rest) and not dates and (at or not heads):
        return None
    if rest.isdigit() or re.fullmatch(r"[\d\s()/-]+", rest):
        return None
    name = "organisation" if _ORGANISATION.fullmatch(rest) else "body"
    value = text if _SHORTENED.search(text) else body_in(rest) or rest
    findings = [Finding(name, value, (Mark(row.number, value),), "body_line", 0.7)]
    if registered:
        findings.append(Finding("label", "", (Mark(row.number, registered[0]),), "body_line"))
    if value not in (rest, text):
        findings.append(Finding("meeting_name", text, (mark(row),), "body_line", 0.6))
    findings += facts(text, row.number, "body_line")
    if label:
        findings.append(Finding("label", "", (Mark(row.number, label),), "body_line"))
        findings += facts(label, row.number, "body_line")
    return Found(tuple(findings))


def _without_label_column(row: Row) -> tuple[Row, str]:
    """The row without a label and its value in a second column, and these."""
    if len(row.columns) != 2 or row.line.cells or find_label(row.columns[1]) is None:
        return row, ""
    first, label = row.columns
    return replace(row, text=first, line=replace(row.line, text=first)), label


def date_line(rows: Sequence[Row], at: int) -> Found | None:
    """A row that is a date, perhaps with a time or a place after it."""
    row = rows[at]
    text = row.plain
    dates = find_dates(text)
    if not dates or len(text) > 90 or text.endswith(("?", "!")):
        return None
    if dates[0].start > 4:
        return _place_and_date(row, dates[0])
    goes_on = at > 0 and not row.gap and runs_on(rows[at - 1].text, text)
    if goes_on and title_line(rows, at - 1) is None:
        return None
    rest = _without(text, dates[:1])
    findings = facts(text, row.number, "date_line")
    if (hours := _HOURS.match(rest)) and (span := read_time_span(f"kl {hours['span']}")):
        findings.append(Finding("time", span, (Mark(row.number, hours["span"]),), "date_line", 0.8))
        rest = rest[hours.end() :]
    rest = _DETAIL.sub("", _without(rest, find_times(rest)).strip(" ,.:;|-–"))
    if (named := _PLACE_AT.fullmatch(rest)) or (named := _room(rest)):
        place = (named["there"] or named["place"]).strip(" ,.")
        findings.append(Finding("place", place, (mark(row),), "date_line", 0.5))
    elif re.search(r"\w", rest):
        return None
    return Found(tuple(findings))


def _place_and_date(row: Row, day: FoundDate) -> Found | None:
    """A place before the day and the time: "Kulturhuset 2024-10-03 kl 17–19"."""
    text = row.plain
    place, after = text[: day.start].strip(" ,:–-"), text[day.end :]
    rest = _DETAIL.sub("", _without(after, find_times(after)).strip(" ,.:;|-–"))
    is_place = place[:1].isupper() and len(place.split()) <= _MOST_PLACE and names_place(place)
    if not is_place or re.search(r"\w", rest) or find_label(text):
        return None
    told = Finding("place", place, (Mark(row.number, text[: day.start]),), "date_line", 0.5)
    return Found((*facts(text, row.number, "date_line"), told))


def _room(text: str) -> re.Match[str] | None:
    """A room or a house in lower case: "församlingshemmet"."""
    match = _LOWER_PLACE.fullmatch(text)
    return match if match and names_place(text) else None


def place_line(rows: Sequence[Row], at: int, *, is_told_when: bool) -> Found | None:
    """A short row below the date that names a room or a house: "Rådhuset, Storgatan 3"."""
    row = rows[at]
    text = row.plain
    if not is_told_when or len(text) > 70 or text[-1] in ".!?:" or len(row.columns) > 1:
        return None
    if not (text[0].isupper() and names_place(text)) or find_dates(text) or text.count(",") > 2:
        return None
    if document_word(text) or meeting_word(text):
        return None
    times = find_times(text)
    place = _DETAIL.sub("", _without(text, times)).strip(" ,.:;") if times else text
    found = [Finding("place", place, (mark(row),), "place_line", 0.4)]
    if times:
        found.append(Finding("time", times[0].span, (mark(row),), "place_line", 0.6))
    return Found(tuple(found))


def facts(text: str, line: int, rule: str) -> list[Finding]:
    """Date, time and number that stand in a title."""
    found = []
    if dates := find_dates(text):
        found.append(Finding("date", dates[0], (Mark(line, dates[0].text),), rule, 0.9))
    if times := find_times(text):
        found.append(Finding("time", times[0].span, (Mark(line, times[0].text),), rule, 0.7))
    if place := _OVER.search(text):
        marks = (Mark(line, place[0]),)
        found.append(Finding("place", place["place"], marks, rule, 0.5))
    if number := _NUMBER.search(text):
        marks = (Mark(line, number[0]),)
        found.append(Finding("number", number["number"], marks, rule, 0.9))
    return found


def body_in(text: str) -> str:
    """The body that a title or an opening sentence names: "LiTHe Kods vårmöte" → "LiTHe Kod"."""
    text = _without(text, [*find_dates(text), *find_times(text)])
    text = _NUMBER.sub(" ", text)
    meeting = _MEETING_AFTER.search(text)
    if meeting:
        before = text[: meeting.start()].strip(" ,.:;–-/|()")
        after = _trimmed(text[meeting.end() :])
        name = _trimmed(before)
        if name and before and meeting.start() > 0:
            return _without_genitive(name)
        return after
    return _trimmed(text)


def _body(row: Row, word: str | None) -> str:
    if len(row.columns) > 1:
        return _body_column(row, word)
    text = row.plain
    if word:
        text = re.sub(rf"(?<![\w-]){re.escape(word)}(?![\w-])", " ", text, count=1)
    name = body_in(text)
    if word and re.match(rf"{re.escape(name)}\s+{re.escape(word)}", row.plain):
        name = _without_genitive(name)  # "Kyrkorådets protokoll"
    is_named = name[:1].isupper() or _GROUP.match(name) is not None
    if not is_named or document_word(name) or len(name) < 2:
        return ""
    return name


def _body_column(row: Row, word: str | None) -> str:
    """The body in a column beside the document's name: "Kommunstyrelsen   PROTOKOLL"."""
    if not word:
        return ""
    for column in row.columns:
        is_named = word in column or _ORGANISATION.fullmatch(column) or find_label(column)
        if not is_named and column[:1].isupper() and len(column) > 4 and not find_dates(column):
            return column
    return ""


def _trimmed(text: str) -> str:
    text = _HELD.sub("", " ".join(text.split())).strip(" ,.:;–-/|()[]")
    before = None
    while before != text:
        before = text
        text = _JOINING.sub("", text).strip(" ,.:;–-/|()[]")
    return re.sub(r"\s+(?:19|20)\d\d$", "", text)


def _named_column(row: Row, word: str | None) -> str:
    """The column that names the document, where organisation, body or page stand in others."""
    if word and len(row.columns) > 1:
        return next(column for column in row.columns if word in column)
    return row.plain


def _without_genitive(name: str) -> str:
    is_genitive = name.endswith(("s", "S")) and not name.endswith(("ss", "SS")) and len(name) > 3
    bare = name[:-1] if is_genitive else name
    return bare.capitalize() if bare.isupper() and len(bare) > 6 and " " not in bare else bare


def _without(text: str, found: Sequence[object]) -> str:
    for one in sorted(found, key=lambda one: -one.start):  # type: ignore[attr-defined]
        text = text[: one.start] + " " + text[one.end :]  # type: ignore[attr-defined]
    return " ".join(text.split()).strip(" ,.()–-")


def _title(text: str) -> str:
    """The title as written; all capitals are set as ordinary words."""
    if text.isupper() and len(text.split()) <= 3:
        return text.capitalize()
    return text


def _is_sentence(text: str, word: str | None) -> bool:
    if text.endswith(".") or text.startswith("(") or _TAKEN_AT.match(text):
        return True
    return bool(word) and len(text.split()) > 14


def _organisation_column(row: Row, word: str | None) -> str:
    if len(row.columns) < 2 or not word:
        return ""
    first = row.columns[0]
    return first if _ORGANISATION.fullmatch(first) else ""
