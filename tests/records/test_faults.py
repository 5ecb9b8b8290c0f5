"""Faulty YAML: every fault at once, each with its line, its place in words and a remedy."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from protokollant.errors import RecordError
from protokollant.model import Meeting
from protokollant.records import (
    load_annual_text,
    load_body_text,
    load_meeting,
    load_meeting_text,
    load_record,
    load_record_text,
)
from protokollant.vocabulary import names_of
from tests.records.strategies import texts
from tests.records.test_update import TEXT as UPDATE_TEXT

FIVE_FAULTS = """\
organ: Styrgruppen
datum: tisdagen den 2 mars 2026
tid: 25.00
punter:
  - Öppnande
deltagare:
  - Eva Ek, ordförande
  - namn: Ulf Ström
    roler: ledamot
punkter:
  - Öppnande
  - nummer: 7
    rubrik: SIP
    läge: uppskuten
    åtgärder:
      - vad: boka lokal
        senast: 31 februari 2026
"""


def test_five_faults_give_five_messages_with_their_lines() -> None:
    assert _told(FIVE_FAULTS) == [
        "m.yaml, rad 2, datum: 2026-03-02 är en måndag, men här står «tisdagen den 2 mars 2026»."
        " Rätta datumet eller veckodagen.",
        "m.yaml, rad 3, tid: «25.00» är inget klockslag."
        " Skriv till exempel 14.00–16.00 eller 9:30.",
        "m.yaml, rad 4: nyckeln «punter» finns inte. Menade du «punkter»?",
        "m.yaml, rad 9, deltagare 2: nyckeln «roler» finns inte. Menade du «roller»?",
        "m.yaml, rad 14, punkt 7, läge: «uppskuten» går inte att använda här."
        " Menade du «uppskjuten»?",
        "m.yaml, rad 17, punkt 7, åtgärd 1, senast: «31 februari 2026» finns inte i kalendern."
        " Rätta datumet.",
    ]


FAULTS = [
    ("plats: [a, b]", 1, "plats", "här ska stå en text, inte en lista."),
    ("plats:\n  a: b", 2, "plats", "här ska stå en text, inte nycklar med värden."),
    ("plats: a\nplats: b", 2, "", "nyckeln «plats» står redan på rad 1."),
    ("plats: a\nlokal: b", 2, "", "«lokal» säger detsamma som «plats» på rad 1."),
    ("tid: 9–10\nstart: 8", 2, "", "«start» säger detsamma som «tid» på rad 1."),
    ("grupper: x", 1, "", "«grupper» räknas ut av programmet."),
    ("xyzzy: x", 1, "", "nyckeln «xyzzy» finns inte."),
    ("typ: protokol", 1, "typ", "«protokol» går inte att använda här."),
    ("datum: i vår", 1, "datum", "«i vår» är inget datum."),
    ("tid: 16.00–14.00", 1, "tid", "«16.00–14.00» slutar innan det börjar."),
    ("tid: [a]", 1, "tid", "här ska stå ett klockslag."),
    ("start: nio", 1, "start", "«nio» är inget klockslag."),
    ("punkter:\n  - minuter: kort", 2, "punkt 1, minuter", "«kort» är inget heltal."),
    ("punkter:\n  - [a]", 2, "punkt 1", "här står en lista, men det ska vara nycklar med värden."),
    ("numrering: §\npunkter:\n  - nummer: 14\n    läge: x", 4, "§ 14, läge",
     "«x» går inte att använda här."),
    ("punkter:\n  - underpunkter:\n      - läge: x", 3, "punkt 1, punkt 1, läge",
     "«x» går inte att använda här."),
    ("punkter:\n  - vem: x\n    beslut:\n      - nummer: 1", 2, "punkt 1",
     "nyckeln «vem» finns inte."),
    ("punkter:\n  - beslut:\n      - nummer: 1", 3, "punkt 1, beslut 1", "nyckeln «text» saknas."),
    ("deltagare:\n  - roller: gäst", 2, "deltagare 1", "nyckeln «namn» saknas."),
    ("deltagare:\n  - namn: A\n    roller: [x]", 3, "deltagare 1, roller",
     "«x» går inte att använda här."),
    ("närvarande:\n  - Eva Ek, frånvarande", 1, "närvarande",
     "Eva Ek står både som närvarande och frånvarande."),
    ("flyttas till: april", 1, "", "nyckeln «flyttas till» finns inte."),
    ("punkter:\n  - flyttas till: april", 2, "punkt 1, flyttas till", "«april» saknar år."),
    ("underskrifter:\n  - [a]", 2, "underskrifter", "här ska varje post vara en text."),
    ('plats: "a\\x07b"', 1, "plats",
     "texten innehåller styrtecknet U+0007, som inte kan visas."),
    # How the YAML itself is written.
    ("plats: Nuläge: covid", 1, "", "texten innehåller ett kolon."),
    ('rubrik: "SIP" i praktiken\nplats: b', 1, "", "citattecknen omfattar bara en del av texten."),
    ("rubrik: 'a\nplats: b", 1, "", "ett citattecken saknar sitt slut."),
    ("rubrik: *viktigt*", 1, "", "en text får inte börja med «*» utan citattecken."),
    ("rubrik: !viktigt", 1, "", "en text får inte börja med «!» utan citattecken."),
    ("rubrik: &a b", 1, "", "en text får inte börja med «&» utan citattecken."),
    ("rubrik: @a", 1, "", "texten börjar med ett tecken som har en egen betydelse."),
    ("rubrik: [a", 1, "", "en hakparentes eller klammer i början av texten saknar sitt slut."),
    ("punkter: - a\n", 1, "", "en lista börjar på samma rad som nyckeln."),
    ("rubrik: x\ndatum\nplats: b", 2, "", "raden saknar kolon efter nyckeln."),
    ("rubrik: x\n\tplats: b", 2, "", "här står ett tabbtecken."),
    ("  rubrik: x\nplats: b", 2, "", "raden passar inte ihop med raderna ovanför."),
    ("rubrik: a\x07b", 1, "", "raden innehåller tecknet U+0007, som inte kan visas."),
    ("rubrik: a\n---\nplats: b", 2, "", "filen har flera delar, skilda åt med «---»."),
    ("? [a]\n: b", 1, "", "en nyckel ska vara en text."),
    ("rubrik: " + "[" * 60 + "]" * 60, 1, "", "raderna är indragna i för många nivåer."),
    ("- a", 1, "", "filen ska bestå av rader med nyckel och värde."),
    ("hej", 1, "", "filen ska bestå av rader med nyckel och värde."),
    ("namn: X\nledamöter: [Eva Ek]", 1, "", "filen beskriver ett organ, inte ett möte."),
    ("år: 2026\norgan: X", 1, "", "filen beskriver ett år, inte ett möte."),
]  # fmt: skip


@pytest.mark.parametrize(("text", "line", "where", "message"), FAULTS)
def test_a_fault_is_told_where_it_is(text: str, line: int, where: str, message: str) -> None:
    with pytest.raises(RecordError) as error:
        load_meeting_text(text, "m.yaml")
    fault = error.value.faults[0]
    assert (fault.place.line, fault.place.where, fault.message) == (line, where, message)
    assert fault.place.file == "m.yaml"
    assert fault.remedy


def test_faults_in_the_writing_do_not_hide_the_others() -> None:
    text = "rubrik: Nuläge: covid\nplatts: b\ntext: *a*\ndatum: i vår\n"
    lines = [line.split(": ")[0] for line in _told(text)]
    assert lines == ["m.yaml, rad 1", "m.yaml, rad 2", "m.yaml, rad 3", "m.yaml, rad 3",
                     "m.yaml, rad 4, datum"]  # fmt: skip


MISPLACED = [
    ("beslut: Ja", "Nyckeln hör till en punkt. Skriv den indragen under punkten."),
    ("punkter:\n  - rubrik: A\n    deltagare: []",
     "Nyckeln hör till mötet. Skriv den längst till vänster."),
    ("punkter:\n  - rubrk: A", "Menade du «rubrik»?"),
    ("nästa mte: 17 april 2026", "Menade du «nästa möte»?"),
    ("sekretere: Eva Ek", "Menade du «sekreterare»?"),
    ("xyzzy: a", "Alla nycklar visas av «protokollant fields»."),
    ("bilagor:\n  - xyzzy: a", "De nycklar som finns är «rubrik», «fil», «nummer», «läge»."),
]  # fmt: skip


@pytest.mark.parametrize(("text", "remedy"), MISPLACED)
def test_an_unknown_key_says_what_to_do(text: str, remedy: str) -> None:
    with pytest.raises(RecordError) as error:
        load_meeting_text(text)
    assert error.value.faults[0].remedy == remedy


def test_a_colon_shows_how_to_write_the_line() -> None:
    assert '«plats: "Nuläge: covid"»' in _told("plats: Nuläge: covid\n")[0]


@pytest.mark.parametrize("text", ["", "\n\n", "# bara en kommentar\n", "---\n"])
def test_an_empty_file(text: str) -> None:
    (told,) = _told(text)
    assert told == "m.yaml: filen är tom. Skriv till exempel «datum: 2026-03-02»."


CONTENTS = [
    (b"\x00\x01\x02PK", "filen är ingen textfil."),
    (b"%PDF-1.7\n\xe2\xe3\xcf\xd3\x00\x01", "filen är ingen textfil."),
    ("organ: A\nplats: Västerås\n".encode("cp1252"),
     "filen är inte sparad i teckenkodningen UTF-8."),
]  # fmt: skip


@pytest.mark.parametrize(("content", "message"), CONTENTS)
def test_a_file_that_is_no_text(tmp_path: Path, content: bytes, message: str) -> None:
    path = tmp_path / "m.yaml"
    path.write_bytes(content)
    with pytest.raises(RecordError) as error:
        load_meeting(path)
    assert error.value.faults[0].message == message
    assert error.value.place.file == str(path)


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(RecordError, match="filen finns inte"):
        load_meeting(tmp_path / "m.yaml")
    with pytest.raises(RecordError, match="är en mapp"):
        load_record(tmp_path)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_the_ways_notepad_saves(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "m.yaml"
    path.write_bytes("plats: Västerås\r\norgan: Å\r\n".encode(encoding))
    meeting = load_meeting(path)
    assert (meeting.place, meeting.body) == ("Västerås", "Å")


def test_faults_of_a_body_and_of_a_report() -> None:
    with pytest.raises(RecordError, match="nyckeln «namn» saknas"):
        load_body_text("ledamöter: [Eva Ek]\n")
    with pytest.raises(RecordError, match="rad 2, stående punkter 1, plats: «mitten»"):
        load_body_text("namn: A\nstående punkter: [{rubrik: A, plats: mitten}]\n")
    with pytest.raises(RecordError, match="filen beskriver ett organ, inte ett år"):
        load_annual_text("namn: A\nledamöter: [Eva Ek]\n")


@settings(max_examples=150, deadline=None)
@given(
    st.sampled_from([FIVE_FAULTS, UPDATE_TEXT]),
    st.lists(
        st.tuples(
            st.integers(0, 600),
            st.integers(0, 3),
            st.text("ab0: -\n\t\"'[]{}#&*!|>%@`~,?\\\r\x85\u2028", max_size=3),
        ),
        min_size=1,
        max_size=4,
    ),
)
def test_whatever_is_mistyped_is_loaded_or_told(
    text: str, slips: list[tuple[int, int, str]]
) -> None:
    for at, dropped, typed in slips:
        text = text[:at] + typed + text[at + dropped :]
    _loads_or_tells(text)


@settings(max_examples=150, deadline=None)
@given(st.one_of(texts, st.text()), st.sampled_from([*names_of(Meeting), "x"]))
def test_any_value_under_any_key_is_loaded_or_told(value: str, key: str) -> None:
    _loads_or_tells(value)
    _loads_or_tells(f"{key}: {value}")
    _loads_or_tells(f"{key}:\n  - {value}")


def _loads_or_tells(text: str) -> None:
    try:
        load_record_text(text, "m.yaml")
    except RecordError as error:
        for fault in error.faults:
            assert fault.remedy
            last = text.replace("\r\n", "\n").replace("\r", "\n").count("\n") + 1
            assert fault.place.line is None or 1 <= fault.place.line <= last


def _told(text: str) -> list[str]:
    with pytest.raises(RecordError) as error:
        load_meeting_text(text, "m.yaml")
    return str(error.value).split("\n")
