"""What a template's parts are filled within: its package, styles, lists, and ids in use."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from protokollant.renderer.additions import additions
from protokollant.renderer.archive import Member, write_zip
from protokollant.renderer.deflate import Deflate
from protokollant.renderer.dialect import OURS, Dialect
from protokollant.renderer.filling import RELATION_ID, Filling
from protokollant.renderer.lists import Numbering, read_numbering
from protokollant.renderer.package import Package
from protokollant.renderer.styles import Styles, read_styles

_NOTE_ID = re.compile(rb"<w:(?:foot|end)note\b[^>]*\bw:id=\"(\d{1,9})\"")
_RELATION_ID = re.compile(rb"\"%s(\d{1,9})\"" % RELATION_ID.encode())
_PICTURE_ID = re.compile(rb"<wp:docPr\b[^>]*\bid=\"(\d{1,9})\"")


@dataclass(frozen=True, slots=True)
class Frame:
    """An opened template apart from its tags."""

    package: Package
    styles: Styles
    numbering: Numbering

    @classmethod
    def of(cls, package: Package) -> Frame:
        """Read the parts that the others refer to."""
        styles, numbering = map(package.related, ("styles", "numbering"))
        return cls(
            package,
            read_styles(package.xml(styles) if styles else None),
            read_numbering(package.xml(numbering) if numbering else None),
        )

    def ids(self, parts: Iterable[str]) -> Ids:
        """The highest numbers in use, of pictures in the parts that are filled and of the rest."""
        notes = filter(None, map(self.package.related, ("footnotes", "endnotes")))
        relations = (name for name in self.package.members if name.endswith(".rels"))
        found = ((_PICTURE_ID, parts), (_NOTE_ID, notes), (_RELATION_ID, relations))
        return Ids(*(self._last(numbered, members) for numbered, members in found))

    def _last(self, numbered: re.Pattern[bytes], members: Iterable[str]) -> int:
        contents = map(self.package.read, members)
        return max((int(n) for content in contents for n in numbered.findall(content)), default=0)

    def filling(
        self,
        ids: Ids,
        dialect: Dialect = OURS,
        files: Mapping[str, bytes] | None = None,
        included: Mapping[str, Callable[[Mapping[str, Any]], Package]] | None = None,
    ) -> Filling:
        """A rendering that is about to begin."""
        return Filling(
            self.styles,
            self.numbering,
            ids.picture,
            self.numbering.first_free,
            dialect,
            ids.note,
            ids.relation,
            files=files or {},
            included=included or {},
        )

    def with_additions(self, changed: dict[str, bytes], filling: Filling) -> dict[str, bytes]:
        """The filled parts and what their values brought along."""
        return changed | additions(self.package, self.numbering, filling, changed)

    def written(self, changed: Mapping[str, bytes], deflate: Deflate) -> bytes:
        """The document: what changed is deflated anew, the rest copied as it stands."""
        new = {name: Member.of(name, text, deflate) for name, text in sorted(changed.items())}
        return write_zip({**self.package.members, **new}.values())


@dataclass(frozen=True, slots=True)
class Ids:
    """The highest number in use of what filling makes more of."""

    picture: int
    note: int
    relation: int
