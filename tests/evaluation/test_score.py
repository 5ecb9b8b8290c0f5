"""The conventions of the corpus, on made-up meetings."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest

from protokollant import Meeting, Reading
from protokollant.model import AgendaItem, Decision, Participant
from protokollant.source import Kept, Line, Source
from tests.evaluation.answer import Answer, Item, Person, Task
from tests.evaluation.found import answer_of, one_role
from tests.evaluation.gold import Document, read_gold, split_by_body
from tests.evaluation.likeness import plain_number, text_likeness, title_likeness
from tests.evaluation.report import as_json, as_table
from tests.evaluation.run import evaluate
from tests.evaluation.score import Score, Tally, score
from tests.evaluation.words import lost_words, words

GOLD = Answer(
    kind="minutes",
    body="Trädgårdsrådet",
    date="2023-05-04",
    start="18:00",
    people=(Person("Ada Ek", "present", "chair", "S"), Person("Bo Al", "absent", "", "")),
    items=(Item("Mötets öppnande", "1"), Item("Ekonomi", "2"), Item("Övriga frågor")),
    decisions=("att köpa en ny spade till trädgården",),
    tasks=(Task("köpa spade", "Ada och Bo"),),
)


def faults(found: Answer, gold: Answer = GOLD) -> list[tuple[str, str]]:
    return [(one.field, one.fault) for one in score(gold, found).differences]


def test_the_right_answer_has_no_faults() -> None:
    result = score(GOLD, GOLD)
    assert result.differences == ()
    assert result.tallies["participants"] == Tally(right=2)
    assert result.tallies["end"] == Tally(empty=1)
    assert result.tallies["decisions"].f1 == 1


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ({"start": ""}, [("start", "missed")]),
        ({"start": "18:30"}, [("start", "wrong")]),
        ({"end": "20:00"}, [("end", "invented")]),
        ({"body": "TRÄDGÅRDSRÅDET."}, []),
        ({"body": "Växthusnämnden"}, [("body", "wrong")]),
        ({"kind": "agenda"}, [("kind", "wrong")]),
        ({"next_meeting": "2023-06-01"}, [("next_meeting", "invented")]),
        ({"tasks": ()}, [("actions", "missed")]),
        ({"tasks": (Task("köpa spade", "Bo, Ada"),)}, []),
        ({"tasks": (Task("köpa spade", "Ada"),)}, [("who", "wrong")]),
    ],
)
def test_single_values(change: dict[str, object], expected: list[tuple[str, str]]) -> None:
    assert faults(replace(GOLD, **change)) == expected  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("people", "expected"),
    [
        ((Person("Ada Ek", "present", "chair", "S"),), [("participants", "missed")]),
        (
            (*GOLD.people, Person("Cia Berg")),
            [("participants", "invented")],
        ),
        (
            (Person("ADA EK", "absent", "member", "S"), GOLD.people[1]),
            [("status", "wrong"), ("role", "wrong")],
        ),
        ((Person("Ada Ek", "present", "chair", "", ("S", "lärare")), GOLD.people[1]), []),
        (
            (GOLD.people[0], Person("Bo Al", "absent", "", "Kommunen")),
            [("organisation", "invented")],
        ),
        ((GOLD.people[0], Person("Bo Al", "absent", "", "", ("M", "snickare"))), []),
    ],
)
def test_people(people: tuple[Person, ...], expected: list[tuple[str, str]]) -> None:
    assert faults(replace(GOLD, people=people)) == expected


def test_only_the_details_of_those_found_are_judged() -> None:
    assert score(GOLD, replace(GOLD, people=())).tallies["status"] == Tally()


def test_a_wrong_number_leaves_the_title_right() -> None:
    items = (GOLD.items[0], Item("Ekonomi", "3"), GOLD.items[2])
    tallies = score(GOLD, replace(GOLD, items=items)).tallies
    assert tallies["items"] == Tally(right=3)
    assert tallies["numbered_items"] == Tally(right=2, wrong=1)


def test_titles_that_recur_are_paired_by_their_numbers() -> None:
    twice = replace(GOLD, items=(Item("Rapport", "1"), Item("Rapport", "2")))
    assert faults(replace(twice, items=twice.items[::-1]), twice) == []
    assert faults(replace(twice, items=twice.items[1:]), twice) == [("items", "missed")]


def test_an_item_told_as_sub_item_is_missed_and_the_report_says_so() -> None:
    found = replace(GOLD, items=GOLD.items[:2], sub_titles=("Övriga frågor",))
    (difference,) = score(GOLD, found).differences
    assert (difference.fault, difference.note) == ("missed", "finns som underpunkt")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Bo Al väljs till justerare", []),
        ("Till justerare valdes Bo Al.", []),
        ("att utse Bo Al att justera dagens protokoll", []),
        ("att justera avgiften för odlingslotter", [("decisions", "invented")]),
        ("Bo Al valdes till kassör", [("decisions", "invented")]),
    ],
)
def test_an_elected_adjuster_is_no_invented_decision(
    text: str, expected: list[tuple[str, str]]
) -> None:
    assert faults(replace(GOLD, decisions=(*GOLD.decisions, text))) == expected


def test_actions_are_judged_only_where_the_gold_has_them() -> None:
    assert faults(GOLD, replace(GOLD, tasks=None)) == []


@pytest.mark.parametrize(
    ("gold", "found", "alike"),
    [
        ("Val av justerare", "val av  justerare:", True),
        ("Val av justerare", "Val av justerarer", True),
        ("Val av justerare", "Val av sekreterare", False),
        ("", "", False),
    ],
)
def test_titles(gold: str, found: str, *, alike: bool) -> None:
    assert bool(title_likeness(gold, found)) is alike


@pytest.mark.parametrize(
    ("gold", "found", "alike"),
    [
        ("att köpa en spade", "Rådet beslutar att köpa en spade till hösten", True),
        ("att köpa en spade", "att köpa en spada.", True),
        ("att köpa", "att köpa tio hektar mark av grannen", False),
        ("att köpa en spade", "att sälja en traktor", False),
    ],
)
def test_decision_texts(gold: str, found: str, *, alike: bool) -> None:
    assert bool(text_likeness(gold, found)) is alike


@pytest.mark.parametrize(
    ("written", "plain"),
    [("§ 12", "12"), ("§8.1", "8.1"), ("10 a", "10a"), ("3.", "3"), ("Punkt 4", "4"), ("", "")],
)
def test_numbers(written: str, plain: str) -> None:
    assert plain_number(written) == plain


@pytest.mark.parametrize(
    ("roles", "role"),
    [
        (("member", "chair"), "chair"),
        (("adjuster", "secretary"), "secretary"),
        (("member", "adjuster"), "adjuster"),
        (("vice_chair",), "member"),
        (("vice_chair", "deputy"), "deputy"),
        ((), ""),
    ],
)
def test_one_role_a_person(roles: tuple[str, ...], role: str) -> None:
    assert one_role(roles) == role


def test_gold_and_meeting_come_to_the_same_answer() -> None:
    gold = read_gold(
        {
            "kind": "minutes",
            "body": "Rådet",
            "date": "2023-05-04",
            "participants": [{"name": "Ada Ek", "status": "present", "role": "member"}],
            "items": [{"number": "§ 1", "title": "Ekonomi", "decisions": ["att spara"]}],
            "next_meeting": {"date": "2023-06-01"},
        }
    )
    meeting = Meeting.model_validate(
        {
            "body": "Rådet",
            "date": "2023-05-04",
            "participants": [Participant(name="Ada Ek", status="present", roles=("vice_chair",))],
            "items": [
                AgendaItem(
                    number="1",
                    title="Ekonomi",
                    items=(AgendaItem(title="Kassa", decisions=(Decision(text="att spara"),)),),
                )
            ],
            "next_meeting": {"date": "2023-06-01"},
        }
    )
    found = answer_of(meeting)
    assert found.sub_titles == ("Kassa",)
    assert score(gold, found).differences == ()


def document(ident: str, body: str, origin: str = "a/b") -> Document:
    return Document(ident, Path(f"{ident}.txt"), Answer(body=body), origin)


def test_a_body_is_wholly_in_one_part() -> None:
    bodies = ["Odlarna", "föreningen Odlarna", "Odlarnä", "Bygget", "Bygget", "Hamnen"]
    split = split_by_body([document(f"d{n}", body) for n, body in enumerate(bodies)])
    assert [one.part for one in split] == ["look"] * 3 + ["measure"] * 3
    assert split == split_by_body(split)


def test_styrelsen_of_two_organisations_is_two_bodies() -> None:
    one, other = split_by_body([document("a", "Styrelsen", "x/y"), document("b", "Styrelsen")])
    assert one.part != other.part


LINE = Line(1, "Plats: f\u00a8orrådet 2023\u00ad05\u00ad04 spår\u00adlöst")


def reading(*sources: str, unplaced: str = "") -> Reading:
    kept = (Kept(1, unplaced),) if unplaced else ()
    told = tuple(Source("place", 1, text, "label") for text in sources)
    return Reading(Meeting(), sources=told, unplaced=kept, lines=(LINE,))


def test_words_are_lost_when_no_account_holds_them() -> None:
    nowhere = Path("made-up.pdf")
    assert lost_words(reading("Plats: forrådet", "2023-05-04 spårlöst"), nowhere) == Counter()
    assert lost_words(reading("Plats:", unplaced="2023-05-04"), nowhere) == Counter(
        words("förrådet spårlöst")
    )


def test_a_text_file_is_held_against_the_lines(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(f"{LINE.text}\nglömt", encoding="utf-8")
    assert lost_words(reading(LINE.text), path) == Counter(["glomt"])


def test_a_document_that_is_refused_scores_as_empty(tmp_path: Path) -> None:
    path = tmp_path / "d.xyz"
    path.write_text("text", encoding="utf-8")
    (result,) = evaluate([Document("d", path, GOLD)])
    assert result.refused
    assert result.crash == ""
    assert result.score == score(GOLD, Answer())


def test_a_crash_is_told_and_the_others_are_measured(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stumble(_: Path) -> Reading:
        raise ValueError("stumbled")

    monkeypatch.setattr("tests.evaluation.run.read_document", stumble)
    results = evaluate([Document(x, tmp_path / x, GOLD) for x in "ab"])
    assert ["stumbled" in one.crash for one in results] == [True, True]
    assert "KRASCH" in as_table(results)


def test_the_measured_part_is_told_without_words(tmp_path: Path) -> None:
    path = tmp_path / "d.txt"
    path.write_text("Ingenting av detta stämmer.", encoding="utf-8")
    results = evaluate([Document("d", path, GOLD, part="measure")])
    assert "köpa en ny spade" not in as_table(results)
    assert "köpa en ny spade" in as_table(results, hidden="")
    data = json.loads(as_json(results))
    assert data["parts"]["measure"]["fields"]["decisions"]["missed"] == 1
    assert data["documents"][0]["lost"] == []


def test_a_tally_tells_shares_only_of_what_there_is() -> None:
    assert Tally().f1 is None
    mixed = Tally(right=6, missed=2, invented=1, wrong=1)
    assert mixed.precision == pytest.approx(6 / 8)
    assert mixed.recall == pytest.approx(6 / 9)
    assert mixed.f1 == pytest.approx(12 / 17)
    assert Score({}).faults == 0
