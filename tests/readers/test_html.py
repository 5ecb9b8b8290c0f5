"""Web pages → lines."""

from __future__ import annotations

import pytest

from protokollant.errors import ReadError
from protokollant.readers.html import html_lines, read_html


def shown(text: str) -> list[str]:
    return [line.text for line in html_lines(text) if line.text and line.zone == "body"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("<p>Ett\n  två</p><p>Tre</p>", ["Ett två", "Tre"]),
        ("<p>Plats: Kansliet<br>Tid: 9.00<br/>", ["Plats: Kansliet", "Tid: 9.00"]),
        ("<p><b>Datum:</b> 2 mars</p>", ["Datum: 2 mars"]),
        ("<p>En <strong>viktig </strong>fråga</p>", ["En **viktig** fråga"]),
        ("<p>&Aring;sa &amp; Bo&nbsp;Ek &ndash; klart</p>", ["Åsa & Bo\xa0Ek – klart"]),
        ("<ul><li>ett<ul><li>inre</li></ul></li><li>två</li></ul>", ["- ett", "  - inre", "- två"]),
        ("<ol start=4><li>Val</li><li>Budget</li></ol>", ["4. Val", "5. Budget"]),
        ("<ol type=a><li>Val</li></ol>", ["a) Val"]),
        ("<dl><dt>Plats<dd>Kansliet<dt>Tid<dd>9.00</dl>", ["Plats: Kansliet", "Tid: 9.00"]),
        ("<script>x()</script><style>p{}</style><p>Text", ["Text"]),
        ("<p>a<span style='display:none'>dolt</span>b</p><!-- c -->", ["ab"]),
        ("<pre>ett\n  två</pre>", ["ett", "  två"]),
        ("<a href='https://x.se/r'>rapporten</a>", ["[rapporten](https://x.se/r)"]),
        ("<a href='mailto:eva@x.se'>eva@x.se</a>", ["eva@x.se"]),
        ("<a href='#topp'>upp</a>", ["upp"]),
        ("<p>oavslutat <b>fett", ["oavslutat **fett**"]),
        ("bara text", ["bara text"]),
        ("<?xml version='1.0' encoding='utf-8'?><html><body>Möte</body></html>", ["Möte"]),
    ],
)  # fmt: skip
def test_a_page_is_read_as_it_is_shown(text: str, expected: list[str]) -> None:
    assert shown(text) == expected


def test_headings_have_their_level_and_lines_their_source_line() -> None:
    lines = [line for line in html_lines("<h1>Protokoll</h1>\n\n<h2>§ 1 <i>Val</i></h2>")
             if line.text]  # fmt: skip
    assert [(line.text, line.style, line.number) for line in lines] == [
        ("Protokoll", "Heading 1", 1), ("§ 1 Val", "Heading 2", 3),
    ]  # fmt: skip


def test_table_rows_have_cells() -> None:
    lines = html_lines(
        "<table><caption>Närvaro</caption><tr><th>Namn<th>Närvaro<tr><td>Eva<br>Ek<td>ja"
        "<tr><td colspan=2>Rast</table>"
    )
    assert [line.cells for line in lines if line.cells] == [
        ("Namn", "Närvaro"), ("Eva\nEk", "ja"), ("Rast", ""),
    ]  # fmt: skip
    assert lines[0].text == "Närvaro"


def test_a_table_that_lays_out_the_page_is_read_as_text() -> None:
    text = "<table><tr><td><h1>Protokoll</h1><table><tr><td>a<td>b</table></td></tr></table>"
    assert shown(text) == ["Protokoll", "a\tb"]


def test_menus_feet_and_the_tab_s_title_stand_apart() -> None:
    lines = html_lines(
        "<html><head><title>Förening | Protokoll</title></head><body><nav><a href='/'>Hem</a></nav>"
        "<p>Text</p><footer>Kontakt</footer></body></html>"
    )
    assert [(line.text, line.zone) for line in lines if line.text] == [
        ("Förening | Protokoll", "header"), ("[Hem](/)", "header"), ("Text", "body"),
        ("Kontakt", "footer"),
    ]  # fmt: skip


def test_a_page_without_text_is_refused() -> None:
    with pytest.raises(ReadError, match="ingen text"):
        read_html(b"<html><body><script>x</script></body></html>")


def test_deep_nesting_is_read() -> None:
    assert "mitt i" in " ".join(shown("<div>" * 1500 + "mitt i" + "</div>" * 1500))
