"""What the engines are timed on: a template of minutes in each engine's tags, differing meetings.

Header, footer, attendance table of 15 rows, 10 items (heading, 3 paragraphs, bullets, decisions),
table of 8 actions. The words are drawn anew for each meeting, so that texts compress as texts do.
"""

from __future__ import annotations

import io
import random
from dataclasses import dataclass
from typing import Any

import docx

PEOPLE, ITEMS, ACTIONS = 15, 10, 8
_TEXT = """
samverkan region kommun uppdrag underlag förslag ärende rapport verksamhet barn unga vård skola
plan budget resurs process ansvar uppföljning remiss avtal riktlinje möte grupp arbete stöd
insats behov mål tid del fråga diskussion information beslut och att för med som till av om från
under inom samt vid enligt utifrån gemensam ny pågående viktig tydlig lokal R&D
"""
_WORDS = _TEXT.split()


@dataclass(frozen=True, slots=True)
class Tags:
    """How an engine writes its tags: a value, and a loop over paragraphs or over rows."""

    value: str
    each: str
    each_row: str
    end: str
    end_row: str
    of_loop: str = ""

    def field(self, name: str) -> str:
        """A value of the whole meeting."""
        return self.value.format(name)

    def of(self, loop: str, name: str) -> str:
        """A value of what a loop goes through."""
        return self.value.format((self.of_loop.format(loop) + name) if self.of_loop else name)


JINJA = Tags(
    "{{{{ {} }}}}",
    "{{%p for {1} in {0} %}}",
    "{{%tr for {1} in {0} %}}",
    "{{%p endfor %}}",
    "{{%tr endfor %}}",
    "{}.",
)
BRACES = Tags("{{{}}}", "{{#{0}}}", "{{#{0}}}", "{{/{0}}}", "{{/{0}}}")


def template(tags: Tags = JINJA) -> bytes:
    """The template in an engine's tags."""
    document = _blank()
    section = document.sections[0]
    section.header.paragraphs[0].text = f"{tags.field('organ')}\t{tags.field('datum')}"
    section.footer.paragraphs[0].text = tags.field("organ")
    document.add_heading(tags.field("rubrik"), 0)
    for label, name in (("Datum", "datum"), ("Tid", "tid"), ("Plats", "plats")):
        document.add_paragraph(f"{label}: {tags.field(name)}")
    _table(document, tags, "deltagare", ("namn", "titel", "organisation", "roll", "status"))
    with_loop = _Loop(document, tags)
    with_loop("punkter", "punkt", begin=True)
    document.add_heading(f"{tags.of('punkt', 'nummer')}. {tags.of('punkt', 'rubrik')}", 1)
    for many, one, style, before in (
        ("stycken", "stycke", None, ""),
        ("listade", "rad", "List Bullet", ""),
        ("beslut", "beslutet", None, "Beslut: "),
    ):
        source = f"punkt.{many}" if tags is JINJA else many
        with_loop(source, one, begin=True)
        text = tags.field(one) if tags is JINJA else tags.field("text")
        document.add_paragraph(before + text, style=style)
        with_loop(source, one, begin=False)
    with_loop("punkter", "punkt", begin=False)
    _table(document, tags, "åtgärder", ("vem", "vad", "senast"))
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def _blank() -> Any:
    """An empty document, without the second list of styles that no program has read since 2010."""
    document = docx.Document()
    relations = document.part.rels
    for key in [key for key, r in relations.items() if r.reltype.endswith("stylesWithEffects")]:
        relations.pop(key)
    return document


@dataclass(frozen=True, slots=True)
class _Loop:
    document: Any
    tags: Tags

    def __call__(self, many: str, one: str, *, begin: bool) -> None:
        pattern = self.tags.each if begin else self.tags.end
        self.document.add_paragraph(pattern.format(many, one))


def _table(document: Any, tags: Tags, many: str, fields: tuple[str, ...]) -> None:
    """A table with a row for each; where tags of a loop need rows of their own they have them."""
    own_rows = tags is JINJA
    table = document.add_table(4 if own_rows else 2, len(fields), style="Table Grid")
    rows = list(table.rows)
    for cell, field in zip(rows[0].cells, fields, strict=True):
        cell.text = field.capitalize()
    first, last = tags.each_row.format(many, "rad"), tags.end_row.format(many)
    texts = [tags.of("rad", field) for field in fields]
    if own_rows:
        rows[1].cells[0].text, rows[3].cells[0].text = first, last
    else:
        texts[0], texts[-1] = first + texts[0], texts[-1] + last
    for cell, text in zip(rows[2 if own_rows else 1].cells, texts, strict=True):
        cell.text = text


def meeting(number: int, people: int = PEOPLE) -> dict[str, Any]:
    """A meeting's data, different for each number."""
    dice = random.Random(number)

    def text(words: int) -> str:
        return " ".join(dice.choices(_WORDS, k=words)).capitalize() + "."

    return {
        "organ": "Samverkansgruppen barn & unga",
        "rubrik": f"Minnesanteckningar {number}",
        "datum": f"{1 + number % 28} februari 2022",
        "tid": "kl. 9.00–11.00",
        "plats": "Digitalt via Teams",
        "deltagare": [
            {
                "namn": f"{dice.choice(_WORDS).capitalize()} {dice.choice(_WORDS).capitalize()}",
                "titel": dice.choice(("utvecklingsstrateg", "enhetschef", "verksamhetschef")),
                "organisation": dice.choice(("Region Västmanland", "Sala kommun", "Köping")),
                "roll": dice.choice(("ledamot", "ordförande", "sekreterare", "ersättare")),
                "status": dice.choice(("närvarande", "frånvarande")),
            }
            for _ in range(people)
        ],
        "punkter": [
            {
                "nummer": n + 1,
                "rubrik": text(4),
                "stycken": [text(40), text(30), text(20)],
                "listade": [text(8), text(6), text(9)],
                "beslut": [text(12)],
            }
            for n in range(ITEMS)
        ],
        "åtgärder": [
            {"vem": dice.choice(_WORDS).capitalize(), "vad": text(7), "senast": "2022-04-17"}
            for _ in range(ACTIONS)
        ],
    }


def with_named_texts(values: dict[str, Any]) -> dict[str, Any]:
    """The same meeting for engines whose loops need an object, not a text, for each turn."""
    items = [
        item | {name: [{"text": text} for text in item[name]] for name in _TEXTS}
        for item in values["punkter"]
    ]
    return values | {"punkter": items}


_TEXTS = ("stycken", "listade", "beslut")
