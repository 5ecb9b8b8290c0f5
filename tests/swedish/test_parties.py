"""Party letters in brackets."""

import pytest

from protokollant.swedish import PARTIES, party, party_name

IN_BRACKETS = [
    ("Barbro Larsson (C), Ordförande", "C"),
    ("Bo Ek (SD)", "SD"),
    ("Bo Ek ( s )", "S"),
    ("Bo Ek (VsP)", "VsP"),
    ("Bo Ek (HEL)", "HEL"),
    ("Bo Ek (Centerpartiet)", "C"),
    ("Bo Ek (ordf. BGB)", None),
    ("Bo Ek (bosse)", None),
    ("Bo Ek (ordf) (M)", "M"),
    ("Bo Ek (-)", None),
    ("Bo Ek (7)", None),
    ("Bo Ek", None),
]


@pytest.mark.parametrize(("text", "letters"), IN_BRACKETS)
def test_party(text, letters):
    assert party(text) == letters


@pytest.mark.parametrize("letters", PARTIES)
def test_every_party_reads_by_letters_and_by_name(letters):
    assert party(f"NN ({letters})") == party(f"NN ({PARTIES[letters]})") == letters
    assert party_name(letters.lower()) == PARTIES[letters]


def test_a_local_party_has_no_name_in_the_table():
    assert party_name("VsP") is None
