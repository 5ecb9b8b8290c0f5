"""A package's members → the same without what acts or fetches when the document is opened.

What Word writes by itself (the attached template) is taken out; what somebody must have put there
(macros, linked pictures, fields that fetch) is refused, each with what to do about it.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Mapping

from lxml import etree

from protokollant.errors import Fault, Place, TemplateError
from protokollant.renderer.archive import Member
from protokollant.renderer.parts import label_of
from protokollant.renderer.wordml import Element, parse_xml, w

_FETCHED = {
    "image": ("en bild", "Infoga bilden i mallen i stället för att länka till den."),
    "oleObject": ("ett objekt", "Bädda in objektet i mallen i stället för att länka till det."),
    "frame": ("en ramsida", "Ta bort ramen ur mallen."),
    "subDocument": ("ett deldokument", "Klistra in deldokumentets text i mallen."),
    "aFChunk": ("en text", "Klistra in texten i mallen."),
}
"""Relationships to something outside the file, in words, and what to do instead."""

_HARMLESS = "hyperlink"
_DROPPED = "attachedTemplate"
_FETCHING = frozenset((
    "DDE", "DDEAUTO", "INCLUDE", "INCLUDEPICTURE", "INCLUDETEXT", "IMPORT", "LINK", "RD",
    "DATABASE",
))  # fmt: skip
"""Fields that fetch from a file or another program when they are refreshed."""

_ACTIVE = (
    ("macroenabled", "makron", "Spara den i Word som «Word-dokument (.docx)»."),
    ("vbaproject", "makron", "Spara den i Word som «Word-dokument (.docx)»."),
    ("activex", "ActiveX-kontroller", "Ta bort dem, eller använd Words innehållskontroller."),
)
_ENCODINGS = ("utf-8", "utf-16-le", "utf-16-be")


def made_harmless(
    members: Mapping[str, Member], types: Mapping[str, str], file: str
) -> dict[str, Member]:
    """The members with nothing dangerous left. Raises TemplateError with everything refused."""
    kept = dict(members)
    faults = [Fault(text, Place(file), remedy) for text, remedy in _active(types)]
    for name, member in members.items():
        if not name.lower().endswith((".rels", ".xml")) and "xml" not in types[name]:
            continue
        place = Place(file, where=label_of(types[name]))
        try:
            found = list(_of_part(name, member.content(), kept))
        except (ValueError, SyntaxError):
            found = [
                ("den delen av filen är skadad.", "Öppna mallen i Word och spara den på nytt.")
            ]
        faults += [Fault(text, place, remedy) for text, remedy in found]
    if faults:
        raise TemplateError(list(dict.fromkeys(faults)))
    return kept


def _active(types: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    for name, kind in types.items():
        for sign, what, remedy in _ACTIVE:
            if sign in kind.lower() or sign in name.lower():
                yield f"mallen innehåller {what}.", remedy


def _of_part(name: str, content: bytes, kept: dict[str, Member]) -> Iterator[tuple[str, str]]:
    if _holds(content, "<!DOCTYPE"):
        raise ValueError("DTD")
    if name.lower().endswith(".rels"):
        yield from _relations(name, parse_xml(content), kept)
    elif _holds(content, "instrText") or _holds(content, "fldSimple"):
        yield from _fields(parse_xml(content))
    elif name.endswith("settings.xml") and _holds(content, "mailMerge"):
        yield (
            "mallen hämtar adresser ur ett register.",
            "Välj Utskick, Starta koppla dokument, Normalt Word-dokument.",
        )


def _holds(content: bytes, word: str) -> bool:
    return any(word.encode(encoding) in content for encoding in _ENCODINGS)


def _relations(name: str, root: Element, kept: dict[str, Member]) -> Iterator[tuple[str, str]]:
    for relation in list(root):
        kind = relation.get("Type", "").rpartition("/")[2]
        if relation.get("TargetMode", "").lower() != "external" or kind == _HARMLESS:
            continue
        if kind == _DROPPED:
            root.remove(relation)
            kept[name] = Member.of(name, etree.tostring(root, encoding="UTF-8", standalone=True))
            _drop_attached_template(name, kept)
            continue
        default = ("något", "Ta bort länken i Word, eller lägg innehållet i mallen.")
        what, remedy = _FETCHED.get(kind, default)
        yield f"mallen hämtar {what} från «{relation.get('Target', '')}».", remedy


def _drop_attached_template(relations: str, kept: dict[str, Member]) -> None:
    """Take the reference out of the part whose relationships these are."""
    folder, name = posixpath.split(relations)
    part = posixpath.join(posixpath.dirname(folder), name.removesuffix(".rels"))
    if part not in kept:
        return
    root = parse_xml(kept[part].content())
    for reference in list(root.iter(w(_DROPPED))):
        root.remove(reference)
    kept[part] = Member.of(part, etree.tostring(root, encoding="UTF-8", standalone=True))


def _fields(root: Element) -> Iterator[tuple[str, str]]:
    for instruction in _instructions(root):
        code = instruction.split()[0].strip('"').upper() if instruction.strip() else ""
        if code in _FETCHING:
            text = f"mallen hämtar något med fältet «{' '.join(instruction.split())}»."
            yield text, "Markera fältet i Word och tryck Ctrl+Skift+F9, så blir det vanlig text."
        elif code.startswith(("{{", "{%")) or instruction.startswith(_INNER):
            text = "vad ett av mallens fält gör bestäms först när det uppdateras."
            yield text, "Ta bort fältet; Alt+F9 visar det."


_INNER = "\0"
"""Stands for a field within a field's instruction."""


def _instructions(root: Element) -> Iterator[str]:
    """What each field of the part is told to do; a field may be spread over many runs."""
    open_fields: list[list[str]] = []
    for node in root.iter(w("fldSimple"), w("fldChar"), w("instrText")):
        kind = node.get(w("fldCharType"))
        if node.tag == w("fldSimple"):
            yield node.get(w("instr"), "")
        elif node.tag == w("instrText"):
            if open_fields:
                open_fields[-1].append(node.text or "")
        elif kind == "begin":
            if open_fields:
                open_fields[-1].append(_INNER)
            open_fields.append([])
        elif kind == "end" and open_fields:
            yield "".join(open_fields.pop()).lstrip()
