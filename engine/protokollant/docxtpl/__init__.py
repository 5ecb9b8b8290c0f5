"""docxtpl's names, filled by our renderer: a program switches by changing one import.

    from protokollant.docxtpl import DocxTemplate, RichText, InlineImage

What behaves otherwise than docxtpl, and why, stands in docs/templates.md.
"""

from protokollant.docxtpl.faults import (
    DocxSyntaxError,
    DocxTemplateError,
    DocxUndefinedError,
)
from protokollant.docxtpl.inline_image import InlineImage
from protokollant.docxtpl.listing import Listing
from protokollant.docxtpl.richtext import RP, R, RichText, RichTextParagraph
from protokollant.docxtpl.subdoc import Subdoc
from protokollant.docxtpl.template import DocxTemplate

__all__ = [
    "RP",
    "DocxSyntaxError",
    "DocxTemplate",
    "DocxTemplateError",
    "DocxUndefinedError",
    "InlineImage",
    "Listing",
    "R",
    "RichText",
    "RichTextParagraph",
    "Subdoc",
]
