"""The short version of minutes: a line a point, then actions and the next meeting."""

from __future__ import annotations

from templates.source import closing
from templates.source.head import WHEN_FACTS, facts, meeting_naming, title_block
from templates.source.markup import NBSP, Raw, each, paragraph, run, strong, supplied, when
from templates.source.package import Document


def short_version() -> Document:
    """What was decided, who does what, and when the next meeting is, on a page."""
    naming = meeting_naming("Minnesanteckningar")
    return Document(
        naming,
        title_block(naming),
        facts(*WHEN_FACTS),
        when("punkter", paragraph("Heading1", supplied("Kortversion"))),
        each(
            "punkt",
            "punkter",
            _line("punkt", "BodyText"),
            each("underpunkt", "punkt.underpunkter", _line("underpunkt", "Atgard")),
        ),
        closing.action_table(),
        closing.next_meeting(),
        closing.contact(),
    )


def _line(item: str, style: str) -> Raw:
    sign = f'{{% if numrering == "paragrafer" %}}§{NBSP}{{% endif %}}'
    number = f"{{% if {item}.nummer %}}{sign}{{{{ {item}.nummer }}}}{NBSP}{{% endif %}}"
    return paragraph(
        style,
        strong(f"{number}{{{{ {item}.rubrik }}}}. "),
        run(f"{{% if {item}.sekretess %}}Sekretess. {{% endif %}}{{{{ {item}.text }}}}"),
        run(f"{{% if {item}.beslut %}} {{% endif %}}"),
        strong(f"{{% if {item}.beslut %}}Beslut: {{% endif %}}"),
        run(f"{{% for beslut in {item}.beslut %}}{{{{ beslut.text }}}} {{% endfor %}}"),
        run(
            f"{{% if {item}.flyttas_till %}} Flyttas till: {{{{ {item}.flyttas_till }}}}."
            f'{{% elif {item}.läge == "uppskjuten" %}} Skjuts upp.'
            f'{{% elif {item}.läge == "utgår" %}} Utgår.{{% endif %}}'
        ),
    )
