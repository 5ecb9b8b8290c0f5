"""A Word paragraph → the text that its reader sees, with the notes and text boxes it holds.

Tracked changes are taken as accepted; field codes, hidden text and empty prompts aren't seen.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from docx.oxml.ns import qn

from protokollant.readers.inline import written_link
from protokollant.readers.symbols import shown_signs

_CHOICE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Choice"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_MATH_TEXT = "{http://schemas.openxmlformats.org/officeDocument/2006/math}t"
_SKIPPED = frozenset(
    map(qn, ("w:del", "w:moveFrom", "w:pPr", "w:rPr", "w:sdtPr", "w:delText", "w:footnoteRef"))
)
_TEXT_FOR = {
    qn("w:tab"): "\t",
    qn("w:ptab"): "\t",
    qn("w:br"): "\n",
    qn("w:cr"): "\n",
    qn("w:noBreakHyphen"): "-",
}
_TEXTS = (qn("w:t"), _MATH_TEXT)
_NOTES = {qn("w:footnoteReference"): "footnote", qn("w:endnoteReference"): "endnote"}
_HYPERLINK = re.compile(r'\s*HYPERLINK\s+"([^"]+)"', re.IGNORECASE)
_OFF = ("0", "false", "off")


@dataclass(frozen=True, slots=True)
class Note:
    """A footnote or endnote: the mark where it is referred to, and its element."""

    mark: str
    element: Any


@dataclass(slots=True)
class _Field:
    """A field that is open: its code, and how many pieces of text stood before its result."""

    code: str = ""
    begins: int | None = None


@dataclass(slots=True)
class Paragraph:
    """What a paragraph shows, and what hangs on it."""

    parts: list[str] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)
    boxes: list[Any] = field(default_factory=list)

    @property
    def text(self) -> str:
        """The paragraph's text, with a line end where Word breaks the line."""
        return "".join(self.parts)


class ParagraphReader:
    """Reads the paragraphs of one part in order; notes are numbered as they are met."""

    def __init__(self, links: Mapping[str, str], notes: Mapping[tuple[str, str], Any]) -> None:
        self._links, self._notes = links, notes
        self._met: dict[str, int] = {}
        self._fields: list[_Field] = []
        self.hidden = 0

    def read(self, element: Any) -> Paragraph:
        """What the paragraph shows."""
        found = Paragraph()
        for one in self._fields:
            one.begins = None  # a field's result that began in an earlier paragraph
        self._inside(element, found)
        return found

    def _inside(self, element: Any, found: Paragraph) -> None:
        for child in element:
            self._element(child, found)

    def _element(self, element: Any, found: Paragraph) -> None:
        tag = element.tag
        if tag in _TEXTS:
            found.parts.append(shown_signs(element.text or ""))
        elif tag in _TEXT_FOR:
            found.parts.append(_TEXT_FOR[tag])
        elif tag == qn("w:r"):
            self._run(element, found)
        elif tag == qn("w:hyperlink"):
            self._linked(element, found)
        elif tag == qn("w:sym"):
            found.parts.append(_symbol(element))
        elif tag == qn("w:fldChar"):
            self._field(element, found)
        elif tag == qn("w:instrText"):
            if self._fields:
                self._fields[-1].code += element.text or ""
        elif tag in _NOTES:
            self._note(element, _NOTES[tag], found)
        elif tag == qn("w:txbxContent"):
            found.boxes.append(element)
        elif not self._is_unseen(element):
            self._inside(element, found)

    def _is_unseen(self, element: Any) -> bool:
        if element.tag == _FALLBACK:
            return any(other.tag == _CHOICE for other in element.getparent())
        return element.tag in _SKIPPED or is_prompt(element)

    def _run(self, run: Any, found: Paragraph) -> None:
        if _is_on(run, "vanish"):
            self.hidden += any((text.text or "").strip() for text in run.iter(qn("w:t")))
        else:
            self._inside(run, found)

    def _linked(self, element: Any, found: Paragraph) -> None:
        inner = Paragraph(notes=found.notes, boxes=found.boxes)
        self._inside(element, inner)
        target = self._links.get(element.get(qn("r:id")), "")
        found.parts.append(written_link(inner.text, target) if inner.text.strip() else inner.text)

    def _field(self, element: Any, found: Paragraph) -> None:
        kind = element.get(qn("w:fldCharType"))
        if kind == "begin":
            self._fields.append(_Field())
        elif self._fields and kind == "separate":
            self._fields[-1].begins = len(found.parts)
        elif self._fields and kind == "end":
            ended = self._fields.pop()
            link = _HYPERLINK.match(ended.code)
            if link and ended.begins is not None:
                text = "".join(found.parts[ended.begins :])
                found.parts[ended.begins :] = [written_link(text, link[1])]

    def _note(self, element: Any, kind: str, found: Paragraph) -> None:
        note = self._notes.get((kind, element.get(qn("w:id"))))
        if note is None:
            return
        self._met[kind] = self._met.get(kind, 0) + 1
        mark = f"[{self._met[kind]}]" if kind == "footnote" else f"[s{self._met[kind]}]"
        found.parts.append(f" {mark}")
        found.notes.append(Note(mark, note))


def is_bold(element: Any) -> bool:
    """Whether every run with text is bold."""
    runs = [r for r in element.iter(qn("w:r")) if any(t.text for t in r.iter(qn("w:t")))]
    return bool(runs) and all(_is_on(run, "b") for run in runs)


def is_prompt(element: Any) -> bool:
    """Whether a content control still shows its prompt: "Klicka här för att ange text"."""
    if element.tag != qn("w:sdt"):
        return False
    return element.find(f"{qn('w:sdtPr')}/{qn('w:showingPlcHdr')}") is not None


def _is_on(run: Any, name: str) -> bool:
    mark = run.find(f"{qn('w:rPr')}/{qn(f'w:{name}')}")
    return mark is not None and mark.get(qn("w:val"), "1") not in _OFF


def _symbol(element: Any) -> str:
    code = element.get(qn("w:char"), "")
    try:
        return shown_signs(chr(int(code, 16)))
    except (ValueError, OverflowError):
        return ""
