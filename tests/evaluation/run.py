"""Documents → results: the reader is run on each, and its answer scored."""

from __future__ import annotations

import time
import traceback
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from protokollant import ProtokollantError, Reading, read_document

from .answer import Answer
from .calibration import Belief, beliefs
from .found import answer_of
from .gold import Document
from .score import Score, score
from .words import lost_words, words


@dataclass(frozen=True, slots=True)
class Result:
    """How the reader did on one document. A refused or crashed one scores as an empty answer."""

    document: Document
    score: Score
    seconds: float
    words: int = 0
    lost: tuple[str, ...] = ()
    unplaced: int = 0
    """How many words the reader says it could not place."""
    beliefs: tuple[Belief, ...] = ()
    """How sure the reader was of each value, and whether it was right."""
    refused: str = ""
    """The reader's own words, when it would not read the document."""
    crash: str = ""
    """The last lines of the traceback, when it failed instead."""


def evaluate(documents: Iterable[Document]) -> list[Result]:
    """Read and score every document."""
    documents = list(documents)
    if documents:
        _warm_up(documents[0].source)
    return [_result(document) for document in documents]


def _warm_up(path: Path) -> None:
    """Load what is loaded at the first reading, so that no document pays for it."""
    try:
        read_document(path)
    except Exception:  # told of when the document has its turn
        return


def _result(document: Document) -> Result:
    begun = time.perf_counter()
    try:
        reading = read_document(document.source)
    except ProtokollantError as error:
        return _unread(document, time.perf_counter() - begun, refused=str(error))
    except Exception:  # a crash is a result, and the others are to be measured all the same
        crash = "\n".join(traceback.format_exc().splitlines()[-3:])
        return _unread(document, time.perf_counter() - begun, crash=crash)
    return _read(document, reading, time.perf_counter() - begun)


def _read(document: Document, reading: Reading, seconds: float) -> Result:
    scored = score(document.gold, answer_of(reading.meeting))
    return Result(
        document,
        scored,
        seconds,
        beliefs=beliefs(reading, document.gold, scored),
        words=sum(len(words(line.text)) for line in reading.lines),
        lost=tuple(lost_words(reading, document.source).elements()),
        unplaced=sum(len(words(kept.text)) for kept in reading.unplaced),
    )


def _unread(document: Document, seconds: float, refused: str = "", crash: str = "") -> Result:
    return Result(document, score(document.gold, Answer()), seconds, refused=refused, crash=crash)
