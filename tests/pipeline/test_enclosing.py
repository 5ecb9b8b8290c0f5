"""What goes with a meeting's PDF: its attachments, files named by the user, its own values."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader, PdfWriter

from protokollant.cli import run
from protokollant.errors import OutputError, ReadError
from protokollant.pipeline.documents import Wanted, agenda, minutes
from protokollant.pipeline.enclosing import Enclosing
from protokollant.pipeline.pdf import pdf
from protokollant.pipeline.read import read, read_document
from protokollant.printers import Extras, Inside, print_pdf
from protokollant.records import load_meeting
from protokollant.resources import resource

SAMPLES = resource("samples", "barn-och-unga").parent
MEETINGS = sorted(p for p in SAMPLES.rglob("*.yaml") if p.name != "organ.yaml")
WITH_ATTACHMENT = SAMPLES / "barn-och-unga" / "2025" / "2025-04-11.yaml"

MEETING = """\
organ: Gruppen
datum: 2026-03-02
punkter:
  - rubrik: Avtal
    bilagor:
      - {rubrik: Avtalet, fil: avtal.txt, nummer: 7}
      - {rubrik: Presentation}
      - {rubrik: Sidan, fil: "https://example.se/a"}
"""


def meeting_in(folder: Path, text: str = MEETING) -> Path:
    path = folder / "mote.yaml"
    path.write_text(text, encoding="utf-8")
    return path


def made_pdf(folder: Path, source: Path, enclosing: Enclosing) -> PdfReader:
    made = minutes(source, Wanted(folder / "ut.docx", enclosing=enclosing))
    (path,) = (path for path in made.files if path.suffix == ".pdf")
    return PdfReader(BytesIO(path.read_bytes()))


@pytest.mark.parametrize("source", MEETINGS, ids=lambda path: path.stem)
def test_a_sample_is_read_back_exactly_from_its_archive_copy(source: Path, tmp_path: Path) -> None:
    made_pdf(tmp_path, source, Enclosing(data=True))
    reading = read_document(tmp_path / "ut.pdf")
    assert reading.meeting == load_meeting(source)
    assert "Läst ur mötesdata i filen" in reading.warnings[0].message
    text = read([tmp_path / "ut.pdf"]).text
    assert "kunde inte placeras" not in text


def test_values_that_can_not_be_used_leave_the_text_to_be_read(tmp_path: Path) -> None:
    docx = resource("templates", "protokoll.docx").read_bytes()
    inside = (Inside("protokollant.yaml", b"datum: [", "application/yaml", "Source"),)
    (tmp_path / "a.pdf").write_bytes(print_pdf(docx, extras=Extras(inside=inside)).pdf)
    reading = read_document(tmp_path / "a.pdf")
    assert "går inte att använda" in reading.warnings[0].message
    assert reading.lines


def test_an_attached_file_of_another_name_is_no_values(tmp_path: Path) -> None:
    docx = resource("templates", "protokoll.docx").read_bytes()
    inside = (Inside("annat.yaml", b"organ: Fel", "application/yaml", "Data"),)
    (tmp_path / "a.pdf").write_bytes(print_pdf(docx, extras=Extras(inside=inside)).pdf)
    assert read_document(tmp_path / "a.pdf").meeting.body != "Fel"


def test_the_meetings_own_attachments_follow_with_their_numbers(tmp_path: Path) -> None:
    (tmp_path / "avtal.txt").write_text("Parterna är eniga.", encoding="utf-8")
    source = meeting_in(tmp_path)
    made = minutes(source, Wanted(tmp_path / "ut.docx", enclosing=Enclosing(own=True)))
    reader = PdfReader(tmp_path / "ut.pdf")
    assert reader.page_labels[-2:] == ["B7", "B7:1"]
    assert "Parterna är eniga." in reader.pages[-1].extract_text()
    assert "Bilagan «Presentation» har ingen fil och följer inte med." in made.remarks
    assert "Bilagan «Sidan» ligger på webben och följer inte med." in made.remarks


def test_a_sample_with_an_attachment_in_its_working_folder(tmp_path: Path) -> None:
    reader = made_pdf(tmp_path, WITH_ATTACHMENT, Enclosing(own=True, manner="stamp"))
    assert "B1:1" in reader.page_labels
    assert "Bilaga 1, sida 1 (1)" in reader.pages[-1].extract_text()


def test_a_package_is_agenda_list_and_stamped_attachments(tmp_path: Path) -> None:
    wanted = ["agenda", str(WITH_ATTACHMENT), "-o", str(tmp_path / "k.docx"), "--package"]
    assert run(wanted) == 0
    reader = PdfReader(tmp_path / "k.pdf")
    assert reader.page_labels[-2:] == ["B", "B1:1"]
    links = [one.get_object() for one in reader.pages[-2]["/Annots"]]
    assert {link["/Dest"][0] for link in links} == {reader.pages[-1].indirect_reference}
    assert "Bilaga 1, sida 1 (1)" in reader.pages[-1].extract_text()


def test_a_path_out_of_the_folder_is_refused(tmp_path: Path) -> None:
    (tmp_path / "hemlig.txt").write_text("hemligt", encoding="utf-8")
    inner = tmp_path / "inre"
    inner.mkdir()
    source = meeting_in(inner, MEETING.replace("avtal.txt", "../hemlig.txt"))
    with pytest.raises(ReadError, match="utanför mötets mapp"):
        agenda(source, Wanted(tmp_path / "ut.docx", enclosing=Enclosing(own=True)))
    assert not (tmp_path / "ut.docx").exists()


def test_missing_and_bad_files_are_told_together_and_nothing_is_made(tmp_path: Path) -> None:
    source = meeting_in(tmp_path)
    locked = tmp_path / "lås.pdf"
    writer = PdfWriter()
    writer.add_blank_page(100, 100)
    writer.encrypt("x", algorithm="RC4-128")
    writer.write(locked)
    files = (tmp_path / "finns-inte.pdf", locked, tmp_path)
    with pytest.raises(ReadError) as caught:
        minutes(source, Wanted(tmp_path / "ut.docx", enclosing=Enclosing(files, own=True)))
    told = str(caught.value)
    for words in ("avtal.txt", "finns-inte.pdf", "låst med lösenord", "är en mapp"):
        assert words in told
    assert not list(tmp_path.glob("ut.*"))


def test_attachments_go_with_one_document_only(tmp_path: Path) -> None:
    with pytest.raises(OutputError, match="ett enda dokument"):
        pdf([tmp_path / "a.docx", tmp_path / "b.docx"], enclosing=Enclosing((tmp_path / "c.pdf",)))


def test_any_word_file_takes_attachments(tmp_path: Path) -> None:
    source = tmp_path / "a.docx"
    source.write_bytes(resource("templates", "protokoll.docx").read_bytes())
    assert run(["pdf", str(source), "--attach", str(source), "--attach-as", "stamp"]) == 0
    assert PdfReader(tmp_path / "a.pdf").page_labels[-1].startswith("B1:")
