"""Participants → attendance tables, a list of those called, signature lines."""

from __future__ import annotations

from templates.source.head import section
from templates.source.markup import (
    TAB,
    Column,
    Raw,
    each,
    either,
    paragraph,
    parts,
    run,
    step,
    strong,
    table,
    value,
    when,
)

_PERSON = Raw(
    value("namn", "{{ p.namn }}")
    + run("{% if p.parti %} ")
    + value("parti", "({{ p.parti }})")
    + run("{% endif %}")
)
_GIVEN_ROLES = (
    'set given_roll = {"Ledamöter": "ledamot", "Ersättare": "ersättare", '
    '"Övriga": "inbjuden", "Inbjudna": "inbjuden"}'
)
_TITLE_TELLS_ROLE = run(
    '{% set rolltitel = p.roller and "vice" not in p.titel|lower '
    'and (p.titel|lower).endswith(p.roller|join(", ")) %}'
)
_ROLES = ("p.roller and not rolltitel", value("roll", "{{ p.roller|lista }}"))
_TITLES = (
    ("p.titel and rolltitel", value("rolltitel", "{{ p.titel }}")),
    ("p.titel and not rolltitel", value("titel", "{{ p.titel }}")),
)
_ORGANISATION = ("p.organisation", value("organisation", "{{ p.organisation }}"))
_BESIDES = (
    ("p.ersätter", Raw(run("ersätter ") + value("ersätter", "{{ p.ersätter }}"))),
    ("p.deltog", Raw(run("deltog ") + value("deltog", "{{ p.deltog }}"))),
    ("p.anmärkning", value("anmärkning", "{{ p.anmärkning }}")),
)
OFFICES = Raw(_TITLE_TELLS_ROLE + parts(_ROLES, *_TITLES, _ORGANISATION))
"""A person's role, title and organisation."""
_PRESENCE = Column(
    "Närvaro",
    '{% if p.närvaro == "okänt" %}–{% else %}{{ p.närvaro|versal }}{% endif %}',
    18,
)
_IMPLIED = (
    'set antagen = {"Närvarande": "närvarande", "Frånvarande": "frånvarande"}'
    '.get(grupp.rubrik, "okänt")'
)
_TELLS_PRESENCE = (
    'grupp.deltagare|rejectattr("närvaro", "equalto", antagen)|list '
    'or ((närvarande or frånvarande) and antagen == "okänt")'
)
_IN_ONE_TABLE = (
    'grupper|length > 4 or (grupper|length > 1 and "" in grupper|map(attribute="rubrik")|list) '
    'or deltagare != grupper|map(attribute="deltagare")|sum(start=())'
)


def name_column(share: float) -> Column:
    """The column of names, with party letters."""
    return Column("Namn", _PERSON, share)


def _duties(*offices: tuple[str, Raw]) -> Column:
    return Column("Roll och uppdrag", Raw(_TITLE_TELLS_ROLE + parts(*offices, *_BESIDES)), 50)


def attendance() -> Raw:
    """The attendance list: a table for each group, or one table where the groups are many.

    The column of attendance stands only where it says something that the heading does not, and
    what the heading gives (a role, a municipality) is not repeated in every row.
    """
    return when(
        "deltagare",
        section("Deltagare"),
        step(_GIVEN_ROLES),
        either(_IN_ONE_TABLE, _one_table(), _table_for_each_group()),
    )


def _one_table() -> Raw:
    shared = "{% if p.grupp == p.organisation %}"
    group = Raw(
        run(shared)
        + value("grupporganisation", "{{ p.grupp }}")
        + run("{% else %}")
        + value("grupp", "{{ p.grupp }}")
        + run("{% endif %}")
    )
    own = (f"p.organisation != p.grupp and {_ORGANISATION[0]}", _ORGANISATION[1])
    duties = _duties(_ROLES, *_TITLES, own)
    return _table("p in deltagare", name_column(32), Column("Grupp", group, 32), duties, _PRESENCE)


def _table_for_each_group() -> Raw:
    """What everyone in a group has by its heading stands there only: role, organisation."""
    people = "p in grupp.deltagare"
    duties = _duties(
        (f"not alla_roll and {_ROLES[0]}", _ROLES[1]),
        *_TITLES,
        (f"not alla_organisation and {_ORGANISATION[0]}", _ORGANISATION[1]),
    )
    return each(
        "grupp",
        "grupper",
        step(_IMPLIED),
        step(
            "set alla_roll = [given_roll.get(grupp.rubrik)] == "
            'grupp.deltagare|map(attribute="roller")|map("join", "/")|unique(true)|list'
        ),
        step(
            "set alla_organisation = [grupp.rubrik] == "
            'grupp.deltagare|map(attribute="organisation")|unique(true)|list'
        ),
        paragraph(
            "Heading2",
            "{% if alla_roll %}",
            value("grupproll", "{{ grupp.rubrik }}"),
            "{% elif alla_organisation %}",
            value("grupporganisation", "{{ grupp.rubrik }}"),
            "{% else %}",
            value("grupp", "{{ grupp.rubrik }}"),
            "{% endif %}",
        ),
        either(
            _TELLS_PRESENCE,
            _table(people, name_column(32), duties, _PRESENCE),
            _table(people, name_column(32), duties),
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
    group = Raw(
        run("{% if grupp.rubrik %}") + value("grupp", "{{ grupp.rubrik }}") + run(": {% endif %}")
    )
    return either(
        '"närvarande" in grupper|map(attribute="rubrik")|join(" ")|lower',
        paragraph("Uppgift", strong("Kallade"), TAB, _names("deltagare")),
        each(
            "grupp",
            "grupper",
            paragraph("Uppgift", label, TAB, group, _names("grupp.deltagare")),
        ),
    )


def _names(people: str) -> Raw:
    """The names in a row; the comma belongs to what it follows, or a line may begin with it."""
    comma = "{% if not loop.last %},{% endif %}"
    return Raw(
        run(f"{{% for p in {people} %}}")
        + value("namn", f"{{{{ p.namn }}}}{{% if not p.parti %}}{comma}{{% endif %}}")
        + run("{% if p.parti %} ")
        + value("parti", f"({{{{ p.parti }}}}){comma}")
        + run("{% endif %}{% if not loop.last %} {% endif %}{% endfor %}")
    )


def signature(role: str, name: Raw) -> Raw:
    """In what role, room to sign above a line, and under it the name; they stay together.

    The line is a border, which is drawn and not read aloud as a row of underscores is.
    """
    return Raw(paragraph("Signatur", role) + paragraph("Namnrad", name))
