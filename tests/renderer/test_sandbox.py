"""A template can do no harm: the known escapes, and templates that would never end."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest

from protokollant.errors import TemplateError
from protokollant.renderer import Template, filling
from tests.renderer.paper import p, paper

ESCAPES = [
    "{{ ''.__class__.__mro__[1].__subclasses__() }}",
    "{{ x.__class__ }}",
    "{{ x['__class__'] }}",
    "{{ x|attr('__class__') }}",
    "{{ x|map(attribute='__class__')|list|lista }}",
    "{{ ''['__cl' ~ 'ass__'] }}",
    "{{ '{0.__class__.__mro__}'.format(x) }}",
    "{{ '{0.__class__}'|format(x) }}{{ '{a.__class__}'.format_map({'a': x}) }}",
    "{{ ('{0.__class__}'|safe).format(x) }}",
    "{{ self.__init__.__globals__ }}",
    "{{ self._TemplateReference__context }}",
    "{{ cycler.__init__.__globals__.os.popen('id').read() }}",
    "{{ joiner.__init__.__globals__ }}",
    "{{ namespace.__init__ }}",
    "{{ lipsum(9) }}",
    "{{ range.__self__ }}",
    "{{ f.__globals__ }}",
    "{{ f.__code__ }}",
    "{{ x.append(1) }}",
    "{{ d.update({'a': 2}) }}",
    "{% set x.y = 1 %}",
    "{{ _context }}",
    "{% include 'x' %}",
    "{% import 'x' as y %}",
    "{% from 'x' import y %}",
    "{% extends 'x' %}",
]


def _function() -> int:
    return 1


@pytest.mark.parametrize("tag", ESCAPES)
def test_an_escape_is_refused(tag: str) -> None:
    with pytest.raises(TemplateError):
        Template(paper(p(tag))).render({"x": [1], "d": {"a": 1}, "f": _function})


ENDLESS = [
    "{% for a in range(99999) %}{% for b in range(99999) %}{% endfor %}{% endfor %}",
    "{% for a in range(10 ** 9) %}{% endfor %}",
    "{{ 'a' * 10 ** 9 }}",
    "{{ 'a' * 999999999 }}",
    "{{ [0] * 999999999 }}",
    "{{ '%999999999d' % 1 }}",
    "{{ '{:>999999999}'.format(1) }}",
    "{{ '{:>{w}}'.format(1, w=999999999) }}",
    "{{ '%*d' % (999999999, 1) }}",
    "{{ 'a'.ljust(999999999) }}",
    "{{ 'a'|center(999999999) }}",
    "{{ ('a' * 9999).replace('a', 'a' * 9999) }}",
    "{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}",
    "{% macro m(n) %}{% if n %}{% set x = m(n - 1) %}{% set y = m(n - 1) %}{% endif %}"
    "{% endmacro %}{{ m(60) }}",
    "{% set n = namespace(s='aaaaaaaaaa') %}{% for i in range(60) %}{% set n.s = n.s ~ n.s %}"
    "{% endfor %}",
    "{% set n = namespace(s='aaaaaaaaaa') %}{% for i in range(60) %}{% set n.s = n.s + n.s %}"
    "{% endfor %}",
    "{% set n = namespace(s=['a']) %}{% for i in range(60) %}{% set n.s = [n.s|join, n.s|join] %}"
    "{% endfor %}",
]


@pytest.mark.parametrize("tag", ENDLESS)
def test_what_would_never_end_is_stopped(tag: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(filling, "MAX_TURNS", 50_000)
    with pytest.raises(TemplateError):
        Template(paper(p(tag))).render({})


def test_output_has_a_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("protokollant.renderer.compiled.MAX_CHARACTERS", 100_000)
    template = Template(paper(p("{% for a in range(9999) %}{{ a }} och mer text{% endfor %}")))
    with pytest.raises(TemplateError, match="längre än"):
        template.render({})


def test_time_has_a_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(filling, "MAX_SECONDS", -1.0)
    with pytest.raises(TemplateError, match="sekunder"):
        Template(paper(p("{% for a in [1] %}{% endfor %}"))).render({})


def with_member(name: str, content: bytes, source: bytes | None = None) -> bytes:
    """The paper with one of its files replaced, or one more."""
    stream = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(source or paper(p("a")))) as old,
        zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for member in old.namelist():
            if member != name:
                new.writestr(member, old.read(member))
        new.writestr(name, content)
    return stream.getvalue()


_XXE = (
    b'<?xml version="1.0"?><!DOCTYPE w [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
    b'<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
    b"<w:body><w:p><w:r><w:t>{{ a }}&x;</w:t></w:r></w:p></w:body></w:document>"
)
REFUSED = [
    ("empty", b"", "inte en hel Wordfil"),
    ("not a zip", b"hej", "inte en hel Wordfil"),
    ("cut off", paper(p("a"))[:-200], "inte en hel Wordfil"),
    ("a bomb", with_member("word/media/a.bin", b"\0" * 30_000_000), "orimligt stor"),
    ("macros", with_member("word/vbaProject.bin", b"x"), "makron"),
    ("no document", with_member("[Content_Types].xml", b"<Types/>"), "inte en Wordfil"),
    ("entities", with_member("word/document.xml", _XXE), "brödtexten"),
    ("broken XML", with_member("word/document.xml", b"<w:p>{{ a }}"), "brödtexten"),
]


@pytest.mark.parametrize(("content", "told"), [c[1:] for c in REFUSED], ids=[c[0] for c in REFUSED])
def test_a_file_that_is_no_sound_template_is_refused(content: bytes, told: str) -> None:
    with pytest.raises(TemplateError, match=told) as caught:
        Template(content, name="mall.docx")
    assert str(caught.value).startswith("mall.docx")
    assert caught.value.remedy


def test_a_missing_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(TemplateError, match="kan inte läsas"):
        Template(tmp_path / "saknas.docx")
