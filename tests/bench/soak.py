"""Many documents on end from one template: `python -m tests.bench.soak [documents]`.

Watches the memory, opens every document again, and holds a sample against the standard.
"""

from __future__ import annotations

import io
import sys
import tempfile
import time
import zipfile
from pathlib import Path

from lxml import etree
from openxml_audit import OpenXmlValidator

from protokollant.renderer import Template
from tests.bench.meetings import meeting, template
from tests.bench.pairs import Table
from tests.bench.scaling import resident

_SAMPLE = 200
"""One of so many is audited."""


def soak(documents: int) -> Table:
    """Fill, open and audit; memory is read ten times on the way. Raises on a bad document."""
    filled = Template(template())
    told = []
    begun, filling = time.perf_counter(), 0.0
    for number in range(documents):
        values = meeting(number)
        before = time.perf_counter()
        content = filled.render(values)
        filling += time.perf_counter() - before
        _open(content, values["rubrik"])
        if number % _SAMPLE == 0:
            _audit(content, number)
        if (number + 1) % (documents // 10) == 0:
            told.append((f"{number + 1}", f"{resident():.1f}"))
    remark = (
        f"{documents} documents, all opened and parsed, {-(-documents // _SAMPLE)} audited, no "
        f"fault; {filling:.1f} s of {time.perf_counter() - begun:.0f} s were filling."
    )
    return Table("soak", ("documents", "memory, MB"), told, (remark,))


def _open(content: bytes, title: str) -> None:
    """Every member's checksum, every XML part's form, and this meeting's own text."""
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        assert package.testzip() is None
        parts = {name: package.read(name) for name in package.namelist()}
    for name, part in parts.items():
        if name.endswith((".xml", ".rels")):
            etree.fromstring(part)
    assert f">{title}<".encode() in parts["word/document.xml"], title


def _audit(content: bytes, number: int) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "document.docx"
        path.write_bytes(content)
        errors = [str(error) for error in OpenXmlValidator().validate(path).errors]
    assert not errors, (number, errors)


if __name__ == "__main__":
    print(soak(int(sys.argv[1]) if len(sys.argv) > 1 else 10_000).markdown())
