"""Meetings → what a document shows: the next agenda, a year compiled.

    selection ─┬─ next_agenda ──┬─ outstanding   what past minutes leave to do
               │                ├─ frame         the points that every agenda of the body has
               │                ├─ agenda_items  both of them, in order
               │                ├─ called        who is called
               │                └─ remarks       what the secretary should settle
               └─ annual_report ─┬─ attendance   a row a person, who joined and left
                                 ├─ themes       what the meetings said of each matter
                                 └─ summary      the year in a few sentences

`carried` and `actions` follow points and tasks from meeting to meeting for both; `likeness`
tells when two wordings are the same matter. Pure functions: no files, no clock.
"""

from protokollant.composers.annual_report import annual_report
from protokollant.composers.next_agenda import Composed, compose_next, next_meeting
from protokollant.composers.selection import split_by_body

__all__ = ["Composed", "annual_report", "compose_next", "next_meeting", "split_by_body"]
