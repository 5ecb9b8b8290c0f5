"""A caller's Jinja environment: what is the caller's, and what stays safe."""

from __future__ import annotations

import io
from typing import Any

import jinja2
import pytest

from protokollant.docxtpl import DocxTemplate, DocxTemplateError
from protokollant.errors import TemplateError
from tests.renderer.paper import outline, p, paper


def filled(env: jinja2.Environment | None, *body: str, **data: Any) -> list[str]:
    template = DocxTemplate(io.BytesIO(paper(*body)))
    template.render(data, env)
    stream = io.BytesIO()
    template.save(stream)
    return outline(stream.getvalue())


def test_filters_tests_and_globals_are_the_callers() -> None:
    env = jinja2.Environment()
    env.filters |= {"upper": lambda value: f"^{value}", "till": lambda value, more: value + more}
    env.tests["kort"] = lambda value: len(value) < 3
    env.globals |= {"_": lambda text: f"«{text}»", "hus": "R"}
    tags = p("{{ x|upper }} {{ x|till('b') }} {{ x is kort }} {{ _('hej') }} {{ hus }}")
    assert filled(env, tags, x="a") == ["^a ab True «hej» R"]


def test_what_the_caller_changes_between_two_documents_is_changed() -> None:
    class Incomparable:
        def __eq__(self, other: object) -> bool:
            raise ValueError

        __hash__ = None  # type: ignore[assignment]

    env, body = jinja2.Environment(), p("{{ hus|upper }}")
    for name in ("a", "b"):
        env.globals |= {"hus": name, "annat": Incomparable()}
        assert filled(env, body) == [name.upper()]
    env.filters["upper"] = lambda value: f"^{value}"
    assert filled(env, body) == ["^b"]


def test_a_filter_may_ask_for_the_environment_and_the_context() -> None:
    @jinja2.pass_context
    def med(context: Any, value: str) -> str:
        return f"{value}{context['y']}"

    env = jinja2.Environment()
    env.filters["med"] = med
    assert filled(env, p("{{ x|med }}"), x="a", y="b") == ["ab"]


def test_the_delimiters_are_the_callers() -> None:
    env = jinja2.Environment(variable_start_string="{", variable_end_string="}")
    assert filled(env, p("Hej {na", "mn}, {antal", "} st"), namn="Eva", antal=2) == [
        "Hej Eva, 2 st"
    ]


def test_a_paragraph_tag_has_the_callers_delimiters() -> None:
    env = jinja2.Environment(block_start_string="[%", block_end_string="%]")
    body = p("[%p for a in xs %]"), p("{{ a }}"), p("[%p endfor %]")
    assert filled(env, *body, xs="ab") == ["a", "b"]


def test_strict_undefined_is_jinjas_error_and_ours() -> None:
    env = jinja2.Environment(undefined=jinja2.StrictUndefined)
    with pytest.raises(jinja2.UndefinedError) as caught:
        filled(env, p("{{ saknas }}"))
    assert isinstance(caught.value, TemplateError)
    assert "stycket «{{ saknas }}»" in str(caught.value)


def test_what_is_undefined_is_empty_wherever_its_tag_stands() -> None:
    body = p("{{p saknas }}"), p("a {{r saknas }}b"), p("{{ saknas }}"), p("slut")
    assert filled(None, *body) == ["a b", "slut"]


@pytest.mark.parametrize("tag", ["{{p saknas }}", "{{r saknas }}"])
def test_strict_undefined_is_told_wherever_its_tag_stands(tag: str) -> None:
    env = jinja2.Environment(undefined=jinja2.StrictUndefined)
    with pytest.raises(jinja2.UndefinedError, match="'saknas' is undefined"):
        filled(env, p(tag))


class AnswersToAnything:
    """As records of some databases, and mappings read by attribute."""

    def __getattr__(self, name: str) -> str:
        if name.startswith("__"):
            raise AttributeError(name)
        return f"fältet {name}"

    def __str__(self) -> str:
        return "som text"


@pytest.mark.parametrize("tag", ["{{ x }}", "{{r x }}", "{{p x }}", "{{ x|e }}"])
def test_an_object_that_has_every_field_is_printed_as_text(tag: str) -> None:
    assert filled(None, p(tag), x=AnswersToAnything()) == ["som text"]


def test_its_fields_are_asked_for_by_name() -> None:
    assert filled(None, p("{{ x.namn }}"), x=AnswersToAnything()) == ["fältet namn"]


def test_a_field_of_an_undefined_name_is_an_error_as_in_jinja() -> None:
    with pytest.raises(jinja2.UndefinedError):
        filled(None, p("{{ saknas.fält }}"))


def test_a_tag_that_cannot_be_read_is_jinjas_error_and_tells_where() -> None:
    with pytest.raises(jinja2.TemplateSyntaxError) as caught:
        filled(None, p("{% if x %}a"), p("{{ y + }}"))
    assert isinstance(caught.value, DocxTemplateError)
    assert len(caught.value.docx_context) == 2
    assert "stängs aldrig" in caught.value.docx_context[0]


def test_a_filters_own_exception_is_the_cause() -> None:
    def trasig(value: object) -> object:
        raise ValueError("trasig")

    env = jinja2.Environment()
    env.filters["trasig"] = trasig
    with pytest.raises(jinja2.TemplateError) as caught:
        filled(env, p("{{ x|trasig }}"), x=1)
    assert caught.value.__cause__ is not None
    assert isinstance(caught.value.__cause__.__cause__, ValueError)


@pytest.mark.parametrize(
    "tag",
    [
        "{{ x.__class__.__mro__ }}",
        "{{ ''.__class__.__base__.__subclasses__() }}",
        "{{ x.append(1) }}",
        "{{ cycler.__init__.__globals__ }}",
        "{% include 'x' %}",
        "{{ x|_block(0) }}",
        "{{ _charge.__globals__.y }}",
        "{% for a in range(10 ** 9) %}a{% endfor %}",
    ],
)
def test_a_callers_environment_opens_no_way_out(tag: str) -> None:
    env = jinja2.Environment(loader=jinja2.DictLoader({"x": "ut"}))
    with pytest.raises(jinja2.TemplateError):
        filled(env, p(tag), x=[])
