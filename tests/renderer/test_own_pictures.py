"""Pictures that a template shows from its own folder, with size and alternative text."""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import Path

import pytest
from PIL import Image

from protokollant.errors import TemplateError
from protokollant.model import Meeting
from protokollant.renderer import Template, picture
from tests.renderer.paper import member, p, paper, valid


def put(folder: Path, *body: str, header: str = "") -> Path:
    for name, kind in (("logga.png", "PNG"), ("foto.jpg", "JPEG"), ("trasig.png", "")):
        stream = io.BytesIO()
        if kind:
            Image.new("RGB", (200, 100), "navy").save(stream, kind)
        (folder / name).write_bytes(stream.getvalue())
    path = folder / "mall.docx"
    path.write_bytes(paper(*body, header=header))
    return path


SIZES = [
    ("bredd=50", 'cx="1800000" cy="900000"'),
    ("höjd=50", 'cx="3600000" cy="1800000"'),
    ("width=50", 'cx="1800000" cy="900000"'),
    ("bredd=50, höjd=10", 'cx="1800000" cy="360000"'),
    ("50", 'cx="1800000" cy="900000"'),
]


@pytest.mark.parametrize(("size", "extent"), SIZES)
def test_a_picture_has_the_size_asked_for(size: str, extent: str, tmp_path: Path) -> None:
    path = put(tmp_path, p(f'a {{{{ bild("logga.png", "Vår & er logotyp", {size}) }}}}'))
    xml = member(valid(Template(path).render(Meeting())), "word/document.xml")
    assert f"<wp:extent {extent}/>" in xml
    assert 'descr="Vår &amp; er logotyp"' in xml


def test_it_stands_in_heads_and_loops_and_is_stored_once(tmp_path: Path) -> None:
    tag = p("{{ picture('foto.jpg', rubrik or 'Foto') }}")
    body = (p("{%p for n in [1, 2] %}"), tag, p("{%p endfor %}"))
    template = Template(put(tmp_path, *body, header=tag))
    assert template.problems() == ()
    made = valid(template.render(Meeting(title="Vi")))
    xml = member(made, "word/document.xml") + member(made, "word/header.xml")
    assert xml.count("<wp:docPr ") == len(set(re.findall(r'docPr id="(\d+)"', xml))) == 3
    assert xml.count('descr="Vi"') == 6
    with zipfile.ZipFile(io.BytesIO(made)) as archive:
        assert sum(name.startswith("word/media/") for name in archive.namelist()) == 1


FAULTS = [
    ("{{ bild('loga.png', 'x') }}", "filen «loga.png» finns inte. Menade du «logga.png»?"),
    ("{{ bild('../logga.png', 'x') }}", "ligger utanför mallens mapp."),
    ("{{ bild('/logga.png', 'x') }}", "är en hel sökväg."),
    ("{{ bild('mall.docx', 'x') }}", "«mall.docx» är ingen bild."),
    ("{{ bild('trasig.png', 'x') }}", "bilden «trasig.png» kan inte läsas."),
    ("{{ bild('logga.png') }}", "bildens fil och text ska stå inom citattecken."),
    ("{{ bild(rubrik, 'x') }}", "bildens fil och text ska stå inom citattecken."),
]


@pytest.mark.parametrize(("tag", "told"), FAULTS)
def test_what_cannot_be_shown_is_told(tag: str, told: str, tmp_path: Path) -> None:
    template = Template(put(tmp_path, p(tag)))
    (fault,) = template.problems(Meeting)
    assert told in str(fault)
    with pytest.raises(TemplateError, match="bild"):
        template.render(Meeting(title="x"))


def test_a_picture_of_bytes_is_given_beside_the_meeting(tmp_path: Path) -> None:
    template = Template(
        put(tmp_path, p("{%p if plats %}"), p("{{ namnteckning }}"), p("{%p endif %}"))
    )
    content = (tmp_path / "logga.png").read_bytes()
    for source in (content, tmp_path / "logga.png"):
        signature = picture(source, "Eva Eks underskrift", width=40)
        made = valid(template.render(Meeting(place="A"), extra={"namnteckning": signature}))
        xml = member(made, "word/document.xml")
        assert 'descr="Eva Eks underskrift"' in xml
        assert '<wp:extent cx="1440000" cy="720000"/>' in xml
    with pytest.raises(TemplateError, match="«namnteckning» finns inte"):
        template.render(Meeting(place="A"))


def test_an_included_template_shows_its_own(tmp_path: Path) -> None:
    (tmp_path / "delar").mkdir()
    put(tmp_path / "delar", p('{{ bild("logga.png", "Logotyp") }}'))
    path = tmp_path / "hel.docx"
    path.write_bytes(paper(p('{{p include("delar/mall.docx") }}')))
    made = valid(Template(path).render(Meeting()))
    assert 'descr="Logotyp"' in member(made, "word/document.xml")
