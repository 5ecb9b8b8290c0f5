"""`make verify`: prints every template with both engines, checks the files, writes the tables.

Ends with 1 when a rule of a standard is broken, a claim was not made, or the engines' pages are
not as many or do not look alike. `--speed` times as well, `--look DIR` keeps pictures to look at.
"""

from __future__ import annotations

import argparse
import re
import sys
import time
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

import page

from protokollant.pipeline.enclosing import data_files
from protokollant.printers import ENGINES, Extras, Printed, print_many
from tests.bench.pairs import Table
from tests.verify.compare import Likeness, likeness, picture_beside
from tests.verify.documents import Filled, filled, meetings

DOCS = Path(__file__).parents[2] / "docs"
PROFILES = {
    "PDF/A-2a": page.ValidationProfile.PDF_A_2A,
    "PDF/A-3a": page.ValidationProfile.PDF_A_3A,
    "PDF/UA-1": page.ValidationProfile.PDF_UA_1,
}


@dataclass(slots=True)
class Tally:
    """What became of one template's documents with one engine."""

    documents: int = 0
    seconds: float = 0.0
    failures: dict[str, int] = field(default_factory=lambda: dict.fromkeys(PROFILES, 0))


def main() -> int:
    """Run everything; the exit code."""
    options = argparse.ArgumentParser()
    options.add_argument("--speed", action="store_true")
    options.add_argument("--look", type=Path)
    asked = options.parse_args()
    documents = list(filled())
    engines = [name for name in ("rdocx", "libreoffice") if ENGINES[name].available()]
    printed = {engine: _printed(documents, engine) for engine in engines}
    tallies = {engine: _tallied(documents, printed[engine]) for engine in engines}
    tables = [_standards(tallies)]
    faults = sum(sum(t.failures.values()) for own in tallies.values() for t in own.values())
    if len(engines) > 1:
        alike = _alike(documents, printed["rdocx"].pdfs, printed["libreoffice"].pdfs, asked.look)
        tables.append(_likenesses(alike))
        faults += sum(not one.is_close for own in alike.values() for one in own)
    _write(DOCS / "accessibility.md", tables)
    if asked.speed:
        from tests.verify.speed import measured

        _write(DOCS / "performance.md", measured())
    return 1 if faults else 0


@dataclass(slots=True)
class Made:
    """One engine's PDFs at each level, in the documents' order; seconds a document by template."""

    pdfs: dict[str, list[Printed]] = field(default_factory=dict)
    seconds: dict[str, float] = field(default_factory=dict)


def _printed(documents: Sequence[Filled], engine: str) -> Made:
    """Each document as it is published (2a), and with a meeting's data inside (3a)."""
    made = Made()
    published: dict[int, Printed] = {}
    for template in dict.fromkeys(one.template for one in documents):
        places = [n for n, one in enumerate(documents) if one.template == template]
        begun = time.perf_counter()
        outcomes = _whole(print_many([documents[n].docx for n in places], engine=engine))
        made.seconds[template] = (time.perf_counter() - begun) / len(places)
        published |= dict(zip(places, outcomes, strict=True))
    made.pdfs["PDF/A-2a"] = [published[n] for n in range(len(documents))]
    inside = Extras(inside=data_files(meetings()[0].meeting))
    every = [one.docx for one in documents]
    kept = print_many(every, engine=engine, extras=[inside] * len(every))
    made.pdfs["PDF/A-3a"] = _whole(kept)
    return made


def _whole(outcomes: Sequence[object]) -> list[Printed]:
    for outcome in outcomes:
        if not isinstance(outcome, Printed):
            raise SystemExit(f"inte gjord: {outcome}")
    return [outcome for outcome in outcomes if isinstance(outcome, Printed)]


def _tallied(documents: Sequence[Filled], made: Made) -> dict[str, Tally]:
    tallies: dict[str, Tally] = defaultdict(Tally)
    for level, pdfs in made.pdfs.items():
        for one, printed in zip(documents, pdfs, strict=True):
            tally = tallies[one.template]
            tally.documents += level == "PDF/A-2a"
            tally.seconds = made.seconds[one.template]
            for profile in (level, "PDF/UA-1"):
                broken = page.validate_pdf_bytes(printed.pdf, profile=PROFILES[profile]).failures
                unclaimed = profile not in printed.claims
                tally.failures[profile] += len(broken) + unclaimed
                for failure in broken:
                    print(f"{one.template} {one.sample} {profile}: {failure.rule_id}")
    return tallies


def _alike(
    documents: Sequence[Filled],
    first: dict[str, list[Printed]],
    second: dict[str, list[Printed]],
    look: Path | None,
) -> dict[str, list[Likeness]]:
    alike: dict[str, list[Likeness]] = defaultdict(list)
    pairs = zip(documents, first["PDF/A-2a"], second["PDF/A-2a"], strict=True)
    for number, (one, ours, theirs) in enumerate(pairs):
        found = likeness(ours.pdf, theirs.pdf)
        alike[one.template].append(found)
        if not (found.is_close and found.breaks_alike and not found.letters):
            print(f"{one.template} {one.sample}: {found}")
        if look is not None:
            look.mkdir(exist_ok=True)
            name = f"{number:02}_{one.template}.png"
            (look / name).write_bytes(picture_beside(ours.pdf, theirs.pdf))
    return alike


def _standards(tallies: dict[str, dict[str, Tally]]) -> Table:
    rows = [
        (
            template,
            engine,
            str(tally.documents),
            *(str(tally.failures[profile]) for profile in PROFILES),
            f"{tally.seconds * 1000:.0f}",
        )
        for engine, own in tallies.items()
        for template, tally in own.items()
    ]
    head = ("mall", "motor", "dokument", *(f"fel mot {p}" for p in PROFILES), "ms per dokument")
    return Table("standarder", head, rows)


def _likenesses(alike: dict[str, list[Likeness]]) -> Table:
    rows = [
        (
            template,
            str(len(own)),
            str(sum(one.pages[0] != one.pages[1] for one in own)),
            str(sum(bool(one.letters) for one in own)),
            str(sum(not one.breaks_alike for one in own)),
            f"{max(one.looks for one in own):.1f}",
        )
        for template, own in alike.items()
    ]
    head = (
        "mall",
        "dokument",
        "olika sidantal",
        "olika text",
        "sidbrytning mer än en rad isär",
        "största bildskillnad (0–255)",
    )
    return Table("likhet", head, rows)


def _write(path: Path, tables: Sequence[Table]) -> None:
    """Put the tables between their marks."""
    text = path.read_text(encoding="utf-8")
    for table in tables:
        print(f"\n{table.markdown()}")
        pattern = re.compile(rf"(<!-- {table.name} -->\n).*?(<!-- /{table.name} -->)", re.DOTALL)
        content = f"{table.markdown()}\n"
        text = pattern.sub(lambda found, new=content: f"{found[1]}{new}{found[2]}", text)
    path.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())
