"""Replacements asked for by picture name, by content or by member name → changed members."""

from __future__ import annotations

import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from protokollant.renderer.archive import Member
from protokollant.renderer.package import Package
from protokollant.renderer.wordml import R_NS, Element

_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_PIC = "{http://schemas.openxmlformats.org/drawingml/2006/picture}"


@dataclass(slots=True)
class Replacements:
    """New contents, by what they replace."""

    pictures: dict[str, bytes] = field(default_factory=dict)
    media: dict[int, bytes] = field(default_factory=dict)
    embedded: dict[int, bytes] = field(default_factory=dict)
    members: dict[str, bytes] = field(default_factory=dict)

    def any(self) -> bool:
        """Whether anything is to be replaced."""
        return any((self.pictures, self.media, self.embedded, self.members))

    def carried_out(self, package: Package) -> list[Member]:
        """The package's members with everything replaced; media and objects by their checksum."""
        new: dict[str, bytes] = {}
        for name, member in package.members.items():
            by_sum = self.media if name.startswith("word/media/") else {}
            by_sum = self.embedded if name.startswith("word/embeddings/") else by_sum
            if member.crc in by_sum:
                new[name] = by_sum[member.crc]
        new |= {name: data for name, data in self.members.items() if name in package.members}
        return _with(package, new)

    def with_pictures(self, package: Package, *, may_miss: bool) -> Package:
        """The package with pictures replaced by their name, title or description in Word."""
        new: dict[str, bytes] = {}
        missing = set(self.pictures)
        for names, target in pictures_of(package):
            wanted = next((name for name in names if name in self.pictures), None)
            if wanted is not None:
                new[target] = self.pictures[wanted]
                missing.discard(wanted)
        if missing and not may_miss:
            raise ValueError(f"Picture {min(missing)} not found in the docx template")
        return replace(package, members={m.name: m for m in _with(package, new)})


def pictures_of(package: Package) -> Iterator[tuple[tuple[str, ...], str]]:
    """Each picture of the body, headers and footers: what it is called, and its member."""
    relations = package.relations(package.document)
    parts = [package.document]
    parts += [target for kind, target in relations.values() if kind in ("header", "footer")]
    for part in parts:
        targets = package.relations(part)
        for picture in package.xml(part).iter(f"{_PIC}pic"):
            shown: Element | None = picture.find(f"{_PIC}blipFill/{_A}blip")
            named = picture.find(f"{_PIC}nvPicPr/{_PIC}cNvPr")
            if shown is None or named is None:
                continue
            target = targets.get(shown.get(f"{{{R_NS}}}embed", ""), ("", ""))[1]
            if target in package.members:
                yield tuple(named.get(key, "") for key in ("name", "title", "descr")), target


def checksum(content: bytes) -> int:
    """What docxtpl knows a replaced file by."""
    return zlib.crc32(content)


def _with(package: Package, new: Mapping[str, bytes]) -> list[Member]:
    return [
        Member.of(name, new[name]) if name in new else member
        for name, member in package.members.items()
    ]
