"""The face of the package: complete, sorted, and cheap to import."""

import subprocess
import sys
from pathlib import Path

from protokollant import swedish

PACKAGE = Path(swedish.__file__).parent


def test_every_public_name_is_there():
    assert all(hasattr(swedish, name) for name in swedish.__all__)
    assert len(set(swedish.__all__)) == len(swedish.__all__)


def test_importing_loads_no_library_and_nothing_heavy():
    code = "import protokollant.swedish, sys; print(*sys.modules)"
    run = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        check=True,
        cwd=PACKAGE.parents[1],
    )
    heavy = {"babel", "rapidfuzz", "difflib", "decimal", "dataclasses", "inspect", "calendar"}
    assert not heavy & set(run.stdout.split())


def test_the_language_asks_neither_the_clock_nor_the_locale():
    source = "".join(path.read_text(encoding="utf-8") for path in PACKAGE.glob("*.py"))
    for word in (".today(", ".now(", "import locale", "strftime", "open("):
        assert word not in source
