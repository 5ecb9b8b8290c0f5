"""A Word template, opened and compiled once, filled any number of times from any thread."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import chain
from pathlib import Path
from typing import Any

from protokollant.errors import Fault, Place, TemplateError
from protokollant.model import Body, Record
from protokollant.renderer.compiled import (
    CompiledPart,
    Surveyed,
    compile_part,
    names_asked_for,
    survey_part,
)
from protokollant.renderer.context import build_context
from protokollant.renderer.deflate import FASTEST, Deflate
from protokollant.renderer.dialect import OURS, Dialect
from protokollant.renderer.doubts import doubts_of
from protokollant.renderer.draft import Draft, Flaw
from protokollant.renderer.environment import MissingError, environment, environment_for
from protokollant.renderer.filling import Filling, current
from protokollant.renderer.folder import FolderError, Within, within_of
from protokollant.renderer.frame import Frame
from protokollant.renderer.includes import MISUSED, asked
from protokollant.renderer.lost import lost
from protokollant.renderer.marked import elsewhere, with_comments
from protokollant.renderer.names import FieldType
from protokollant.renderer.own_pictures import read_pictures
from protokollant.renderer.package import Package, open_package
from protokollant.renderer.parts import PAGES, labelled_parts
from protokollant.renderer.ready import Compiled, ReadyPart
from protokollant.renderer.schema import best_document, root_types
from protokollant.renderer.signed import signed
from protokollant.renderer.telling import Scope
from protokollant.renderer.trouble import FILLING_ERRORS, explain
from protokollant.renderer.unprinted import Unprinted, unprinted

_Filled = tuple[type[Record] | None, frozenset[str]]
"""What a template is filled with: the kind of record, and the names given beside it."""


class Template:
    """A template whose tags are docxtpl's, filled safely and fast.

    template = Template("templates/minnesanteckningar.docx")
    docx = template.render(meeting)
    """

    def __init__(
        self,
        source: str | Path | bytes,
        name: str = "",
        *,
        deflate: Deflate = FASTEST,
        dialect: Dialect = OURS,
        within: Within | None = None,
    ) -> None:
        self._deflate = deflate
        path = source if isinstance(source, bytes) else Path(source)
        self._within = within or within_of(path)
        self._file = name or (path.name if isinstance(path, Path) else "mallen")
        opened = open_package(path, self._file)
        self._package = signed(opened, deflate) if dialect is OURS else opened
        self._dialect = dialect
        self._env = environment() if dialect is OURS else environment_for(dialect)
        self._frame = Frame.of(self._package)
        self._parts = tuple(self._compiled())
        self._included: dict[str, Template] = {}
        self._pictures: dict[str, bytes] = {}
        shown = (read_pictures(part.draft, self._within, self._pictures) for part in self._parts)
        self._file_flaws = (*self._open_included(), *chain.from_iterable(shown))
        self._known_faults: dict[_Filled, tuple[Fault, ...]] = {}
        self._ids = self._frame.ids(part.name for part in self._parts)

    def render(
        self,
        data: Record | Mapping[str, Any],
        *,
        body: Body | None = None,
        logo: bytes | Path | None = None,
        extra: Mapping[str, Any] | None = None,
        verify: bool = False,
    ) -> bytes:
        """The document as .docx; the same input and way to deflate give the same bytes.

        `extra` are other names that the template uses, such as a signature made with `picture`.
        With `verify` each value that the template refers to must be found in the document's text,
        or TemplateError names the field and the value.
        """
        extra = dict(extra or {})
        if faults := self._faults(type(data) if isinstance(data, Record) else None, extra):
            raise TemplateError(faults)
        context = build_context(data, self._wanted(), body=body, logo=logo) | extra
        filling = self._filling()
        changed = {part.name: self._filled(part, context, filling) for part in self._parts}
        if verify:
            self._verify(data, context, changed.values())
        return self._frame.written(self._frame.with_additions(changed, filling), self._deflate)

    def compiled(self) -> tuple[Compiled, ...]:
        """What compiling the parts came to; nothing when it does not say all of the template."""
        whole = not (self._included or self._pictures or self._flaws_of_parts())
        return tuple(one.compiled for one in self._ready()) if whole else ()

    def _ready(self) -> Iterator[ReadyPart]:
        return (part.ready for part in self._parts if part.ready)

    def _verify(
        self, data: Record | Mapping[str, Any], context: Mapping[str, Any], parts: Iterable[bytes]
    ) -> None:
        """Refuse a document that lacks a value that the template refers to."""
        known = root_types(type(data)) if isinstance(data, Record) else {}
        fields = [field for one in self._surveys(known) for field in one.survey.printed]
        faults = [
            Fault(
                f"«{one.value}» från fältet «{one.field}» kom inte med i dokumentet.",
                Place(self._file),
                "Se över villkoren kring taggen i mallen.",
            )
            for one in lost(fields, context, parts)
        ]
        if faults:
            raise TemplateError(faults)

    def fields(self) -> tuple[str, ...]:
        """Every field the template uses, as a dotted path from the document's own names."""
        return tuple(dict.fromkeys(f for one in self._surveys({}) for f in one.survey.fields))

    def names(self) -> frozenset[str]:
        """The names of data that the body, headers and footers may ask for."""
        pages = (part for part in self._parts if part.label.startswith(PAGES))
        return frozenset().union(*map(names_asked_for, pages))

    def problems(self, document: type[Record] | None = None) -> tuple[Fault, ...]:
        """Everything that is wrong with the template, each with its place and remedy.

        Fields are checked against the kind of document given, or the kind that fits best.
        """
        return tuple(dict.fromkeys(flaw.fault for flaw in self._all_flaws(document)))

    def marked(self, document: type[Record] | None = None) -> bytes:
        """A copy of the template with a Word comment at each of its problems."""
        return with_comments(self._package, self._all_flaws(document))

    def unprinted(self, data: Record, *, body: Body | None = None) -> tuple[Unprinted, ...]:
        """The fields that hold data in the record, and that the template never shows."""
        if faults := self._faults(type(data)):
            raise TemplateError(faults)

        def fill(changed: Record) -> bytes:
            context = build_context(changed, self._wanted(), body=body, logo=None, drawn=False)
            filling = self._filling()
            return b"".join(self._filled(part, context, filling) for part in self._parts)

        return tuple(unprinted(data, fill))

    def document(self) -> type[Record]:
        """The kind of record whose names the template's names fit best."""
        return best_document([root for one in self._surveys({}) for root in one.survey.roots])

    def _all_flaws(self, document: type[Record] | None) -> tuple[Flaw, ...]:
        """What makes the template unusable, and what is hardly meant, in the order of the parts."""
        flaws = self._flaws_of_parts()
        for one in self._surveys(root_types(document or self.document())):
            flaws += one.flaws + one.doubts
        flaws = [flaw if flaw.fault.place.file == self._file else elsewhere(flaw) for flaw in flaws]
        flaws += doubts_of(self._drafts())
        order = {name: number for number, (name, _) in enumerate(labelled_parts(self._package))}
        flaws.sort(
            key=lambda flaw: (
                order.get(flaw.part, len(order)),
                flaw.spot.paragraph,
                flaw.spot.start,
            )
        )
        return tuple(dict.fromkeys(flaws))

    def _faults(
        self, document: type[Record] | None, extra: Iterable[str] = ()
    ) -> tuple[Fault, ...]:
        """Faults for a kind of document; for plain data only what is wrong whatever the data."""
        key = document, frozenset(extra)
        if key not in self._known_faults:
            flaws = self._flaws_of_parts()
            if document is not None:
                known = {**root_types(document), **dict.fromkeys(extra, FieldType())}
                flaws += [flaw for one in self._surveys(known) for flaw in one.flaws]
            self._known_faults[key] = tuple(dict.fromkeys(flaw.fault for flaw in flaws))
        return self._known_faults[key]

    def _flaws_of_parts(self) -> list[Flaw]:
        """What is wrong whatever the data, here and in the templates included."""
        flaws = [flaw for part in self._parts for flaw in part.flaws]
        flaws += self._file_flaws
        return flaws + [f for one in self._included.values() for f in one._flaws_of_parts()]

    def _open_included(self) -> Iterator[Flaw]:
        """Open the templates that this one includes; gives what is wrong with those tags."""
        for part in self._parts:
            for name, placed in asked(part.tags):
                try:
                    path = self._within.template(name) if name else None
                    if path is None:
                        raise MISUSED
                    self._included[name] = Template(
                        path,
                        f"{name}, infogad i {self._file}",
                        deflate=self._deflate,
                        dialect=self._dialect,
                        within=self._within.inner(path),
                    )
                except FolderError as error:
                    message = f"«{placed.tag.raw}»: {error.message}"
                    yield part.draft.flaw(message, placed.where, error.remedy)
                except TemplateError as error:
                    yield from (Flaw(fault, part.name, placed.where) for fault in error.faults)

    def _as_included(self, context: Mapping[str, Any]) -> Package:
        """The template filled as part of another document's filling."""
        outer, filling = current(), self._filling()
        filling.turns, filling.produced = outer.turns, outer.produced
        filling.deadline = outer.deadline
        outer.charge(1)
        changed = {part.name: self._filled(part, context, filling) for part in self._parts}
        outer.turns, outer.produced = filling.turns, filling.produced
        return self._package.changed(self._frame.with_additions(changed, filling))

    def _wanted(self) -> frozenset[str]:
        names = frozenset(name for one in self._ready() for name in one.compiled.names)
        return names.union(*(one._wanted() for one in self._included.values()))

    def _filling(self) -> Filling:
        included = {name: one._as_included for name, one in self._included.items()}
        return self._frame.filling(self._ids, self._dialect, self._pictures, included)

    def _surveys(
        self, known: Mapping[str, FieldType], scope: Scope | None = None
    ) -> list[Surveyed]:
        """What following the tags shows, in each part and in what it includes."""
        found: list[Surveyed] = []
        for part in self._parts:
            found.append(survey_part(part, known, scope))
            for name, inner in found[-1].survey.included:
                if name in self._included:
                    found += self._included[name]._surveys(known, inner)
        return found

    def _compiled(self) -> Iterator[CompiledPart]:
        for name, label in labelled_parts(self._package):
            content = self._package.read(name)
            if not any(sign.encode() in content for sign in self._dialect.signs.first()):
                continue
            included = len(self._within.above) > 1
            if included and name not in self._inserted_parts():
                continue
            draft = self._draft(name, label)
            yield compile_part(draft, self._frame.numbering, self._env, included)

    def _inserted_parts(self) -> tuple[str, ...]:
        """The parts of an included template that come into the document."""
        notes = map(self._package.related, ("footnotes", "endnotes"))
        return self._package.document, *notes

    def _drafts(self) -> Iterator[Draft]:
        """Each part as its author left it."""
        for name, label in labelled_parts(self._package):
            yield self._draft(name, label)

    def _draft(self, name: str, label: str) -> Draft:
        root = self._package.xml(name, label)
        return Draft(self._file, name, label, root, self._frame.styles, self._dialect.signs)

    def _filled(self, part: CompiledPart, context: Mapping[str, Any], filling: Filling) -> bytes:
        assert part.ready is not None
        try:
            return part.ready.fill(context, filling)
        except FILLING_ERRORS as error:
            raise TemplateError(self._told(part, error, context)) from error

    def _told(
        self, part: CompiledPart, error: BaseException, context: Mapping[str, Any]
    ) -> list[Fault]:
        """The error as a fault; of missing names all there are, in every part."""
        faults = [explain(part, error, context)]
        if isinstance(error, MissingError) and error.whole:
            known = dict.fromkeys(context, FieldType())
            flaws = [flaw for one in self._surveys(known) for flaw in one.flaws]
            faults = [flaw.fault for flaw in flaws] or faults
        return faults
