"""What the compile steps pass along: one part's tree, the tags found in it, the faults so far."""

from __future__ import annotations

from dataclasses import dataclass, field

from protokollant.errors import Fault, Place
from protokollant.renderer.styles import Styles
from protokollant.renderer.tags import SIGNS, Signs, Tag
from protokollant.renderer.wordml import CODE, Element


@dataclass(frozen=True, slots=True)
class Spot:
    """Where in a part something stands: in words, and exactly.

    `paragraph` is the number of its w:p in the part, -1 for none; `start` and `end` are places in
    that paragraph's own text.
    """

    words: str = ""
    paragraph: int = -1
    start: int = 0
    end: int = 0


@dataclass(frozen=True, slots=True)
class Flaw:
    """A fault, and the spot it is at in a part."""

    fault: Fault
    part: str
    spot: Spot


@dataclass(frozen=True, slots=True)
class PlacedTag:
    """A tag and where it stands."""

    tag: Tag
    where: Spot


@dataclass(slots=True)
class Draft:
    """One part while it is being compiled; the steps change `root` in turn."""

    file: str
    part: str
    label: str
    root: Element
    styles: Styles
    signs: Signs = SIGNS
    tags: list[PlacedTag] = field(default_factory=list)
    flaws: list[Flaw] = field(default_factory=list)
    broken: list[str] = field(default_factory=list)
    """What tags that never end begin with: "if", "for" …; their ends are no faults of their own."""
    homes: dict[str, tuple[Element | None, Element | None]] = field(default_factory=dict)
    """Paragraph and run properties of where a lifted value stood, by the tag's number."""

    def fault(self, message: str, where: Spot, remedy: str = "") -> None:
        """Note something that is wrong, and go on."""
        self.flaws.append(self.flaw(message, where, remedy))

    def flaw(self, message: str, where: Spot, remedy: str = "") -> Flaw:
        """Something that is wrong, at a spot of this part."""
        return Flaw(Fault(message, self.place(where), remedy), self.part, where)

    def place(self, where: Spot) -> Place:
        """A spot of this part in words."""
        return Place(self.file, where=", ".join(filter(None, (self.label, where.words))))

    def code(self, tag: Tag, where: Spot) -> Element:
        """The element that stands for a tag from here on."""
        self.tags.append(PlacedTag(tag, where))
        return self.tree_code(tag.kind, tag.source, len(self.tags) - 1, tag.level)

    def tree_code(self, kind: str, source: str, index: int = -1, level: str = "") -> Element:
        """An element that stands for Jinja source; `index` is the tag it comes from."""
        element: Element = self.root.makeelement(CODE)
        element.set("kind", kind)
        element.set("tag", str(index))
        element.set("level", level)
        element.text = source
        return element

    def tag_of(self, code: Element) -> PlacedTag:
        """The tag that an element of `code` stands for."""
        return self.tags[int(code.get("tag", "-1"))]
