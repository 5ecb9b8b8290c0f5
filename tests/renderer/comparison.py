"""Each template of `language` filled by docxtpl and by us → what differs, part by part.

python -m tests.renderer.comparison     writes what differs in docs/templates.md anew
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import docxtpl
from lxml import etree

import protokollant.docxtpl

from .language import TAGS, Case
from .language_classes import CLASSES

CASES = (*TAGS, *CLASSES)
DOCUMENT = Path(__file__).parents[2] / "docs" / "templates.md"
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_PARTS = re.compile(r"word/(document|header\d*|footer\d*|footnotes|endnotes)\.xml")


def filled(case: Case, library: ModuleType) -> bytes:
    """The case's template filled by a library with docxtpl's names."""
    template = library.DocxTemplate(io.BytesIO(case.template))
    env = case.env() if case.env else None
    template.render(case.data(library, template), env, case.autoescape)
    stream = io.BytesIO()
    template.save(stream)
    return stream.getvalue()


def told(content: bytes) -> list[str]:
    """A document part by part: text, looks, grids, merges, shading, what links lead to."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
    lines: list[str] = []
    for name in sorted(filter(_PARTS.fullmatch, files)):
        relations = files.get(f"word/_rels/{name[5:]}.rels", b"<x/>")
        targets = {r.get("Id"): r for r in etree.fromstring(relations)}
        parser = etree.XMLParser(recover=True)
        root = etree.fromstring(files[name], parser)
        lines += [f"{name}: {line}" for line in _blocks(root, targets, files)]
    told_in_core = re.findall(rb"<dc:(\w+)>([^<]+)</dc:", files.get("docProps/core.xml", b""))
    lines += sorted(f"{name.decode()} {text.decode()}" for name, text in told_in_core)
    embedded = sorted(name for name in files if name.startswith("word/embeddings/"))
    return [*lines, *(f"{name} {_inner(name, files[name])}" for name in embedded)]


def _inner(name: str, content: bytes) -> str:
    return "\n".join(told(content)) if name.endswith(".docx") else repr(content)


def _blocks(node: Any, targets: dict[str, Any], files: dict[str, bytes]) -> Iterator[str]:
    for child in node:
        if child.tag == f"{_W}p":
            yield _paragraph(child, targets, files)
        elif child.tag == f"{_W}tbl":
            yield f"tabell {len(child.findall(f'{_W}tblGrid/{_W}gridCol'))} kolumner"
            yield from _blocks(child, targets, files)
        elif child.tag == f"{_W}tc":
            properties = child.find(f"{_W}tcPr")
            marks = [] if properties is None else [_look(one) for one in properties]
            yield f"cell {' '.join(m for m in marks if not m.startswith('tcW'))}"
            yield from _blocks(child, targets, files)
        elif child.tag not in (f"{_W}pPr", f"{_W}sectPr"):
            if child.tag == f"{_W}tr":
                yield "rad"
            yield from _blocks(child, targets, files)


def _look(element: Any) -> str:
    """A property, with what it says; 1, true and nothing are the same."""
    name = etree.QName(element).localname
    values = sorted(f"{etree.QName(k).localname}={v}" for k, v in element.attrib.items())
    inner = [_look(child) for child in element]
    return "".join((name, *(f" {v}" for v in values), *(f"({i})" for i in inner)))


def _paragraph(paragraph: Any, targets: dict[str, Any], files: dict[str, bytes]) -> str:
    properties = paragraph.find(f"{_W}pPr")
    looks = [] if properties is None else [_look(one) for one in properties]
    pieces: list[list[str]] = []
    for run in paragraph.iter(f"{_W}r"):
        look = run.find(f"{_W}rPr")
        shown = " ".join(sorted(map(_look, look))) if look is not None else ""
        link = run.getparent()
        if link.tag == f"{_W}hyperlink":
            shown += f" länk {targets[link.get(f'{_R}id')].get('Target')}"
        text = "".join(_content(run, targets, files))
        if text and pieces and pieces[-1][0] == shown:
            pieces[-1][1] += text
        elif text:
            pieces.append([shown, text])
    runs = "".join(f"<{look}>{text!r}" for look, text in pieces)
    return f"stycke [{' '.join(looks)}] {runs}".rstrip()


def _content(run: Any, targets: dict[str, Any], files: dict[str, bytes]) -> Iterator[str]:
    signs = {"br": "\n", "tab": "\t"}
    for child in run:
        local = etree.QName(child).localname
        if local == "t":
            yield child.text or ""
        elif local in signs:
            yield f"[{child.get(f'{_W}type')}]" if child.get(f"{_W}type") else signs[local]
        elif local == "drawing":
            yield f"[bild {' '.join(_drawing(child, targets, files))}]"


def _drawing(drawing: Any, targets: dict[str, Any], files: dict[str, bytes]) -> Iterator[str]:
    for node in drawing.iter():
        local = etree.QName(node).localname
        if local == "extent":
            yield f"{node.get('cx')}×{node.get('cy')}"
        elif local == "blip":
            target = targets[node.get(f"{_R}embed")].get("Target").lstrip("/")
            member = target if target.startswith("word/") else f"word/{target}"
            yield f"{len(files[member])} byte"
        elif local == "hlinkClick":
            yield f"länk {targets[node.get(f'{_R}id')].get('Target')}"


def compared(case: Case) -> tuple[list[str], list[str]]:
    """docxtpl's document and ours, in lines."""
    return told(filled(case, docxtpl)), told(filled(case, protokollant.docxtpl))


def as_markdown() -> str:
    """The comparison in words: what differs and why, and what is alike."""
    differing = [case for case in CASES if case.why]
    alike = [_code(case.tag) for case in CASES if not case.why]
    rows = [f"| {_code(case.tag)} | {case.why} |" for case in differing]
    return "\n".join(
        (
            f"{len(CASES)} mallar fylls av båda. {len(alike)} av dokumenten är lika del för del;",
            "de andra skiljer sig med avsikt:",
            "",
            "| mall | vad som skiljer |",
            "|---|---|",
            *rows,
            "",
            f"Lika är: {', '.join(alike)}.",
            "",
        )
    )


def _code(tag: str) -> str:
    return f"`{tag}`".replace("|", "\\|")


def documented(text: str) -> str:
    """The document's text with a fresh comparison between its marks."""
    pattern = re.compile(r"(<!-- jämförelse -->\n).*?(<!-- /jämförelse -->)", re.DOTALL)
    return pattern.sub(lambda found: f"{found[1]}{as_markdown()}{found[2]}", text)


def main() -> None:
    """Write the comparison anew."""
    DOCUMENT.write_text(documented(DOCUMENT.read_text(encoding="utf-8")), encoding="utf-8")


if __name__ == "__main__":
    main()
