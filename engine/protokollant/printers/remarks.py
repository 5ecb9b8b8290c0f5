"""What stands between a PDF and a standard → sentences that say how to mend the document."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from protokollant.printers.attachments import Opened
from protokollant.printers.verify import Failure, broken
from protokollant.printers.xmp import Claims

REASONS = {
    "HEADING-NESTING": "en rubriknivå är överhoppad; använd Rubrik 1, 2 och 3 i följd",
    "HEADING-STRUCTURE": "rubrikerna blandar nivåer på ett sätt som inte går att följa",
    "NOTDEF-GLYPH": "ett tecken (till exempel en emoji) finns inte i typsnittet; byt ut tecknet",
    "FIGURE-ALTERNATIVE-TEXT": "en bild saknar alternativtext; högerklicka på den i Word och "
    "välj Visa alternativtext",
    "FORMULA-ALTERNATIVE-TEXT": "en formel saknar alternativtext",
    "TABLE-HEADERS": "en tabell saknar rubrikrad; markera första raden och välj "
    "Upprepa rubrikrader",
    "TABLE-CELL-INTERSECTION": "en tabell har sammanslagna celler; dela upp dem",
    "TABLE-COLUMN-ROWSPAN": "en tabell har sammanslagna celler; dela upp dem",
    "TABLE-ROW-COLUMNSPAN": "en tabell har sammanslagna celler; dela upp dem",
    "METADATA-TITLE": "dokumentet saknar titel; skriv en under Arkiv, Info, Egenskaper",
    "LINK-LINK-TAG": "en länk hör inte ihop med någon text; skriv om länken i Word",
    "UNICODE-PUA-ACTUALTEXT": "en punkt eller symbol i typsnittet Symbol eller Wingdings saknar "
    "betydelse; använd en vanlig punkt (•)",
    "UNICODE-MAPPING": "ett typsnitt säger inte vilka tecken det visar; texten går då inte att "
    "kopiera eller läsa upp säkert",
    "FONT-UNICODE-MAPPING": "ett typsnitt säger inte vilka tecken det visar; texten går då inte "
    "att kopiera eller läsa upp säkert",
    "CONTENT-TAGGING": "något på sidan har ingen märkning, ofta en figur eller textruta",
    "FONT-EMBEDDING": "ett typsnitt får inte bäddas in; byt typsnitt",
    "UNCHECKED": "filen är för stor eller för ovanlig för att kontrolleras",
    "TAGGED-DOCUMENT": "PDF-motorn märkte inte upp innehållet",
}
"""By the name of the rule that failed, or the start of it: the cause, and what to do."""


def shortfalls(wanted: str, claims: Claims, failures: Sequence[Failure]) -> tuple[str, ...]:
    """A sentence for each standard that the file does not reach; `wanted` is the PDF/A level."""
    remarks = []
    archive = [failure for failure in failures if failure.standard != "ua"]
    accessible = [failure for failure in failures if failure.standard == "ua"]
    if claims.archive != wanted:
        instead = f"PDF/A-{claims.archive}" if claims.archive else "en vanlig PDF"
        lead = f"PDF/A-{wanted} gick inte att nå, det blev {instead}"
        remarks.append(f"{lead}: {_reasons(archive)}.")
    if not claims.accessible:
        remarks.append(f"PDF:en är inte fullt tillgänglig (PDF/UA-1): {_reasons(accessible)}.")
    return tuple(remarks)


def blamed(attachments: Sequence[Opened], failures: Sequence[Failure]) -> tuple[str, ...]:
    """A sentence about each attached PDF that itself breaks a rule that stands in the way."""
    rules = {(failure.standard, failure.rule) for failure in failures}
    standards = sorted({failure.standard for failure in failures})
    remarks = []
    for one in attachments:
        if one.was_pdf and any(
            (failure.standard, failure.rule) in rules
            for standard in standards
            for failure in broken(one.attachment.content, standard)
        ):
            remarks.append(
                f"Det beror på {one.label.lower()} ({one.attachment.name}): be den som gjort den "
                "om en tillgänglig PDF, eller välj --attach-as embed."
            )
    return tuple(remarks)


def _reasons(failures: Iterable[Failure]) -> str:
    """Each cause once, with the names of the rules it breaks."""
    rules: dict[str, list[str]] = {}
    for failure in failures:
        # "PDFUA1-HEADING-NESTING-001" is the rule HEADING-NESTING of PDF/UA-1.
        name = failure.rule.partition("-")[2].rpartition("-")[0] or failure.rule
        known = (text for start, text in REASONS.items() if name.startswith(start))
        names = rules.setdefault(next(known, failure.message), [])
        if name not in names:
            names.append(name)
    return "; ".join(f"{cause} [{', '.join(names)}]" for cause, names in rules.items())
