"""An explanation → one self-contained web page, to send to somebody or to print."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from protokollant.pipeline.explain import FATES, Explained, Explanation
from protokollant.pipeline.explain_page import MARKS, in_words, shown_text, why

_STYLE = """\
body { font: 15px/1.45 system-ui, sans-serif; margin: 2rem; color: #1b1b1b; background: #fff }
table { border-collapse: collapse; width: 100% }
caption, th { text-align: left }
td, th { vertical-align: top; padding: .1rem .6rem; border-bottom: 1px solid #e4e4e4 }
td.number { text-align: right; color: #595959; white-space: nowrap }
td.text { white-space: pre-wrap; width: 52% }
tr.page th { padding-top: 1rem; color: #1d4f91 }
span.sure { color: #14662c }
span.likely { color: #6b5200 }
span.guessed { color: #a13d00 }
span.removed, tr.removed td { color: #595959 }
span.unplaced { color: #b00020; font-weight: bold }
tr.unplaced td { background: #fdecee }
.doubt { background: #fff4d6; color: #5c4300 }
"""


def as_html(explanation: Explanation) -> str:
    """The page as HTML."""
    title = f"Så lästes {escape(explanation.file or 'dokumentet')}"
    legend = "".join(
        f'<li><span class="{fate}">{MARKS[fate]}</span> {words}</li>'
        for fate, words in FATES.items()
        if fate != "blank"
    )
    doubts = "".join(f'<p class="doubt">{escape(message)}</p>' for message in explanation.doubts)
    return (
        '<!DOCTYPE html>\n<html lang="sv">\n<head>\n<meta charset="utf-8">\n'
        f"<title>{title}</title>\n<style>\n{_STYLE}</style>\n</head>\n<body>\n<h1>{title}</h1>\n"
        f"<p>{escape(in_words(explanation))}</p>\n<ul>{legend}</ul>\n{doubts}\n<table>\n"
        '<tr><th scope="col">rad</th><th scope="col">text</th>'
        '<th scope="col">vad det blev av den, och varför</th></tr>\n'
        + "\n".join(_rows(explanation))
        + "\n</table>\n</body>\n</html>\n"
    )


def _rows(explanation: Explanation) -> Iterator[str]:
    shown: int | None = None
    for one in explanation.lines:
        if one.line.page is not None and one.line.page != shown:
            shown = one.line.page
            yield f'<tr class="page"><th colspan="3">Sida {shown}</th></tr>'
        yield _row(one)
        for message in one.doubts:
            yield f'<tr class="doubt"><td></td><td colspan="2">{escape(message)}</td></tr>'


def _row(one: Explained) -> str:
    uses = "<br>".join(
        f'<span class="{use.fate}">{MARKS[use.fate]} {escape(why(use))}</span>' for use in one.uses
    )
    return (
        f'<tr class="{one.fate}"><td class="number">{one.line.number}</td>'
        f'<td class="text">{escape(shown_text(one.line))}</td><td>{uses}</td></tr>'
    )
