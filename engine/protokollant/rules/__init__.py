"""A meeting, its organ and the year around it → remarks on what breaks the rules.

    case          what a rule looks at, and what it says
    serving       who serves at each item
    attendance, taking_part, approval, days, numbering, content    the rules, by what they look at

A rule is a function of a case; the table says for which profiles it holds and where it is laid
down. No rule knows a file.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from protokollant.model import Body, Meeting
from protokollant.rules import approval, attendance, content, days, numbering, taking_part
from protokollant.rules.case import Case, Check, Remark, Rule

__all__ = ["RULES", "Remark", "remarks"]

_ALL = frozenset({"notes", "protocol", "association"})
_FORMAL = frozenset({"protocol", "association"})
_PROTOCOL = frozenset({"protocol"})
_ASSOCIATION = frozenset({"association"})


def _rules(profiles: frozenset[str], source: str, *checks: Check) -> tuple[Rule, ...]:
    return tuple(Rule(check, profiles, source) for check in checks)


RULES: tuple[Rule, ...] = (
    *_rules(_ALL, "", content.no_date, content.no_title, days.ends_before_start),
    *_rules(_ALL, "", days.wrong_title_date, days.on_holiday, days.clashes, days.next_before),
    *_rules(_ALL, "", days.next_not_held, days.overdue_from_start, days.carried_backwards),
    *_rules(_ALL, "", numbering.gap_or_repeat, numbering.unnumbered, numbering.scope_disagrees),
    *_rules(_ALL, "", numbering.meeting_number, numbering.attachment_numbers),
    *_rules(_ALL, "", content.postponed_nowhere, content.withdrawn_but_decided),
    *_rules(_ALL, "", attendance.listed_twice, attendance.several_chairs),
    *_rules(_ALL, "", approval.approved_before, approval.stage_without_day),
    *_rules(_ALL, "", content.awaited_when_approved, days.called_late),
    *_rules(_FORMAL, "KL 5:65", attendance.no_chair, attendance.absent_chair),
    *_rules(_FORMAL, "KL 5:66", attendance.no_secretary, attendance.member_not_told_of),
    *_rules(_FORMAL, "KL 5:69", approval.no_adjuster, approval.adjuster_not_there),
    *_rules(_FORMAL, "KL 5:69", approval.chair_adjusts),
    *_rules(_PROTOCOL, "KL 5:69", approval.approved_late, approval.at_once_without_adjuster),
    *_rules(_PROTOCOL, "KL 8:12", approval.not_posted, approval.posted_early),
    *_rules(_PROTOCOL, "KL 8:12", approval.posted_late, approval.taken_down_early),
    *_rules(_FORMAL, "KL 5:17–20", attendance.deputy_for_present, attendance.deputy_for_stranger),
    *_rules(_FORMAL, "KL 5:17–20", attendance.two_deputies),
    *_rules(_FORMAL, "KL 5:17–20", attendance.out_of_turn),
    *_rules(_FORMAL, "", attendance.outside_mandate),
    *_rules(_FORMAL, "KL 6:27", taking_part.quorum, taking_part.nobody_serves),
    *_rules(_FORMAL, "KL 5:66", taking_part.impossible_movement, days.outside_meeting),
    *_rules(_FORMAL, "KL 5:66", days.backwards, days.pause_backwards),
    *_rules(_FORMAL, "KL 5:67", taking_part.unserving_voter, taking_part.votes_twice),
    *_rules(_FORMAL, "KL 5:67", taking_part.miscounted, taking_part.more_votes_than_members),
    *_rules(_FORMAL, "KL 5:67", taking_part.missing_votes, taking_part.motion_of_outsider),
    *_rules(_FORMAL, "KL 5:67", taking_part.motions_without_decision),
    *_rules(_FORMAL, "", taking_part.tie_without_outcome),
    *_rules(_FORMAL, "KL 4:27", taking_part.reservation_of_outsider),
    *_rules(_FORMAL, "KL 4:27", taking_part.reservation_without_decision),
    *_rules(_FORMAL, "KL 4:27", taking_part.late_reservation),
    *_rules(_FORMAL, "KL 6:28–32", taking_part.voter_with_conflict, taking_part.recusal_of_absent),
    *_rules(_FORMAL, "KL 6:28–32", taking_part.recusal_without_reason),
    *_rules(_FORMAL, "KL 5:65", numbering.gap_in_year),
    *_rules(_PROTOCOL, "OSL 5:5", content.secrecy_without_ground),
    *_rules(_ASSOCIATION, "stadgarna", content.annual_meeting),
)
"""Every rule, the profiles it holds for, and where it is laid down.

KL is kommunallagen (2017:725), OSL offentlighets- och sekretesslagen (2009:400). They don't bind
an association: there the same remarks stand without a section of law.
"""


def remarks(
    meeting: Meeting, *, body: Body | None = None, others: Sequence[Meeting] = ()
) -> tuple[Remark, ...]:
    """What in the meeting breaks a rule of the organ's profile, in the order of the rules.

    `others` are the organ's other meetings. Minutes without an organ.yaml are held to the light
    profile, so that nothing is asked for which their kind does not have.
    """
    profile = body.profile if body else "notes"
    by_date = sorted((m for m in others if m.date), key=lambda m: str(m.date))
    case = Case(meeting, profile, body, tuple(by_date))
    found: list[Remark] = []
    for rule in RULES:
        if profile not in rule.profiles or meeting.kind == "annual_report":
            continue
        if meeting.kind == "agenda" and rule.profiles != _ALL:
            continue
        source = "" if profile == "association" and rule.source.startswith("KL") else rule.source
        found += [replace(one, source=source) for one in rule.check(case)]
    return tuple(found)
