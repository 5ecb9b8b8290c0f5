"""Old documents → structured meetings as YAML or JSON, or an account of every line."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Literal

from protokollant.errors import OutputError, Place, ProtokollantError, RecordError
from protokollant.parser import parse
from protokollant.parser.own import read_own
from protokollant.pipeline.explain import Explanation, explain, explanation_as_json
from protokollant.pipeline.explain_html import as_html
from protokollant.pipeline.explain_page import as_text
from protokollant.pipeline.load import existing
from protokollant.pipeline.made import Made, Track
from protokollant.pipeline.output import write_files
from protokollant.readers import read_source
from protokollant.records import dump_reading, load_meeting_text
from protokollant.source import DATA_NAME, Doubt, Reading, Transcript

Format = Literal["yaml", "json"]


def read_document(path: str | Path) -> Reading:
    """Read an old document as a meeting, with doubts and an account of every word.

    Raises ReadError when the file is missing, empty or holds no text.
    """
    path = existing(Path(path))
    source = read_source(path)
    if source.data:
        reading = _read_data(source, path)
    elif source.styled is not None:
        reading = read_own(source.styled, source.lines)
    else:
        reading = parse(source.lines, name=path.name)
    return replace(reading, warnings=(*source.doubts, *reading.warnings))


def _read_data(source: Transcript, path: Path) -> Reading:
    """The meeting whose values lie in the file; that they were taken there is a doubt.

    The pages may say something else: nothing but the program that wrote both vouches for them.
    """
    try:
        meeting = load_meeting_text(source.data, path.name)
    except RecordError as error:
        reading = parse(source.lines, name=path.name)
        unfit = Doubt(None, f"Mötesdata i filen går inte att använda ({error.faults[0].message})")
        return replace(reading, warnings=(unfit, *reading.warnings))
    told = Doubt(None, f"Läst ur mötesdata i filen ({DATA_NAME}), inte ur sidornas text.")
    return Reading(meeting, (told,))


def read(
    paths: Sequence[Path],
    output: Path | None = None,
    *,
    form: Format = "yaml",
    explained: bool = False,
    force: bool = False,
    track: Track = iter,
) -> Made:
    """Read each document; without `output` the text of a single one is returned.

    With several documents `output` is a folder; one that fails does not stop the others.
    `explained` tells what became of every line instead of the meeting: as text, as JSON, or as a
    web page where the file's name ends in .html.
    """
    writing = Writing(form, explained)
    if output is None:
        path = only_one(paths)
        reading = read_document(path)
        told = () if explained else remarks(reading, path)
        return Made(remarks=told, text=writing.text(reading, path))
    made = Made()
    as_folder = len(paths) > 1 or output.is_dir() or not output.suffix
    for path in track(paths):
        target = output / f"{path.stem}{writing.ending}" if as_folder else output
        made += _read_to(path, target, writing, force)
    return made


def explain_document(paths: Sequence[Path]) -> Explanation:
    """What became of every line of the only document there is among the paths."""
    path = only_one(paths)
    return explain(read_document(path), path.name)


def only_one(paths: Sequence[Path]) -> Path:
    """The only path; several need a folder to be written to."""
    if len(paths) > 1:
        raise OutputError("Flera filer behöver en mapp att läggas i.", remedy="Ange den med -o.")
    return paths[0]


@dataclass(frozen=True, slots=True)
class Writing:
    """What is written of a reading, and how."""

    form: Format = "yaml"
    explained: bool = False

    @property
    def ending(self) -> str:
        """How the names of files end that are written to a folder."""
        if self.explained:
            return ".forklaring.json" if self.form == "json" else ".forklaring.txt"
        return f".{self.form}"

    def text(self, reading: Reading, path: Path, suffix: str = "") -> str:
        """The reading in that form; `suffix` is that of the file it goes to."""
        if not self.explained:
            return write_reading(reading, self.form)
        explanation = explain(reading, path.name)
        if self.form == "json" or suffix == ".json":
            return _json(explanation_as_json(explanation))
        is_page = suffix in (".html", ".htm")
        return as_html(explanation) if is_page else as_text(explanation)


def _read_to(path: Path, target: Path, writing: Writing, force: bool) -> Made:
    try:
        reading = read_document(path)
        text = writing.text(reading, path, target.suffix.lower())
        aside = write_files({target: text.encode()}, force=force)
    except ProtokollantError as error:
        return Made(faults=error.faults, exit_code=error.exit_code)
    told = () if writing.explained else remarks(reading, path)
    return Made(files=(target,), set_aside=aside, remarks=told)


def remarks(reading: Reading, path: Path) -> tuple[str, ...]:
    """The doubts and the unplaced text of a reading, one sentence each."""
    doubts = [f"{Place(str(path), w.line)}: {w.message}" for w in reading.warnings]
    doubts += [
        f"{Place(str(path), k.line)}: kunde inte placeras: {k.text}" for k in reading.unplaced
    ]
    return tuple(doubts)


def write_reading(reading: Reading, form: Format) -> str:
    """The reading as text: YAML with doubts as comments, or JSON with everything."""
    if form == "yaml":
        return dump_reading(reading)
    return _json(as_json(reading))


def as_json(reading: Reading) -> dict[str, Any]:
    """The reading as one JSON object with English keys; empty values are null or []."""
    found: dict[str, Any] = _nulls(reading.meeting.model_dump(mode="json"))
    found["warnings"] = [{"line": w.line, "message": w.message} for w in reading.warnings]
    found["unplaced"] = [{"line": k.line, "text": k.text} for k in reading.unplaced]
    found["removed"] = [
        {"line": k.line, "text": k.text, "reason": k.reason} for k in reading.removed
    ]
    found["sources"] = [
        {
            "field": s.field,
            "line": s.line,
            "page": s.page,
            "text": s.text,
            "rule": s.rule,
            "confidence": round(s.confidence, 2),
        }
        for s in reading.sources
    ]
    return found


def _json(data: dict[str, Any]) -> str:
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


def _nulls(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _nulls(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [_nulls(inner) for inner in value]
    return None if value == "" else value
