"""Participants are found by the names that a text uses for them."""

from __future__ import annotations

import pytest

from protokollant.parser.name_index import NameIndex
from protokollant.parser.person_entry import Person

NAMES = ("Anna Ek", "Bo Håkansson", "Bo Ek", "A. Lind", "Ylva von Platen")


@pytest.fixture(scope="module")
def index() -> NameIndex:
    return NameIndex(map(Person, NAMES))


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Anna Ek", "Anna Ek"),
        ("ANNA EK", "Anna Ek"),
        ("Bo Håkanson", "Bo Håkansson"),
        ("Ylva", "Ylva von Platen"),
        ("Bo", None),
        ("Cecilia Ek", None),
        ("", None),
    ],
)
def test_one_person_by_a_name(index: NameIndex, name: str, expected: str | None) -> None:
    found = index.find(name)
    assert (found.name if found else None) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Till justerare valdes Bo Ek och Anna Ek.", ["Anna Ek", "Bo Ek"]),
        ("Anna Eks förslag", ["Anna Ek"]),
        ("Anna Ekström kom inte", []),
        ("Vi tackar A. Lind.", ["A. Lind"]),
        ("", []),
    ],
)
def test_whole_names_in_a_text(index: NameIndex, text: str, expected: list[str]) -> None:
    assert [person.name for person in index.named_in(text)] == expected


def test_a_first_name_counts_when_one_has_it(index: NameIndex) -> None:
    assert [p.name for p in index.first_named_in("Bo och Ylva väljs")] == ["Ylva von Platen"]


def test_who_is_added_later_is_found() -> None:
    index = NameIndex()
    assert index.find("Eva Håkanson") is None
    index.add(Person("Eva Håkansson"))
    found = index.find("Eva Håkanson")
    assert found is not None
    assert index.named_in("Eva Håkansson") == [found]
