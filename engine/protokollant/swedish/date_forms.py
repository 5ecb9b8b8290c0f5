"""The ways a date is written, one regular expression each.

Every form names its day `d`, month `m` (or `month` in letters) and, where it has one, year `y`;
`d0` is the first day of a range inside one month. All quantifiers are bounded, so that a search
stays linear in the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from protokollant.swedish.calendar_words import (
    GAP,
    HYPHEN,
    MONTH_SHORT_FORMS,
    MONTHS,
    SPACE,
    WEEKDAY_NUMBERS,
    either,
)

_NOT_INSIDE = rf"(?<![^\W_])(?<!\d[./:,])(?:(?<!\d{HYPHEN})|(?<=/\d{HYPHEN})|(?<=/\d\d{HYPHEN}))"
_MAY_FOLLOW_A_YEAR = rf"(?:{_NOT_INSIDE}|(?<=\d\d\d\d{HYPHEN}))"
_WEEKDAY = rf"(?:(?P<weekday>{either(WEEKDAY_NUMBERS)})\.?,?{SPACE})?"
_BEGINS = rf"(?=[\d{''.join(sorted({word[0] for word in (*WEEKDAY_NUMBERS, 'den')}))}])"
_DEN = rf"(?:den{SPACE})?"
_TILL = rf"(?:{GAP}{HYPHEN}{{1,2}}{GAP}|{SPACE}(?:till|t\.?{GAP}o\.?{GAP}m\.?){SPACE}{_DEN})"
_ORDINAL = r"(?::?[ae]|:de)?"
_FIRST_DAY = rf"(?:(?P<d0>\d{{1,2}}){_ORDINAL}{_TILL})?"
_YEAR = r"(?:19|20)\d\d"
_NOT_AMOUNT = rf"(?!\d|{GAP}(?:kr|kronor|sek|st|tkr|mnkr)\b|[.:,]\d|{GAP}%|/\d)"
_MONTH = rf"(?:{either(MONTHS)}|{either(MONTH_SHORT_FORMS)})(?!\w)"
_SHORT_YEAR = rf"{GAP}{HYPHEN}(?P<y2>\d\d)(?![\d/:]|[.,]\d|{HYPHEN}\d|{_ORDINAL}{GAP}{_MONTH})"
_END = r"(?![^\W_])(?![./:]\d)"
# A birth number goes on where a date ends: 19800101-1234.
_NO_BIRTH_NUMBER = rf"(?!{HYPHEN}?\d{{4}}(?!\d|{HYPHEN}))"


class DateForm(NamedTuple):
    """One way of writing a date.

    An example, its pattern, whether only days that exist count, and what must stand before it.
    """

    example: str
    pattern: str
    must_exist: bool
    before: str = _NOT_INSIDE


DATE_FORMS = (
    DateForm(
        "2022-02-18",
        rf"(?P<y>{_YEAR})(?P<separator>{HYPHEN}|[./])(?P<m>\d{{1,2}})(?:(?P=separator)|{HYPHEN})"
        rf"(?P<d>\d{{1,2}})(?:(?=T\d)|(?!\d|[^\W_]))(?!{HYPHEN}\d{{4}}(?!\d|{HYPHEN}))",
        must_exist=False,
    ),
    DateForm(
        "20220218",
        rf"(?P<y>{_YEAR})(?P<m>\d\d)(?P<d>\d\d)(?![^\W_]){_NO_BIRTH_NUMBER}",
        must_exist=True,
    ),
    DateForm(
        "22-02-18",
        rf"(?P<y2>\d\d){HYPHEN}(?P<m>\d\d){HYPHEN}(?P<d>\d\d){_END}(?!{HYPHEN}\d)",
        must_exist=True,
    ),
    DateForm(
        "18.2.2022",
        rf"(?P<d>\d{{1,2}})\.{GAP}(?P<m>\d{{1,2}})\.{GAP}(?P<y>{_YEAR}){_END}",
        must_exist=False,
    ),
    DateForm(
        "24.12.06",
        rf"(?P<d>\d\d)\.(?P<m>\d\d)\.(?P<y2>\d\d){_END}",
        must_exist=True,
    ),
    DateForm(
        "18/2-22",
        rf"{_FIRST_DAY}(?P<d>\d{{1,2}})/(?P<m>\d{{1,2}})(?![^\W_])(?!/\d{{1,2}}(?!\d))"
        rf"(?:(?:{HYPHEN}|/|,?{SPACE}|{SPACE}{HYPHEN})(?P<y>{_YEAR}){_NOT_AMOUNT}|{_SHORT_YEAR})?"
        r"(?![.:]\d)",
        must_exist=True,
    ),
    DateForm(
        "den 18 februari 2022",
        rf"{_FIRST_DAY}(?P<d>\d{{1,2}}){_ORDINAL}\.?{GAP}"
        rf"(?P<month>{either(MONTHS)}(?!\w)|{either(MONTH_SHORT_FORMS)}(?!\w)\.?)"
        rf"(?:,?{SPACE}(?P<y>{_YEAR}){_NOT_AMOUNT}|{_SHORT_YEAR}|{SPACE}['’´](?P<y2b>\d\d)(?!\d))?",
        must_exist=False,
        before=_MAY_FOLLOW_A_YEAR,
    ),
)


def each_match(text: str) -> Iterator[tuple[DateForm, re.Match[str]]]:
    """Every place where a form matches, form by form; places may overlap."""
    if not _digit().search(text):  # every form has one, and most lines have none
        return
    for form, pattern in _compiled():
        for match in pattern.finditer(text):
            yield form, match


@cache
def _digit() -> re.Pattern[str]:
    return re.compile(r"\d")


@cache
def _compiled() -> tuple[tuple[DateForm, re.Pattern[str]], ...]:
    return tuple(
        (form, re.compile(_BEGINS + form.before + _WEEKDAY + _DEN + form.pattern, re.IGNORECASE))
        for form in DATE_FORMS
    )


@cache
def range_between() -> re.Pattern[str]:
    """What stands between the two dates of a range."""
    return re.compile(_TILL, re.IGNORECASE)


@cache
def weekday_after() -> re.Pattern[str]:
    """A weekday told in brackets after its date."""
    return re.compile(rf"{GAP}\((?P<weekday>{either(WEEKDAY_NUMBERS)})\.?\)", re.IGNORECASE)
