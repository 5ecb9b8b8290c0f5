"""A template's package → the same, saying in its properties that this program wrote it.

Word and LibreOffice write their own name when they save, so a document that still says
"protokollant" is as it was made (pipeline/output keeps the others aside).
"""

from __future__ import annotations

import re
from dataclasses import replace
from types import MappingProxyType

from protokollant.renderer.archive import Member
from protokollant.renderer.deflate import Deflate
from protokollant.renderer.package import Package

WRITER = "protokollant"
_APPLICATION = re.compile(rb"(<(?:\w+:)?Application>)[^<]*(?=</)")


def signed(package: Package, deflate: Deflate) -> Package:
    """The package with this program's name as the application, where it names one."""
    name = package.related("extended-properties") or "docProps/app.xml"
    if name not in package.members:
        return package
    content = _APPLICATION.sub(rb"\g<1>" + WRITER.encode(), package.read(name))
    member = Member.of(name, content, deflate)
    return replace(package, members=MappingProxyType({**package.members, name: member}))
