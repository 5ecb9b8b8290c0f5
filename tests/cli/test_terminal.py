"""Pictures in the terminal: the right way for each, whole pictures, silence where there is none."""

from __future__ import annotations

import base64
import io
import re
from pathlib import Path

import pytest
from PIL import Image

from protokollant.cli.terminal import iterm, kitty, show_pages, sixel, way_of


def png(picture: Image.Image) -> bytes:
    buffer = io.BytesIO()
    picture.save(buffer, "PNG")
    return buffer.getvalue()


@pytest.fixture
def noise() -> bytes:
    return png(Image.effect_noise((120, 120), 90))


@pytest.mark.parametrize(
    ("environment", "way"),
    [
        ({"KITTY_WINDOW_ID": "1"}, kitty),
        ({"TERM": "xterm-kitty"}, kitty),
        ({"TERM_PROGRAM": "ghostty"}, kitty),
        ({"TERM_PROGRAM": "iTerm.app"}, iterm),
        ({"LC_TERMINAL": "iTerm2"}, iterm),
        ({"TERM": "xterm-256color"}, None),
        ({"TERM": "xterm-kitty", "TMUX": "/tmp/t"}, None),
        ({}, None),
    ],
)
def test_a_terminal_is_known_by_its_environment(environment: dict[str, str], way: object) -> None:
    assert way_of(environment, lambda: False) is way


def test_another_terminal_is_asked_for_sixels() -> None:
    assert way_of({"TERM": "foot"}, lambda: True) is sixel


def test_kitty_gets_the_whole_picture_in_pieces(noise: bytes) -> None:
    pieces = re.findall(r"\x1b_G([^;]*);([^\x1b]*)\x1b\\", kitty(noise))
    assert len(pieces) > 1
    assert all(len(data) <= 4096 for _, data in pieces)
    assert base64.b64decode("".join(data for _, data in pieces)) == noise
    assert pieces[0][0] == "f=100,a=T,m=1"
    assert [head for head, _ in pieces[1:]] == ["m=1"] * (len(pieces) - 2) + ["m=0"]


def test_iterm_gets_the_whole_picture(noise: bytes) -> None:
    found = re.fullmatch(r"\x1b\]1337;File=inline=1;size=(\d+);.*:(.*)\x07", iterm(noise))
    assert found is not None
    assert int(found[1]) == len(noise)
    assert base64.b64decode(found[2]) == noise


def decoded(text: str) -> dict[tuple[int, int], tuple[int, ...]]:
    """The pixels that sixels set: place → colour in hundredths."""
    found = re.fullmatch(r"\x1bPq((?:#\d+;2;\d+;\d+;\d+)*)(.*)\x1b\\", text)
    assert found is not None
    parts = re.findall(r"#(\d+);2;(\d+);(\d+);(\d+)", found[1])
    palette = {int(n): (int(r), int(g), int(b)) for n, r, g, b in parts}
    pixels = {}
    for band, line in enumerate(found[2].split("-")):
        for layer in line.split("$"):
            colour = re.match(r"#(\d+)", layer)
            assert colour is not None
            x = 0
            for times, sign in re.findall(r"(?:!(\d+))?([?-~])", layer[colour.end() :]):
                for _ in range(int(times or 1)):
                    for row in range(6):
                        if (ord(sign) - 63) >> row & 1:
                            pixels[x, band * 6 + row] = palette[int(colour[1])]
                    x += 1
    return pixels


def test_sixels_give_every_pixel_back() -> None:
    picture = Image.new("RGB", (9, 8), (255, 0, 0))
    picture.paste((0, 0, 255), (2, 3, 7, 8))
    pixels = decoded(sixel(png(picture)))
    assert len(pixels) == 72
    for (x, y), colour in pixels.items():
        shown = picture.getpixel((x, y))
        assert colour == ((100, 0, 0) if shown == (255, 0, 0) else (0, 0, 100))


def test_nothing_is_written_to_what_is_no_terminal(tmp_path: Path, noise: bytes) -> None:
    (tmp_path / "a.png").write_bytes(noise)
    out = io.StringIO()
    assert show_pages([tmp_path / "a.png"], out) is False
    assert out.getvalue() == ""


def test_a_terminal_that_can_gets_every_page(
    tmp_path: Path, noise: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    (tmp_path / "a.png").write_bytes(noise)
    monkeypatch.delenv("TMUX", raising=False)
    monkeypatch.setenv("TERM", "xterm-kitty")
    out = Terminal()
    assert show_pages([tmp_path / "a.png"] * 2, out)
    assert out.getvalue().count("f=100") == 2
