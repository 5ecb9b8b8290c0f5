"""Faulty YAML → faults in Swedish, and a text mended just enough to find the faults after them."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ruamel.yaml.error import YAMLError
from ruamel.yaml.reader import ReaderError

from protokollant.errors import Fault, Place
from protokollant.records.nodes import AnyNode, NotOurYaml, parse

_MOST_MENDS = 20
_VALUE = re.compile(r"(?P<head>\s*(?:- +)*(?:[^\s:#\"'][^:#\"']*:|-)\s+)(?P<value>\S.*?)\s*")
_TABBED = re.compile(r"^ *(?:[^\s:#\"'-][^:#\"'\n]*:|- *)?\t+", re.M)
_QUOTE = "Sätt citattecken runt hela texten, eller skriv den efter «|» på en egen, indragen rad."


@dataclass(frozen=True, slots=True)
class _Complaint:
    """What is wrong on which line; `mendable` when only the value of that line is bad."""

    line: int
    message: str
    remedy: str = ""
    mendable: bool = True


def read_yaml(text: str, file: str) -> tuple[AnyNode | None, list[Fault]]:
    """The nodes of a YAML text, and every fault in the way it is written.

    A value that can't be read is replaced by a broken node, so that the rest is read all the
    same; when the text can't be mended there are no nodes.
    """
    text, faults = _without_tabs(re.sub("\r\n?", "\n", text), file)
    broken: set[int] = set()
    for _ in range(_MOST_MENDS):
        complaint = _complaint(text, frozenset(broken))
        if not isinstance(complaint, _Complaint):
            return complaint, faults
        if any(fault.place.line == complaint.line for fault in faults):
            break
        fault = Fault(complaint.message, Place(file, complaint.line), complaint.remedy)
        faults.append(fault)
        mended = _mended(text, complaint.line) if complaint.mendable else None
        if mended is None:
            break
        text = mended
        broken.add(complaint.line)
    return None, faults


def _complaint(text: str, broken: frozenset[int]) -> _Complaint | AnyNode | None:
    try:
        return parse(text, broken)
    except NotOurYaml as error:
        return _not_ours(error)
    except ReaderError as error:
        line = text.count("\n", 0, error.position) + 1
        return _Complaint(
            line,
            f"raden innehåller tecknet U+{_code(error):04X}, som inte kan visas.",
            "Ta bort tecknet.",
            mendable=False,
        )
    except YAMLError as error:
        return _explain(error, text)
    except ValueError:  # ruamel on "\U99999999"
        return _Complaint(1, "ett tecken skrivet med \\U finns inte.", "Ta bort det.", False)


def _without_tabs(text: str, file: str) -> tuple[str, list[Fault]]:
    """The text with indenting tabs as spaces, and a fault where they spoil the structure."""
    if not _TABBED.search(text):
        return text, []
    try:
        parse(text)
    except (YAMLError, NotOurYaml, ValueError):
        lines = [n for n, line in enumerate(text.split("\n"), 1) if _TABBED.match(line)]
        more = " (och på fler rader)" if len(lines) > 1 else ""
        fault = Fault(
            f"här står ett tabbtecken{more}.",
            Place(file, lines[0]),
            "Använd mellanslag i stället.",
        )
        return _TABBED.sub(lambda match: match[0].expandtabs(2), text), [fault]
    return text, []


def _mended(text: str, number: int) -> str | None:
    """The text with the value of that line replaced by a stand-in; None when it has no value."""
    lines = text.split("\n")
    match = _VALUE.fullmatch(lines[number - 1])
    if not match:
        return None
    lines[number - 1] = match["head"] + r'"\0"'
    return "\n".join(lines)


def _not_ours(error: NotOurYaml) -> _Complaint:
    if error.reason in ("alias", "tag"):
        sign = error.text[0]
        return _Complaint(
            error.line, f"en text får inte börja med «{sign}» utan citattecken.", _QUOTE
        )
    message, remedy = {
        "key": ("en nyckel ska vara en text.", "Skriv «nyckel: värde»."),
        "documents": ("filen har flera delar, skilda åt med «---».", "Spara en handling per fil."),
        "depth": ("raderna är indragna i för många nivåer.", "Ta bort nivåer."),
    }[error.reason]
    return _Complaint(error.line, message, remedy, mendable=False)


def _explain(error: YAMLError, text: str) -> _Complaint:
    problem = str(getattr(error, "problem", "") or "")
    context = str(getattr(error, "context", "") or "")
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    line = min(mark.line + 1 if mark else 1, text.count("\n") + 1)
    started = getattr(error, "context_mark", None)
    if quoted := _bad_quotes(text, line):
        return quoted
    if "quoted scalar" in context and "end of stream" in problem and started:
        return _Complaint(started.line + 1, "ett citattecken saknar sitt slut.", _QUOTE)
    if "unknown escape" in problem or "escape" in context:
        return _Complaint(
            line,
            "omvänt snedstreck inom citattecken har en egen betydelse.",
            "Använd enkla citattecken ('…') i stället.",
        )
    if "flow" in context and started:
        return _Complaint(
            started.line + 1,
            "en hakparentes eller klammer i början av texten saknar sitt slut.",
            _QUOTE,
        )
    if "mapping values are not allowed" in problem:
        return _stray_colon(text.split("\n"), line)
    if "could not find expected ':'" in problem and started:
        return _Complaint(started.line + 1, _NO_COLON, _WRITE_KEY, mendable=False)
    for words, message, remedy in _EXPLANATIONS:
        if words in problem:
            return _Complaint(line, message, remedy, mendable=remedy != _INDENT)
    return _Complaint(line, "raden går inte att tolka.", _INDENT, mendable=False)


def _stray_colon(lines: list[str], number: int) -> _Complaint:
    """A colon within a text, or after a line that lacks its own."""
    match = _VALUE.fullmatch(lines[number - 1])
    if match and ": " in f"{match['value']} ":
        value = match["value"].replace("\\", "\\\\").replace('"', '\\"')
        written = f'{match["head"].strip()} "{value}"'
        return _Complaint(number, "texten innehåller ett kolon.", f"Sätt citattecken: «{written}».")
    above = next((n for n in range(number - 1, 0, -1) if lines[n - 1].strip()), number)
    if ":" in lines[above - 1]:
        return _Complaint(number, _ASTRAY, _INDENT, mendable=False)
    return _Complaint(above, _NO_COLON, _WRITE_KEY, mendable=False)


_NO_COLON = "raden saknar kolon efter nyckeln."
_WRITE_KEY = "Skriv «nyckel: värde»."
_ASTRAY = "raden passar inte ihop med raderna ovanför."
_INDENT = "Ställ rader som hör ihop lika långt in, med mellanslag."
_EXPLANATIONS = (
    ("sequence entries are not allowed", "en lista börjar på samma rad som nyckeln.",
     "Börja listan på nästa rad, med ett streck för varje post."),
    ("block sequence entries", "en lista börjar på samma rad som nyckeln.",
     "Börja listan på nästa rad, med ett streck för varje post."),
    ("cannot start any token", "texten börjar med ett tecken som har en egen betydelse.", _QUOTE),
    ("expected alphabetic or numeric", "en text får inte börja med «*» eller «&» utan citattecken.",
     _QUOTE),
    ("expected <block end>", _ASTRAY, _INDENT),
    ("<document start>", _ASTRAY, _INDENT),
    ("expected a comment or a line break", "efter «|» eller «>» ska texten stå på nästa rad.",
     "Flytta ned texten och dra in den."),
    ("expected chomping", "efter «|» eller «>» ska texten stå på nästa rad.",
     "Flytta ned texten och dra in den."),
)  # fmt: skip


def _bad_quotes(text: str, last: int) -> _Complaint | None:
    """The nearest line above the trouble whose value begins with a quote that ends wrongly."""
    lines = text.split("\n")
    for number in range(last, 0, -1):
        match = _VALUE.fullmatch(lines[number - 1])
        if not match or match["value"][0] not in "\"'":
            continue
        value, quote = match["value"], match["value"][0]
        inner = re.sub(r"\\.", "", value[1:]) if quote == '"' else value[1:].replace("''", "")
        if quote not in inner:
            return _Complaint(number, "ett citattecken saknar sitt slut.", _QUOTE)
        if not re.fullmatch(rf"[^{quote}]*{quote}\s*(?:#.*)?", inner):
            return _Complaint(number, "citattecknen omfattar bara en del av texten.", _QUOTE)
    return None


def _code(error: ReaderError) -> int:
    character = error.character
    return ord(character) if isinstance(character, str) else int(character)
