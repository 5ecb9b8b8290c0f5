"""The least that any engine has to do for the work: write the same text, checksum it, deflate it.

The pieces are cut out of documents that the renderer has filled, so that the text is the same to
the byte; what is timed is only joining them with a meeting's values.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from protokollant.renderer import Template
from protokollant.renderer.deflate import Deflate

_CHANGED = ("word/document.xml", "word/header1.xml", "word/footer1.xml")
_LISTS = ("stycken", "listade", "beslut")
_COLUMNS = {"deltagare": ("namn", "titel", "organisation", "roll", "status"),
            "åtgärder": ("vem", "vad", "senast")}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Floor:
    """Writes the changed parts of one template's documents with nothing but joined strings."""

    pieces: Mapping[str, tuple[str, ...]]
    deflate: Deflate

    def parts(self, values: Mapping[str, Any]) -> dict[str, bytes]:
        """The changed parts of a meeting's document."""
        organ, datum = _escaped(values["organ"]), _escaped(values["datum"])
        body = (
            _filled(self.pieces["head"], [values[n] for n in ("rubrik", "datum", "tid", "plats")])
            + self._rows("deltagare", values)
            + self.pieces["between"][0]
            + self.pieces["item joint"][0].join(map(self._item, values["punkter"]))
            + self.pieces["after"][0]
            + self._rows("åtgärder", values)
            + self.pieces["tail"][0]
        )
        head, between, tail = self.pieces["header"]
        before, after = self.pieces["footer"]
        texts = (body, head + organ + between + datum + tail, before + organ + after)
        return {name: text.encode() for name, text in zip(_CHANGED, texts, strict=True)}

    def __call__(self, values: Mapping[str, Any]) -> list[tuple[int, bytes]]:
        """The same, checksummed and deflated."""
        found = self.parts(values).values()
        return [(self.deflate.crc(part), self.deflate.squeeze(part)) for part in found]

    def _rows(self, name: str, values: Mapping[str, Any]) -> str:
        row, columns = self.pieces[name], _COLUMNS[name]
        joint = self.pieces[f"{name} joint"][0]
        return joint.join(
            _filled(("", *row, ""), [one[column] for column in columns]) for one in values[name]
        )

    def _item(self, item: Mapping[str, Any]) -> str:
        lists = [self.pieces[f"{name} joint"][0].join(map(_escaped, item[name])) for name in _LISTS]
        after_number, after_title, after_texts, after_bullets = self.pieces["item"]
        return (
            f"{item['nummer']}{after_number}{_escaped(item['rubrik'])}{after_title}{lists[0]}"
            f"{after_texts}{lists[1]}{after_bullets}{lists[2]}"
        )


def _filled(pieces: tuple[str, ...], values: list[str]) -> str:
    texts = [_escaped(value) for value in values]
    return pieces[0] + "".join(text + piece for text, piece in zip(texts, pieces[1:], strict=True))


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def floor_of(source: bytes, deflate: Deflate) -> Floor:
    """Cut the pieces out of a document filled with marks."""
    marks = _marks()
    with zipfile.ZipFile(io.BytesIO(Template(source).render(marks))) as filled:
        body, header, footer = (filled.read(name).decode() for name in _CHANGED)
    cut = _Cutter(body)
    pieces: dict[str, tuple[str, ...]] = {}
    heads = [cut.to(marks[name]) for name in ("rubrik", "datum", "tid", "plats")]
    pieces["head"] = (*heads, cut.to(marks["deltagare"][0]["namn"], eat=False))
    _cut_rows(cut, pieces, "deltagare", marks)
    pieces["between"] = (cut.to(marks["punkter"][0]["nummer"], eat=False),)
    _cut_items(cut, pieces, marks["punkter"])
    pieces["after"] = (cut.to(marks["åtgärder"][0]["vem"], eat=False),)
    _cut_rows(cut, pieces, "åtgärder", marks)
    pieces["tail"] = (cut.rest(),)
    pieces["header"] = tuple(header.replace(marks["datum"], marks["organ"]).split(marks["organ"]))
    pieces["footer"] = tuple(footer.split(marks["organ"]))
    return Floor(pieces, deflate)


def _cut_rows(cut: _Cutter, pieces: dict[str, tuple[str, ...]], name: str, marks: Any) -> None:
    first, second = marks[name]
    columns = _COLUMNS[name]
    cut.to(first[columns[0]])
    pieces[name] = tuple(cut.to(first[column]) for column in columns[1:])
    pieces[f"{name} joint"] = (cut.to(second[columns[0]]),)
    for column in columns[1:]:
        cut.to(second[column])


def _cut_items(cut: _Cutter, pieces: dict[str, tuple[str, ...]], items: Any) -> None:
    first, second = items
    cut.to(first["nummer"])
    between = [cut.to(first["rubrik"])]
    for name in _LISTS:
        between.append(cut.to(first[name][0]))
        pieces[f"{name} joint"] = (cut.to(first[name][1]),)
    pieces["item"] = tuple(between)
    pieces["item joint"] = (cut.to(second["nummer"]),)
    for name in ("rubrik", *_LISTS):
        for mark in [second[name]] if name == "rubrik" else second[name]:
            cut.to(mark)


@dataclass(slots=True)
class _Cutter:
    text: str
    position: int = 0

    def to(self, mark: str, *, eat: bool = True) -> str:
        """The text up to a mark; go on after it, or at it."""
        found = self.text.index(mark, self.position)
        piece = self.text[self.position : found]
        self.position = found + (len(mark) if eat else 0)
        return piece

    def rest(self) -> str:
        return self.text[self.position :]


def _marks() -> dict[str, Any]:
    """A meeting whose values are marks that occur nowhere else; two of everything."""
    mark: Callable[[str], str] = "«{}»".format
    row = {name: [{c: mark(f"{c}{n}") for c in columns} for n in (1, 2)]
           for name, columns in _COLUMNS.items()}  # fmt: skip
    items = [
        {"nummer": mark(f"nummer{n}"), "rubrik": mark(f"punkt{n}")}
        | {name: [mark(f"{name}{n}{i}") for i in (1, 2)] for name in _LISTS}
        for n in (1, 2)
    ]
    simple = {name: mark(name) for name in ("organ", "rubrik", "datum", "tid", "plats")}
    return {**simple, **row, "punkter": items}
