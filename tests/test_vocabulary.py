"""The one table that maps English names to Swedish keys covers the model exactly."""

from __future__ import annotations

import typing

import pytest

from protokollant import model, vocabulary
from protokollant.model import Record
from protokollant.vocabulary import TERMS, VALUES, names_of, plain_key, term_of

RECORDS = [
    r for r in vars(model).values() if isinstance(r, type) and issubclass(r, Record) and r != Record
]


@pytest.mark.parametrize("record", RECORDS, ids=lambda r: r.__name__)
def test_every_field_and_property_has_a_term_and_every_term_a_field(record: type[Record]) -> None:
    properties = {n for n, v in vars(record).items() if isinstance(v, property)}
    terms = {t.name for t in TERMS[record]}
    assert terms == set(record.model_fields) | properties


@pytest.mark.parametrize("record", RECORDS, ids=lambda r: r.__name__)
def test_no_two_fields_share_a_swedish_key(record: type[Record]) -> None:
    keys = [plain_key(t.key) for t in TERMS[record]]
    assert len(keys) == len(set(keys))


@pytest.mark.parametrize("record", RECORDS, ids=lambda r: r.__name__)
def test_an_english_name_never_means_another_field(record: type[Record]) -> None:
    for term in TERMS[record]:
        assert names_of(record)[plain_key(term.name)] == term.name


@pytest.mark.parametrize("name", ["Status", "Role", "ItemState", "MeetingKind", "Numbering"])
def test_every_value_has_a_swedish_word(name: str) -> None:
    assert set(VALUES[name]) == set(typing.get_args(getattr(model, name)))


def test_every_record_has_a_name() -> None:
    assert set(vocabulary.ENTITIES) == set(RECORDS) == set(TERMS)


def test_value_aliases_name_known_values() -> None:
    for name, aliases in vocabulary.VALUE_ALIASES.items():
        assert set(aliases.values()) <= set(VALUES[name])


@pytest.mark.parametrize(
    ("record", "spelling", "name"),
    [
        (model.Meeting, "nästa möte", "next_meeting"),
        (model.Meeting, "Nästa_möte", "next_meeting"),
        (model.Meeting, "next_meeting", "next_meeting"),
        (model.AgendaItem, "beslut", "decisions"),
        (model.AgendaItem, "underpunkter", "items"),
        (model.Action, "ansvarig", "who"),
    ],
)
def test_spellings(record: type[Record], spelling: str, name: str) -> None:
    assert names_of(record)[plain_key(spelling)] == name
    assert term_of(record, name).name == name
