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
    """A level of items: its loop variable, where its items are, and its heading's style."""

    item: str
    items: str
    style: str


LEVELS = (
    Level("punkt", "punkter", "Heading1"),
    Level("underpunkt", "punkt.underpunkter", "Heading2"),
    Level("delpunkt", "underpunkt.underpunkter", "Heading3"),
)
_SPOKEN = '" minuter" if {0}.minuter != 1 else " minut"'


def items(content: Callable[[str], Raw]) -> Raw:
    """All items with their sub-items; `content` makes what stands under each heading."""
    inner = Raw("")
    for level in reversed(LEVELS):
        heading = paragraph(level.style, _heading_text(level))
        inner = each(level.item, level.items, heading, content(level.item), inner)
    return inner


def _heading_text(level: Level) -> str:
    number = f"{{{{ {level.item}.nummer }}}}"
    title = f"{{{{ {level.item}.rubrik }}}}"
    if level.style != "Heading1":
        return f"{{% if {level.item}.nummer %}}{number}{NBSP}{{% endif %}}{title}"
    return (
        f'{{% if {level.item}.nummer and numrering == "paragrafer" %}}§{NBSP}{number}{NBSP}'
        f"{{% elif {level.item}.nummer %}}{number}.{NBSP}{{% endif %}}{title}"
    )


def minutes_content(item: str) -> Raw:
    """Under an item of minutes: who presented, text, decisions, actions, where it went."""
    return Raw(
        _facts(item, ("Föredragande: ", "föredragande|lista"), ("Dnr ", "diarienummer"))
        + paragraph("BodyText", f"{{{{p {item}.text|markdown }}}}")
        + decisions(item)
        + each(
            "åtgärd",
            f"{item}.åtgärder",
            paragraph("Atgard", strong("Åtgärd: "), "{{ åtgärd|string|versal }}"),
        )
        + _carried(item)
        + _attached(item)
    )


def agenda_content(item: str) -> Raw:
    """Under an item of an agenda: what it is for, its time, who presents it, where it is from."""
    minutes = _SPOKEN.format(item)
    return Raw(
        paragraph(
            "Punktfakta",
            f"{{{{ [{item}.typ|versal, ({item}.minuter ~ {minutes}) if {item}.minuter else \"\", "
            f'{item}.föredragande|lista, "dnr " ~ {item}.diarienummer if {item}.diarienummer '
            'else ""]|select|join(" · ") }}',
        )
        + paragraph("Kalla", f"{{% if {item}.kommer_från %}}Från {{{{ {item}.kommer_från }}}}{{% endif %}}")
        + paragraph("BodyText", f"{{{{p {item}.text|markdown }}}}")
        + decisions(item)
        + when(f"{item}.åtgärder", follow_up(item))
        + _carried(item)
        + _attached(item)
    )


def follow_up(item: str) -> Raw:
    """The actions of an item as a table: what, who, when, and where they come from."""
    return table(
        "Åtgärder att följa upp: vad, vem, när och från vilket möte, en åtgärd på varje rad.",
        f"åtgärd in {item}.åtgärder",
        (
            Column("Vad", "{{ åtgärd.vad|versal }}", 42),
            Column("Vem", "{{ åtgärd.vem|lista }}", 22),
            Column("När", due("åtgärd"), 16),
            Column("Från", "{{ åtgärd.kommer_från }}", 20),
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
        f"{{{{ {item}.flyttas_till }}}}{{% endif %}}",
    )


def _attached(item: str) -> Raw:
    return paragraph(
        "Punktfakta",
        f"{{% if {item}.bilagor %}}Bilagor: "
        f'{{{{ {item}.bilagor|map(attribute="rubrik")|lista }}}}{{% endif %}}',
    )


def _facts(item: str, *rows: tuple[str, str]) -> Raw:
    parts = [
        f'"{label}" ~ {item}.{value} if {item}.{value} else ""' for label, value in rows
    ]
    return paragraph("Punktfakta", f'{{{{ [{", ".join(parts)}]|select|join(" · ") }}}}')
