"""Word template + meeting → .docx.

archive, deflate                                  the zip: read within bounds, written raw
package, dangers                                ┐ its parts; what acts or fetches is refused
tags, runs, hoist, cells, blocks, restarts      │ compile, once:
emit, environment, compiled                     ┘ each part → a function (ready)
context, filling, values, filters, body, chart    fill, any number of times
tidy, additions                                   what was left empty goes; links, pictures,
                                                  lists are written beside the text
lint, fields                                      what is wrong, what is used
"""

from protokollant.renderer.blank import blank_template
from protokollant.renderer.pictures import Picture, picture
from protokollant.renderer.template import Template

__all__ = ["Picture", "Template", "blank_template", "picture"]
