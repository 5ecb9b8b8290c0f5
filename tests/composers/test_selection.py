"""Which of the documents given are used."""

from __future__ import annotations

import pytest

from protokollant.composers import split_by_body
from protokollant.composers.selection import minutes_of_one_body
from protokollant.errors import ComposeError
from tests.composers.builders import minutes


def test_near_equal_names_are_one_body_under_its_latest_name() -> None:
    old = minutes("2022-02-18", body="Samverkansgruppen barn/unga")
    new = minutes("2022-05-20", body="Samverkansgrupp barn och unga")
    other = minutes("2022-03-01", body="Styrgrupp närvård")
    assert split_by_body([new, other, old]) == {
        "Samverkansgrupp barn och unga": (new, old),
        "Styrgrupp närvård": (other,),
    }


def test_minutes_without_a_name_belong_to_the_only_named_body() -> None:
    named, nameless = minutes("2022-02-18", body="Styrgruppen"), minutes("2022-03-18", body="")
    assert split_by_body([nameless, named]) == {"Styrgruppen": (named, nameless)}
    other = minutes("2022-02-19", body="Rådet")
    assert set(split_by_body([nameless, named, other])) == {"Styrgruppen", "Rådet", ""}


def test_the_same_minutes_given_twice_count_once() -> None:
    meeting = minutes("2022-02-18", "SIP")
    assert minutes_of_one_body([meeting, meeting.model_copy()]) == (meeting,)


def test_two_different_minutes_of_one_meeting_are_refused() -> None:
    with pytest.raises(
        ComposeError, match="två olika anteckningar från mötet den 18\u00a0februari"
    ):
        minutes_of_one_body([minutes("2022-02-18", "SIP"), minutes("2022-02-18", "BUP")])
