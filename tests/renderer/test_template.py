"""A meeting or a report → a document: names, values, filters, pictures, unchanged parts."""

from __future__ import annotations

import datetime as dt
import io
import re
import zipfile
from typing import Any

import pytest
from docx import Document
from PIL import Image

from protokollant.errors import TemplateError
from protokollant.model import (
    Action,
    AgendaItem,
    AnnualReport,
    Body,
    CarryOver,
    Decision,
    Meeting,
    NextMeeting,
    Origin,
    Participant,
    YearMeeting,
)
from protokollant.renderer import Template, picture
from protokollant.renderer.chart import attendance_chart
from tests.renderer.paper import member, outline, p, paper, valid

MEETING = Meeting(
    title="Minnesanteckningar",
    body="Samverkansgruppen",
    organisation="Region Västmanland",
    date=dt.date(2022, 2, 18),
    start=dt.time(9),
    end=dt.time(11, 30),
    place="Digitalt",
    numbering="section",
    participants=(
        Participant(name="Eva Ek", status="present", roles=("chair", "secretary"), party="C"),
        Participant(name="Bo Bo", status="absent"),
    ),
    items=(
        AgendaItem(
            number="1",
            title="Öppnande",
            text="Hej.",
            state="postponed",
            carried_to=CarryOver(when="2022-04"),
            origin=Origin(date=dt.date(2022, 1, 10), number="6"),
            decisions=(Decision(text="Ja."),),
            actions=(Action(what="boka lokal", who=("Eva", "Bo"), due=dt.date(2022, 4, 17)),),
        ),
    ),
    next_meeting=NextMeeting(date=dt.date(2022, 5, 20), start=dt.time(9)),
)
_OF = "{% for p in deltagare %}%s {% endfor %}"
_IN = "{% for p in punkter %}%s{% endfor %}"

VALUES = [
    ("{{ rubrik }} {{ titel }} {{ title }}", "Minnesanteckningar " * 3),
    ("{{ möte.rubrik }} {{ mötet.title }} {{ meeting.titel }}", "Minnesanteckningar " * 3),
    ("{{ datum }}", "18\u00a0februari 2022"),
    ("{{ start }}", "9.00"),
    ("{{ numrering }} {{ numbering }}", "paragrafer section"),
    ("{% if numrering == 'paragrafer' %}§{% endif %}", "§"),
    (_OF.replace("%s", "{{ p.närvaro }} {{ p.status }}"), "närvarande present frånvarande absent"),
    (_OF.replace("%s", "{{ p.roller|lista }}"), "ordförande och sekreterare"),
    (_OF.replace("%s", "{{ p.roles|lista }}"), "chair och secretary"),
    (_IN.replace("%s", "{{ p.läge }} {{ p.state }}"), "uppskjuten postponed"),
    (
        _IN.replace("%s", "{{ p.kommer_från }}; {{ p.origin|källa }}"),
        "2022-01-10, punkt 6; 2022-01-10, punkt 6",
    ),
    (_IN.replace("%s", "{{ p.flyttas_till.när|månad if p.flyttas_till }}"), "april 2022"),
    ("{% for å in alla_åtgärder %}{{ å.åtgärd.vem|lista }}{% endfor %}", "Eva och Bo"),
    ("{% for b in alla_beslut %}{{ b.punkt.nummer }}{{ b.beslut }}{% endfor %}", "1Ja."),
    ("{{ närvarande|length|antal('deltagare', 'deltagare') }}", "en deltagare"),
    ("{{ deltagare|antal('deltagare', 'deltagare') }}", "två deltagare"),
    ("{{ deltagare|map(attribute='namn')|lista }}", "Eva Ek och Bo Bo"),
    ("{{ organet.namn }}", "Samverkansgruppen"),
    ("{{ diarienummer }}{{ justering }}", ""),
    ("{{ datum|datum_lång }}", "fredagen den\u00a018\u00a0februari 2022"),
    ("{{ datum|datum_iso }} {{ datum|veckodag }} {{ datum|vecka }}", "2022-02-18 fredag v.\u00a07"),
    ("{{ start|tid }}, {{ start|tidsspann(slut) }}", "kl.\u00a09.00, kl.\u00a09.00–11.30"),
    ("{{ 'en vecka'|datum }} {{ '2022-02-18'|datum }}", "en vecka 18\u00a0februari 2022"),
    ("{{ organ|genitiv }} {{ 'ost'|versal }}", "Samverkansgruppens Ost"),
    ("{{ 100000.5|belopp }}", "100\u00a0000,50\u00a0kr"),
    ("{{ none|datum }}{{ none|tid }}{{ none|lista }}{{ none|källa }}{{ none|belopp }}", ""),
]


@pytest.mark.parametrize(("tag", "printed"), VALUES)
def test_a_meeting_prints(tag: str, printed: str) -> None:
    template = Template(paper(p(f"[{tag}]")))
    assert template.problems() == ()
    (line,) = outline(template.render(MEETING, body=Body(name="Samverkansgruppen")))
    assert " ".join(line[1:-1].split(" ")).strip() == printed.strip()


def test_tags_are_filled_in_every_part() -> None:
    source = paper(
        p("{{ rubrik }}"),
        header=p("{{ organ }}"),
        footer=p("{{ datum|datum_iso }}"),
        footnote=p("{{ plats }}"),
        title="{{ rubrik }} {{ datum }}",
    )
    made = valid(Template(source).render(MEETING))
    assert "Samverkansgruppen" in member(made, "word/header.xml")
    assert "2022-02-18" in member(made, "word/footer.xml")
    assert "Digitalt" in member(made, "word/footnotes.xml")
    title = Document(io.BytesIO(made)).core_properties.title
    assert title == "Minnesanteckningar 18\u00a0februari 2022"


def test_tags_in_text_boxes_fields_and_attributes_are_filled() -> None:
    box = (
        '<w:r><w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml" alt="{{ rubrik }}">'
        f"<v:textbox><w:txbxContent>{p('{{ organ }}')}</w:txbxContent></v:textbox></v:shape>"
        "</w:pict></w:r>"
    )
    field = '<w:r><w:instrText> HYPERLINK "{{ plats }}" </w:instrText></w:r>'
    xml = member(Template(paper(p(box), p(field))).render(MEETING), "word/document.xml")
    assert 'alt="Minnesanteckningar"' in xml
    assert ">Samverkansgruppen</w:t>" in xml
    assert 'HYPERLINK "Digitalt"' in xml


def test_a_text_box_is_no_part_of_the_paragraph_that_holds_it() -> None:
    box = (
        '<w:r><w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml"><v:textbox>'
        f"<w:txbxContent>{p('mn }} b')}</w:txbxContent></v:textbox></v:shape></w:pict></w:r>"
    )
    with pytest.raises(TemplateError, match="slutar aldrig"):
        Template(paper(p("{{ na", box, " a"))).render({"namn": "Eva"})


def test_nothing_of_the_renderers_own_is_left_in_the_document() -> None:
    made = Template(paper(p("{% if rubrik %}{{ rubrik }}{% endif %}"))).render(MEETING)
    assert "urn:protokollant" not in member(made, "word/document.xml")


def test_unchanged_members_are_copied_and_dates_are_fixed() -> None:
    source = paper(p("{{ rubrik }}"), extra={"word/media/a.bin": b"abc" * 1000})
    made = Template(source).render(MEETING)
    assert made == Template(source).render(MEETING)
    with zipfile.ZipFile(io.BytesIO(source)) as old, zipfile.ZipFile(io.BytesIO(made)) as new:
        assert new.testzip() is None
        assert old.namelist() == new.namelist()
        assert old.read("word/styles.xml") == new.read("word/styles.xml")
        assert {info.date_time for info in new.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_a_template_file_of_words_own_kind_gives_a_document() -> None:
    stream = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(paper(p("{{ rubrik }}")))) as old,
        zipfile.ZipFile(stream, "w") as new,
    ):
        for name in old.namelist():
            content = old.read(name)
            new.writestr(name, content.replace(b"document.main+xml", b"template.main+xml"))
    made = valid(Template(stream.getvalue()).render(MEETING))
    assert "document.main+xml" in member(made, "[Content_Types].xml")
    assert outline(made) == ["Minnesanteckningar"]


def _picture(kind: str, size: tuple[int, int]) -> bytes:
    stream = io.BytesIO()
    Image.new("RGB", size, "navy").save(stream, kind)
    return stream.getvalue()


@pytest.mark.parametrize(("kind", "extension"), [("PNG", "png"), ("JPEG", "jpeg")])
def test_a_logo_is_an_inline_picture_with_alternative_text(kind: str, extension: str) -> None:
    tag = p("{% if logotyp %}{{ logotyp }}{% endif %}")
    template = Template(paper(p("a {{ logo }}"), header=tag))
    made = valid(template.render(MEETING, logo=_picture(kind, (400, 100))))
    header = member(made, "word/header.xml")
    assert 'descr="Logotyp för Region Västmanland"' in header
    assert 'cx="1728000" cy="432000"' in header
    assert f".{extension}" in member(made, "word/_rels/header.xml.rels")
    assert f'Extension="{extension}"' in member(made, "[Content_Types].xml")
    ids = re.findall(r'docPr id="(\d+)"', header + member(made, "word/document.xml"))
    assert len(ids) == len(set(ids)) == 2


def test_a_picture_of_plain_data_has_the_size_asked_for() -> None:
    template = Template(
        paper(p("{{ karta }}"), p("{%p for k in kartor %}"), p("{{ k }}"), p("{%p endfor %}"))
    )
    one = picture(_picture("PNG", (200, 100)), "Karta över länet", width=50)
    made = valid(template.render({"karta": one, "kartor": [one, one]}))
    xml = member(made, "word/document.xml")
    assert xml.count('<wp:extent cx="1800000" cy="900000"/>') == 3
    assert len(set(re.findall(r'docPr id="(\d+)"', xml))) == 3
    with zipfile.ZipFile(io.BytesIO(made)) as archive:
        assert sum(name.startswith("word/media/") for name in archive.namelist()) == 1


def test_without_a_logo_its_paragraph_leaves_no_trace() -> None:
    template = Template(paper(p("{% if logotyp %}{{ logotyp }}{% endif %}"), p("a")))
    assert outline(template.render(MEETING)) == ["a"]


def test_a_logo_that_is_no_picture_is_told() -> None:
    with pytest.raises(TemplateError, match="PNG eller JPEG"):
        Template(paper(p("{{ logotyp }}"))).render(MEETING, logo=b"hej")


def _report(**changes: Any) -> AnnualReport:
    meetings = (
        YearMeeting(date=dt.date(2022, 2, 18), present=14, absent=3),
        YearMeeting(date=dt.date(2022, 4, 1), present=12, absent=4, unknown=1),
    )
    return AnnualReport(body="Gruppen", year=2022, meetings=changes.get("meetings", meetings))


def test_a_report_has_a_chart_whose_text_states_the_figures() -> None:
    template = Template(paper(p("{{ år }} {{ rapport.organ }}"), p("{{ närvarodiagram }}")))
    assert template.problems() == ()
    xml = member(valid(template.render(_report())), "word/document.xml")
    text = (
        "Stapeldiagram över närvaron möte för möte. "
        "18\u00a0februari 2022: 14 närvarande och 3 frånvarande; "
        "1\u00a0april 2022: 12 närvarande, 4 frånvarande och 1 utan uppgift."
    )
    assert f'descr="{text}"' in xml


def test_the_same_figures_give_the_same_chart() -> None:
    first, second = attendance_chart(_report()), attendance_chart(_report())
    assert first == second
    assert first is not None
    assert b"Software" not in first.data


def test_a_report_without_meetings_has_no_chart() -> None:
    template = Template(paper(p("{{ närvarodiagram }}"), p("a")))
    assert outline(template.render(_report(meetings=()))) == ["a"]
