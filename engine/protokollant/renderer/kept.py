"""Compiled templates kept from one command to the next, in the user's own cache folder.

Compiling takes most of the time of a cold command. What is kept holds code, so it is trusted only
while nobody else could have written it: the folder and the file belong to the user and are open to
nobody else, and no link is followed. Where that cannot be told, nothing is kept or read. The name
of a file is made of the template's bytes, the versions that compiled it and the kind of document,
so that what is kept never goes stale; the oldest are removed.
"""

from __future__ import annotations

import hashlib
import importlib.util
import marshal
import os
import stat
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import jinja2

from protokollant.model import Body, Record
from protokollant.renderer.context import build_context
from protokollant.renderer.deflate import FASTEST
from protokollant.renderer.environment import environment
from protokollant.renderer.filling import Host
from protokollant.renderer.frame import Frame
from protokollant.renderer.package import open_package
from protokollant.renderer.ready import Compiled, ReadyPart
from protokollant.renderer.signed import signed

OFF = "PROTOKOLLANT_UTAN_CACHE"
"""Set in the environment, nothing is kept."""

MAX_KEPT = 40
_HERE = Path(__file__).parents[1]
_COMPILING = (_HERE / "renderer", _HERE / "model", Path(jinja2.__file__).parent)
"""The folders whose files decide how a template is compiled and which fields there are."""

_DIGEST = hashlib.sha256().digest_size


def fill_file(
    path: Path, data: Record, *, body: Body | None = None, logo: bytes | Path | None = None
) -> bytes:
    """The document that the template in a file makes of the data; compiled only the first time."""
    key = _key(path, type(data))
    if (kept := _read(key)) and (made := _filled(path, kept, data, body, logo)):
        return made
    # Compiling is most of the renderer's modules, which a template that is kept does without.
    from protokollant.renderer.template import Template

    template = Template(path)
    made = template.render(data, body=body, logo=logo)
    if compiled := template.compiled():
        _write(key, compiled)
    return made


def _filled(
    path: Path,
    kept: tuple[Compiled, ...],
    data: Record,
    body: Body | None,
    logo: bytes | Path | None,
) -> bytes | None:
    """The document, or None when something is wrong: the template itself tells where, and what."""
    frame = Frame.of(signed(open_package(path, path.name), FASTEST))
    filling = frame.filling(frame.ids(one.name for one in kept))
    wanted = {name for one in kept for name in one.names}
    context = build_context(data, wanted, body=body, logo=logo)
    try:
        changed = {one.name: ReadyPart(one, environment()).fill(context, filling) for one in kept}
    except Exception:
        return None
    return frame.written(frame.with_additions(changed, filling), FASTEST)


def _key(path: Path, document: type[Record]) -> str:
    """A name for what compiling this template, by these programs, for such documents gives."""
    told = hashlib.sha256()
    with suppress(OSError):
        told.update(path.read_bytes())
    told.update(repr((document.__qualname__, sys.version)).encode())
    told.update(importlib.util.MAGIC_NUMBER)
    for folder in _COMPILING:
        for entry in sorted(os.scandir(folder), key=lambda entry: entry.name):
            if entry.name.endswith(".py"):
                found = entry.stat()
                told.update(f"{entry.path} {found.st_size} {found.st_mtime_ns}".encode())
    return told.hexdigest()


def _read(key: str) -> tuple[Compiled, ...]:
    """What is kept under a name; nothing when there is none that can be trusted."""
    try:
        with _folder() as folder:
            handle = os.open(key, os.O_RDONLY | os.O_NOFOLLOW, dir_fd=folder)
            with os.fdopen(handle, "rb") as file:
                if not (_is_private(handle) and stat.S_ISREG(os.fstat(handle).st_mode)):
                    return ()
                content = file.read()
    except OSError:
        return ()
    digest, kept = content[:_DIGEST], content[_DIGEST:]
    if hashlib.sha256(kept).digest() != digest:
        return ()
    return tuple(
        Compiled(name, tuple(Host(*host) for host in hosts), nested, unsure, names, code)
        for name, hosts, nested, unsure, names, code in marshal.loads(kept)
    )


def _write(key: str, compiled: tuple[Compiled, ...]) -> None:
    """Keep it, if it can be kept from others; that it cannot is no fault."""
    kept = marshal.dumps(
        [
            (
                one.name,
                [(host.paragraph, host.run) for host in one.hosts],
                one.nested,
                one.unsure,
                one.names,
                one.code,
            )
            for one in compiled
        ]
    )
    with suppress(OSError), _folder(make=True) as folder:
        draft = f"{key}.{os.getpid()}"
        flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW
        with os.fdopen(os.open(draft, flags, 0o600, dir_fd=folder), "wb") as file:
            file.write(hashlib.sha256(kept).digest() + kept)
        os.replace(draft, key, src_dir_fd=folder, dst_dir_fd=folder)
        _remove_oldest(folder)


def _remove_oldest(folder: int) -> None:
    age = {name: os.stat(name, dir_fd=folder).st_mtime_ns for name in os.listdir(folder)}
    for name in sorted(age, key=lambda name: age[name], reverse=True)[MAX_KEPT:]:
        os.unlink(name, dir_fd=folder)


@contextmanager
def _folder(*, make: bool = False) -> Iterator[int]:
    """The open folder, once it is sure that nobody else can write there; else OSError."""
    path = _place()
    if make:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.mkdir(mode=0o700, exist_ok=True)
    folder = os.open(path, os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW)
    try:
        if not _is_private(folder):
            raise PermissionError(f"{path} is open to others")
        yield folder
    finally:
        os.close(folder)


def _place() -> Path:
    """Where the user's programs keep such things; OSError where owners cannot be told."""
    if OFF in os.environ or not hasattr(os, "geteuid"):
        raise OSError("nothing is kept here")
    home = Path(os.path.expanduser("~"))
    usual = home / "Library" / "Caches" if sys.platform == "darwin" else home / ".cache"
    base = Path(os.environ.get("XDG_CACHE_HOME") or usual)
    if not base.is_absolute():
        raise OSError("no folder of the user's own")
    return base / "protokollant" / "mallar"


def _is_private(handle: int) -> bool:
    found = os.fstat(handle)
    return found.st_uid == os.geteuid() and not stat.S_IMODE(found.st_mode) & 0o077
