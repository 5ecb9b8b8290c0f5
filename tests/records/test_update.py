"""What a command writes into an existing file leaves the user's own lines as they stand."""

from __future__ import annotations

import datetime as dt
import difflib
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from protokollant.errors import RecordError
from protokollant.model import (
    Action,
    AgendaItem,
    Attachment,
    Decision,
    Meeting,
    NextMeeting,
    Participant,
)
from protokollant.records import dump_meeting, load_meeting_text, update_yaml
from protokollant.records.change import changed, steps_of
from tests.records.strategies import records

TEXT = """\
# Vårt möte i mars
organ: Styrgruppen   # kort namn
datum: 2 mars 2026
tid: kl 14.00-16.00
plats: Digitalt # boka länk

närvarande:
  Ledamöter:   # röstar
    - Eva Ek, ordförande
frånvarande: Ulf Ström
punkter:
- Mötets öppnande

# viktig punkt
- rubrik: SIP
  läge: uppskjuten   # säkert?
  flyttas till: april
  åtgärder:  # följ upp
    # från i fjol
    - 'Eva Ek: boka lokal'
- nummer: 010
  rubrik: nej
  text: |
    Ett stycke.

    - en lista
  # mera här
nästa möte: 17 april, digitalt
justering: en vecka
# slut
"""

ACTION = Action(what="tar fram underlag", who=("Eva Ek",), due=dt.date(2026, 4, 1))

CASES: list[tuple[dict[str, Any], list[str], list[str]]] = [
    ({"place": "Rum: 3"}, ["plats: Digitalt # boka länk"], ['plats: "Rum: 3" # boka länk']),
    ({"end": dt.time(17)}, ["tid: kl 14.00-16.00"], ["tid: 14.00–17.00"]),
    (
        {"items[1].state": "handled"},
        ["  läge: uppskjuten   # säkert?"],
        ["  läge: behandlad   # säkert?"],
    ),
    ({"items[1].carried_to": None}, ["  flyttas till: april"], []),
    (
        {"items[1].actions[]": ACTION},
        [],
        ["    - Eva Ek tar fram underlag, senast 2026-04-01"],
    ),
    (
        {"items[1].decisions[]": Decision(text="Ja.")},
        [],
        ["  beslut: Ja."],
    ),
    (
        {"items[0].decisions[]": Decision(text="Ja.")},
        ["- Mötets öppnande"],
        ["- rubrik: Mötets öppnande", "  beslut: Ja."],
    ),
    (
        {"items[2].text": "Kort."},
        ["  text: |", "    Ett stycke.", "", "    - en lista"],
        ["  text: Kort."],
    ),
    (
        {"next_meeting": NextMeeting(date=dt.date(2026, 5, 20), start=dt.time(9))},
        ["nästa möte: 17 april, digitalt"],
        ["nästa möte: onsdagen den 20 maj 2026 kl. 9.00"],
    ),
    (
        {"approval.note": "per e-post"},
        ["justering: en vecka"],
        ["justering:", "  senast: en vecka", "  anmärkning: per e-post"],
    ),
    ({"kind": "agenda"}, [], ["typ: dagordning"]),
    ({"items[]": AgendaItem(title="Avslut")}, [], ["", "- Avslut"]),
    ({"attachments[]": [Attachment(title="A")]}, [], ["", "bilagor:", "  - A"]),
    ({"place": "a\nb"}, ["plats: Digitalt # boka länk"],
     ["# boka länk", "plats: |", "  a", "  b"]),
    ({"contact": ""}, [], []),
]  # fmt: skip


@pytest.mark.parametrize(("changes", "gone", "new"), CASES)
def test_only_the_lines_concerned_change(
    changes: dict[str, Any], gone: list[str], new: list[str]
) -> None:
    after = update_yaml(TEXT, changes)
    differences = list(difflib.ndiff(TEXT.splitlines(), after.splitlines()))
    assert [line[2:] for line in differences if line.startswith("- ")] == gone
    assert [line[2:] for line in differences if line.startswith("+ ")] == new
    assert load_meeting_text(after) == _expected(load_meeting_text(TEXT), changes)


def test_several_changes_at_once() -> None:
    changes: dict[str, Any] = {}
    for case, *_ in CASES:
        changes |= case
    after = update_yaml(TEXT, changes)
    assert load_meeting_text(after) == _expected(load_meeting_text(TEXT), changes)
    for comment in ("# Vårt möte i mars", "# boka länk", "# röstar", "# viktig punkt", "# säkert?",
                    "# följ upp", "# från i fjol", "# mera här", "# slut"):  # fmt: skip
        assert after.count(comment) == 1


def test_people_under_several_keys_come_together() -> None:
    text = "ordförande: Eva Ek # vald\nplats: B # lokal\nfrånvarande: Ulf Ström\n# slut\n"
    after = update_yaml(text, {"participants[]": Participant(name="Bo Alm", status="present")})
    assert [p.name for p in load_meeting_text(after).participants] == [
        "Eva Ek",
        "Ulf Ström",
        "Bo Alm",
    ]
    assert "plats: B # lokal\n" in after
    assert after.count("# vald") == after.count("# slut") == 1


def test_windows_line_ends_stay() -> None:
    after = update_yaml("organ: A\r\nplats: B # c\r\n", {"place": "D"})
    assert after == "organ: A\r\nplats: D # c\r\n"


def test_a_faulty_file_is_not_touched() -> None:
    with pytest.raises(RecordError, match="punkter"):
        update_yaml("punter: []\n", {"place": "D"})


CHANGES: st.SearchStrategy[dict[str, Any]] = st.one_of(
    records(NextMeeting).map(lambda value: {"next_meeting": value}),
    records(Action, 1).map(lambda value: {"items[0].actions[]": value}),
    records(AgendaItem, 1).map(lambda value: {"items[]": value}),
    st.sampled_from(["a", "a\nb", "", ": #", " x"]).map(lambda value: {"items[0].text": value}),
    st.sampled_from(["a", "a\nb", "nej"]).map(lambda value: {"place": value, "kind": "agenda"}),
    st.just({"next_meeting": None, "items[0].decisions": ()}),
    records(Decision).map(lambda value: {"items[0].decisions[]": value}),
)


@settings(max_examples=80, deadline=None, suppress_health_check=list(HealthCheck))
@given(records(Meeting), CHANGES)
def test_any_change_is_made_and_no_comment_lost(meeting: Meeting, changes: dict[str, Any]) -> None:
    meeting = meeting.model_copy(update={"items": (*meeting.items, AgendaItem(title="Sist"))})
    remarks = {"": "huvudet", "items[0]": "punkten", "next_meeting": "nästa", "title": "rubriken"}
    text = dump_meeting(meeting, comments=remarks)
    after = update_yaml(text, changes)
    assert load_meeting_text(after) == _expected(meeting, changes)
    for remark in remarks.values():
        assert f"# {remark}" in after


def _expected(meeting: Meeting, changes: dict[str, Any]) -> Meeting:
    for path, value in changes.items():
        steps, append = steps_of(path)
        meeting = changed(meeting, steps, value, append=append)
    return meeting
