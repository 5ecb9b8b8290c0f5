"""A template's text → what looks like a tag but is none, and tags that tracked changes cut up.

All of it can be filled, so nothing here stops a template; it is told by `check`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import zip_longest

from protokollant.renderer.crossings import crossings
from protokollant.renderer.draft import Draft, Flaw
from protokollant.renderer.meant import STATEMENTS, every_name
from protokollant.renderer.places import Places
from protokollant.renderer.runs import pieces_of, text_of
from protokollant.renderer.tags import Found, find_tags
from protokollant.renderer.wordml import Element, P, own, w

_NAME = r"[^\W\d_][\w.]*"
_STRAYS = (
    re.compile(rf"\$?(?<!\{{)\{{\s*(?P<name>{_NAME})[^{{}}]*\}}(?!\}})"),
    re.compile(rf"(?<!\{{)\{{\s*(?P<name>{_NAME})[^{{}}]*\}}\}}"),
    re.compile(rf"\[\[?\s*(?P<name>{_NAME})\s*\]\]?"),
    re.compile(rf"<<\s*(?P<name>{_NAME})\s*>>|«\s*(?P<field>{_NAME})\s*»"),
    re.compile(r"\{\s+%.*?%\s*\}|\{%.*?%\s+\}"),
    re.compile(r"\}\}|(?<!\d)%\}"),
)
"""What is written for a tag by mistake, or in other programs; a name makes it certain enough."""
_CLOSERS = ("}}", "%}")
_MERGE = re.compile(r"\s*MERGEFIELD\s+\"?(?P<name>\w+)")
_TRACKED = (w("ins"), w("moveTo"))


def doubts_of(drafts: Iterable[Draft]) -> Iterator[Flaw]:
    """The doubts about parts that nothing has been done to yet."""
    anything = False
    first: Draft | None = None
    for draft in drafts:
        first = first or draft
        places = Places(draft.root, draft.styles)
        doubts = [*_of_part(draft, places), *crossings(draft, places)]
        anything = anything or bool(doubts) or _has_tags(draft.root)
        yield from doubts
    if first is not None and not anything:
        spot = replace(Places(first.root, first.styles).of(first.root), words="")
        remedy = "Skriv fält inom dubbla klamrar, till exempel «{{ datum }}»."
        yield first.flaw("mallen har inga taggar, så alla dokument blir lika.", spot, remedy)


def _of_part(draft: Draft, places: Places) -> Iterator[Flaw]:
    never_ended = 0
    for paragraph in draft.root.iter(P):
        pieces = pieces_of(paragraph)
        text = "".join(map(text_of, pieces))
        found, unclosed = find_tags(text)
        never_ended += len(unclosed)
        for start, end, message, remedy in (
            *_strays(text, found),
            *_tracked(pieces, found),
            *_merge_fields(paragraph),
        ):
            if never_ended and text[start:end] in _CLOSERS:
                never_ended -= 1
                continue
            spot = replace(places.of(paragraph), start=start, end=end)
            yield draft.flaw(message, spot, remedy)


def _has_tags(root: Element) -> bool:
    """Whether there is a tag in the part, or the beginning of one."""
    paragraphs = ("".join(map(text_of, pieces_of(node))) for node in root.iter(P))
    return any(any(find_tags(text)) for text in (*paragraphs, *_hidden(root)))


def _hidden(root: Element) -> Iterator[str]:
    """Text outside paragraphs: attributes, field instructions, properties."""
    for node in root.iter():
        if isinstance(node.tag, str):
            yield from (str(value) for value in node.attrib.values() if "{" in value)
            if node.tag != w("t") and node.text and "{" in node.text:
                yield node.text


def _strays(text: str, found: Iterable[Found]) -> Iterator[tuple[int, int, str, str]]:
    """Text outside the tags that looks as if it were meant to be one."""
    tags = list(found)
    for tag, following in zip_longest(tags, tags[1:]):
        end = following.start if following and tag.tag.word == "raw" else tag.end
        text = text[: tag.start] + "\0" * (end - tag.start) + text[end:]
    for opening in find_tags(text)[1]:
        text = text[:opening] + "\0" * (len(text) - opening)
    for pattern in _STRAYS:
        for stray in pattern.finditer(text):
            told = _told(stray)
            if told is not None:
                yield stray.start(), stray.end(), *told
                text = text[: stray.start()] + "\0" * len(stray.group()) + text[stray.end() :]


def _told(stray: re.Match[str]) -> tuple[str, str] | None:
    groups = stray.groupdict()
    name = next(filter(None, groups.values()), "")
    if groups and re.split(r"\.", name)[0] not in every_name() and name not in STATEMENTS:
        return None
    raw = stray.group().strip()
    if not groups and raw in _CLOSERS:
        opening = "{{" if raw == "}}" else "{%"
        return f"«{raw}» stänger ingen tagg.", f"Skriv «{opening}» där taggen börjar."
    inner = raw.strip("${}[]<>«»% ").strip()
    opening, closing = ("{%", "%}") if "%" in raw or name in STATEMENTS else ("{{", "}}")
    return f"«{raw}» är ingen tagg och skrivs ut som den står.", (
        f"Skriv «{opening} {inner} {closing}» om det är ett fält."
    )


def _tracked(
    pieces: Iterable[Element], found: Iterable[Found]
) -> Iterator[tuple[int, int, str, str]]:
    """Tags of which only a part is inserted with changes tracked."""
    found = list(found)
    inside: dict[int, set[Element | None]] = {}
    offset = 0
    for piece in pieces if found else ():
        end = offset + len(text_of(piece))
        change = next(piece.iterancestors(*_TRACKED), None)
        for index, tag in enumerate(found):
            if tag.start < end and tag.end > offset:
                inside.setdefault(index, set()).add(change)
        offset = end
    for index, changes in inside.items():
        if len(changes) > 1:
            tag = found[index]
            yield (
                tag.start,
                tag.end,
                f"«{tag.tag.raw}» är delvis en spårad ändring.",
                "Godta eller avvisa ändringarna i Word innan mallen används.",
            )


def _merge_fields(paragraph: Element) -> Iterator[tuple[int, int, str, str]]:
    instructions = "".join(node.text or "" for node in own(paragraph, w("instrText")))
    simple = [str(node.get(w("instr"), "")) for node in paragraph.iter(w("fldSimple"))]
    for text in (instructions, *simple):
        if found := _MERGE.match(text):
            yield (
                0,
                0,
                f"kopplingsfältet «{found['name']}» fylls inte i.",
                f"Skriv «{{{{ {found['name']} }}}}» i stället.",
            )
