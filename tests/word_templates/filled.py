"""The templates filled with the samples, as outlines that a person can read.

`python -m tests.word_templates.filled` writes the expected outlines anew; review the difference.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

from protokollant.model import AnnualReport, Meeting
from protokollant.renderer import Template
from tests.renderer.paper import outline
from tests.word_templates import samples

TEMPLATES = Path(__file__).parents[2] / "templates"
EXPECTED = Path(__file__).parent / "expected"

CASES: dict[str, tuple[str, Meeting | AnnualReport]] = {
    "dagordning-rik": ("dagordning", samples.RICH_AGENDA),
    "dagordning-tom": ("dagordning", samples.EMPTY_MEETING),
    "dagordning-kallade-efter-narvarolista": ("dagordning", samples.PLAIN_LIST),
    "minnesanteckningar-rika": ("minnesanteckningar", samples.RICH_NOTES),
    "minnesanteckningar-enkel-lista": ("minnesanteckningar", samples.PLAIN_LIST),
    "minnesanteckningar-utan-narvaro": ("minnesanteckningar", samples.UNMARKED_LIST),
    "minnesanteckningar-manga-grupper": ("minnesanteckningar", samples.MANY_GROUPS),
    "dagordning-manga-grupper": ("dagordning", samples.MANY_GROUPS),
    "minnesanteckningar-tomma": ("minnesanteckningar", samples.EMPTY_MEETING),
    "protokoll-rikt": ("protokoll", samples.RICH_PROTOCOL),
    "protokoll-underskrivet": ("protokoll", samples.SIGNED_PROTOCOL),
    "protokoll-tomt": ("protokoll", samples.EMPTY_MEETING),
    "arsberattelse-rik": ("arsberattelse", samples.RICH_REPORT),
    "arsberattelse-tom": ("arsberattelse", samples.EMPTY_REPORT),
}
"""Expected outline's name → the template and what fills it."""


@cache
def template(name: str) -> Template:
    """A shipped template, compiled once for all tests."""
    return Template(TEMPLATES / f"{name}.docx")


@cache
def document(case: str) -> bytes:
    """The filled document of a case."""
    name, data = CASES[case]
    return template(name).render(data)


def told(case: str) -> str:
    """The outline of a case: style and text of each paragraph, cells of each row."""
    return "\n".join(outline(document(case))) + "\n"


if __name__ == "__main__":
    EXPECTED.mkdir(exist_ok=True)
    for case in CASES:
        (EXPECTED / f"{case}.txt").write_text(told(case), encoding="utf-8")
