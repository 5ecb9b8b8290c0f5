"""What a secretary may write, and what it means."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

import pytest

from protokollant.model import (
    AnnualReport,
    Body,
    CarryOver,
    Decision,
    Meeting,
    NextMeeting,
    Participant,
    StandingItem,
)
from protokollant.records import load_body_text, load_meeting_text, load_record, load_record_text

EVA = Participant(name="Eva Ek")
ULF = Participant(name="Ulf Ström")

FIELDS: list[tuple[str, dict[str, Any]]] = [
    ("datum: 2026-03-02", {"date": dt.date(2026, 3, 2)}),
    ("datum: 2 mars 2026", {"date": dt.date(2026, 3, 2)}),
    ("datum: måndagen den 2 mars 2026", {"date": dt.date(2026, 3, 2)}),
    ("date: 2026-03-02", {"date": dt.date(2026, 3, 2)}),
    ("Mötesdatum: 2026-03-02", {"date": dt.date(2026, 3, 2)}),
    ("tid: 14.00–16.00", {"start": dt.time(14), "end": dt.time(16)}),
    ("tid: kl. 14.00 - 16.30", {"start": dt.time(14), "end": dt.time(16, 30)}),
    ("tid: 9:30", {"start": dt.time(9, 30)}),
    ("tid: kl 9", {"start": dt.time(9)}),
    ("start: 14.00\nslut: 16", {"start": dt.time(14), "end": dt.time(16)}),
    ("plats: 14.00", {"place": "14.00"}),
    ("plats: nej", {"place": "nej"}),
    ("plats: a\u2028b\x85c", {"place": "a\u2028b\x85c"}),
    ("plats: 9:30", {"place": "9:30"}),
    ("nummer: 010", {"number": "010"}),
    ("nummer: 1e3", {"number": "1e3"}),
    ("plats:", {}),
    ("plats: ~", {}),
    ("plats: null", {}),
    ('plats: "null"', {"place": "null"}),
    ("typ: kallelse", {"kind": "agenda"}),
    ("kind: agenda", {"kind": "agenda"}),
    ("inledning: |\n  Ett.\n\n  Två.\n", {"intro": "Ett.\n\nTvå."}),
    ("underskrift: Eva Ek", {"signed_by": ("Eva Ek",)}),
    ("underskrifter: Eva Ek och Ulf Ström", {"signed_by": ("Eva Ek", "Ulf Ström")}),
    ("underskrifter: [Eva Ek, Ulf Ström]", {"signed_by": ("Eva Ek", "Ulf Ström")}),
    ("nästa möte: 20 maj 2022 kl 9",
     {"next_meeting": NextMeeting(date=dt.date(2022, 5, 20), start=dt.time(9))}),
    ("datum: 2026-03-02\nnästa möte: 17 april, digitalt",
     {"date": dt.date(2026, 3, 2),
      "next_meeting": NextMeeting(date=dt.date(2026, 4, 17), place="digitalt")}),
    ("nästa möte: {datum: 2026-04-17, tid: 9–11}",
     {"next_meeting": NextMeeting(date=dt.date(2026, 4, 17), start=dt.time(9), end=dt.time(11))}),
    ("nästa_möte: meddelas", {"next_meeting": NextMeeting(note="meddelas")}),
    ("deltagare: [Eva Ek, Ulf Ström]", {"participants": (EVA, ULF)}),
    ("deltagare: Eva Ek, Ulf Ström", {"participants": (EVA, ULF)}),
    ("deltagare:\n  namn: Eva Ek", {"participants": (EVA,)}),
    ("närvarande: Eva Ek\nfrånvarande:\n  - Ulf Ström",
     {"participants": (EVA.model_copy(update={"status": "present"}),
                       ULF.model_copy(update={"status": "absent"}))}),
    ("deltagare:\n  Ledamöter:\n    - Eva Ek\n  Ersättare: Ulf Ström",
     {"participants": (EVA.model_copy(update={"group": "Ledamöter"}),
                       ULF.model_copy(update={"group": "Ersättare"}))}),
    ("deltagare:\n  - Eva Ek\n  - Gäster:\n      - Ulf Ström",
     {"participants": (EVA, ULF.model_copy(update={"group": "Gäster"}))}),
    ("närvarande: Eva Ek\nordförande: Eva Ek\nsekreterare: Ulf Ström",
     {"participants": (EVA.model_copy(update={"status": "present", "roles": ("chair",)}),
                       ULF.model_copy(update={"status": "present", "roles": ("secretary",)}))}),
    ("ordförande: Ulf Ström\nnärvarande: Eva Ek",
     {"participants": (ULF.model_copy(update={"status": "present", "roles": ("chair",)}),
                       EVA.model_copy(update={"status": "present"}))}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "fields"), FIELDS)
def test_a_field_of_a_meeting(text: str, fields: dict[str, Any]) -> None:
    # The title keeps a text that says nothing from being an empty meeting in disguise.
    assert load_meeting_text(f"rubrik: X\n{text}") == Meeting(title="X", **fields)


def test_items_may_be_titles_or_mappings() -> None:
    meeting = load_meeting_text(
        "datum: 2026-03-02\n"
        "punkter:\n"
        "  - Öppnande\n"
        "  -\n"
        "  - rubrik: SIP\n"
        "    minuter: 15 min\n"
        "    föredragande: Eva Ek och Ulf Ström\n"
        "    beslut: Ja.\n"
        "    läge: bordlagd\n"
        "    flyttas till: {när: april, villkor: om det går}\n"
        "    kommer från: 19 januari, punkt 6\n"
        "    underpunkter: [A, B]\n"
    )
    first, second = meeting.items
    assert first.title == "Öppnande"
    assert second.minutes == 15
    assert second.presenters == ("Eva Ek", "Ulf Ström")
    assert second.decisions == (Decision(text="Ja."),)
    assert second.state == "postponed"
    assert second.carried_to == CarryOver(when="2026-04", condition="om det går")
    assert second.origin is not None
    assert second.origin.date == dt.date(2026, 1, 19)
    assert [item.title for item in second.items] == ["A", "B"]


def test_the_date_may_stand_last() -> None:
    meeting = load_meeting_text("nästa möte: 17 april\ndatum: 2026-03-02\n")
    assert meeting.next_meeting == NextMeeting(date=dt.date(2026, 4, 17))


def test_an_organ() -> None:
    body = load_body_text(
        "namn: Styrgruppen\nregelprofil: förening\ntid: 9–11\n"
        "stående punkter: [Öppnande, {rubrik: Avslut, plats: sist}]\n"
        "ledamöter:\n  Valda:\n    - Eva Ek, ordförande\nmallar:\n  dagordning: a.docx\n"
    )
    assert body.profile == "association"
    assert (body.start, body.end) == (dt.time(9), dt.time(11))
    assert body.standing_items == (
        StandingItem(title="Öppnande"),
        StandingItem(title="Avslut", place="last"),
    )
    assert body.members == (Participant(name="Eva Ek", roles=("chair",), group="Valda"),)
    assert body.templates.agenda == "a.docx"


KINDS = [
    ("organ: A\ndatum: 2026-03-02\n", Meeting),
    ("rubrik: A\n", Meeting),
    ("namn: A\n", Body),
    ("namn: A\nplats: B\ntid: 9\n", Body),
    ("organ: A\når: 2026\n", AnnualReport),
]


@pytest.mark.parametrize(("text", "kind"), KINDS)
def test_the_keys_tell_what_the_file_is(text: str, kind: type, tmp_path: Path) -> None:
    assert type(load_record_text(text)) is kind
    path = tmp_path / "x.yaml"
    path.write_text(text, encoding="utf-8")
    assert type(load_record(path)) is kind


def test_what_json_says_can_be_read() -> None:
    meeting = Meeting(title="X", date=dt.date(2026, 3, 2), start=dt.time(9), participants=(EVA,))
    assert load_meeting_text(meeting.model_dump_json()) == meeting
