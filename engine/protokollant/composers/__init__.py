"""Meetings → what a document shows: the next agenda, the minutes to type in, a year compiled.

    selection ─┬─ next_agenda ──┬─ outstanding   what past minutes leave to do
               │                ├─ frame         the points that every agenda of the body has
               │                ├─ proposals     the inbox
               │                ├─ agenda_items  all of them, in order; clock, invited
               │                ├─ called        who is called
               │                └─ remarks       what the secretary should settle
               ├─ annual_report ─┬─ attendance   a row a person, who joined and left
               │                 ├─ themes       what the meetings said of each matter
               │                 ├─ handed_over  what went to others
               │                 ├─ terms_of_office   who joined and left, by the register
               │                 ├─ own_text     what the secretary adds; goals and results
               │                 └─ summary      the year in a few sentences
               ├─ to_do, case_history   open actions; one matter from meeting to meeting
               └─ year_plan             the days of a coming year
    several_bodies           annual reports compiled into one
    recompose                an agenda edited by hand and composed again
    start_minutes, short, excerpt   one meeting's document made of another

`carried` and `actions` follow points and tasks from meeting to meeting; `likeness` tells when two
wordings are the same matter. Pure functions: no files, no clock.
"""

from protokollant.composers.annual_report import annual_report
from protokollant.composers.case_history import Step, case_history
from protokollant.composers.excerpt import excerpt, public_copy
from protokollant.composers.next_agenda import Composed, compose_next, next_meeting
from protokollant.composers.own_text import SECTIONS, without_sources
from protokollant.composers.recompose import recompose
from protokollant.composers.selection import split_by_body
from protokollant.composers.several_bodies import several_bodies
from protokollant.composers.short import short
from protokollant.composers.start_minutes import start_minutes
from protokollant.composers.to_do import ToDo, to_do
from protokollant.composers.year_plan import year_plan

__all__ = [
    "SECTIONS",
    "Composed",
    "Step",
    "ToDo",
    "annual_report",
    "case_history",
    "compose_next",
    "excerpt",
    "next_meeting",
    "public_copy",
    "recompose",
    "several_bodies",
    "short",
    "split_by_body",
    "start_minutes",
    "to_do",
    "without_sources",
    "year_plan",
]
