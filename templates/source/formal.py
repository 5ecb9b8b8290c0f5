"""Formal content of an item → one paragraph each: jäv, motions, votes, reservations …

What a paragraph holds stands in its label; how it is read back is `parser/own/formal.py`.
"""

from __future__ import annotations

from templates.source.markup import Raw, each, listed, paragraph, run, strong, supplied, value

STYLE = "Formalia"


def before_decisions(item: str) -> Raw:
    """What comes before the decision: who takes part, what is moved, how it is voted."""
    return Raw(
        _told("sekretess", f"{item}.sekretess", "Sekretess")
        + each("en", f"{item}.jäv", _recusal())
        + each("en", f"{item}.in_och_ut", _movement())
        + each(
            "en",
            f"{item}.ajourneringar",
            _labelled("Ajournering", value("tid", "{{ en.start|tidsspann(en.slut) }}")),
        )
        + each("en", f"{item}.yrkanden", _labelled("Yrkande", _voiced("en")))
        + _told("propositionsordning", f"{item}.propositionsordning", "Propositionsordning")
        + each("en", f"{item}.omröstningar", _vote())
    )


def after_decisions(item: str) -> Raw:
    """What comes after the decision: reservations, notes, at-once approval, recipients."""
    return Raw(
        each("en", f"{item}.reservationer", _reservation())
        + each(
            "en", f"{item}.protokollsanteckningar", _labelled("Protokollsanteckning", _voiced("en"))
        )
        + paragraph(
            STYLE,
            f"{{% if {item}.omedelbar_justering %}}",
            supplied("Paragrafen justeras omedelbart."),
            "{% endif %}",
        )
        + paragraph(
            STYLE,
            strong(f"{{% if {item}.skickas_till %}}Skickas till: "),
            listed("namn", f"{item}.skickas_till", value("namn", "{{ namn }}")),
            "{% endif %}",
        )
    )


def _labelled(label: str, *pieces: Raw) -> Raw:
    return paragraph(STYLE, strong(f"{label}: "), *pieces)


def _told(name: str, source: str, label: str) -> Raw:
    """A label and a text, gone when there is no text."""
    return paragraph(
        STYLE,
        strong(f"{{% if {source} %}}{label}: "),
        value("vad", _on_one_line(source)),
        "{% endif %}",
    )


def _on_one_line(source: str) -> str:
    """A text that may have been typed over several lines."""
    return f'{{{{ {source}|replace("\\n", " ") }}}}'


def _names(source: str) -> Raw:
    return listed("namn", source, value("namn", "{{ namn }}"))


def _voiced(one: str) -> Raw:
    """The words after those whose they are."""
    return Raw(
        _names(f"{one}.av")
        + run(f"{{% if {one}.av and {one}.text %}}: {{% endif %}}")
        + value("vad", _on_one_line(f"{one}.text"))
    )


def _recusal() -> Raw:
    return _labelled(
        "Jäv",
        value("namn", "{{ en.namn }}"),
        run("{% if en.skäl %}: {% endif %}"),
        value("vad", _on_one_line("en.skäl")),
        run("{% if en.ersätts_av %}, ersätts av {% endif %}"),
        value("ersätter", "{{ en.ersätts_av }}"),
    )


def _movement() -> Raw:
    return _labelled(
        "Närvaro",
        value("namn", "{{ en.namn }}"),
        run(" "),
        value("läge", "{{ en.riktning }}"),
        run("{% if en.klockan %} {% endif %}"),
        value("tid", "{% if en.klockan %}{{ en.klockan|tid }}{% endif %}"),
        run("{% if en.ersättare %}, {% endif %}"),
        value("ersätter", "{{ en.ersättare }}"),
        run(
            '{% if en.ersättare %}{% if en.riktning == "kommer" %} avgår'
            "{% else %} tjänstgör{% endif %}{% endif %}"
        ),
    )


def _vote() -> Raw:
    """A vote: what on, who votes how, and what it leads to."""
    sides = (("Ja", "en.ja", "en.antal_ja"), ("Nej", "en.nej", "en.antal_nej"),
             ("Avstår", "en.avstår", "en.antal_avstår"))  # fmt: skip
    return Raw(
        paragraph(
            STYLE,
            strong("Omröstning{% if en.fråga %}: {% endif %}"),
            value("vad", _on_one_line("en.fråga")),
            properties="<w:keepNext/>",
        )
        + "".join(_side(*side) for side in sides)
        + paragraph(
            STYLE,
            strong("{% if en.utfall %}Utfall: "),
            value("vad", _on_one_line("en.utfall")),
            "{% endif %}",
        )
    )


def _side(label: str, names: str, count: str) -> Raw:
    """One side of a vote: "Ja, 5: names"; a number told at the meeting wins over names counted."""
    is_told = f"{count} is not none"
    return paragraph(
        STYLE,
        strong(f"{{% if {is_told} or {names} %}}{label}, "),
        f"{{% if {is_told} %}}",
        value("nummer", f"{{{{ {count} }}}}"),
        "{% else %}",
        value("förvalt", f"{{{{ {names}|length }}}}"),
        f"{{% endif %}}{{% if {names} %}}: {{% endif %}}",
        _names(names),
        "{% endif %}",
        properties="<w:keepNext/>",
    )


def _reservation() -> Raw:
    return _labelled(
        "Reservation",
        _names("en.av"),
        run("{% if en.klockan %}, {% endif %}"),
        value("tid", "{% if en.klockan %}{{ en.klockan|tid }}{% endif %}"),
        run("{% if en.text %}: {% endif %}"),
        value("vad", _on_one_line("en.text")),
    )
