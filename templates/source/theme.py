"""The design → theme1.xml: the colours and fonts that Word offers while the template is edited.

The styles name their font and colours themselves; Word wants a theme part all the same.
"""

from __future__ import annotations

from templates.source import design
from templates.source.markup import DECLARATION

_NAMESPACE = "http://schemas.openxmlformats.org/drawingml/2006/main"
_COLOURS = {
    "dk1": "000000",
    "lt1": "FFFFFF",
    "dk2": design.INK,
    "lt2": design.TINT,
    "accent1": design.ACCENT,
    "accent2": design.MUTED,
    "accent3": design.RULE,
    "accent4": design.LINK,
    "accent5": design.ACCENT,
    "accent6": design.MUTED,
    "hlink": design.LINK,
    "folHlink": design.MUTED,
}
_FILL = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
_LINE = f'<a:ln w="6350">{_FILL}</a:ln>'
_EFFECT = "<a:effectStyle><a:effectLst/></a:effectStyle>"


def theme_part() -> str:
    """The whole of theme1.xml."""
    colours = "".join(
        f'<a:{name}><a:srgbClr val="{colour}"/></a:{name}>' for name, colour in _COLOURS.items()
    )
    font = f'<a:latin typeface="{design.FONT}"/><a:ea typeface=""/><a:cs typeface=""/>'
    return (
        f'{DECLARATION}<a:theme xmlns:a="{_NAMESPACE}" name="Protokollant"><a:themeElements>'
        f'<a:clrScheme name="Protokollant">{colours}</a:clrScheme>'
        f'<a:fontScheme name="Protokollant"><a:majorFont>{font}</a:majorFont>'
        f"<a:minorFont>{font}</a:minorFont></a:fontScheme>"
        f'<a:fmtScheme name="Protokollant"><a:fillStyleLst>{_FILL * 3}</a:fillStyleLst>'
        f"<a:lnStyleLst>{_LINE * 3}</a:lnStyleLst>"
        f"<a:effectStyleLst>{_EFFECT * 3}</a:effectStyleLst>"
        f"<a:bgFillStyleLst>{_FILL * 3}</a:bgFillStyleLst></a:fmtScheme>"
        "</a:themeElements></a:theme>"
    )
