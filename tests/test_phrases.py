"""The short forms: what a line means, how a record is written, and that the two agree."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from protokollant.model import (
    Action,
    Adjournment,
    Approval,
    Attachment,
    CarryOver,
    Decision,
    MinutesNote,
    Motion,
    Movement,
    NextMeeting,
    Origin,
    Participant,
    Record,
    Recusal,
    Reservation,
)
from protokollant.phrases import (
    PhraseError,
    can_be_short,
    line,
    read_action,
    read_attachment,
    read_carry_over,
    read_day,
    read_decision,
    read_line,
    read_names,
    read_next_meeting,
    read_origin,
    read_participant,
    read_when,
)
from tests.records.strategies import records

MEETING = dt.date(2026, 3, 2)

PARTICIPANTS: list[tuple[str, dict[str, Any]]] = [
    ("Barbro Larsson", {}),
    (
        "Barbro Larsson (C), ordförande, Region Västmanland",
        {"party": "C", "roles": ("chair",), "organisation": "Region Västmanland"},
    ),
    (
        "Sigurd Synnergård (L), ersätter Kjell Ivemyr, Hallstahammar",
        {"party": "L", "replaces": "Kjell Ivemyr", "organisation": "Hallstahammar"},
    ),
    (
        "Caroline Högström (M), Oppositionens plats",
        {"party": "M", "note": "Oppositionens plats"},
    ),
    ("Maria Glemfelt, utvecklingsstrateg", {"title": "utvecklingsstrateg"}),
    ("Ulf Ström, Enhetschef, Arboga", {"title": "Enhetschef", "organisation": "Arboga"}),
    ("Ulf Ström, Klinikens röst, Arboga", {"title": "Klinikens röst", "organisation": "Arboga"}),
    ("Ulf Ström, Arboga, frånvarande", {"organisation": "Arboga", "status": "absent"}),
    ("Ulf Ström, anmält förhinder", {"status": "absent"}),
    ("Ulf Ström, nej", {"status": "absent"}),
    ("Ulf Ström, ja", {"status": "present"}),
    ("Ulf Ström, ok", {"status": "present"}),
    ("Ulf Ström, okänt", {"status": "unknown"}),
    ("Ulf Ström (ordf.)", {"roles": ("chair",)}),
    ("Eva Ek, ordförande och sekreterare", {"roles": ("chair", "secretary")}),
    ("Eva Ek, ledamot, sekreterare", {"roles": ("member", "secretary")}),
    ("Eva Ek, eva.ek@example.se", {"email": "eva.ek@example.se"}),
    (
        "Eva Ek, ledamot, från 2025-01-01, till 2026-12-31",
        {"roles": ("member",), "since": dt.date(2025, 1, 1), "until": dt.date(2026, 12, 31)},
    ),
    ("Eva Ek, tfn 021-12 34 56", {"note": "tfn 021-12 34 56"}),
    ("Eva Ek, Ordförande i AVB", {"title": "Ordförande i AVB"}),
    ("Eva Ek, suppleant", {"roles": ("deputy",)}),
    ("Eva Ek, gäst", {"roles": ("guest",)}),
    ("Eva Ek, kassör", {"roles": ("member",), "title": "kassör"}),
    ("Eva Ek, 1:e vice ordförande", {"roles": ("vice_chair",), "title": "1:e vice ordförande"}),
    ("Eva Ek, §§ 12–19", {"scope": "§§ 12–19"}),
    ("Eva Ek, deltog till och med punkt 6", {"scope": "till och med punkt 6"}),
]


@pytest.mark.parametrize(("text", "fields"), PARTICIPANTS)
def test_a_participant_in_one_line(text: str, fields: dict[str, Any]) -> None:
    name = text.split(",")[0].split(" (")[0]
    assert read_participant(text) == Participant(name=name, **fields)


ACTIONS: list[tuple[str, dict[str, Any]]] = [
    (
        "Eva Ek bokar lokal, senast 2026-04-01",
        {"who": ("Eva Ek",), "what": "bokar lokal", "due": dt.date(2026, 4, 1)},
    ),
    (
        "Eva Ek: boka lokal (senast 1 april)",
        {"who": ("Eva Ek",), "what": "boka lokal", "due": dt.date(2026, 4, 1)},
    ),
    (
        "Eva Ek och Ulf Ström tar fram underlag, till nästa möte",
        {"who": ("Eva Ek", "Ulf Ström"), "what": "tar fram underlag",
         "due_note": "till nästa möte"},
    ),
    (
        "Marie: justera årsberättelsen, senast den 3 mars, klar",
        {"who": ("Marie",), "what": "justera årsberättelsen", "due": dt.date(2026, 3, 3),
         "status": "done"},
    ),
    ("Alla funderar på frågan", {"who": ("Alla",), "what": "funderar på frågan"}),
    ("Boka lokal", {"what": "Boka lokal"}),
    ("Boka lokal, i april", {"what": "Boka lokal", "due_note": "i april"}),
    ("Boka lokal, efter samråd med Eva", {"what": "Boka lokal, efter samråd med Eva"}),
    ("Uppföljningen ska göras", {"what": "Uppföljningen ska göras"}),
    ("Kontakta Eva Ek, Ulf Ström", {"what": "Kontakta Eva Ek, Ulf Ström"}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "fields"), ACTIONS)
def test_an_action_in_one_line(text: str, fields: dict[str, Any]) -> None:
    assert read_action(text, MEETING) == Action(**fields)


CARRY_OVERS = [
    ("nästa möte", "next", ""),
    ("till nästa sammanträde", "next", ""),
    ("april 2026", "2026-04", ""),
    ("2026-04", "2026-04", ""),
    ("april", "2026-04", ""),
    ("mötet i april", "2026-04", ""),
    ("mars", "2026-03", ""),
    ("januari", "2027-01", ""),
    ("17 april", "2026-04-17", ""),
    ("2026-04-17", "2026-04-17", ""),
    ("nästa möte, när även skolchef är närvarande", "next", "när även skolchef är närvarande"),
    ("nästa möte när även skolchef är närvarande", "next", "när även skolchef är närvarande"),
    ("när underlaget är klart", "next", "när underlaget är klart"),
    ("april 2026, om underlaget finns", "2026-04", "om underlaget finns"),
]


@pytest.mark.parametrize(("text", "when", "condition"), CARRY_OVERS)
def test_where_a_point_goes(text: str, when: str, condition: str) -> None:
    assert read_carry_over(text, MEETING) == CarryOver(when=when, condition=condition)


ORIGINS = [
    ("2026-03-02, punkt 6", Origin(date=MEETING, number="6")),
    ("2 mars 2026 § 6", Origin(date=MEETING, number="6")),
    ("2026-03-02 punkt 10 a", Origin(date=MEETING, number="10 a")),
    ("2026-03-02, punkt 3.1, SIP", Origin(date=MEETING, number="3.1", title="SIP")),
    ("2026-03-02", Origin(date=MEETING)),
    ("19 januari, punkt 2", Origin(date=dt.date(2026, 1, 19), number="2")),
    ("19 december, punkt 2", Origin(date=dt.date(2025, 12, 19), number="2")),
    ("Styrgruppen 2026-03-02, § 6", Origin(date=MEETING, number="6", body="Styrgruppen")),
    ("punkt 4", Origin(number="4")),
]  # fmt: skip


@pytest.mark.parametrize(("text", "origin"), ORIGINS)
def test_where_a_point_comes_from(text: str, origin: Origin) -> None:
    assert read_origin(text, MEETING) == origin


NEXT = [
    ("fredagen den 20 maj 2022 kl 09.00", {"date": dt.date(2022, 5, 20), "start": dt.time(9)}),
    ("17 april, digitalt", {"date": dt.date(2026, 4, 17), "place": "digitalt"}),
    ("2 mars", {"date": dt.date(2027, 3, 2)}),
    (
        "17 april kl. 9.00–11.00 i Stadshuset, heldag",
        {"date": dt.date(2026, 4, 17), "start": dt.time(9), "end": dt.time(11),
         "place": "Stadshuset", "note": "heldag"},
    ),
    (
        "17 april, Regionhuset i Björkdala",
        {"date": dt.date(2026, 4, 17), "place": "Regionhuset i Björkdala"},
    ),
    ("meddelas senare", {"note": "meddelas senare"}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "fields"), NEXT)
def test_the_next_meeting(text: str, fields: dict[str, Any]) -> None:
    assert read_next_meeting(text, MEETING) == NextMeeting(**fields)


ATTACHMENTS = [
    ("Presentation SIP", {"title": "Presentation SIP"}),
    ("Presentation.pdf", {"title": "Presentation", "target": "Presentation.pdf"}),
    ("bilagor/sip våren.pdf", {"title": "sip våren", "target": "bilagor/sip våren.pdf"}),
    (
        "Bilaga 1, Presentation SIP (bilagor/sip.pdf)",
        {"number": "1", "title": "Presentation SIP", "target": "bilagor/sip.pdf"},
    ),
    ("[SIP](https://example.se/sip)", {"title": "SIP", "target": "https://example.se/sip"}),
    ("Rapport (2025)", {"title": "Rapport (2025)"}),
]


@pytest.mark.parametrize(("text", "fields"), ATTACHMENTS)
def test_an_attachment_in_one_line(text: str, fields: dict[str, Any]) -> None:
    assert read_attachment(text) == Attachment(**fields)


FORMAL: list[tuple[Record, str]] = [
    (
        Motion(by=("Eva Ek (S)", "Bo Al (M)"), text="bifall till förslaget"),
        "Eva Ek (S) och Bo Al (M): bifall till förslaget",
    ),
    (Motion(text="avslag"), "avslag"),
    (MinutesNote(by=("Eva Ek",), text="frågan tas upp igen"), "Eva Ek: frågan tas upp igen"),
    (
        Reservation(by=("Eva Ek (S)",), text="eget yrkande", time=dt.time(11, 40)),
        "Eva Ek (S), kl. 11.40: eget yrkande",
    ),
    (Reservation(by=("Eva Ek (S)", "Bo Al (M)")), "Eva Ek (S) och Bo Al (M)"),
    (
        Recusal(name="Eva Ek (S)", reason="sitter i styrelsen", replaced_by="Bo Al (S)"),
        "Eva Ek (S): sitter i styrelsen, ersätts av Bo Al (S)",
    ),
    (Recusal(name="Eva Ek"), "Eva Ek"),
    (
        Movement(name="Eva Ek", direction="leaves", time=dt.time(10, 15), deputy="Bo Al"),
        "Eva Ek går kl. 10.15, Bo Al tjänstgör",
    ),
    (
        Movement(name="Eva Ek", direction="arrives", time=dt.time(9), deputy="Bo Al"),
        "Eva Ek kommer kl. 9.00, Bo Al avgår",
    ),
    (Movement(name="Eva Ek", direction="arrives"), "Eva Ek kommer"),
    (Adjournment(start=dt.time(10), end=dt.time(10, 15)), "kl. 10.00–10.15"),
]


@pytest.mark.parametrize(("record", "text"), FORMAL)
def test_formal_content_in_one_line(record: Record, text: str) -> None:
    assert line(record) == text
    assert read_line(type(record), text) == record


MOVEMENTS = [
    ("Eva Ek lämnar mötet", Movement(name="Eva Ek")),
    ("Eva Ek lämnar kl 10.15", Movement(name="Eva Ek", time=dt.time(10, 15))),
    ("Eva Ek anländer kl 9", Movement(name="Eva Ek", direction="arrives", time=dt.time(9))),
    ("Eva Ek går, ersätts av Bo Al", Movement(name="Eva Ek", deputy="Bo Al")),
]


@pytest.mark.parametrize(("text", "movement"), MOVEMENTS)
def test_comings_and_goings_as_a_secretary_writes_them(text: str, movement: Movement) -> None:
    assert read_line(Movement, text) == movement


def test_a_decision_may_begin_with_its_number() -> None:
    assert read_decision("1. Informationen noteras.") == Decision(
        text="Informationen noteras.", number="1"
    )
    assert read_decision("10 maj hålls mötet.") == Decision(text="10 maj hålls mötet.")


NAMES = [
    ("Eva Ek", ("Eva Ek",)),
    ("Eva Ek och Ulf Ström", ("Eva Ek", "Ulf Ström")),
    ("Eva Ek, Ulf Ström och Marie", ("Eva Ek", "Ulf Ström", "Marie")),
    ("Jan Smedjegård, utvecklingsstrateg", ("Jan Smedjegård, utvecklingsstrateg",)),
    ("Eva Ek, Region Västmanland", ("Eva Ek, Region Västmanland",)),
    ("vård och omsorg", ("vård och omsorg",)),
    ("Eva Ek (S), Bo Al (M) och Åsa Öman (V)", ("Eva Ek (S)", "Bo Al (M)", "Åsa Öman (V)")),
]


@pytest.mark.parametrize(("text", "names"), NAMES)
def test_names_in_a_row(text: str, names: tuple[str, ...]) -> None:
    assert read_names(text) == names


FAULTS = [
    (lambda: read_day("tisdagen den 2 mars 2026"), "2026-03-02 är en måndag"),
    (lambda: read_day("2 mars"), "saknar år"),
    (lambda: read_day("30 februari 2026"), "finns inte i kalendern"),
    (lambda: read_day("2026-02-30"), "2026-02-30"),
    (lambda: read_day("i vår"), "är inget datum"),
    (lambda: read_day("2026-03-02 kl 9"), "bredvid datumet står «kl 9»"),
    (lambda: read_when("sommaren", MEETING), "säger inte när"),
    (lambda: read_when("april"), "saknar år"),
    (lambda: read_when("april 2026, kanske"), "ingen del av en tidpunkt"),
    (lambda: read_origin("förra mötet"), "namnger inget möte"),
    (lambda: read_next_meeting("30 februari 2026", MEETING), "finns inte i kalendern"),
    (lambda: read_next_meeting("vecka 14", MEETING), "namnger inte en dag"),
    (lambda: read_next_meeting("17 april"), "saknar år"),
    (lambda: read_participant(", ordförande"), "namnger ingen"),
    (lambda: read_action("Eva Ek bokar, senast 31 april", MEETING), "finns inte i kalendern"),
    (lambda: read_line(Movement, "Eva Ek"), "säger inte vem som kommer eller går"),
    (lambda: read_line(Movement, "Eva Ek går snart"), "är inget klockslag"),
    (lambda: read_line(Movement, "Eva Ek går, tyvärr"), "säger inte vem som tjänstgör"),
    (lambda: read_line(Adjournment, "en stund"), "är inget klockslag"),
    (lambda: read_line(Reservation, ", kl. 11.40: nej"), "namnger ingen"),
]


@pytest.mark.parametrize(("reading", "message"), FAULTS)
def test_what_cannot_be_understood_is_told(reading: Any, message: str) -> None:
    with pytest.raises(PhraseError) as error:
        reading()
    assert message in error.value.message
    assert error.value.remedy


WRITTEN: list[tuple[Record, str]] = [
    (
        Participant(name="Eva Ek", party="C", roles=("chair",), organisation="Arboga",
                    replaces="Bo Alm", status="absent"),
        "Eva Ek (C), ordförande, ersätter Bo Alm, Arboga, frånvarande",
    ),
    (CarryOver(when="2026-04", condition="om det går"), "april 2026, om det går"),
    (CarryOver(), "nästa möte"),
    (Origin(date=MEETING, number="6"), "2026-03-02, punkt 6"),
    (
        NextMeeting(date=MEETING, start=dt.time(9), end=dt.time(11, 30), place="Digitalt"),
        "måndagen den 2 mars 2026 kl. 9.00–11.30, Digitalt",
    ),
    (Action(who=("Marie",), what="boka lokal"), "Marie: boka lokal"),
    (
        Action(who=("Eva Ek", "Ulf Ström"), what="bokar lokal", due=MEETING, status="done"),
        "Eva Ek och Ulf Ström bokar lokal, senast 2026-03-02, klar",
    ),
    (Attachment(title="SIP", target="sip-26.pdf", number="2"), "Bilaga 2, SIP (sip-26.pdf)"),
    (Decision(text="Ja.", number="1"), "1. Ja."),
    (Approval(adjusters=("Eva Ek", "Ulf Ström")), "Eva Ek och Ulf Ström"),
    (Approval(deadline="en vecka"), "en vecka"),
]  # fmt: skip


@pytest.mark.parametrize(("record", "text"), WRITTEN)
def test_the_line_of_a_record(record: Record, text: str) -> None:
    assert line(record) == text
    assert can_be_short(record)


LONG: list[Record] = [
    Participant(name="Eva Ek", group="Ledamöter"),
    Participant(name="Ek, Eva"),
    Participant(name="Eva Ek", organisation="kommunen"),
    Origin(date=MEETING, title="punkt 4"),
    CarryOver(when="next", condition=" om"),
    NextMeeting(date=MEETING, note="heldag"),
    NextMeeting(date=MEETING, end=dt.time(9)),
    NextMeeting(),
    Action(what="boka lokal, senast 2026-04-01"),
    Action(what="bokar", who=("Eva Ek",), due_note="senast 2 mars"),
    Action(what="bokar", who=("Eva Ek",), origin=Origin(date=MEETING)),
    Attachment(title="Presentation.pdf"),
    Decision(text="1. Ja."),
    Approval(deadline="Eva Ek"),
]


@pytest.mark.parametrize("record", LONG)
def test_a_record_that_says_more_than_its_line(record: Record) -> None:
    assert not can_be_short(record)


KINDS = (
    Participant, Origin, CarryOver, NextMeeting, Action, Attachment, Decision, Approval,
    Motion, MinutesNote, Reservation, Recusal, Movement, Adjournment,
)  # fmt: skip


@settings(max_examples=80, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.one_of(*map(records, KINDS)))
def test_a_line_that_can_be_short_says_the_same_at_every_meeting(record: Record) -> None:
    if can_be_short(record):
        assert read_line(type(record), line(record), MEETING) == record
