"""`python -m tests.evaluation [FOLDER]`: how well the reader reads a folder of documents."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from .gold import load_documents
from .report import as_json, as_markdown, as_table
from .run import evaluate

CORPUS = Path(__file__).resolve().parents[3] / "shared" / "corpus"


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the evaluation; the exit code is 1 when a document crashed or lost words."""
    wanted = _parser().parse_args(arguments)
    documents = [
        one
        for one in load_documents(wanted.folder, wanted.source)
        if wanted.split in ("all", one.part)
    ]
    if not documents:
        print(f"{wanted.folder}: här finns inga dokument med facit.", file=sys.stderr)
        return 2
    results = evaluate(documents)
    hidden = "measure" if wanted.split == "all" and not wanted.every else ""
    if wanted.format == "table":
        text = as_table(results, hidden=hidden)
    else:
        text = as_json(results) if wanted.format == "json" else as_markdown(results)
    sys.stdout.write(text)
    return int(any(one.crash or one.lost for one in results))


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m tests.evaluation", description=__doc__)
    parser.add_argument("folder", nargs="?", type=Path, default=CORPUS, metavar="FOLDER")
    parser.add_argument("--format", choices=("table", "json", "markdown"), default="table")
    parser.add_argument(
        "--split",
        choices=("look", "measure", "all"),
        default="all",
        help="part of the corpus; with all, the misses of the measured part are only counted",
    )
    parser.add_argument("--source", choices=("txt", "original"), default="txt")
    parser.add_argument(
        "--every", action="store_true", help="tell the misses of the measured part in words too"
    )
    return parser


if __name__ == "__main__":
    sys.exit(main())
