"""Links and emphasis as they are written in a line: one way for every format."""

from __future__ import annotations

import re

_STRONG_LINE = re.compile(
    r"\s*(?P<mark>\*\*\*|___|\*\*|__)(?P<text>(?:(?!(?P=mark)).)+)(?P=mark)\s*"
)
_WEAK_LINE = re.compile(r"\s*(?P<mark>[*_])(?P<text>\w(?:(?!(?P=mark)).)*)(?P=mark)\s*")
# "**Datum:** 2 mars", "*Beslut*: …", "- **Ansvarig** : …": a label that is set off by emphasis.
_LABEL = re.compile(
    r"(?P<before>\s*(?:[-*+•]\s+)?)(?P<mark>\*{1,3}|_{1,3})(?P<label>\w[^*_]{0,60}?)"
    r"(?:(?P<inner>:)\s*(?P=mark)|(?P=mark)\s*(?P<outer>:))"
)


def written_link(text: str, target: str) -> str:
    """A link whose target isn't its text as a Markdown link, else the text alone."""
    shown = text.strip()
    if not shown:
        return target
    bare = target.rstrip("/")
    if not target or bare.removeprefix("mailto:") in (shown, shown.rstrip("/")):
        return text
    return f"[{text}]({target})"


def without_set_off(text: str) -> tuple[str, bool]:
    """The text without emphasis around all of it or around its label; whether all was strong."""
    if strong := _STRONG_LINE.fullmatch(text):
        return strong["text"], True
    if weak := _WEAK_LINE.fullmatch(text):
        return weak["text"], False
    return _LABEL.sub(
        r"\g<before>\g<label>:", text, count=1
    ) if "*" in text or "_" in text else text, False
