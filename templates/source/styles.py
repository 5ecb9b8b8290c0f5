"""The design → styles.xml: only the styles that the templates use.

A style is one row of a table below: id, name, what it builds on, and its properties as XML.
"""

from __future__ import annotations

from dataclasses import dataclass

from templates.source.design import (
    ACCENT,
    DECISION_INDENT,
    FACT_INDENT,
    FONT,
    INK,
    LANGUAGE,
    LINK,
    MUTED,
    RULE,
    SIGNATURE_WIDTH,
    TEXT_WIDTH,
    TINT,
)
from templates.source.fields import FIELDS
from templates.source.markup import DECLARATION, W


@dataclass(frozen=True, slots=True)
class ParagraphStyle:
    """A paragraph style; `own` marks one that Word does not know by name."""

    id: str
    name: str
    paragraph: str = ""
    run: str = ""
    based_on: str = "Normal"
    next: str = ""
    own: bool = False


def _spacing(before: int = 0, after: int = 0, line: int = 0) -> str:
    lines = f' w:line="{line}" w:lineRule="auto"' if line else ""
    return f'<w:spacing w:before="{before}" w:after="{after}"{lines}/>'


def _size(half_points: int) -> str:
    return f'<w:sz w:val="{half_points}"/><w:szCs w:val="{half_points}"/>'


def _colour(colour: str) -> str:
    return f'<w:color w:val="{colour}"/>'


def _tab(kind: str, position: int, leader: str = "none") -> str:
    return f'<w:tabs><w:tab w:val="{kind}" w:leader="{leader}" w:pos="{position}"/></w:tabs>'


def _border(side: str, size: int, colour: str, space: int) -> str:
    return f'<w:{side} w:val="single" w:sz="{size}" w:space="{space}" w:color="{colour}"/>'


KEEP = "<w:keepNext/><w:keepLines/>"
BOLD = "<w:b/><w:bCs/>"
RIGHT_EDGE = _tab("right", TEXT_WIDTH)


def _heading(level: int, before: int, after: int, size: int) -> ParagraphStyle:
    return ParagraphStyle(
        id=f"Heading{level}",
        name=f"heading {level}",
        paragraph=f'{KEEP}{_spacing(before, after)}<w:outlineLvl w:val="{level - 1}"/>',
        run=f"{BOLD}{_colour(ACCENT)}{_size(size)}",
        next="BodyText",
    )


def _list(kind: str, name: str, number_id: int, level: int) -> ParagraphStyle:
    suffix = "" if level == 0 else f"{level + 1}"
    depth = f'<w:ilvl w:val="{level}"/>' if level else ""
    return ParagraphStyle(
        id=f"{kind}{suffix}",
        name=f"{name} {suffix}".strip(),
        paragraph=f'<w:numPr>{depth}<w:numId w:val="{number_id}"/></w:numPr>{_spacing(0, 80, 264)}',
        based_on="BodyText",
    )


BULLETS, NUMBERS = 1, 2
"""The numbering instances that the list styles use."""

PARAGRAPH_STYLES: tuple[ParagraphStyle, ...] = (
    ParagraphStyle("BodyText", "Body Text", _spacing(0, 120, 264)),
    ParagraphStyle("Inledning", "Inledning", _spacing(160, 0, 264), based_on="BodyText", own=True),
    ParagraphStyle(
        "Title",
        "Title",
        f"{KEEP}{_spacing(0, 100)}",
        f"{BOLD}{_colour(ACCENT)}{_size(48)}",
        next="Subtitle",
    ),
    ParagraphStyle(
        "Subtitle",
        "Subtitle",
        f"{KEEP}{_spacing(0, 200)}",
        f"{_colour(MUTED)}{_size(28)}",
        next="BodyText",
    ),
    _heading(1, before=280, after=80, size=28),
    _heading(2, before=200, after=60, size=24),
    _heading(3, before=160, after=40, size=22),
    _list("ListBullet", "List Bullet", BULLETS, 0),
    _list("ListBullet", "List Bullet", BULLETS, 1),
    _list("ListBullet", "List Bullet", BULLETS, 2),
    _list("ListNumber", "List Number", NUMBERS, 0),
    _list("ListNumber", "List Number", NUMBERS, 1),
    _list("ListNumber", "List Number", NUMBERS, 2),
    ParagraphStyle("Header", "header", RIGHT_EDGE, f"{_colour(MUTED)}{_size(18)}"),
    ParagraphStyle("Footer", "footer", RIGHT_EDGE, f"{_colour(MUTED)}{_size(18)}"),
    ParagraphStyle(
        "Caption",
        "caption",
        f"<w:keepLines/>{_spacing(60, 160)}",
        f"{_colour(MUTED)}{_size(19)}",
        next="BodyText",
    ),
    ParagraphStyle(
        "Uppgift",
        "Uppgift",
        f"<w:keepLines/>{_tab('left', FACT_INDENT)}{_spacing(0, 50)}"
        f'<w:ind w:left="{FACT_INDENT}" w:hanging="{FACT_INDENT}"/>',
        own=True,
    ),
    ParagraphStyle(
        "Punktfakta",
        "Punktfakta",
        f"<w:keepLines/>{_spacing(0, 80)}",
        f"{_colour(MUTED)}{_size(20)}",
        next="BodyText",
        own=True,
    ),
    ParagraphStyle(
        "Beslutsrubrik",
        "Beslutsrubrik",
        f"{KEEP}<w:pBdr>{_border('left', 18, ACCENT, 8)}</w:pBdr>{_spacing(120, 0)}"
        f'<w:ind w:left="{DECISION_INDENT}"/>',
        f"{BOLD}{_colour(ACCENT)}",
        next="Beslut",
        own=True,
    ),
    ParagraphStyle(
        "Beslut",
        "Beslut",
        f"<w:keepLines/><w:pBdr>{_border('left', 18, ACCENT, 8)}</w:pBdr>{_spacing(0, 0, 264)}"
        f'<w:ind w:left="{DECISION_INDENT}"/>',
        own=True,
    ),
    ParagraphStyle(
        "Atgard",
        "Åtgärd",
        f'<w:keepLines/>{_spacing(60, 60, 264)}<w:ind w:left="{DECISION_INDENT}"/>',
        own=True,
    ),
    ParagraphStyle("Formalia", "Formalia", based_on="Atgard", own=True),
    ParagraphStyle("Punktlage", "Punktläge", based_on="Atgard", own=True),
    ParagraphStyle("Tabelltext", "Tabelltext", _spacing(40, 40), _size(20), own=True),
    ParagraphStyle(
        "Tabellrubrik",
        "Tabellrubrik",
        "<w:keepNext/>",
        f"{BOLD}{_colour(ACCENT)}",
        based_on="Tabelltext",
        own=True,
    ),
    ParagraphStyle(
        "Signatur",
        "Signatur",
        f"{KEEP}<w:pBdr>{_border('bottom', 6, INK, 28)}</w:pBdr>{_spacing(200, 0)}"
        f'<w:ind w:right="{TEXT_WIDTH - SIGNATURE_WIDTH}"/>',
        f"{_colour(MUTED)}{_size(20)}",
        next="Namnrad",
        own=True,
    ),
    ParagraphStyle("Namnrad", "Namnrad", f"{KEEP}{_spacing(40, 160)}", own=True),
    ParagraphStyle(
        "Kalla",
        "Källa",
        f"<w:keepLines/>{_spacing(0, 60)}",
        f"{_colour(MUTED)}{_size(18)}",
        next="BodyText",
        own=True,
    ),
    ParagraphStyle("Mallrad", "Mallrad", "", f"{_colour(MUTED)}{_size(16)}", own=True),
)

CHARACTER_STYLES = (
    '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
    '<w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/></w:style>'
    '<w:style w:type="character" w:styleId="Strong"><w:name w:val="Strong"/>'
    f"<w:qFormat/><w:rPr>{BOLD}{_colour(ACCENT)}</w:rPr></w:style>"
    '<w:style w:type="character" w:styleId="Hyperlink"><w:name w:val="Hyperlink"/>'
    f'<w:rPr>{_colour(LINK)}<w:u w:val="single"/></w:rPr></w:style>'
) + "".join(
    f'<w:style w:type="character" w:customStyle="1" w:styleId="{kind.id}">'
    f'<w:name w:val="{kind.name}"/></w:style>'
    for kind in FIELDS.values()
)


def styles_part() -> str:
    """The whole of styles.xml."""
    paragraphs = "".join(_paragraph_style(style) for style in PARAGRAPH_STYLES)
    return (
        f'{DECLARATION}<w:styles xmlns:w="{W}">{_defaults()}'
        '<w:latentStyles w:defLockedState="0" w:defUIPriority="99" w:defSemiHidden="1" '
        'w:defUnhideWhenUsed="1" w:defQFormat="0" w:count="376"/>'
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/>'
        "<w:qFormat/></w:style>"
        f"{CHARACTER_STYLES}{_table_styles()}"
        '<w:style w:type="numbering" w:default="1" w:styleId="NoList"><w:name w:val="No List"/>'
        f"<w:semiHidden/></w:style>{paragraphs}</w:styles>"
    )


def _defaults() -> str:
    fonts = "".join(f' w:{script}="{FONT}"' for script in ("ascii", "hAnsi", "eastAsia", "cs"))
    return (
        f"<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts{fonts}/>{_colour(INK)}{_size(22)}"
        f'<w:lang w:val="{LANGUAGE}" w:eastAsia="{LANGUAGE}" w:bidi="ar-SA"/>'
        "</w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:widowControl/>"
        f"{_spacing(0, 0)}</w:pPr></w:pPrDefault></w:docDefaults>"
    )


def _paragraph_style(style: ParagraphStyle) -> str:
    following = f'<w:next w:val="{style.next}"/>' if style.next else ""
    look = f"<w:pPr>{style.paragraph}</w:pPr>" if style.paragraph else ""
    letters = f"<w:rPr>{style.run}</w:rPr>" if style.run else ""
    own = ' w:customStyle="1"' if style.own else ""
    return (
        f'<w:style w:type="paragraph"{own} w:styleId="{style.id}"><w:name w:val="{style.name}"/>'
        f'<w:basedOn w:val="{style.based_on}"/>{following}<w:qFormat/>{look}{letters}</w:style>'
    )


def _table_borders(*sides: str) -> str:
    return "".join(_border(side, 4, RULE, 0) for side in sides)


def _table_styles() -> str:
    rules = _table_borders("top", "bottom", "insideH")
    sides = _table_borders("top", "left", "bottom", "right", "insideH", "insideV")
    margins = (
        '<w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="85" w:type="dxa"/>'
        '<w:bottom w:w="0" w:type="dxa"/><w:right w:w="85" w:type="dxa"/></w:tblCellMar>'
    )
    return (
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal">'
        '<w:name w:val="Normal Table"/><w:semiHidden/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/>'
        f"{margins}</w:tblPr></w:style>"
        '<w:style w:type="table" w:styleId="TableGrid"><w:name w:val="Table Grid"/>'
        f'<w:basedOn w:val="TableNormal"/><w:tblPr><w:tblBorders>{sides}</w:tblBorders></w:tblPr>'
        "</w:style>"
        '<w:style w:type="table" w:customStyle="1" w:styleId="ProtokollantTabell">'
        '<w:name w:val="Protokollant Tabell"/><w:basedOn w:val="TableNormal"/><w:qFormat/>'
        f"<w:tblPr><w:tblBorders>{rules}</w:tblBorders></w:tblPr>"
        f'<w:tblStylePr w:type="firstRow"><w:rPr>{BOLD}{_colour(ACCENT)}</w:rPr>'
        f'<w:tcPr><w:shd w:val="clear" w:color="auto" w:fill="{TINT}"/></w:tcPr></w:tblStylePr>'
        "</w:style>"
    )
