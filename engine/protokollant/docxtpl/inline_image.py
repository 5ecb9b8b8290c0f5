"""A picture file, by path or stream → a picture in the text."""

from __future__ import annotations

import os
from functools import cached_property
from io import BytesIO
from pathlib import Path
from typing import IO, Any

from protokollant.renderer import Picture

_EMU = 36_000


class InlineImage:
    """A picture for a `{{ … }}`; sizes are python-docx's lengths, `anchor` is where it links to."""

    def __init__(
        self,
        tpl: Any,
        image_descriptor: str | os.PathLike[str] | IO[bytes],
        width: int | None = None,
        height: int | None = None,
        anchor: str | None = None,
    ) -> None:
        self.tpl, self.image_descriptor = tpl, image_descriptor
        self.width, self.height, self.anchor = width, height, anchor

    def run_xml(self) -> str:
        """The drawing."""
        return self._picture.run_xml()

    @cached_property
    def _picture(self) -> Picture:
        from docx.image.image import Image

        source = self.image_descriptor
        if isinstance(source, (str, os.PathLike)):
            data, name = Path(source).read_bytes(), Path(source).name
        else:
            source.seek(0)
            data, name = source.read(), "Bild"
        image = Image.from_file(BytesIO(data))
        width, height = image.scaled_dimensions(self.width, self.height)
        return Picture(data, width / _EMU, height / _EMU, "", name, self.anchor or "")
