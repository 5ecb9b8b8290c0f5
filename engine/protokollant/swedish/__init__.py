"""The Swedish language, and the only place that knows it: text → values and values → text.

    dates, date_reading     "fredagen den 18 februari 2022", "18/2", "v. 8"  →  days
    times                   "kl. 14.00–16.00"                                →  times of day
    date_printing, numbers  days, times, numbers, amounts, counts            →  text
    words, comparing        lists, genitives, order (å ä ö), likeness, file names
    roles, parties, names   who is what, who was there, what is a person's name

No file, no clock and no locale: the day to reckon from is an argument. The tables (months,
weekdays, role words, parties) serve both directions: what prints also reads.
"""

from protokollant.swedish.calendar_words import EN_DASH, MONTHS, NO_BREAK_SPACE, WEEKDAYS
from protokollant.swedish.comparing import (
    ascii_slug,
    did_you_mean,
    edit_distance,
    fold,
    sort_key,
)
from protokollant.swedish.date_printing import (
    format_clock,
    format_date,
    format_date_iso,
    format_date_long,
    format_date_span,
    format_month,
    format_time,
    format_time_span,
    iso_week,
    weekday,
    weekday_definite,
)
from protokollant.swedish.date_reading import (
    next_month,
    read_date,
    resolve,
    resolve_range,
    resolve_week,
    weekday_disagrees,
)
from protokollant.swedish.dates import (
    DateParts,
    FoundDate,
    FoundWeek,
    find_dates,
    find_months,
    find_weeks,
)
from protokollant.swedish.names import (
    FoundName,
    NameParts,
    find_names,
    looks_like_name,
    near_equal,
    near_keys,
    split_name,
)
from protokollant.swedish.numbers import (
    count,
    format_amount,
    format_number,
    ordinal,
    section_sign,
)
from protokollant.swedish.parties import PARTIES, party, party_name, without_party
from protokollant.swedish.place_words import names_place
from protokollant.swedish.public_holidays import is_working_day, public_holiday
from protokollant.swedish.roles import (
    ROLE_NAMES,
    RoleWord,
    attendance_status,
    read_roles,
    role_name,
)
from protokollant.swedish.times import (
    FoundTime,
    TimeSpan,
    find_times,
    read_time,
    read_time_span,
    without_clock,
)
from protokollant.swedish.words import genitive, join_list, leads_on, normalise_text

__all__ = [
    "EN_DASH",
    "MONTHS",
    "NO_BREAK_SPACE",
    "PARTIES",
    "ROLE_NAMES",
    "WEEKDAYS",
    "DateParts",
    "FoundDate",
    "FoundName",
    "FoundTime",
    "FoundWeek",
    "NameParts",
    "RoleWord",
    "TimeSpan",
    "ascii_slug",
    "attendance_status",
    "count",
    "did_you_mean",
    "edit_distance",
    "find_dates",
    "find_months",
    "find_names",
    "find_times",
    "find_weeks",
    "fold",
    "format_amount",
    "format_clock",
    "format_date",
    "format_date_iso",
    "format_date_long",
    "format_date_span",
    "format_month",
    "format_number",
    "format_time",
    "format_time_span",
    "genitive",
    "is_working_day",
    "iso_week",
    "join_list",
    "leads_on",
    "looks_like_name",
    "names_place",
    "near_equal",
    "near_keys",
    "next_month",
    "normalise_text",
    "ordinal",
    "party",
    "party_name",
    "public_holiday",
    "read_date",
    "read_roles",
    "read_time",
    "read_time_span",
    "resolve",
    "resolve_range",
    "resolve_week",
    "role_name",
    "section_sign",
    "sort_key",
    "split_name",
    "weekday",
    "weekday_definite",
    "weekday_disagrees",
    "without_clock",
    "without_party",
]
