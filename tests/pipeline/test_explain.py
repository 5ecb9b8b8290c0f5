"""Every line of a document is shown once, in order, as it stood, with what became of it."""

from __future__ import annotations

import json
import re
import time
from html.parser import HTMLParser
from pathlib import Path

import pytest
from docx import Document
from hypothesis import given
from hypothesis import strategies as st

from protokollant import Meeting, Reading, phrases, read_document
from protokollant.model import AgendaItem, Decision, Participant, Source
from protokollant.parser import parse
from protokollant.pipeline.explain import Explained, explain, explanation_as_json
from protokollant.pipeline.explain_html import as_html
from protokollant.pipeline.explain_page import NARROWEST, as_text, in_words, page
from protokollant.pipeline.read import read
from protokollant.readers import read_text_lines
from protokollant.source import Doubt, Kept, Line

SEEDS = sorted((Path(__file__).parents[2] / "seeds").glob("*.txt"))
MEETING = Meeting(
    place="Salen",
    participants=(Participant(name="Eva Ek"),),
    items=(
        AgendaItem(
            number="3",
            title="Ekonomi",
            decisions=(Decision(text="Ja."), Decision(text="Nej.")),
            items=(AgendaItem(title="En mycket lång rubrik om kassan och banken"),),
        ),
        AgendaItem(),
    ),
    signed_by=("Eva Ek",),
)
READING = Reading(
    MEETING,
    warnings=(Doubt(4, "Är det så?"), Doubt(None, "Datum saknas.")),
    unplaced=(Kept(4, "lösa ord", "okänt"),),
    removed=(Kept(3, "Sida 1", "sidnummer"),),
    sources=(
        Source("", 1, "Plats:", "label_value"),
        Source("place", 1, "Salen", "label_value"),
        Source("items[0].title", 2, "3 Ekonomi", "numbered_heading", 0.7),
        Source("items[0].decisions[1]", 2, "Nej.", "decision_sentence", 0.4),
        Source("items[0].text", 4, "Text", "item_text"),
        Source("", 6, "Närvarande", "label_value"),
    ),
    lines=(
        Line(1, "  Plats:\tSalen", 1),
        Line(2, "3 Ekonomi. Nej.", 1),
        Line(3, "Sida 1", 1),
        Line(4, "Text och lösa ord", 2),
        Line(5, "", 2),
        Line(6, "Närvarande", 2, cells=("Närvarande", "Huvudman")),
    ),
)


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("place", "plats"),
        ("items[0].title", "punkt 3 › rubrik"),
        ("items[0].decisions[1]", "punkt 3 › beslut 2"),
        ("items[0].items[0].text", "punkt 3 › punkten «En mycket lång rubrik om kass…» › text"),
        ("items[1]", "punkt nr 2"),
        ("participants[0]", "deltagare Eva Ek"),
        ("signed_by[0]", "underskrifter 1"),
        ("next_meeting", "nästa möte"),
        ("", ""),
    ],
)
def test_a_path_in_words(path: str, words: str) -> None:
    assert phrases.place(MEETING, path) == words


def test_a_section_in_words() -> None:
    meeting = MEETING.model_copy(update={"numbering": "section"})
    assert phrases.place(meeting, "items[0].decisions[0]") == "§ 3 › beslut 1"


def test_the_fate_of_each_line() -> None:
    found = explain(READING).lines
    assert [one.fate for one in found] == [
        "sure", "guessed", "removed", "unplaced", "blank", "sure"
    ]  # fmt: skip
    assert [use.place for use in found[1].uses] == ["punkt 3 › rubrik", "punkt 3 › beslut 2"]
    assert [use.field for use in found[0].uses] == ["place"]
    assert found[3].doubts == ("Är det så?",)


def test_the_page() -> None:
    assert (
        as_text(explain(READING, "a.txt"), 80)
        == """\
a.txt

      ! Datum saknas.
── sida 1 ──────────────────────────────────────────────────────────────────────
    1 ✓   Plats:    Salen                     │ plats · ledord med värde, 100\xa0%
    2 ? 3 Ekonomi. Nej.                       │ punkt 3 › rubrik · numrerad
                                              │   rubrik, 70\xa0%
                                              │ punkt 3 › beslut 2 · mening som
                                              │   säger att något beslutas, 40\xa0%
    3 – Sida 1                                │ utelämnat: sidnummer
── sida 2 ──────────────────────────────────────────────────────────────────────
    4 ✗ Text och lösa ord                     │ punkt 3 › text · löpande text,
                                              │   100\xa0%
                                              │ kunde inte placeras: lösa ord
      ! Är det så?
    5                                         │
    6 ✓ Närvarande | Huvudman                 │ pekar ut ett värde · ledord med
                                              │   värde, 100\xa0%

  ✓ placerad, säkert
  ~ placerad, troligen rätt
  ? placerad, osäkert: se efter
  – hör till sidan, inte till mötet
  ✗ kunde inte placeras
  ! tveksamt: en människa bör se på det

Rader: 6. Placerade: 3 (varav troligen rätt: 0, osäkert: 1). Hör till sidan: 1.
Kunde inte placeras: 1. Utan ord: 1. Tveksamheter: 2.
"""
    )


@pytest.mark.parametrize("width", [20, 80, 120, 400])
@pytest.mark.parametrize("path", SEEDS, ids=lambda path: path.stem[:3])
def test_the_whole_document_is_shown_within_the_window(path: Path, width: int) -> None:
    reading = read_document(path)
    rows = as_text(explain(reading), width).splitlines()
    assert max(map(len, rows)) <= max(width, NARROWEST)
    shown = "".join(row[8:].partition(" │")[0] for row in rows if " │" in row)
    text = "".join(line.text for line in reading.lines)
    assert re.sub(r"\s", "", shown) == re.sub(r"\s", "", text)
    numbers = [int(row[:5]) for row in rows if " │" in row and row[:5].strip()]
    assert numbers == [line.number for line in reading.lines]


@given(st.lists(st.text(st.characters(codec="utf-8"), max_size=90), max_size=6))
def test_any_text_can_be_shown(texts: list[str]) -> None:
    reading = parse([Line(n, text, page=n // 3) for n, text in enumerate(texts, 1)])
    explanation = explain(reading, "a")
    assert [one.line for one in explanation.lines] == list(reading.lines)
    for row in page(explanation, 80):
        assert all(c.isprintable() or c == "\xa0" for span in row for c in span.text)
    assert as_html(explanation).count('<td class="number">') == len(texts)
    json.dumps(explanation_as_json(explanation))


def test_a_line_of_a_million_letters_is_shown_at_once() -> None:
    begun = time.perf_counter()
    as_text(explain(Reading(Meeting(), lines=(Line(1, "x" * 1_000_000),))))
    assert time.perf_counter() - begun < 2


def test_the_counts_add_up() -> None:
    summary = explain(READING).summary
    assert summary["lines"] == sum(n for key, n in summary.items() if key not in _NOT_FATES)
    assert "Placerade: 3 (varav troligen rätt: 0, osäkert: 1)" in in_words(explain(READING))


_NOT_FATES = ("lines", "doubts")


def test_as_json() -> None:
    found = explanation_as_json(explain(READING, "a.txt"))
    assert found["lines"][1] == {
        "line": 2,
        "page": 1,
        "text": "3 Ekonomi. Nej.",
        "fate": "guessed",
        "sources": [
            {
                "field": "items[0].title",
                "place": "punkt 3 › rubrik",
                "rule": "numbered_heading",
                "rule_in_words": "numrerad rubrik",
                "confidence": 0.7,
                "text": "3 Ekonomi",
            },
            {
                "field": "items[0].decisions[1]",
                "place": "punkt 3 › beslut 2",
                "rule": "decision_sentence",
                "rule_in_words": "mening som säger att något beslutas",
                "confidence": 0.4,
                "text": "Nej.",
            },
        ],
        "removed": [],
        "unplaced": [],
        "doubts": [],
    }
    assert found["lines"][3]["unplaced"] == ["lösa ord"]
    assert found["lines"][2]["removed"] == [{"text": "Sida 1", "reason": "sidnummer"}]
    assert found["doubts"] == ["Datum saknas."]
    assert found["summary"]["unplaced"] == 1


class Tags(HTMLParser):
    """Refuses a page whose tags don't match, or that loads anything."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert not {"src", "href"} & {name for name, _ in attrs}
        if tag not in ("meta", "br"):
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def test_the_web_page_is_whole_and_escapes_the_text() -> None:
    reading = parse(read_text_lines("1. <script>alert(1)</script> & annat\n\nSå."))
    html = as_html(explain(reading, "<a>.txt"))
    tags = Tags()
    tags.feed(html)
    assert tags.open == []
    assert "<script" not in html
    assert "&lt;script&gt;alert(1)&lt;/script&gt; &amp; annat" in html
    assert '<html lang="sv">' in html


def test_tables_of_a_word_file_are_shown_as_rows(tmp_path: Path) -> None:
    document = Document()
    document.add_paragraph("Plats: Salen")
    table = document.add_table(1, 2)
    table.cell(0, 0).text, table.cell(0, 1).text = "Eva Ek", "Närvarande"
    document.save(str(tmp_path / "a.docx"))
    lines: tuple[Explained, ...] = explain(read_document(tmp_path / "a.docx")).lines
    assert any(one.line.cells for one in lines)
    assert "Eva Ek | Närvarande" in as_text(explain(read_document(tmp_path / "a.docx")))


@pytest.mark.parametrize(
    ("name", "start"),
    [("a.txt", "m.txt\n"), ("a.html", "<!DOCTYPE html>"), ("a.json", "{"), ("ut/", "m.txt\n")],
)
def test_an_explanation_is_written_as_the_file_is_named(
    tmp_path: Path, name: str, start: str
) -> None:
    source = tmp_path / "m.txt"
    source.write_text("Plats: Salen\n", encoding="utf-8")
    target = tmp_path / name
    target.mkdir() if name.endswith("/") else None
    made = read([source], target, explained=True)
    (path,) = made.files
    assert path.read_text(encoding="utf-8").startswith(start)
    assert path == (target / "m.forklaring.txt" if name.endswith("/") else target)
