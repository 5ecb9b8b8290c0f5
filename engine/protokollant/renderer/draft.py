"""What the compile steps pass along: one part's tree, the tags found in it, the faults so far."""

from __future__ import annotations

from dataclasses import dataclass, field

from protokollant.errors import Fault, Place
from protokollant.renderer.styles import Styles
from protokollant.renderer.tags import Tag
from protokollant.renderer.wordml import CODE, Element


@dataclass(frozen=True, slots=True)
class PlacedTag:
    """A tag and where it stands, in words."""

    tag: Tag
    where: str


@dataclass(slots=True)
class Draft:
    """One part while it is being compiled; the steps change `root` in turn."""

    file: str
    part: str
    label: str
    root: Element
    styles: Styles
    tags: list[PlacedTag] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)
    homes: dict[str, tuple[Element | None, Element | None]] = field(default_factory=dict)
    """Paragraph and run properties of where a lifted value stood, by the tag's number."""

    def fault(self, message: str, where: str, remedy: str = "") -> None:
        """Note something that is wrong, and go on."""
        self.faults.append(Fault(message, self.place(where), remedy))

    def place(self, where: str = "") -> Place:
        """A place in this part."""
        return Place(self.file, where=", ".join(filter(None, (self.label, where))))

    def code(self, tag: Tag, where: str) -> Element:
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
