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
_GIVEN_ROLES = (
    'set given_roll = {"Ledamöter": "ledamot", "Ersättare": "ersättare", '
    '"Övriga": "inbjuden", "Inbjudna": "inbjuden"}'
)
_DUTIES = Column(
    "Roll och uppdrag",
    '{{ [p.roller|reject("equalto", given_roll.get(p.grupp))|reject("in", p.titel|lower)|lista, '
    "p.titel, p.organisation if p.organisation != p.grupp, "
    '"ersätter " ~ p.ersätter if p.ersätter, '
    '"deltog " ~ p.deltog if p.deltog, p.anmärkning]'
    '|select|join(", ")|versal }}',
    50,
)
_PRESENCE = Column(
    "Närvaro",
    '{% if p.närvaro == "okänt" %}–{% else %}{{ p.närvaro|versal }}{% endif %}',
    18,
)
_TELLS_PRESENCE = (
    '(närvarande or frånvarande) and grupp.rubrik not in ("Närvarande", "Frånvarande")'
)
_MANY_GROUPS = "grupper|length > 4"


def attendance() -> Raw:
    """The attendance list: a table for each group, or one table where the groups are many.

    The column of attendance stands only where it says something that the heading does not, and
    what the heading gives (a role, a municipality) is not repeated in every row.
    """
    return when(
        "deltagare",
        paragraph("Heading1", "Deltagare"),
        step(_GIVEN_ROLES),
        either(_MANY_GROUPS, _one_table(), _table_for_each_group()),
    )


def _one_table() -> Raw:
    return _table("p in deltagare", _NAME, Column("Grupp", "{{ p.grupp }}", 32), _DUTIES, _PRESENCE)


def _table_for_each_group() -> Raw:
    people = "p in grupp.deltagare"
    return each(
        "grupp",
        "grupper",
        paragraph("Heading2", "{{ grupp.rubrik }}"),
        either(
            _TELLS_PRESENCE,
            _table(people, _NAME, _DUTIES, _PRESENCE),
            _table(people, _NAME, _DUTIES),
        ),
    )


def _table(people: str, *columns: Column) -> Raw:
    shown = ", ".join(column.heading.lower() for column in columns)
    description = f"Deltagare, en person på varje rad: {shown}."
    return table(description, people, columns, caption="Deltagare")


def called() -> Raw:
    """Those called, group by group, as head facts.

    Groups that say who came to the last meeting are no groups of those called to the next.
    """
    label = strong("{% if loop.first %}Kallade{% endif %}")
    group = "{% if grupp.rubrik %}{{ grupp.rubrik }}: {% endif %}"
    return either(
        '"närvarande" in grupper|map(attribute="rubrik")|join(" ")|lower',
        paragraph("Uppgift", strong("Kallade"), TAB, _names("deltagare")),
        each(
            "grupp",
            "grupper",
            paragraph("Uppgift", label, TAB, group + _names("grupp.deltagare")),
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
