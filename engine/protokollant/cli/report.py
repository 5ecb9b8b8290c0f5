"""What a command made → what the secretary sees: results on stdout, doubts on stderr."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from protokollant.pipeline.demo import Shown
    from protokollant.pipeline.made import Made

MANY = 5
"""More files than this get a progress bar."""


def tell(made: Made, *, quiet: bool = False) -> int:
    """Print results, doubts and faults; returns the exit code."""
    sys.stdout.write(made.text)
    if not quiet:
        for remark in made.remarks:
            print(f"Obs! {remark}", file=sys.stderr)
    for path in made.set_aside:
        print(f"Obs! Den tidigare filen var ändrad och är sparad som {path}", file=sys.stderr)
    for fault in made.faults:
        print(str(fault), file=sys.stderr)
    if made.files and not quiet:
        print(summary(made.files))
    if made.skipped and not quiet:
        print(skipped(made.skipped))
    if len(made.files) + len(made.skipped) > MANY and made.faults:
        count = len({fault.place.file for fault in made.faults})
        print(f"{count} {'fil' if count == 1 else 'filer'} gick inte att göra.", file=sys.stderr)
    return made.exit_code


def summary(files: Sequence[Path]) -> str:
    """One closing line that says what was written where."""
    if len(files) <= MANY:
        return "\n".join(f"Skrev {path}" for path in files)
    folders = sorted({str(path.parent) for path in files})
    return f"Skrev {len(files)} filer i {', '.join(folders)}"


def skipped(files: Sequence[Path]) -> str:
    """A line about what was there already; with --force it is made anew."""
    if len(files) == 1:
        return f"{files[0]} finns redan, gjord av samma dokument."
    return f"{len(files)} filer fanns redan, gjorda av samma dokument."


def track(paths: Iterable[Path]) -> Iterator[Path]:
    """The paths, with a progress bar when there are many and somebody watches."""
    listed = list(paths)
    if len(listed) <= MANY or not sys.stderr.isatty():
        yield from listed
        return
    from rich.console import Console
    from rich.progress import track as bar

    yield from bar(listed, description="Arbetar", console=Console(stderr=True), transient=True)


def tell_demo(shown: Sequence[Shown], folder: Path, *, quiet: bool = False) -> int:
    """The demonstration's closing table: which seed became which files, where."""
    if quiet:
        return 0
    for row in shown:
        print(f"\nseeds/{row.seed}: {len(row.made.remarks)} saker att se över")
        names = dict.fromkeys(path.with_suffix("") for path in row.made.files)
        width = max(len(str(name)) for name in names)
        for name in names:
            formats = sorted(p.suffix[1:] for p in row.made.files if p.with_suffix("") == name)
            print(f"  {name!s:<{width}}  {'  '.join(formats)}")
    count = sum(len(row.made.files) for row in shown)
    print(f"\n{count} filer ligger i {folder}/.")
    print("Det som bör ses över står i .yaml-filerna, efter #.")
    return 0


def tell_fields(rows: Sequence[dict[str, str]], *, as_json: bool = False) -> int:
    """The fields as JSON, or as a table under one heading an entity."""
    if as_json:
        import json

        print(json.dumps(rows, ensure_ascii=False, indent=2))
        return 0
    entity = ""
    for row in rows:
        if row["entity"] != entity:
            entity = row["entity"]
            reached = f" – fås av {row['reached']}" if row["reached"] else ""
            print(f"\n{entity.upper()}{reached}")
            print(f"  {'fält':<20} {'engelska':<18} {'typ':<24} betyder")
        example = f", t.ex. {row['example']}" if row["example"] else ""
        names = f"  {row['swedish']:<20} {row['english']:<18} {row['type']:<24}"
        print(f"{names} {row['meaning']}{example}")
    return 0
