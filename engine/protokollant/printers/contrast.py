"""Colours of a Word document → its texts that are too pale for their background (WCAG 1.4.3)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from protokollant.printers.word_parts import W

_VAL, _FILL = f"{W}val", f"{W}fill"
_COLOUR = re.compile(r"[0-9A-Fa-f]{6}")

_AUTOMATIC = "auto"
"""Black or white, whichever is seen on the background."""

_ENOUGH, _ENOUGH_LARGE = 4.5, 3.0
_LARGE, _LARGE_BOLD = 36, 28
"""Half points: 18 points, or 14 in bold, is large text."""


@dataclass(frozen=True, slots=True)
class Pale:
    """The first text with a pair of colours that lie too near each other."""

    text: str
    colour: str
    ground: str
    ratio: float
    needed: float


@dataclass(frozen=True, slots=True)
class _Look:
    """How a text looks; None where nothing is said."""

    colour: str | None = None
    ground: str | None = None
    size: int | None = None
    bold: bool | None = None

    def under(self, upper: _Look) -> _Look:
        """This look where `upper` says nothing."""
        pairs = {name: getattr(upper, name) for name in self.__slots__}
        return replace(self, **{name: value for name, value in pairs.items() if value is not None})


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two colours in hexadecimal, 1 to 21."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def pale(body: Any, styles: Any) -> Iterator[Pale]:
    """Each pair of colours with too little contrast, with the first text that has it."""
    looks = _Styles.read(styles)
    seen: set[tuple[str, str]] = set()
    for run in body.iter(f"{W}r"):
        text = "".join(t.text or "" for t in run.iter(f"{W}t")).strip()
        look = looks.of(run) if text else None
        if look is None or look.colour in (None, _AUTOMATIC):
            continue
        colour, ground = look.colour or "", look.ground or "FFFFFF"
        is_large = (look.size or 0) >= (_LARGE_BOLD if look.bold else _LARGE)
        needed = _ENOUGH_LARGE if is_large else _ENOUGH
        ratio = contrast(colour, ground)
        if ratio < needed and (colour, ground) not in seen:
            seen.add((colour, ground))
            yield Pale(text, colour, ground, ratio, needed)


@dataclass(frozen=True, slots=True)
class _Styles:
    looks: Mapping[str, _Look]
    default: _Look
    shading: frozenset[str]
    """Table styles that colour some of their cells; which ones depends on the table."""

    @classmethod
    def read(cls, root: Any) -> _Styles:
        by_id = {s.get(f"{W}styleId", ""): s for s in root.iterfind(f"{W}style")}
        looks = {name: _of_style(name, by_id) for name in by_id}
        default = next(
            (
                looks[name]
                for name, style in by_id.items()
                if style.get(f"{W}type") == "paragraph"
                and style.get(f"{W}default") in ("1", "true")
            ),
            _Look(),
        )
        shading = frozenset(
            name for name, style in by_id.items() if any(map(_fill, style.iter(f"{W}shd")))
        )
        given = _look(root.find(f"{W}docDefaults/{W}rPrDefault"))
        return cls(looks, given.under(default), shading)

    def of(self, run: Any) -> _Look | None:
        """The look of a run; None when its background can't be known."""
        paragraph = next(run.iterancestors(f"{W}p"), None)
        look = self.default
        if paragraph is not None:
            look = look.under(self._named(paragraph, "pPr", "pStyle"))
            look = look.under(_Look(ground=_shade(paragraph.find(f"{W}pPr"))))
        look = look.under(self._named(run, "rPr", "rStyle")).under(_look(run))
        return look if look.ground else self._on_table(look, run)

    def _named(self, element: Any, properties: str, kind: str) -> _Look:
        style = element.find(f"{W}{properties}/{W}{kind}")
        return self.looks.get(style.get(_VAL, ""), _Look()) if style is not None else _Look()

    def _on_table(self, look: _Look, run: Any) -> _Look | None:
        for cell in run.iterancestors(f"{W}tc"):
            if ground := _shade(cell.find(f"{W}tcPr")):
                return replace(look, ground=ground)
        for table in run.iterancestors(f"{W}tbl"):
            style = table.find(f"{W}tblPr/{W}tblStyle")
            if style is not None and style.get(_VAL) in self.shading:
                return None
        return look


def _of_style(name: str, by_id: Mapping[str, Any]) -> _Look:
    """A style's look with what it is based on."""
    chain: list[Any] = []
    while name in by_id and by_id[name] not in chain:
        chain.append(by_id[name])
        above = by_id[name].find(f"{W}basedOn")
        name = above.get(_VAL, "") if above is not None else ""
    look = _Look()
    for style in reversed(chain):
        look = look.under(_Look(ground=_shade(style.find(f"{W}pPr")))).under(_look(style))
    return look


def _look(holder: Any) -> _Look:
    """What the run properties in an element say."""
    properties = holder.find(f"{W}rPr") if holder is not None else None
    if properties is None:
        return _Look()
    colour = properties.find(f"{W}color")
    size = properties.find(f"{W}sz")
    bold = properties.find(f"{W}b")
    named = colour.get(_VAL, "") if colour is not None else ""
    points = size.get(_VAL, "") if size is not None else ""
    return _Look(
        colour=named.upper() if _COLOUR.fullmatch(named) else (_AUTOMATIC if named else None),
        ground=_shade(properties),
        size=int(points) if points.isdigit() else None,
        bold=None if bold is None else bold.get(_VAL) not in ("0", "false"),
    )


def _shade(properties: Any) -> str | None:
    shading = properties.find(f"{W}shd") if properties is not None else None
    return _fill(shading) if shading is not None else None


def _fill(shading: Any) -> str | None:
    fill = shading.get(_FILL, "")
    return fill.upper() if _COLOUR.fullmatch(fill) else None


def _luminance(colour: str) -> float:
    """Relative luminance as WCAG 2.1 defines it."""
    parts = (int(colour[place : place + 2], 16) / 255 for place in (0, 2, 4))
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
