"""What counts as the same matter, body, task and person."""

from __future__ import annotations

import pytest

from protokollant.composers.likeness import (
    same_body,
    same_item,
    same_matter,
    same_person,
    same_task,
)
from protokollant.model import AgendaItem


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Presentation BUP", "Presentation av BUP", True),
        ("Presentation BUP", "BUP – lägesrapport", True),
        ("Egenvård i skolan", "Skolan: egenvård", True),
        ("Samverkansöverenskommelse", "Samverkansöverenskommelsen", True),
        ("Samverkanöverenskommelse", "Samverkansöverenskommelse", True),
        ("Budget 2025", "Budget 2026", False),
        ("Information", "Information", True),
        ("Information", "Rapport", False),
        ("SIP", "SIS", False),
        ("SIP", "SIP och elevhälsa", False),
        ("", "", False),
    ],
)
def test_headings_name_the_same_matter(one: str, other: str, same: bool) -> None:
    assert same_matter(one, other) is same
    assert same_matter(other, one) is same


def test_the_registry_number_decides_where_both_items_have_one() -> None:
    one = AgendaItem(title="Remiss", case="RV 2025/12")
    assert same_item(one, AgendaItem(title="Svar på remissen", case="Dnr RV 2025-12"))
    assert not same_item(one, AgendaItem(title="Remiss", case="RV 2025/13"))
    assert same_item(one, AgendaItem(title="Remiss"))


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Samverkansgruppen barn/unga", "Samverkansgrupp barn och unga", True),
        ("Styrelsen", "styrelse", True),
        ("Styrgrupp närvård", "Styrgrupp närsjukvård", False),
        ("Styrgrupp norra", "Styrgrupp södra", False),
        ("Uppdragsgrupp Barn och unga", "Uppdragsgrupp Vuxna", False),
    ],
)
def test_names_are_one_bodys(one: str, other: str, same: bool) -> None:
    assert same_body(one, other) is same


def test_tasks_and_persons_may_differ_by_a_letter() -> None:
    assert same_task("Göra en inbjudan.", "göra en inbjudan")
    assert same_task("skicka inbjudan", "skicka inbjuddan")
    assert same_task("boka lokal", "bokar lokal")
    assert not same_task("skicka inbjudan", "skicka påminnelse")
    assert same_person("Marie Håkanson", "Marie Håkansson")
    assert not same_person("Marie Larsson", "Marie Karlsson")
