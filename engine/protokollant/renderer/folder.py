"""The folder that a template lies in → the files that its tags may use, and never others."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path, PureWindowsPath

from protokollant.swedish import did_you_mean

MAX_DEPTH = 5


class FolderError(Exception):
    """A tag does not lead to a file that it can use; message and remedy are Swedish."""

    def __init__(self, message: str, remedy: str) -> None:
        super().__init__(message)
        self.message, self.remedy = message, remedy


@dataclass(frozen=True, slots=True)
class Within:
    """Where a template's own includes may lie, and which templates it is itself included by."""

    root: Path | None = None
    folder: Path | None = None
    above: tuple[Path, ...] = ()

    def template(self, name: str) -> Path:
        """The file of an include; raises FolderError."""
        path = self._existing(name, "Wordmall", (".docx",))
        if path in self.above:
            chain = " → ".join(one.name for one in (*self.above, path))
            raise FolderError(f"mallarna infogar varandra: {chain}.", "Ta bort en av taggarna.")
        if len(self.above) > MAX_DEPTH:
            raise FolderError(
                f"mallar infogas i varandra i mer än {MAX_DEPTH} led.", "Infoga i färre led."
            )
        return path

    def picture(self, name: str) -> Path:
        """The file of a picture; raises FolderError."""
        return self._existing(name, "bild", (".png", ".jpg", ".jpeg"))

    def _existing(self, name: str, kind: str, suffixes: tuple[str, ...]) -> Path:
        path = self._inside(name)
        if path.suffix.lower() not in suffixes:
            told = " eller ".join(suffixes[:2])
            raise FolderError(f"«{name}» är ingen {kind}.", f"Ange en fil som slutar på {told}.")
        if not path.is_file():
            names = (one.name for one in path.parent.glob("*") if one.suffix.lower() in suffixes)
            near = did_you_mean(path.name, names)
            remedy = f"Menade du «{near}»?" if near else "Lägg filen i mallens mapp."
            raise FolderError(f"filen «{name}» finns inte.", remedy)
        return path

    def _inside(self, name: str) -> Path:
        """The path, which does not leave the folder."""
        if self.root is None or self.folder is None:
            raise FolderError(
                "en mall som inte är en fil har ingen mapp att hämta ur.",
                "Spara mallen i en mapp.",
            )
        if PureWindowsPath(name).anchor or name.startswith(("/", "~")):
            raise FolderError(
                f"«{name}» är en hel sökväg.", "Skriv filens namn, räknat från mallens mapp."
            )
        path = (self.folder / name.replace("\\", "/")).resolve()
        if not path.is_relative_to(self.root):
            raise FolderError(
                f"«{name}» ligger utanför mallens mapp.", "Lägg filen i mappen eller under den."
            )
        return path

    def inner(self, path: Path) -> Within:
        """The same for the template at `path`, which this one includes."""
        return Within(self.root, path.parent, (*self.above, path))


def within_of(source: Path | bytes) -> Within:
    """Where the includes of a template that nobody includes may lie."""
    if isinstance(source, bytes):
        return Within()
    path = source.resolve()
    return Within(path.parent, path.parent, (path,))
