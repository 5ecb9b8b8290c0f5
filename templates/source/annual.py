"""The year's document: årsberättelse."""

from __future__ import annotations

from templates.source.closing import contact
from templates.source.head import STAGE_FACTS, Naming, facts, section, title_block
from templates.source.items import due
from templates.source.markup import (
    Column,
    Raw,
    each,
    paragraph,
    step,
    supplied,
    table,
    value,
    when,
)
from templates.source.package import Document
from templates.source.people import OFFICES, name_column, signature

from protokollant.composers import SECTIONS

_TITLE = '{{ rubrik or "Årsberättelse " ~ år }}'
_NAMING = Naming(
    kind="Årsberättelse",
    title="Årsberättelse {{ år }}",
    running=f"{_TITLE}{{% if organ not in rubrik %}}, {{{{ organ }}}}{{% endif %}}",
    full=f"{_TITLE}{{% if organ not in rubrik %}}, {{{{ organ }}}}{{% endif %}}",
    draft='{% if läge == "utkast" %}UTKAST · {% endif %}',
)
_OWN_LINE = '<w:spacing w:before="200" w:after="160"/><w:ind w:right="3968"/>'
"""Narrower than the next signature: Word joins the borders of paragraphs that stand alike."""
_STATEMENT = '<w:keepNext/><w:spacing w:before="80" w:after="20" w:line="264" w:lineRule="auto"/>'
"""A sentence stands close to its source."""

_DONE = Column("Klar", "{{ å.avslutad }}", 26)
_LEFT = Column("När", due("å.åtgärd"), 18)


def annual_report() -> Document:
    """The annual report, section by section."""
    return Document(
        _NAMING,
        title_block(_NAMING),
        facts(STAGE_FACTS[0]),
        _text("Inledning", "inledning"),
        _statements("Året i korthet", "sammanfattning"),
        _text("Uppdrag", "uppdrag"),
        _goals(),
        _members(),
        _meetings(),
        _themes(),
        _decisions(),
        _actions(),
        _carried_over(),
        _statements("Överlämnat till andra", "överlämnat"),
        _bodies(),
        _text("Ekonomi", "ekonomi"),
        each(
            "a",
            "avsnitt",
            _part("{{ a.rubrik }}"),
            paragraph("BodyText", "{{p a.text|markdown(2) }}"),
        ),
        _next_year(),
        _approval(),
        contact(),
        _signatures(),
    )


def _part(heading: str, level: int = 1) -> Raw:
    """The heading of a part of the report."""
    return paragraph(f"Heading{level}", value("rubrik", heading))


def _section(heading: str) -> Raw:
    """The heading of one of the report's own sections, and what the secretary adds to it."""
    return Raw(
        _part(heading)
        + each(
            "t",
            f'tillägg if t.rubrik == "{heading}"',
            paragraph("BodyText", "{{p t.text|markdown(2) }}"),
        )
    )


def _text(heading: str, text: str) -> Raw:
    part = _section(heading) if heading in SECTIONS else _part(heading)
    return when(text, part, paragraph("BodyText", f"{{{{p {text}|markdown(2) }}}}"))


def _statements(heading: str, values: str, level: int = 1) -> Raw:
    part = _section(heading) if level == 1 else _part(heading, level)
    return when(values, part, _sourced(values))


def _sourced(values: str) -> Raw:
    """Statements, each with the meetings it rests on under it."""
    return each(
        "mening",
        values,
        paragraph("BodyText", "{{p mening.text|markdown(3) }}", properties=_STATEMENT),
        paragraph("Kalla", "{% if mening.källor %}Källa: {{ mening.källor|källa }}{% endif %}"),
    )


def _members() -> Raw:
    return when(
        "närvaro or förändringar",
        _section("Sammansättning"),
        when(
            "närvaro",
            table(
                "Organets sammansättning: namn samt roll och uppdrag, en person på varje rad.",
                "p in närvaro",
                (name_column(34), Column("Roll och uppdrag", OFFICES, 66)),
                caption="Sammansättning",
            ),
        ),
        _statements("Förändringar under året", "förändringar", level=2),
    )


def _meetings() -> Raw:
    return when(
        "möten",
        _section("Möten och närvaro"),
        _meeting_table("möten"),
        when(
            "närvarodiagram",
            paragraph(
                "BodyText",
                "{{ närvarodiagram }}",
                properties='<w:keepNext/><w:spacing w:before="200" w:after="40"/>',
            ),
            paragraph("Caption", "Diagram: närvaron vid årets möten."),
        ),
        _attendance(),
    )


def _attendance() -> Raw:
    share = "{% if p.andel is none %}–{% else %}{{ p.andel }}\u00a0%{% endif %}"
    return when(
        "närvaro",
        _part("Närvaro per person", 2),
        _person_table("närvaro"),
        when(
            "närvaro_per_organisation|length > 1",
            _part("Närvaro per organisation", 2),
            table(
                "Närvaro per organisation: antal personer, gånger med närvaro, och andelen.",
                "o in närvaro_per_organisation",
                (
                    Column("Organisation", "{{ o.organisation }}", 50),
                    Column("Personer", "{{ o.personer }}", 16, right=True),
                    Column("Närvaro", "{{ o.närvarande }} av {{ o.besked }}", 18, right=True),
                    Column("Andel", share.replace("p.", "o."), 16, right=True),
                ),
                caption="Närvaro per organisation",
            ),
        ),
    )


def _goals() -> Raw:
    return when(
        "mål",
        _section("Mål, aktiviteter och resultat"),
        _goal_table("mål"),
    )


def _approval() -> Raw:
    done = "{% if s.datum %}{{ s.datum|datum_iso }}{% else %}Återstår{% endif %}"
    return when(
        "godkännande",
        _part("Godkännande"),
        table(
            "Stegen till godkännande: vad, vem och när.",
            "s in godkännande",
            (
                Column("Steg", "{{ s.steg|versal }}", 44),
                Column("Vem", "{{ s.vem|versal }}", 36),
                Column("Datum", done, 20),
            ),
            caption="Godkännande",
        ),
    )


def _themes() -> Raw:
    return when(
        "frågor",
        _section("Frågor under året"),
        each(
            "fråga",
            "frågor",
            _part("{{ fråga.rubrik }}", 2),
            _sourced("fråga.händelser"),
        ),
    )


def _decisions() -> Raw:
    return when(
        "beslut",
        _section("Beslut under året"),
        _decision_table("beslut"),
    )


def _actions() -> Raw:
    return when(
        "klara_åtgärder or öppna_åtgärder",
        _section("Åtgärder"),
        _action_table("Klara åtgärder", "klara_åtgärder", _DONE),
        _action_table("Kvarstående åtgärder", "öppna_åtgärder", _LEFT),
    )


def _action_table(heading: str, values: str, last: Column) -> Raw:
    return when(
        values,
        _part(heading, 2),
        table(
            f"{heading}: vad, vem, från vilket möte och {last.heading.lower()}.",
            f"å in {values}",
            (
                Column("Vad", "{{ å.åtgärd.vad|versal }}", 34),
                Column("Vem", "{{ å.åtgärd.vem|lista|versal }}", 20),
                Column("Från", "{{ å.kommer_från }}", 26),
                last,
            ),
            caption=heading,
        ),
    )


def _carried_over() -> Raw:
    return when(
        "uppskjutna",
        _section("Uppskjutna frågor"),
        _carried_table("uppskjutna"),
    )


def _meeting_table(values: str) -> Raw:
    """A row for each of the meetings."""
    return table(
        "Årets möten: nummer, datum, tid, plats, antal närvarande, punkter och beslut.",
        f"m in {values}",
        (
            Column("Nr", "{{ m.nummer or loop.index }}", 10),
            Column("Datum", "{{ m.datum|datum_iso }}", 14),
            Column("Tid", "{% if m.start %}{{ m.start|tidsspann(m.slut) }}{% endif %}", 19),
            Column("Plats", "{{ m.plats }}", 23),
            Column("Närvarande", "{{ m.närvarande }}", 14, right=True),
            Column("Punkter", "{{ m.punkter }}", 11, right=True),
            Column("Beslut", "{{ m.beslut }}", 9, right=True),
        ),
        caption="Årets möten",
    )


def _decision_table(values: str) -> Raw:
    """A row for each of the decisions."""
    return table(
        "Årets beslut: beslutet samt mötet och punkten, ett beslut på varje rad.",
        f"b in {values}",
        (
            Column("Beslut", "{{ b.beslut.text }}", 62),
            Column("Möte och punkt", "{{ b.kommer_från }}", 38),
        ),
        caption="Beslut under året",
    )


def _carried_table(values: str) -> Raw:
    """A row for each postponed matter."""
    outcome = (
        "{% if u.behandlad %}Behandlad {{ u.behandlad }}"
        "{% elif u.flyttas_till %}Kvarstår, flyttad till {{ u.flyttas_till }}"
        "{% else %}Kvarstår{% endif %}"
    )
    return table(
        "Uppskjutna frågor: frågan, mötet som sköt upp den och vad som hände.",
        f"u in {values}",
        (
            Column("Fråga", "{{ u.rubrik }}", 34),
            Column("Uppskjuten", "{{ u.kommer_från }}", 30),
            Column("Vad som hände", outcome, 36),
        ),
        caption="Uppskjutna frågor",
    )


def _bodies() -> Raw:
    """Where the report is of several bodies: each one's year under its name."""

    def told(heading: str, values: str, content: Raw) -> Raw:
        return when(values, _part(heading, 2), content)

    return each(
        "del",
        "delar",
        _part("{{ del.organ }}"),
        when("del.inledning", paragraph("BodyText", "{{p del.inledning|markdown(3) }}")),
        _sourced("del.sammanfattning"),
        _statements("Förändringar under året", "del.förändringar", level=2),
        told("Mål, aktiviteter och resultat", "del.mål", _goal_table("del.mål")),
        told("Möten", "del.möten", _meeting_table("del.möten")),
        told("Närvaro per person", "del.närvaro", _person_table("del.närvaro")),
        told(
            "Frågor under året",
            "del.frågor",
            each(
                "fråga", "del.frågor", _part("{{ fråga.rubrik }}", 3), _sourced("fråga.händelser")
            ),
        ),
        told("Beslut under året", "del.beslut", _decision_table("del.beslut")),
        _action_table("Klara åtgärder", "del.klara_åtgärder", _DONE),
        _action_table("Kvarstående åtgärder", "del.öppna_åtgärder", _LEFT),
        told("Uppskjutna frågor", "del.uppskjutna", _carried_table("del.uppskjutna")),
        _statements("Överlämnat till andra", "del.överlämnat", level=2),
        told("Ekonomi", "del.ekonomi", paragraph("BodyText", "{{p del.ekonomi|markdown(3) }}")),
        each(
            "t",
            "del.tillägg + del.avsnitt",
            _part("{{ t.rubrik }}", 2),
            paragraph("BodyText", "{{p t.text|markdown(3) }}"),
        ),
    )


def _goal_table(values: str) -> Raw:
    """A row for each of the goals."""
    result = "{{ m.resultat }}{% if m.källor %} ({{ m.källor|källa }}){% endif %}"
    return table(
        "Årets mål: målet, aktiviteten och resultatet, ett mål på varje rad.",
        f"m in {values}",
        (
            Column("Mål", "{{ m.mål }}", 32),
            Column("Aktivitet", "{{ m.aktivitet }}", 26),
            Column("Resultat", result, 42),
        ),
        caption="Mål, aktiviteter och resultat",
    )


def _person_table(values: str) -> Raw:
    """A row for each person."""
    share = "{% if p.andel is none %}–{% else %}{{ p.andel }}\u00a0%{% endif %}"
    present = "{% if p.andel is none %}–{% else %}{{ p.närvarande }}{% endif %}"
    return table(
        "Närvaro per person: möten med närvaro, möten med personen på listan, och andelen.",
        f"p in {values}",
        (
            name_column(34),
            Column("Organisation", "{{ p.organisation }}", 30),
            Column("Närvarande", present, 13, right=True),
            Column("Möten", "{{ p.kallad }}", 10, right=True),
            Column("Andel", share, 11, right=True),
        ),
        caption="Närvaro per person",
    )


def _next_year() -> Raw:
    return when(
        "kommande_möten",
        _section("Kommande möten"),
        each("m", "kommande_möten", paragraph("ListBullet", "{{ m|versal }}")),
    )


def _signatures() -> Raw:
    """Lines for those the year's lists name as chair and secretary, or for whoever they are."""
    lines = [
        Raw(
            step(f'for p in närvaro if "{role}" in p.roller')
            + signature(role.capitalize(), supplied("{{ p.namn }}"))
            + step("else")
            + signature(role.capitalize(), supplied("Namnförtydligande"))
            + step("endfor")
        )
        for role in ("ordförande", "sekreterare")
    ]
    return Raw(
        section("Underskrifter")
        + paragraph("Signatur", "Ort och datum", properties=_OWN_LINE)
        + "".join(lines)
    )
