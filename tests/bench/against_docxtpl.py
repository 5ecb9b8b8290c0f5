"""Documents a second, docxtpl and the renderer side by side on one minutes template.

Paired and interleaved in one process, every document different; run from the top of a checkout:

    python -m tests.bench.against_docxtpl [documents]

Not collected by pytest: a figure depends on the machine, a test must not.
"""

from __future__ import annotations

import io
import statistics
import sys
import time
from collections.abc import Callable
from typing import Any

import docx
from docxtpl import DocxTemplate

from protokollant.renderer import Template


def minutes_template() -> bytes:
    """A minutes template: head, attendance table, items with text and decisions, action table."""
    document = docx.Document()
    section = document.sections[0]
    section.header.paragraphs[0].text = "{{ organ }}\t{{ datum }}"
    section.footer.paragraphs[0].text = "{{ organ }}"
    document.add_heading("{{ rubrik }}", 0)
    for label, name in (("Datum", "datum"), ("Tid", "tid"), ("Plats", "plats")):
        document.add_paragraph(f"{label}: {{{{ {name} }}}}")
    _table(document, "deltagare", ("namn", "titel", "organisation", "roll", "status"))
    document.add_paragraph("{%p for punkt in punkter %}")
    document.add_heading("{{ punkt.nummer }}. {{ punkt.rubrik }}", 1)
    for inner in (
        "{%p for stycke in punkt.stycken %}",
        "{{ stycke }}",
        "{%p endfor %}",
        "{%p for beslut in punkt.beslut %}",
        "Beslut: {{ beslut }}",
        "{%p endfor %}",
        "{%p endfor %}",
    ):
        document.add_paragraph(inner)
    _table(document, "åtgärder", ("vem", "vad", "senast"))
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def _table(document: Any, items: str, fields: tuple[str, ...]) -> None:
    table = document.add_table(4, len(fields), style="Table Grid")
    for cell, field in zip(table.rows[0].cells, fields, strict=True):
        cell.text = field.capitalize()
    table.rows[1].cells[0].text = f"{{%tr for rad in {items} %}}"
    for cell, field in zip(table.rows[2].cells, fields, strict=True):
        cell.text = f"{{{{ rad.{field} }}}}"
    table.rows[3].cells[0].text = "{%tr endfor %}"


def data(number: int, people: int = 15) -> dict[str, Any]:
    """One meeting's data, different for each number."""
    sentence = f"Gruppen {number} gick igenom läget och gav synpunkter på underlaget. "
    return {
        "organ": "Samverkansgruppen barn och unga",
        "rubrik": f"Minnesanteckningar {number}",
        "datum": "18 februari 2022",
        "tid": "kl. 9.00–11.00",
        "plats": "Digitalt via Teams",
        "deltagare": [
            {
                "namn": f"Person {number}-{i}",
                "titel": "utvecklingsstrateg",
                "organisation": "Region Västmanland",
                "roll": "ledamot",
                "status": "närvarande",
            }
            for i in range(people)
        ],
        "punkter": [
            {
                "nummer": i,
                "rubrik": f"Ärende {i} om samverkan",
                "stycken": [sentence * 4, sentence * 3, sentence * 2],
                "beslut": [f"Informationen om ärende {i} noteras."],
            }
            for i in range(1, 11)
        ],
        "åtgärder": [
            {"vem": "Eva Ek", "vad": f"bokar lokal {number}-{i}", "senast": "2022-04-17"}
            for i in range(8)
        ],
    }


def through_docxtpl(template: bytes, values: dict[str, Any]) -> bytes:
    """One document as docxtpl makes it: a fresh template each time, as its docs say."""
    document = DocxTemplate(io.BytesIO(template))
    document.render(values, autoescape=True)
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def main(count: int = 100) -> None:
    """Print medians, ranges and the ratio."""
    source = minutes_template()
    template = Template(source)
    seconds: dict[str, list[float]] = {"docxtpl": [], "protokollant": []}
    makers: dict[str, Callable[[dict[str, Any]], bytes]] = {
        "docxtpl": lambda values: through_docxtpl(source, values),
        "protokollant": template.render,
    }
    for number in range(-3, count):
        values = data(number)
        for name, make in makers.items():
            start = time.perf_counter()
            make(values)
            if number >= 0:
                seconds[name].append(time.perf_counter() - start)
    for name, found in seconds.items():
        low, *_, high = sorted(found)
        print(
            f"{name:>13}: median {statistics.median(found) * 1000:7.2f} ms "
            f"({low * 1000:.2f}–{high * 1000:.2f}), {len(found)} documents"
        )
    pairs = zip(seconds["docxtpl"], seconds["protokollant"], strict=True)
    print(f"        ratio: median {statistics.median(a / b for a, b in pairs):.1f} ×")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 100)
