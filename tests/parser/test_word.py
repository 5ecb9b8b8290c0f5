"""Word documents, read: paragraphs are whole, tables have cells, lists have levels."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from protokollant.model import Action
from protokollant.parser import parse
from protokollant.source import Line


def lines() -> Iterator[Line]:
    def line(text: str, style: str = "Body Text", **more: object) -> Line:
        nonlocal number
        number += 1
        return Line(number, text, style=style, **more)  # type: ignore[arg-type]

    def row(*cells: str) -> Line:
        return line("\t".join(cells), "", cells=cells)

    number = 0
    yield line("Minnesanteckningar", "Title")
    yield line("Arbetsgruppen för skolan", "Subtitle")
    yield row("Datum", "Måndagen den 2 mars 2026")
    yield line("Deltagare", "Heading 1")
    yield row("Namn", "Grupp", "Roll och uppdrag", "Närvaro")
    yield row("Anna Ek (C)", "Vara kommun", "Ordförande, rektor", "Närvarande")
    yield row("Bo Lind", "Region Skåne", "", "–")
    yield row("Cilla Berg", "Region Skåne", "Jurist, ordf. GRP", "Frånvarande")
    yield line("1. Skolan", "Heading 1")
    yield line("Alla var överens om att det här är viktigt för hela kommunen och regionen")
    yield line("Frågor som kom upp:")
    yield line("Tiden", "List Bullet", numbering="•")
    yield line("Kvällar", "List Bullet 2", numbering="•")
    yield line("Beslut", "Beslutsrubrik")
    yield line("Frågan utreds.", "Beslut")
    yield line("Åtgärd: Anna Ek: bokar lokal", "Åtgärd")
    yield line("2. Övrigt", "Heading 1")
    yield line("Inget.")
    yield line("Åtgärder", "Heading 1")
    yield row("Vad", "Vem", "När", "Punkt")
    yield row("bokar lokal", "Anna Ek", "", "1")
    yield row("Ringer rektor", "Bo Lind", "13 mars", "Övrigt")
    yield line("Nästa möte", "Heading 1")
    yield line("Måndagen den 13 april 2026 kl. 9.00")


def test_people_are_read_by_the_headings_of_their_columns() -> None:
    people = parse(tuple(lines())).meeting.participants
    assert [(p.name, p.status, p.group, p.title, p.note) for p in people] == [
        ("Anna Ek", "present", "Vara kommun", "rektor", ""),
        ("Bo Lind", "unknown", "Region Skåne", "", ""),
        ("Cilla Berg", "absent", "Region Skåne", "Jurist", "ordf. GRP"),
    ]
    assert people[0].roles == ("chair",)
    assert people[0].party == "C"


def test_paragraphs_stay_apart_and_lists_keep_their_levels() -> None:
    meeting = parse(tuple(lines())).meeting
    assert meeting.items[0].text == (
        "Alla var överens om att det här är viktigt för hela kommunen och regionen\n\n"
        "Frågor som kom upp:\n\n- Tiden\n  - Kvällar"
    )
    assert [d.text for d in meeting.items[0].decisions] == ["Frågan utreds."]


def test_a_table_of_actions_is_no_item_and_its_rows_go_to_their_items() -> None:
    reading = parse(tuple(lines()))
    meeting = reading.meeting
    assert [item.title for item in meeting.items] == ["Skolan", "Övrigt"]
    assert meeting.items[0].actions == (Action(what="bokar lokal", who=("Anna Ek",)),)
    assert meeting.items[1].actions == (
        Action(what="Ringer rektor", who=("Bo Lind",), due=date(2026, 3, 13)),
    )
    assert reading.unplaced == ()


def test_a_heading_that_only_holds_the_next_meeting_is_no_item() -> None:
    meeting = parse(tuple(lines())).meeting
    assert meeting.next_meeting is not None
    assert meeting.next_meeting.date == date(2026, 4, 13)
    assert meeting.items[-1].title == "Övrigt"


def test_people_of_a_principal_have_it_as_their_organisation() -> None:
    people = parse(tuple(lines())).meeting.participants
    assert [p.organisation for p in people] == ["Vara kommun", "Region Skåne", "Region Skåne"]


def test_a_row_of_an_agenda_is_an_item_cell_by_cell() -> None:
    def row(number: int, *cells: str) -> Line:
        return Line(number, "\t".join(cells), cells=cells)

    meeting = parse(
        (
            Line(1, "Kallelse till valnämnden 2026-03-02"),
            Line(2, ""),
            row(3, "", "Ärende", "Beteckning", "Förslag"),
            row(4, "1.", "Val av\njusterare", "", "Ordinarie: Peter Ek (KD)"),
            row(5, "2.", "Utbildning", "2025-00007", "Noteras till protokollet."),
            row(6, "3.", "Budget 2027", "", ""),
        )
    ).meeting
    assert [(item.number, item.title, item.case, item.text) for item in meeting.items] == [
        ("1", "Val av justerare", "", "Ordinarie: Peter Ek (KD)"),
        ("2", "Utbildning", "2025-00007", "Noteras till protokollet."),
        ("3", "Budget 2027", "", ""),
    ]
