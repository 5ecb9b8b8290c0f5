"""A meeting, a report or a mapping → what a template's names stand for."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from protokollant.model import AnnualReport, Body, Meeting, Record
from protokollant.renderer.names import getters
from protokollant.renderer.pictures import Picture, fitted

WHOLE: Mapping[type[Record], tuple[str, ...]] = {
    Meeting: ("möte", "mötet", "meeting"),
    AnnualReport: ("rapport", "rapporten", "report"),
}
"""What the whole document is called in a template."""

BODY_NAMES = ("organet", "the_body")
LOGO_NAMES = ("logotyp", "logo")
LOGO_MM = (55.0, 12.0)
"""The room a logo has in a page header."""
CHART_NAMES = ("närvarodiagram", "attendance_chart")


def build_context(
    data: Record | Mapping[str, Any],
    wanted: Iterable[str],
    *,
    body: Body | None,
    logo: bytes | Path | None,
    drawn: bool = True,
) -> dict[str, Any]:
    """The values of the names that the template asks for; names it does not have are left out.

    Unless `drawn`, a chart is given as what it says in words, which takes no time to make.
    """
    wanted = set(wanted)
    found: dict[str, Any] = dict.fromkeys(BODY_NAMES, body)
    found |= dict.fromkeys(LOGO_NAMES, _logo(logo, data, body))
    if not isinstance(data, Record):
        return found | dict(data)
    found |= dict.fromkeys(WHOLE.get(type(data), ()), data)
    if isinstance(data, AnnualReport) and wanted.intersection(CHART_NAMES):
        found |= dict.fromkeys(CHART_NAMES, _chart(data, drawn))
    table = getters(type(data))
    for name in wanted:
        if name not in found and name in table:
            found[name] = table[name](data)
    return found


def _logo(logo: bytes | Path | None, data: Any, body: Body | None) -> Picture | None:
    if logo is None:
        return None
    content = logo if isinstance(logo, bytes) else logo.read_bytes()
    owner = next(filter(None, (getattr(source, "organisation", "") for source in (body, data))), "")
    text = f"Logotyp för {owner}" if owner else "Logotyp"
    width, height = LOGO_MM
    return fitted(content, text, "Logotyp", width=width, height=height)


def _chart(report: AnnualReport, drawn: bool) -> Picture | str | None:
    from protokollant.renderer.chart import attendance_chart, in_words

    return attendance_chart(report) if drawn else in_words(report.meetings)
