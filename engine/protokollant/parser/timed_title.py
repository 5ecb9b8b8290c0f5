"""A heading with a clock time and a speaker in its tail → the heading alone, the tail as text.

Agendas write when an item is taken and who comes: "Skolbyten Kl 13:30-14:00 Eva Ek, rektor".
"Mötets öppnande 17:54" is left as it stands: there the time is part of the heading.
"""

from __future__ import annotations

from protokollant.swedish import find_dates, find_times


def timed_title(title: str) -> tuple[str, str]:
    """The title before its time, and the rest from the time on; "" where there is no such tail.

    A heading that names a day keeps its time: "Nästa möte 20 maj kl 9.00" is about that time.
    """
    times = [found for found in find_times(title) if any(mark in found.text for mark in ":.")]
    if len(times) != 1 or find_dates(title):
        return title, ""
    (found,) = times
    before, tail, after = title[: found.start], title[found.start :], title[found.end :].strip()
    alone = before.rstrip(" ,;:–-(")
    names_somebody = after[:1].isupper()
    if not names_somebody or sum(letter.isalpha() for letter in alone) < 3:
        return title, ""
    return alone, tail
