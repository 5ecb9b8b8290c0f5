"""Meetings → what a document shows: the next agenda, a year compiled.

next_agenda     past minutes → the agenda of the next meeting
annual_report   a year of minutes → the annual report
selection       documents of all kinds → the minutes of one body
"""

from protokollant.composers.annual_report import annual_report
from protokollant.composers.next_agenda import Composed, compose_next, next_meeting
from protokollant.composers.selection import split_by_body

__all__ = ["Composed", "annual_report", "compose_next", "next_meeting", "split_by_body"]
