"""Numbers, amounts, counts and ordinals as printed."""

from decimal import Decimal

import pytest

from protokollant.swedish import count, format_amount, format_number, ordinal, section_sign

NUMBERS = [
    (100000.5, "100\u00a0000,50"),
    (1234567, "1\u00a0234\u00a0567"),
    (1000, "1\u00a0000"),
    (3, "3"),
    (3.0, "3"),
    (2.005, "2,01"),
    (Decimal("0.5"), "0,50"),
    (-5, "−5"),
    (-0.001, "0,00"),
    (0, "0"),
    (10**40, "10" + "\u00a0000" * 13),
]


@pytest.mark.parametrize(("number", "printed"), NUMBERS)
def test_format_number(number, printed):
    assert format_number(number) == printed


def test_decimals_on_demand():
    assert format_number(3, decimals=1) == "3,0"
    assert format_number(2.55, decimals=0) == "3"


def test_amounts():
    assert format_amount(100000.5) == "100\u00a0000,50\u00a0kr"
    assert format_amount(100000) == "100\u00a0000\u00a0kr"


@pytest.mark.parametrize("number", [float("nan"), float("inf")])
def test_what_is_no_number_is_refused(number):
    with pytest.raises(ValueError, match="finite"):
        format_number(number)


def test_counts_are_words_up_to_twelve():
    assert count(3, "deltagare", "deltagare") == "tre deltagare"
    assert count(1, "punkt", "punkter") == "en punkt"
    assert count(1, "beslut", "beslut", article="ett") == "ett beslut"
    assert count(0, "punkt", "punkter") == "inga punkter"
    assert count(12, "punkt", "punkter") == "tolv punkter"
    assert count(13, "punkt", "punkter") == "13\u00a0punkter"
    assert count(3, "punkt", "punkter", words=False) == "3\u00a0punkter"
    assert count(1, "punkt", "punkter", words=False) == "1\u00a0punkt"


ORDINALS = [(1, "1:a"), (2, "2:a"), (3, "3:e"), (11, "11:e"), (12, "12:e"), (21, "21:a"),
            (22, "22:a"), (100, "100:e"), (112, "112:e"), (131, "131:a")]  # fmt: skip


@pytest.mark.parametrize(("number", "printed"), ORDINALS)
def test_ordinal(number, printed):
    assert ordinal(number) == printed


def test_section_sign():
    assert section_sign(12) == "§\u00a012"
    assert section_sign(12, 19) == "§§\u00a012–19"
    assert section_sign("12", 12) == "§\u00a012"
