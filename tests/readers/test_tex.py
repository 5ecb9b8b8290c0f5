"""LaTeX → lines."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from protokollant.readers.tex import read_tex, tex_line


def lines(text: str) -> list[str]:
    return [line.text for line in read_tex(text.encode()).lines if line.text]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (r"M\"otet \aa r \"{A}rende \AA sa", "Mötet år Ärende Åsa"),
        (r"Caf\'e och Ren\'{e}, \c{c}", "Café och René, ç"),
        (r"50\,\% av 100~kr \& moms, \S~3", "50 % av 100\xa0kr & moms, §\xa03"),
        ("9--10 --- ``klart''", "9–10 — ”klart”"),
        (r"\textbf{Datum:} 2 mars", "Datum: 2 mars"),
        (r"En \emph{viktig} fr\aa ga\dots", "En *viktig* fråga…"),
        (r"\href{https://x.se/r}{rapporten}", "[rapporten](https://x.se/r)"),
        (r"\url{https://x.se}", "https://x.se"),
        (r"text % kommentar", "text"),
        (r"före\-ningen", "föreningen"),
        (r"\okänt{Eva Ek} och \annat", "Eva Ek och"),
        (r"\okänt[7 kap. 5 \S]{Text}", "7 kap. 5 §  Text"),
        (r"\okänt[scale=0.5]{Text}", "Text"),
        (r"Beslut\footnote{Se bilaga 1.}", "Beslut (Se bilaga 1.)"),
        (r"{\large\bfseries Protokoll}", "Protokoll"),
        (r"$x \leq 5$", "x ≤5"),
        (r"[x] Eva", "[x] Eva"),
        (r"öppen { och [ klammer", "öppen och [ klammer"),
    ],
)
def test_a_line_is_read_as_it_is_set(text: str, expected: str) -> None:
    assert tex_line(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (r"\beslut{att välja Eva.}", ["Beslut: att välja Eva."]),
        (r"Text. \beslut{att välja Eva.}", ["Text. Beslut: att välja Eva."]),
        (
            "\\begin{beslut}\n\\item att sälja\n\\item att köpa\n\\end{beslut}",
            ["Beslut:", "- att sälja", "- att köpa"],
        ),
        (r"\newcommand{\beslut}[1]{\textbf{#1}}\beslut{Bifall}", ["Bifall"]),
    ],
)
def test_words_of_a_class_for_minutes_are_labels(text: str, expected: list[str]) -> None:
    assert [line.rstrip() for line in lines(text)] == expected


def test_sections_are_numbered_as_they_are_set() -> None:
    text = r"""
\documentclass{protokoll}\usepackage[swedish]{babel}
\begin{document}
\section{Formalia}
\subsection{Val av \emph{justerare}}
Text.
\subsubsection*{Beslut}
\section[Kort]{Ekonomi}
\subsection{Budget}
\end{document}
Efteråt
"""
    found = [(one.numbering, one.text, one.style) for one in read_tex(text.encode()).lines
             if one.text]  # fmt: skip
    assert found == [
        ("1", "Formalia", "Heading 1"), ("1.1", "Val av *justerare*", "Heading 2"),
        ("", "Text.", ""), ("", "Beslut", "Heading 3"), ("2", "Ekonomi", "Heading 1"),
        ("2.1", "Budget", "Heading 2"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (r"\begin{itemize}\item ett \item två\end{itemize}", ["- ett", "- två"]),
        (
            "\\begin{enumerate}\n\\item ett\n\\begin{enumerate}\\item a\\end{enumerate}\n\\item två"
            "\\end{enumerate}",
            ["1. ett", "  1. a", "2. två"],
        ),
        (r"\begin{attsatser}\item budgeten fastställs\end{attsatser}", ["att budgeten fastställs"]),
        (r"\begin{description}\item[Plats] Kansliet\end{description}", ["Plats: Kansliet"]),
        (r"\begin{itemize}\item[a)] ett\end{itemize}", ["a) ett"]),
    ],
)
def test_lists_have_their_marks(text: str, expected: list[str]) -> None:
    assert lines(text) == expected


def test_table_rows_have_cells() -> None:
    text = r"""\begin{tabular}{l|l}
Namn & Roll \\ \hline
\textbf{Eva Ek} & ordf.\
    och kassör \\[2pt]
\multicolumn{2}{c}{Rast} \\
Bo & %
\end{tabular}"""
    assert [one.cells for one in read_tex(text.encode()).lines] == [
        ("Namn", "Roll"), ("Eva Ek", "ordf. och kassör"), ("Rast", ""), ("Bo", ""),
    ]  # fmt: skip


def test_the_title_and_a_document_s_own_macros_are_put_in() -> None:
    text = r"""\newcommand{\organ}{Styrelsen}\newcommand\person[2][ledamot]{#2, #1}
\def\dag{2 mars}
\title{Protokoll}\date{2026-03-02}
\lhead{Föreningen}
\begin{document}\maketitle
\organ{} möttes \dag: \person{Eva}, \person[ordf.]{Bo} \csname @date\endcsname
\end{document}"""
    found = [(one.text, one.style, one.zone) for one in read_tex(text.encode()).lines if one.text]
    assert found == [
        ("Protokoll", "Title", "body"), ("2026-03-02", "", "body"),
        ("Föreningen", "", "header"),
        ("Styrelsen möttes 2 mars: Eva, ledamot, Bo, ordf. 2026-03-02", "", "body"),
    ]  # fmt: skip


def test_arguments_of_an_unknown_macro_stand_side_by_side() -> None:
    assert lines(r"\förtroendevald{Kassör}{Eva Ek}{Ja}") == ["Kassör  Eva Ek  Ja"]


def test_a_file_that_is_fetched_is_told() -> None:
    (doubt,) = read_tex(rb"Text \input{bilaga1.tex}").doubts
    assert "bilaga1.tex" in doubt.message


def test_what_is_literal_is_kept() -> None:
    assert lines("\\begin{verbatim}\na & b\n\\end{verbatim}\nslut") == ["a & b", "slut"]


@pytest.mark.parametrize(
    "text",
    [r"\newcommand{\a}{\a\a}\a slut", "{" * 5000 + "djupt" + "}" * 5000, r"\textbf{" * 3000 + "x"],
)
def test_circles_and_depth_come_to_an_end(text: str) -> None:
    assert len(lines(text)) <= 2


PIECES = (
    *(
        "\\textbf",
        "{",
        "}",
        "[",
        "]",
        "\\item",
        "\\\\",
        "&",
        "\\section",
        "%",
        "\n",
        "\n\n",
        "$",
        "\\",
    ),
    *("\\begin{itemize}", "\\end{itemize}", "\\begin{tabular}{l}", "\\end{tabular}", '\\"'),
)
SOURCES = st.lists(st.sampled_from(PIECES))


@given(before=SOURCES, after=SOURCES)
def test_any_source_is_read(before: list[str], after: list[str]) -> None:
    read_tex(("ord " + "".join(before) + " mitten " + "".join(after)).encode())
