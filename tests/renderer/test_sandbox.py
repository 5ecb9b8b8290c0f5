"""A template can do no harm: the known escapes, and templates that would never end."""

from __future__ import annotations

import io
import time
import zipfile
from pathlib import Path

import pytest

from protokollant.errors import TemplateError
from protokollant.model import Meeting
from protokollant.renderer import Template, filling, limits
from tests.renderer.paper import outline, p, paper

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
    "{% block a %}{{ self.a() }}{% endblock %}",
    "{{ (['{0.__class__}']|map(attribute='format')|first)(x) }}",
    "{{ ('{0.__class__}'|attr('format'))(x) }}",
    "{{ '{0.__class__}'['format'](x) }}",
    "{{ ('{0.__class__.__mro__}'|safe|attr('format'))(x) }}",
    "{% set q = '{0.__class__}'.format %}{{ q(x) }}",
    "{{ ['{}']|map(attribute='format')|first }}",
    "{{ x.append }}",
    "{{ (x|map('upper')).gi_frame }}",
    "{{ (x|map('upper')).gi_code }}",
    "{{ x|map('upper')|attr('gi_frame') }}",
    "{{ (x|map('upper')).ag_frame }}",
    "{{ (x|map('upper')).cr_frame }}",
    "{{ dict.mro() }}",
    "{{ cycler.mro() }}",
    "{{ dict.__base__ }}",
    "{{ cycler('a').__init__.__globals__ }}",
    "{{ cycler.next.__globals__ }}",
    "{{ namespace.__globals__ }}",
    "{% set ns = namespace() %}{% set ns.__class__ = 1 %}{{ ns.__class__ }}",
    "{% for a in x %}{{ loop.__init__.__globals__ }}{% endfor %}",
    "{% for a in x %}{{ loop._iterable }}{% endfor %}",
    "{% macro m() %}{{ caller.__globals__ }}{% endmacro %}{% call m() %}{% endcall %}",
    "{% macro m() %}{{ varargs.__class__ }}{% endmacro %}{{ m(1) }}",
    "{{ self|attr('_TemplateReference__context') }}",
    "{{ x|selectattr('__class__')|list|length }}",
    "{{ x|rejectattr('__class__')|list|length }}",
    "{{ x|map('attr', '__class__')|first }}",
    "{{ [x]|unique(attribute='__class__')|list|length }}",
    "{{ ['a']|sum(attribute='__class__') }}",
    "{{ ([x]|groupby('__class__')|first).grouper }}",
    "{{ 'a'.__getattribute__('__class__') }}",
    "{{ ''|attr('\\x5f\\x5fclass\\x5f\\x5f') }}",
    "{{ ''['\\x5f\\x5fclass\\x5f\\x5f'] }}",
    "{{ -999999999|_charge }}",
    "{{ [-999999999]|map('_charge')|list|lista }}",
    "{{ [0]|map('_block', 0)|list|lista }}",
    "{{ config }}",
    "{{ environment }}",
    "{{ lipsum.__globals__ }}",
    "{{ x.pop() }}",
    "{{ d.clear() }}",
    "{% do x.append(1) %}",
    "{{ b.decode() }}",
    "{{ 'a'.encode().hex() }}",
    "{{ '%s'.__mod__(x) }}",
    "{{ möte.model_dump() }}",
    "{{ möte.__dict__ }}",
    "{{ möte.model_construct }}",
]


def _function() -> int:
    return 1


_DATA = {"x": [1], "d": {"a": 1}, "f": _function, "b": b"abc", "möte": Meeting(title="a")}


@pytest.mark.parametrize("tag", ESCAPES)
def test_an_escape_is_refused(tag: str) -> None:
    with pytest.raises(TemplateError):
        Template(paper(p(tag))).render(_DATA)


_DOUBLING = (
    "{{% set n = namespace(s=['a']) %}}{{% for i in range(60) %}}{{% set n.s = {} %}}{{% endfor %}}"
    "{{{{ n.s{} }}}}"
)
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
    "{{ '{:>999999999}'['format'](1) }}",
    "{{ ('a' * 9999)['replace']('a', 'a' * 9999)|length }}",
    "{{ 'a'.encode().ljust(999999999) }}",
    "{{ (1).to_bytes(999999999, 'big') }}",
    "{{ 10 ** (10 ** 10) }}",
    "{{ 10 ** 10 ** 10 ** 10 ** 10 }}",
    "{% set x = 10 ** 10 %}{{ x ** x }}",
    "{% set n = namespace(v=10) %}{% for i in range(60) %}{% set n.v = n.v * n.v %}{% endfor %}",
    "{{ 3.5|round(999999999, 'ceil') }}",
    "{% for a in [1]|slice(999999999) %}{% endfor %}",
    "{{ [1]|slice(999999999)|list|length }}",
    "{{ [1]|batch(999999999, 'x')|list|length }}",
    "{{ [[1]] * 9|map('batch', 9999, 'x')|map('list')|list|length }}",
    "{{ [1]|tojson(indent=999999999) }}",
    "{{ ([[0] * 9999] * 9999)|sum(start=[])|length }}",
    "{{ ([([([0] * 999)] * 999)] * 999)|string|length }}",
    "{{ ('%999d' * 9999) % ((1,) * 9999) }}",
    "{% set t = 'a' * 99999 %}{{ ('{0}' * 999).format(t) }}",
    "{% set t = 'a' * 99999 %}{{ ('%s' * 999) % ((t,) * 999) }}",
    "{% set t = 'a' * 999999 %}{% for i in range(9999) %}{{ t }}{% endfor %}",
    "{% set t = 'a' * 999999 %}{% macro m() %}{% for i in range(9999) %}{{ t }}{% endfor %}"
    "{% endmacro %}{% set q = m() %}",
    "{% set t = 'a' * 999999 %}{% set n = namespace(l=[]) %}{% for i in range(9999) %}"
    "{% set n.l = n.l + [t|upper] %}{% endfor %}",
    "{% for a in range(99999) recursive %}{{ loop(range(99999)) }}{% endfor %}",
    "{% macro m(n) %}{% if n %}{{ m(n - 1) ~ m(n - 1) }}{% endif %}{% endmacro %}{{ m(60) }}",
    _DOUBLING.format("[n.s, n.s]", "|string"),
    _DOUBLING.format("[n.s, n.s]", "|tojson"),
    _DOUBLING.format("(n.s, n.s)", "|string"),
    _DOUBLING.format("dict(a=n.s, b=n.s)", "|string"),
    _DOUBLING.format("{{'a': n.s, 'b': n.s}}", "|string"),
    _DOUBLING.format("(n.s * 2)|batch(2)|list", "|string"),
    _DOUBLING.format("(n.s + n.s)|batch(2)|list", "|string"),
    "{% set n = namespace(s=['a'], t=['a']) %}{% for i in range(60) %}{% set n.s = [n.s, n.s] %}"
    "{% set n.t = [n.t, n.t] %}{% endfor %}{{ n.s == n.t }}",
    "{% set n = namespace(s=1) %}{% macro m() %}{% set n.s = varargs %}{% endmacro %}"
    "{% for i in range(60) %}{{ m(n.s, n.s) }}{% endfor %}{{ n.s|string }}",
]


@pytest.mark.parametrize("tag", ENDLESS)
def test_what_would_never_end_is_stopped(tag: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(filling, "MAX_TURNS", 50_000)
    monkeypatch.setattr(limits, "MAX_PARTS", 50_000)
    with pytest.raises(TemplateError):
        Template(paper(p(tag))).render({})


UNREADABLE = {
    "parentheses": "{{ " + "(" * 3000 + ")" * 3000 + " }}",
    "signs": "{{ " + "-" * 3000 + "1 }}",
    "sums": "{{ " + "[0] + " * 1000 + "[0] }}",
    "filters": "{{ 'a'" + "|upper" * 1000 + " }}",
    "points": "{{ d" + ".a" * 1000 + " }}",
    "a number": "{{ " + "9" * 5000 + " }}",
    "loops": "{% for a in x %}" * 30 + "{% endfor %}" * 30,
    "conditions": "{% if x %}" * 3000 + "{% endif %}" * 3000,
}


@pytest.mark.parametrize("tag", UNREADABLE.values(), ids=UNREADABLE.keys())
def test_what_is_nested_too_deep_to_read_is_told(tag: str) -> None:
    faults = Template(paper(p(tag))).problems()
    assert any(fault.remedy for fault in faults)


def test_a_namespace_does_not_print_what_it_holds() -> None:
    holding_itself = "{% set n = namespace() %}{% set n.n = n %}{{ n|string }}"
    made = Template(paper(p(holding_itself))).render({})
    assert outline(made) == ["<namespace>"]


def test_time_is_watched_within_a_loop(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(filling, "MAX_SECONDS", 0.05)
    slow = "{% set t = 'a' * 99999 %}{% for a in range(99999) %}{% set q = t|upper %}{% endfor %}"
    begun = time.monotonic()
    with pytest.raises(TemplateError, match="sekunder"):
        Template(paper(p(slow))).render({})
    assert time.monotonic() - begun < 5


def test_output_has_a_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("protokollant.renderer.ready.MAX_CHARACTERS", 100_000)
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
