"""How a template is read and its values printed where houses differ: ours, or docxtpl's."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from jinja2 import Undefined

from protokollant.renderer.tags import SIGNS, Signs


@dataclass(frozen=True, slots=True)
class Dialect:
    """What may differ from our own way; the empty dialect is ours."""

    undefined: type[Undefined] | None = None
    """What a name that does not exist stands for; None makes its use a fault."""
    text: Callable[[Any], str] | None = None
    """How a value that is no text is printed; None prints it in Swedish."""
    lenient: bool = False
    """Whether a bell is a new paragraph, a form feed a new page, and others go with a warning."""
    markup: bool = False
    """Whether Word's own XML in a text, and a reference such as &amp;, is what it is in XML."""
    finalise: Callable[[Any], Any] | None = None
    """What every value passes before it is printed."""
    signs: Signs = SIGNS
    filters: Mapping[str, Callable[..., Any]] = field(default_factory=dict)
    tests: Mapping[str, Callable[..., Any]] = field(default_factory=dict)
    names: Mapping[str, Any] = field(default_factory=dict)


OURS = Dialect()
