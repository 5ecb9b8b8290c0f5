"""Attachments behind a document or inside it: tags, bookmarks, labels, and every bad file told."""

from __future__ import annotations

from io import BytesIO
from typing import Any

import page
import pytest
from pypdf import PdfReader, PdfWriter
from pypdf.generic import NameObject

from protokollant.errors import EngineError, OutputError, ReadError
from protokollant.printers import (
    MANNERS,
    Attachment,
    Extras,
    Inside,
    Printed,
    hindrances,
    manner_called,
    print_many,
    print_pdf,
)
from protokollant.printers.attachments import numbers_of

PROFILES = {
    "PDF/A-2a": page.ValidationProfile.PDF_A_2A,
    "PDF/A-3a": page.ValidationProfile.PDF_A_3A,
    "PDF/UA-1": page.ValidationProfile.PDF_UA_1,
}


@pytest.fixture(scope="module")
def tagged(docx: bytes) -> bytes:
    return print_pdf(docx, engine="rdocx").pdf


@pytest.fixture(scope="module")
def untagged() -> bytes:
    """A page with a drawn line that no tag explains."""
    return plain_pdf(b"0 0 m 100 100 l S")


def plain_pdf(content: bytes = b"", *, rotate: int = 0, password: str = "") -> bytes:
    from pypdf.generic import DecodedStreamObject

    writer = PdfWriter()
    blank = writer.add_blank_page(595, 842)
    stream = DecodedStreamObject()
    stream.set_data(content)
    blank[NameObject("/Contents")] = writer._add_object(stream)
    if rotate:
        blank.rotate(rotate)
    if password:
        writer.encrypt(password, algorithm="RC4-128")
    buffer = BytesIO()
    writer.write(buffer)
    return buffer.getvalue()


def printed_with(docx: bytes, *attachments: Attachment, **how: Any) -> tuple[Printed, PdfReader]:
    printed = print_pdf(docx, engine="rdocx", extras=Extras(attachments, **how))
    return printed, PdfReader(BytesIO(printed.pdf))


def titles(outline: list[Any]) -> list[Any]:
    return [titles(one) if isinstance(one, list) else one.title for one in outline]


@pytest.mark.parametrize("manner", MANNERS)
@pytest.mark.parametrize("contents", [False, True])
def test_tagged_attachments_keep_every_claim(
    docx: bytes, tagged: bytes, manner: Any, contents: bool
) -> None:
    files = (
        Attachment("a.pdf", tagged, "Förslag"),
        Attachment("b.docx", docx, "Yttrande"),
        Attachment("c.txt", "Åtta rader\nnio rader".encode()),
    )
    printed, _ = printed_with(docx, *files, manner=manner, contents=contents)
    level = "PDF/A-3a" if manner == "embed" else "PDF/A-2a"
    assert printed.claims == (level, "PDF/UA-1")
    assert printed.remarks == ()
    for claim in printed.claims:
        assert page.validate_pdf_bytes(printed.pdf, profile=PROFILES[claim]).failures == []


def test_a_title_page_a_label_and_a_bookmark_each(docx: bytes, tagged: bytes) -> None:
    _, reader = printed_with(
        docx, Attachment("a.pdf", tagged, "Förslag"), Attachment("b.docx", docx)
    )
    assert reader.page_labels == ["1", "B1", "B1:1", "B2", "B2:1"]
    assert "Bilaga 1\nFörslag" in reader.pages[1].extract_text()
    own = ["Närvaro", ["Enkät & svar"]]
    whole = [*own, "Bilagor", ["Bilaga 1, Förslag", own, "Bilaga 2, b.docx", ["Närvaro"]]]
    assert titles(reader.outline)[:3] == whole[:3]
    inner = titles(reader.outline)[3]
    assert inner[:2] == ["Bilaga 1, Förslag", own]
    assert inner[2] == "Bilaga 2, b.docx"


def test_a_stamp_stands_on_every_page_of_the_attachment(docx: bytes, tagged: bytes) -> None:
    _, reader = printed_with(docx, Attachment("a.pdf", tagged), manner="stamp")
    assert reader.page_labels == ["1", "B1:1"]
    assert "Bilaga 1, sida 1 (1)" in reader.pages[1].extract_text()
    assert "Bilaga" not in reader.pages[0].extract_text()


@pytest.mark.parametrize("turn", [0, 90, 180, 270])
def test_a_stamp_is_upright_in_the_corner_however_the_page_is_turned(
    docx: bytes, turn: int
) -> None:
    import pypdfium2

    printed, _ = printed_with(docx, Attachment("a.pdf", plain_pdf(rotate=turn)), manner="stamp")
    picture = pypdfium2.PdfDocument(printed.pdf)[1].render(scale=1).to_pil().convert("L")
    dark = picture.point(lambda level: 255 if level < 128 else 0).getbbox()
    assert dark is not None
    left, top, right, bottom = dark
    assert left > picture.width / 2
    assert picture.width - 40 < right
    assert top < bottom < 40
    assert right - left > bottom - top


def test_the_list_leads_to_each_attachment(docx: bytes, tagged: bytes) -> None:
    _, reader = printed_with(
        docx, Attachment("a.pdf", tagged, "Ett"), Attachment("b.pdf", tagged, "Två"), contents=True
    )
    links = [one.get_object() for one in reader.pages[1]["/Annots"]]
    numbers = {one.indirect_reference.idnum: n for n, one in enumerate(reader.pages)}
    leads = dict.fromkeys((link["/Contents"], numbers[link["/Dest"][0].idnum]) for link in links)
    assert list(leads) == [("Till Bilaga 1, Ett", 2), ("Till Bilaga 2, Två", 4)]
    assert all("/A" not in link for link in links)


def test_all_tags_of_an_attachment_are_still_read(docx: bytes, tagged: bytes) -> None:
    printed, reader = printed_with(docx, Attachment("a.pdf", tagged))
    root = reader.trailer["/Root"]["/StructTreeRoot"]
    roles: list[str] = []

    def walk(node: Any) -> None:
        kids = node.get("/K", [])
        for kid in kids if isinstance(kids, list) else [kids]:
            inner = kid.get_object()
            if isinstance(inner, dict) and "/S" in inner:
                roles.append(str(inner["/S"]))
                walk(inner)

    walk(root)
    assert roles.count("/Table") == 2
    assert roles.count("/Part") == 2
    keys = [int(n) for n in root["/ParentTree"]["/Nums"][::2]]
    assert len(keys) == len(set(keys))
    assert printed.claims[-1] == "PDF/UA-1"


def test_an_untagged_attachment_takes_the_claim_and_is_named(docx: bytes, untagged: bytes) -> None:
    printed, _ = printed_with(docx, Attachment("plan.pdf", untagged))
    assert "PDF/UA-1" not in printed.claims
    told = " ".join(printed.remarks)
    assert "CONTENT-TAGGING" in told
    assert "bilaga 1 (plan.pdf)" in told
    assert "--attach-as embed" in told


def test_files_inside_are_listed_with_their_relation(docx: bytes, untagged: bytes) -> None:
    files = Extras(
        (Attachment("plan.pdf", untagged, "Plan"), Attachment("plan.pdf", b"other", "Annan")),
        "embed",
        inside=(Inside("protokollant.yaml", b"datum: x", "application/yaml", "Source"),),
    )
    reader = PdfReader(BytesIO(print_pdf(docx, extras=files).pdf))
    held = {name: contents[0] for name, contents in reader.attachments.items()}
    assert held == {
        "plan.pdf": untagged,
        "Bilaga 2 plan.pdf": b"other",
        "protokollant.yaml": b"datum: x",
    }
    relations = [f.get_object()["/AFRelationship"] for f in reader.trailer["/Root"]["/AF"]]
    assert sorted(relations) == ["/Source", "/Supplement", "/Supplement"]


BAD = {
    "tom.pdf": (b"", "är tom"),
    "fel.pdf": (b"hej", "är ingen PDF"),
    "halv.pdf": (b"%PDF-1.7\n1 0 obj <<", "är en skadad PDF"),
    "fel.docx": (b"hej", "är inget Worddokument"),
    "halv.docx": (b"PK\x03\x04", "är inget helt Worddokument"),
    "bild.heic": (b"hej", "kan inte bli sidor"),
    "lås.pdf": (plain_pdf(password="hemligt"), "är låst med lösenord"),
}


def test_every_bad_attachment_is_told_at_once_with_advice(docx: bytes, tagged: bytes) -> None:
    files = [Attachment(name, content) for name, (content, _) in BAD.items()]
    with pytest.raises(ReadError) as caught:
        print_pdf(docx, extras=Extras((Attachment("hel.pdf", tagged), *files)))
    faults = caught.value.faults
    assert [fault.place.file for fault in faults] == list(BAD)
    for fault, (_, told) in zip(faults, BAD.values(), strict=True):
        assert told in fault.message
        assert fault.remedy
    assert hindrances(files) == faults


def test_a_huge_attachment_is_refused(docx: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("protokollant.printers.attachments.LARGEST", 10)
    for manner in ("page", "embed"):
        with pytest.raises(ReadError, match="för stor"):
            print_pdf(docx, extras=Extras((Attachment("a.pdf", b"%PDF-1.7 long"),), manner))


@pytest.mark.parametrize("cut", [0.2, 0.5, 0.8, 0.95])
def test_a_torn_attachment_is_told_or_mended_never_a_crash(
    docx: bytes, tagged: bytes, cut: float
) -> None:
    torn = Attachment("a.pdf", tagged[: int(len(tagged) * cut)])
    (outcome,) = print_many([docx], extras=[Extras((torn,))])
    assert isinstance(outcome, (Printed, ReadError))


def test_a_failing_attachment_stops_no_other_document(docx: bytes) -> None:
    bad = Extras((Attachment("a.pdf", b"x"),))
    first, second = print_many([docx, docx], extras=[bad, Extras()])
    assert isinstance(first, ReadError)
    assert isinstance(second, Printed)


def test_numbers_are_the_meetings_own_and_never_the_same_twice() -> None:
    def numbers(*own: str) -> tuple[str, ...]:
        return numbers_of([Attachment("a", b"x", number=number) for number in own])

    assert numbers("", "") == ("1", "2")
    assert numbers("2", "") == ("2", "1")
    assert numbers("3", "3", "") == ("3", "1", "2")
    assert numbers("A", "1a") == ("A", "1a")


def test_files_inside_and_pdf_a_2_do_not_go_together(docx: bytes) -> None:
    files = Extras((Attachment("a.pdf", b"x"),), "embed")
    with pytest.raises(EngineError, match="får inte ha inbäddade filer"):
        print_pdf(docx, archive="2a", extras=files)


def test_the_same_attachments_give_the_same_bytes(docx: bytes, tagged: bytes) -> None:
    extras = Extras((Attachment("a.pdf", tagged),), "stamp", contents=True)
    first, second = (print_pdf(docx, extras=extras).pdf for _ in range(2))
    assert first == second
    other = print_pdf(docx, extras=Extras(extras.attachments, "page")).pdf
    assert PdfReader(BytesIO(first)).trailer["/ID"] != PdfReader(BytesIO(other)).trailer["/ID"]


def test_an_unknown_manner_is_told() -> None:
    with pytest.raises(OutputError, match="page, stamp, embed"):
        manner_called("hylla")
