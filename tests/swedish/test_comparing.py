"""Order, likeness, nearness and file names."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from protokollant.swedish import ascii_slug, did_you_mean, edit_distance, fold, sort_key

IN_ORDER = [
    ["adam", "Bo", "Cecilia"],
    ["Zeta", "Åsa", "Ärla", "Öst"],
    ["Edit", "Éva", "Evy"],
    ["Vall", "Wall", "Xerxes"],
    ["Xo", "Ya", "Üb", "Yz", "Za"],
    ["Berg Anna", "Berg Bo", "Bergman Anna"],
    ["Anna Larsson", "Anna-Lena Berg", "Annalena Berg"],
    ["Grupp 2", "Grupp A"],
    ["Ärla", "Æsa", "Ör", "Øst"],
]


@pytest.mark.parametrize("names", IN_ORDER)
def test_alphabetical_order(names):
    backwards = names[::-1]
    assert sorted(backwards, key=sort_key) == names


@pytest.mark.parametrize(
    ("written", "folded"),
    [
        ("Elfgrén", "elfgren"),
        ("ÅÄÖ", "åäö"),
        ("A\u030asa", "åsa"),
        ("  Müller \u00a0 Li ", "muller li"),
    ],
)
def test_fold(written, folded):
    assert fold(written) == folded


@pytest.mark.parametrize(
    ("text", "slug"),
    [
        ("Samverkansgruppen barn/unga", "samverkansgruppen-barn-unga"),
        ("Årsmöte 2026 – Öland & Ärla", "arsmote-2026-oland-arla"),
        ("../../etc/passwd", "etc-passwd"),
        ("Smørrebrød æ ß é", "smorrebrod-ae-ss-e"),
        ("日本", ""),
        ("𝑨𝟙", "a1"),
    ],
)
def test_ascii_slug(text, slug):
    assert ascii_slug(text) == slug


@given(st.text())
def test_a_slug_is_safe_in_any_file_name(text):
    assert set(ascii_slug(text)) <= set("abcdefghijklmnopqrstuvwxyz0123456789-")


KEYS = ["deltagare", "datum", "plats", "tid", "punkter", "nästa möte", "beslut"]


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("deltagre", "deltagare"),
        ("Deltagare", "deltagare"),
        ("plast", "plats"),
        ("plaz", "plats"),
        ("nasta mote", "nästa möte"),
        ("tdi", "tid"),
        ("åtgärder", None),
        ("x", None),
        ("", None),
    ],
)
def test_did_you_mean(word, meant):
    assert did_you_mean(word, KEYS) == meant


@given(st.text("abc", max_size=6), st.text("abc", max_size=6))
def test_edit_distance_is_symmetric_and_agrees_at_every_limit(a, b):
    far = edit_distance(a, b, 10)
    assert far == edit_distance(b, a, 10)
    assert all(edit_distance(a, b, limit) == min(far, limit + 1) for limit in range(4))


def test_edit_distance_counts_a_swap_as_one():
    assert edit_distance("plast", "plats", 3) == 1
    assert edit_distance("kitten", "sitting", 5) == 3
