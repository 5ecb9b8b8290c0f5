"""An explanation → the terminal, in colour where somebody watches and has not asked to be spared.

Colours are those of the terminal's own palette, so that they suit a light and a dark window.
"""

from __future__ import annotations

import os
import shutil
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from protokollant.pipeline.explain import Explanation

_TONES = {
    "sure": "green",
    "likely": "yellow",
    "guessed": "magenta",
    "removed": "bright_black",
    "unplaced": "bold white on red",
    "doubt": "bold yellow",
    "page": "bold cyan",
    "faint": "bright_black",
}
_PIPED = 100
"""How wide the page is where no window says."""


def show(explanation: Explanation) -> None:
    """Print the document with its margin."""
    from protokollant.pipeline.explain_page import as_text, page

    width = shutil.get_terminal_size((_PIPED, 24)).columns
    if not _in_colour():
        sys.stdout.write(as_text(explanation, width))
        return
    from rich.console import Console
    from rich.text import Text

    console = Console(highlight=False, soft_wrap=True, force_terminal=True)
    for row in page(explanation, width):
        parts = ((span.text, _TONES.get(span.tone, "")) for span in row)
        console.print(Text.assemble(*parts))


def _in_colour() -> bool:
    """Whether stdout is a terminal that shows colours, and NO_COLOR is not set."""
    if os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb":
        return False
    return sys.stdout.isatty() or bool(os.environ.get("FORCE_COLOR"))
