"""No word of a source is lost: it is in a value, in a source text, removed, or unplaced.

The account is done anew here, with its own idea of a word, so that the parser cannot cook it.
"""

from __future__ import annotations

import re
import time
import unicodedata
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from protokollant.model import Participant
from protokollant.parser import parse
from protokollant.readers import read_lines, read_text_lines
from protokollant.source import Reading
from protokollant.swedish import attendance_status, normalise_text, read_roles

ROOT = Path(__file__).parents[2]
CORPUS = ROOT.parent / "shared" / "corpus"
DOCUMENTS = sorted((ROOT / "seeds").glob("*.txt"))
if CORPUS.is_dir():
    DOCUMENTS += [path for path in sorted(CORPUS.iterdir()) if path.suffix in (".txt", ".md")
                  and path.name != "README.md"]  # fmt: skip


def words(text: str) -> list[str]:
    found = re.findall(r"[^\W_]+", normalise_text(unicodedata.normalize("NFC", text)).casefold())
    return found


def value_at(meeting: Any, path: str) -> Any:
    value = meeting
    for step in re.findall(r"[a-z_]+|\[\d+\]", path):
        value = value[int(step[1:-1])] if step[0] == "[" else getattr(value, step, None)
        if value is None:
            return None
    return value


def words_in(value: Any) -> Counter[str]:
    """Every word in a value of the model, its parts included."""
    if isinstance(value, str):
        return Counter(words(value))
    if isinstance(value, dict):
        return sum((words_in(one) for one in value.values()), Counter())
    if isinstance(value, list | tuple):
        return sum((words_in(one) for one in value), Counter())
    return words_in(value.model_dump()) if hasattr(value, "model_dump") else Counter()


def lost_words(reading: Reading) -> dict[int, Counter[str]]:
    """The words of each line that no account holds."""
    told: dict[int, Counter[str]] = {}
    for one in (*reading.sources, *reading.removed, *reading.unplaced):
        told.setdefault(one.line, Counter()).update(words(one.text))
    there: dict[int, Counter[str]] = {}
    for line in reading.lines:
        there.setdefault(line.number, Counter()).update(words(line.text))
    return {
        number: missing
        for number, found in there.items()
        if (missing := found - told.get(number, Counter()))
    }


VERBATIM = re.compile(r"(?:.*\.)?(?:text|title|intro)$|.*decisions\[\d+\]$")


def not_in_their_values(reading: Reading) -> list[str]:
    """Source texts of running text, titles and decisions whose words their value lacks."""
    by_path: dict[str, Counter[str]] = {}
    for source in reading.sources:
        if VERBATIM.fullmatch(source.field):
            by_path.setdefault(source.field, Counter()).update(words(source.text))
    wrong = []
    for path, found in by_path.items():
        value = value_at(reading.meeting, path)
        allowed = words_in(value)
        if path.endswith("title"):
            holder = value_at(reading.meeting, path.rpartition(".")[0]) if "." in path else None
            allowed += words_in([holder.number, holder.case] if holder else "")
            allowed += Counter(["dnr", "diarienummer", "punkt", "ärende", "nr"])
        if "decisions" in path:
            allowed += Counter(words("mötets beslut beslutet i ärendet beslutades"))
        if path.endswith("text"):
            # A list mark that is no number or letter is written as a dash.
            found = Counter({w: n for w, n in found.items() if len(w) > 1})
        missing = found - allowed
        # A word broken over two lines stands in one piece in the value.
        whole = "".join(words(str(value)))
        missing = Counter({w: n for w, n in missing.items() if w not in whole})
        if missing:
            wrong.append(f"{path}: {sorted(missing)}")
    return wrong


def words_no_participant_has(reading: Reading) -> list[str]:
    """Words on attendance rows that are in no participant and name no role or presence."""
    by_line: dict[int, list[Participant]] = {}
    texts: dict[int, str] = {}
    for source in reading.sources:
        if re.fullmatch(r"participants\[\d+\]", source.field):
            by_line.setdefault(source.line, []).append(value_at(reading.meeting, source.field))
            texts[source.line] = source.text
    headings = {p.group for p in reading.meeting.participants}
    wrong = []
    for line, people in by_line.items():
        text = texts[line]
        allowed = set(words_in(list(people))) | set(words(" ".join(headings)))
        allowed |= {w for role in read_roles(text) for w in words(role.text)}
        allowed |= {w for w in words(text) if attendance_status(w)} | {"och", "samt", "ersätter"}
        if missing := [w for w in words(text) if w not in allowed]:
            wrong.append(f"{line}: {missing} i {text!r}")
    return wrong


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.name)
def test_no_word_is_lost(path: Path) -> None:
    reading = parse(read_lines(path), name=path.name)
    assert lost_words(reading) == {}
    assert not_in_their_values(reading) == []


@pytest.mark.parametrize("path", DOCUMENTS[:3], ids=lambda path: path.name)
def test_every_word_on_an_attendance_row_is_in_a_participant(path: Path) -> None:
    assert words_no_participant_has(parse(read_lines(path))) == []


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.name)
def test_every_source_names_a_value_of_the_meeting_and_a_line_of_the_document(path: Path) -> None:
    reading = parse(read_lines(path))
    labels = {"label", "kind:weak", "approval:text", "time", "meeting_name", "participants"}
    numbers = {line.number for line in reading.lines}
    for source in reading.sources:
        assert source.line in numbers
        assert source.rule
        assert 0 < source.confidence <= 1
        assert source.field in labels or value_at(reading.meeting, source.field) is not None, source


SIGNS = "abcåäö ABÅ\n\n\t  .,:;§123-–()#*|/•"
WORDS = ("Beslut", "\n1. ", "\n§ 2 ", "Närvarande: ", "Anna Ek", "\nPlats: ", "2022-02-18",
         " kl. 9.00", "att ", "\n- ", "nästa möte ", "Sida 1 (2)")  # fmt: skip
ALPHABET = st.sampled_from([*SIGNS, *WORDS])


@settings(max_examples=150, deadline=None)
@given(st.lists(ALPHABET, max_size=120).map("".join) | st.text(max_size=300))
@example("Närvarande:\n\u00ad")
@example("1.\n1.\n1.1\n§\n§ 1\n§ 1")
def test_no_text_makes_it_stumble_and_no_word_is_lost(text: str) -> None:
    reading = parse(read_text_lines(text))
    assert lost_words(reading) == {}


def test_it_takes_time_in_proportion_to_the_text() -> None:
    page = (ROOT / "seeds" / "004_561261541bb24212.txt").read_text(encoding="utf-8")
    start = time.process_time()
    parse(read_text_lines(page))
    once = time.process_time() - start
    start = time.process_time()
    parse(read_text_lines(page * 20))
    assert time.process_time() - start < 60 * max(once, 0.02)


@pytest.mark.parametrize(
    "line",
    ["a" * 20_000, "A " * 10_000, "1." * 10_000, "(" * 10_000, "Beslut " * 3_000, ". " * 10_000,
     "\t" * 10_000 + "x", "Anna Ek, " * 2_000, "ska " * 5_000, "§ 1 " * 5_000, "nästa " * 5_000],
    ids=lambda line: line[:8],
)  # fmt: skip
def test_no_line_takes_unreasonably_long(line: str) -> None:
    for before in ("", "Närvarande:\n", "1. Inledning\n", "Plats: "):
        start = time.process_time()
        parse(read_text_lines(before + line))
        assert time.process_time() - start < 3
