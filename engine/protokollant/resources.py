"""Where the files that come with the program lie: templates, seeds and samples."""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).parent


def resource(*parts: str) -> Path:
    """Path of a shipped file or folder, as in `resource("templates", "protokoll.docx")`.

    An installed package carries them in `data/`; a checkout has them at its top.
    """
    installed = _PACKAGE / "data"
    root = installed if installed.is_dir() else _PACKAGE.parents[1]
    return root.joinpath(*parts)
