"""Agenda items → headings at three levels, each with facts, text, decisions and actions."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from templates.source.markup import (
    NBSP,
    Column,
    Raw,
    each,
    paragraph,
    strong,
    table,
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
        heading = paragraph(f"Heading{level.depth}", _heading_text(level))
        inner = each(level.item, level.items, heading, content(level), inner)
    return inner


def _heading_text(level: Level) -> str:
    number = f"{{{{ {level.item}.nummer }}}}"
    title = f"{{{{ {level.item}.rubrik }}}}"
    if level.depth > 1:
        return f"{{% if {level.item}.nummer %}}{number}{NBSP}{{% endif %}}{title}"
    return (
        f'{{% if {level.item}.nummer and numrering == "paragrafer" %}}§{NBSP}{number}{NBSP}'
        f"{{% elif {level.item}.nummer %}}{number}.{NBSP}{{% endif %}}{title}"
    )


def minutes_content(level: Level) -> Raw:
    """Under an item of minutes: who presented, text, decisions, actions, where it went."""
    item = level.item
    return Raw(
        _facts(item, ("Föredragande: ", "föredragande|lista"), ("Dnr ", "diarienummer"))
        + paragraph("BodyText", level.text)
        + decisions(item)
        + each(
            "åtgärd",
            f"{item}.åtgärder",
            paragraph("Atgard", strong("Åtgärd: "), "{{ åtgärd|versal }}"),
        )
        + _carried(item)
        + _attached(item)
    )


def agenda_content(level: Level) -> Raw:
    """Under an item of an agenda: what it is for, its time, who presents it, where it is from."""
    item = level.item
    return Raw(
        paragraph(
            "Punktfakta",
            f'{{{{ [{item}.typ|versal, {item}.minuter|antal("minut", "minuter", words=False), '
            f'{item}.föredragande|lista, "dnr " ~ {item}.diarienummer if {item}.diarienummer]'
            '|select|join(" · ") }}',
        )
        + _origin(item)
        + paragraph("BodyText", level.text)
        + decisions(item)
        + when(f"{item}.åtgärder", follow_up(item))
        + _carried(item)
        + _attached(item)
    )


def _origin(item: str) -> Raw:
    """Where a point comes from; the heading there only when it is another one."""
    origin = f"{item}.kommer_från"
    return paragraph(
        "Kalla",
        f"{{% if {origin} %}}Från {{{{ [{origin}.organ, {origin}.datum|datum_iso, "
        f'"punkt " ~ {origin}.punkt if {origin}.punkt, '
        f"{origin}.rubrik if {origin}.rubrik != {item}.rubrik]"
        '|select|join(", ") }}{% endif %}',
    )


def follow_up(item: str) -> Raw:
    """The actions of an item as a table: what, who, when, and where they come from."""
    return table(
        "Åtgärder att följa upp: vad, vem, när och från vilket möte, en åtgärd på varje rad.",
        f"åtgärd in {item}.åtgärder",
        (
            Column("Vad", "{{ åtgärd.vad|versal }}", 36),
            Column("Vem", "{{ åtgärd.vem|lista|versal }}", 20),
            Column("När", due("åtgärd"), 14),
            Column("Från", "{{ åtgärd.kommer_från }}", 30),
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
    number = (
        f"{{% if {item}.beslut|length > 1 %}}{{{{ beslut.nummer or loop.index }}}}.{NBSP}"
        "{% endif %}"
    )
    return Raw(
        paragraph("Beslutsrubrik", f"{{% if {item}.beslut %}}Beslut{{% endif %}}")
        + each("beslut", f"{item}.beslut", paragraph("Beslut", f"{number}{{{{ beslut.text }}}}"))
    )


def _carried(item: str) -> Raw:
    return paragraph(
        "Atgard",
        strong(f"{{% if {item}.flyttas_till %}}Punkten flyttas till: "),
        f"{{{{ {item}.flyttas_till }}}}"
        f'{{% elif {item}.läge == "uppskjuten" %}}Punkten skjuts upp.'
        f'{{% elif {item}.läge == "utgår" %}}Punkten utgår.{{% endif %}}',
    )


def _attached(item: str) -> Raw:
    return paragraph(
        "Kalla",
        f"{{% if {item}.bilagor %}}Bilagor: "
        f'{{{{ {item}.bilagor|map(attribute="rubrik")|lista }}}}{{% endif %}}',
        properties='<w:spacing w:before="60" w:after="60"/>',
    )


def _facts(item: str, *rows: tuple[str, str]) -> Raw:
    parts = [f'"{label}" ~ {item}.{value} if {item}.{value}' for label, value in rows]
    told = f'{{{{ [{", ".join(parts)}]|select|join(" · ") }}}}'
    return paragraph("Punktfakta", told, properties="<w:keepNext/>")
