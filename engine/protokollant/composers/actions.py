"""Minutes in order → every action once, with where it arose and where it was reported done."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from protokollant.composers.likeness import alike, same_person, same_task, telling_words
from protokollant.composers.sentences import sentences
from protokollant.composers.word_tables import DONE_WORDS, NOT_DONE_WORDS
from protokollant.model import Action, AgendaItem, Meeting, Origin
from protokollant.swedish import fold

# The share of the action's telling words that a sentence must repeat to speak of it.
_ENOUGH = 0.6
_FEWEST_WORDS = 2


@dataclass(frozen=True, slots=True)
class TracedAction:
    """An action as it last stood; `closed` is where it was reported done, `said` in what words.

    A meeting's list that marks it as done closes it for certain; a sentence in running text
    (then `said` holds it) is a person's to confirm.
    """

    action: Action
    origin: Origin
    closed: Origin | None = None
    said: str = ""


def trace_actions(meetings: Sequence[Meeting]) -> tuple[TracedAction, ...]:
    """Every action of the meetings (by date), in the order they arose."""
    traced: list[TracedAction] = []
    for meeting in meetings:
        earlier = len(traced)
        taken: set[int] = set()
        for item, place in _placed_items(meeting):
            for action in item.actions:
                known = (n for n in range(earlier) if n not in taken)
                n = next((n for n in known if _same_action(traced[n], action)), None)
                if n is None:
                    traced.append(_begin(action, place))
                else:
                    taken.add(n)
                    traced[n] = _update(traced[n], action, place)
        reports = list(_reports(meeting))
        traced[:earlier] = [_heard(one, reports) for one in traced[:earlier]]
    return tuple(traced)


def _placed_items(meeting: Meeting) -> Iterator[tuple[AgendaItem, Origin]]:
    def walk(items: Sequence[AgendaItem], number: str) -> Iterator[tuple[AgendaItem, Origin]]:
        for item in items:
            here = item.number or number
            yield item, Origin(date=meeting.date, number=here, title=item.title)
            yield from walk(item.items, here)

    return walk(meeting.items, "")


def _begin(action: Action, place: Origin) -> TracedAction:
    closed = place if action.status == "done" else None
    return TracedAction(action, action.origin or place, closed)


def _update(known: TracedAction, action: Action, place: Origin) -> TracedAction:
    """The action as the later meeting has it; what it leaves out stays as it was.

    A list that names the origin takes the action over, its persons too; else nobody is released
    who is not named again.
    """
    named = known.action.who
    added = tuple(w for w in action.who if not any(same_person(w, other) for other in named))
    who = action.who if action.who and action.origin else named + added
    merged = action.model_copy(
        update={
            "who": who,
            "due": action.due or known.action.due,
            "due_note": action.due_note or ("" if action.due else known.action.due_note),
        }
    )
    if action.status == "open":
        return TracedAction(merged, known.origin)
    closed = known.closed if known.closed and not known.said else place
    return TracedAction(merged, known.origin, closed)


def _same_action(known: TracedAction, action: Action) -> bool:
    """Whether the later action is the known one, named again.

    One that is done is not taken up again under the same words, unless the list repeats it.
    """
    if not same_task(known.action.what, action.what):
        return False
    if action.origin is not None:
        return action.origin.date in (None, known.origin.date)
    if known.closed is not None and not known.said and action.status == "open":
        return False
    return not action.who or not known.action.who or _share_somebody(known.action, action)


def _share_somebody(one: Action, other: Action) -> bool:
    return any(same_person(a, b) for a in one.who for b in other.who)


def _reports(meeting: Meeting) -> Iterator[tuple[str, Origin]]:
    """Every sentence of the meeting that says that something is done, with its place."""
    for item, place in _placed_items(meeting):
        yield from ((said, place) for said in sentences(item.text) if _says_done(said))


def _says_done(sentence: str) -> bool:
    said = frozenset(fold(sentence).replace(",", " ").rstrip(".!").split())
    return bool(said & DONE_WORDS) and not said & NOT_DONE_WORDS


def _heard(known: TracedAction, reports: Sequence[tuple[str, Origin]]) -> TracedAction:
    """The action closed, if a report is about it."""
    if known.closed is not None:
        return known
    for said, place in reports:
        if _speaks_of(said, known.action):
            return replace(known, closed=place, said=said)
    return known


def _speaks_of(sentence: str, action: Action) -> bool:
    wanted = telling_words(action.what) - DONE_WORDS
    heard = telling_words(sentence)
    repeated = [word for word in wanted if any(alike(word, other) for other in heard)]
    return len(repeated) >= max(_FEWEST_WORDS, _ENOUGH * len(wanted))
