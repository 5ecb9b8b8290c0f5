"""What a value was read from stands beside it in the YAML where it was guessed or is in doubt."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from protokollant.model import AgendaItem, Decision, Meeting, Participant
from protokollant.records import dump_reading, load_meeting_text, update_yaml
from protokollant.source import Doubt, Reading, Source

from .strategies import records

MEETING = Meeting(
    kind="agenda",
    date=dt.date(2022, 2, 18),
    start=dt.time(9),
    end=dt.time(10),
    place="Rosenlund",
    participants=(Participant(name="Eva Ek", status="present"),),
    items=(
        AgendaItem(title="EKONOMI"),
        AgendaItem(
            title="Arbete",
            text="Det " + 17 * "görs " + "nu.",
            decisions=(Decision(text="Ja, det gör vi då."),),
        ),
    ),
)
READING = Reading(
    MEETING,
    warnings=(
        Doubt(3, "Veckodagen stämmer inte.", "date"),
        Doubt(4, "Flera står som ordförande."),
        Doubt(8, "Möjlig åtgärd: Det görs."),
    ),
    sources=(
        Source("kind", 1, "Dagordning", "contents_heading", 0.4),
        Source("date", 3, "Lördagen den 18 februari", "date_line", 0.9),
        Source("place", 3, "den 18 februari i Rosenlund", "date_line", 0.5),
        Source("end", 3, "10", "date_line", 0.5),
        Source("participants", 4, "Närvarande", "attendance_heading"),
        Source("participants[0]", 4, "Eva Ek (ordf)", "person_entry", 0.9),
        Source("items[0].title", 6, "EKONOMI:", "capitals_heading", 0.6),
        Source("items[1].title", 7, "Arbete", "numbered_heading", 1.0),
        Source("items[1].text", 8, "Det görs", "item_text", 0.5),
        Source("items[1].text", 9, "görs nu", "item_text", 0.5),
        Source("items[1].decisions[0]", 10, "Ja. Eller " + "nej, " * 30, "decision", 0.5),
        Source("approval", 11, "osäkert", "approval_deadline", 0.5),
    ),
)

WRITTEN = """\
typ: dagordning  # osäkert, rad 1: «Dagordning»
# OBS: Veckodagen stämmer inte. (rad 3: «Lördagen den 18 februari»)
datum: 2022-02-18
tid: 09.00–10.00  # osäkert, rad 3: «10»
plats: Rosenlund  # osäkert, rad 3: «den 18 februari i Rosenlund»

närvarande:
  # OBS: Flera står som ordförande. (rad 4: «Eva Ek (ordf)»)
  - Eva Ek

punkter:
  - EKONOMI  # osäkert, rad 6

  - rubrik: Arbete
    # OBS: Möjlig åtgärd: Det görs. (rad 8 i originalet)
    # osäkert, rad 8–9: «Det görs görs nu»
    text: |
      Det görs görs görs görs görs görs görs görs görs görs görs görs görs görs görs görs görs nu.
    # osäkert, rad 10: «Ja. Eller nej, nej, nej, nej, nej, nej, nej, nej, nej, nej,…»
    beslut: Ja, det gör vi då.
"""


def test_doubts_and_guesses_stand_where_they_belong() -> None:
    assert dump_reading(READING) == WRITTEN


def test_where_all_is_sure_nothing_is_said() -> None:
    sure = tuple(Source(s.field, s.line, s.text, s.rule) for s in READING.sources)
    assert "#" not in dump_reading(Reading(MEETING, sources=sure))


def test_the_meeting_is_the_same_when_it_is_loaded_again() -> None:
    assert load_meeting_text(dump_reading(READING)) == MEETING


@pytest.mark.parametrize(
    "changes",
    [
        {"place": "Salen"},
        {"place": None},
        {"place": "Salen\nvid torget"},
        {"items[0].text": "Kassan är god."},
        {"items[0].title": "Kassan"},
        {"date": dt.date(2022, 2, 19), "start": dt.time(8)},
        {"items[1].decisions[]": Decision(text="Nej.")},
        {"participants[]": Participant(name="Bo Alm", status="present")},
    ],
)
def test_the_comments_stay_when_the_file_is_updated(changes: dict[str, Any]) -> None:
    text = dump_reading(READING)
    after = update_yaml(text, changes)
    for line in text.splitlines():
        if "# " in line:
            assert after.count(line[line.index("# ") :]) == 1


@given(records(Meeting), st.data())
def test_any_meeting_with_notes_anywhere_loads_again(meeting: Meeting, data: st.DataObject) -> None:
    paths = [f"items[{i}].{f}" for i in range(len(meeting.items)) for f in ("title", "text")]
    paths += ["body", "place", "date", "end", "next_meeting.place", "signed_by[0]"]
    text = data.draw(st.text(max_size=30))
    sources = tuple(Source(path, n, text, "x", 0.3) for n, path in enumerate(paths))
    doubts = tuple(Doubt(n, text) for n, _ in enumerate(paths))
    assert load_meeting_text(dump_reading(Reading(meeting, doubts, sources=sources))) == meeting
