"""A marked template: a real comment of Word's at each fault, and nothing else changed."""

from __future__ import annotations

import io
import shutil
import subprocess
from pathlib import Path

import docx
import pytest
from docx.oxml.ns import qn

from protokollant.model import Meeting
from protokollant.renderer import Template
from tests.renderer.paper import member, outline, p, paper, table, valid

_BOX = (
    '<w:r><w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml"><v:textbox><w:txbxContent>'
    f"{p('{{ organnn }}')}</w:txbxContent></v:textbox></v:shape></w:pict></w:r>"
)
BROKEN = (
    p("Mötet", style="Rubrik1"),
    p("Plats: {{ pl", "atz }} och {{ datm }}, sedan text"),
    table(("Namn", "{{ deltagare|belopp }}"), ("{{ namn", "x")),
    p("{%p for p in deltagare %}"),
    p("a\u00a0", '<w:hyperlink w:anchor="x"><w:r><w:t>{{ rubirk }}</w:t></w:r></w:hyperlink>', "b"),
    p("box ", _BOX),
)


def broken(header: str = "") -> Template:
    return Template(paper(*BROKEN, header=header), name="mall.docx")


def commented(content: bytes) -> list[tuple[str, str]]:
    """The text that each comment stands at, and what it says."""
    document = docx.Document(io.BytesIO(content))
    said = {
        comment.comment_id: " ".join(q.text for q in comment.paragraphs)
        for comment in document.comments
    }
    spans: dict[int, list[str]] = {}
    done: list[int] = []
    for node in document.element.body.iter():
        if node.tag == qn("w:commentRangeStart"):
            spans[int(node.get(qn("w:id")))] = []
        elif node.tag == qn("w:commentRangeEnd"):
            done.append(int(node.get(qn("w:id"))))
        elif node.tag == qn("w:t"):
            for number in spans.keys() - done:
                spans[number].append(node.text or "")
    assert spans.keys() == said.keys() == set(done)
    return [("".join(spans[number]), said[number]) for number in spans]


def test_a_comment_stands_at_each_fault() -> None:
    template = broken(header=p("{{ orgn }}"))
    marked = valid(template.marked(Meeting))
    found = commented(marked)
    assert len(found) == len(template.problems(Meeting))
    assert [span for span, _ in found] == [
        "Mötet",
        "{{ platz }}",
        "{{ datm }}",
        "{{ deltagare|belopp }}",
        "{{ namn",
        "{%p for p in deltagare %}",
        "{{ rubirk }}",
        "box {{ organnn }}",
    ]
    said = dict(found)
    assert said["Mötet"] == "Sidhuvudet: fältet «orgn» finns inte. Menade du «organ»?"
    assert said["{{ platz }}"] == "Fältet «platz» finns inte. Menade du «plats»?"
    assert said["box {{ organnn }}"].startswith("Brödtexten")


def test_nothing_but_the_comments_is_changed() -> None:
    template = broken()
    assert outline(template.marked(Meeting)) == outline(paper(*BROKEN))


def test_the_same_template_gives_the_same_bytes() -> None:
    assert broken().marked(Meeting) == broken().marked(Meeting)


def test_comments_are_signed_and_undated() -> None:
    xml = member(broken().marked(Meeting), "word/comments.xml")
    assert xml.count('w:author="protokollant"') == xml.count("<w:comment ")
    assert "w:date" not in xml


def test_comments_that_were_there_stay() -> None:
    once = broken().marked(Meeting)
    twice = valid(Template(once, name="mall.docx").marked(Meeting))
    assert len(commented(twice)) == 2 * len(commented(once))


def test_a_template_without_faults_is_copied_as_it_is() -> None:
    source = paper(p("{{ plats }}"))
    assert member(Template(source).marked(), "word/document.xml") == member(
        source, "word/document.xml"
    )


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice finns inte här")
def test_libreoffice_keeps_the_comments(tmp_path: Path) -> None:
    path = tmp_path / "märkt.docx"
    path.write_bytes(broken().marked(Meeting))
    profile = f"-env:UserInstallation=file://{tmp_path}/profil"
    command = ["soffice", profile, "--headless", "--convert-to", "fodt", "--outdir", str(tmp_path)]
    subprocess.run([*command, str(path)], check=True, timeout=100, capture_output=True)
    opened = path.with_suffix(".fodt").read_text(encoding="utf-8")
    assert opened.count("<dc:creator>protokollant</dc:creator>") == len(
        commented(path.read_bytes())
    )
    assert "Menade du «plats»?" in opened
