"""A damaged document → what became of it: read with every word kept, refused, or a fault."""

from __future__ import annotations

import signal
import traceback
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from random import Random
from types import FrameType
from typing import NamedTuple

from protokollant.errors import ProtokollantError
from protokollant.pipeline.read import read_document, remarks, write_reading
from protokollant.records import load_meeting
from tests.parser.test_account import lost_words
from tests.robustness.damage import damaged
from tests.robustness.documents import Sound
from tests.robustness.mutations import mutated

SECONDS = 20  # a document takes hundredths; only a hang takes this long
_TEXT_KINDS = (".md", ".html", ".org", ".tex")  # which a text's reader must take as it is


class Outcome(NamedTuple):
    """How a trial ended: "läst", "vägrad" or "fel", the ways of damage, and what went wrong."""

    end: str
    ways: tuple[str, ...]
    story: str = ""


class TooLongError(Exception):
    """A document took more time than any should."""


def trial(sound: Sound, seed: int, folder: Path) -> Outcome:
    """Damage a document in the way that the seed gives, and read it."""
    data, suffix, ways = damaged_document(sound, seed)
    path = folder / f"skadad{suffix}"
    path.write_bytes(data)
    return outcome(path, ways)


def damaged_document(sound: Sound, seed: int) -> tuple[bytes, str, tuple[str, ...]]:
    """The damaged bytes, the ending of the file's name, and the ways of damage."""
    chance = Random(f"{sound.name} {seed}")
    if sound.suffix in (".txt", ".md") or (sound.suffix == ".yaml" and chance.random() < 0.5):
        text, names = mutated(sound.data.decode("utf-8", "replace"), chance, chance.randint(1, 3))
        data = text.encode("utf-8", "surrogatepass")
        if chance.random() < 0.1:
            data, more = damaged(data or b" ", "", chance)
            names.append(more)
        is_other = sound.suffix == ".txt" and chance.random() < 0.2
        suffix = chance.choice(_TEXT_KINDS) if is_other else sound.suffix
        return data, suffix, tuple(names)
    data, name = damaged(sound.data, sound.suffix, chance)
    return data, sound.suffix, (name,)


def outcome(path: Path, ways: tuple[str, ...] = ()) -> Outcome:
    """What becomes of a file: the reading with its output, or the refusal, held to account."""
    try:
        with _at_most(SECONDS), warnings.catch_warnings():
            warnings.simplefilter("error")
            lost = _used(path)
    except ProtokollantError as error:
        return _refused(error, ways)
    except Exception:
        return Outcome("fel", ways, traceback.format_exc(limit=-6))
    return Outcome("fel", ways, f"förlorade ord: {lost}") if lost else Outcome("läst", ways)


def _used(path: Path) -> str:
    """Do what the program does with a file; the words that were lost on the way."""
    if path.suffix == ".yaml":
        load_meeting(path)
        return ""
    reading = read_document(path)
    written = path.with_suffix(".yaml")
    written.write_text(write_reading(reading, "yaml"), encoding="utf-8")
    write_reading(reading, "json").encode()
    "\n".join(remarks(reading, path)).encode()
    again = load_meeting(written)
    lost = lost_words(reading)
    if again.items and [i.title for i in again.items] != [i.title for i in reading.meeting.items]:
        return "rubrikerna är andra i YAML"
    return str(dict(lost)) if lost else ""


def _refused(error: ProtokollantError, ways: tuple[str, ...]) -> Outcome:
    """A refusal is good when every fault says where and what, and the first what to do."""
    for fault in error.faults:
        if not (fault.message.strip() and fault.place.file):
            return Outcome("fel", ways, f"vägran utan plats: {error}")
    if not any(fault.remedy for fault in error.faults) and error.faults[0].place.line is None:
        return Outcome("fel", ways, f"vägran utan råd: {error}")
    return Outcome("vägrad", ways)


@contextmanager
def _at_most(seconds: int) -> Iterator[None]:
    def stop(_: int, __: FrameType | None) -> None:
        raise TooLongError(f"mer än {seconds} s")

    before = signal.signal(signal.SIGALRM, stop)
    signal.alarm(seconds)
    try:
        yield
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)
