"""The vocabulary → a template with every field of a kind of document, to copy tags from.

It is one of the built-in templates with another body, so that it has the house's styles, head and
foot. Filled, it shows everything that a meeting holds.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from protokollant.model import Body, Record, described
from protokollant.phrases.lines import PHRASES
from protokollant.renderer.archive import Member, write_zip
from protokollant.renderer.context import BODY_NAMES, CHART_NAMES, LOGO_NAMES
from protokollant.renderer.names import FieldType, field_types, getters
from protokollant.renderer.package import open_package
from protokollant.renderer.schema import root_types
from protokollant.renderer.styles import Styles, read_styles
from protokollant.renderer.wordml import (
    SECTPR,
    W_NS,
    Element,
    escape_attribute,
    escape_text,
    w,
    written_xml,
)
from protokollant.vocabulary import ENTITIES, TERMS, Term

_WIDTHS = (4100, 4970)
_NAMING = ("namn", "rubrik", "text", "vad", "lydelse", "titel")
"""Fields that tell best which of its kind a record is."""


def blank_template(like: bytes, document: type[Record]) -> bytes:
    """A template with every field of that kind of document, dressed as the template `like`."""
    package = open_package(like, "mallen")
    styles = read_styles(package.xml(package.related("styles")))
    root = package.xml(package.document)
    body = root.find(w("body"))
    assert body is not None
    for child in list(body):
        if child.tag != SECTPR:
            body.remove(child)
    writer = _Writer(styles, set(root_types(document)))
    _write(writer, document)
    body[:0] = list(_elements(writer.out))
    new = {package.document: Member.of(package.document, written_xml(root))}
    return write_zip({**package.members, **new}.values())


@dataclass(slots=True)
class _Writer:
    styles: Styles
    taken: set[str]
    seen: set[type[Record]] = field(default_factory=set)
    out: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Row:
    """What a field means, and its tags: one paragraph each."""

    meaning: str
    tags: tuple[str, ...]


def _write(writer: _Writer, document: type[Record]) -> None:
    entity = ENTITIES[document]
    _paragraph(writer, f"Alla fält: {entity}", "Title")
    _paragraph(
        writer,
        "Kopiera taggarna i högra spalten till din egen mall, med blocken (for och endfor, if och "
        "endif) omkring. Fyll gärna den här mallen för att se vad ett möte innehåller.",
        "Body Text",
    )
    _record(writer, document, "", entity, 1)
    pictures = [
        _Row("Logotyp", (f"{{% if {LOGO_NAMES[0]} %}}{{{{ {LOGO_NAMES[0]} }}}}{{% endif %}}",))
    ]
    if CHART_NAMES[0] in root_types(document):
        pictures.append(_Row("Diagram över närvaron", (f"{{{{ {CHART_NAMES[0]} }}}}",)))
    _paragraph(writer, "Bilder", "heading 1")
    _table(writer, pictures)
    _block(writer, "if", BODY_NAMES[0])
    _record(writer, Body, f"{BODY_NAMES[0]}.", "organet, ur organ.yaml", 1)
    _block(writer, "endif")


def _record(writer: _Writer, record: type[Record], prefix: str, title: str, level: int) -> None:
    """A record's own fields as a table, and below it those of the records that it holds."""
    writer.seen.add(record)
    _paragraph(writer, f"{title[:1].upper()}{title[1:]}", f"heading {min(level, 3)}")
    inner: list[tuple[Term, FieldType]] = []
    rows: list[_Row] = []
    for term in TERMS[record]:
        kind = field_types(record)[term.name]
        if kind.record and kind.record not in writer.seen and _has_more(kind.record):
            inner.append((term, kind))
        else:
            rows.append(_Row(term.meaning, _tags(record, term, kind, prefix + term.field)))
    _table(writer, rows)
    for term, kind in inner:
        assert kind.record is not None
        if kind.record in writer.seen:
            tags = _tags(record, term, kind, prefix + term.field)
            _table(writer, [_Row(term.meaning, tags)])
            continue
        _inner(writer, kind, prefix + term.field, term.meaning, level + 1)


def _inner(writer: _Writer, kind: FieldType, path: str, title: str, level: int) -> None:
    assert kind.record is not None
    if not kind.many:
        _block(writer, "if", path)
        _record(writer, kind.record, f"{path}.", title, level)
        _block(writer, "endif")
        return
    name = ENTITIES[kind.record].replace(" ", "_")
    while name in writer.taken:
        name = f"en_{name}"
    writer.taken.add(name)
    _block(writer, f"for {name} in", path)
    _record(writer, kind.record, f"{name}.", title, level)
    _block(writer, "endfor")


def _has_more(record: type[Record]) -> bool:
    return len(TERMS[record]) > 1


def _tags(record: type[Record], term: Term, kind: FieldType, path: str) -> tuple[str, ...]:
    """The tags that print a field; of a record shown elsewhere, what it is called."""
    if kind.many and kind.record:
        one = f"x{_naming(kind.record)}"
        return (f"{{% for x in {path} %}}{{{{ {one} }}}}; {{% endfor %}}",)
    if kind.many:
        return (f"{{{{ {path}|lista }}}}",)
    if kind.record:
        return (f"{{% if {path} %}}{{{{ {path}{_naming(kind.record)} }}}}{{% endif %}}",)
    if "Markdown" in described(record).get(term.name, ""):
        return (f"{{{{p {path}|markdown }}}}",)
    return (f"{{{{ {path} }}}}",)


def _naming(record: type[Record]) -> str:
    """The field that tells which of its kind a record is, after a point; none if it has a line."""
    if record in PHRASES:
        return ""
    names = getters(record)
    found = next((name for name in _NAMING if name in names), TERMS[record][0].field)
    inner = field_types(record)[
        next(t.name for t in TERMS[record] if found in (t.field, *t.aliases))
    ]
    if inner.record is not None:
        return f".{found}{_naming(inner.record)}"
    return f".{found}|lista" if inner.many else f".{found}"


def _block(writer: _Writer, word: str, path: str = "") -> None:
    _paragraph(writer, f"{{%p {word} {path} %}}".replace("  ", " "), "Body Text")


def _paragraph(writer: _Writer, text: str, style: str) -> None:
    writer.out.append(f"<w:p>{_look(writer, style)}{_run(text)}</w:p>")


def _table(writer: _Writer, rows: list[_Row]) -> None:
    """Two columns: what it means, and the tag."""
    style = writer.styles.find("Protokollant Tabell", "table")
    look = f'<w:tblStyle w:val="{escape_attribute(style.id)}"/>' if style else ""
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in _WIDTHS)
    head = _row(writer, _Row("Betyder", ("Tagg",)), "Tabellrubrik", header=True)
    body = "".join(_row(writer, row, "Tabelltext") for row in rows)
    writer.out.append(
        f'<w:tbl><w:tblPr>{look}<w:tblW w:w="5000" w:type="pct"/><w:tblLook w:val="0420" '
        'w:firstRow="1" w:lastRow="0" w:firstColumn="0" w:lastColumn="0" w:noHBand="0" '
        f'w:noVBand="1"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>{head}{body}</w:tbl>'
    )


def _row(writer: _Writer, row: _Row, style: str, *, header: bool = False) -> str:
    mark = "<w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>" if header else ""
    cells = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>'
        + "".join(f"<w:p>{_look(writer, style)}{_run(text)}</w:p>" for text in texts)
        + "</w:tc>"
        for width, texts in zip(_WIDTHS, ((row.meaning,), row.tags), strict=True)
    )
    return f"<w:tr>{mark}{cells}</w:tr>"


def _look(writer: _Writer, name: str) -> str:
    style = writer.styles.find(name)
    return f'<w:pPr><w:pStyle w:val="{escape_attribute(style.id)}"/></w:pPr>' if style else ""


def _run(text: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{escape_text(text)}</w:t></w:r>'


def _elements(out: list[str]) -> Iterator[Element]:
    yield from etree.fromstring(f'<x xmlns:w="{W_NS}">{"".join(out)}</x>'.encode())
