"""List definitions → numbering.xml: bullets that are real Unicode signs, numbers, three levels."""

from __future__ import annotations

from templates.source.design import FONT, LIST_STEP
from templates.source.markup import DECLARATION, W
from templates.source.styles import BULLETS, NUMBERS

_BULLET_LEVELS = (("bullet", "•"), ("bullet", "–"), ("bullet", "•"))
_NUMBER_LEVELS = (("decimal", "%1."), ("lowerLetter", "%2)"), ("lowerRoman", "%3."))


def numbering_part() -> str:
    """The whole of numbering.xml; each level is tied to its list style."""
    return (
        f'{DECLARATION}<w:numbering xmlns:w="{W}">'
        f"{_definition(0, 'ListBullet', _BULLET_LEVELS)}"
        f"{_definition(1, 'ListNumber', _NUMBER_LEVELS)}"
        f'<w:num w:numId="{BULLETS}"><w:abstractNumId w:val="0"/></w:num>'
        f'<w:num w:numId="{NUMBERS}"><w:abstractNumId w:val="1"/></w:num>'
        "</w:numbering>"
    )


def _definition(number: int, style: str, levels: tuple[tuple[str, str], ...]) -> str:
    content = "".join(_level(depth, style, *level) for depth, level in enumerate(levels))
    return (
        f'<w:abstractNum w:abstractNumId="{number}"><w:multiLevelType w:val="hybridMultilevel"/>'
        f"{content}</w:abstractNum>"
    )


def _level(depth: int, style: str, form: str, sign: str) -> str:
    suffix = "" if depth == 0 else f"{depth + 1}"
    return (
        f'<w:lvl w:ilvl="{depth}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>'
        f'<w:pStyle w:val="{style}{suffix}"/><w:lvlText w:val="{sign}"/><w:lvlJc w:val="left"/>'
        f'<w:pPr><w:ind w:left="{LIST_STEP * (depth + 1)}" w:hanging="{LIST_STEP}"/></w:pPr>'
        f'<w:rPr><w:rFonts w:ascii="{FONT}" w:hAnsi="{FONT}" w:cs="{FONT}"/></w:rPr></w:lvl>'
    )
