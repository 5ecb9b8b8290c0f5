"""What stands after the items: actions, next meeting, attachments, approval, signatures."""

from __future__ import annotations

from templates.source.head import facts, section
from templates.source.items import due
from templates.source.markup import (
    Column,
    Raw,
    each,
    either,
    listed,
    paragraph,
    run,
    supplied,
    table,
    value,
    when,
)
from templates.source.people import signature

_SIGNERS_ROLE = (
    "{% if justering and namn in justering.justerare %}Justerare"
    '{% elif namn in sekreterare|map(attribute="namn") %}Sekreterare'
    '{% elif namn in ordförande|map(attribute="namn") %}Ordförande'
    "{% else %}Underskrift{% endif %}"
)
_SIGNED = each("namn", "underskrifter", signature(_SIGNERS_ROLE, value("namn", "{{ namn }}")))


def action_table() -> Raw:
    """Every action of the meeting in one table."""
    return when(
        "alla_åtgärder",
        section("Åtgärder"),
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
    when_held = value("datum", "{{ nästa_möte.datum|datum_lång|versal }}")
    start = Raw(
        run("{% if nästa_möte.datum %} {% endif %}")
        + value("tid", "{{ nästa_möte.start|tidsspann(nästa_möte.slut) }}")
    )
    only_end = Raw(
        run("{% if nästa_möte.datum %} {% endif %}till ")
        + value("tid", "{{ nästa_möte.slut|tid }}")
    )
    return when(
        "nästa_möte",
        section("Nästa möte"),
        paragraph(
            "BodyText",
            "{% if nästa_möte.datum %}",
            when_held,
            "{% endif %}{% if nästa_möte.start %}",
            start,
            "{% elif nästa_möte.slut %}",
            only_end,
            "{% endif %}{% if nästa_möte.plats and (nästa_möte.datum or nästa_möte.start "
            "or nästa_möte.slut) %}, {% endif %}",
            value("plats", "{{ nästa_möte.plats }}"),
            "{% if nästa_möte.anmärkning and (nästa_möte.datum or nästa_möte.start "
            "or nästa_möte.slut or nästa_möte.plats) %}, {% endif %}",
            value("anmärkning", "{{ nästa_möte.anmärkning }}"),
        ),
    )


def attachments() -> Raw:
    """The list of all attachments, the meeting's and its items'."""
    return when(
        "alla_bilagor",
        section("Bilagor"),
        each(
            "bilaga",
            "alla_bilagor",
            paragraph(
                "ListBullet",
                "{% if bilaga.nummer %}Bilaga ",
                value("nummer", "{{ bilaga.nummer }}"),
                ", {% endif %}",
                value("rubrik", "{{ bilaga.rubrik }}"),
                "{% if bilaga.fil %} (",
                value("fil", "{{ bilaga.fil }}"),
                "){% endif %}{% if bilaga.läge %}, {% endif %}",
                value("läge", "{{ bilaga.läge }}"),
            ),
        ),
    )


def contact() -> Raw:
    """Whom to ask."""
    return when("kontakt", section("Kontakt"), paragraph("BodyText", "{{ kontakt }}"))


def approval() -> Raw:
    """How the minutes are approved; kept with the signatures, which should not stand alone."""
    return when(
        "justering",
        section("Justering"),
        facts(
            (
                "Justerare",
                "justering.justerare",
                listed("namn", "justering.justerare", value("namn", "{{ namn }}")),
            ),
            ("Senast", "justering.senast", "{{ justering.senast|datum }}"),
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
        section("Anslag"),
        paragraph("BodyText", supplied("Justeringen har tillkännagivits på anslagstavlan.")),
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
        section("Underskrifter"),
        _SIGNED,
    )


def protocol_signatures() -> Raw:
    """Lines for those who signed, or for those who are to: secretary, chair and adjusters."""
    to_sign = Raw(
        each("p", "sekreterare", signature("Sekreterare", supplied("{{ p.namn }}")))
        + each("p", "ordförande", signature("Ordförande", supplied("{{ p.namn }}")))
        + each("namn", "justering.justerare", signature("Justerare", supplied("{{ namn }}")))
    )
    return when(
        "underskrifter or (justering and justering.justerare)",
        section("Underskrifter"),
        either("underskrifter", _SIGNED, to_sign),
    )
