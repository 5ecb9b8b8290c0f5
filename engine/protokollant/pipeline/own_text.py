"""The working folder → the secretary's own text to a year's report, and the year's plan."""

from __future__ import annotations

import re
from pathlib import Path

from protokollant.composers import SECTIONS
from protokollant.model import AnnualEdits
from protokollant.pipeline.output import write_files
from protokollant.records import load_annual_edits

_NAME = re.compile(r"(?:arsberattelse|plan)-\d{4}\.ya?ml")
_HEADINGS = "\n".join(f"#     {title}" for title in SECTIONS)

_BEGUN = f"""\
# Egen text till årsberättelsen. Filen skrivs aldrig över: gör om berättelsen hur ofta du vill
# med «protokollant annual --force», så kommer det som står här med.
# Ta bort tecknet # framför det du vill använda.

# utkast, utskickad eller godkänd. UTKAST står i sidhuvudet så länge det är ett utkast.
läge: utkast

# inledning: |
#   Året präglades av …

# Text under någon av berättelsens rubriker, eller ett eget avsnitt under en egen rubrik.
# Berättelsens rubriker är:
{_HEADINGS}
# avsnitt:
#   - rubrik: Beslut under året
#     text: Besluten rörde främst …
#   - rubrik: Samverkan med andra
#     text: |
#       Gruppen har …

# ekonomi: Gruppen har ingen egen budget.

# Rubriker i anteckningarna som ska skrivas på annat sätt här. Två som får samma blir en fråga.
# rättelser:
#   - från: Enkäten skola
#     till: Enkäten till skolorna

# Årets mål; de kan också stå i en egen fil, plan-ÅÅÅÅ.yaml. Utan resultat hämtas det ur
# anteckningarna, där aktiviteten är en punkts rubrik.
# mål:
#   - mål: Alla skolor har en rutin för egenvård
#     aktivitet: Egenvård
#     resultat: Rutinen är antagen.

# Stegen till godkännande. Skriv datum när steget är taget.
# godkännande:
#   - steg: utsänd för godkännande
#     vem: gruppen
#     datum: 2026-01-15
#   - steg: godkänd
#     vem: ordföranden
#   - steg: för information
#     vem: styrgruppen
"""


def own_text(folder: Path | None, year: int) -> tuple[AnnualEdits, Path | None]:
    """What the folder adds to the year's report, and the file to begin where it has none yet."""
    if folder is None:
        return AnnualEdits(), None
    file, plan = folder / f"arsberattelse-{year}.yaml", folder / f"plan-{year}.yaml"
    edits = load_annual_edits(file) if file.exists() else AnnualEdits(stage="draft")
    if plan.exists() and not edits.goals:
        edits = edits.model_copy(update={"goals": load_annual_edits(plan).goals})
    return edits, None if file.exists() else file


def begin_own_text(file: Path) -> None:
    """Write the file with comments that say what can stand in it; never over another."""
    write_files({file: _BEGUN.encode()})


def is_own_text(file: Path) -> bool:
    """Whether the file holds such text and no meeting."""
    return bool(_NAME.fullmatch(file.name))
