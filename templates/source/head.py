"""What stands first: the page head with its page numbers, the title and the head facts."""

from __future__ import annotations

from dataclasses import dataclass

from templates.source.design import RULE
from templates.source.markup import (
    DECLARATION,
    TAB,
    Piece,
    R,
    Raw,
    W,
    field,
    paragraph,
    run,
    strong,
    supplied,
    value,
)

PAGE_OF_PAGES = (run("Sida "), field("PAGE"), run(" ("), field("NUMPAGES"), run(")"))
_RULED = f'<w:pBdr><w:bottom w:val="single" w:sz="4" w:space="6" w:color="{RULE}"/></w:pBdr>'

WHEN_FACTS = (
    ("Datum", "datum", "{{ datum|datum_lång|versal }}"),
    ("Tid", "start", "{{ start|tidsspann(slut) }}"),
    ("Slut", "slut and not start", "{{ slut|tid }}"),
    ("Plats", "plats", "{{ plats }}"),
)
STAGE_FACTS = (
    ("Läge", "läge", "{{ läge|versal }}"),
    ("Utskickad", "utskickad", "{{ utskickad|datum_iso }}"),
)
RECORD_FACTS = (
    ("Nummer", "nummer", "{{ nummer }}"),
    ("Omfattning", "omfattning", "{{ omfattning }}"),
    ("Diarienummer", "diarienummer", "{{ diarienummer }}"),
)


@dataclass(frozen=True, slots=True)
class Naming:
    """How a kind of document names itself: in its title, its page head and its properties.

    `title` stands where the document has no title of its own; `draft` in the page head of one
    that is not finished.
    """

    kind: str
    title: str
    running: str
    full: str
    draft: str = ""


def meeting_naming(kind: str) -> Naming:
    """The naming of a meeting's document; its own title wins over the usual word."""
    shown = f'{{{{ rubrik or "{kind}" }}}}'
    day = "{% if datum and datum|datum_iso not in rubrik %} {{ datum|datum_iso }}{% endif %}"
    body = "{% if organ and organ not in rubrik %}, {{ organ }}{% endif %}"
    named = f"{shown}{body}{day}"
    draft = '{% if läge == "utkast" %}UTKAST · {% endif %}'
    return Naming(kind, kind, running=named, full=named, draft=draft)


def title_block(naming: Naming) -> Raw:
    """The document's title, and under it the body, unless the title already names it."""
    return Raw(
        paragraph(
            "Title",
            "{% if rubrik %}",
            value("rubrik", "{{ rubrik }}"),
            "{% else %}",
            supplied(naming.title),
            "{% endif %}",
        )
        + paragraph("Subtitle", "{% if organ not in rubrik %}{{ organ }}{% endif %}")
    )


def fact(label: str, condition: str, told: Piece, properties: str = "") -> Raw:
    """One label and value, gone when there is no value."""
    shown = strong(f"{{% if {condition} %}}{label}")
    return paragraph("Uppgift", shown, TAB, told, "{% endif %}", properties=properties)


def section(heading: str) -> Raw:
    """The heading of a part of the document that is no item of the meeting."""
    return paragraph("Heading1", supplied(heading))


def facts(*rows: tuple[str, str, Piece], properties: str = "") -> Raw:
    """Labels and values on one line each."""
    return Raw("".join(fact(*row, properties=properties) for row in rows))


def first_page_header(naming: Naming) -> str:
    """The head of the first page: the logo, or the organisation's name, and page number."""
    logo_or_name = (
        run("{% if logotyp %}{{ logotyp }}{% else %}"),
        strong("{{ organisation }}"),
        run("{% endif %}"),
    )
    return _page_head(naming, *logo_or_name)


def running_header(naming: Naming) -> str:
    """The head of the other pages: which document this is, and page number."""
    return _page_head(naming, naming.running)


def _page_head(naming: Naming, *pieces: Piece) -> str:
    draft = (run(naming.draft, "<w:b/>"),) if naming.draft else ()
    return _part(
        "hdr", paragraph("Header", *pieces, TAB, *draft, *PAGE_OF_PAGES, properties=_RULED)
    )


def _part(kind: str, content: str) -> str:
    return f'{DECLARATION}<w:{kind} xmlns:w="{W}" xmlns:r="{R}">{content}</w:{kind}>'
