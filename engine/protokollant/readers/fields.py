"""A named field before a text ("title: …", "#+DATE: …") → the line a document would have for it.

What a person would put at the top of minutes becomes a title or a label line. The rest is there
for the program that publishes the text: it is kept apart, as a page's head is.
"""

from __future__ import annotations

import re

from protokollant.source import Line

_LABELS = {
    "datum": ("date", "datum", "mötesdatum"),
    "tid": ("time", "tid"),
    "plats": ("place", "location", "plats"),
    "närvarande": ("attendees", "present", "närvarande", "deltagare", "participants"),
    "frånvarande": ("absent", "frånvarande"),
    "ordförande": ("chair", "ordförande", "mötesordförande"),
    "sekreterare": ("secretary", "sekreterare", "mötessekreterare"),
    "justerare": ("adjuster", "justerare"),
}  # fmt: skip
_LABEL_OF = {key: label.capitalize() for label, keys in _LABELS.items() for key in keys}
_TITLES = frozenset({"title", "titel", "rubrik"})
_SUBTITLES = frozenset({"subtitle", "underrubrik"})
# The moment a page was published, to the minute: no time that a meeting is held.
_MOMENT = re.compile(r"\d{4}-\d\d-\d\d[ T]\d\d:\d\d.*")


def field_line(number: int, key: str, value: str) -> Line:
    """The line that says what the field says."""
    value = _unquoted(value)
    name = key.strip().casefold()
    if name in _TITLES and value:
        return Line(number, value, style="Title")
    if name in _SUBTITLES and value:
        return Line(number, value, style="Subtitle")
    if name in _LABEL_OF and not _MOMENT.fullmatch(value):
        return Line(number, f"{_LABEL_OF[name]}: {value}".rstrip())
    return Line(number, f"{key}: {value}".rstrip(), zone="header")


def _unquoted(value: str) -> str:
    """The value without YAML's quotes, or the brackets of a list."""
    value = value.strip()
    for first, last in ('""', "''", "[]"):
        if len(value) > 1 and value[0] == first and value[-1] == last:
            value = value[1:-1].strip()
    return value
