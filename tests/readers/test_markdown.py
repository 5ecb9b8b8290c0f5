"""Markdown → lines: what marks the text becomes what the parser knows of a line."""

from __future__ import annotations

import pytest

from protokollant.readers.markdown import markdown_lines
from protokollant.source import Line


def shown(text: str) -> list[str]:
    return [line.text for line in markdown_lines(text) if line.text and line.zone == "body"]


def only(text: str) -> Line:
    (line,) = (line for line in markdown_lines(text) if line.text.strip())
    return line


@pytest.mark.parametrize(
    ("text", "expected", "style"),
    [
        ("# Protokoll", "Protokoll", "Heading 1"),
        ("### 3. Val ###", "3. Val", "Heading 3"),
        ("Protokoll\n=====", "Protokoll", "Heading 1"),
        ("Val av justerare\n---", "Val av justerare", "Heading 2"),
        ("## **Beslut**", "Beslut", "Heading 2"),
        (r"## 1\. Öppnande", "1. Öppnande", "Heading 2"),
        ("- punkt", "- punkt", ""),
    ],
)
def test_headings_have_their_level(text: str, expected: str, style: str) -> None:
    line = only(text)
    assert (line.text, line.style) == (expected, style)


def test_a_rule_below_a_blank_line_or_a_list_heads_nothing() -> None:
    lines = markdown_lines("Text\n\n---\n\n- punkt\n---\nMer")
    assert not any(line.style for line in lines)
    assert "punkt" in lines[4].text


def test_table_rows_have_cells_and_the_rule_is_gone() -> None:
    lines = markdown_lines(
        "| Nr | Ärende | Beteckning |\n|:---|:--:|---|\n| 1. | **Val** av<br>justerare | |\n"
        "| --- | | |\n| 2. | a \\| b | 2024-1 |\n\nText | inte tabell"
    )
    assert [line.cells for line in lines if line.cells] == [
        ("Nr", "Ärende", "Beteckning"),
        ("1.", "**Val** av\njusterare", ""),
        ("2.", "a | b", "2024-1"),
    ]
    assert [line.number for line in lines if line.cells] == [1, 3, 5]
    assert lines[-1].text == "Text | inte tabell"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("**Datum:** 2 mars 2026", "Datum: 2 mars 2026"),
        ("**Datum**: 2 mars 2026", "Datum: 2 mars 2026"),
        ("- *Ansvarig:* Eva", "- Ansvarig: Eva"),
        ("__Närvarande:__", "Närvarande:"),
        ("Frågan är **viktig** för *alla*.", "Frågan är **viktig** för *alla*."),
        ("snake_case_namn: x", "snake_case_namn: x"),
        ("> Citat ur stadgan", "Citat ur stadgan"),
        ("Eva&nbsp;Ek &amp; Bo <u>Lind</u>", "Eva\xa0Ek & Bo Lind"),
        (r"5\*6 \[sic\] \_", "5*6 [sic] _"),
        ("5 < 6 och a<b>c", "5 < 6 och ac"),
        ("Se <https://example.se/a>.", "Se https://example.se/a."),
    ],
)
def test_emphasis_that_sets_off_goes_and_that_in_running_text_stays(
    text: str, expected: str
) -> None:
    assert shown(text) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[rapporten](https://example.se/r)", "[rapporten](https://example.se/r)"),
        ("[eva@example.se](mailto:eva@example.se)", "eva@example.se"),
        ('[r](https://x.se "Titel")', "[r](https://x.se)"),
        ("Se [rapporten][1].\n\n[1]: https://example.se", "Se [rapporten](https://example.se)."),
        ("Se [rapporten].\n\n[rapporten]: https://x.se", "Se [rapporten](https://x.se)."),
        ("[x] Eva Ek, [ ] Bo Lind", "[x] Eva Ek, [ ] Bo Lind"),
    ],
)
def test_links_are_written_in_one_way(text: str, expected: str) -> None:
    assert shown(text) == [expected]


def test_front_matter_gives_title_and_labels_and_keeps_the_rest_apart() -> None:
    lines = markdown_lines(
        '---\nlayout: post\ntitle: "Kallelse: årsmöte"\ndate: 2026-03-02\nplats: Kansliet\n'
        "närvarande:\n  - Eva Ek\n  - Bo Lind\n---\n\nText"
    )
    assert [line.text for line in lines if line.text and line.zone == "body"] == [
        "Kallelse: årsmöte", "Datum: 2026-03-02", "Plats: Kansliet", "Närvarande:",
        "  - Eva Ek", "  - Bo Lind", "Text",
    ]  # fmt: skip
    assert lines[1].style == "Title"
    assert [line.text for line in lines if line.zone == "header"] == ["layout: post"]
    assert [line.number for line in lines][:3] == [2, 3, 4]


def test_the_moment_a_page_was_published_is_no_date_of_a_meeting() -> None:
    (line,) = markdown_lines("---\ndate: 2026-03-15 12:00:00\n---")[:1]
    assert line.zone == "header"


def test_a_line_of_dashes_is_no_front_matter() -> None:
    assert shown("---\nProtokoll\n\nText\n\n---\n") == ["Protokoll", "Text"]


def test_values_of_the_front_matter_stand_where_the_page_shows_them() -> None:
    text = "---\nsummary: Mötet är den 2 mars.\n---\n{{ page.summary }}\n{{ page.okänd }}"
    assert shown(text) == ["Mötet är den 2 mars.", "{{ page.okänd }}"]


def test_comments_go_but_tell_fields_and_pages() -> None:
    lines = markdown_lines(
        "<!--\n.. title: Protokoll vårmöte\n.. slug: var\n-->\nEtt <!-- dolt --> två\n"
        "<!-- sida 2 -->\nTre"
    )
    told = [(line.text, line.zone, line.page) for line in lines if line.text.strip()]
    assert told == [
        ("Protokoll vårmöte", "body", None),
        ("slug: var", "header", None),
        ("Ett  två", "body", None),
        ("Tre", "body", 2),
    ]


def test_code_blocks_are_kept_as_they_stand() -> None:
    assert shown("```\n# ingen rubrik\n| a |\n```\n# rubrik") == [
        "# ingen rubrik",
        "| a |",
        "rubrik",
    ]
