"""Tags that show a picture from the template's folder: `{{ bild("logga.png", "Logotyp") }}`.

The files are read when the template is opened: while a document is filled, nothing is read.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from protokollant.errors import TemplateError
from protokollant.renderer.draft import Draft, Flaw, PlacedTag
from protokollant.renderer.filling import current
from protokollant.renderer.folder import FolderError, Within
from protokollant.renderer.pictures import Picture, picture, pixels
from protokollant.renderer.values import UnfitValueError

NAMES = ("bild", "picture")
_ANY = re.compile(r"(?<![\w.])(?:bild|picture)\s*\(")
_NAMED = re.compile(r"(?<![\w.])(?:bild|picture)\s*\(\s*(?:\"(?P<a>[^\"]*)\"|'(?P<b>[^']*)')\s*,")
_SOUND = "Använd en hel bildfil av typen PNG eller JPEG."
UNTOLD = FolderError(
    "bildens fil och text ska stå inom citattecken.",
    'Skriv till exempel «{{ bild("logga.png", "Logotyp", bredd=40) }}».',
)
"""What is wrong with a tag that does not say which file it means, or what the picture shows."""


def read_pictures(draft: Draft, within: Within, found: dict[str, bytes]) -> Iterator[Flaw]:
    """Read the files that a part's tags show into `found`; gives what is wrong with those tags."""
    for name, placed in _asked(draft.tags):
        told = UNTOLD
        try:
            if name:
                content = within.picture(name).read_bytes()
                pixels(content)
                found[name] = content
                continue
        except FolderError as error:
            told = error
        except (TemplateError, OSError):
            told = FolderError(f"bilden «{name}» kan inte läsas.", _SOUND)
        message = f"«{placed.tag.raw}»: {told.message}"
        yield draft.flaw(message, placed.where, told.remedy)


def _asked(tags: Iterable[PlacedTag]) -> Iterator[tuple[str, PlacedTag]]:
    """The files that tags show; "" for a tag that does not say which."""
    for placed in tags:
        source = placed.tag.source
        if placed.tag.kind == "remark" or not _ANY.search(source):
            continue
        names = [found["a"] or found["b"] or "" for found in _NAMED.finditer(source)]
        if len(names) < len(_ANY.findall(source)):
            yield "", placed
        yield from ((name, placed) for name in names)


def own_picture(
    file: str,
    text: str,
    bredd: float | None = None,
    höjd: float | None = None,
    *,
    width: float | None = None,
    height: float | None = None,
) -> Picture:
    """A picture from the template's folder with its alternative text; sizes in millimetres."""
    content = current().files.get(str(file))
    if content is None:
        raise UnfitValueError("visar en bild som inte finns i mallen.", UNTOLD.remedy)
    across, down = width or bredd, height or höjd
    return picture(content, str(text), width=across, height=down)
