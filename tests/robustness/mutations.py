"""A text → the text damaged in one way. Every mutation takes its chances from `chance` only."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from random import Random

Mutation = Callable[[str, Random], str]

# Every kind of space, of line end and of sign without a width; letters that turn the writing
# around; loose accents; letters whose case has another length; signs outside the basic plane.
_ODD_SIGNS = (
    "\u00a0\u1680\u2000\u2003\u2007\u2009\u200a\u202f\u205f\u3000\u180e"
    "\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029"
    "\u200b\u200c\u200d\u2060\ufeff\u00ad\u034f"
    "\u200e\u200f\u202a\u202b\u202d\u202e\u2066\u2069אבع"
    "\u0301\u0308\u030a\u0327\u20dd¨˚"
    "ßİıſǅŉﬁﬀ①²½٣৪"
    "😀𝔄𠀀\ue000\uf0b7"
)
_SIGNS = "§.,:;()[]{}<>|/\\*_#-–—•\"'”’`~^%&=+?!✓"
_NUMBERS = ("0", "00", "1.1.1.1.1", "999999999999999999999", "-1", "§ 0", "31/2", "2022-99-99",
            "0000-00-00", "29/2-23", "kl. 99.99", "v. 99", "１２")  # fmt: skip
_WORDS = ("Beslut", "Beslut:", "Närvarande:", "Frånvarande", "§", "§§ 1–9", "Dnr", "att", "att:",
          "Ordförande:", "Sekreterare", "Bilaga 1:", "Nästa möte", "Innehåll", "Sida 1 (2)",
          "Vid protokollet", "Åtgärd:", "|", "| a | b |", "```", "---", "===", "* * *")  # fmt: skip


def mutated(text: str, chance: Random, times: int) -> tuple[str, list[str]]:
    """The text after so many mutations, and their names."""
    names = chance.choices(list(MUTATIONS), k=times)
    for name in names:
        text = MUTATIONS[name](text, chance)
    return text, names


def _drop_lines(text: str, chance: Random) -> str:
    share = chance.choice((0.02, 0.2, 0.7))
    return "\n".join(line for line in text.split("\n") if chance.random() > share)


def _double_lines(text: str, chance: Random) -> str:
    share = chance.choice((0.05, 0.5, 1.0))
    return "\n".join(
        line for one in text.split("\n") for line in [one] * (1 + (chance.random() < share))
    )


def _swap_lines(text: str, chance: Random) -> str:
    lines = text.split("\n")
    for _ in range(chance.choice((1, 5, len(lines)))):
        i, j = chance.randrange(len(lines)), chance.randrange(len(lines))
        lines[i], lines[j] = lines[j], lines[i]
    return "\n".join(lines)


def _cut_words(text: str, chance: Random) -> str:
    """Lines broken in the middle of a word."""
    for _ in range(chance.choice((1, 10, 40))):
        at = chance.randrange(len(text) + 1)
        text = f"{text[:at]}\n{text[at:]}"
    return text


def _cut_off(text: str, chance: Random) -> str:
    """The document begins or ends in the middle."""
    at = chance.randrange(len(text) + 1)
    return text[at:] if chance.random() < 0.5 else text[:at]


def _glue_lines(text: str, chance: Random) -> str:
    share = chance.choice((0.1, 0.5, 1.0))
    glue = chance.choice(("", " ", "  ", "-"))
    return "".join(line + (glue if chance.random() < share else "\n") for line in text.split("\n"))


def _glue_words(text: str, chance: Random) -> str:
    share = chance.choice((0.05, 1.0))
    return "".join(x for x in text if x != " " or chance.random() > share)


def _change_case(text: str, chance: Random) -> str:
    change = chance.choice((str.upper, str.lower, str.title, str.swapcase))
    return "\n".join(change(line) if chance.random() < 0.5 else line for line in text.split("\n"))


def _blank_lines(text: str, chance: Random) -> str:
    most = chance.choice((1, 3))
    return "\n".join(line + "\n" * chance.randint(0, most) for line in text.split("\n"))


def _no_blank_lines(text: str, _: Random) -> str:
    return "\n".join(line for line in text.split("\n") if line.strip())


def _columns(text: str, chance: Random) -> str:
    """Words set apart by tabs, wide gaps or strokes, as columns and cells are."""
    gap = chance.choice(("\t", "    ", " | ", "\t\t"))
    return "".join(gap if x == " " and chance.random() < 0.2 else x for x in text)


def _as_table(text: str, _: Random) -> str:
    return "\n".join(f"| {' | '.join(line.split())} |" for line in text.split("\n"))


def _indented(text: str, chance: Random) -> str:
    return "\n".join(" " * chance.choice((0, 0, 1, 4, 60)) + line for line in text.split("\n"))


def _quoted(text: str, chance: Random) -> str:
    deep = chance.choice((1, 3, 300))
    mark = chance.choice(("> ", "- ", "(", "[", "  - ", "*", "#"))
    return "\n".join(mark * chance.randint(0, deep) + line for line in text.split("\n"))


def _deep_numbers(text: str, chance: Random) -> str:
    deep = chance.choice((2, 5, 200))
    return "\n".join(
        f"{'.'.join(['1'] * (i % deep + 1))} {line}" for i, line in enumerate(text.split("\n"))
    )


def _odd_signs(text: str, chance: Random) -> str:
    return _sprinkled(text, chance, _ODD_SIGNS)


def _signs(text: str, chance: Random) -> str:
    return _sprinkled(text, chance, _SIGNS)


def _odd_words(text: str, chance: Random) -> str:
    return _sprinkled(text, chance, [f" {x} " for x in (*_WORDS, *_NUMBERS)])


def _markers(text: str, chance: Random) -> str:
    return _sprinkled(text, chance, [f"\n{x}\n" for x in _WORDS])


def _sprinkled(text: str, chance: Random, added: str | list[str]) -> str:
    for _ in range(chance.choice((1, 10, 60))):
        at = chance.randrange(len(text) + 1)
        text = text[:at] + chance.choice(added) + text[at:]
    return text


def _only_digits(text: str, chance: Random) -> str:
    return "".join(x if x.isspace() else str(chance.randrange(10)) for x in text)


def _one_line(text: str, _: Random) -> str:
    return " ".join(text.split())


def _one_word_a_line(text: str, _: Random) -> str:
    return "\n".join(text.split())


def _other_letters(text: str, chance: Random) -> str:
    """Some letters are read wrongly, as by text recognition."""
    wrong = chance.choice(("§$", "åa", "ao", "l1", "rn", "q\ufffd", ".,", ":;"))
    return text.replace(wrong[0], wrong[1])


def _repeated(text: str, chance: Random) -> str:
    """A stretch of the document many times over."""
    at = chance.randrange(len(text) + 1)
    piece = text[at : at + chance.choice((1, 20, 200))]
    return text[:at] + piece * chance.choice((10, 100)) + text[at:]


MUTATIONS: Mapping[str, Mutation] = {
    function.__name__.strip("_"): function
    for function in (
        _drop_lines, _double_lines, _swap_lines, _cut_words, _cut_off, _glue_lines, _glue_words,
        _change_case, _blank_lines, _no_blank_lines, _columns, _as_table, _indented, _quoted,
        _deep_numbers, _odd_signs, _signs, _odd_words, _markers, _only_digits, _one_line,
        _one_word_a_line, _other_letters, _repeated,
    )
}  # fmt: skip
