"""Who is called."""

from __future__ import annotations

from protokollant.composers import compose_next, next_meeting
from protokollant.model import Body, Meeting, Participant
from tests.composers.builders import BODY, minutes, person


def called(*meetings: Meeting, body: Body | None = None) -> list[Participant]:
    return list(next_meeting(meetings, body=body).participants)


def test_everybody_on_the_last_list_is_called_with_attendance_unknown() -> None:
    people = (
        person("Eva Ek", "present", "chair", "adjuster", party="C", organisation="Sala"),
        person("Bo Ask", "absent", "member", scope="§§ 1–4"),
    )
    assert called(minutes("2025-02-03", participants=people)) == [
        person("Eva Ek", "unknown", "chair", party="C", organisation="Sala"),
        person("Bo Ask", "unknown", "member"),
    ]


def test_what_a_heading_or_a_role_told_of_one_meeting_is_left_out() -> None:
    people = (
        person("Eva Ek", "present", group="Närvarande"),
        person("Bo Ask", "absent", group="Frånvarande"),
        person("Cia Sand", "present", "secretary", "guest", group="Tjänstepersoner"),
    )
    assert called(minutes("2025-02-03", participants=people)) == [
        person("Eva Ek", "unknown"),
        person("Bo Ask", "unknown"),
        person("Cia Sand", "unknown", "secretary", group="Tjänstepersoner"),
    ]


def test_a_member_whom_a_deputy_served_for_is_called_and_so_is_the_deputy() -> None:
    people = (
        person("Sigurd Å", replaces="Kjell I", organisation="Sala", group="Ledamöter"),
        person("Eva Ek", "present", "member", group="Ledamöter"),
        person("Ulrika S", "present", "deputy", group="Ersättare"),
    )
    found = called(minutes("2025-02-03", participants=people))
    assert [(p.name, p.roles, p.group, p.replaces) for p in found] == [
        ("Kjell I", ("member",), "Ledamöter", ""),
        ("Eva Ek", ("member",), "Ledamöter", ""),
        ("Sigurd Å", ("deputy",), "Ersättare", ""),
        ("Ulrika S", ("deputy",), "Ersättare", ""),
    ]


def test_a_member_who_is_on_the_list_as_absent_is_called_once() -> None:
    people = (person("Kjell Ivemyr", "absent"), person("Sigurd Å", replaces="Kjell Ivemyr"))
    assert [p.name for p in called(minutes("2025-02-03", participants=people))] == [
        "Kjell Ivemyr",
        "Sigurd Å",
    ]


def test_a_guest_of_one_meeting_is_not_called_and_the_secretary_is_told() -> None:
    people = (
        person("Eva Ek", "present", "coopted"),
        person("Per Gäst", "present", "guest"),
        person("Pia Tal", group="Övriga"),
        person("Cia S", "present", "secretary", group="Övriga"),
    )
    meeting = minutes("2025-02-03", participants=people)
    assert [p.name for p in called(meeting)] == ["Eva Ek", "Cia S"]
    remarks = compose_next([meeting]).remarks
    assert "Gäster vid förra mötet är inte kallade: Per Gäst och Pia Tal." in remarks


def test_a_guest_who_keeps_coming_is_called() -> None:
    meetings = [minutes(f"2025-0{n}-03", participants=(person("Per Gäst", "present", "guest"),))
                for n in (2, 3)]  # fmt: skip
    assert [p.name for p in called(*meetings)] == ["Per Gäst"]


def test_the_register_is_called_where_there_is_one() -> None:
    body = Body(name=BODY, members=(person("Åsa Ek", "unknown", "chair"),))
    meeting = minutes("2025-02-03", participants=(person("Bo Ask"),))
    assert called(meeting, body=body) == [person("Åsa Ek", "unknown", "chair")]


def test_minutes_without_a_list_leave_the_earlier_list_in_force() -> None:
    earlier = minutes("2025-02-03", participants=(person("Bo Ask"),))
    assert [p.name for p in called(earlier, minutes("2025-03-03"))] == ["Bo Ask"]
