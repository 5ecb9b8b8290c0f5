"""Footnotes have names of their own, which the file's index knows."""

from __future__ import annotations

from io import BytesIO

from pypdf import PdfReader, PdfWriter
from pypdf.generic import NameObject

from protokollant.printers import print_pdf
from protokollant.printers.notes import name_notes
from protokollant.printers.structure import Structure, structure_of


def with_notes(docx: bytes) -> Structure:
    """The document's tags, its paragraphs played as notes."""
    pdf = print_pdf(docx, engine="rdocx").pdf
    structure = structure_of(PdfWriter(clone_from=PdfReader(BytesIO(pdf))))
    assert structure is not None
    for element in structure.elements():
        if element["/S"] == "/P":
            element[NameObject("/S")] = NameObject("/Note")
    return structure


def test_each_note_is_named_and_found_by_its_name(docx: bytes) -> None:
    structure = with_notes(docx)
    name_notes(structure)
    notes = [element for element in structure.elements() if element["/S"] == "/Note"]
    names = [str(note["/ID"]) for note in notes]
    assert len(set(names)) == len(notes) > 1
    index = structure.root["/IDTree"]["/Names"]
    assert index[::2] == sorted(names)
    assert [entry.get_object()["/ID"] for entry in index[1::2]] == names


def test_names_that_the_engine_gave_are_kept(docx: bytes) -> None:
    structure = with_notes(docx)
    name_notes(structure)
    before = structure.root.raw_get("/IDTree")
    name_notes(structure)
    assert structure.root.raw_get("/IDTree") == before
