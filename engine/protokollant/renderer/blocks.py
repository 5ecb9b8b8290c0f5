"""The tags of a part in order → which openers, middles and closers belong together."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from protokollant.renderer.draft import Draft
from protokollant.renderer.meant import MIDDLES, OPENERS, meant_statement
from protokollant.renderer.tags import statement_word
from protokollant.renderer.wordml import CODE, Element

_REFUSED = {
    "include": 'Skriv «{{p include("fil.docx") }}» ensamt i ett eget stycke.',
    "import": "Lägg in makrot i mallen i stället.",
    "from": "Lägg in makrot i mallen i stället.",
    "extends": "Lägg in texten i mallen i stället.",
    "block": "Använd {% if … %} i stället.",
    "autoescape": "Ta bort taggen.",
}
_MAX_DEPTH = 20
"""Blocks within blocks; Python itself nests no more than 20 loops."""

_LEAPS = ("break", "continue")
"""Statements that leave a turn of a loop before its end."""
_KNOWN = frozenset((*OPENERS, *MIDDLES, *_REFUSED, *_LEAPS, "do"))


@dataclass(slots=True)
class Group:
    """An opener with its middles and its closer, as elements of code."""

    word: str
    members: list[Element] = field(default_factory=list)
    closed: bool = False


def groups_of(codes: Iterable[Element]) -> list[Group]:
    """The blocks as far as they match; used before faults are told."""
    groups: list[Group] = []
    stack: list[Group] = []
    for code in codes:
        word = word_of(code)
        if opens(code):
            stack.append(Group(word, [code]))
            groups.append(stack[-1])
        elif word.startswith("end") and stack and stack[-1].word == word[3:]:
            group = stack.pop()
            group.members.append(code)
            group.closed = True
        elif word in MIDDLES and stack:
            stack[-1].members.append(code)
    return groups


def check_blocks(draft: Draft) -> None:
    """Tell of blocks that are not closed, closed twice, crossed, or closed at another level."""
    stack: list[Element] = []
    for code in draft.root.iter(CODE):
        word = word_of(code)
        if not word or code.get("tag") == "-1":
            continue
        if word in _REFUSED and word != "autoescape":
            _tell(draft, code, f"{_raw(draft, code)} kan inte användas i en mall.", _REFUSED[word])
        elif opens(code):
            stack.append(code)
            if len(stack) == _MAX_DEPTH:
                remedy = "Gör mallen enklare: så många block inuti varandra går inte att läsa."
                _tell(draft, code, f"{_raw(draft, code)} ligger för djupt.", remedy)
        elif word in MIDDLES:
            _check_middle(draft, code, stack)
        elif word.startswith("end"):
            _close(draft, code, stack)
        elif word in _LEAPS:
            _check_leap(draft, code, stack)
        elif word not in _KNOWN:
            _tell(draft, code, f"{_raw(draft, code)} är ingen känd sats.", _meant(draft, code))
    for opener in stack:
        closing = f"{{%{opener.get('level')} end{word_of(opener)} %}}"
        _tell(draft, opener, f"{_raw(draft, opener)} stängs aldrig.", f"Lägg till «{closing}».")


def _check_middle(draft: Draft, code: Element, stack: list[Element]) -> None:
    word = word_of(code)
    if not stack or word_of(stack[-1]) not in MIDDLES[word]:
        _tell(draft, code, f"{_raw(draft, code)} står utan if.", "Lägg till en if före.")
    else:
        _check_level(draft, stack[-1], code)


def _check_leap(draft: Draft, code: Element, stack: list[Element]) -> None:
    loop = next((opener for opener in reversed(stack) if word_of(opener) == "for"), None)
    if loop is None:
        _tell(draft, code, f"{_raw(draft, code)} står utan for.", "Flytta taggen in i en for.")
    else:
        _check_level(draft, loop, code)


def _close(draft: Draft, code: Element, stack: list[Element]) -> None:
    wanted = word_of(code)[3:]
    if stack and word_of(stack[-1]) == wanted:
        _check_level(draft, stack.pop(), code)
        return
    depth = next((i for i in range(len(stack) - 1, -1, -1) if word_of(stack[i]) == wanted), None)
    if depth is None and wanted in draft.broken:
        draft.broken.remove(wanted)
        return
    if depth is None and stack and wanted in OPENERS:
        opener = stack.pop()
        right = f"{{%{code.get('level')} end{word_of(opener)} %}}"
        _tell(
            draft,
            code,
            f"{_raw(draft, code)} kan inte stänga {_raw(draft, opener)}.",
            f"Skriv «{right}», eller lägg till «{right}» före.",
        )
        return
    if depth is None:
        _tell(
            draft,
            code,
            f"{_raw(draft, code)} stänger något som inte är öppnat.",
            f"Ta bort den, eller lägg till «{{%{code.get('level')} {wanted} … %}}» före.",
        )
        return
    for inner in stack[depth + 1 :]:
        _tell(
            draft,
            inner,
            f"{_raw(draft, inner)} stängs inte före {_raw(draft, code)}.",
            f"Lägg till «{{%{inner.get('level')} end{word_of(inner)} %}}» före "
            f"{_raw(draft, code)}, som stänger {_raw(draft, stack[depth])}.",
        )
    _check_level(draft, stack[depth], code)
    del stack[depth:]


def _check_level(draft: Draft, opener: Element, code: Element) -> None:
    """Both ends of a block must stand equally deep, or what is between is no whole XML."""
    if _path(opener) == _path(code):
        return
    where = draft.tag_of(opener).where.words
    _tell(
        draft,
        code,
        f"{_raw(draft, code)} står på en annan nivå än {_raw(draft, opener)}"
        f"{f' ({where})' if where else ''}.",
        "Skriv båda med samma bokstav, till exempel {%p … %} ensamma i var sitt stycke "
        "eller {%tr … %} i var sin tabellrad.",
    )


def _path(code: Element) -> list[object]:
    return [node.tag for node in code.iterancestors()]


def opens(code: Element) -> bool:
    """Whether the code opens a block; `set` does so only without an equals sign."""
    word = word_of(code)
    return word in OPENERS and not (word == "set" and "=" in (code.text or ""))


def closes(code: Element) -> bool:
    """Whether the code closes a block."""
    return word_of(code).startswith("end")


def word_of(code: Element) -> str:
    """The statement's first word, "" for values and remarks."""
    if code.get("kind") != "block" or not code.text:
        return ""
    return statement_word(str(code.text))


def _raw(draft: Draft, code: Element) -> str:
    return f"«{draft.tag_of(code).tag.raw}»"


def _tell(draft: Draft, code: Element, message: str, remedy: str) -> None:
    draft.fault(message, draft.tag_of(code).where, remedy)


def _meant(draft: Draft, code: Element) -> str:
    return meant_statement(draft.tag_of(code).tag)
