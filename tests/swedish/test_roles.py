"""Role words and the words of attendance lists."""

import pytest

from protokollant.swedish import ROLE_NAMES, attendance_status, read_roles, role_name

ROLES = [
    ("Barbro Larsson (C), Ordförande, Region Västmanland", [("chair", "Ordförande")]),
    ("Katarina Haddon (ordf. BGB)", [("chair", "ordf.")]),
    ("Maria Ek ordf nr 7", [("chair", "ordf")]),
    ("Mötesordförande: Markus", [("chair", "Mötesordförande")]),
    ("Eva Ekman (L), 1:e vice ordförande", [("vice_chair", "1:e vice ordförande")]),
    ("2:e vice ordf.", [("vice_chair", "2:e vice ordf.")]),
    ("v. ordf.", [("vice_chair", "v. ordf.")]),
    ("vice  ordförande", [("vice_chair", "vice  ordförande")]),
    ("Ordförande och sekreterare", [("chair", "Ordförande"), ("secretary", "sekreterare")]),
    ("Cecilia Skanser, mötessekreterare", [("secretary", "mötessekreterare")]),
    ("Vid protokollet: Tomas", [("secretary", "Vid protokollet")]),
    ("protokollförare", [("secretary", "protokollförare")]),
    ("Nämndsekreterare", [("secretary", "Nämndsekreterare")]),
    ("Bo Grönlund, Justeringsman", [("adjuster", "Justeringsman")]),
    ("Protokollsjusterare", [("adjuster", "Protokollsjusterare")]),
    ("JUSTERARE", [("adjuster", "JUSTERARE")]),
    ("Ledamöter", [("member", "Ledamöter")]),
    ("Ersättare", [("deputy", "Ersättare")]),
    ("tjänstgörande ersättare", [("deputy", "tjänstgörande ersättare")]),
    ("Bo Ekström suppleant nr 12", [("deputy", "suppleant")]),
    ("Maria Glemfelt, SÄS, adjungerad", [("coopted", "adjungerad")]),
    ("Inbjudna", [("guest", "Inbjudna")]),
    ("Övriga", [("guest", "Övriga")]),
    ("Övriga: Bo", [("guest", "Övriga")]),
    ("Övriga Jeanette Källstad", [("guest", "Övriga")]),
    ("Övriga deltagare", [("guest", "Övriga deltagare")]),
    ("Övriga frågor", []),
    ("övriga ärenden", []),
    ("ersätter Kjell Ivemyr", []),
    ("sammankallande", []),
    ("ordförandeskap", []),
]


@pytest.mark.parametrize(("text", "roles"), ROLES)
def test_role_words_are_found_the_longest_first(text, roles):
    found = read_roles(text)
    assert [(one.role, one.text) for one in found] == roles
    assert all(text[one.start : one.end] == one.text for one in found)


@pytest.mark.parametrize("role", ROLE_NAMES)
def test_every_printed_role_reads_back(role):
    for number in (1, 2):
        assert [one.role for one in read_roles(role_name(role, number))] == [role]


def test_role_names_in_singular_and_plural():
    assert role_name("member") == "ledamot"
    assert role_name("member", 2) == "ledamöter"


STATUS = [
    ("ok", "present"),
    ("Ja", "present"),
    ("x", "present"),
    ("Närvarande:", "present"),
    ("✓", "present"),
    ("nej", "absent"),
    ("Frånvarande", "absent"),
    ("förhindrad", "absent"),
    ("(anmält  förhinder)", "absent"),
    ("ej närvarande", "absent"),
    ("", None),
    ("-", None),
    ("Kallade", None),
    ("okej då vi ses", None),
]


@pytest.mark.parametrize(("word", "status"), STATUS)
def test_attendance_status(word, status):
    assert attendance_status(word) == status
