"""A document made with python-docx, or read from a file → blocks for a `{{p … }}`."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from typing import Any

from lxml import etree

from protokollant.renderer.insertion import Insertion
from protokollant.renderer.package import open_package


class Subdoc:
    """A document to insert; what it does not have itself is asked of python-docx's Document."""

    def __init__(self, tpl: Any, docpath: Any = None) -> None:
        from docx import Document

        self.tpl, self.docpath = tpl, docpath
        self.docx = tpl.get_docx()
        self.subdocx = Document(str(docpath) if isinstance(docpath, Path) else docpath)
        if docpath is None:
            # Pictures and links added to it become the template's own, whose package they go to.
            self.subdocx._part = self.docx._part

    def __getattr__(self, name: str) -> Any:
        return getattr(self.subdocx, name)

    def block_xml(self, paragraph: str, run: str) -> str:
        """The document's blocks."""
        if self.docpath is None:
            return str(self)
        stream = BytesIO()
        self.subdocx.save(stream)
        return Insertion(open_package(stream.getvalue(), "dokumentet")).block_xml(paragraph, run)

    def __str__(self) -> str:
        body = self.subdocx.element.body
        return "".join(
            etree.tostring(block, encoding="unicode", with_tail=False)
            for block in body
            if block is not body.sectPr
        )
