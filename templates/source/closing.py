"""What stands after the items: actions, next meeting, attachments, approval, signatures."""

from __future__ import annotations

from templates.source.head import facts
from templates.source.items import due
from templates.source.markup import Column, Raw, each, either, paragraph, table, when
from templates.source.people import signature

_SIGNERS_ROLE = (
    "{% if justering and namn in justering.justerare %}Justerare"
    '{% elif namn in sekreterare|map(attribute="namn") %}Sekreterare'
    '{% elif namn in ordförande|map(attribute="namn") %}Ordförande'
    "{% else %}Underskrift{% endif %}"
)
_SIGNED = each("namn", "underskrifter", signature(_SIGNERS_ROLE, "{{ namn }}"))


def action_table() -> Raw:
    """Every action of the meeting in one table."""
    return when(
        "alla_åtgärder",
        paragraph("Heading1", "Åtgärder"),
        table(
            "Mötets åtgärder: vad, vem, när och vid vilken punkt, en åtgärd på varje rad.",
            "rad in alla_åtgärder",
            (
                Column("Vad", "{{ rad.åtgärd.vad|versal }}", 36),
                Column("Vem", "{{ rad.åtgärd.vem|lista|versal }}", 24),
                Column("När", due("rad.åtgärd"), 16),
                Column("Punkt", "{{ rad.punkt.nummer or rad.punkt.rubrik }}", 24),
            ),
            caption="Åtgärder",
        ),
    )


def next_meeting() -> Raw:
    """When the next meeting is, in a sentence's worth of words."""
    return _told("Nästa möte", "nästa_möte", "{{ nästa_möte|versal }}")


def attachments() -> Raw:
    """The list of all attachments, the meeting's and its items'."""
    return when(
        "alla_bilagor",
        paragraph("Heading1", "Bilagor"),
        each("bilaga", "alla_bilagor", paragraph("ListBullet", "{{ bilaga }}")),
    )


def contact() -> Raw:
    """Whom to ask."""
    return _told("Kontakt", "kontakt", "{{ kontakt }}")


def approval() -> Raw:
    """How the minutes are approved; kept with the signatures, which should not stand alone."""
    return when(
        "justering",
        paragraph("Heading1", "Justering"),
        facts(
            ("Justerare", "justering.justerare", "{{ justering.justerare|lista }}"),
            ("Senast", "justering.senast", "{{ justering.senast|datum|versal }}"),
            ("Justerat", "justering.datum", "{{ justering.datum|datum }}"),
            ("Plats", "justering.plats", "{{ justering.plats }}"),
            ("Anmärkning", "justering.anmärkning", "{{ justering.anmärkning }}"),
            properties="<w:keepNext/>",
        ),
    )


def notice() -> Raw:
    """The announcement on the notice board."""
    return when(
        "anslag",
        paragraph("Heading1", "Anslag"),
        paragraph("BodyText", "Justeringen har tillkännagivits på anslagstavlan."),
        facts(
            ("Anslaget", "anslag.anslaget", "{{ anslag.anslaget|datum }}"),
            ("Tas ned", "anslag.tas_ned", "{{ anslag.tas_ned|datum }}"),
            ("Förvaras", "anslag.förvaras", "{{ anslag.förvaras }}"),
            ("Anmärkning", "anslag.anmärkning", "{{ anslag.anmärkning }}"),
        ),
    )


def signatures() -> Raw:
    """A line for each of those who sign."""
    return when(
        "underskrifter",
        paragraph("Heading1", "Underskrifter"),
        _SIGNED,
    )


def protocol_signatures() -> Raw:
    """Lines for those who signed, or for those who are to: secretary, chair and adjusters."""
    to_sign = Raw(
        each("p", "sekreterare", signature("Sekreterare", "{{ p.namn }}"))
        + each("p", "ordförande", signature("Ordförande", "{{ p.namn }}"))
        + each("namn", "justering.justerare", signature("Justerare", "{{ namn }}"))
    )
    return when(
        "underskrifter or (justering and justering.justerare)",
        paragraph("Heading1", "Underskrifter"),
        either("underskrifter", _SIGNED, to_sign),
    )


def _told(heading: str, condition: str, text: str) -> Raw:
    return when(condition, paragraph("Heading1", heading), paragraph("BodyText", text))
