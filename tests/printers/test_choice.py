"""Which engine draws which document, and what is told about it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import pytest

from protokollant.errors import EngineError
from protokollant.printers.choice import Drawing, draw
from protokollant.printers.embedded import told
from protokollant.printers.engine import Drawn


@dataclass
class Pretended:
    """An engine that leaves out what stands after "-" in a document and fails on "!"."""

    name: str
    draws_all: bool = False
    here: bool = True
    calls: list[tuple[bytes, ...]] = field(default_factory=list)

    def available(self) -> bool:
        return self.here

    def draw(
        self, documents: Sequence[bytes], *, timeout: float
    ) -> tuple[Drawn | EngineError, ...]:
        self.calls.append(tuple(documents))
        return tuple(self._one(document.decode()) for document in documents)

    def _one(self, text: str) -> Drawn | EngineError:
        if "!" in text and not self.draws_all:
            return EngineError("gick inte")
        missing = () if self.draws_all else tuple(text.split("-")[1:])
        return Drawn(self.name.encode(), missing)


def engines(second_here: bool = True) -> dict[str, Pretended]:
    return {
        "rdocx": Pretended("rdocx"),
        "libreoffice": Pretended("libreoffice", draws_all=True, here=second_here),
    }


def test_the_embedded_engine_draws_what_it_can_and_the_rest_goes_in_one_call() -> None:
    table = engines()
    documents = [b"a", b"b-SmartArt", b"c", b"d!", b"e-EMF-VML"]
    drawings = draw(table, "auto", documents, timeout=1)
    assert [d.engine for d in drawings if isinstance(d, Drawing)] == [
        "rdocx",
        "libreoffice",
        "rdocx",
        "libreoffice",
        "libreoffice",
    ]
    assert table["libreoffice"].calls == [(b"b-SmartArt", b"d!", b"e-EMF-VML")]
    assert isinstance(drawings[4], Drawing)
    assert "EMF och VML" in drawings[4].drawn.notes[0]


def test_without_libreoffice_only_what_can_not_be_drawn_is_refused() -> None:
    whole, left_out, failed = draw(
        engines(second_here=False), "auto", [b"a", b"b-SmartArt", b"c!"], timeout=1
    )
    assert isinstance(whole, Drawing)
    assert isinstance(left_out, EngineError)
    assert "SmartArt" in str(left_out)
    assert "LibreOffice" in left_out.remedy
    assert left_out.exit_code == 3
    assert isinstance(failed, EngineError)
    assert "gick inte" in str(failed)


def test_an_engine_asked_for_by_name_is_the_one_used() -> None:
    (drawing,) = draw(engines(), "rdocx", [b"b-SmartArt"], timeout=1)
    assert isinstance(drawing, Drawing)
    assert drawing.engine == "rdocx"
    assert drawing.drawn.missing == ("SmartArt",)


def test_an_unknown_engine_is_refused_with_the_names_there_are() -> None:
    with pytest.raises(EngineError, match="«pages» finns inte") as caught:
        draw(engines(), "pages", [b"a"], timeout=1)
    assert "auto, rdocx, libreoffice" in caught.value.remedy


@pytest.mark.parametrize(
    ("said", "missing", "note"),
    [
        (
            "Font 'Aptos' is approximate: selected 'DejaVu Sans' for contributing text",
            (),
            "Typsnittet Aptos finns inte",
        ),
        ("REF target x was not found, stored display retained", (), "senast sparades"),
        (
            "Unknown Wingdings symbol U+F0A8: original code retained",
            ("tecknet F0A8 i typsnittet Wingdings",),
            "",
        ),
        ("Word chart relationship rId9: relationship was not resolved", ("ett diagram",), ""),
        ("something new", (), "säger: something new"),
    ],
)
def test_what_the_embedded_engine_says_is_told_in_swedish(
    said: str, missing: tuple[str, ...], note: str
) -> None:
    found, notes = told([said, said])
    assert found == missing
    assert len(notes) == (1 if note else 0)
    assert note in "".join(notes)
