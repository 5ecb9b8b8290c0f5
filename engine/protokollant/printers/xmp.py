"""The metadata packet of a PDF, written whole (ISO 16684-1; PDF/A: ISO 19005; PDF/UA: 14289-1)."""

from __future__ import annotations

from dataclasses import dataclass
from xml.sax.saxutils import escape

from protokollant.printers.facts import Facts

PRODUCER = "protokollant"

# PDF/A allows only properties of schemas it knows or that the packet itself declares.
_UA_SCHEMA = """\
 <rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
   xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"
   xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
  <pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
   <pdfaSchema:schema>PDF/UA Universal Accessibility Schema</pdfaSchema:schema>
   <pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
   <pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
   <pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
    <pdfaProperty:name>part</pdfaProperty:name>
    <pdfaProperty:valueType>Integer</pdfaProperty:valueType>
    <pdfaProperty:category>internal</pdfaProperty:category>
    <pdfaProperty:description>Part of ISO 14289</pdfaProperty:description>
   </rdf:li></rdf:Seq></pdfaSchema:property>
  </rdf:li></rdf:Bag></pdfaExtension:schemas>
 </rdf:Description>
"""


@dataclass(frozen=True, slots=True)
class Claims:
    """Which standards a file says it follows: a PDF/A level such as "2a", or "", and PDF/UA-1."""

    archive: str = ""
    accessible: bool = False

    @property
    def names(self) -> tuple[str, ...]:
        """The claims as people name them: ("PDF/A-2a", "PDF/UA-1")."""
        archive = (f"PDF/A-{self.archive}",) if self.archive else ()
        return archive + (("PDF/UA-1",) if self.accessible else ())


def packet(facts: Facts, language: str, claims: Claims) -> bytes:
    """The XMP packet that agrees with the Info dictionary made from the same facts."""
    title = escape(facts.title)
    creator = (
        f"  <dc:creator><rdf:Seq><rdf:li>{escape(facts.author)}</rdf:li></rdf:Seq></dc:creator>\n"
        if facts.author
        else ""
    )
    subject = (
        '  <dc:description><rdf:Alt><rdf:li xml:lang="x-default">'
        f"{escape(facts.subject)}</rdf:li></rdf:Alt></dc:description>\n"
        if facts.subject
        else ""
    )
    text = (
        '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>\n'
        '<x:xmpmeta xmlns:x="adobe:ns:meta/">\n'
        '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">\n'
        ' <rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"\n'
        '   xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/">\n'
        '  <dc:title><rdf:Alt><rdf:li xml:lang="x-default">'
        f"{title}</rdf:li></rdf:Alt></dc:title>\n"
        f"{creator}{subject}"
        f"  <dc:language><rdf:Bag><rdf:li>{escape(language)}</rdf:li></rdf:Bag></dc:language>\n"
        f"  <xmp:CreateDate>{facts.created.isoformat()}</xmp:CreateDate>\n"
        f"  <xmp:ModifyDate>{facts.modified.isoformat()}</xmp:ModifyDate>\n"
        f"  <xmp:CreatorTool>{PRODUCER}</xmp:CreatorTool>\n"
        f"  <pdf:Producer>{PRODUCER}</pdf:Producer>\n"
        " </rdf:Description>\n"
        f"{_identification(claims)}"
        "</rdf:RDF>\n</x:xmpmeta>\n"
        '<?xpacket end="w"?>'
    )
    return text.encode()


def _identification(claims: Claims) -> str:
    parts = ""
    if claims.archive:
        part, level = claims.archive[0], claims.archive[1].upper()
        parts += (
            ' <rdf:Description rdf:about="" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/">\n'
            f"  <pdfaid:part>{part}</pdfaid:part>\n"
            f"  <pdfaid:conformance>{level}</pdfaid:conformance>\n"
            " </rdf:Description>\n"
        )
    if claims.accessible:
        parts += (
            ' <rdf:Description rdf:about="" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">\n'
            "  <pdfuaid:part>1</pdfuaid:part>\n"
            " </rdf:Description>\n"
        ) + (_UA_SCHEMA if claims.archive else "")
    return parts
