"""What is wrong in an expression, given what its names stand for → told on the line it is on."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from jinja2 import Environment, nodes
from jinja2.runtime import LoopContext

from protokollant.renderer.expressions import as_written
from protokollant.renderer.kinds import in_words, kind_of, miscounted, unfit_for_filter
from protokollant.renderer.names import FieldType
from protokollant.renderer.schema import Ref
from protokollant.renderer.tags import Tag
from protokollant.swedish import did_you_mean

LOOP = FieldType(plain=LoopContext)
_LOOP_WORDS = (
    "index index0 revindex revindex0 first last length depth depth0 previtem nextitem cycle changed"
)
_LOOP_NAMES = tuple(_LOOP_WORDS.split())
_PARTS = {"år": "year", "månad": "month", "dag": "day", "timme": "hour", "minut": "minute"}
_SEE_FILTERS = "Se handboken om filter."
_ASK_FIRST = "Alla fält visas av kommandot «protokollant fields»."

Scope = dict[str, Ref]


@dataclass(frozen=True, slots=True)
class Wrong:
    """What is wrong on a line of the skeleton, and what may have been meant.

    What is not `sure` can be filled, but hardly gives what was meant.
    """

    line: int
    message: str
    remedy: str
    sure: bool = True


@dataclass(slots=True)
class Survey:
    """What following the tags has shown."""

    fields: dict[str, None] = field(default_factory=dict)
    roots: dict[str, None] = field(default_factory=dict)
    printed: dict[str, None] = field(default_factory=dict)
    """Those of the fields all of whose values are printed, not only asked about."""
    wrong: list[Wrong] = field(default_factory=list)
    included: list[tuple[str, Scope]] = field(default_factory=list)
    """Templates included, and what is known where they are."""


@dataclass(slots=True)
class Teller:
    """Knows what there is, and notes what is wrong."""

    env: Environment
    known: Mapping[str, FieldType]
    found: Survey
    targets: frozenset[str]
    tag_on: Callable[[int], Tag | None]
    guarded: int = 0
    heard: set[str] = field(default_factory=set)
    """Every path met so far in a condition that holds here; "" for one that is not known."""

    def check_there(self, node: nodes.Node, owner: Ref, written: str) -> None:
        """A record that some documents do not have must be asked for before its fields are used."""
        optional = owner.type is not None and owner.type.optional and owner.type.record
        if optional and written and not self.heard & {owner.path, ""}:
            self.tell(
                node,
                f"«{written}» kan saknas, och då går dokumentet inte att fylla.",
                f"Skriv «{{% if {written} %}}» före och «{{% endif %}}» efter.",
                sure=False,
            )

    def check_choice(
        self, node: nodes.Node, ref: Ref, written: nodes.Node, other: nodes.Node
    ) -> None:
        """A word that an enumerated value never is."""
        if ref.type is None or not ref.type.choices:
            return
        consts = other.items if isinstance(other, (nodes.List, nodes.Tuple)) else [other]
        for const in consts:
            word = const.value if isinstance(const, nodes.Const) else None
            if isinstance(word, str) and word and word not in ref.type.choices:
                meant = did_you_mean(word, ref.type.choices)
                self.tell(
                    node,
                    f"«{as_written(written)}» är aldrig «{word}».",
                    f"Menade du «{meant}»?"
                    if meant
                    else f"Det är något av: {', '.join(ref.type.choices)}.",
                    sure=False,
                )

    def check_filter(self, node: nodes.Filter, ref: Ref) -> None:
        """A filter that can do nothing with the value, or is given too much or too little."""
        function = self.env.filters.get(node.name)
        if function is None or node.node is None:
            return
        if node.dyn_args is None and node.dyn_kwargs is None:
            told = miscounted(function, node.args, [str(pair.key) for pair in node.kwargs])
            if told:
                self.tell(node, f"filtret «{node.name}» {told}", _SEE_FILTERS)
        if told := unfit_for_filter(node.name, ref):
            written = as_written(node.node)
            of = f"«{written}|{node.name}»: " if written else f"filtret «{node.name}»: "
            self.tell(node, f"{of}{told}", "Ta bort filtret, eller välj ett annat fält.")

    def part_of_plain(self, node: nodes.Node, owner: Ref, name: str, written: str) -> Ref:
        """A property of a text, a date or the like: of the same field."""
        assert owner.type is not None
        names = owner.type.plain
        if owner.type is LOOP:
            if name not in _LOOP_NAMES:
                meant = did_you_mean(name, _LOOP_NAMES)
                remedy = f"Menade du «loop.{meant}»?" if meant else "Skriv «loop.index»."
                self.tell(node, f"«loop.{name}» finns inte.", remedy)
            return Ref()
        if not hasattr(names, name) or name.startswith("_"):
            english = _PARTS.get(name, "")
            known = bool(english) and hasattr(names, english)
            remedy = f"Skriv «{written}.{english}»." if known else f"Skriv bara «{written}»."
            what = in_words(owner) if kind_of(owner) else "ett värde"
            self.tell(node, f"«{written}» är {what} och har inget fält «{name}».", remedy)
        return Ref(owner.path, None, owner.some)

    def missing(self, node: nodes.Node, name: str, prefix: str, known: list[str]) -> None:
        """A name that does not exist, and the one that was most likely meant."""
        meant = did_you_mean(name, known)
        remedy = f"Menade du «{prefix}{meant}»?" if meant else _ASK_FIRST
        self.tell(node, f"fältet «{prefix}{name}» finns inte.", remedy)

    def tell(self, node: nodes.Node, message: str, remedy: str, *, sure: bool = True) -> None:
        """Note what is wrong, unless the template itself asks whether the field is there."""
        if not self.guarded:
            self.found.wrong.append(Wrong(node.lineno, message, remedy, sure))
