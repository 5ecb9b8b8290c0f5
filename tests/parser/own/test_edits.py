"""What a secretary changes in Word is read back, and nothing else has changed."""

from __future__ import annotations

from collections.abc import Callable
from copy import deepcopy
from datetime import date, time
from io import BytesIO
from typing import Any

import docx
import pytest
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph

from protokollant.model import Action, AgendaItem, Decision, Meeting, Participant, Record
from protokollant.source import Reading
from tests.parser.own.trip import differences, read_back
from tests.word_templates.filled import CASES, template

Edit = Callable[[Any, Meeting], dict[str, Any]]
"""Changes the document as in Word, and tells which fields of the meeting are to differ."""

DOCUMENTS = ("minnesanteckningar-rika", "protokoll-rikt")


def paragraphs(document: Any, style: str) -> list[Paragraph]:
    """The paragraphs outside tables in a style."""
    return [p for p in document.paragraphs if p.style.name == style]


def reword(paragraph: Paragraph, old: str, new: str) -> None:
    """Type over text within a paragraph, which Word gives the look of what stood there."""
    run = next(run for run in paragraph.runs if old in run.text)
    run.text = run.text.replace(old, new)


def insert_after(paragraph: Paragraph, text: str, style: str) -> Paragraph:
    """A new paragraph below, as after Enter and a choice of style."""
    made = Paragraph(deepcopy(paragraph._p), paragraph._parent)
    paragraph._p.addnext(made._p)
    for child in list(made._p):
        if child.tag != qn("w:pPr"):
            made._p.remove(child)
    made.style = style
    made.add_run(text)
    return made


def cell(document: Any, text: str) -> Any:
    """The first table cell with the text."""
    return next(c for t in document.tables for row in t.rows for c in row.cells if c.text == text)


def heading(document: Any, text: str) -> Paragraph:
    """The heading that ends so."""
    return next(
        p
        for p in document.paragraphs
        if p.style.name.startswith("Heading") and p.text.endswith(text)
    )


def sign_as(document: Any, old: str, new: str) -> None:
    """Another name under the line to sign on, where there is one."""
    for paragraph in paragraphs(document, "Namnrad"):
        if paragraph.text == old:
            reword(paragraph, old, new)


# --- the edits ----------------------------------------------------------------------------------


def reword_a_decision(document: Any, before: Meeting) -> dict[str, Any]:
    found = next(p for p in paragraphs(document, "Beslut") if "noteras" in p.text)
    reword(found, "Informationen noteras.", "Styrelsen tackar, och noterar 2 saker.")
    return {"items[2].decisions[0].text": "Styrelsen tackar, och noterar 2 saker."}


def reword_the_only_decision(document: Any, before: Meeting) -> dict[str, Any]:
    found = next(p for p in paragraphs(document, "Beslut") if "godkänns" in p.text)
    reword(found, "godkänns", "läggs till handlingarna")
    return {"items[1].decisions[0].text": "Anteckningarna läggs till handlingarna."}


def add_a_decision(document: Any, before: Meeting) -> dict[str, Any]:
    found = next(p for p in paragraphs(document, "Beslut") if "noteras" in p.text)
    insert_after(found, "3. Frågan utreds.", "Beslut")
    first, second = before.items[2].decisions
    return {"items[2].decisions": (first, Decision(text="Frågan utreds.", number="3"), second)}


def change_attendance(document: Any, before: Meeting) -> dict[str, Any]:
    reword(cell(document, "Närvarande").paragraphs[0], "Närvarande", "Frånvarande")
    return {"participants[0].status": "absent"}


def change_attendance_in_other_words(document: Any, before: Meeting) -> dict[str, Any]:
    cell(document, "Frånvarande").text = "ja"
    return {"participants[3].status": "present"}


def fill_in_attendance(document: Any, before: Meeting) -> dict[str, Any]:
    cell(document, "–").text = "Närvarande"
    return {"participants[4].status": "present"}


def change_a_role(document: Any, before: Meeting) -> dict[str, Any]:
    reword(cell(document, "ordförande, Region Mälarbygden").paragraphs[0], "ordf", "vice ordf")
    return {"participants[0].roles[0]": "vice_chair"}


def write_more_about_a_person(document: Any, before: Meeting) -> dict[str, Any]:
    cell(document, "ordförande, Region Mälarbygden").paragraphs[0].add_run(", rektor")
    return {"participants[0].title": "rektor"}


def correct_a_name(document: Any, before: Meeting) -> dict[str, Any]:
    reword(cell(document, "Barbro Lind (C)").paragraphs[0], "Lind", "Lindh")
    sign_as(document, "Barbro Lind", "Barbro Lindh")
    return {"participants[0].name": "Barbro Lindh"}


def write_a_name_anew(document: Any, before: Meeting) -> dict[str, Any]:
    cell(document, "Barbro Lind (C)").text = "Bertil Lund (M)"
    sign_as(document, "Barbro Lind", "Bertil Lund")
    return {"participants[0].name": "Bertil Lund", "participants[0].party": "M"}


def add_a_person(document: Any, before: Meeting) -> dict[str, Any]:
    row = document.tables[0].rows[4]
    row._tr.addnext(made := deepcopy(row._tr))
    new = next(r for r in document.tables[0].rows if r._tr is made)
    for one, text in zip(new.cells, ("Eva Ek (S)", "ledamot, Sala", "Närvarande"), strict=True):
        one.text = text
    person = Participant(
        name="Eva Ek",
        party="S",
        roles=("member",),
        organisation="Sala",
        status="present",
        group="Ledamöter",
    )
    return {"participants": (*before.participants[:4], person, *before.participants[4:])}


def strike_a_person(document: Any, before: Meeting) -> dict[str, Any]:
    row = document.tables[0].rows[2]
    row._tr.getparent().remove(row._tr)
    return {"participants": before.participants[:1] + before.participants[2:]}


def reword_a_heading(document: Any, before: Meeting) -> dict[str, Any]:
    reword(heading(document, "Övriga frågor"), "Övriga frågor", "Övrigt")
    return {"items[5].title": "Övrigt"}


def add_an_item(document: Any, before: Meeting) -> dict[str, Any]:
    last = next(p for p in document.paragraphs if p.text == "Inga övriga frågor.")
    sign = "§ 7" if before.numbering == "section" else "7."
    made = insert_after(last, f"{sign} Avslutning", "Heading 1")
    made = insert_after(made, "Ordföranden avslutar mötet.", "Body Text")
    item = AgendaItem(number="7", title="Avslutning", text="Ordföranden avslutar mötet.")
    return {"items": (*before.items, item)}


def add_a_sub_item(document: Any, before: Meeting) -> dict[str, Any]:
    made = insert_after(
        next(p for p in document.paragraphs if p.text.endswith("plan, klar")),
        "Fritid",
        "Heading 2",
    )
    insert_after(made, "Inget nytt.", "Body Text")
    parts = (*before.items[3].items, AgendaItem(title="Fritid", text="Inget nytt."))
    return {"items[3].items": parts}


def strike_an_item(document: Any, before: Meeting) -> dict[str, Any]:
    first = heading(document, "Övriga frågor")
    text = next(p for p in document.paragraphs if p.text == "Inga övriga frågor.")
    for one in (first, text):
        one._p.getparent().remove(one._p)
    return {"items": before.items[:-1]}


def move_text(document: Any, before: Meeting) -> dict[str, Any]:
    text = next(p for p in document.paragraphs if p.text.startswith("Ordföranden hälsar"))
    heading(document, "Övriga frågor")._p.addnext(text._p)
    moved = before.items[0].text
    return {"items[0].text": "", "items[5].text": f"{moved}\n\nInga övriga frågor."}


def delete_a_paragraph(document: Any, before: Meeting) -> dict[str, Any]:
    text = next(p for p in document.paragraphs if p.text.startswith("Ordföranden hälsar"))
    text._p.getparent().remove(text._p)
    return {"items[0].text": ""}


def make_a_word_bold(document: Any, before: Meeting) -> dict[str, Any]:
    text = next(p for p in document.paragraphs if p.text == "Inga övriga frågor.")
    text.runs[0].text = "Inga "
    text.add_run("övriga").bold = True
    text.add_run(" frågor.")
    return {"items[5].text": "Inga **övriga** frågor."}


def paste_text(document: Any, before: Meeting) -> dict[str, Any]:
    text = next(p for p in document.paragraphs if p.text == "Inga övriga frågor.")
    pasted = document.add_paragraph("Klistrat från ett brev: 3 * 4.")
    text._p.addnext(pasted._p)
    return {"items[5].text": "Inga övriga frågor.\n\nKlistrat från ett brev: 3 * 4."}


def add_a_bullet(document: Any, before: Meeting) -> dict[str, Any]:
    found = next(p for p in document.paragraphs if p.text == "uppföljning varje termin.")
    insert_after(found, "Klart.", "List Bullet")
    old, new = "- uppföljning varje termin.", "- uppföljning varje termin.\n- Klart."
    return {"items[2].text": before.items[2].text.replace(old, new)}


def add_an_action(document: Any, before: Meeting) -> dict[str, Any]:
    found = next(p for p in document.paragraphs if p.text.endswith("plan, klar"))
    insert_after(found, "Åtgärd: Eva Ek bokar lokal, senast 2026-05-01", "Åtgärd")
    old = before.items[3].items[1].actions
    new = Action(what="bokar lokal", who=("Eva Ek",), due=date(2026, 5, 1))
    return {"items[3].items[1].actions": (*old, new)}


def give_a_task_another_day(document: Any, before: Meeting) -> dict[str, Any]:
    found = next(p for p in paragraphs(document, "Åtgärd") if "2026-05-20" in p.text)
    reword(found, "2026-05-20", "22 maj 2026")
    return {"items[2].actions[0].due": date(2026, 5, 22)}


def add_who_presents(document: Any, before: Meeting) -> dict[str, Any]:
    found = next(p for p in paragraphs(document, "Punktfakta") if "RS 2026/0123" in p.text)
    reword(found, "Jeanette Källstad", "Eva Ek")
    return {"items[2].presenters[0]": "Eva Ek"}


def take_up_a_postponed_item(document: Any, before: Meeting) -> dict[str, Any]:
    found = paragraphs(document, "Punktläge")[0]
    found._p.getparent().remove(found._p)
    return {"items[4].state": "handled", "items[4].carried_to": None}


def change_head_facts(document: Any, before: Meeting) -> dict[str, Any]:
    day, hours, place = paragraphs(document, "Uppgift")[:3]
    reword(day, "Måndagen den\u00a02", "tisdagen den 3")
    reword(hours, "16.00", "16.30")
    reword(place, "Digitalt", "Hemma")
    return {"date": date(2026, 3, 3), "end": time(16, 30), "place": "Hemma via Teams"}


def give_the_document_a_title(document: Any, before: Meeting) -> dict[str, Any]:
    reword(paragraphs(document, "Title")[0], before.title, "Protokoll fört vid årsmöte")
    return {"title": "Protokoll fört vid årsmöte"}


def write_the_next_meeting_anew(document: Any, before: Meeting) -> dict[str, Any]:
    below = heading(document, "Nästa möte")._p.getnext()
    Paragraph(below, document._body).text = "Onsdagen den 6 maj 2026 kl. 10.00, Rådhuset"
    return {
        "next_meeting.date": date(2026, 5, 6),
        "next_meeting.start": time(10),
        "next_meeting.end": None,
        "next_meeting.place": "Rådhuset",
    }


def rename_an_attachment(document: Any, before: Meeting) -> dict[str, Any]:
    reword(
        next(p for p in document.paragraphs if "arsplan.pdf" in p.text), "Årsplan 2026", "Planen"
    )
    return {"attachments[0].title": "Planen"}


def change_whom_to_ask(document: Any, before: Meeting) -> dict[str, Any]:
    below = heading(document, "Kontakt")._p.getnext()
    Paragraph(below, document._body).text = "Eva Ek, 021-12 34 56"
    return {"contact": "Eva Ek, 021-12 34 56"}


EDITS: tuple[Edit, ...] = (
    reword_a_decision,
    reword_the_only_decision,
    add_a_decision,
    change_attendance,
    change_attendance_in_other_words,
    fill_in_attendance,
    change_a_role,
    write_more_about_a_person,
    correct_a_name,
    write_a_name_anew,
    add_a_person,
    strike_a_person,
    reword_a_heading,
    add_an_item,
    add_a_sub_item,
    strike_an_item,
    move_text,
    delete_a_paragraph,
    make_a_word_bold,
    paste_text,
    add_a_bullet,
    add_an_action,
    give_a_task_another_day,
    add_who_presents,
    take_up_a_postponed_item,
    change_head_facts,
    give_the_document_a_title,
    write_the_next_meeting_anew,
    rename_an_attachment,
    change_whom_to_ask,
)


def edited(case: str, edit: Edit) -> tuple[Meeting, Reading, dict[str, Any]]:
    """The meeting as first read, the reading after the edit, and what is to differ."""
    name, meeting = CASES[case]
    made = template(name).render(meeting)
    before = read_back(made).meeting
    document = docx.Document(BytesIO(made))
    expected = edit(document, before)
    saved = BytesIO()
    document.save(saved)
    return before, read_back(saved.getvalue()), expected


@pytest.mark.parametrize("edit", EDITS, ids=lambda edit: edit.__name__)
@pytest.mark.parametrize("case", DOCUMENTS)
def test_an_edit_changes_its_field_and_no_other(case: str, edit: Edit) -> None:
    before, reading, expected = edited(case, edit)
    found = {path: after for path, (_, after) in differences(before, reading.meeting).items()}
    assert found == {path: _plain(value) for path, value in expected.items()}
    assert reading.unplaced == ()


def _plain(value: Any) -> Any:
    """Records as the plain values that a difference shows."""
    if isinstance(value, tuple):
        return tuple(one.model_dump() if isinstance(one, Record) else one for one in value)
    return value


# --- a protocol's end, an agenda's head, and what stands twice ----------------------------------


def sign(document: Any, before: Meeting) -> dict[str, Any]:
    below = paragraphs(document, "Namnrad")[-1]
    insert_after(below, "Eva Ek", "Namnrad")
    return {"signed_by": (*before.signed_by, "Eva Ek")}


def elect_another_adjuster(document: Any, before: Meeting) -> dict[str, Any]:
    found = next(p for p in paragraphs(document, "Uppgift") if p.text.startswith("Justerare"))
    found.add_run(" och Eva Ek")
    return {"approval.adjusters": ("Hans Ivarsson Ek", "Eva Ek")}


def call_one_more(document: Any, before: Meeting) -> dict[str, Any]:
    found = next(p for p in paragraphs(document, "Uppgift") if "Övriga: " in p.text)
    found.add_run(", Eva Ek (V)")
    person = Participant(name="Eva Ek", party="V", group="Övriga")
    return {"participants": (*before.participants, person)}


def give_an_agenda_item_more_time(document: Any, before: Meeting) -> dict[str, Any]:
    found = next(p for p in paragraphs(document, "Punktfakta") if "15\u00a0minuter" in p.text)
    reword(found, "15\u00a0", "20\u00a0")
    return {"items[2].minutes": 20}


def give_another_the_task(document: Any, before: Meeting) -> dict[str, Any]:
    reword(cell(document, "alla").paragraphs[0], "alla", "Eva Ek")
    return {"items[2].actions[1].who[0]": "Eva Ek"}


@pytest.mark.parametrize(
    ("case", "edit"),
    [
        ("protokoll-underskrivet", sign),
        ("protokoll-rikt", sign),
        ("protokoll-rikt", elect_another_adjuster),
        ("dagordning-rik", call_one_more),
        ("dagordning-rik", give_an_agenda_item_more_time),
        ("dagordning-rik", give_another_the_task),
    ],
)
def test_an_edit_of_one_kind_of_document(case: str, edit: Edit) -> None:
    test_an_edit_changes_its_field_and_no_other(case, edit)


def reword_in_the_table_only(document: Any, before: Meeting) -> dict[str, Any]:
    old = "Tar fram ett förslag till stödmaterial"
    reword(cell(document, old).paragraphs[0], old, "Skriver ett förslag")
    return {}


def add_to_the_table_only(document: Any, before: Meeting) -> dict[str, Any]:
    row = document.tables[-1].rows[-1]
    row._tr.addnext(made := deepcopy(row._tr))
    new = next(r for r in document.tables[-1].rows if r._tr is made)
    texts = ("bokar lokal", "Eva Ek", "2026-05-01", "6")
    for one, text in zip(new.cells, texts, strict=True):
        one.text = text
    return {"items[5].actions": (Action(what="bokar lokal", who=("Eva Ek",), due=MAY_DAY),)}


MAY_DAY = date(2026, 5, 1)


@pytest.mark.parametrize(
    ("edit", "told"),
    [
        (reword_in_the_table_only, "Åtgärden står på två sätt: «tar fram ett förslag till"),
        (add_to_the_table_only, "Åtgärden «bokar lokal» står bara i tabellen."),
    ],
)
def test_what_the_table_of_actions_says_otherwise_is_told(edit: Edit, told: str) -> None:
    before, reading, expected = edited("minnesanteckningar-rika", edit)
    found = {path: after for path, (_, after) in differences(before, reading.meeting).items()}
    assert found == {path: _plain(value) for path, value in expected.items()}
    assert [doubt.message[: len(told)] for doubt in reading.warnings] == [told]


def test_a_weekday_that_was_not_changed_with_its_date_is_told() -> None:
    def edit(document: Any, before: Meeting) -> dict[str, Any]:
        found = paragraphs(document, "Uppgift")[0]
        reword(found, "den\u00a02", "den\u00a03")
        return {}

    _, reading, _ = edited("protokoll-rikt", edit)
    assert reading.meeting.date == date(2026, 3, 3)
    assert [doubt.message[:36] for doubt in reading.warnings] == [
        "Veckodagen stämmer inte med datumet:"
    ]


def test_words_in_a_place_that_no_field_has_are_told() -> None:
    def edit(document: Any, before: Meeting) -> dict[str, Any]:
        insert_after(paragraphs(document, "Uppgift")[0], "Väder\tSoligt", "Uppgift")
        return {}

    before, reading, _ = edited("protokoll-rikt", edit)
    assert differences(before, reading.meeting) == {}
    assert [kept.text for kept in reading.unplaced] == ["Väder\tSoligt"]
