"""TeX's control words → what they do with their arguments, as a table."""

from __future__ import annotations

import re

# Sections from the outermost; what TeX numbers unless a star says otherwise.
SECTIONS = (
    "part",
    "chapter",
    "section",
    "subsection",
    "subsubsection",
    "paragraph",
    "subparagraph",
)

# Words around their argument: the mark of Markdown on both sides.
EMPHASIS = {"textbf": "**", "emph": "*", "textit": "*", "textsl": "*"}

# Words that say nothing, with how many arguments they take along.
SILENT = {
    "documentclass": 1, "usepackage": 1, "RequirePackage": 1, "KOMAoptions": 1, "vspace": 1,
    "hspace": 1, "setlength": 2, "addtolength": 2, "label": 1, "ref": 1, "pageref": 1,
    "pagestyle": 1, "thispagestyle": 1, "pagenumbering": 1, "includegraphics": 1, "rule": 2,
    "fontsize": 2, "color": 1, "definecolor": 3, "geometry": 1, "hypersetup": 1, "setcounter": 2,
    "addtocounter": 2, "graphicspath": 1, "selectlanguage": 1, "setmainfont": 1, "setsansfont": 1,
    "bibliography": 1, "bibliographystyle": 1, "addcontentsline": 3, "setlist": 1, "cline": 1,
    "cmidrule": 1, "linespread": 1, "titleformat": 5, "titlespacing": 4, "enlargethispage": 1,
    "renewcommand": 2, "pdfbookmark": 2, "phantom": 1, "vphantom": 1, "theoremstyle": 1,
}  # fmt: skip

# Environments, with how many arguments of theirs say nothing.
ENVIRONMENTS = {
    "tabular": 1, "tabular*": 2, "tabularx": 2, "tabulary": 2, "longtable": 1, "array": 1,
    "tabu": 1, "minipage": 1, "multicols": 1, "wrapfigure": 2, "adjustwidth": 2, "spacing": 1,
}  # fmt: skip
TABLES = frozenset({"tabular", "tabular*", "tabularx", "tabulary", "longtable", "array", "tabu"})
LITERAL = frozenset({"verbatim", "lstlisting", "alltt"})

# Running heads and feet of a page, told once in the source.
PAGE_HEADS = frozenset(
    {
        "lhead", "chead", "rhead", "lfoot", "cfoot", "rfoot", "ihead", "ohead", "ifoot", "ofoot",
        "fancyhead", "fancyfoot", "markboth", "markright",
    }
)  # fmt: skip
FIELDS = frozenset({"title", "subtitle", "date", "author"})
FETCHES = frozenset({"input", "include", "subfile", "import"})
DEFINES = frozenset({"newcommand", "renewcommand", "providecommand", "newcommand*",
                     "renewcommand*", "providecommand*", "DeclareRobustCommand"})  # fmt: skip

# Words of a class for minutes, which no reader has seen: their names say what they hold.
LABELS = {
    "beslut": "Beslut", "beslutar": "Beslut", "decision": "Beslut", "yrkande": "Yrkande",
    "forslag": "Förslag", "förslag": "Förslag", "atgard": "Åtgärd", "åtgärd": "Åtgärd",
    "reservation": "Reservation", "narvarande": "Närvarande", "närvarande": "Närvarande",
    "franvarande": "Frånvarande", "frånvarande": "Frånvarande", "ordforande": "Ordförande",
    "ordförande": "Ordförande", "sekreterare": "Sekreterare", "justerare": "Justerare",
}  # fmt: skip

_ATT = re.compile(r"att", re.IGNORECASE)


def item_mark(environment: str) -> str:
    """What stands before an item of a list: "att" in the lists of clauses that minutes have."""
    if environment == "description":
        return ""
    return "att " if _ATT.match(environment) else "- "
