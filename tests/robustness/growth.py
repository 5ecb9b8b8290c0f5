"""How many lines → a text of so many lines, for each thing that a reader might do once a pair.

`python -m tests.robustness.growth 50000` prints how long each takes at a quarter and at the whole.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Mapping
from random import Random

from protokollant.parser import parse
from protokollant.readers import read_text_lines

_GIVEN = ("Anna", "Bertil", "Cecilia", "David", "Erik", "Frida", "Gustav", "Hanna", "Ivar",
          "Karl", "Lena", "Nils", "Olga", "Petra")  # fmt: skip
_STEMS = ("Ek", "Berg", "Lind", "Ström", "Karls", "Lund", "Ny", "Holm", "Å", "Ö", "Sjö", "Dahl",
          "Falk", "Gran", "Hed", "Kvist")  # fmt: skip
_ENDINGS = ("", "sson", "man", "kvist", "gren", "dal")


def names(number: int) -> list[str]:
    """So many names, many of them alike."""
    chance = Random(1)
    return [
        f"{chance.choice(_GIVEN)} {chance.choice(_STEMS)}{chance.choice(_ENDINGS)}"
        f"{chr(97 + chance.randrange(26))}"
        for _ in range(number)
    ]


def _each(form: str, before: str = "", between: str = "\n") -> Callable[[int], str]:
    """A text of a line for each name; `{x}` is the name, `{i}` its place."""
    rows = form.count("\n") + (1 if between == "\n" else 2 if between == "\n\n" else 1)

    def text(lines: int) -> str:
        people = names(lines // rows)
        return before + between.join(form.format(i=i + 1, x=x) for i, x in enumerate(people))

    return text


def _with_people(form: str, status: str = "Närvarande") -> Callable[[int], str]:
    """As many people in a list as lines that speak of them."""

    def text(lines: int) -> str:
        people = names(lines // 2)
        said = "\n".join(form.format(x=x) for x in people)
        return f"{status}: {', '.join(people)}\n1. Val\n{said}"

    return text


def _contents(lines: int) -> str:
    people = names(lines // 2)
    listed = "\n".join(f"{i + 1}. {x} ...... {i + 2}" for i, x in enumerate(people))
    return f"Innehåll\n{listed}\n" + "\n".join(f"{i + 1}. {x}" for i, x in enumerate(people))


def _in_one_item(form: str, between: str = "\n") -> Callable[[int], str]:
    return _each(form, "Protokoll 2024-01-01\n1. Öppnande\n", between)


GROWING: Mapping[str, Callable[[int], str]] = {
    "headings": _each("{i}. Ärende om {x}\nVi talade om saken."),
    "sections": _each("§ {i} Ärende om {x}\nStyrelsen beslutar\natt bifalla förslaget"),
    "one number": _each("1. Ärende om {x}"),
    "sub-numbers": _each("{i}.1 {x}", "1. Öppnande\n"),
    "marked headings": _each("## {x}\ntext"),
    "capitals": _each("ÄRENDE {x}\nText som följer här.", between="\n\n"),
    "standing headings": _each("Val av justerare\n{x}", between="\n\n"),
    "contents": _contents,
    "lone numbers": _each("{i}.\nOrdförandens val", between="\n\n"),
    "attendance": _each("{x}", "Närvarande:\n"),
    "attendance in cells": _each("{x}\tordförande\tS\tJa", "Närvarande\n"),
    "attendance on one line": _each("{x}", "Närvarande: ", ", "),
    "labels": _each("Plats: {x}"),
    "chairs": _each("Ordförande: {x}"),
    "signatures": _each("{x}", "1. Avslutning\nMötet avslutades.\n\nVid protokollet\n"),
    "page heads": _each("Sida 1 (99)\nProtokoll 2024-01-01\ntext {x}"),
    "dates in the head": _each("Sida {i}\nProtokoll 2024-01-01\ntext {x}"),
    "labels that wait": _each("Plats:"),
    "decisions": _in_one_item("{i}. att ge {x} i uppdrag", ""),
    "decisions under a label": _each("{i}. att ge {x} i uppdrag", "1. Öppnande\nBeslut\n"),
    "decisions in prose": _in_one_item("Styrelsen beslutade att ge {x} i uppdrag att gå."),
    "decisions on one line": _in_one_item("Vi pratar om {x}. Beslut: att vi gör det.", " "),
    "tasks": _in_one_item("Anna Ek ska kontakta {x} senast den 3 maj."),
    "task table": _each("| Ringa | {x} | 2024-05-01 |", "1. Ärende\n| Vad | Vem | När |\n"),
    "prose": _in_one_item("Vi talade om {x} och dess betydelse för oss"),
    "no headings": _each("Vi talade om {x} och dess betydelse för oss"),
    "list": _in_one_item("- {x} ska göra"),
    "attachments": _in_one_item("Bilaga {i}: {x}"),
    "next meetings": _in_one_item("Nästa möte är den 3 maj 2024 kl. 18.00 hos {x}."),
    "people elected": _with_people("{x} valdes till justerare."),
    "people spoken of": _with_people("Vi talade med {x} om detta."),
    "people with tasks": _with_people("{x} ska kontakta skolan."),
    "absent with tasks": _with_people("{x} ska kontakta skolan.", "Frånvarande"),
    "one letter": lambda lines: "a" * (lines * 40),
    "one line": lambda lines: "Vi talade om saken. " * (lines * 2),
    "section signs": lambda lines: "§\n" * (lines * 4),
    "digits": lambda lines: "\n".join(map(str, range(lines))),
    "dates on one line": lambda lines: "2024-01-01, " * (lines // 2),
    "times on one line": lambda lines: "1. Rubrik\n" + "kl. 9.00 " * (lines // 2),
}


def seconds_to_read(text: str) -> float:
    """The processor's time for reading a text."""
    begun = time.process_time()
    parse(read_text_lines(text))
    return time.process_time() - begun


def main() -> None:
    """Print the time for each text at a quarter of the lines and at all of them."""
    lines = int(sys.argv[1]) if len(sys.argv) > 1 else 50_000
    print(f"{'':24}{lines // 4:>9} rader{lines:>9} rader")
    for name, text in GROWING.items():
        few, many = (seconds_to_read(text(n)) for n in (lines // 4, lines))
        print(f"{name:24}{few:13.2f} s{many:13.2f} s{many / max(few, 0.001):8.1f} ×", flush=True)


if __name__ == "__main__":
    main()
