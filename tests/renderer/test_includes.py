"""A template included in another: filled where it stands, from the template's own folder only."""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import Path

import docx
import pytest
from PIL import Image

from protokollant.errors import TemplateError
from protokollant.model import AgendaItem, Decision, Meeting
from protokollant.renderer import Template
from tests.renderer.paper import member, outline, p, paper, table, valid

MEETING = Meeting(
    body="Gruppen",
    place="Salen",
    items=(
        AgendaItem(title="Kassan", decisions=(Decision(text="Ja."), Decision(text="Nej."))),
        AgendaItem(title="Slut", decisions=(Decision(text="Tack."),)),
    ),
)
_DECISIONS = (
    p("{%p for b in punkt.beslut %}"),
    p("{{ b }}", style="Numreradlista"),
    p("{%p endfor %}"),
)
_EACH = (
    p("{%p for punkt in punkter %}"),
    p("{{ punkt.rubrik }}"),
    p('{{p include("beslut.docx") }}'),
    p("{%p endfor %}"),
)


def put(folder: Path, name: str, *body: str, header: str = "") -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(paper(*body, header=header))
    return path


def lines(path: Path) -> list[str]:
    return outline(valid(Template(path).render(MEETING)))


def test_it_is_filled_where_it_stands_with_the_names_around_it(tmp_path: Path) -> None:
    put(tmp_path, "beslut.docx", *_DECISIONS)
    assert lines(put(tmp_path, "mall.docx", *_EACH)) == [
        "Kassan",
        "[List Number] Ja.",
        "[List Number] Nej.",
        "Slut",
        "[List Number] Tack.",
    ]


def test_its_numbered_list_starts_over_each_time(tmp_path: Path) -> None:
    put(tmp_path, "beslut.docx", *_DECISIONS)
    made = valid(Template(put(tmp_path, "mall.docx", *_EACH)).render(MEETING))
    numbers = re.findall(r'<w:numId w:val="(\d+)"', member(made, "word/document.xml"))
    assert len(numbers) == 3
    assert numbers[0] == numbers[1] != numbers[2]


def test_it_may_stand_in_a_head_a_cell_and_a_condition(tmp_path: Path) -> None:
    put(tmp_path, "namn.docx", p("{{ organ }}"), p("{{ plats }}"))
    tag = p("{{p include('namn.docx') }}")
    body = (p("{%p if plats %}"), tag, p("{%p else %}"), tag, p("{%p endif %}"))
    path = put(tmp_path, "mall.docx", *body, table(("a", tag)), header=tag)
    assert lines(path) == ["Gruppen", "Salen", "a | Gruppen/Salen"]
    assert ">Gruppen</w:t>" in member(Template(path).render(MEETING), "word/header.xml")


def test_it_includes_others_relative_to_itself(tmp_path: Path) -> None:
    put(tmp_path, "delar/inre.docx", p("inre {{ plats }}"))
    put(tmp_path, "delar/yttre.docx", p("yttre"), p('{{p include("inre.docx") }}'))
    for way in ("delar/yttre.docx", r"delar\\yttre.docx"):
        path = put(tmp_path, "mall.docx", p(f'{{{{p include("{way}") }}}}'))
        assert lines(path) == ["yttre", "inre Salen"]


def test_its_styles_lists_links_and_pictures_come_along(tmp_path: Path) -> None:
    made = docx.Document()
    style = made.styles.add_style("Eget format", docx.enum.style.WD_STYLE_TYPE.PARAGRAPH)
    style.font.bold = True
    made.add_paragraph("{{ organ }}", style="Eget format")
    made.add_paragraph("{{ plats }}", style="List Bullet")
    stream = io.BytesIO()
    Image.new("RGB", (4, 4), "navy").save(stream, "PNG")
    made.add_picture(io.BytesIO(stream.getvalue()))
    made.save(str(tmp_path / "delen.docx"))
    path = put(tmp_path, "mall.docx", p("a"), p('{{p include("delen.docx") }}'), p("b"))
    filled = valid(Template(path).render(MEETING))
    assert outline(filled) == ["a", "[Eget format] Gruppen", "[List Bullet] Salen", "", "b"]
    opened = docx.Document(io.BytesIO(filled))
    assert opened.styles["Eget format"].font.bold
    assert len(opened.inline_shapes) == 1
    with zipfile.ZipFile(io.BytesIO(filled)) as archive:
        assert sum(name.startswith("word/media/") for name in archive.namelist()) == 1


def test_the_same_input_gives_the_same_bytes(tmp_path: Path) -> None:
    put(tmp_path, "beslut.docx", *_DECISIONS)
    template = Template(put(tmp_path, "mall.docx", *_EACH))
    assert template.render(MEETING) == template.render(MEETING)


def test_plain_data_fills_it_too(tmp_path: Path) -> None:
    put(tmp_path, "rad.docx", p("{{ r.namn }}"))
    body = (p("{%p for r in rader %}"), p('{{p include("rad.docx") }}'), p("{%p endfor %}"))
    made = Template(put(tmp_path, "mall.docx", *body)).render({"rader": [{"namn": "Eva"}]})
    assert outline(made) == ["Eva"]


def test_its_fields_and_values_are_followed(tmp_path: Path) -> None:
    put(tmp_path, "beslut.docx", *_DECISIONS)
    template = Template(put(tmp_path, "mall.docx", *_EACH))
    assert "punkter.beslut" in template.fields()
    assert [one.path for one in template.unprinted(MEETING)] == ["organ", "plats"]
    assert template.render(MEETING, verify=True)
    put(tmp_path, "beslut.docx", p("{% if plats == 'x' %}{{ organ }}{% endif %}"))
    with pytest.raises(TemplateError, match="«Gruppen» från fältet «organ»"):
        Template(tmp_path / "mall.docx").render(MEETING, verify=True)


FAULTS = [
    ("{{p include('../hemlig.docx') }}", "«../hemlig.docx» ligger utanför mallens mapp."),
    ("{{p include('/etc/hemlig.docx') }}", "«/etc/hemlig.docx» är en hel sökväg."),
    (r"{{p include('C:\\hemlig.docx') }}", "är en hel sökväg."),
    (r"{{p include('..\\hemlig.docx') }}", "ligger utanför mallens mapp."),
    ("{{p include('lank.docx') }}", "«lank.docx» ligger utanför mallens mapp."),
    ("{{p include('besult.docx') }}", "filen «besult.docx» finns inte. Menade du «beslut.docx»?"),
    ("{{p include('beslut.txt') }}", "«beslut.txt» är ingen Wordmall."),
    ("{{p include('mall.docx') }}", "mallarna infogar varandra: mall.docx → mall.docx."),
    ("{{p include('trasig.docx') }}", "trasig.docx, infogad i mall.docx: filen är inte en hel"),
    ("{{p include(plats) }}", "en mall kan inte infogas så. Skriv «{{p include("),
    ("a {{ include('beslut.docx') }}", "en mall kan inte infogas så."),
    ("{% include 'beslut.docx' %}", "kan inte användas i en mall. Skriv «{{p include("),
    (
        "{{p include('fel.docx') }}",
        "fel.docx, infogad i mall.docx, brödtexten, stycket «{{ platz }}»: fältet «platz» finns",
    ),
    (
        "{{p include('block.docx') }}",
        "block.docx, infogad i mall.docx, brödtexten, stycket «{%p if",
    ),
]


@pytest.mark.parametrize(("tag", "told"), FAULTS)
def test_what_cannot_be_included_is_told(tag: str, told: str, tmp_path: Path) -> None:
    folder = tmp_path / "mallar"
    put(tmp_path, "hemlig.docx", p("hemligt"))
    put(folder, "beslut.docx", p("{{ organ }}"))
    put(folder, "fel.docx", p("{{ platz }}"))
    put(folder, "block.docx", p("{%p if plats %}"))
    (folder / "trasig.docx").write_bytes(b"PK")
    (folder / "lank.docx").symlink_to(tmp_path / "hemlig.docx")
    template = Template(put(folder, "mall.docx", p(tag)))
    (fault,) = template.problems(Meeting)
    assert told in str(fault)
    assert "mall.docx" in str(fault.place)
    with pytest.raises(TemplateError, match=r"mall\.docx"):
        template.render(MEETING)
    assert b"comments" in template.marked(Meeting)


def test_a_template_that_is_no_file_cannot_include(tmp_path: Path) -> None:
    (fault,) = Template(paper(p("{{p include('a.docx') }}"))).problems()
    assert "en mall som inte är en fil har ingen mapp att hämta ur." in fault.message


def test_a_chain_has_an_end(tmp_path: Path) -> None:
    for number in range(9):
        put(tmp_path, f"{number}.docx", p(f'{{{{p include("{number + 1}.docx") }}}}'))
    told = [str(fault) for fault in Template(tmp_path / "0.docx").problems(Meeting)]
    assert any("mer än 5 led" in line for line in told)


def test_an_error_while_filling_names_both_files(tmp_path: Path) -> None:
    put(tmp_path, "del.docx", p("{{ 1 / 0 }}"))
    template = Template(put(tmp_path, "mall.docx", p("{{p include('del.docx') }}")))
    with pytest.raises(TemplateError, match=r"del\.docx, infogad i mall\.docx, brödtexten"):
        template.render(MEETING)
