"""Rules on how the minutes are approved and announced (KL 5:69, 8:12)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from protokollant.model import Approval
from protokollant.rules.case import Case, Remark, plain, shown

APPROVAL_DAYS = 14
POSTING_DAYS = 2
APPEAL_DAYS = 21
"""Three weeks (KL 13:5)."""


def no_adjuster(case: Case) -> Iterator[Remark]:
    """Nobody is chosen to verify the minutes."""
    if not _approval(case).adjusters and not any(
        "adjuster" in p.roles for p in case.meeting.participants
    ):
        yield Remark("ingen justerare är angiven.", "Skriv «justering: Eva Ek».", "approval")


def adjuster_not_there(case: Case) -> Iterator[Remark]:
    """Somebody verifies minutes of a meeting they were not at."""
    for name in _approval(case).adjusters:
        person = case.person(name)
        if case.meeting.participants and (person is None or person.status == "absent"):
            why = "finns inte i närvarolistan" if person is None else "var frånvarande"
            yield Remark(
                f"justeraren {name} {why}.",
                "Rätta namnet eller närvaron, eller välj en annan justerare.",
                "approval.adjusters",
            )


def chair_adjusts(case: Case) -> Iterator[Remark]:
    """The chair, who signs anyhow, is also the adjuster."""
    chairs = {plain(p.name) for p in case.meeting.chairs if p.status != "absent" and not p.scope}
    for name in _approval(case).adjusters:
        if plain(name) in chairs:
            yield Remark(
                f"{name} är både ordförande och justerare.",
                "Välj någon annan till justerare; ordföranden skriver ändå under.",
                "approval.adjusters",
            )


def approved_late(case: Case) -> Iterator[Remark]:
    """The minutes are verified later than the law or the organ's own rules allow."""
    held, found = case.meeting.date, _approval(case)
    limit = (case.body.approval_days if case.body else None) or APPROVAL_DAYS
    planned = _day(found.deadline)
    for day, path in ((found.date, "approval.date"), (planned, "approval.deadline")):
        if held and day and (day - held).days > limit:
            yield Remark(
                f"justeringen {shown(day)} är {(day - held).days} dagar efter mötet; "
                f"gränsen är {limit}.",
                f"Justera senast {shown(held + dt.timedelta(days=limit))}.",
                path,
            )


def approved_before(case: Case) -> Iterator[Remark]:
    """The minutes are verified or sent out before the meeting is held."""
    held = case.meeting.date
    if case.meeting.kind != "minutes" or held is None:
        return
    approved = _approval(case).date
    if approved and approved < held:
        yield Remark(
            f"justerat {shown(approved)}, före mötet {shown(held)}.",
            "Rätta en av dagarna.",
            "approval.date",
        )
    if case.meeting.sent and case.meeting.sent < held:
        yield Remark(
            f"utskickat {shown(case.meeting.sent)}, före mötet {shown(held)}.",
            "Rätta en av dagarna.",
            "sent",
        )


def stage_without_day(case: Case) -> Iterator[Remark]:
    """The document has come so far, but the day of that step is missing."""
    stage, notice = case.meeting.stage, case.meeting.notice
    steps = (
        ("sent", case.meeting.sent, "utskickad", "utskickad: 2026-03-05"),
        ("approved", _approval(case).date, "justerad", "justering: … datum: 2026-03-09"),
        ("posted", notice.posted if notice else None, "anslagen", "anslag: 2026-03-10"),
    )
    for name, day, word, example in steps:
        if stage == name and day is None:
            yield Remark(
                f"läget är «{word}», men dagen saknas.", f"Skriv till exempel «{example}».", "stage"
            )


def not_posted(case: Case) -> Iterator[Remark]:
    """Verified minutes have no announcement."""
    approved = _approval(case).date
    if approved and (case.meeting.notice is None or case.meeting.notice.posted is None):
        yield Remark(
            "protokollet är justerat men inte anslaget.",
            f"Anslå det senast {shown(approved + dt.timedelta(days=POSTING_DAYS))} och skriv "
            "«anslag:» med dagen.",
            "approval.date",
        )


def posted_early(case: Case) -> Iterator[Remark]:
    """The announcement is posted before the minutes are verified."""
    posted, approved = _posted(case), _approval(case).date
    if posted and approved and posted < approved:
        yield Remark(
            f"anslaget {shown(posted)} är före justeringen {shown(approved)}.",
            "Rätta en av dagarna.",
            "notice.posted",
        )


def posted_late(case: Case) -> Iterator[Remark]:
    """The announcement is posted later than the second day after the minutes are verified."""
    posted, approved = _posted(case), _approval(case).date
    if posted and approved and (posted - approved).days > POSTING_DAYS:
        yield Remark(
            f"anslaget {shown(posted)} är {(posted - approved).days} dagar efter justeringen "
            f"{shown(approved)}; det ska sättas upp senast andra dagen.",
            "Rätta dagen, eller notera varför det blev sent.",
            "notice.posted",
        )


def taken_down_early(case: Case) -> Iterator[Remark]:
    """The announcement comes down before the time for appeal has ended."""
    notice, posted = case.meeting.notice, _posted(case)
    removed = notice.removed if notice else None
    if posted and removed and (removed - posted).days <= APPEAL_DAYS:
        earliest = posted + dt.timedelta(days=APPEAL_DAYS + 1)
        yield Remark(
            f"anslaget tas ned {shown(removed)}, innan tiden för överklagande har gått ut.",
            f"Låt det sitta till {shown(earliest)}.",
            "notice.removed",
        )


def at_once_without_adjuster(case: Case) -> Iterator[Remark]:
    """An item is verified at once, but nothing is decided in it."""
    for index, item in case.items():
        if item.at_once and not item.decisions:
            yield Remark(
                "paragrafen justeras omedelbart, men har inget beslut.",
                "Lägg till beslutet, eller ta bort «omedelbar justering».",
                f"items[{index}].at_once",
            )


def _approval(case: Case) -> Approval:
    return case.meeting.approval or Approval()


def _posted(case: Case) -> dt.date | None:
    return case.meeting.notice.posted if case.meeting.notice else None


def _day(text: str) -> dt.date | None:
    try:
        return dt.date.fromisoformat(text)
    except ValueError:
        return None
