"""How a meeting looks when it is written: readable, in Swedish, with remarks in their place."""

from __future__ import annotations

import datetime as dt

from protokollant.model import (
    Action,
    AgendaItem,
    Body,
    CarryOver,
    Decision,
    Meeting,
    Participant,
    StandingItem,
)
from protokollant.records import dump_body, dump_meeting, dump_reading, load_meeting_text
from protokollant.source import Doubt, Kept, Reading, Source

MEETING = Meeting(
    body="Styrgruppen",
    date=dt.date(2026, 3, 2),
    start=dt.time(14),
    end=dt.time(16),
    number="010",
    participants=(
        Participant(
            name="Eva Ek", party="C", roles=("chair",), status="present", group="Ledamöter"
        ),
        Participant(name="Bo Alm", status="present", group="Gäster", note="delvis"),
        Participant(name="Ulf Ström", organisation="Arboga", status="absent"),
    ),
    items=(
        AgendaItem(number="1", title="Öppnande"),
        AgendaItem(
            number="2",
            title="Nuläge: SIP",
            text="Ett stycke.\n\n- en lista",
            decisions=(Decision(text="Ja."), Decision(text="Nej.")),
            actions=(Action(who=("Eva Ek",), what="bokar lokal", due=dt.date(2026, 4, 1)),),
            state="postponed",
            carried_to=CarryOver(condition="när det går"),
        ),
        AgendaItem(title="Avslut"),
    ),
    signed_by=("Eva Ek", "Bo Alm"),
)

WRITTEN = """\
organ: Styrgruppen
datum: 2026-03-02
tid: 14.00–16.00
nummer: 010

närvarande:
  Ledamöter:
    - Eva Ek (C), ordförande
  Gäster:
    - namn: Bo Alm
      anmärkning: delvis

frånvarande:
  - Ulf Ström, Arboga

punkter:
  - nummer: 1
    rubrik: Öppnande

  - nummer: 2
    rubrik: "Nuläge: SIP"
    text: |
      Ett stycke.

      - en lista
    beslut:
      - Ja.
      - Nej.
    åtgärder:
      - Eva Ek bokar lokal, senast 2026-04-01
    läge: uppskjuten
    flyttas till: nästa möte, när det går

  - Avslut

underskrifter: Eva Ek och Bo Alm
"""


def test_a_meeting_as_it_is_written() -> None:
    assert dump_meeting(MEETING) == WRITTEN


def test_the_schema_is_named_at_the_head() -> None:
    text = dump_meeting(MEETING, schema="../meeting.schema.json")
    assert text.startswith("# yaml-language-server: $schema=../meeting.schema.json\n\norgan:")
    assert load_meeting_text(text) == MEETING


def test_remarks_stand_above_what_they_are_about() -> None:
    remarks = {
        "": "Läst ur a.docx.\nGranska.",
        "participants[2].name": ["Ström eller Strøm?"],
        "items[1].decisions[1]": "Två beslut?",
        "items[1].number": "Numret?",
        "next_meeting": "Nämns inte.",
    }
    lines = dump_meeting(MEETING, comments=remarks).split("\n")
    assert lines[:5] == [
        "# Läst ur a.docx.",
        "# Granska.",
        "# Nämns inte.",
        "",
        "organ: Styrgruppen",
    ]
    assert lines[lines.index("  - Ulf Ström, Arboga") - 1] == "  # Ström eller Strøm?"
    assert lines[lines.index("      - Nej.") - 1] == "      # Två beslut?"
    assert lines[lines.index("  - nummer: 2") - 1] == "  # Numret?"
    assert load_meeting_text("\n".join(lines)) == MEETING


def test_a_remark_cannot_break_the_file() -> None:
    text = dump_meeting(MEETING, comments={"items[0]": "a\u2028b\x07c\rplats: x\x85plats: y"})
    assert load_meeting_text(text) == MEETING


def test_a_reading_keeps_doubts_and_what_was_left_out() -> None:
    reading = Reading(
        MEETING,
        warnings=(Doubt(7, "Två ordförande."), Doubt(None, "Datum saknas."), Doubt(99, "Okänt.")),
        unplaced=(Kept(12, "Lös rad"), Kept(14, "Två\nrader")),
        removed=(Kept(40, "Sida 2", "sidhuvud"), Kept(20, "Sida 2", "sidhuvud")),
        sources=(Source("participants[0]", 7, "Eva Ek", "närvarolista"),),
    )
    text = dump_reading(reading)
    lines = text.split("\n")
    above = lines[lines.index("    - Eva Ek (C), ordförande") - 1]
    assert above == "    # OBS: Två ordförande. (rad 7: «Eva Ek»)"
    assert lines[0] == "# OBS: Datum saknas."
    assert lines[1] == "# OBS: Okänt. (rad 99 i originalet)"
    assert text.endswith(
        "# Text som inte kunde placeras:\n#   rad 12: Lös rad\n#   rad 14: Två\n#     rader\n\n"
        "# Utelämnat ur originalet:\n#   rad 20, 40 (sidhuvud): Sida 2\n"
    )
    assert load_meeting_text(text) == MEETING


def test_an_organ_as_it_is_written() -> None:
    body = Body(
        name="Styrgruppen",
        profile="protocol",
        start=dt.time(9),
        standing_items=(
            StandingItem(title="Öppnande"),
            StandingItem(title="Avslut", place="last"),
        ),
        members=(Participant(name="Eva Ek", roles=("chair", "secretary")),),
    )
    assert dump_body(body) == (
        "namn: Styrgruppen\nregelprofil: protokoll\nstart: 09.00\n\n"
        "stående punkter:\n  - Öppnande\n\n  - rubrik: Avslut\n    plats: sist\n\n"
        "ledamöter:\n  - Eva Ek, ordförande, sekreterare\n"
    )


def test_a_long_text_has_room_for_more() -> None:
    text = "Ord efter ord, " * 8 + "slut."
    written = dump_meeting(Meeting(intro=text, signed_by=("x",)))
    assert written == f"inledning: |\n  {text}\nunderskrifter: x\n"
