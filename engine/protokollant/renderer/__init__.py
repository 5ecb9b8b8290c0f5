"""Word template + meeting → .docx.

archive, deflate                                  the zip: read within bounds, written raw
package, dangers                                ┐ its parts; what acts or fetches is refused
tags, runs, hoist, cells, blocks, restarts      │ compile, once:
emit, environment, compiled                     ┘ each part → a function (ready)
context, filling, values, filters, body, chart    fill, any number of times
includes, own_pictures, folder                    other files of the template's folder
tidy, additions                                   what was left empty goes; links, pictures,
                                                  lists are written beside the text
kept                                              the same, compiled by an earlier command
lint, following, telling, kinds, meant            what is wrong, and what was meant
doubts, marked                                    what is hardly meant; comments at each fault
unprinted, lost, blank                            what a template leaves out; one that has it all

The names below are loaded when first used: filling what is kept needs nothing that compiles.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from protokollant.renderer.blank import blank_template
    from protokollant.renderer.kept import fill_file
    from protokollant.renderer.pictures import Picture, picture
    from protokollant.renderer.template import Template

__all__ = ["Picture", "Template", "blank_template", "fill_file", "picture"]

_HOMES = {
    "Picture": "pictures",
    "Template": "template",
    "blank_template": "blank",
    "fill_file": "kept",
    "picture": "pictures",
}


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module 'protokollant.renderer' has no attribute {name!r}")
    return getattr(import_module(f"protokollant.renderer.{_HOMES[name]}"), name)
