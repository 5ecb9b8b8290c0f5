"""A .docx file → its members, its content types and the relationships between its parts."""

from __future__ import annotations

import posixpath
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from types import MappingProxyType

from protokollant.errors import Place, TemplateError
from protokollant.renderer.archive import NO_ZIP, BombError, EncryptedError, Member, read_zip
from protokollant.renderer.dangers import made_harmless
from protokollant.renderer.wordml import Element, parse_xml

CONTENT_TYPES = "[Content_Types].xml"
_DOCUMENT = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_DOTX = "application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml"


@dataclass(frozen=True, slots=True)
class Package:
    """An opened .docx: its members in order, and which kind of part each one is."""

    file: str
    members: Mapping[str, Member]
    types: Mapping[str, str]
    document: str

    def read(self, name: str) -> bytes:
        """The content of a member."""
        return self.members[name].content()

    def xml(self, name: str, label: str = "") -> Element:
        """The root element of an XML member, called `label` in words."""
        try:
            return parse_xml(self.read(name))
        except (ValueError, SyntaxError):
            raise TemplateError(
                "den delen av filen är skadad.",
                place=Place(self.file, where=label or name),
                remedy="Öppna mallen i Word och spara den på nytt.",
            ) from None

    def relations(self, part: str) -> dict[str, tuple[str, str]]:
        """The part's relationships: id → kind's last word and target's member name."""
        name = relations_name(part)
        if name not in self.members:
            return {}
        found = {}
        for relation in self.xml(name):
            target = relation.get("Target", "")
            if relation.get("TargetMode") != "External":
                target = posixpath.normpath(posixpath.join("/", posixpath.dirname(part), target))
            kind = relation.get("Type", "").rpartition("/")[2]
            found[relation.get("Id", "")] = (kind, target.lstrip("/"))
        return found

    def changed(self, new: Mapping[str, bytes]) -> Package:
        """The package with other members, not to be written but to be read from."""
        own = {name: Member(name, content, len(content), 0, 0) for name, content in new.items()}
        members = {**self.members, **own}
        types = _content_types(parse_xml(members[CONTENT_TYPES].content()), members)
        return replace(self, members=MappingProxyType(members), types=MappingProxyType(types))

    def related(self, kind: str) -> str:
        """The member that the main document uses as its styles, numbering …; "" for none."""
        return next(
            (
                target
                for found, target in self.relations(self.document).values()
                if found == kind and target in self.members
            ),
            "",
        )


def relations_name(part: str) -> str:
    """The member that holds a part's relationships."""
    folder, name = posixpath.split(part)
    return posixpath.join(folder, "_rels", f"{name}.rels")


def open_package(source: Path | bytes, file: str) -> Package:
    """Open a .docx; anything else, and anything dangerous, is refused with a remedy."""
    try:
        content = source.read_bytes() if isinstance(source, Path) else source
    except OSError as error:
        raise TemplateError(
            "mallen kan inte läsas.",
            place=Place(file),
            remedy=f"Kontrollera sökvägen och läsrätten ({error.strerror}).",
        ) from None
    return _package(_members(content, file), file)


def _members(content: bytes, file: str) -> dict[str, Member]:
    try:
        return read_zip(content)
    except EncryptedError:
        raise _refusal(file, "filen är krypterad.") from None
    except BombError:
        raise TemplateError(
            "filen är orimligt stor när den packas upp.",
            place=Place(file),
            remedy="Öppna mallen i Word, ta bort stora bilder och spara den på nytt.",
        ) from None
    except NO_ZIP:
        raise _refusal(file, "filen är inte en hel Wordfil.") from None


def _package(members: dict[str, Member], file: str) -> Package:
    if CONTENT_TYPES not in members:
        raise _refusal(file, "filen är inte en Wordfil.")
    try:
        types = _content_types(parse_xml(members[CONTENT_TYPES].content()), members)
    except (ValueError, SyntaxError):
        raise _refusal(file, "filen är inte en hel Wordfil.") from None
    members = made_harmless(members, types, file)
    document = next((name for name, kind in types.items() if kind in (_DOCUMENT, _DOTX)), "")
    if not document:
        raise _refusal(file, "filen är inte en Wordfil.")
    if types[document] == _DOTX:
        listing = members[CONTENT_TYPES].content().replace(_DOTX.encode(), _DOCUMENT.encode())
        members[CONTENT_TYPES] = Member.of(CONTENT_TYPES, listing)
    return Package(file, MappingProxyType(members), MappingProxyType(types), document)


def _content_types(root: Element, members: Mapping[str, Member]) -> dict[str, str]:
    defaults: dict[str, str] = {}
    overrides: dict[str, str] = {}
    for child in root:
        kind = child.get("ContentType", "")
        if child.get("Extension") is not None:
            defaults[child.get("Extension", "").lower()] = kind
        elif child.get("PartName"):
            overrides[child.get("PartName", "").lstrip("/")] = kind
    return {
        name: overrides.get(name) or defaults.get(name.rpartition(".")[2].lower(), "")
        for name in members
    }


def _refusal(file: str, message: str) -> TemplateError:
    return TemplateError(
        message, place=Place(file), remedy="Öppna mallen i Word och spara den som .docx."
    )
