"""docxtpl's DocxTemplate, with our Template under it."""

from __future__ import annotations

import os
from collections.abc import Mapping
from functools import cached_property
from io import BytesIO
from pathlib import Path
from typing import IO, Any

from jinja2 import Environment
from lxml import etree

from protokollant.docxtpl.environment import dialect_of
from protokollant.docxtpl.faults import as_jinjas
from protokollant.docxtpl.opened import opened
from protokollant.docxtpl.replacing import Replacements, checksum, pictures_of
from protokollant.docxtpl.subdoc import Subdoc
from protokollant.errors import TemplateError
from protokollant.renderer.archive import write_zip
from protokollant.renderer.package import Package, open_package

_HYPERLINK = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink"
Source = str | os.PathLike[str] | IO[bytes]


class DocxTemplate:
    """A Word file with tags: render, then save. What it has not itself, python-docx has."""

    def __init__(self, template_file: Source) -> None:
        self.template_file = template_file
        self.is_rendered = self.is_saved = self.allow_missing_pics = False
        self.pic_map: dict[str, Any] = {}
        self._docx: Any = None
        self._rendered: bytes | None = None
        self.reset_replacements()

    def __getattr__(self, name: str) -> Any:
        if name.startswith("_"):
            raise AttributeError(name)
        return getattr(self.get_docx(), name)

    def init_docx(self, reload: bool = True) -> None:
        """Open the template with python-docx, anew when it has been filled."""
        if self.is_rendered and reload:
            self._docx = self._rendered = None
            self.is_rendered = False
        self.get_docx()

    def get_docx(self) -> Any:
        """The template, or the filled document, as python-docx has it."""
        from docx import Document

        if self._rendered is not None:
            self._docx, self._rendered = Document(BytesIO(self._rendered)), None
        elif self._docx is None:
            self._docx = Document(BytesIO(self._source))
        return self._docx

    @property
    def docx(self) -> Any:
        """The template, or the filled document, as python-docx has it."""
        return self.get_docx()

    @docx.setter
    def docx(self, document: Any) -> None:
        self._docx, self._rendered = document, None

    def render(
        self,
        context: Mapping[str, Any],
        jinja_env: Environment | None = None,
        autoescape: bool = False,
    ) -> None:
        """Fill the template; without `autoescape` Word's own XML in a value is XML."""
        if self.is_rendered:
            self._docx = self._rendered = None
        source = self._current()
        if self._replacements.pictures:
            package = self._with_pictures(open_package(source, self._name))
            source = write_zip(package.members.values())
        template = opened(source, self._name, dialect_of(jinja_env, autoescape=autoescape))
        try:
            self._rendered = template.render(dict(context))
        except TemplateError as error:
            raise as_jinjas(error) from error
        self._docx, self.is_rendered, self.is_saved = None, True, False

    def save(self, filename: Source, *args: Any, **kwargs: Any) -> None:
        """Write the document to a path or a stream."""
        content = self._current()
        if self._replacements.any():
            package = open_package(content, self._name)
            if not self.is_rendered:
                package = self._with_pictures(package)
            content = write_zip(self._replacements.carried_out(package))
        if isinstance(filename, (str, os.PathLike)):
            Path(filename).write_bytes(content)
        else:
            filename.write(content)
        self.is_saved = True

    def new_subdoc(self, docpath: Any = None) -> Subdoc:
        """A document to fill a tag with: empty, or read from a file."""
        self.init_docx()
        return Subdoc(self, docpath)

    def build_url_id(self, url: str) -> str:
        """What a RichText names a link's address by."""
        self.init_docx()
        return str(self._docx._part.relate_to(url, _HYPERLINK, is_external=True))

    def get_undeclared_template_variables(
        self,
        jinja_env: Environment | None = None,
        context: Mapping[str, Any] | None = None,
    ) -> set[str]:
        """The names that the body, headers and footers ask for, less those of the context."""
        template = opened(self._source, self._name, dialect_of(jinja_env, autoescape=False))
        return set(template.names()) - set(context or ())

    undeclared_template_variables = property(get_undeclared_template_variables)

    def get_xml(self) -> str:
        """The XML of the body, of the template or of the filled document."""
        return self.xml_to_string(self.docx.element.body)

    def xml_to_string(self, xml: Any, encoding: str = "unicode") -> str:
        """An element as XML."""
        return str(etree.tostring(xml, encoding="unicode", pretty_print=False))

    def write_xml(self, filename: str | os.PathLike[str]) -> None:
        """Write the XML of the body to a file."""
        Path(filename).write_text(self.get_xml(), encoding="utf-8")

    @staticmethod
    def get_file_crc(file_obj: Source) -> int:
        """What a replaced file is known by."""
        return checksum(_read(file_obj))

    def replace_pic(self, embedded_file: str, dst_file: Source) -> None:
        """Replace the picture that Word calls by that name, title or description."""
        self._replacements.pictures[embedded_file] = _read(dst_file)

    def replace_media(self, src_file: Source, dst_file: Source) -> None:
        """Replace a picture file by another; it is found by its content."""
        self._replacements.media[checksum(_read(src_file))] = _read(dst_file)

    def replace_embedded(self, src_file: Source, dst_file: Source) -> None:
        """Replace an embedded document by another; it is found by its content."""
        self._replacements.embedded[checksum(_read(src_file))] = _read(dst_file)

    def replace_zipname(self, zipname: str, dst_file: Source) -> None:
        """Replace a file of the zip by its name there."""
        self._replacements.members[zipname] = _read(dst_file)

    def reset_replacements(self) -> None:
        """Forget every replacement asked for."""
        self._replacements = Replacements()

    def get_pic_map(self) -> dict[str, Any]:
        """The pictures that were looked through when one was replaced."""
        return self.pic_map

    @cached_property
    def _source(self) -> bytes:
        return _read(self.template_file)

    @property
    def _name(self) -> str:
        named = isinstance(self.template_file, (str, os.PathLike))
        return os.path.basename(str(self.template_file)) if named else "mallen"

    def _with_pictures(self, package: Package) -> Package:
        self.pic_map = {names[0]: target for names, target in pictures_of(package)}
        return self._replacements.with_pictures(package, may_miss=self.allow_missing_pics)

    def _current(self) -> bytes:
        """The template or the filled document, with what was changed by python-docx."""
        if self._rendered is not None:
            return self._rendered
        if self._docx is None:
            return self._source
        stream = BytesIO()
        self._docx.save(stream)
        return stream.getvalue()


def _read(source: Source) -> bytes:
    if isinstance(source, (str, os.PathLike)):
        return Path(source).read_bytes()
    if hasattr(source, "seek"):
        source.seek(0)
    return source.read()
