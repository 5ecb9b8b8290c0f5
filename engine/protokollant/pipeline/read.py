"""Old documents → structured meetings as YAML or JSON."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, Literal

from protokollant.errors import OutputError, Place, ProtokollantError
from protokollant.parser import parse
from protokollant.pipeline.load import existing
from protokollant.pipeline.made import Made, Track
from protokollant.pipeline.output import write_files
from protokollant.readers import read_source
from protokollant.records import dump_reading
from protokollant.source import Reading

Format = Literal["yaml", "json"]


def read_document(path: str | Path) -> Reading:
    """Read an old document as a meeting, with doubts and an account of every word.

    Raises ReadError when the file is missing, empty or holds no text.
    """
    path = existing(Path(path))
    source = read_source(path)
    reading = parse(source.lines, name=path.name)
    return replace(reading, warnings=(*source.doubts, *reading.warnings))


def read(
    paths: Sequence[Path],
    output: Path | None = None,
    *,
    form: Format = "yaml",
    force: bool = False,
    track: Track = iter,
) -> Made:
    """Read each document; without `output` the text of a single one is returned.

    With several documents `output` is a folder; one that fails does not stop the others.
    """
    if len(paths) > 1 and output is None:
        raise OutputError("Flera filer behöver en mapp att läggas i.", remedy="Ange den med -o.")
    if output is None:
        reading = read_document(paths[0])
        return Made(remarks=remarks(reading, paths[0]), text=write_reading(reading, form))
    made = Made()
    as_folder = len(paths) > 1 or output.is_dir() or not output.suffix
    for path in track(paths):
        target = output / f"{path.stem}.{form}" if as_folder else output
        made += _read_to(path, target, form, force)
    return made


def _read_to(path: Path, target: Path, form: Format, force: bool) -> Made:
    try:
        reading = read_document(path)
        text = write_reading(reading, form)
        aside = write_files({target: text.encode()}, force=force)
    except ProtokollantError as error:
        return Made(faults=error.faults, exit_code=error.exit_code)
    return Made(files=(target,), set_aside=aside, remarks=remarks(reading, path))


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
    return json.dumps(as_json(reading), ensure_ascii=False, indent=2) + "\n"


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
            "text": s.text,
            "rule": s.rule,
            "confidence": round(s.confidence, 2),
        }
        for s in reading.sources
    ]
    return found


def _nulls(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _nulls(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [_nulls(inner) for inner in value]
    return None if value == "" else value
