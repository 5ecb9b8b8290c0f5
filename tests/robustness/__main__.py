"""`python -m tests.robustness --minutes N [--first SEED] [FOLDER]`: a long run, with counts."""

from __future__ import annotations

import argparse
import tempfile
import time
from collections import Counter
from itertools import count
from pathlib import Path

from tests.robustness.documents import CORPUS, Sound, of_corpus, our_own
from tests.robustness.trial import Outcome, trial


def main() -> int:
    """Run until the time is up; 1 when there was a fault."""
    options = _options()
    sounds = (*our_own(), *of_corpus(options.folder))
    until = time.monotonic() + options.minutes * 60
    ends: Counter[tuple[str, str]] = Counter()
    faults: dict[str, str] = {}
    with tempfile.TemporaryDirectory() as folder:
        for seed in count(options.first):
            for sound in sounds:
                if time.monotonic() > until:
                    return _told(ends, faults, seed)
                found = trial(sound, seed, Path(folder))
                ends[sound.suffix, found.end] += 1
                if found.end == "fel":
                    _note(faults, sound, seed, found)
    return 0


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.robustness", description=__doc__)
    parser.add_argument("folder", nargs="?", type=Path, default=CORPUS)
    parser.add_argument("--minutes", type=float, default=5)
    parser.add_argument("--first", type=int, default=1000, help="the first seed")
    return parser.parse_args()


def _note(faults: dict[str, str], sound: Sound, seed: int, found: Outcome) -> None:
    """Keep one case of each kind of fault: the end of its story tells kinds apart."""
    lines = [line for line in found.story.strip().splitlines() if line.strip(" ^~")]
    places = [line for line in lines if line.lstrip().startswith("File ")]
    kind = f"{places[-1].strip() if places else ''} {lines[-1][:60]}"
    if kind not in faults:
        case = f"{sound.name}, frö {seed}, {', '.join(found.ways)}"
        faults[kind] = f"{case}\n{found.story[-2500:]}"
        print(f"FEL {case}\n{found.story[-2500:]}\n", flush=True)


def _told(ends: Counter[tuple[str, str]], faults: dict[str, str], seed: int) -> int:
    print(f"{ends.total()} skadade dokument, frön till och med {seed}")
    for suffix in sorted({suffix for suffix, _ in ends}):
        of_kind = {end: ends[suffix, end] for end in ("läst", "vägrad", "fel")}
        print(f"{suffix:6}" + "".join(f"{number:8} {end}" for end, number in of_kind.items()))
    print(f"{len(faults)} slags fel")
    return 1 if faults else 0


if __name__ == "__main__":
    raise SystemExit(main())
