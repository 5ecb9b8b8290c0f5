"""Text with breaks in it → the same text, its tag's look kept."""

from __future__ import annotations

from typing import Any

from markupsafe import escape


class Listing:
    """Text whose line ends, tabs, bells and form feeds are breaks; the tag's look is kept."""

    def __init__(self, text: Any) -> None:
        self.xml = str(escape(as_text(text)))

    def __str__(self) -> str:
        return self.xml

    __html__ = __str__


def as_text(value: Any) -> str:
    """What docxtpl's classes take for a text: bytes are UTF-8, anything else is printed."""
    return value.decode("utf-8", errors="replace") if isinstance(value, bytes) else str(value)
