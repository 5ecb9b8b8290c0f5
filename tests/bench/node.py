"""The engines for Node, installed with npm outside the checkout and kept running while timed."""

from __future__ import annotations

import base64
import json
import os
import shutil
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ENGINES = ("docxtemplater", "easy-template-x")
_PACKAGES = (*ENGINES, "pizzip")
_WORKER = Path(__file__).with_name("node_worker.mjs")
_SECONDS = 120


class NoNodeError(Exception):
    """Why the engines for Node can't be timed here."""


@dataclass(frozen=True, slots=True)
class NodeEngine:
    """An engine in a process of its own, which takes a meeting and tells the seconds it took."""

    name: str
    process: subprocess.Popen[str]

    def __call__(self, values: Mapping[str, Any]) -> float:
        return float(self._asked(values)["seconds"])

    def document(self, values: Mapping[str, Any]) -> bytes:
        """The document it makes of a meeting."""
        return base64.b64decode(self._asked(values, whole=True)["whole"])

    def _asked(self, values: Mapping[str, Any], *, whole: bool = False) -> Any:
        assert self.process.stdin
        assert self.process.stdout
        self.process.stdin.write(json.dumps({"data": values, "whole": whole}) + "\n")
        self.process.stdin.flush()
        if not (answer := self.process.stdout.readline()):
            raise NoNodeError(f"{self.name} ended without an answer")
        return json.loads(answer)

    def close(self) -> None:
        """End the process."""
        assert self.process.stdin
        self.process.stdin.close()
        self.process.wait(_SECONDS)


def start(name: str, template: Path, folder: Path) -> NodeEngine:
    """Start an engine that `install` has put in a folder."""
    command = ["node", str(_WORKER), name, str(template)]
    pipe = subprocess.PIPE
    return NodeEngine(
        name, subprocess.Popen(command, cwd=folder, stdin=pipe, stdout=pipe, text=True)
    )


def install() -> Path:
    """The folder of the user's cache with the engines in it. Raises NoNodeError."""
    if not (shutil.which("node") and shutil.which("npm")):
        raise NoNodeError("node and npm are not installed here")
    cache = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")
    folder = cache / "protokollant-bench"
    folder.mkdir(parents=True, exist_ok=True)
    command = ["npm", "install", "--no-audit", "--no-fund", "--silent", "--prefix", ".", *_PACKAGES]
    try:
        done = subprocess.run(command, cwd=folder, timeout=_SECONDS, capture_output=True, text=True)
    except subprocess.TimeoutExpired:
        raise NoNodeError(f"npm gave no answer in {_SECONDS} s") from None
    if done.returncode and not all((folder / "node_modules" / p).is_dir() for p in _PACKAGES):
        raise NoNodeError("npm could not fetch the engines: is there a network?")
    return folder


def version(folder: Path, name: str) -> str:
    """The version of an installed engine."""
    listing = (folder / "node_modules" / name / "package.json").read_text(encoding="utf-8")
    return str(json.loads(listing)["version"])
