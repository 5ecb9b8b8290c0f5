"""The next agenda: what it takes from past minutes."""

from __future__ import annotations

from datetime import time

import pytest

from protokollant.composers import compose_next, next_meeting
from protokollant.errors import ComposeError
from protokollant.model import (
    AgendaItem,
    Attachment,
    Body,
    Decision,
    Meeting,
    NextMeeting,
    Origin,
    StandingItem,
)
from tests.composers.builders import (
    BODY,
    day,
    item_called,
    minutes,
    person,
    postponed,
    task,
    titles,
    with_actions,
)


def to(on: str) -> NextMeeting:
    return NextMeeting(date=day(on))


def test_the_agenda_has_the_frame_of_the_last_minutes_in_their_own_words() -> None:
    last = minutes("2026-03-02", "Inledning", "Föregående mötesanteckningar", "SIP", "Övrigt",
                   "Avslut")  # fmt: skip
    assert titles(next_meeting([last])) == [
        "Inledning",
        "Godkännande av dagordningen",
        "Föregående mötesanteckningar",
        "Övrigt",
        "Nästa möte",
        "Avslut",
    ]


def test_minutes_without_standing_points_get_the_swedish_defaults() -> None:
    assert titles(next_meeting([minutes("2026-03-02", "SIP")])) == [
        "Mötets öppnande",
        "Godkännande av dagordningen",
        "Föregående mötes anteckningar",
        "Övriga frågor",
        "Nästa möte",
        "Mötets avslutande",
    ]


def test_the_bodys_own_standing_points_win() -> None:
    body = Body(
        name=BODY,
        standing_items=(
            StandingItem(title="Välkomna", minutes=5),
            StandingItem(title="Ordet är fritt", place="last"),
            StandingItem(title="Laget runt", kind="information"),
        ),
    )
    agenda = next_meeting([minutes("2026-03-02", "Inledning", "SIP", "Övrigt")], body=body)
    assert titles(agenda) == ["Välkomna", "Laget runt", "Ordet är fritt"]
    assert [item.minutes for item in agenda.items] == [5, None, None]
    assert agenda.items[1].kind == "information"


def test_the_previous_minutes_are_named_with_their_date() -> None:
    last = minutes("2026-03-02", "Föregående mötesanteckningar", "SIP")
    item = item_called("Föregående mötesanteckningar", next_meeting([last]))
    assert item.text == "Mötesanteckningarna från mötet den 2\u00a0mars 2026."


@pytest.mark.parametrize(
    ("heading", "expected"),
    [
        ("Protokoll från 2026-02-02", "Protokoll från 2026-03-02"),
        ("Anteckningar från den 2 februari 2026", "Anteckningar från den 2\u00a0mars 2026"),
        ("Protokoll från måndagen den 2 februari", "Protokoll från den 2\u00a0mars 2026"),
    ],
)
def test_a_date_in_the_heading_of_previous_minutes_is_renewed(heading: str, expected: str) -> None:
    agenda = next_meeting([minutes("2026-03-02", "Inledning", heading, "SIP")])
    assert expected in titles(agenda)
    assert heading not in titles(agenda)


def test_a_postponed_item_comes_back_at_the_next_meeting_with_condition_and_origin() -> None:
    item = postponed(
        "Barns behov i skolan",
        condition="när även skolchef är närvarande",
        case="RV 2026/12",
        kind="discussion",
        presenters=("Maria Juhlin",),
        text="Frågan diskuterades länge.",
        decisions=(Decision(text="Frågan parkeras."),),
        attachments=(Attachment(title="Underlag", target="bilagor/underlag.pdf"),),
    )
    agenda = next_meeting([minutes("2026-03-02", "Inledning", item, "Övrigt")])
    back = item_called("Barns behov i skolan", agenda)
    assert back.origin == Origin(date=day("2026-03-02"), number="2", title="Barns behov i skolan")
    assert back.text == "Tas upp när även skolchef är närvarande."
    assert back.state == "handled"
    assert back.carried_to is None
    assert back.decisions == ()
    assert (back.case, back.kind, back.presenters) == (
        "RV 2026/12",
        "discussion",
        ("Maria Juhlin",),
    )
    assert back.attachments == item.attachments


def test_points_that_come_back_stand_between_the_first_and_the_last_standing_points() -> None:
    last = minutes(
        "2026-03-02",
        "Inledning",
        postponed("Egenvård"),
        with_actions("SIP", task("göra en inbjudan", "Maria")),
        "Övrigt",
        "Nästa möte",
        "Avslut",
    )
    found = titles(next_meeting([last]))
    assert found[-4:] == ["Egenvård", "Övrigt", "Nästa möte", "Avslut"]
    assert found.index("Uppföljning av åtgärder") < found.index("Egenvård")


def test_a_sub_item_that_was_postponed_comes_back_alone() -> None:
    whole = AgendaItem(title="Årsplan", items=(AgendaItem(title="Mål"), postponed("Budget 2027")))
    agenda = next_meeting([minutes("2026-03-02", "Inledning", whole)])
    assert "Årsplan" not in titles(agenda)
    assert item_called("Budget 2027", agenda).origin == Origin(
        date=day("2026-03-02"), number="2", title="Budget 2027"
    )


@pytest.mark.parametrize(
    ("when", "meeting_on", "comes_back"),
    [
        ("2026-04", "2026-03-20", False),
        ("2026-04", "2026-04-01", True),
        ("2026-04", "2026-05-20", True),
        ("2026-11-09", "2026-10-05", False),
        ("2026-11-09", "2026-11-09", True),
        ("2027-01", "2026-12-01", False),
        ("next", "2026-03-20", True),
        ("till hösten", "2026-03-20", True),
    ],
)
def test_a_postponed_item_comes_back_in_the_month_it_names(
    when: str, meeting_on: str, comes_back: bool
) -> None:
    last = minutes("2026-02-25", "Inledning", postponed("Presentation BUP", when),
                   next_meeting=to(meeting_on))  # fmt: skip
    agenda = next_meeting([last])
    assert ("Presentation BUP" in titles(agenda)) == comes_back


def test_what_waits_for_a_later_meeting_is_listed_under_next_meeting() -> None:
    last = minutes("2026-02-25", "Inledning", postponed("Presentation BUP", "2026-04"),
                   next_meeting=to("2026-03-20"))  # fmt: skip
    composed = compose_next([last])
    waiting = item_called("Nästa möte", composed.meeting).items
    assert [(item.title, item.state) for item in waiting] == [("Presentation BUP", "postponed")]
    assert waiting[0].carried_to is not None
    assert waiting[0].carried_to.when == "2026-04"
    assert any("april 2026" in remark for remark in composed.remarks)


def test_what_waits_is_found_again_from_the_minutes_typed_into_the_agenda_alone() -> None:
    february = minutes("2026-02-25", "Inledning", postponed("Presentation BUP", "2026-04"),
                       next_meeting=to("2026-03-20"))  # fmt: skip
    march = next_meeting([february]).model_copy(
        update={"kind": "minutes", "next_meeting": to("2026-04-20")}
    )
    back = item_called("Presentation BUP", next_meeting([march]))
    assert back.state == "handled"
    assert back.origin == Origin(date=day("2026-02-25"), number="2", title="Presentation BUP")


def test_without_a_point_for_the_next_meeting_what_waits_has_a_point_of_its_own() -> None:
    body = Body(name=BODY, standing_items=(StandingItem(title="Öppnande"),
                                           StandingItem(title="Avslut", place="last")))  # fmt: skip
    last = minutes("2026-02-25", postponed("BUP", "2026-04"), next_meeting=to("2026-03-20"))
    assert titles(next_meeting([last], body=body)) == ["Öppnande", "Kommande punkter", "Avslut"]


def test_without_a_date_the_meeting_is_taken_to_be_in_the_following_month() -> None:
    last = minutes("2026-02-25", postponed("VITS", "2026-03"), postponed("BUP", "2026-04"))
    agenda = next_meeting([last])
    assert agenda.date is None
    assert "VITS" in titles(agenda)
    assert "BUP" not in titles(agenda)


def test_an_earlier_meetings_promise_is_kept_when_its_month_has_come() -> None:
    february = minutes("2026-02-25", postponed("Presentation BUP", "2026-04"))
    march = minutes("2026-03-25", "SIP", next_meeting=to("2026-04-22"))
    assert "Presentation BUP" in titles(next_meeting([march, february]))


@pytest.mark.parametrize(
    "dealt_with", ["Presentation BUP", "BUP – information", "Presentation av BUP"]
)
def test_a_promise_already_kept_does_not_come_back(dealt_with: str) -> None:
    february = minutes("2026-02-25", postponed("Presentation BUP", "2026-04"))
    march = minutes("2026-03-25", dealt_with, next_meeting=to("2026-04-22"))
    assert "Presentation BUP" not in titles(next_meeting([february, march]))


def test_an_open_action_comes_back_with_the_meeting_that_gave_rise_to_it() -> None:
    last = minutes(
        "2026-03-02", "Inledning", with_actions("SIP", task("göra en inbjudan", "Maria"))
    )
    item = item_called("Uppföljning av åtgärder", next_meeting([last]))
    assert [(a.what, a.origin) for a in item.actions] == [
        ("göra en inbjudan", Origin(date=day("2026-03-02"), number="2", title="SIP"))
    ]


def test_open_actions_are_grouped_by_person_the_most_urgent_first() -> None:
    last = minutes(
        "2026-03-02",
        with_actions(
            "SIP",
            task("g", "Örjan Ek"),
            task("f", "Åsa Ek"),
            task("b", "Bo Ask"),
            task("h"),
            task("a", "Bo Ask", due=day("2026-04-01")),
            task("done", "Bo Ask", status="done"),
        ),
    )
    item = item_called("Uppföljning av åtgärder", next_meeting([last]))
    assert [a.what for a in item.actions] == ["a", "b", "f", "g", "h"]


def test_without_open_actions_there_is_nothing_to_follow_up() -> None:
    last = minutes(
        "2026-03-02", "Uppföljning av åtgärder", with_actions("SIP", task("x", status="done"))
    )
    assert "Uppföljning av åtgärder" not in titles(next_meeting([last]))


def test_the_bodys_own_heading_for_follow_up_holds_the_open_actions() -> None:
    last = minutes("2026-03-02", "Inledning", "Åtgärdslista", with_actions("SIP", task("x", "Bo")))
    agenda = next_meeting([last])
    assert [a.what for a in item_called("Åtgärdslista", agenda).actions] == ["x"]
    assert "Uppföljning av åtgärder" not in titles(agenda)


def test_time_and_place_are_what_the_minutes_say_of_the_next_meeting() -> None:
    told = NextMeeting(date=day("2026-04-17"), start=time(13), place="Digitalt")
    last = minutes("2026-03-02", "SIP", start=time(9), end=time(11), place="Rådhuset",
                   next_meeting=told)  # fmt: skip
    agenda = next_meeting([last])
    assert (agenda.date, agenda.start, agenda.place) == (told.date, told.start, "Digitalt")
    assert agenda.end is None, "an end before the start would be no end"


def test_time_and_place_are_else_the_usual_ones() -> None:
    last = minutes("2026-03-02", "SIP", start=time(9), end=time(11), place="Rådhuset",
                   organisation="Björkdala kommun")  # fmt: skip
    agenda = next_meeting([last])
    assert (agenda.start, agenda.end, agenda.place) == (time(9), time(11), "Rådhuset")
    assert (agenda.kind, agenda.body, agenda.title) == ("agenda", BODY, "Dagordning")
    assert agenda.organisation == "Björkdala kommun"


@pytest.mark.parametrize(
    ("told", "usual", "expected"),
    [
        ("digitalt", "Digitalt via Teams", "Digitalt via Teams"),
        ("digitalt", "Rådhuset", "Digitalt"),
        ("Rådhuset", "Digitalt", "Rådhuset"),
        ("", "Rådhuset", "Rådhuset"),
    ],
)
def test_the_place_is_told_in_the_usual_words(told: str, usual: str, expected: str) -> None:
    following = NextMeeting(date=day("2026-04-17"), place=told)
    last = minutes("2026-03-02", "SIP", place=usual, next_meeting=following)
    assert next_meeting([last]).place == expected


def test_the_contact_is_the_secretary_where_no_other_is_told() -> None:
    people = (person("Eva Ek", "present", "secretary"), person("Bo Ask", "present", "chair"))
    assert next_meeting([minutes("2026-03-02", "SIP", participants=people)]).contact == "Eva Ek"
    last = minutes("2026-03-02", "SIP", participants=people, contact="kansli@example.se")
    assert next_meeting([last]).contact == "kansli@example.se"


def test_a_missing_or_proposed_date_is_told() -> None:
    alone = compose_next([minutes("2026-03-02", "SIP")])
    assert alone.meeting.date is None
    assert any("Datum saknas" in remark for remark in alone.remarks)
    two = compose_next([minutes("2026-02-02", "SIP"), minutes("2026-03-02", "SIP")])
    assert two.meeting.date == day("2026-03-30")
    assert any("förslag" in remark for remark in two.remarks)


def test_what_else_was_said_of_the_next_meeting_is_told() -> None:
    told = NextMeeting(date=day("2026-04-17"), note="heldag, lunch ingår.")
    remarks = compose_next([minutes("2026-03-02", "SIP", next_meeting=told)]).remarks
    assert "Om nästa möte sägs också: heldag, lunch ingår." in remarks


@pytest.mark.parametrize(
    ("next_on", "today", "words"),
    [
        ("2026-04-17", "2026-05-01", "har redan passerat"),
        ("2026-03-01", "2026-03-05", "ligger inte efter det senaste mötet"),
    ],
)
def test_a_date_that_cannot_be_meant_is_told(next_on: str, today: str, words: str) -> None:
    last = minutes("2026-03-02", "SIP", next_meeting=to(next_on))
    assert any(words in remark for remark in compose_next([last], today=day(today)).remarks)


def test_overdue_actions_and_those_that_seem_done_are_told_and_stay_on_the_agenda() -> None:
    first = minutes("2026-02-02", with_actions("SIP", task("skicka inbjudan till workshop", "Bo",
                                                          due=day("2026-02-20"))))  # fmt: skip
    last = minutes(
        "2026-03-02", AgendaItem(title="Övrigt", text="Inbjudan till workshop har skickats.")
    )
    composed = compose_next([first, last], today=day("2026-03-03"))
    assert any("kan vara klar" in remark for remark in composed.remarks)
    assert any("har passerat sin dag" in remark for remark in composed.remarks)
    assert len(composed.meeting.all_actions) == 1


def test_the_order_in_which_the_meetings_are_given_does_not_matter() -> None:
    meetings = [
        minutes("2026-01-12", postponed("A")),
        minutes("2026-02-09", with_actions("B", task("x", "Bo"))),
        minutes("2026-03-09", "C", postponed("D", "2026-05")),
    ]
    assert compose_next(meetings) == compose_next(meetings[::-1])


def test_only_minutes_count() -> None:
    planned = Meeting(kind="agenda", body=BODY, date=day("2026-06-01"))
    with pytest.raises(ComposeError, match="inga mötesanteckningar"):
        next_meeting([planned])
    assert next_meeting([minutes("2026-03-02", "SIP", number="3"), planned]).number == "4"


def test_minutes_of_several_bodies_are_refused() -> None:
    with pytest.raises(ComposeError, match="olika organ") as told:
        next_meeting([minutes("2026-03-02"), minutes("2026-03-03", body="Styrgruppen närvård")])
    assert told.value.remedy


def test_one_meeting_may_be_given_by_itself() -> None:
    last = minutes("2026-03-02", "Inledning", postponed("SIP"))
    assert next_meeting(last) == next_meeting([last])
