"""A template as a whole: every part that holds text, the same bytes each time, from any thread."""

from __future__ import annotations

import builtins
import datetime as dt
import hashlib
import os
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from protokollant.model import AgendaItem, Meeting, Participant
from protokollant.renderer import Template
from tests.renderer.paper import R, W, member, p, paper, table, valid
from tests.renderer.test_sandbox import with_member

_OFFICE = "application/vnd.openxmlformats-officedocument."
_PROPERTIES = "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"
_TYPES = "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"


def _with_part(source: bytes, name: str, kind: str, relation: str, content: str) -> bytes:
    """The paper with one more part, its content type and its relationship."""
    listing = member(source, "[Content_Types].xml").replace(
        "</Types>", f'<Override PartName="/{name}" ContentType="{_OFFICE}{kind}+xml"/></Types>'
    )
    of_body = name.startswith("word/")
    relations = "word/_rels/document.xml.rels" if of_body else "_rels/.rels"
    link = f'<Relationship Id="rId99" Type="{R}/{relation}" Target="{name.removeprefix("word/")}"/>'
    rels = member(source, relations).replace("</Relationships>", f"{link}</Relationships>")
    for changed, text in ((name, content), (relations, rels), ("[Content_Types].xml", listing)):
        source = with_member(changed, text.encode(), source)
    return source


def test_endnotes_are_filled() -> None:
    notes = (
        f'<w:endnotes xmlns:w="{W}"><w:endnote w:id="2">{p("se {{ plats }}")}</w:endnote>'
        "</w:endnotes>"
    )
    source = _with_part(
        paper(p("a")), "word/endnotes.xml", "wordprocessingml.endnotes", "endnotes", notes
    )
    made = valid(Template(source).render({"plats": "A & B"}))
    assert "se A &amp; B" in member(made, "word/endnotes.xml")


def test_custom_properties_are_filled() -> None:
    properties = (
        f'<Properties xmlns="{_PROPERTIES}" xmlns:vt="{_TYPES}">'
        '<property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="2" name="Dnr">'
        "<vt:lpwstr>{{ diarienummer }}</vt:lpwstr></property></Properties>"
    )
    source = _with_part(
        paper(p("a")), "docProps/custom.xml", "custom-properties", "custom-properties", properties
    )
    made = valid(Template(source).render({"diarienummer": "KS 2022/<1>"}))
    assert "<vt:lpwstr>KS 2022/&lt;1&gt;</vt:lpwstr>" in member(made, "docProps/custom.xml")


def test_a_text_box_is_filled_in_its_new_and_its_old_form() -> None:
    box = f"<w:txbxContent>{p('{{ organ }}')}</w:txbxContent>"
    shape = "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"
    both = (
        f'<w:r><mc:AlternateContent><mc:Choice xmlns:wps="{shape}" Requires="wps"><w:drawing>'
        f"<wps:txbx>{box}</wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict>"
        f'<v:textbox xmlns:v="urn:schemas-microsoft-com:vml">{box}</v:textbox></w:pict>'
        "</mc:Fallback></mc:AlternateContent></w:r>"
    )
    made = Template(paper(p(both))).render({"organ": "Nämnden"})
    assert member(made, "word/document.xml").count(">Nämnden</w:t>") == 2


def _source() -> bytes:
    rows = table(("{%tr for d in deltagare %}", ""), ("{{ d.namn }}", "{{ d.närvaro }}"),
                 ("{%tr endfor %}", ""))  # fmt: skip
    items = [p("{%p for a in punkter %}"), p("{{ a.rubrik }}", style="Rubrik1"),
             p("{{p a.text|markdown }}"), p("{%p endfor %}")]  # fmt: skip
    return paper(p("{{ rubrik }}"), rows, *items, header=p("{{ organ }} {{ datum }}"))


def _meeting(number: int) -> Meeting:
    return Meeting(
        title=f"Möte {number}",
        body=f"Organ {number}",
        date=dt.date(2022, 1, 1) + dt.timedelta(number),
        participants=tuple(Participant(name=f"N{number} {n}") for n in range(number % 7)),
        items=tuple(
            AgendaItem(title=f"P{number} {n}", text="1. ett\n2. två\n\n[en länk](https://a.se)")
            for n in range(number % 5)
        ),
    )


def test_threads_share_a_template_without_mixing_documents() -> None:
    template = Template(_source())
    alone = [Template(_source()).render(_meeting(number)) for number in range(12)]
    with ThreadPoolExecutor(8) as threads:
        together = list(threads.map(lambda n: template.render(_meeting(n % 12)), range(96)))
    assert together == alone * 8


def test_a_rendering_leaves_no_trace_in_the_template() -> None:
    template = Template(_source())
    first = template.render(_meeting(4))
    template.render(_meeting(11))
    assert template.render(_meeting(4)) == first


def test_filling_touches_no_file(monkeypatch: pytest.MonkeyPatch) -> None:
    template = Template(_source())

    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("a file was opened")

    for name in ("mkstemp", "mkdtemp", "TemporaryFile", "NamedTemporaryFile"):
        monkeypatch.setattr(tempfile, name, refuse)
    monkeypatch.setattr(builtins, "open", refuse)
    monkeypatch.setattr(os, "open", refuse)
    template.render(_meeting(4))


_IN_A_PROCESS = """
import hashlib, sys
from protokollant.renderer import Template
from tests.renderer.test_whole_file import _meeting
template = Template(sys.argv[1])
print(hashlib.sha256(template.render(_meeting(4))).hexdigest())
"""


def test_the_same_input_gives_the_same_bytes_in_another_process(tmp_path: Path) -> None:
    path = tmp_path / "mall.docx"
    path.write_bytes(_source())
    here = hashlib.sha256(Template(path).render(_meeting(4))).hexdigest()
    for seed in ("1", "2"):
        paths = os.pathsep.join(filter(None, sys.path))
        told = subprocess.run(
            [sys.executable, "-c", _IN_A_PROCESS, str(path)],
            env=os.environ | {"PYTHONHASHSEED": seed, "PYTHONPATH": paths},
            capture_output=True,
            text=True,
            check=True,
            cwd=Path(__file__).parents[2],
        )
        assert told.stdout.strip() == here
