"""Results → a table to read, or JSON for scripts; the worst documents first."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from typing import Any

from .calibration import BANDS, by_band, by_rule
from .run import Result
from .score import FIELDS, LISTS, Difference, Score, Tally, total

NAMES = {
    "date": "datum",
    "start": "början",
    "end": "slut",
    "place": "plats",
    "body": "organ",
    "kind": "slag",
    "participants": "deltagare",
    "status": "  närvaro",
    "role": "  roll",
    "organisation": "  organisation",
    "items": "punkter",
    "numbered_items": "  med nummer",
    "decisions": "beslut",
    "actions": "åtgärder",
    "who": "  vem",
    "due": "  när",
    "next_meeting": "nästa möte",
}
GOALS = {
    **dict.fromkeys(("date", "start", "end", "place", "body"), 0.95),
    **dict.fromkeys(("participants", "status", "role", "organisation", "items"), 0.95),
    **dict.fromkeys(("decisions", "next_meeting"), 0.90),
}
FAULTS = {"wrong": "fel", "missed": "saknas", "invented": "påhittad"}
PARTS = {"look": "Att titta på", "measure": "Att mäta på"}
LONGEST = 90
FEWEST, FAR = 10, 0.15
"""How many values a rule needs to be judged by, and how far off it is told of."""
MOST_OF_A_KIND = 12
"""Differences of one field and fault that are told of one document."""


def as_table(results: Sequence[Result], *, hidden: str = "measure") -> str:
    """Tables for both parts, then every document; of those in the part `hidden` only counts.

    A miss that one has looked at is no longer measured by, so that part is told without words.
    """
    lines: list[str] = []
    for part, heading in PARTS.items():
        chosen = [one for one in results if one.document.part == part]
        if chosen:
            lines += [*_part_table(heading, chosen), ""]
    lines += [*_calibration(results), ""]
    for one in _worst_first(results):
        lines += _document(one, in_words=one.document.part != hidden)
    return "\n".join(lines) + "\n"


def as_json(results: Sequence[Result]) -> str:
    """The same figures, with every difference in full."""
    parts = {part: [r for r in results if r.document.part == part] for part in PARTS}
    parts["all"] = list(results)
    data = {
        "parts": {part: _part_data(chosen) for part, chosen in parts.items() if chosen},
        "calibration": _calibration_data(results),
        "documents": [_document_data(one) for one in _worst_first(results)],
    }
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


def as_markdown(results: Sequence[Result]) -> str:
    """The figures of both parts beside each other, as docs/reading.md shows them."""
    parts = {part: [r for r in results if r.document.part == part] for part in PARTS}
    sums = {part: total(one.score for one in chosen) for part, chosen in parts.items() if chosen}
    heads = [f"{PARTS[part].lower()} ({len(parts[part])})" for part in sums]
    lines = ["| fält | mål | " + " | ".join(heads) + " |", "|---|--:|" + "--:|" * len(heads)]
    for field in FIELDS:
        values = [_figure(value_of(field, sums[part][field])) for part in sums]
        goal = _figure(GOALS.get(field))
        lines.append(f"| {NAMES[field].strip()} | {goal} | " + " | ".join(values) + " |")
    return "\n".join(lines) + "\n"


def value_of(field: str, tally: Tally) -> float | None:
    """The one figure of a field: F1 for what is listed, the share that is right for the rest."""
    return tally.f1 if field in LISTS else tally.share


def _worst_first(results: Sequence[Result]) -> list[Result]:
    return sorted(
        results,
        key=lambda r: (not r.crash, not r.refused, not r.lost, -r.score.faults, r.document.ident),
    )


def _part_table(heading: str, results: Sequence[Result]) -> Iterator[str]:
    yield f"{heading}: {len(results)} dokument"
    yield (
        f"{'':16}{'värde':>7}{'rätt':>6}{'tomt':>6}{'fel':>6}{'saknas':>8}{'påhittat':>10}"
        f"{'prec.':>8}{'täckn.':>8}"
    )
    for field, tally in total(one.score for one in results).items():
        row = f"{NAMES[field]:16}{_figure(value_of(field, tally)):>7}{tally.right:>6}"
        row += f"{tally.empty:>6}{tally.wrong:>6}{tally.missed:>8}{tally.invented:>10}"
        if field in LISTS:
            row += f"{_figure(tally.precision):>8}{_figure(tally.recall):>8}"
        yield row
    yield _running(results)


def _running(results: Sequence[Result]) -> str:
    words = sum(one.words for one in results)
    slowest = max(results, key=lambda one: one.seconds)
    return (
        f"förlorade ord {sum(len(one.lost) for one in results)}, oplacerade"
        f" {sum(one.unplaced for one in results)} av {words}; krascher"
        f" {sum(bool(one.crash) for one in results)}, vägrade"
        f" {sum(bool(one.refused) for one in results)}; tid"
        f" {sum(one.seconds for one in results):.2f} s, längst {slowest.document.ident}"
        f" {slowest.seconds * 1000:.0f} ms"
    )


def _calibration(results: Sequence[Result]) -> Iterator[str]:
    """How often the reader is right when it says it is sure, and the rules that are not."""
    told = [belief for one in results for belief in one.beliefs]
    yield "Sagd säkerhet mot utfall: andel rätt (antal) i hela materialet"
    yield f"{'':16}" + "".join(
        f"{f'{name} {low:.2f}–{min(high, 1):.2f}':>26}" for name, (low, high) in BANDS.items()
    )
    fields = [field for field in NAMES if any(b.field == field for b in told)]
    for field in [*fields, ""]:
        bands = by_band(b for b in told if field in (b.field, ""))
        cells = (f"{one.share:.3f} ({one.count})" if one else "–" for one in bands.values())
        yield f"{NAMES.get(field, 'alla'):16}" + "".join(f"{cell:>26}" for cell in cells)
    yield "Regler vars sagda säkerhet ligger mer än 0,15 från utfallet (minst 10 värden):"
    for rule, one in by_rule(told).items():
        if one.count >= FEWEST and abs(one.stated - one.share) > FAR:
            yield f"  {rule:40} sagt {one.stated:.2f}, rätt {one.share:.2f} ({one.count})"


def _calibration_data(results: Sequence[Result]) -> dict[str, Any]:
    told = [belief for one in results for belief in one.beliefs]
    bands = {name: asdict(one) for name, one in by_band(told).items() if one}
    return {"bands": bands, "rules": {rule: asdict(one) for rule, one in by_rule(told).items()}}


def _document(one: Result, *, in_words: bool) -> Iterator[str]:
    document = one.document
    yield (
        f"{document.source.name}  {document.gold.body or '(inget organ)'}"
        f"  [{PARTS[document.part].lower()}]: {one.score.faults} fel, {len(one.lost)} förlorade"
        f" och {one.unplaced} oplacerade ord av {one.words}, {one.seconds * 1000:.0f} ms"
    )
    if one.crash:
        yield f"    KRASCH: {one.crash}"
    if one.refused:
        yield f"    VÄGRADE: {one.refused}"
    if not in_words:
        yield from _counts(one.score)
        return
    if one.lost:
        yield f"    förlorade ord: {_short(' '.join(one.lost))}"
    yield from _in_words(one.score)


def _counts(score: Score) -> Iterator[str]:
    told = [f"{NAMES[f].strip()} {score.tallies[f].faults}" for f in FIELDS]
    faulty = [text for text, f in zip(told, FIELDS, strict=True) if score.tallies[f].faults]
    if faulty:
        yield f"    fel: {', '.join(faulty)}"


def _in_words(score: Score) -> Iterator[str]:
    for field in FIELDS:
        for fault in FAULTS:
            alike = [d for d in score.differences if (d.field, d.fault) == (field, fault)]
            yield from (f"    {_sentence(one)}" for one in alike[:MOST_OF_A_KIND])
            if len(alike) > MOST_OF_A_KIND:
                left = len(alike) - MOST_OF_A_KIND
                yield f"    {NAMES[field].strip()} {FAULTS[fault]}: … och {left} till"


def _sentence(one: Difference) -> str:
    of = f" ({_short(one.of, 40)})" if one.of else ""
    note = f" – {one.note}" if one.note else ""
    said = {
        "wrong": f"«{_short(one.found)}» i stället för «{_short(one.gold)}»",
        "missed": f"«{_short(one.gold)}»",
        "invented": f"«{_short(one.found)}»",
    }
    return f"{NAMES[one.field].strip()} {FAULTS[one.fault]}{of}: {said[one.fault]}{note}"


def _short(text: str, longest: int = LONGEST) -> str:
    text = " ".join(text.split())
    return text if len(text) <= longest else text[: longest - 1].rstrip() + "…"


def _figure(value: float | None) -> str:
    return "–" if value is None else f"{value:.3f}"


def _part_data(results: Sequence[Result]) -> dict[str, Any]:
    return {
        "documents": len(results),
        "words": sum(one.words for one in results),
        "lost": sum(len(one.lost) for one in results),
        "unplaced": sum(one.unplaced for one in results),
        "crashes": sum(bool(one.crash) for one in results),
        "refused": sum(bool(one.refused) for one in results),
        "seconds": round(sum(one.seconds for one in results), 4),
        "fields": {
            field: {
                **asdict(tally),
                "value": value_of(field, tally),
                "precision": tally.precision,
                "recall": tally.recall,
                "f1": tally.f1,
            }
            for field, tally in total(one.score for one in results).items()
        },
    }


def _document_data(one: Result) -> dict[str, Any]:
    return {
        "id": one.document.ident,
        "source": one.document.source.name,
        "body": one.document.gold.body,
        "part": one.document.part,
        "faults": one.score.faults,
        "seconds": round(one.seconds, 4),
        "words": one.words,
        "lost": list(one.lost),
        "unplaced": one.unplaced,
        "refused": one.refused,
        "crash": one.crash,
        "fields": {field: asdict(tally) for field, tally in one.score.tallies.items()},
        "differences": [asdict(difference) for difference in one.score.differences],
    }
