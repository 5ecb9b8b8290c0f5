"""A clean nämnd and a clean association; each planted fault is found where it stands, no other."""

from __future__ import annotations

from pathlib import Path

import pytest

from protokollant.pipeline.check import problems_of
from protokollant.rules import RULES

REGISTER = """\
namn: Bildningsnämnden
organisation: Vikby kommun
regelprofil: protokoll
antal platser: 5
paragrafer löper: året
kallelsetid: 7
ledamöter:
  - Karin Sjö (S), ordförande
  - Olof Brandt (M), vice ordförande
  - Nina Ek (V), ledamot
  - Per Lager (M), ledamot
  - Rolf Dahl (C), ledamot, från 2023-01-01, till 2026-12-31
  - Sara Lind (C), ersättare
  - Tor Holm (C), ersättare
"""

BEFORE = """\
datum: 2026-02-18
tid: 13.00–15.00
nummer: 1
numrering: paragrafer
deltagare:
  - Karin Sjö (S), ordförande, närvarande
  - Olof Brandt (M), vice ordförande, närvarande
  - Nina Ek (V), ledamot, närvarande
  - Per Lager (M), ledamot, närvarande
  - Rolf Dahl (C), ledamot, närvarande
  - Ida Öberg, sekreterare, närvarande
punkter:
  - nummer: 1
    rubrik: Budget
    beslut: Budgeten antas.
  - nummer: 2
    rubrik: Skolskjuts
    läge: uppskjuten
    flyttas till: nästa möte
nästa möte: onsdagen den 18 mars 2026 kl. 13.00
justering:
  justerare: Nina Ek
  datum: 2026-02-25
anslag:
  anslaget: 2026-02-26
  tas ned: 2026-03-20
"""

MEETING = """\
rubrik: Protokoll 2026-03-18
datum: 2026-03-18
tid: 13.00–15.40
nummer: 2
omfattning: §§ 3–6
numrering: paragrafer
läge: anslagen
utskickad: 2026-03-19
närvarande:
  Ledamöter:
    - Karin Sjö (S), ordförande
    - Olof Brandt (M), vice ordförande
    - Nina Ek (V), ledamot
    - Per Lager (M), ledamot
  Ersättare:
    - Sara Lind (C), ersättare, ersätter Rolf Dahl
    - Tor Holm (C), ersättare
  Övriga:
    - Ida Öberg, sekreterare
    - Lars Al, gäst
frånvarande:
  - Rolf Dahl (C), ledamot
punkter:
  - nummer: 3
    rubrik: Skolskjuts
    jäv: "Per Lager (M): äger del i bussbolaget"
    in och ut: Nina Ek (V) kommer kl. 13.20
    ajournering: 13.30–13.40
    yrkanden:
      - "Karin Sjö (S) och Nina Ek (V): bifall"
      - "Olof Brandt (M): avslag"
    omröstning:
      fråga: Ja för bifall, nej för avslag
      ja: Karin Sjö (S), Nina Ek (V) och Sara Lind (C)
      nej: Olof Brandt (M)
      antal ja: 3
    beslut: Nya regler antas.
    reservationer: "Olof Brandt (M), kl. 14.05: till förmån för eget yrkande"
    omedelbar justering: ja
  - nummer: 4
    rubrik: Elevärende
    sekretess: OSL 23 kap. 2 §
    beslut: Ansökan beviljas.
  - nummer: 5
    rubrik: Lokaler
    läge: uppskjuten
    flyttas till: 2026-05
    bilagor:
      - rubrik: Karta
        nummer: 1
      - rubrik: Prognos
        nummer: 2
        läge: inkommen
  - nummer: 6
    rubrik: Övrigt
    åtgärder:
      - Ida Öberg bokar lokal, senast 2026-04-01
nästa möte: onsdagen den 15 april 2026 kl. 13.00
justering:
  justerare: Nina Ek
  senast: 2026-03-27
  datum: 2026-03-26
anslag:
  anslaget: 2026-03-27
  tas ned: 2026-04-20
"""

PLANTED: list[tuple[str, str, str]] = [
    ("datum: 2026-03-18\n", "", "mötets datum saknas"),
    ("    rubrik: Elevärende\n", "", "rubrik"),
    ("tid: 13.00–15.40", "start: 13.00\nslut: 12.00", "mötet slutar kl. 12.00"),
    ("Protokoll 2026-03-18", "Protokoll 2026-03-17", "rubriken säger 2026-03-17"),
    ("Protokoll 2026-03-18", "Protokoll torsdagen den 18 mars 2026", "är en onsdag"),
    ("datum: 2026-03-18\ntid: 13.00–15.40", "datum: 2026-02-18\ntid: 14.00–15.40",
     "annat möte samma tid"),
    ("onsdagen den 15 april 2026", "måndagen den 6 april 2026", "är på annandag påsk"),
    ("onsdagen den 15 april 2026", "onsdagen den 11 mars 2026", "inte efter mötet"),
    ("senast 2026-04-01", "senast 2026-03-01", "vara klar 2026-03-01, före mötet"),
    ("flyttas till: 2026-05", "flyttas till: 2026-01", "flyttas till 2026-01, före mötet"),
    ("nummer: 5\n", "nummer: 4\n", "numret § 4 står två gånger"),
    ("nummer: 4\n", "nummer: 7\n", "numren hoppar från § 3 till § 7"),
    ("  - nummer: 6\n    rubrik: Övrigt", "  - rubrik: Övrigt", "«Övrigt» saknar nummer"),
    ("omfattning: §§ 3–6", "omfattning: §§ 3–7", "omfattningen är «§§ 3–7»"),
    ("nummer: 2\nomf", "nummer: 4\nomf", "mötet har nummer 4"),
    ("        nummer: 2\n", "        nummer: 1\n", "båda bilaga 1"),
    ("    flyttas till: 2026-05\n", "", "står inte till när"),
    ("    läge: uppskjuten\n    flyttas till: 2026-05", "    läge: utgår\n    beslut: Ja.",
     "utgår, men har ett beslut"),
    ("    - Lars Al, gäst", "    - Ida Öberg, sekreterare", "står två gånger i närvarolistan"),
    ("Olof Brandt (M), vice ordförande", "Olof Brandt (M), ordförande", "två står som ordförande"),
    ("utskickad: 2026-03-19", "utskickad: 2026-03-10", "utskickat 2026-03-10, före mötet"),
    ("  datum: 2026-03-26\n", "  datum: 2026-03-10\n", "justerat 2026-03-10, före mötet"),
    ("  anslaget: 2026-03-27\n", "", "läget är «anslagen», men dagen saknas"),
    ("        läge: inkommen", "        läge: inväntas", "«Prognos» inväntas"),
    ("Karin Sjö (S), ordförande\n    - Olof Brandt (M), vice ordförande",
     "Karin Sjö (S), ledamot\n    - Olof Brandt (M), ledamot", "ingen ordförande är angiven"),
    ("    - Ida Öberg, sekreterare\n", "", "ingen sekreterare är angiven"),
    ("frånvarande:\n  - Rolf Dahl (C), ledamot\n", "", "ledamoten Rolf Dahl finns inte"),
    ("  justerare: Nina Ek\n", "", "ingen justerare är angiven"),
    ("  justerare: Nina Ek\n", "  justerare: Rolf Dahl\n", "justeraren Rolf Dahl var frånvarande"),
    ("  justerare: Nina Ek\n", "  justerare: Karin Sjö\n", "både ordförande och justerare"),
    ("  senast: 2026-03-27\n", "  senast: 2026-04-10\n", "23 dagar efter mötet; gränsen är 14"),
    ("läge: anslagen", "läge: justerad", ""),
    ("  anslaget: 2026-03-27\n", "  anslaget: 2026-03-24\n", "före justeringen"),
    ("  anslaget: 2026-03-27\n", "  anslaget: 2026-03-30\n", "senast andra dagen"),
    ("  tas ned: 2026-04-20", "  tas ned: 2026-04-10", "innan tiden för överklagande"),
    ("    beslut: Nya regler antas.\n", "", "inget beslut"),
    ("ersätter Rolf Dahl", "ersätter Nina Ek, deltog §§ 3–6", ""),
    ("ersätter Rolf Dahl", "ersätter Per Hansson", "som inte är ledamot"),
    ("Tor Holm (C), ersättare\n", "Tor Holm (C), ersättare, ersätter Rolf Dahl\n",
     "tjänstgör båda för Rolf Dahl"),
    ("Nina Ek (V) kommer kl. 13.20", "Nina Ek (V) går kl. 13.20", "Nina Ek (V) röstar men"),
    ("Nina Ek (V) kommer kl. 13.20", "Nina Ek (V) kommer kl. 12.20", "utanför mötets tid"),
    ("Nina Ek (V) kommer kl. 13.20", "Eva Ny kommer kl. 13.20", "Eva Ny finns inte i"),
    ("13.30–13.40", "13.40–13.30", "slutar innan den börjar"),
    ("  - nummer: 4\n", "  - nummer: 4\n    ajournering: 13.10–13.15\n", "klockan är 13.10"),
    ("nej: Olof Brandt (M)", "nej: Olof Brandt (M), Rolf Dahl (C)", "Rolf Dahl (C) röstar men"),
    ("nej: Olof Brandt (M)", "nej: Olof Brandt (M), Lars Al", "Lars Al röstar men tjänstgör inte"),
    ("nej: Olof Brandt (M)", "nej: Olof Brandt (M), Tor Holm (C)", "ersättare som inte tjänstgör"),
    ("nej: Olof Brandt (M)", "nej: Olof Brandt (M), Per Lager (M)", "är jävig men röstar"),
    ("\"Olof Brandt (M): avslag\"", "\"Per Lager (M): avslag\"", "är jävig men yrkar"),
    ("nej: Olof Brandt (M)", "nej: Olof Brandt (M), Karin Sjö (S)", "röstar 2 gånger"),
    ("antal ja: 3", "antal ja: 4", "«antal ja» är 4, men 3 namn"),
    ("      nej: Olof Brandt (M)\n", "      antal nej: 9\n", "röster är räknade"),
    ("Nina Ek (V) och Sara Lind (C)\n", "Nina Ek (V)\n", "Sara Lind tjänstgör men finns inte"),
    ("Karin Sjö (S), Nina Ek (V) och Sara Lind (C)\n      nej: Olof Brandt (M)\n      antal ja: 3",
     "Karin Sjö (S), Nina Ek (V)\n      nej: Olof Brandt (M), Sara Lind (C)", "rösterna är lika"),
    ("Olof Brandt (M), kl. 14.05: till", "Rolf Dahl (C), kl. 14.05: till",
     "reserverar sig men deltog inte"),
    ("kl. 14.05: till", "kl. 16.05: till", "efter mötets slut"),
    ("\"Olof Brandt (M): avslag\"", "\"Lars Al: avslag\"", "Lars Al yrkar men tjänstgör inte"),
    ("\"Per Lager (M): äger del i bussbolaget\"", "\"Rolf Dahl (C): äger del i bussbolaget\"",
     "är jävig men är inte där"),
    ("äger del i bussbolaget\"", "äger del i bussbolaget, ersätts av Rolf Dahl\"",
     "Rolf Dahl ersätter Per Lager"),
    ("\"Per Lager (M): äger del i bussbolaget\"", "Per Lager (M)", "skälet till att Per Lager"),
    ("sekretess: OSL 23 kap. 2 §", "sekretess: ja", "anger inget lagrum"),
    ("nummer: 3\n", "nummer: 8\n", "första paragrafen är § 8, men mötet 2026-02-18 slutade på § 2"),
]  # fmt: skip


def folder(tmp_path: Path, meeting: str, register: str = REGISTER) -> Path:
    (tmp_path / "2026").mkdir()
    (tmp_path / "organ.yaml").write_text(register, encoding="utf-8")
    (tmp_path / "2026" / "2026-02-18.yaml").write_text(BEFORE, encoding="utf-8")
    path = tmp_path / "2026" / "2026-03-18.yaml"
    path.write_text(meeting, encoding="utf-8")
    return path


def test_the_clean_meetings_have_no_faults(tmp_path: Path) -> None:
    path = folder(tmp_path, MEETING)
    assert [str(fault) for fault in problems_of(path)] == []
    assert [str(fault) for fault in problems_of(path.with_name("2026-02-18.yaml"))] == []


@pytest.mark.parametrize(("good", "bad", "message"), PLANTED)
def test_a_planted_fault_is_found(tmp_path: Path, good: str, bad: str, message: str) -> None:
    assert MEETING.count(good) == 1, good
    faults = problems_of(folder(tmp_path, MEETING.replace(good, bad)))
    if not message:
        assert faults == ()
        return
    assert any(message in fault.message for fault in faults), [str(fault) for fault in faults]
    assert all(fault.remedy and (fault.place.line or "datum" in fault.message) for fault in faults)


QUORUM = [
    ("    - Olof Brandt (M), vice ordförande\n    - Nina Ek (V), ledamot\n"
     "    - Per Lager (M), ledamot\n", "bara 2 tjänstgör, men det krävs 3"),
]  # fmt: skip


@pytest.mark.parametrize(("gone", "message"), QUORUM)
def test_quorum_is_counted_for_each_section(tmp_path: Path, gone: str, message: str) -> None:
    faults = problems_of(folder(tmp_path, MEETING.replace(gone, "")))
    found = [fault for fault in faults if message in fault.message]
    assert [fault.place.where for fault in found] == ["§ 3", "§ 4"]


def test_quorum_is_lost_when_somebody_leaves(tmp_path: Path) -> None:
    leaving = "    rubrik: Elevärende\n    in och ut:\n      - Nina Ek (V) går kl. 14.10\n"
    leaving += "      - Olof Brandt (M) går kl. 14.10\n      - Per Lager (M) går kl. 14.10\n"
    text = MEETING.replace("    rubrik: Elevärende\n", leaving)
    found = [fault for fault in problems_of(folder(tmp_path, text)) if "krävs" in fault.message]
    assert [fault.place.where for fault in found] == ["§ 4"]
    assert "bara 2 tjänstgör" in found[0].message


def test_deputies_serve_in_turn(tmp_path: Path) -> None:
    turned = MEETING.replace(
        "Sara Lind (C), ersättare, ersätter Rolf Dahl", "Sara Lind (C), ersättare"
    )
    turned = turned.replace(
        "Tor Holm (C), ersättare\n", "Tor Holm (C), ersättare, ersätter Rolf Dahl\n"
    )
    turned = turned.replace("och Sara Lind (C)", "och Tor Holm (C)")
    (fault,) = problems_of(folder(tmp_path, turned))
    assert "Tor Holm tjänstgör före Sara Lind" in fault.message


def test_time_in_the_organ_is_held(tmp_path: Path) -> None:
    register = REGISTER.replace(
        "  - Nina Ek (V), ledamot", "  - Nina Ek (V), ledamot, till 2026-02-28"
    )
    (fault,) = problems_of(folder(tmp_path, MEETING, register))
    assert "uppdraget gick ut 2026-02-28" in fault.message


AGENDA = """\
typ: dagordning
datum: 2026-06-06
utskickad: 2026-06-02
punkter:
  - nummer: 7
    rubrik: Öppnande
"""


def test_an_agenda_is_called_in_time_and_on_a_working_day(tmp_path: Path) -> None:
    faults = [fault.message for fault in problems_of(folder(tmp_path, AGENDA))]
    assert any("är på nationaldagen" in message for message in faults)
    assert any("4 dagar före mötet; det ska vara minst 7" in message for message in faults)
    assert len(faults) == 2


ANNUAL = """\
rubrik: Protokoll fört vid årsmöte 2026-03-18
datum: 2026-03-18
tid: 18.00–19.00
närvarande:
  - Eva Ek, ordförande
  - Bo Al, sekreterare
  - Åsa Öman, ledamot
punkter:
  - {nummer: 1, rubrik: Röstlängd}
  - {nummer: 2, rubrik: Mötets behöriga utlysande}
  - {nummer: 3, rubrik: Verksamhetsberättelse och årsredovisning}
  - {nummer: 4, rubrik: Revisionsberättelse}
  - {nummer: 5, rubrik: Ansvarsfrihet}
  - {nummer: 6, rubrik: Val av styrelse}
  - {nummer: 7, rubrik: Val av revisor}
justering: Åsa Öman
"""


@pytest.mark.parametrize("number", [1, 2, 3, 4, 5, 6, 7])
def test_an_annual_meeting_takes_up_what_it_must(tmp_path: Path, number: int) -> None:
    (tmp_path / "organ.yaml").write_text("namn: Odlarna\nregelprofil: förening\n", encoding="utf-8")
    path = tmp_path / "arsmote.yaml"
    path.write_text(ANNUAL, encoding="utf-8")
    assert problems_of(path) == ()
    lines = [line for line in ANNUAL.splitlines() if f"nummer: {number}," not in line]
    path.write_text("\n".join(lines), encoding="utf-8")
    messages = [fault.message for fault in problems_of(path)]
    assert any("årsmötet saknar punkten" in message for message in messages), messages
    assert not any("KL" in message for message in messages)


def test_light_notes_are_never_asked_for_adjusters(tmp_path: Path) -> None:
    register = "namn: Gruppen\nregelprofil: anteckningar\n"
    text = "datum: 2026-03-18\nnärvarande: Eva Ek\npunkter:\n  - rubrik: Allt\n    beslut: Ja.\n"
    assert problems_of(folder(tmp_path, text, register)) == ()


def test_a_member_away_who_leads_is_told_of(tmp_path: Path) -> None:
    text = MEETING.replace(
        "    - Karin Sjö (S), ordförande\n    - Olof Brandt (M), vice ordförande\n",
        "    - Olof Brandt (M), ledamot\n",
    ).replace(
        "  - Rolf Dahl (C), ledamot\n",
        "  - Rolf Dahl (C), ledamot\n  - Karin Sjö (S), ordförande\n",
    )
    messages = [fault.message for fault in problems_of(folder(tmp_path, text))]
    assert any("ordföranden Karin Sjö var frånvarande" in message for message in messages)


def test_every_rule_has_its_place_in_the_table() -> None:
    assert len({rule.check for rule in RULES}) == len(RULES) >= 45
