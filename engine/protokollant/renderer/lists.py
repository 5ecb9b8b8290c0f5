"""The numbering part: which instances count, and new instances that start over."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from protokollant.renderer.wordml import VAL, W_NS, Element, w


@dataclass(frozen=True, slots=True)
class Numbering:
    """A template's numbering: instance → abstract list, and what each level of a list prints."""

    abstract_of: Mapping[str, str] = field(default_factory=dict)
    formats: Mapping[tuple[str, int], str] = field(default_factory=dict)

    def counts(self, num_id: str, level: int) -> bool:
        """Whether an instance prints numbers at a level."""
        kind = self.formats.get((self.abstract_of.get(num_id, ""), level), "")
        return kind not in ("", "bullet", "none")

    @property
    def first_free(self) -> int:
        """A number from which on no instance has its id."""
        return max((int(i) for i in self.abstract_of if i.isdigit()), default=0) + 1


def read_numbering(root: Element | None) -> Numbering:
    """The numbering of a numbering part."""
    if root is None:
        return Numbering()
    abstracts = {}
    for num in root.iterchildren(w("num")):
        reference = num.find(w("abstractNumId"))
        if reference is not None:
            abstracts[num.get(w("numId"), "")] = reference.get(VAL, "")
    formats = {}
    for abstract in root.iterchildren(w("abstractNum")):
        for level in abstract.iterchildren(w("lvl")):
            kind = level.find(w("numFmt"))
            key = (abstract.get(w("abstractNumId"), ""), int(level.get(w("ilvl"), "0")))
            formats[key] = "decimal" if kind is None else kind.get(VAL, "")
    return Numbering(abstracts, formats)


def _own_list(kind: str) -> str:
    signs = ("•", "–") if kind == "bullet" else ("%{}.", "%{}.")
    formats = ("bullet", "bullet") if kind == "bullet" else ("decimal", "lowerLetter")
    levels = "".join(
        f'<w:lvl w:ilvl="{n}"><w:start w:val="1"/><w:numFmt w:val="{formats[n % 2]}"/>'
        f'<w:lvlText w:val="{signs[n % 2].format(n + 1)}"/><w:lvlJc w:val="left"/>'
        f'<w:pPr><w:ind w:left="{360 * (n + 1)}" w:hanging="360"/></w:pPr></w:lvl>'
        for n in range(9)
    )
    return (
        f'<w:abstractNum xmlns:w="{W_NS}" w:abstractNumId="0">'
        f'<w:multiLevelType w:val="hybridMultilevel"/>{levels}</w:abstractNum>'
    )


OWN_LISTS: Mapping[str, str] = {kind: _own_list(kind) for kind in ("bullet", "decimal")}
"""Lists for templates whose styles have none; real Unicode signs, which PDF/A can map."""
