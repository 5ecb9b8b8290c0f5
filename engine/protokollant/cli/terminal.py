"""PNG pages → pictures in the terminal, in the way that it understands; nothing where it can't."""

from __future__ import annotations

import base64
import os
import re
import select
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from io import BytesIO
from pathlib import Path
from typing import TextIO

_KITTY = ("kitty", "ghostty")
_ITERM = ("iTerm.app", "WezTerm", "mintty", "vscode")
_SIXEL_ANSWER = re.compile(rb"\x1b\[\?[\d;]*\b4\b[\d;]*c")
"""A terminal's account of itself (primary device attributes) where it includes sixel graphics."""

_CHUNK = 4096
"""Characters of one escape in the kitty protocol, at most."""
_COLOURS = 64
_BAND = 6
"""Rows of a picture that one line of sixels holds."""
_WIDEST = 800


def show_pages(pages: Sequence[Path], out: TextIO | None = None) -> bool:
    """Show the pictures; whether the terminal could."""
    out = out or sys.stdout
    if not out.isatty():
        return False
    way = way_of(os.environ, _answers_sixel)
    if way is None:
        return False
    for path in pages:
        out.write(way(path.read_bytes()) + "\n")
    out.flush()
    return True


def way_of(
    environment: Mapping[str, str], asks: Callable[[], bool]
) -> Callable[[bytes], str] | None:
    """How this terminal shows a PNG, told by its environment, or by asking it for sixels."""
    program, kind = environment.get("TERM_PROGRAM", ""), environment.get("TERM", "")
    if environment.get("TMUX") or kind.startswith("screen"):
        return None  # the multiplexer swallows pictures
    if environment.get("KITTY_WINDOW_ID") or any(name in (program + kind) for name in _KITTY):
        return kitty
    if program in _ITERM or environment.get("LC_TERMINAL") == "iTerm2":
        return iterm
    return sixel if asks() else None


def kitty(png: bytes) -> str:
    """The kitty graphics protocol: base64 in pieces, shown where the cursor stands."""
    text = base64.standard_b64encode(png).decode()
    pieces = [text[start : start + _CHUNK] for start in range(0, len(text), _CHUNK)]
    first = "f=100,a=T,"
    return "".join(
        f"\x1b_G{first if not place else ''}m={int(place < len(pieces) - 1)};{piece}\x1b\\"
        for place, piece in enumerate(pieces)
    )


def iterm(png: bytes) -> str:
    """iTerm2's inline images."""
    text = base64.standard_b64encode(png).decode()
    return f"\x1b]1337;File=inline=1;size={len(png)};preserveAspectRatio=1:{text}\x07"


def sixel(png: bytes) -> str:
    """DEC sixel graphics: a palette, then each band of six rows once for each of its colours."""
    from PIL import Image

    with Image.open(BytesIO(png)) as opened:
        picture = opened.convert("RGB")
    picture.thumbnail((_WIDEST, _WIDEST * 2))
    reduced = picture.quantize(_COLOURS)
    flat = (reduced.getpalette() or [])[: _COLOURS * 3]
    palette = "".join(
        f"#{place // 3};2;" + ";".join(str(part * 100 // 255) for part in flat[place : place + 3])
        for place in range(0, len(flat), 3)
    )
    return f"\x1bPq{palette}{'-'.join(_bands(reduced.tobytes(), reduced.width))}\x1b\\"


def _bands(pixels: bytes, width: int) -> Iterator[str]:
    rows = [pixels[start : start + width] for start in range(0, len(pixels), width)]
    for top in range(0, len(rows), _BAND):
        band = rows[top : top + _BAND]
        colours = sorted(set().union(*band))
        yield "$".join(f"#{colour}{_line(band, colour)}" for colour in colours)


def _line(band: Sequence[bytes], colour: int) -> str:
    """One colour's sixels of a band, runs of the same shortened."""
    signs = "".join(
        chr(63 + sum((row[x] == colour) << place for place, row in enumerate(band)))
        for x in range(len(band[0]))
    )
    return re.sub(r"(.)\1{3,}", lambda run: f"!{len(run[0])}{run[1]}", signs)


def _answers_sixel() -> bool:
    """Ask the terminal what it can do; it answers on standard input within a moment, or not."""
    if not sys.stdin.isatty() or sys.platform == "win32":
        return False
    import termios
    import tty

    handle = sys.stdin.fileno()
    before = termios.tcgetattr(handle)
    answer = b""
    try:
        tty.setcbreak(handle)
        sys.stdout.write("\x1b[c")
        sys.stdout.flush()
        while not answer.endswith(b"c") and select.select([handle], [], [], 0.3)[0]:
            answer += os.read(handle, 64)
    finally:
        termios.tcsetattr(handle, termios.TCSADRAIN, before)
    return _SIXEL_ANSWER.search(answer) is not None
