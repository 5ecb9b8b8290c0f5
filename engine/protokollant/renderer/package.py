"""A .docx as a zip: read under limits, written with changed members only deflated anew."""

from __future__ import annotations

import io
import posixpath
import struct
import zipfile
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

from protokollant.errors import Place, TemplateError
from protokollant.renderer.wordml import Element, parse_xml

MAX_ENTRIES = 4000
MAX_TOTAL = 512 * 2**20
MAX_RATIO = 250
RATIO_FREE = 2**20
"""A member up to this size may shrink as far as it likes: long runs of spaces are harmless."""

CONTENT_TYPES = "[Content_Types].xml"
_DOCUMENT = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_DOTX = "application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml"
_DATE_TIME = (0, 0x21)
"""1 January 1980, the zip format's first day: the same input gives the same bytes."""


@dataclass(frozen=True, slots=True)
class Member:
    """One file of the zip, deflated (method 8) or stored (method 0)."""

    name: str
    data: bytes
    size: int
    crc: int
    method: int

    def content(self) -> bytes:
        """The member's bytes as they were before the zip."""
        return zlib.decompress(self.data, -15) if self.method == 8 else self.data

    @classmethod
    def of(cls, name: str, content: bytes, level: int = 6) -> Member:
        """Deflate the content."""
        deflate = zlib.compressobj(level, zlib.DEFLATED, -15)
        data = deflate.compress(content) + deflate.flush()
        return cls(name, data, len(content), zlib.crc32(content), 8)


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
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            infos = _checked(archive, file)
            members = {info.filename: _member(archive, info, content) for info in infos}
    except (zipfile.BadZipFile, zlib.error, EOFError, struct.error, NotImplementedError):
        raise _refusal(file, "filen är inte en hel Wordfil.") from None
    return _package(members, file)


def _checked(archive: zipfile.ZipFile, file: str) -> list[zipfile.ZipInfo]:
    infos = [info for info in archive.infolist() if not info.is_dir()]
    too_packed = any(
        info.file_size > RATIO_FREE and info.file_size > MAX_RATIO * max(info.compress_size, 1)
        for info in infos
    )
    total = sum(info.file_size for info in infos)
    if too_packed or len(infos) > MAX_ENTRIES or total > MAX_TOTAL:
        raise TemplateError(
            "filen är orimligt stor när den packas upp.",
            place=Place(file),
            remedy="Öppna mallen i Word, ta bort stora bilder och spara den på nytt.",
        )
    if any(info.flag_bits & 1 for info in infos):
        raise _refusal(file, "filen är krypterad.")
    return infos


def _member(archive: zipfile.ZipFile, info: zipfile.ZipInfo, raw: bytes) -> Member:
    if info.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        raise zipfile.BadZipFile(info.filename)
    if len(archive.read(info)) != info.file_size:
        raise zipfile.BadZipFile(info.filename)
    header = info.header_offset
    name_length, extra_length = struct.unpack_from("<HH", raw, header + 26)
    start = header + 30 + name_length + extra_length
    data = raw[start : start + info.compress_size]
    return Member(info.filename, data, info.file_size, info.CRC, info.compress_type)


def _package(members: dict[str, Member], file: str) -> Package:
    if CONTENT_TYPES not in members:
        raise _refusal(file, "filen är inte en Wordfil.")
    try:
        types = _content_types(parse_xml(members[CONTENT_TYPES].content()), members)
    except (ValueError, SyntaxError):
        raise _refusal(file, "filen är inte en hel Wordfil.") from None
    if any("macroEnabled" in kind for kind in types.values()) or any(
        name.endswith("vbaProject.bin") for name in members
    ):
        raise TemplateError(
            "mallen innehåller makron.",
            place=Place(file),
            remedy="Spara den i Word som «Word-dokument (.docx)».",
        )
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


def write_zip(members: list[Member]) -> bytes:
    """The members as a zip, every date the same."""
    body: list[bytes] = []
    directory: list[bytes] = []
    offset = 0
    for member in members:
        name = member.name.encode()
        fields = struct.pack(
            "<HHHHHIIIHH",
            20,
            0x800,
            member.method,
            *_DATE_TIME,
            member.crc,
            len(member.data),
            member.size,
            len(name),
            0,
        )
        local = b"PK\x03\x04" + fields + name
        body += (local, member.data)
        attributes = struct.pack("<HHHII", 0, 0, 0, 0, offset)
        directory.append(b"PK\x01\x02\x14\x00" + fields + attributes + name)
        offset += len(local) + len(member.data)
    listing = b"".join(directory)
    count = len(members)
    end = struct.pack("<4s4H2IH", b"PK\x05\x06", 0, 0, count, count, len(listing), offset, 0)
    return b"".join((*body, listing, end))
