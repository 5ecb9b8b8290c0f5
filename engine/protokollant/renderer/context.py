"""A meeting, a report or a mapping → what a template's names stand for."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from protokollant.model import AnnualReport, Body, Meeting, Record
from protokollant.renderer.names import getters

WHOLE: Mapping[type[Record], tuple[str, ...]] = {
    Meeting: ("möte", "mötet", "meeting"),
    AnnualReport: ("rapport", "rapporten", "report"),
}
"""What the whole document is called in a template."""

BODY_NAMES = ("organet", "the_body")
LOGO_NAMES = ("logotyp", "logo")
CHART_NAMES = ("närvarodiagram", "attendance_chart")


def build_context(
    data: Record | Mapping[str, Any],
    wanted: Iterable[str],
    *,
    body: Body | None,
    logo: Any,
) -> dict[str, Any]:
    """The values of the names that the template asks for; names it does not have are left out."""
    wanted = set(wanted)
    found: dict[str, Any] = dict.fromkeys(BODY_NAMES, body)
    found |= dict.fromkeys(LOGO_NAMES, logo)
    if not isinstance(data, Record):
        return found | dict(data)
    found |= dict.fromkeys(WHOLE.get(type(data), ()), data)
    table = getters(type(data))
    for name in wanted:
        if name not in found and name in table:
            found[name] = table[name](data)
    return found
