"""Recurring headings: which are known, in which words they come back."""

from __future__ import annotations

import pytest

from protokollant.composers.frame import frame
from protokollant.composers.standing import agenda_title, standing_of
from protokollant.swedish.recurring_points import STANDING
from tests.composers.builders import minutes, postponed


@pytest.mark.parametrize(
    ("heading", "keys"),
    [
        ("Mötets öppnande", {"opening"}),
        ("Mötets öppnande 19:09", {"opening"}),
        ("Mötet öppnades kl. 9", {"opening"}),
        ("Mötets öppnande och godkännande av dagordningen", {"opening", "agenda"}),
        ("Fastställande av dagordning och val av justerare", {"agenda", "adjuster"}),
        ("Inledning", {"opening"}),
        ("Val av justerare", {"adjuster"}),
        ("Föregående mötesanteckningar", {"previous"}),
        ("Föregående protokoll (2025-02-03)", {"previous"}),
        ("Protokoll från 2025-02-03", {"previous"}),
        ("Genomgång av föregående protokoll", {"previous"}),
        ("Lägesrapport arbetsgrupper", {"round"}),
        ("Övrigt", {"other"}),
        ("Övriga frågor", {"other"}),
        ("Nästa sammanträde", {"next"}),
        ("Nästa möte och avslut", {"next", "close"}),
        ("Mötet avslutas 12.45", {"close"}),
        ("SIP", set()),
        ("Inledning av projektet Trygg skola", set()),
        ("Uppföljning från arbetsgrupperna", set()),
        ("Ekonomiskt bistånd till unga", set()),
        ("Övrigt stöd till föräldrar", set()),
        ("Förberedelser inför nästa möte", set()),
        ("", set()),
    ],
)
def test_a_heading_tells_which_recurring_points_it_covers(heading: str, keys: set[str]) -> None:
    assert {point.key for point in standing_of(heading)} == keys


@pytest.mark.parametrize(
    ("heading", "expected"),
    [
        ("Mötets öppnande 19:09", "Mötets öppnande"),
        ("Mötet öppnades 14.05", "Mötets öppnande"),
        ("Mötet avslutas kl. 12.58", "Mötets avslutande"),
        ("Föregående mötesanteckningar", "Föregående mötesanteckningar"),
        ("Projekt 2.0", "Projekt 2.0"),
        ("Agenda 2030", "Agenda 2030"),
    ],
)
def test_a_heading_is_written_as_an_agenda_writes_it(heading: str, expected: str) -> None:
    assert agenda_title(heading) == expected


@pytest.mark.parametrize("point", STANDING, ids=lambda point: point.key)
def test_every_default_heading_is_recognised_as_its_own_point(point: object) -> None:
    assert point in standing_of(point.title)  # type: ignore[attr-defined]


def _titles(*meetings: object) -> list[str]:
    return [point.title for point in frame(meetings)]  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("document", "numbering", "heading"),
    [
        ("Minnesanteckningar 2022-02-25", "point", "Föregående minnesanteckningar"),
        ("Mötesanteckning", "point", "Föregående mötesanteckningar"),
        ("Styrelseprotokoll", "point", "Föregående protokoll"),
        ("", "section", "Föregående protokoll"),
        ("", "point", "Föregående mötes anteckningar"),
    ],
)
def test_the_previous_document_is_called_what_it_calls_itself(
    document: str, numbering: str, heading: str
) -> None:
    assert heading in _titles(minutes("2022-02-18", "SIP", title=document, numbering=numbering))


def test_a_standing_point_keeps_the_place_it_had() -> None:
    found = frame(
        [minutes("2022-02-18", "Inledning", "Nästa sammanträde", "Covid", "Övriga frågor")]
    )
    first = [point.title for point in found if point.place == "first"]
    assert first[-1] == "Nästa sammanträde"
    assert [p.title for p in found].count("Nästa möte") == 0


def test_a_heading_that_returned_at_the_last_three_meetings_is_a_standing_point() -> None:
    months = [minutes(f"2025-0{n}-01", "Inledning", "Nedlagd tid", "SIP" if n < 3 else "BUP")
              for n in (1, 2, 3)]  # fmt: skip
    assert "Nedlagd tid" in _titles(*months)
    assert "Nedlagd tid" not in _titles(*months[:2])
    assert "BUP" not in _titles(*months)


def test_a_point_postponed_again_and_again_is_no_standing_point() -> None:
    months = [minutes(f"2025-0{n}-01", "Inledning", postponed("Egenvård")) for n in (1, 2, 3)]
    assert "Egenvård" not in _titles(*months)


def test_what_the_last_minutes_lack_is_worded_as_earlier_ones_did() -> None:
    earlier = minutes("2025-01-01", "Välkomna", "SIP", "Ordet fritt", "Avslutning")
    last = minutes("2025-02-01", "SIP", "Övrigt")
    found = _titles(earlier, last)
    assert found[0] == "Välkomna"
    assert found[-1] == "Avslutning"


def test_a_body_that_never_closes_its_meetings_on_paper_is_not_made_to() -> None:
    months = [minutes(f"2025-0{n}-01", "Inledning", f"Ärende {n}", "Övrigt") for n in (1, 2, 3)]
    assert _titles(*months) == ["Inledning", "Övrigt"]
