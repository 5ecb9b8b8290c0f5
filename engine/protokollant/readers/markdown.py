"""Markdown → lines: headings by level, tables by cells; running text stays Markdown.

Front matter and a comment of ".. key: value" rows become label lines. Comments go, as they are not
shown; those that a converter left to mark pages turn the page.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from protokollant.readers.fields import field_line
from protokollant.readers.inline import without_set_off, written_link
from protokollant.readers.text import mended_hyphens, text_of
from protokollant.source import Line, Transcript

_FIELD = re.compile(r"(?:\.\.\s+)?(?P<key>[^\W\d][\w .-]{0,30}?)\s*:(?:\s+(?P<value>.*))?")
_NIKOLA = re.compile(r"\s*\.\.\s+\w+\s*:")
_PAGE = re.compile(r"\s*(?:sida|page)\s*(\d+)\s*", re.IGNORECASE)
_PAGE_VALUE = re.compile(r"\{\{\s*page\.(\w+)\s*\}\}")

_ATX = re.compile(r" {0,3}(#{1,6})[ \t]*(?P<text>[^#\s].*?)(?<![ \t])[ \t]*+#*+[ \t]*+")
_SETEXT = re.compile(r" {0,3}(=+|-{2,})[ \t]*")
_FENCE = re.compile(r"\s*(`{3,}|~{3,}).*")
_NO_HEADING = re.compile(r"\s*(?:[-*+>|]|\d+[.)])(?:\s|$)")
_RULE = re.compile(r"\s*+\|?\s*+:?-++:?\s*+(?:\|\s*+:?-++:?\s*+)*\|?\s*+")
_LONGEST_RULE = 2000
_RULE_SIGNS = "|:- \t"
_CELL_END = re.compile(r"(?<!\\)\|")
_PARTING = re.compile(r"\s{0,3}(?:(?:-\s*){3,}|(?:\*\s*){3,}|(?:_\s*){3,})")
_QUOTE = re.compile(r"^\s{0,3}(?:>\s?)+")
_REFERENCE = re.compile(r"\s{0,3}\[([^\]^]+)\]:\s*<?(\S+?)>?(?:\s+[\"'(].*)?")
_LINK = re.compile(
    r"(?<!!)\[(?P<text>[^\[\]]*)\](?:\((?P<target>[^()\s]*)[^()]*\)|\[(?P<ref>[^\]]*)\])?"
)
_AUTOLINK = re.compile(r"<((?:https?://|mailto:)[^<>\s]+|[^<>\s@]+@[^<>\s]+)>")
_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)
_TAG = re.compile(
    r"</?(?:a|abbr|b|big|blockquote|center|div|em|font|i|kbd|mark|p|s|small|span|strong|sub|sup|u"
    r"|details|summary|img)(?:\s[^<>]*)?/?>",
    re.IGNORECASE,
)
_ESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])")


def read_markdown(data: bytes) -> Transcript:
    """The lines of a Markdown file. Raises ReadError when it is empty or no text."""
    return Transcript(tuple(markdown_lines(text_of(data))))


def markdown_lines(text: str) -> list[Line]:
    """The lines of Markdown that is at hand."""
    lines = [Line(n, line) for n, line in enumerate(mended_hyphens(text.split("\n")), 1)]
    front, body = _front_matter(lines)
    fields, body = _without_comments(body)
    values = dict(_pairs(front))
    targets = dict(_references(body))
    head = [*_field_lines(front), *_field_lines(fields)]
    return [*head, *_lines([_filled(line, values) for line in body], targets)]


def _front_matter(lines: Sequence[Line]) -> tuple[list[Line], list[Line]]:
    """The lines between --- at the top, and those below."""
    start = next((i for i, line in enumerate(lines) if line.text.strip()), 0)
    if not lines or lines[start].text.strip() != "---":
        return [], list(lines)
    for end in range(start + 1, len(lines)):
        if lines[end].text.strip() in ("---", "..."):
            front = list(lines[start + 1 : end])
            is_fields = any(_FIELD.fullmatch(line.text) for line in front)
            return (front, list(lines[end + 1 :])) if is_fields else ([], list(lines))
    return [], list(lines)


def _field_lines(front: Iterable[Line]) -> Iterator[Line]:
    above: Line | None = None
    for line in front:
        if not line.text.strip():
            continue
        field = _FIELD.fullmatch(line.text)
        if field and not line.text[0].isspace():
            above = field_line(line.number, field["key"], field["value"] or "")
            yield above
        else:  # what goes on from the field above: a list, or text over several lines
            yield replace(line, zone=above.zone if above else "header")


def _pairs(front: Iterable[Line]) -> Iterator[tuple[str, str]]:
    for line in front:
        if field := _FIELD.fullmatch(line.text):
            yield field["key"], (field["value"] or "").strip().strip("\"'")


def _filled(line: Line, values: dict[str, str]) -> Line:
    """The line with the front matter's values where the page shows them."""
    text = _PAGE_VALUE.sub(lambda found: values.get(found[1], found[0]), line.text)
    return replace(line, text=text)


def _without_comments(lines: Sequence[Line]) -> tuple[list[Line], list[Line]]:
    """Fields told in comments, and the lines without comments, each on its page."""
    if not any("<!--" in line.text for line in lines):
        return [], list(lines)
    fields: list[Line] = []
    kept: list[Line] = []
    page: int | None = None
    is_inside = False
    for line in lines:
        shown, hidden, is_inside = _parted(line.text, is_inside)
        if marked := _PAGE.fullmatch(hidden):
            page = int(marked[1])
        if _NIKOLA.match(hidden):
            fields.append(replace(line, text=hidden.strip()))
        kept.append(replace(line, text=shown, page=page))
    return fields, kept


def _parted(text: str, is_inside: bool) -> tuple[str, str, bool]:
    """What of a line is shown, what is comment, and whether a comment goes on below."""
    shown: list[str] = []
    hidden: list[str] = []
    while text:
        part, found, text = text.partition("-->" if is_inside else "<!--")
        (hidden if is_inside else shown).append(part)
        if found:
            is_inside = not is_inside
    return "".join(shown), "".join(hidden), is_inside


def _references(lines: Iterable[Line]) -> Iterator[tuple[str, str]]:
    """The targets of "[name]: https://…" lines."""
    for line in lines:
        if found := _REFERENCE.fullmatch(line.text):
            yield found[1].casefold(), found[2]


@dataclass(slots=True)
class _State:
    """Whether the lines stand in a fenced block, and in a table with how many columns."""

    fence: str = ""
    is_table: bool = False


def _lines(lines: Sequence[Line], targets: dict[str, str]) -> Iterator[Line]:
    state = _State()
    for i, line in enumerate(lines):
        below = lines[i + 1].text if i + 1 < len(lines) else ""
        above = lines[i - 1].text if i else ""
        fence = _FENCE.fullmatch(line.text)
        if fence and (not state.fence or fence[1].startswith(state.fence)):
            state.fence = "" if state.fence else fence[1][:3]
            continue
        if state.fence:
            yield line
        elif _begins_table(line.text, below) or (state.is_table and "|" in line.text):
            state.is_table = True
            if line.text.strip(_RULE_SIGNS):
                yield _table_row(line, targets)
        else:
            state.is_table = False
            if not (_is_setext(above, line.text) or _is_used(line.text, targets)):
                yield _plain_line(line, below, targets)


def _begins_table(text: str, below: str) -> bool:
    is_rule = "|" in below and len(below) < _LONGEST_RULE and _RULE.fullmatch(below) is not None
    return "|" in text and is_rule


def _is_used(text: str, targets: dict[str, str]) -> bool:
    """Whether the line only gives a link its target, which the link now has."""
    found = _REFERENCE.fullmatch(text)
    return found is not None and targets.get(found[1].casefold()) == found[2]


def _is_setext(above: str, text: str) -> bool:
    is_text = bool(above.strip()) and not _ATX.fullmatch(above) and not _NO_HEADING.match(above)
    return is_text and _SETEXT.fullmatch(text) is not None


def _plain_line(line: Line, below: str, targets: dict[str, str]) -> Line:
    level = 0
    text = _QUOTE.sub("", line.text)
    if _PARTING.fullmatch(text):
        return replace(line, text="")
    if atx := _ATX.fullmatch(text):
        level, text = len(atx[1]), atx["text"]
    elif _is_setext(text, below):
        level = 1 if below.strip()[0] == "=" else 2
    shown, is_strong = without_set_off(_inline(text, targets))
    style = f"Heading {level}" if level else ""
    return replace(line, text=shown.rstrip(), style=style, bold=is_strong)


def _table_row(line: Line, targets: dict[str, str]) -> Line:
    inner = line.text.strip().removeprefix("|")
    cells = [_inline(cell.strip(), targets) for cell in _CELL_END.split(inner)]
    if inner.endswith("|"):
        cells.pop()
    shown = tuple(without_set_off(cell)[0] for cell in cells)
    return replace(line, text="\t".join(shown), cells=shown)


def _inline(text: str, targets: dict[str, str]) -> str:
    """The text with links and breaks in one way of writing, without escapes and bare tags."""

    def link(found: re.Match[str]) -> str:
        target = found["target"]
        if target is None:
            target = targets.get((found["ref"] or found["text"]).casefold())
        return found[0] if target is None else written_link(found["text"], target)

    if "[" in text:
        text = _LINK.sub(link, text)
    if "<" in text:
        text = _TAG.sub("", _BREAK.sub("\n", _AUTOLINK.sub(r"\1", text)))
    if "&" in text:
        text = html.unescape(text)
    return _ESCAPE.sub(r"\1", text) if "\\" in text else text
