"""Numbers → Swedish text: decimal comma, no-break spaces, ordinals, counts in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from protokollant.swedish.calendar_words import NO_BREAK_SPACE

if TYPE_CHECKING:
    from decimal import Decimal

NUMBER_WORDS = (
    "inga",
    "en",
    "två",
    "tre",
    "fyra",
    "fem",
    "sex",
    "sju",
    "åtta",
    "nio",
    "tio",
    "elva",
    "tolv",
)

_MINUS = "−"


def format_number(number: int | float | Decimal, decimals: int | None = None) -> str:
    """The number as "100 000,50"; a whole number without decimals unless they are asked for.

    Half is rounded away from zero. ValueError for what is no number (nan, infinity).
    """
    from decimal import ROUND_HALF_UP, Context, Decimal

    exact = Decimal(str(number))
    if not exact.is_finite():
        raise ValueError(f"not a finite number: {number}")
    places = decimals if decimals is not None else (0 if exact == exact.to_integral() else 2)
    wide = Context(prec=max(28, exact.adjusted() + places + 2), Emax=999999, Emin=-999999)
    rounded = exact.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP, wide)
    whole, _, fraction = f"{abs(rounded):f}".partition(".")
    grouped = f"{int(whole):,}".replace(",", NO_BREAK_SPACE)
    sign = _MINUS if rounded < 0 else ""
    return f"{sign}{grouped}{',' if fraction else ''}{fraction}"


def format_amount(amount: int | float | Decimal) -> str:
    """The amount as "100 000,50 kr"; whole kronor without decimals."""
    return f"{format_number(amount)}{NO_BREAK_SPACE}kr"


def count(number: int, one: str, several: str, *, article: str = "en", words: bool = True) -> str:
    """How many: "tre deltagare", "ett beslut" (with article "ett"), "13 deltagare".

    Up to twelve in words, unless `words` is false; none is "inga".
    """
    noun = one if number == 1 else several
    if not words or not 0 <= number < len(NUMBER_WORDS):
        return f"{format_number(number)}{NO_BREAK_SPACE}{noun}"
    return f"{article if number == 1 else NUMBER_WORDS[number]} {noun}"


def ordinal(number: int) -> str:
    """The number as an ordinal: "1:a", "2:a", "3:e", "11:e", "21:a"."""
    is_a = number % 10 in (1, 2) and number % 100 not in (11, 12)
    return f"{number}:{'a' if is_a else 'e'}"


def section_sign(number: int | str, last: int | str | None = None) -> str:
    """The paragraph number as "§ 12", or "§§ 12–19" for several."""
    if last is None or str(last) == str(number):
        return f"§{NO_BREAK_SPACE}{number}"
    return f"§§{NO_BREAK_SPACE}{number}–{last}"
