"""A template and its flaws → a copy of it with a Word comment at each flaw.

Comments stand in the body only: Word keeps none in heads, feet, text boxes and properties, so what
is wrong there is told at the paragraph that holds the box, or at the first paragraph.
"""

from __future__ import annotations

from collections.abc import Iterable
from copy import deepcopy

from lxml import etree

from protokollant.renderer.additions import with_parts
from protokollant.renderer.archive import Member, write_zip
from protokollant.renderer.draft import Flaw, Spot
from protokollant.renderer.filling import Relation
from protokollant.renderer.package import Package
from protokollant.renderer.runs import pieces_of, text_of
from protokollant.renderer.wordml import (
    PPR,
    RPR,
    W_NS,
    XML_NS,
    Element,
    P,
    R,
    T,
    ancestor,
    w,
    written_xml,
)

AUTHOR = "protokollant"
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
_BOX = w("txbxContent")
_EMPTY = f'<w:comments xmlns:w="{W_NS}"/>'.encode()


def with_comments(package: Package, flaws: Iterable[Flaw]) -> bytes:
    """The package with a comment at each flaw, as .docx; the same flaws give the same bytes."""
    name = package.related("comments") or "word/comments.xml"
    known = name in package.members
    comments = package.xml(name) if known else etree.fromstring(_EMPTY)
    body = package.xml(package.document)
    paragraphs = list(body.iter(P))
    told: dict[tuple[int, int, int, str], None] = {}
    for flaw in flaws:
        spot = _in_body(flaw, package.document, paragraphs)
        told[spot.paragraph, spot.start, spot.end, _text(flaw, spot)] = None
    first = 1 + max((int(c.get(w("id"), "0")) for c in comments), default=-1)
    for number, (index, start, end, text) in enumerate(told, first):
        comments.append(_comment(number, text))
        _mark(paragraphs[index], start, end, str(number))
    changed = {package.document: written_xml(body), name: written_xml(comments)}
    if told and not known:
        relation = Relation("rIdProtokollantComments", "comments", "comments.xml", False)
        changed |= with_parts(package, {package.document: [relation]}, {name: _TYPE})
    new = {name: Member.of(name, text) for name, text in sorted(changed.items())}
    return write_zip({**package.members, **(new if told else {})}.values())


def elsewhere(flaw: Flaw) -> Flaw:
    """The same flaw, which is in another file than the one to be marked."""
    return Flaw(flaw.fault, "", Spot())


def _in_body(flaw: Flaw, document: str, paragraphs: list[Element]) -> Spot:
    """The spot where the flaw's comment can stand."""
    if flaw.part != document or flaw.spot.paragraph < 0:
        boxed = (n for n, p in enumerate(paragraphs) if ancestor(p, _BOX) is None)
        return Spot(paragraph=next(boxed, 0))
    paragraph = paragraphs[flaw.spot.paragraph]
    box = next(reversed(list(paragraph.iterancestors(_BOX))), None)
    holder = paragraph if box is None else ancestor(box, P)
    if holder is None or holder is paragraph:
        return flaw.spot
    return Spot(paragraph=paragraphs.index(holder))


def _text(flaw: Flaw, spot: Spot) -> str:
    """What the comment says; of a flaw elsewhere also where it is."""
    message, remedy = flaw.fault.message, flaw.fault.remedy
    if spot is not flaw.spot:
        place = flaw.fault.place
        where = place.where if flaw.part else str(place)
        return f"{where[:1].upper()}{where[1:]}: {message}\n{remedy}"
    return f"{message[:1].upper()}{message[1:]}\n{remedy}"


def _comment(number: int, text: str) -> Element:
    comment = etree.Element(w("comment"), nsmap={"w": W_NS})
    for name, value in (("id", str(number)), ("author", AUTHOR), ("initials", AUTHOR[0])):
        comment.set(w(name), value)
    for line in filter(None, text.split("\n")):
        run = etree.SubElement(etree.SubElement(comment, P), R)
        if len(comment) == 1:
            etree.SubElement(run, w("annotationRef"))
            run = etree.SubElement(comment[0], R)
        content = etree.SubElement(run, T)
        content.text = line
        content.set(f"{{{XML_NS}}}space", "preserve")
    return comment


def _mark(paragraph: Element, start: int, end: int, number: str) -> None:
    """Put a comment's range around characters of a paragraph, or around all of it."""
    opening, closing = (_numbered(n, number) for n in ("commentRangeStart", "commentRangeEnd"))
    reference = etree.Element(R)
    reference.append(_numbered("commentReference", number))
    first = _run_at(paragraph, start) if end > start else None
    if first is None:
        properties = paragraph.find(PPR)
        paragraph.insert(0 if properties is None else 1, opening)
    else:
        first.addprevious(opening)
    last = _run_at(paragraph, end) if end > start else None
    if last is None:
        paragraph.append(closing)
    else:
        last.addprevious(closing)
    closing.addnext(reference)


def _run_at(paragraph: Element, offset: int) -> Element | None:
    """The run that begins at an offset of the paragraph's text, split off if need be."""
    position = 0
    for piece in pieces_of(paragraph):
        length = len(text_of(piece))
        run = piece.getparent()
        if position + length > offset and run is not None and run.tag == R:
            return _split(run, piece, offset - position)
        position += length
    return None


def _split(run: Element, piece: Element, offset: int) -> Element:
    """The run from a character of one of its pieces on; what is before stays a run of its own."""
    before = [child for child in run if child.tag != RPR]
    if piece is before[0] and offset == 0:
        return run
    index = run.index(piece)
    left, right = run, deepcopy(run)
    left.addnext(right)
    kept = right[index]
    for child in list(right)[:index]:
        if child.tag != RPR:
            right.remove(child)
    for child in list(left)[index + (offset > 0) :]:
        left.remove(child)
    if offset:
        kept.text, piece.text = text_of(kept)[offset:], text_of(piece)[:offset]
        for half in (kept, piece):
            half.set(f"{{{XML_NS}}}space", "preserve")
    return right


def _numbered(name: str, number: str) -> Element:
    element = etree.Element(w(name))
    element.set(w("id"), number)
    return element
