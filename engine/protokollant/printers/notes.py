"""Footnotes of a tagged PDF → footnotes that can be told apart (ISO 14289-1, 7.9)."""

from __future__ import annotations

from pypdf.generic import ArrayObject, DictionaryObject, NameObject, TextStringObject

from protokollant.printers.structure import Structure


def name_notes(structure: Structure) -> None:
    """Give each note an identifier of its own, listed in the tree's index, where none has any."""
    notes = [element for element in structure.elements() if element["/S"] == "/Note"]
    if not notes or "/IDTree" in structure.root or any("/ID" in note for note in notes):
        return
    index = ArrayObject()
    for number, note in enumerate(notes, start=1):
        name = TextStringObject(f"not{number:05}")  # the index is in the order of the letters
        note[NameObject("/ID")] = name
        index.extend((name, note.indirect_reference))
    tree = DictionaryObject({NameObject("/Names"): index})
    structure.root[NameObject("/IDTree")] = structure.writer._add_object(tree)
