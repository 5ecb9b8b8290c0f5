"""What acts or fetches when a document is opened is refused or taken out of the template."""

from __future__ import annotations

import io

import pytest
from docx import Document

from protokollant.errors import TemplateError
from protokollant.renderer import Template
from tests.renderer.paper import R, W, member, outline, p, paper, r, valid
from tests.renderer.test_sandbox import with_member

_PKG = "http://schemas.openxmlformats.org/package/2006/relationships"


def _relations(kind: str, target: str, mode: str = "External") -> bytes:
    return (
        f'<Relationships xmlns="{_PKG}"><Relationship Id="rId9" Type="{R}/{kind}" '
        f'Target="{target}" TargetMode="{mode}"/></Relationships>'
    ).encode()


FETCHED = [
    ("image", "https://example.org/spion.png", "en bild", "Infoga bilden"),
    ("image", "file://server/spion.png", "en bild", "Infoga bilden"),
    ("oleObject", "file:///c:/a.xlsx", "ett objekt", "Bädda in"),
    ("frame", "https://example.org/", "en ramsida", "Ta bort ramen"),
    ("subDocument", "del.docx", "ett deldokument", "Klistra in"),
    ("aFChunk", "https://example.org/a.html", "en text", "Klistra in"),
    ("mailMergeSource", "file:///c:/register.mdb", "något", "Ta bort länken"),
]


@pytest.mark.parametrize("mode", ["External", "EXTERNAL"])
@pytest.mark.parametrize(("kind", "target", "what", "remedy"), FETCHED)
def test_what_is_fetched_from_outside_is_refused(
    kind: str, target: str, what: str, remedy: str, mode: str
) -> None:
    source = with_member("word/_rels/header.xml.rels", _relations(kind, target, mode))
    with pytest.raises(TemplateError, match=f"hämtar {what} från") as caught:
        Template(source, "mall.docx")
    assert target in str(caught.value)
    assert caught.value.remedy.startswith(remedy)


def test_links_to_click_on_are_kept() -> None:
    source = with_member(
        "word/_rels/header.xml.rels", _relations("hyperlink", "https://example.org/")
    )
    made = Template(source).render({})
    assert "https://example.org/" in member(made, "word/_rels/header.xml.rels")


def test_the_attached_template_that_word_notes_is_left_out() -> None:
    settings = (
        f'<w:settings xmlns:w="{W}" xmlns:r="{R}"><w:zoom w:percent="100"/>'
        '<w:attachedTemplate r:id="rId9"/></w:settings>'
    ).encode()
    source = with_member("word/settings.xml", settings, paper(p("{{ a }}")))
    fetched = _relations("attachedTemplate", "file:///C:/Users/Eva/Normal.dotm")
    source = with_member("word/_rels/settings.xml.rels", fetched, source)
    made = Template(source).render({"a": "hej"})
    assert "attachedTemplate" not in member(made, "word/settings.xml")
    assert "zoom" in member(made, "word/settings.xml")
    assert "Normal.dotm" not in member(made, "word/_rels/settings.xml.rels")
    assert outline(made) == ["hej"]


def _field(*instruction: str) -> str:
    char = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
    told = "".join(
        part if part.startswith("<") else f"<w:r><w:instrText>{part}</w:instrText></w:r>"
        for part in instruction
    )
    return f"{char.format('begin')}{told}{char.format('separate')}{r('x')}{char.format('end')}"


FETCHING = [
    _field(' INCLUDEPICTURE "https://example.org/a.png" '),
    _field(" INCLUDE", 'TEXT "c:/hemligt.docx" '),
    _field(' ddeauto c:/windows/cmd.exe "/k" '),
    _field(" LINK Excel.Sheet.12 a.xlsx "),
    _field(_field(" QUOTE 68 68 69 "), " c:/windows/cmd.exe "),
    _field(" {{ vad }} "),
    _field(" IF 1 = 1 ", _field(" IMPORT a.gif "), " nej "),
    '<w:fldSimple w:instr=" INCLUDEPICTURE a.png "><w:r><w:t>x</w:t></w:r></w:fldSimple>',
]


@pytest.mark.parametrize("field", FETCHING)
@pytest.mark.parametrize("part", ["body", "header"])
def test_fields_that_fetch_or_compute_what_they_do_are_refused(field: str, part: str) -> None:
    source = paper(p(field)) if part == "body" else paper(p("a"), header=p(field))
    place = "brödtexten" if part == "body" else "sidhuvudet"
    with pytest.raises(TemplateError, match=f"{place}: .*(hämtar något med|bestäms först)"):
        Template(source)


@pytest.mark.parametrize(
    "instruction",
    [' HYPERLINK "https://example.org" ', " PAGE ", ' TOC \\o "1-3" ', " = 1 + 2 ", ""],
)
def test_other_fields_are_kept(instruction: str) -> None:
    made = valid(Template(paper(p(_field(instruction)))).render({}))
    assert instruction in member(made, "word/document.xml")


REFUSED = [
    ("word/vbaProject.bin", b"x", "makron"),
    ("word/activeX/activeX1.bin", b"x", "ActiveX"),
    ("word/settings.xml", f'<w:settings xmlns:w="{W}"><w:mailMerge/></w:settings>'.encode(),
     "register"),
    ("word/theme/theme1.xml", b'<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>', "skadad"),
    ("customXml/item1.xml", '<?xml version="1.0" encoding="utf-16"?><!DOCTYPE a><a/>'.encode(
        "utf-16"), "skadad"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "content", "told"), REFUSED)
def test_active_content_is_refused_whatever_part_it_lies_in(
    name: str, content: bytes, told: str
) -> None:
    with pytest.raises(TemplateError, match=told):
        Template(with_member(name, content))


def test_a_document_with_macros_is_refused_by_its_type() -> None:
    listing = member(paper(p("a")), "[Content_Types].xml").replace(
        "vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
        "vnd.ms-word.document.macroEnabled.main+xml",
    )
    with pytest.raises(TemplateError, match="makron"):
        Template(with_member("[Content_Types].xml", listing.encode()))


def test_every_danger_is_told_at_once() -> None:
    source = paper(p(_field(" DDE a ")), header=p("a"))
    source = with_member("word/_rels/header.xml.rels", _relations("image", "a.png"), source)
    source = with_member("word/vbaProject.bin", b"x", source)
    with pytest.raises(TemplateError) as caught:
        Template(source)
    assert len(caught.value.faults) == 3


def test_an_ordinary_document_passes() -> None:
    stream = io.BytesIO()
    Document().save(stream)
    Template(stream.getvalue())
