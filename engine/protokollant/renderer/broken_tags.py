"""A tag that never ends → what is wrong, and how to mend it.

Word splits a paragraph where somebody pressed Enter, cells hold paragraphs of their own, and text
deleted with changes tracked is still in the file: each takes the end of a tag away in its own way.
"""

from __future__ import annotations

import re

from protokollant.renderer.wordml import Element, P, T, ancestor, own, w

_CLOSERS = {"{{": "}}", "{%": "%}", "{#": "#}"}
_SHOWN = 40
_HALF = re.compile(r"(?P<inner>[^{}\n]*?)\s*(?:[}%#]|%\s+\}|\}\s+\})(?![}%#])")
"""What follows an opening when only one of the closing signs is there, or a space parts them."""


def told_of_broken(rest: str, piece: Element) -> tuple[str, str]:
    """Message and remedy for the text from an opening on; `piece` is a piece of its paragraph."""
    opening, closer = rest[:2], _CLOSERS[rest[:2]]
    other = re.compile(r"\{[{%#]").search(rest, 2)
    shown = rest[: min(other.start() if other else len(rest), _SHOWN)].strip()
    return f"taggen «{shown}» slutar aldrig.", _remedy(opening, closer, rest, piece)


def _remedy(opening: str, closer: str, rest: str, piece: Element) -> str:
    half = _HALF.match(rest, 2)
    if half and half["inner"].strip():
        return f"Avsluta den med två tecken: «{opening}{half['inner']} {closer}»."
    paragraph = ancestor(piece, P)
    if paragraph is not None and closer[-1] in _deleted(paragraph):
        return (
            "En del av taggen är borttagen med spårade ändringar. Godta eller avvisa "
            "ändringarna i Word, och skriv taggen hel."
        )
    following = None if paragraph is None else _following(paragraph)
    if following is not None and _goes_on(following, closer):
        kind = "en annan tabellcell" if _other_cell(paragraph, following) else "nästa stycke"
        return f"Taggen fortsätter i {kind}. Skriv hela taggen i ett och samma stycke."
    return f"Avsluta den med «{closer}» i samma stycke."


def _deleted(paragraph: Element) -> str:
    return "".join(text.text or "" for text in paragraph.iter(w("delText")))


def _following(paragraph: Element) -> Element | None:
    inside = set(paragraph.iter(P))
    body = paragraph.getroottree().getroot().iter(P)
    for candidate in body:
        if candidate is paragraph:
            break
    return next((other for other in body if other not in inside), None)


def _goes_on(paragraph: Element, closer: str) -> bool:
    """Whether a tag ends in the paragraph that did not begin there."""
    text = "".join(piece.text or "" for piece in own(paragraph, T))
    end = text.find(closer)
    return end >= 0 and "{" not in text[:end]


def _other_cell(paragraph: Element | None, following: Element) -> bool:
    return paragraph is not None and ancestor(paragraph, w("tc")) is not ancestor(
        following, w("tc")
    )
