"""What counts as a tag, and how Word's typography in it is read."""

from __future__ import annotations

import pytest

from protokollant.renderer.tags import find_tags

CASES = [
    ("{{ namn }}", "value", "", "namn"),
    ("{{namn}}", "value", "", "namn"),
    ("{{ p }}", "value", "", "p"),
    ("{{p.namn}}", "value", "", "p.namn"),
    ("{{p text }}", "value", "p", "text"),
    ("{{r rik }}", "value", "r", "rik"),
    ("{%p if a %}", "block", "p", "if a"),
    ("{%tr for a in b %}", "block", "tr", "for a in b"),
    ("{%tc endfor %}", "block", "tc", "endfor"),
    ("{%- if a -%}", "block", "", "if a"),
    ("{#p intern anteckning #}", "remark", "p", ""),
    ("{{ a|join(“, ”) }}", "value", "", 'a|join(", ")'),
    ("{{ a|join(”, ”) }}", "value", "", 'a|join(", ")'),
    ("{{ a|join(‘, ’) }}", "value", "", "a|join(', ')"),
    ('{{ "it’s" }}', "value", "", '"it’s"'),
    ('{{ “sa "hej"” }}', "value", "", '"sa \\"hej\\""'),
    ("{{ '}}' }}", "value", "", "'}}'"),
    ("{{ {'a': 1} }}", "value", "", "{'a': 1}"),
    ("{{ {'a': {'b': 1}}}}", "value", "", "{'a': {'b': 1}}"),
    ("{{\u00a0namn\u00a0}}", "value", "", "namn"),
    ("{% if a < b and c & d %}", "block", "", "if a < b and c & d"),
    ("{{ punkt.kommer_från }}", "value", "", "punkt.kommer_från"),
]


@pytest.mark.parametrize(("text", "kind", "level", "source"), CASES)
def test_a_tag_is_read_whole(text: str, kind: str, level: str, source: str) -> None:
    found, unclosed = find_tags(f"före {text} efter")
    assert unclosed == []
    assert [(f.tag.kind, f.tag.level, f.tag.source) for f in found] == [(kind, level, source)]
    assert found[0].tag.raw == text


@pytest.mark.parametrize("text", ["{{ namn", "{% if a }", "{# not"])
def test_a_tag_that_never_ends_is_told(text: str) -> None:
    assert find_tags(f"a {text}") == ([], [2])


def test_decomposed_letters_are_composed() -> None:
    (found,), _ = find_tags("{{ na\u0308rvaro }}")
    assert found.tag.source == "närvaro"


def test_between_raw_and_endraw_nothing_is_a_tag() -> None:
    found, _ = find_tags("{% raw %}{{ a }}{% endraw %}{{ b }}")
    assert [f.tag.source for f in found] == ["raw", "endraw", "b"]
