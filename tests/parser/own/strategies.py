"""Meetings and reports as they can be written: texts with every sign, Markdown of every kind."""

from __future__ import annotations

import datetime as dt
from typing import Any

from hypothesis import strategies as st

from protokollant.model import (
    Action,
    Adjournment,
    AgendaItem,
    AnnualReport,
    Approval,
    Attachment,
    AttendanceRow,
    CarryOver,
    Decision,
    Meeting,
    MinutesNote,
    Motion,
    Movement,
    NextMeeting,
    Notice,
    Origin,
    OwnSection,
    Participant,
    Recusal,
    Reservation,
    Statement,
    Theme,
    Vote,
)
from protokollant.swedish import ROLE_NAMES

NASTY = (
    "Beslut", "Åtgärd: ring", "§ 3", "3. Tre", "a, b och c", "x, klar", "senast 2 mars 2026",
    "från 2026-03-02, punkt 4", "Bilaga 1", "(C)", "Eva (C)", "sip.pdf", "Namn", "ordförande",
    "närvarande", "Nästa möte", "Justering", "- x", "# x", "1 < 2 & 3 > 2", "{{ x }}", "{% if %}",
    "100\u00a0000 kr", "😀 å", "a\u200db", "it's", '"Hej"', "kl. 9.00", "Dnr 4", "15 minuter",
    "punkt 3", ".x", "x.", "–", "sekreterare", "nämndsekreterare", "vice ordförande", "Förvalt",
    "Punkten utgår.", "*", "[x](y)", "a:b", "Källa: x", "ersätter Bo", "A" * 300,
)  # fmt: skip

_SIGNS = st.text(
    st.characters(exclude_categories=("Cs", "Cc", "Co", "Cn", "Zl", "Zp")), min_size=1, max_size=12
)
lines = (
    st.one_of(st.sampled_from(NASTY), _SIGNS, st.text("ab .,:-§1", min_size=1, max_size=8))
    .map(lambda text: text.strip() or "x")
    .filter(lambda text: text[0].upper().casefold() == text[0].casefold())
)
"""A text on one line, of any signs; one whose capital is another letter's is told as changed."""
maybe = st.one_of(st.just(""), lines)
many_lines = st.lists(lines, min_size=1, max_size=3).map("\n".join)
in_words = st.lists(st.sampled_from(["när", "underlaget", "är", "klart"]), min_size=1).map(" ".join)
days = st.dates(dt.date(1990, 1, 1), dt.date(2090, 1, 1))
clocks = st.times().map(lambda t: t.replace(second=0, microsecond=0))
numbers = st.sampled_from(["1", "2", "10", "12 a", "3.1", "4.2.1", "7b"])


def _some(one: st.SearchStrategy[Any], most: int = 3) -> st.SearchStrategy[tuple[Any, ...]]:
    return st.lists(one, max_size=most).map(tuple)


# --- Markdown -----------------------------------------------------------------------------------

_WORDS = (
    "ordet", "å ä ö", "§ 3", "C#", "R&D", "2 * 3", "a_b", "1 < 2", "[x]", "50 %", "9.00", "(a)",
    r"\*ej kursiv\*", "**fet**", "*kursiv*", "~~struket~~", "`kod`", "**fet *och kursiv***",
    "[länk](https://www.example.se/a)", "[**fet** länk](sip.pdf)", "slut.", "Ja:", "10–12",
)  # fmt: skip
_inline = st.lists(st.sampled_from(_WORDS), min_size=1, max_size=4).map(
    lambda words: " ".join(words)
)
_paragraph = st.one_of(
    _inline, _inline.map(lambda text: f"{text}\\\nnästa rad"), st.sampled_from([r"\- x", r"3\. x"])
)
_heading = _inline.map(lambda text: f"# {text}")
_quote = _inline.map(lambda text: f"> {text}")
_table = st.lists(
    st.tuples(st.sampled_from(["a", "**b**", "å ä"]), st.sampled_from(["1", "x \\| y"])),
    min_size=1,
    max_size=3,
).map(lambda rows: "| Vad | När |\n| --- | --- |\n" + "\n".join(f"| {a} | {b} |" for a, b in rows))


@st.composite
def _lists(draw: st.DrawFn, depth: int = 1) -> list[str]:
    ordered = draw(st.booleans())
    start = draw(st.integers(1, 12)) if ordered and depth == 1 else 1
    found: list[str] = []
    for number in range(start, start + draw(st.integers(1, 3))):
        mark = f"{number}. " if ordered else "- "
        found.append(mark + draw(_inline))
        if depth < 3 and draw(st.booleans()):
            found += [" " * len(mark) + line for line in draw(_lists(depth + 1))]
    return found


_list = _lists().map("\n".join)


@st.composite
def texts(draw: st.DrawFn, *, headings: bool = True) -> str:
    """Markdown as this program writes it; a list is never followed by another."""
    kinds = [_paragraph, _list, _table, _quote, *([_heading] if headings else [])]
    found: list[str] = []
    for kind in draw(st.lists(st.sampled_from(kinds), max_size=4)):
        if not (found and kind is _list and found[-1].lstrip()[:1] in "-0123456789"):
            found.append(draw(kind))
    return "\n\n".join(found)


# --- meetings -----------------------------------------------------------------------------------

origins = st.builds(Origin, date=days, number=st.just("") | numbers, title=maybe, body=maybe)
decisions = st.builds(Decision, text=lines | many_lines, number=st.just("") | numbers)
actions = st.builds(
    Action,
    what=lines,
    who=_some(lines),
    due=st.none() | days,
    due_note=maybe,
    status=st.sampled_from(["open", "done"]),
    origin=st.none() | origins,
)
attachments = st.builds(
    Attachment,
    title=lines,
    target=maybe,
    number=st.just("") | numbers,
    state=st.sampled_from(["", "awaited", "received"]),
)
people = lines.filter(lambda name: not name.endswith(","))
_formal: dict[str, st.SearchStrategy[Any]] = {
    "recusals": _some(st.builds(Recusal, name=people, reason=maybe, replaced_by=maybe), 2),
    "movements": _some(
        st.builds(
            Movement,
            name=people,
            direction=st.sampled_from(["arrives", "leaves"]),
            time=st.none() | clocks,
            deputy=maybe,
        ),
        2,
    ),
    "adjournments": _some(
        st.builds(lambda a, b: Adjournment(start=min(a, b), end=max(a, b)), clocks, clocks), 2
    ),
    "motions": _some(st.builds(Motion, by=_some(people), text=lines), 2),
    "proposition": maybe,
    "votes": _some(
        st.builds(
            Vote,
            question=maybe,
            yes=_some(people),
            no=_some(people),
            abstained=_some(people),
            yes_count=st.none() | st.integers(0, 99),
            no_count=st.none() | st.integers(0, 99),
            abstained_count=st.none() | st.integers(0, 99),
            outcome=maybe,
        ),
        2,
    ),
    "reservations": _some(
        st.builds(Reservation, by=_some(people).filter(bool), text=maybe, time=st.none() | clocks),
        2,
    ),
    "minutes_notes": _some(st.builds(MinutesNote, by=_some(people), text=lines), 2),
    "recipients": _some(people),
    "at_once": st.booleans(),
    "secrecy": maybe,
}
carry_overs = st.builds(
    CarryOver,
    when=st.just("next") | days.map(dt.date.isoformat) | days.map(lambda d: d.isoformat()[:7]),
    condition=st.just("") | in_words,
)
participants = st.builds(
    Participant,
    name=lines.filter(lambda name: not name.endswith(",")),
    status=st.sampled_from(["present", "absent", "unknown"]),
    roles=st.lists(st.sampled_from(list(ROLE_NAMES)), max_size=2, unique=True).map(tuple),
    party=maybe,
    title=maybe,
    organisation=maybe | st.just("Sala"),
    replaces=maybe,
    scope=maybe,
    group=st.sampled_from(["", "Ledamöter", "Ersättare", "Övriga", "Närvarande", "Sala"]) | lines,
    note=maybe,
)


def items(depth: int = 1) -> st.SearchStrategy[AgendaItem]:
    """Items with sub-items down to the third level."""
    return st.builds(
        AgendaItem,
        number=st.just("") | numbers,
        title=lines,
        kind=st.sampled_from(["", "information", "discussion", "decision"]),
        minutes=st.none() | st.integers(1, 600),
        presenters=_some(lines),
        case=maybe,
        origin=st.none() | origins,
        text=texts(),
        decisions=_some(decisions),
        actions=_some(actions, 2),
        state=st.sampled_from(["handled", "postponed", "withdrawn"]),
        carried_to=st.none() | carry_overs,
        items=_some(items(depth + 1), 2) if depth < 3 else st.just(()),
        attachments=_some(attachments, 2),
        clock=st.none() | clocks,
        **_formal,
    )


@st.composite
def meetings(draw: st.DrawFn) -> Meeting:
    """Meetings with everything that a meeting can have."""
    found = _some(items()).filter(bool)
    its_items = draw(found | st.just(()))
    is_numbered = any(item.number for item in its_items)
    return Meeting(
        kind="minutes",
        body=draw(maybe),
        organisation=draw(maybe),
        title=draw(maybe),
        date=draw(st.none() | days),
        start=draw(st.none() | clocks),
        end=draw(st.none() | clocks),
        place=draw(maybe),
        number=draw(maybe),
        scope=draw(maybe),
        numbering=draw(st.sampled_from(["point", "section"])) if is_numbered else "point",
        case=draw(maybe),
        participants=draw(_some(participants, 5)),
        intro=draw(texts(headings=False)),
        items=its_items,
        next_meeting=draw(st.none() | _next_meetings),
        approval=draw(st.none() | _approvals),
        notice=draw(st.none() | _notices),
        signed_by=draw(_some(lines)),
        attachments=draw(_some(attachments)),
        contact=draw(maybe | many_lines),
        stage=draw(st.sampled_from(["", "draft", "sent", "approved", "posted"])),
        sent=draw(st.none() | days),
    )


_next_meetings = st.builds(
    NextMeeting,
    date=st.none() | days,
    start=st.none() | clocks,
    end=st.none() | clocks,
    place=maybe,
    note=maybe,
)
_approvals = st.builds(
    Approval,
    adjusters=_some(lines),
    deadline=st.sampled_from(["", "en vecka", "snarast"]) | days.map(dt.date.isoformat),
    date=st.none() | days,
    place=maybe,
    note=maybe,
)
_notices = st.builds(
    Notice, posted=st.none() | days, removed=st.none() | days, archive=maybe, note=maybe
)


# --- annual reports -----------------------------------------------------------------------------

_statements = st.builds(
    Statement, text=_inline, origins=_some(st.builds(Origin, date=days, number=numbers), 2)
)
_members = st.builds(
    AttendanceRow,
    name=lines,
    organisation=maybe,
    title=maybe,
    party=maybe,
    roles=st.lists(st.sampled_from(list(ROLE_NAMES)), max_size=2, unique=True).map(tuple),
)
reports = st.builds(
    AnnualReport,
    body=lines,
    year=st.integers(1990, 2090),
    organisation=maybe,
    title=maybe,
    stage=st.sampled_from(("", "draft", "sent", "approved")),
    intro=texts(),
    assignment=texts(),
    handed_over=_some(_statements),
    economy=texts(),
    sections=_some(st.builds(OwnSection, title=lines, text=texts()), 2),
    summary=_some(_statements),
    attendance=_some(_members),
    changes=_some(_statements),
    themes=_some(st.builds(Theme, title=lines, entries=_some(_statements))),
    contact=maybe | many_lines,
)
