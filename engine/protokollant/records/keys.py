"""The keys of a mapping → entries by field; a key that has no place there is told."""

from __future__ import annotations

from collections.abc import Callable

from protokollant.model import AgendaItem, Meeting, Record
from protokollant.records import attendance
from protokollant.records.nodes import Entry, Mapping, Node, Text
from protokollant.records.shapes import shapes_of
from protokollant.swedish import did_you_mean
from protokollant.vocabulary import TERMS, names_of, plain_key, term_of

Tell = Callable[[Node, str, str], None]
"""Takes the node at fault, what is wrong, and what to do."""

SPAN = "time span"
"""Stands for start and end in one, in any record that has both."""

SPAN_KEYS = ("tid", "tidpunkt", "time")

_MOST_LISTED = 8
_ELSEWHERE: tuple[tuple[type[Record], type[Record], str], ...] = (
    (Meeting, AgendaItem, "Nyckeln hör till en punkt. Skriv den indragen under punkten."),
    (AgendaItem, Meeting, "Nyckeln hör till mötet. Skriv den längst till vänster."),
)


def fields_of(kind: type[Record], node: Mapping, tell: Tell) -> dict[str, Entry]:
    """The entries with a value, by field name or SPAN, in the order of the file."""
    fields: dict[str, Entry] = {}
    for entry in node.entries:
        name = field_of(kind, entry)
        if name is None:
            tell(entry.key, f"nyckeln «{entry.key.value}» finns inte.", _meant(kind, entry))
        elif _is_derived(kind, name):
            tell(entry.key, f"«{entry.key.value}» räknas ut av programmet.", "Ta bort nyckeln.")
        elif name in fields:
            _tell_repeated(fields[name], entry, tell)
        elif not (isinstance(entry.value, Text) and entry.value.missing):
            fields[name] = entry
    for name in ("start", "end"):
        if SPAN in fields and name in fields:
            _tell_repeated(fields[SPAN], fields[name], tell)
    return fields


def field_of(kind: type[Record], entry: Entry) -> str | None:
    """The field that the entry's key names, or SPAN; None when it names none."""
    word = plain_key(entry.key.value)
    if word in SPAN_KEYS and has_span(kind):
        return SPAN
    return names_of(kind).get(word)


def has_span(kind: type[Record]) -> bool:
    """Whether the record has a start and an end."""
    return {"start", "end"} <= shapes_of(kind).keys()


def _is_derived(kind: type[Record], name: str) -> bool:
    if name == SPAN or attendance.is_shortcut(kind, name):
        return False
    return term_of(kind, name).derived


def _meant(kind: type[Record], entry: Entry) -> str:
    """What the writer of an unknown key should do: move it, or choose another."""
    for here, there, remedy in _ELSEWHERE:
        name = field_of(there, entry) if kind is here else None
        if name and not _is_derived(there, name):
            return remedy
    keys = [term.key for term in TERMS[kind] if not _is_derived(kind, term.name)]
    keys += SPAN_KEYS[:1] if has_span(kind) else ()
    spellings = [word for word, name in names_of(kind).items() if not _is_derived(kind, name)]
    if meant := did_you_mean(entry.key.value, [*keys, *spellings]):
        return f"Menade du «{meant}»?"
    if len(keys) > _MOST_LISTED:
        return "Alla nycklar visas av «protokollant fields»."
    return f"De nycklar som finns är {', '.join(f'«{key}»' for key in keys)}."


def _tell_repeated(first: Entry, again: Entry, tell: Tell) -> None:
    if plain_key(first.key.value) == plain_key(again.key.value):
        message = f"nyckeln «{again.key.value}» står redan på rad {first.key.line}."
    else:
        message = (
            f"«{again.key.value}» säger detsamma som «{first.key.value}» på rad {first.key.line}."
        )
    tell(again.key, message, "Slå ihop dem till en.")
