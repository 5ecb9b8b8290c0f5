"""What Word and LibreOffice do to a document by saving it changes nothing that is read."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Callable, Mapping
from copy import deepcopy
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from docx.oxml.ns import nsmap
from lxml import etree

from protokollant.model import AnnualReport, Meeting
from tests.parser.own.trip import differences, read_back, there_and_back
from tests.word_templates.filled import CASES, document

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def split_runs(xml: str) -> str:
    """A run becomes two, the second of another editing session, with a spelling mark between."""
    root = etree.fromstring(xml.encode())
    for run in list(root.iter(f"{W}r")):
        texts = run.findall(f"{W}t")
        if len(texts) != 1 or len(texts[0].text or "") < 2:
            continue
        first, last = texts[0], (rest := deepcopy(run)).find(f"{W}t")
        middle = len(first.text) // 2
        first.text, last.text = first.text[:middle], last.text[middle:]
        rest.set(f"{W}rsidR", "00AB12CD")
        mark = etree.Element(f"{W}proofErr", {f"{W}type": "spellStart"})
        run.addnext(mark)
        mark.addnext(rest)
    return str(etree.tostring(root, encoding="unicode"))


def set_bookmarks(xml: str) -> str:
    """Each paragraph is numbered by the session that wrote it, and bookmarked."""
    xml = xml.replace("<w:p>", '<w:p w:rsidR="00AB12CD" w:rsidRDefault="00AB12CD">')
    mark = '<w:bookmarkStart w:id="7" w:name="_GoBack"/><w:bookmarkEnd w:id="7"/>'
    return xml.replace("</w:pPr>", f"</w:pPr>{mark}")


def track_changes(xml: str) -> str:
    """All text is a tracked insertion, beside text that was deleted."""
    root = etree.fromstring(xml.encode())
    for run in list(root.iter(f"{W}r")):
        if run.find(f"{W}t") is None:
            continue
        change = {f"{W}id": "8", f"{W}author": "Eva Ek"}
        inserted, deleted = (etree.Element(f"{W}{kind}", change) for kind in ("ins", "del"))
        run.addprevious(inserted)
        inserted.addnext(deleted)
        inserted.append(run)
        text = etree.SubElement(etree.SubElement(deleted, f"{W}r"), f"{W}delText")
        text.text = "struket"
    return str(etree.tostring(root, encoding="unicode"))


def rename_style_ids(xml: str) -> str:
    """A Word that speaks another language gives its own styles other ids."""
    return re.sub(r'w:val="Heading(\d)"|w:styleId="Heading(\d)"', _in_swedish, xml)


def _in_swedish(match: re.Match[str]) -> str:
    return match[0].replace("Heading", "Rubrik")


HABITS: Mapping[str, tuple[Callable[[str], str], tuple[str, ...]]] = {
    "split runs": (split_runs, ("word/document.xml",)),
    "bookmarks": (set_bookmarks, ("word/document.xml",)),
    "tracked changes": (track_changes, ("word/document.xml",)),
    "style ids": (rename_style_ids, ("word/document.xml", "word/styles.xml")),
}
DOCUMENTS = tuple(name for name, (_, made_of) in CASES.items() if isinstance(made_of, Meeting))


def changed(content: bytes, change: Callable[[str], str], parts: tuple[str, ...]) -> bytes:
    """The package with the change made in some of its parts."""
    made = BytesIO()
    with ZipFile(BytesIO(content)) as old, ZipFile(made, "w", ZIP_DEFLATED) as new:
        for name in old.namelist():
            data = old.read(name)
            new.writestr(name, change(data.decode()).encode() if name in parts else data)
    return made.getvalue()


@pytest.mark.parametrize("habit", HABITS)
@pytest.mark.parametrize("case", DOCUMENTS)
def test_what_word_does_by_the_way_is_not_read(case: str, habit: str) -> None:
    content = document(case)
    saved = changed(content, *HABITS[habit])
    assert saved != content
    assert differences(read_back(content).meeting, read_back(saved).meeting) == {}


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice finns inte här")
def test_a_document_saved_by_libreoffice_is_read_as_before(tmp_path: Path) -> None:
    for case in CASES:
        (tmp_path / f"{case}.docx").write_bytes(document(case))
    subprocess.run(
        [
            "soffice",
            f"-env:UserInstallation={(tmp_path / 'profil').as_uri()}",
            "--headless",
            "--convert-to",
            "docx:MS Word 2007 XML",
            "--outdir",
            str(tmp_path / "ut"),
            *(str(tmp_path / f"{case}.docx") for case in CASES),
        ],
        check=True,
        capture_output=True,
        timeout=120,
    )
    for case in CASES:
        saved = (tmp_path / "ut" / f"{case}.docx").read_bytes()
        assert differences(read_back(document(case)).meeting, read_back(saved).meeting) == {}, case


@pytest.mark.parametrize(
    ("name", "filled"),
    [
        ("dagordning", Meeting(kind="agenda", title="Vårens möte")),
        ("arsberattelse", AnnualReport(body="Rådet", year=2026, title="Vårt år")),
    ],
)
def test_another_librarys_prefixes_change_nothing(
    name: str, filled: Meeting | AnnualReport, monkeypatch: pytest.MonkeyPatch
) -> None:
    """docxcompose, imported by whoever makes documents with docxtpl, changes what cp: means."""
    before = there_and_back(name, filled).meeting
    monkeypatch.setitem(nsmap, "cp", "http://www.example.org/custom-properties")
    assert there_and_back(name, filled).meeting == before
