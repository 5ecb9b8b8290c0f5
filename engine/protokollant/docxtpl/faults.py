"""Our template error → the same, as one of Jinja's as well: what a program caught is caught."""

from __future__ import annotations

import jinja2

from protokollant.errors import TemplateError


class DocxTemplateError(TemplateError, jinja2.TemplateError):
    """A template cannot be filled; `docx_context` tells where, a line for each fault."""

    def __init__(self, error: TemplateError) -> None:
        # The two parents are made in different ways; what both hold is an exception's message.
        Exception.__init__(self, str(error))
        self.faults = error.faults
        self.docx_context = [str(fault) for fault in error.faults]


class DocxUndefinedError(DocxTemplateError, jinja2.UndefinedError):
    """A name that does not exist was used where the caller's environment forbids it."""


class DocxSyntaxError(DocxTemplateError, jinja2.TemplateSyntaxError):
    """Tags that cannot be read; a document has no line numbers, so the faults tell the places."""

    lineno = 0
    name: str | None = None
    filename: str | None = None
    source: str | None = None
    translated = True


def as_jinjas(error: TemplateError) -> DocxTemplateError:
    """The error that a program written for docxtpl expects."""
    cause = error.__cause__
    if isinstance(cause, jinja2.UndefinedError):
        return DocxUndefinedError(error)
    return DocxSyntaxError(error) if cause is None else DocxTemplateError(error)
