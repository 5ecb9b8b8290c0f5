"""A meeting → what is sent to those called: an invitation for their calendars, and a letter.

invitation   .ics, with a stable identity, so that a change or a cancellation finds its meeting
letter       the text of an e-mail
"""

from protokollant.senders.invitation import invitation
from protokollant.senders.letter import letter

__all__ = ["invitation", "letter"]
