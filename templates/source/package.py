"""A document's parts → a .docx file, the same bytes every time."""

from __future__ import annotations

from io import BytesIO
from xml.sax.saxutils import escape
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from templates.source import design
from templates.source.head import Naming, first_page_header, running_header
from templates.source.markup import DECLARATION, R, Raw, W
from templates.source.numbering import numbering_part
from templates.source.styles import styles_part
from templates.source.theme import theme_part

_DATE = (2026, 1, 1, 0, 0, 0)
"""Every member's date in the zip: what is made must not depend on when."""

_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_TYPES = {
    "word/document.xml": f"{_WORD}.document.main+xml",
    "word/styles.xml": f"{_WORD}.styles+xml",
    "word/numbering.xml": f"{_WORD}.numbering+xml",
    "word/settings.xml": f"{_WORD}.settings+xml",
    "word/fontTable.xml": f"{_WORD}.fontTable+xml",
    "word/theme/theme1.xml": "application/vnd.openxmlformats-officedocument.theme+xml",
    "word/header1.xml": f"{_WORD}.header+xml",
    "word/header2.xml": f"{_WORD}.header+xml",
    "docProps/core.xml": "application/vnd.openxmlformats-package.core-properties+xml",
    "docProps/app.xml": "application/vnd.openxmlformats-officedocument.extended-properties+xml",
}


class Document:
    """A template: how it names itself, and its body block by block."""

    def __init__(self, naming: Naming, *blocks: Raw) -> None:
        self.naming = naming
        self.body = "".join(blocks)

    def docx(self) -> bytes:
        """The .docx file."""
        parts = {"[Content_Types].xml": _content_types(), **_relationships(), **self._parts()}
        made = BytesIO()
        with ZipFile(made, "w") as archive:
            for name, content in parts.items():
                member = ZipInfo(name, _DATE)
                member.compress_type = ZIP_DEFLATED
                member.create_system = 0
                archive.writestr(member, content.encode())
        return made.getvalue()

    def _parts(self) -> dict[str, str]:
        return {
            "word/document.xml": _document(self.body),
            "word/styles.xml": styles_part(),
            "word/numbering.xml": numbering_part(),
            "word/settings.xml": _settings(),
            "word/fontTable.xml": _font_table(),
            "word/theme/theme1.xml": theme_part(),
            "word/header1.xml": first_page_header(self.naming),
            "word/header2.xml": running_header(self.naming),
            "docProps/core.xml": _core_properties(self.naming),
            "docProps/app.xml": _app_properties(),
        }


def _document(body: str) -> str:
    return (
        f'{DECLARATION}<w:document xmlns:w="{W}" xmlns:r="{R}"><w:body>{body}<w:sectPr>'
        '<w:headerReference w:type="first" r:id="rId5"/>'
        '<w:headerReference w:type="default" r:id="rId6"/>'
        f'<w:pgSz w:w="{design.PAGE_WIDTH}" w:h="{design.PAGE_HEIGHT}"/>'
        f'<w:pgMar w:top="{design.TOP_MARGIN}" w:right="{design.SIDE_MARGIN}" '
        f'w:bottom="{design.BOTTOM_MARGIN}" w:left="{design.SIDE_MARGIN}" '
        f'w:header="{design.HEADER_MARGIN}" w:footer="{design.FOOTER_MARGIN}" w:gutter="0"/>'
        "<w:titlePg/></w:sectPr></w:body></w:document>"
    )


def _settings() -> str:
    compatibility = (
        '<w:compat><w:compatSetting w:name="compatibilityMode" '
        'w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>'
    )
    return (
        f'{DECLARATION}<w:settings xmlns:w="{W}"><w:zoom w:percent="100"/>'
        f'<w:defaultTabStop w:val="1304"/>{compatibility}'
        f'<w:themeFontLang w:val="{design.LANGUAGE}"/>'
        '<w:decimalSymbol w:val=","/><w:listSeparator w:val=";"/></w:settings>'
    )


def _font_table() -> str:
    return (
        f'{DECLARATION}<w:fonts xmlns:w="{W}"><w:font w:name="{design.FONT}">'
        '<w:altName w:val="Carlito"/><w:panose1 w:val="020F0502020204030204"/>'
        '<w:charset w:val="00"/><w:family w:val="swiss"/><w:pitch w:val="variable"/>'
        "</w:font></w:fonts>"
    )


def _core_properties(naming: Naming) -> str:
    """Title, sender, body and kind of document: what the text may leave unsaid is read here."""
    return (
        f'{DECLARATION}<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" '
        'xmlns:dcterms="http://purl.org/dc/terms/" '
        'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:title>{escape(naming.full)}</dc:title><dc:creator>{{{{ organisation }}}}</dc:creator>"
        "<dc:subject>{{ organ }}</dc:subject>"
        f"<cp:category>{naming.kind}</cp:category>"
        f"<dc:language>{design.LANGUAGE}</dc:language></cp:coreProperties>"
    )


def _app_properties() -> str:
    namespace = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"
    return (
        f'{DECLARATION}<Properties xmlns="{namespace}">'
        "<Application>Protokollant</Application></Properties>"
    )


def _content_types() -> str:
    overrides = "".join(
        f'<Override PartName="/{name}" ContentType="{kind}"/>' for name, kind in _TYPES.items()
    )
    return (
        f'{DECLARATION}<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        '<Default Extension="png" ContentType="image/png"/>'
        f'<Default Extension="jpeg" ContentType="image/jpeg"/>{overrides}</Types>'
    )


def _relationships() -> dict[str, str]:
    office = R
    word = ("styles", "numbering", "settings", "fontTable")
    targets = [(f"{office}/{name}", f"{name}.xml") for name in word]
    targets += [(f"{office}/header", "header1.xml"), (f"{office}/header", "header2.xml")]
    targets.append((f"{office}/theme", "theme/theme1.xml"))
    return {
        "_rels/.rels": _relationship_part(
            [
                (f"{office}/officeDocument", "word/document.xml"),
                (f"{_PACKAGE}/relationships/metadata/core-properties", "docProps/core.xml"),
                (f"{office}/extended-properties", "docProps/app.xml"),
            ]
        ),
        "word/_rels/document.xml.rels": _relationship_part(targets),
    }


def _relationship_part(targets: list[tuple[str, str]]) -> str:
    rows = "".join(
        f'<Relationship Id="rId{number}" Type="{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(targets, 1)
    )
    return f'{DECLARATION}<Relationships xmlns="{_PACKAGE}/relationships">{rows}</Relationships>'
