"""Persons' names by their shape, in running text, and their variants."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from protokollant.swedish import find_names, looks_like_name, near_equal, near_keys, split_name

NAMES = [
    "Barbro Larsson",
    "Anna-Lena Hardtmann",
    "Karin Stamatis Alm",
    "Lena Söderqvist Määttä",
    "Evin Rawandi",
    "Simon Elfgrén",
    "Carl von Linné",
    "Lars af Ekenstam",
    "A. Larsson",
    "P-O Berg",
    "Sara O'Brien",
    "Ian McKay",
    "JAN HEDÉN",
    "Dag Larsson",
    "Maj Berg",
    "Jörgen Müller",
    "Kjell A",
]


@pytest.mark.parametrize("text", NAMES)
def test_names(text):
    assert looks_like_name(text)


NO_NAMES = [
    "Borås Stad",
    "Region Skåne",
    "Västra Götaland",
    "Oxelösunds Kommun",
    "Flens kommun",
    "Närvårdskontoret Borås",
    "Socialtjänst Vuxen",
    "Nästa möte",
    "Nästa Möte",
    "Vid protokollet",
    "Ordförande Barbro Larsson",
    "Ledamöter Ersättare",
    "Närvarande Ersättare",
    "ÖVRIGA FRÅGOR",
    "Barn och unga",
    "Anna",
    "Barbro Larsson (C)",
    "Barbro Larsson, Sala",
    "Barbro\tLarsson",
    "Styrgrupp Närvård",
    "von Linné",
    "2 Anna Berg",
    "",
]


@pytest.mark.parametrize("text", NO_NAMES)
def test_what_is_no_name(text):
    assert not looks_like_name(text)


RUNNING = [
    ("Ordförande Barbro Larsson berättar", ["Barbro Larsson"]),
    ("Verksamhetschef Anna Berg inleder.", ["Anna Berg"]),
    ("Jan Smedjegård inleder. Beslut fattas.", ["Jan Smedjegård"]),
    ("Nästa Möte hålls i Borås Stad.", []),
    ("Region Sörmland Birgitta Törnblom Habiliteringen", ["Birgitta Törnblom"]),
    ("Anna Karlsson Region Skåne", ["Anna Karlsson"]),
    (
        "Simon Elfgren, Maria Glemfelt och Maria Sjöblom Hyllstam är med.",
        ["Simon Elfgren", "Maria Glemfelt", "Maria Sjöblom Hyllstam"],
    ),
    ("Anna Karlsson Bo Nilsson Eva Berg", ["Anna Karlsson", "Bo Nilsson", "Eva Berg"]),
    ("Karl Erik von Platen yrkar bifall", ["Karl Erik von Platen"]),
    ("Informationen lämnas av A. Berg.", ["A. Berg"]),
    ("I Ulricehamn har man haft dialog", []),
    ("Begreppet Närstående kan", []),
    ("Hälsningar från Bo. Karin Ek tackar.", ["Karin Ek"]),
    ("Bo\nKarin", []),
    ("SIP-samordnare Maria Glemfelt", ["Maria Glemfelt"]),
]


@pytest.mark.parametrize(("text", "names"), RUNNING)
def test_names_in_running_text(text, names):
    found = find_names(text)
    assert [one.name for one in found] == names
    assert all(text[one.start : one.end] == one.name for one in found)


def test_strict_asks_for_more_than_capitals():
    text = "Evin Rawandi och Rawa Bergström loggar in i Nova Klint."
    assert [x.name for x in find_names(text)] == ["Evin Rawandi", "Rawa Bergström", "Nova Klint"]
    assert [x.name for x in find_names(text, strict=True)] == ["Rawa Bergström"]


NEAR = [
    ("Marie Håkanson", "Marie Håkansson"),
    ("Håkanson", "Håkansson"),
    ("Simon Elfgrén", "Simon Elfgren"),
    ("Anna Karlsson", "Anna Carlsson"),
    ("Jan Hogberg", "Jan Högberg"),
    ("Kjell Hellstöm", "Kjell Hellström"),
    ("Anna-Lena Ek", "Anna Lena Ek"),
    ("anna ek", "Anna Ek"),
]


@pytest.mark.parametrize(("a", "b"), NEAR)
def test_variants_of_one_name(a, b):
    assert near_equal(a, b)
    assert near_equal(b, a)


NOT_NEAR = [
    ("Anna Ek", "Anna Ek"),
    ("Anna Larsson", "Anna Karlsson"),
    ("Anna Berg", "Hanna Berg"),
    ("Anna Berg", "Anna Berg Ek"),
    ("Bo Ek", "Bo Al"),
    ("Maria Juhlin", "Maria Glemfelt"),
    ("", "Anna"),
]


@pytest.mark.parametrize(("a", "b"), NOT_NEAR)
def test_names_of_two_persons_or_the_same_spelling(a, b):
    assert not near_equal(a, b)
    assert not near_equal(b, a)


PARTS = [
    ("Barbro Larsson", ("Barbro", "Larsson")),
    ("Karl Erik von Platen", ("Karl Erik", "von Platen")),
    ("Maria Sjöblom Hyllstam", ("Maria", "Sjöblom Hyllstam")),
    ("Anna-Lena Hardtmann", ("Anna-Lena", "Hardtmann")),
    ("Karl G. Ek", ("Karl G.", "Ek")),
    ("Anna", ("Anna", "")),
    ("", ("", "")),
]


@pytest.mark.parametrize(("name", "parts"), PARTS)
def test_split_name(name, parts):
    assert split_name(name) == parts


SPELT = st.text(alphabet="aksölcz-", min_size=3, max_size=7)


@given(st.lists(SPELT, min_size=1, max_size=3), st.data())
def test_names_that_are_nearly_equal_share_a_key(words: list[str], data: st.DataObject) -> None:
    name = " ".join(words)
    at = data.draw(st.integers(0, len(name) - 1))
    change = data.draw(st.sampled_from(["drop", "double", "swap", "other"]))
    other = {
        "drop": name[:at] + name[at + 1 :],
        "double": name[:at] + name[at] + name[at:],
        "swap": name[:at] + name[at : at + 2][::-1] + name[at + 2 :],
        "other": name[:at] + "b" + name[at + 1 :],
    }[change]
    if near_equal(name, other):
        assert set(near_keys(name)) & set(near_keys(other))
