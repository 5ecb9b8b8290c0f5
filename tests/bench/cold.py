"""One document from a cold start: the command against a minimal docxtpl script, in turn."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from tests.bench.meetings import meeting, template
from tests.bench.pairs import Table, interleaved, milliseconds, ratio

ROOT = Path(__file__).parents[2]
SAMPLE = ROOT / "samples" / "barn-och-unga" / "2025" / "2025-02-14.yaml"

_UNKEPT = "protokollant minutes, no template kept"
_FILL = """
from docxtpl import DocxTemplate
document = DocxTemplate("template.docx")
document.render(values, autoescape=True)
document.save("docxtpl.docx")
"""
_SCRIPTS = {
    "docxtpl script, data as JSON": "import json\nvalues = json.load(open('d.json'))" + _FILL,
    "docxtpl script, data as YAML": "from ruamel.yaml import YAML\n"
    "values = YAML(typ='safe', pure=True).load(open('d.yaml', encoding='utf-8'))" + _FILL,
}


def cold(rounds: int) -> list[Table]:
    """Start each anew, in turn; the first round, which fills the disk's cache, doesn't count."""
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        (place / "template.docx").write_bytes(template())
        data = json.dumps(meeting(1), ensure_ascii=False)
        for name in ("d.json", "d.yaml"):
            (place / name).write_text(data, encoding="utf-8")
        minutes = ["-m", "protokollant", "minutes", str(SAMPLE), "--force", "-o", "minutes.docx"]
        commands = {"protokollant minutes": minutes, _UNKEPT: minutes}
        commands |= {name: ["-c", script] for name, script in _SCRIPTS.items()}
        commands |= {"protokollant --help": ["-m", "protokollant", "--help"]}
        ways = {
            name: lambda _, c=command, off=name == _UNKEPT: _run([sys.executable, *c], place, off)
            for name, command in commands.items()
        }
        seconds = interleaved(ways, range(rounds + 1), warm=1)
    times = [(name, *milliseconds(took)) for name, took in seconds.items()]
    ours = seconds["protokollant minutes"]
    ratios = [
        (f"{name} / protokollant minutes", f"{ratio(seconds[name], ours):.2f}", "≥ 1")
        for name in _SCRIPTS
    ]
    return [
        Table("cold", ("cold start", "median, ms", "eight tenths, ms"), times),
        Table("cold ratios", ("how many times", "median of pairs", "goal"), ratios),
    ]


def _run(command: list[str], folder: Path, keep_nothing: bool) -> float:
    environment = os.environ | ({"PROTOKOLLANT_UTAN_CACHE": "1"} if keep_nothing else {})
    begun = time.perf_counter()
    subprocess.run(command, cwd=folder, check=True, capture_output=True, env=environment)
    return time.perf_counter() - begun
