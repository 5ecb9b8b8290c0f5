"""Participants → attendance tables, a list of those called, signature lines."""

from __future__ import annotations

from templates.source.markup import (
    TAB,
    Column,
    Raw,
    each,
    either,
    paragraph,
    step,
    strong,
    table,
    when,
)

_NAME = Column("Namn", "{{ p.namn }}{% if p.parti %} ({{ p.parti }}){% endif %}", 32)
_DUTIES = (
    '{{ [p.roller|reject("in", givna_roller)|reject("in", p.titel|lower)|lista, '
    "p.titel, p.organisation if p.organisation != grupp.rubrik, "
    '"ersätter " ~ p.ersätter if p.ersätter, '
    '"deltog " ~ p.deltog if p.deltog, p.anmärkning]'
    '|select|join(", ")|versal }}'
)
_PRESENCE = '{% if p.närvaro == "okänt" %}–{% else %}{{ p.närvaro|versal }}{% endif %}'
_TELLS_PRESENCE = (
    '(närvarande or frånvarande) and grupp.rubrik not in ("Närvarande", "Frånvarande")'
)


def attendance() -> Raw:
    """A table for each group of the attendance list, under the group's own heading.

    The column of attendance stands only where it says something that the heading does not, and
    what the heading gives (a role, a municipality) is not repeated in every row.
    """
    duties = Column("Roll och uppdrag", _DUTIES, 50)
    rows = "p in grupp.deltagare"
    return when(
        "deltagare",
        paragraph("Heading1", "Deltagare"),
        each(
            "grupp",
            "grupper",
            paragraph("Heading2", "{{ grupp.rubrik }}"),
            step('set givna_roller = ["ledamot", "ersättare", "inbjuden"] if grupp.rubrik else []'),
            either(
                _TELLS_PRESENCE,
                table(
                    "Deltagare: namn, roll och uppdrag samt närvaro, en person på varje rad.",
                    rows,
                    (_NAME, duties, Column("Närvaro", _PRESENCE, 18)),
                    caption="Deltagare",
                ),
                table(
                    "Deltagare: namn samt roll och uppdrag, en person på varje rad.",
                    rows,
                    (_NAME, duties),
                    caption="Deltagare",
                ),
            ),
        ),
    )


def called() -> Raw:
    """Those called, group by group, as head facts.

    Groups that say who came to the last meeting are no groups of those called to the next.
    """
    return either(
        '"närvarande" in grupper|map(attribute="rubrik")|join(" ")|lower',
        paragraph("Uppgift", strong("Kallade"), TAB, _names("deltagare")),
        each(
            "grupp",
            "grupper",
            paragraph(
                "Uppgift",
                strong('{{ grupp.rubrik or "Kallade" }}'),
                TAB,
                _names("grupp.deltagare"),
            ),
        ),
    )


def _names(people: str) -> str:
    return (
        f"{{% for p in {people} %}}{{{{ p.namn }}}}{{% if p.parti %}} ({{{{ p.parti }}}})"
        "{% endif %}{% if not loop.last %}, {% endif %}{% endfor %}"
    )


def signature(role: str, name: str) -> Raw:
    """In what role, room to sign above a line, and under it the name; they stay together.

    The line is a border, which is drawn and not read aloud as a row of underscores is.
    """
    return Raw(paragraph("Signatur", role) + paragraph("Namnrad", name))
