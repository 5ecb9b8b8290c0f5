"""Agenda items → headings at three levels, each with facts, text, decisions and actions."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from templates.source import formal
from templates.source.markup import (
    NBSP,
    Column,
    Raw,
    each,
    listed,
    paragraph,
    parts,
    run,
    strong,
    table,
    value,
    when,
)


@dataclass(frozen=True, slots=True)
class Level:
    """A level of items: its loop variable, where its items are, and its headings' depth."""

    item: str
    items: str
    depth: int

    @property
    def text(self) -> str:
        """The item's text; its own headings stand one step below the item's."""
        return f"{{{{p {self.item}.text|markdown({min(self.depth + 1, 3)}) }}}}"


LEVELS = (
    Level("punkt", "punkter", 1),
    Level("underpunkt", "punkt.underpunkter", 2),
    Level("delpunkt", "underpunkt.underpunkter", 3),
)


def items(content: Callable[[Level], Raw]) -> Raw:
    """All items with their sub-items; `content` makes what stands under each heading."""
    inner = Raw("")
    for level in reversed(LEVELS):
        heading = paragraph(f"Heading{level.depth}", _heading(level))
        inner = each(level.item, level.items, heading, content(level), inner)
    return inner


def _heading(level: Level) -> Raw:
    number = value("nummer", f"{{{{ {level.item}.nummer }}}}")
    title = value("rubrik", f"{{{{ {level.item}.rubrik }}}}")
    if level.depth > 1:
        opening = run(f"{{% if {level.item}.nummer %}}")
        return Raw(opening + number + run(f"{NBSP}{{% endif %}}") + title)
    by_section = f'{level.item}.nummer and numrering == "paragrafer"'
    return Raw(
        run(f"{{% if {by_section} %}}§{NBSP}")
        + number
        + run(f"{NBSP}{{% elif {level.item}.nummer %}}")
        + number
        + run(f".{NBSP}{{% endif %}}")
        + title
    )


def minutes_content(level: Level) -> Raw:
    """Under an item of minutes: the actions as paragraphs; they have a table at the end too."""
    item = level.item
    return _content(
        level,
        Raw(formal.before_decisions(item) + decisions(item) + formal.after_decisions(item)),
        each("åtgärd", f"{item}.åtgärder", _action()),
    )


def agenda_content(level: Level) -> Raw:
    """Under an item of an agenda: the actions to follow up as a table."""
    item = level.item
    return _content(level, decisions(item), when(f"{item}.åtgärder", follow_up(item)))


def _content(level: Level, decided: Raw, actions: Raw) -> Raw:
    """What it is for, who presents it, where it is from, text, decisions, where it went."""
    item = level.item
    return Raw(
        _facts(item)
        + paragraph(
            "Kalla",
            f"{{% if {item}.kommer_från %}}",
            _came_from(item),
            "{% endif %}",
            properties="<w:keepNext/>",
        )
        + paragraph("BodyText", level.text)
        + decided
        + actions
        + _carried(item)
        + _attached(item)
    )


def _came_from(item: str) -> Raw:
    """Where a point comes from; the heading there only when it is another one."""
    origin_there = f"{item}.kommer_från"
    again = f"{origin_there}.rubrik == {item}.rubrik"
    return Raw(
        run(f"{{% if {again} %}}Återkommer från {{% else %}}Från {{% endif %}}")
        + origin(origin_there, f"not ({again}) and {origin_there}.rubrik")
    )


def origin(source: str, shows_title: str) -> Raw:
    """A meeting and its item: "Styrgruppen, 2026-03-02, punkt 6, Barns behov i skolan"."""
    return parts(
        (f"{source}.organ", value("organ", f"{{{{ {source}.organ }}}}")),
        (f"{source}.datum", value("datum", f"{{{{ {source}.datum|datum_iso }}}}")),
        (
            f"{source}.punkt",
            Raw(run("punkt ") + value("punkt", f"{{{{ {source}.punkt }}}}")),
        ),
        (shows_title, value("rubrik", f"{{{{ {source}.rubrik }}}}")),
    )


def _action() -> Raw:
    """One action: "Åtgärd: Eva Ek bokar lokal, senast 2026-04-01"."""
    return paragraph(
        "Atgard",
        strong("Åtgärd: "),
        listed("namn", "åtgärd.vem", value("namn", "{{ namn }}")),
        "{% if åtgärd.vem and åtgärd.vad[:1] is lower %} {% elif åtgärd.vem %}: {% endif %}",
        value("vad", "{{ åtgärd.vad }}"),
        "{% if åtgärd.senast or åtgärd.när or åtgärd.läge == 'klar' %}, {% endif %}",
        _when_done("åtgärd", "senast "),
        "{% if åtgärd.kommer_från %}, från {% endif %}",
        _action_origin("åtgärd"),
    )


def _action_origin(action: str) -> Raw:
    there = f"{action}.kommer_från"
    return Raw(run(f"{{% if {there} %}}") + origin(there, f"{there}.rubrik") + run("{% endif %}"))


def _when_done(action: str, by: str) -> Raw:
    """That it is done, the last day, and the source's words, as far as they are told."""
    return parts(
        (f"{action}.läge == 'klar'", value("läge", "klar")),
        (
            f"{action}.senast",
            Raw(run(by) + value("senast", f"{{{{ {action}.senast|datum_iso }}}}")),
        ),
        (f"{action}.när", value("när", f"{{{{ {action}.när }}}}")),
    )


def follow_up(item: str) -> Raw:
    """The actions of an item as a table: what, who, when, and where they come from."""
    return table(
        "Åtgärder att följa upp: vem, vad, när och från vilket möte, en åtgärd på varje rad.",
        f"åtgärd in {item}.åtgärder",
        (
            Column("Vem", listed("namn", "åtgärd.vem", value("namn", "{{ namn }}")), 22),
            Column("Vad", value("vad", "{{ åtgärd.vad }}"), 34),
            Column("När", _when_done("åtgärd", ""), 14),
            Column("Från", _action_origin("åtgärd"), 30),
        ),
        caption="Åtgärder att följa upp",
    )


def due(action: str) -> str:
    """When an action is to be done: that it is, the last day, or the source's words."""
    return (
        f'{{% if {action}.läge == "klar" %}}Klar{{% elif {action}.senast %}}'
        f"{{{{ {action}.senast|datum_iso }}}}{{% else %}}{{{{ {action}.när }}}}{{% endif %}}"
    )


def decisions(item: str) -> Raw:
    """The decisions of an item, set apart; numbered when there are several."""
    number = Raw(
        run("{% if beslut.nummer %}")
        + value("nummer", "{{ beslut.nummer }}")
        + run(f".{NBSP}{{% elif loop.length > 1 %}}")
        + value("förvalt", f"{{{{ loop.index }}}}.{NBSP}")
        + run("{% endif %}")
    )
    alone = f'{item}.beslut|map(attribute="nummer")|list == ["1"]'
    return Raw(
        paragraph("Beslutsrubrik", f"{{% if {item}.beslut %}}Beslut{{% endif %}}")
        + each(
            "beslut",
            f"{item}.beslut",
            paragraph(
                "Beslut",
                f"{{% if {alone} %}}",
                value("ensamt", "{{ beslut.text }}"),
                "{% else %}",
                number,
                value("vad", "{{ beslut.text }}"),
                "{% endif %}",
            ),
        )
    )


def _carried(item: str) -> Raw:
    """That the point was not dealt with, and where it goes."""
    to = f"{item}.flyttas_till"
    return paragraph(
        "Punktlage",
        strong(
            f'{{% if {to} and {item}.läge == "uppskjuten" %}}Punkten flyttas till: '
            f'{{% elif {to} and {item}.läge == "utgår" %}}Punkten utgår och flyttas till: '
            f"{{% elif {to} %}}Punkten återkommer: {{% endif %}}"
        ),
        f"{{% if {to} %}}",
        value("när", f"{{{{ {to} }}}}"),
        f'{{% elif {item}.läge == "uppskjuten" %}}Punkten skjuts upp.'
        f'{{% elif {item}.läge == "utgår" %}}Punkten utgår.{{% endif %}}',
    )


def _attached(item: str) -> Raw:
    return paragraph(
        "Kalla",
        f"{{% if {item}.bilagor %}}Bilagor: ",
        listed("bilaga", f"{item}.bilagor", value("rubrik", "{{ bilaga.rubrik }}")),
        "{% endif %}",
        properties='<w:spacing w:before="60" w:after="60"/>',
    )


def _facts(item: str) -> Raw:
    """What the point is for, time set aside, who presents it, registry number."""
    return paragraph(
        "Punktfakta",
        parts(
            (f"{item}.klockan", value("tid", f"{{{{ {item}.klockan|tid }}}}")),
            (f"{item}.typ", f"{{{{ {item}.typ|versal }}}}"),
            (
                f"{item}.minuter",
                f'{{{{ {item}.minuter|antal("minut", "minuter", words=False) }}}}',
            ),
            (
                f"{item}.föredragande",
                Raw(
                    run("Föredragande: ")
                    + listed("namn", f"{item}.föredragande", value("namn", "{{ namn }}"))
                ),
            ),
            (
                f"{item}.diarienummer",
                Raw(run("Dnr ") + value("diarienummer", f"{{{{ {item}.diarienummer }}}}")),
            ),
            between=" · ",
        ),
        properties="<w:keepNext/>",
    )
