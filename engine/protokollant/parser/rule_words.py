"""A rule's name → what it looks at, in Swedish, for the person who asks why a line was read so."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

RULE_WORDS: Mapping[str, str] = MappingProxyType(
    {
        # the head
        "label_value": "ledord med värde",
        "title_line": "rad som nämner slaget av handling",
        "body_line": "rad som nämner ett organ",
        "date_line": "rad med ett datum",
        "place_line": "rad med en plats",
        "call_line": "kallelse i löpande text",
        "opening_line": "rad om när mötet öppnas eller avslutas",
        "opened_and_closed": "klockslag i en punkt om öppnande eller avslutning",
        "contents_heading": "rubriken dagordning",
        "body_in_text": "organ som nämns i texten",
        "file_name": "filens namn",
        "own_style": "formatmall ur programmets egna mallar",
        "running_text": "text före första punkten",
        # who took part
        "attendance_heading": "rubrik i närvarolistan",
        "column_heading": "kolumnrubrik i närvarolistan",
        "person_entry": "rad i närvarolistan",
        "roll_call": "upprop i löpande text",
        "officers": "de som valdes att leda mötet",
        "signature": "underskrift",
        # headings of items
        "numbered_heading": "numrerad rubrik",
        "section_heading": "paragrafrubrik",
        "marked_heading": "rubrik efter formatmall eller märke",
        "standing_heading": "rubrik som brukar finnas på möten",
        "cover_columns": "ledtext på flera rader på försättsbladet",
        "presenters": "föredragande",
        "notice": "anslag och bevis på försättsbladet",
        "detached_number": "rubrik skild från sitt nummer",
        "listed_items": "punkt i en uppräknad dagordning",
        "capitals_heading": "rubrik i versaler",
        "bold_heading": "rubrik i fetstil",
        "colon_heading": "rubrik med kolon",
        "run_in_heading": "rubrik först på raden",
        "heading_by_shape": "rubrik efter radens form",
        "bulleted_heading": "underrubrik med punkt framför",
        "heading_over_list": "underrubrik över en lista",
        "heading_apart": "underrubrik som står för sig",
        # what the items say
        "item_text": "löpande text",
        "decision_label": "beslut under rubriken Beslut",
        "decision_inline": "beslut efter ordet Beslut",
        "decision_sentence": "mening som säger att något beslutas",
        "action": "mening om vem som gör vad",
        "action_label": "åtgärd efter ett ledord",
        "action_table": "rad i en åtgärdstabell",
        "noted_table": "tabell med mötets punkter",
        "carry_over": "mening om att punkten skjuts upp",
        "attachment": "bilaga som nämns",
        "next_meeting": "mening om nästa möte",
        "approval_deadline": "mening om tid för synpunkter",
        "label": "ledord",
    }
)
"""Every rule that can stand in a source; a test holds the table complete and without dead rows."""


def rule_in_words(rule: str) -> str:
    """What the rule looks at, in Swedish."""
    return RULE_WORDS.get(rule, rule.replace("_", " "))
