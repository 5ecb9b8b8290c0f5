"""Nodes → records of the model; what doesn't fit becomes faults, all of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from functools import partial
from typing import Any, TypeVar, cast

from protokollant import phrases
from protokollant.errors import Fault, Place
from protokollant.model import AgendaItem, Body, CarryOver, Meeting, Origin, Record
from protokollant.phrases import PhraseError
from protokollant.records import attendance, values
from protokollant.records.keys import SPAN, fields_of
from protokollant.records.nodes import AnyNode, Entry, List, Mapping, Node, Text
from protokollant.records.shapes import Shape, shapes_of
from protokollant.vocabulary import TERMS, names_of, plain_key, term_of

R = TypeVar("R", bound=Record)
Where = tuple[str, ...]

_SINGULAR = {"åtgärder": "åtgärd", "bilagor": "bilaga", "källor": "källa", "möten": "möte"}


class Construct:
    """Builds records from the nodes of one file and collects the faults."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.faults: list[Fault] = []
        self.day: date | None = None
        self.sections = False

    def build(self, kind: type[R], node: AnyNode) -> R | None:
        """The whole file as one record; None when something essential is missing."""
        if not isinstance(node, Mapping):
            self.fault(
                node,
                (),
                "filen ska bestå av rader med nyckel och värde.",
                "Skriv till exempel «datum: 2026-03-02».",
            )
            return None
        return self._mapping(kind, node, ())

    def fault(self, node: Node, where: Where, message: str, remedy: str) -> None:
        """Note what is wrong, where, and what to do."""
        place = Place(self.file, node.line, ", ".join(where))
        self.faults.append(Fault(message, place, remedy))

    def record(self, kind: type[R], node: AnyNode, where: Where) -> R | None:
        """A record from its long form (a mapping) or its short form (a text)."""
        if isinstance(node, Mapping):
            return self._mapping(kind, node, where)
        if isinstance(node, Text) and kind in values.SHORT_FORMS:
            read = partial(values.short, kind, node.value, self.day)
            return cast("R | None", self.read(node, where, read))
        keys = ", ".join(f"«{term.key}»" for term in TERMS[kind][:3])
        found = "en text" if isinstance(node, Text) else "en lista"
        remedy = f"Skriv nycklar med värden på egna, indragna rader: {keys} …"
        self.fault(node, where, f"här står {found}, men det ska vara nycklar med värden.", remedy)
        return None

    def records(self, kind: type[R], node: AnyNode, where: Where) -> tuple[R, ...]:
        """A list of records, where a single one may stand without its dash."""
        label = where[-1]
        found = []
        for number, item in enumerate(_listed(node), 1):
            here = (*where[:-1], self._label(kind, item, label, number))
            found.append(self.record(kind, item, here))
        return tuple(one for one in found if one is not None)

    def read(self, node: Text, where: Where, reader: Callable[[], Any]) -> Any:
        """What `reader` makes of a text; None, and a fault, when it can't."""
        if node.broken:
            return None
        if bad := values.control_character(node.value):
            self.fault(
                node,
                where,
                f"texten innehåller styrtecknet {bad}, som inte kan visas.",
                "Ta bort tecknet.",
            )
            return None
        try:
            return reader()
        except PhraseError as error:
            self.fault(node, where, error.message, error.remedy)
            return None

    # --- mappings -------------------------------------------------------------------------

    def _mapping(self, kind: type[R], node: Mapping, where: Where) -> R | None:
        fields = fields_of(kind, node, lambda at, what, remedy: self.fault(at, where, what, remedy))
        self._look_ahead(kind, fields)
        found: dict[str, Any] = {}
        for name, entry in fields.items():
            here = (*where, entry.key.value)
            if name == SPAN:
                found.update(self._time_span(entry.value, here))
            elif not attendance.takes(kind, name):
                value = self._value(kind, name, entry.value, here)
                if value is not None:
                    found[name] = value
        if kind is Meeting and (people := attendance.read(self, fields)):
            found["participants"] = people
        return self._made(kind, found, fields, node, where)

    def _look_ahead(self, kind: type[Record], fields: dict[str, Entry]) -> None:
        """The meeting's day gives other dates their year, so it is read first."""
        if kind is not Meeting:
            return
        if (entry := fields.get("date")) and isinstance(entry.value, Text):
            self.day = values.day_or_none(entry.value.value)
        if (entry := fields.get("numbering")) and isinstance(entry.value, Text):
            self.sections = values.choice_or_none("Numbering", entry.value.value) == "section"

    def _made(
        self,
        kind: type[R],
        found: dict[str, Any],
        fields: Iterable[str],
        node: Mapping,
        where: Where,
    ) -> R | None:
        missing = [
            name for name, shape in shapes_of(kind).items() if shape.required and name not in found
        ]
        for name in missing:
            if name not in fields:  # else its own fault is told
                key = term_of(kind, name).key
                self.fault(node, where, f"nyckeln «{key}» saknas.", f"Lägg till «{key}: …».")
        return None if missing else kind(**found)

    # --- values ---------------------------------------------------------------------------

    def _value(self, kind: type[Record], name: str, node: AnyNode, where: Where) -> Any:
        shape = shapes_of(kind)[name]
        if kind is Body and name == "members":
            return tuple(attendance.listed(self, node, where[-1]))
        if shape.kind == "record":
            assert shape.record is not None
            build = self.records if shape.many else self.record
            return build(shape.record, node, where)
        if shape.many:
            return self._texts(shape, node, where)
        if not isinstance(node, Text):
            found = "en lista" if isinstance(node, List) else "nycklar med värden"
            self.fault(
                node,
                where,
                f"här ska stå en text, inte {found}.",
                "Skriv värdet på samma rad som nyckeln, eller efter «|» på indragna rader.",
            )
            return None
        if kind is CarryOver and name == "when":
            return self.read(node, where, lambda: phrases.read_when(node.value, self.day))
        if kind is Origin and name == "date":
            return self.read(node, where, lambda: phrases.read_day(node.value, before=self.day))
        return self.read(node, where, lambda: values.read(shape, node.value, self.day))

    def _texts(self, shape: Shape, node: AnyNode, where: Where) -> tuple[Any, ...]:
        found: list[Any] = []
        single = not isinstance(node, List)
        for item in node.items if isinstance(node, List) else (node,):
            if not isinstance(item, Text):
                self.fault(
                    item,
                    where,
                    "här ska varje post vara en text.",
                    "Skriv en post per rad: «- Eva Ek».",
                )
            elif shape.gaps or not item.missing:
                read = partial(values.several, shape, item.value, single=single)
                found.extend(self.read(item, where, read) or ())
        return tuple(found)

    def _time_span(self, node: AnyNode, where: Where) -> dict[str, Any]:
        if not isinstance(node, Text):
            self.fault(
                node, where, "här ska stå ett klockslag.", "Skriv till exempel «14.00–16.00»."
            )
            return {}
        start, end = self.read(node, where, partial(values.time_span, node.value)) or (None, None)
        return {"start": start, "end": end}

    def _label(self, kind: type[Record], node: AnyNode, label: str, number: int) -> str:
        """What a person calls the n-th entry: "punkt 3", "§ 14", "deltagare 4"."""
        if kind is not AgendaItem:
            return f"{_SINGULAR.get(label, label)} {number}"
        own = ""
        if isinstance(node, Mapping):
            own = next(
                (
                    e.value.value
                    for e in node.entries
                    if isinstance(e.value, Text)
                    and names_of(AgendaItem).get(plain_key(e.key.value)) == "number"
                ),
                "",
            )
        return f"{'§' if self.sections else 'punkt'} {own or number}"


def _listed(node: AnyNode) -> tuple[AnyNode, ...]:
    items = node.items if isinstance(node, List) else (node,)
    return tuple(item for item in items if not (isinstance(item, Text) and item.missing))
