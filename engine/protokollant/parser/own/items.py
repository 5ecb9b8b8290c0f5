"""Parts of an own document → its items, each paragraph by its style."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from types import MappingProxyType
from typing import Any

from protokollant.model import Action, AgendaItem, Attachment, Decision
from protokollant.parser.own.account import Account, cell_text
from protokollant.parser.own.fields import has, kind_of, loose, unnumbered, value, values
from protokollant.parser.own.formal import Formal, read_formal
from protokollant.parser.own.matters import (
    came_from,
    read_action,
    read_action_row,
    read_decisions,
    read_state,
)
from protokollant.parser.own.outline import Block, Part
from protokollant.parser.own.text import markdown
from protokollant.phrases.lines import read_line
from protokollant.phrases.matters import read_names
from protokollant.source import Paragraph, TableRow
from protokollant.swedish import fold, read_time
from protokollant.vocabulary import VALUES

ACTION_COLUMNS = ("vem", "vad")
"""How the table of an item's actions begins."""

_NUMBER = re.compile(r"\d+(?:\.\d+)*(?:\s?[a-zåäö])?")
_NUMBERED = re.compile(rf"(?:§\s*)?(?P<number>{_NUMBER.pattern})(?P<sign>[.)]|(?=\s))\s*")
_MINUTES = re.compile(r"(\d+)\s+minut(?:er)?", re.IGNORECASE)
_KINDS = {word: kind for kind, word in VALUES["ItemKind"].items()}


@dataclass(slots=True)
class Draft:
    """An item under construction, with the blocks that have not become a value."""

    path: str
    day: date | None
    account: Account
    values: dict[str, Any] = field(default_factory=dict)
    text: list[Block] = field(default_factory=list)
    decisions: list[Paragraph] = field(default_factory=list)
    actions: list[Action] = field(default_factory=list)
    attachments: list[Attachment] = field(default_factory=list)
    formal: Formal = field(default_factory=Formal)


def read_items(
    parts: Sequence[Part], day: date | None, account: Account, path: str = "items"
) -> tuple[AgendaItem, ...]:
    """The items of the parts, with their sub-items."""
    return tuple(_item(part, Draft(f"{path}[{i}]", day, account)) for i, part in enumerate(parts))


def _item(part: Part, draft: Draft) -> AgendaItem:
    heading = part.heading
    assert heading is not None
    number, title = _named(heading)
    draft.account.took(f"{draft.path}.title", heading)
    is_row_of_actions = False
    for block in part.blocks:
        if isinstance(block, Paragraph):
            READ.get(block.style, _text)(draft, block)
            continue
        is_row_of_actions = _begins_actions(block) if block.first else is_row_of_actions
        _row(draft, block, is_row_of_actions)
    items = read_items(part.parts, draft.day, draft.account, f"{draft.path}.items")
    draft.account.took(f"{draft.path}.text", *draft.text)
    fields: dict[str, Any] = {
        "number": number,
        "title": title,
        "text": markdown(draft.text, min(part.level + 1, 3)),
        "decisions": _decisions(draft),
        "actions": tuple(draft.actions),
        "attachments": tuple(draft.attachments),
        "items": items,
    }
    if origin := draft.values.pop("origin", None):
        fields["origin"] = origin(title)
    return AgendaItem(**fields, **draft.values, **draft.formal.told())


def _named(heading: Paragraph) -> tuple[str, str]:
    """The number and title of a heading; one written in Word shows its number by its shape."""
    spans = heading.spans
    number = value(spans, "nummer")
    if has(spans, "nummer", "rubrik") and (not number or _NUMBER.fullmatch(number)):
        return number, unnumbered(spans)
    text = heading.text.strip()
    found = _NUMBERED.match(text)
    if found and (found["sign"] or text.startswith("§") or "." in found["number"]):
        return found["number"], text[found.end() :]
    return heading.label.strip(" .()§"), text


def _text(draft: Draft, block: Block) -> None:
    draft.text.append(block)


def _facts(draft: Draft, block: Paragraph) -> None:
    """What the point is for, its time, who presents it, its registry number."""
    spans = block.spans
    found: dict[str, Any] = {
        "presenters": values(spans, "namn"),
        "case": value(spans, "diarienummer"),
    }
    if has(spans, "tid"):
        found["clock"] = read_time(value(spans, "tid"))
    for part in loose(spans, "Föredragande", "Dnr", "och").replace("·", ",").split(","):
        word = part.strip(" :")
        if fold(word) in _KINDS:
            found["kind"] = _KINDS[fold(word)]
        elif match := _MINUTES.fullmatch(word):
            found["minutes"] = int(match[1])
        elif word and fold(block.text).startswith("föredragande") and not found["presenters"]:
            found["presenters"] = read_names(word)
        elif word:
            draft.account.left(block, word)
    draft.values |= {name: told for name, told in found.items() if told}
    draft.account.took(draft.path, block)


def _small_print(draft: Draft, block: Paragraph) -> None:
    """Where the point comes from, or its attachments; else a text like any other."""
    text = fold(block.text)
    if text.startswith("bilagor:"):
        titles = values(block.spans, "rubrik")
        extra = loose(block.spans, "Bilagor", "och")
        draft.attachments += [Attachment(title=title) for title in titles]
        draft.attachments += [read_line(Attachment, title) for title in extra.split(", ") if title]
        draft.account.took(f"{draft.path}.attachments", block)
    elif text.startswith(("från ", "återkommer från ")) and (found := came_from(block)):
        draft.values["origin"] = found
        draft.account.took(f"{draft.path}.origin", block)
    else:
        draft.text.append(block)


def _decision_heading(draft: Draft, block: Paragraph) -> None:
    draft.account.took(f"{draft.path}.decisions", block)


def _decision(draft: Draft, block: Paragraph) -> None:
    if block.text.strip():
        draft.decisions.append(block)
        draft.account.took(f"{draft.path}.decisions", _uncounted(draft, block))


def _uncounted(draft: Draft, block: Paragraph) -> Paragraph:
    """The paragraph without what the template itself put there: a number it counted."""
    draft.account.counted(block, value(block.spans, "förvalt"))
    own = tuple(span for span in block.spans if kind_of(span) != "förvalt")
    return replace(block, spans=own)


def _decisions(draft: Draft) -> tuple[Decision, ...]:
    return read_decisions([block.spans for block in draft.decisions])


def _action(draft: Draft, block: Paragraph) -> None:
    if block.text.strip():
        draft.actions.append(read_action(block.spans, draft.day))
        draft.account.took(f"{draft.path}.actions[{len(draft.actions) - 1}]", block)


def _state(draft: Draft, block: Paragraph) -> None:
    if found := read_state(block, draft.day):
        draft.values |= found
        draft.account.took(f"{draft.path}.state", block)
    else:
        draft.text.append(block)


def _formal(draft: Draft, block: Paragraph) -> None:
    if name := read_formal(draft.formal, block):
        draft.account.took(f"{draft.path}.{name}", _uncounted(draft, block))
    else:
        draft.text.append(block)


def _begins_actions(row: TableRow) -> bool:
    return tuple(fold(cell_text(cell)) for cell in row.cells[:2]) == ACTION_COLUMNS


def _row(draft: Draft, row: TableRow, is_of_actions: bool) -> None:
    if not is_of_actions:
        draft.text.append(row)
        return
    draft.account.took(f"{draft.path}.actions", row)
    if not row.first and any(cell_text(cell) for cell in row.cells):
        draft.actions.append(read_action_row(row, draft.day))


READ: Mapping[str, Callable[[Draft, Paragraph], None]] = MappingProxyType(
    {
        "Punktfakta": _facts,
        "Källa": _small_print,
        "Beslutsrubrik": _decision_heading,
        "Beslut": _decision,
        "Åtgärd": _action,
        "Punktläge": _state,
        "Formalia": _formal,
    }
)
"""The styles that are more than text, and what reads them."""
