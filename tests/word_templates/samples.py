"""Meetings and reports to fill the templates with: rich ones, and ones that say almost nothing."""

from __future__ import annotations

from datetime import date, time

from protokollant.model import (
    Action,
    AgendaItem,
    AnnualReport,
    Approval,
    ApprovalStep,
    Attachment,
    AttendanceRow,
    CarryOver,
    Decision,
    Goal,
    Meeting,
    NextMeeting,
    Notice,
    OrganisationRow,
    Origin,
    OwnSection,
    Participant,
    Statement,
    Theme,
    YearAction,
    YearCarryOver,
    YearDecision,
    YearMeeting,
)

BODY = "Samverkansgruppen barn och unga"
ORGANISATION = "Region Mälarbygden"
LONG_TEXT = (
    "Gruppen gick igenom hur arbetet ser ut i respektive kommun. I flera kommuner används "
    "planen redan fullt ut, medan andra har inloggningar på gång och utbildning inplanerad "
    "till hösten. De som kommit i gång är nöjda, men vardagsstöd och repetition behövs.\n\n"
    "Tre behov återkom i diskussionen:\n\n"
    "- ett gemensamt stödmaterial för barn, ungdomar och vårdnadshavare som kan användas av "
    "alla verksamheter oavsett huvudman,\n"
    "- en **tydlig kontaktväg** mellan skola och vård,\n"
    "    - särskilt under sommaren\n"
    "- uppföljning varje termin.\n\n"
    "Läs mer på [regionens webbplats](https://www.example.se/samverkan)."
)

NOTES_PEOPLE = (
    Participant(
        name="Barbro Lind",
        party="C",
        roles=("chair",),
        organisation="Region Mälarbygden",
        group="Ledamöter",
        status="present",
    ),
    Participant(
        name="Hans Ivarsson Ek",
        party="S",
        roles=("vice_chair", "adjuster"),
        organisation="Arnäs kommun",
        group="Ledamöter",
        status="present",
    ),
    Participant(
        name="Angelica Stig",
        party="L",
        organisation="Kungsvik",
        replaces="Kjell Ivemo",
        group="Ledamöter",
        status="present",
        scope="§§ 1–4",
    ),
    Participant(
        name="Caroline Hög",
        party="M",
        group="Ledamöter",
        status="absent",
        note="Oppositionens plats",
    ),
    Participant(
        name="Amanda Lindblad", party="S", roles=("deputy",), organisation="Sala", group="Ersättare"
    ),
    Participant(
        name="Jeanette Källstad",
        roles=("guest",),
        title="utvecklingsstrateg, enheten Välfärd",
        group="Övriga",
        status="present",
    ),
    Participant(
        name="Cecilia Skans",
        roles=("secretary",),
        title="mötessekreterare",
        group="Övriga",
        status="present",
    ),
)

RICH_ITEMS = (
    AgendaItem(
        number="1",
        title="Mötets öppnande och godkännande av dagordningen",
        text="Ordföranden hälsar alla välkomna. Dagordningen godkänns.",
    ),
    AgendaItem(
        number="2",
        title="Föregående anteckningar",
        text="Anteckningarna från den 12 januari läggs till handlingarna.",
        decisions=(Decision(text="Anteckningarna godkänns.", number="1"),),
    ),
    AgendaItem(
        number="3",
        title="Samordnad individuell plan",
        presenters=("Jeanette Källstad", "Hans Ivarsson Ek"),
        case="RS 2026/0123",
        text=LONG_TEXT,
        decisions=(
            Decision(text="Informationen noteras.", number="1"),
            Decision(
                text="Ett förslag till gemensamt stödmaterial tas fram till mötet i maj och "
                "skickas därefter på remiss till samtliga kommuner i länet.",
                number="2",
            ),
        ),
        actions=(
            Action(
                what="tar fram ett förslag till stödmaterial",
                who=("Jeanette Källstad",),
                due=date(2026, 5, 20),
            ),
            Action(
                what="frågar sin skolchef om kontaktvägar",
                who=("alla",),
                due_note="till nästa möte",
            ),
        ),
        attachments=(Attachment(title="Presentation SIP", target="bilagor/sip.pdf", number="1"),),
    ),
    AgendaItem(
        number="4",
        title="Uppföljning från arbetsgrupperna",
        items=(
            AgendaItem(
                number="4.1",
                title="Skolnärvaro",
                text="Arbetsgruppen rapporterar. " * 12,
                items=(
                    AgendaItem(title="Anpassad skola", text="Kartläggningen är klar & spridd."),
                    AgendaItem(
                        title="Gymnasiet",
                        text="Kartläggningen fortsätter.",
                        decisions=(Decision(text="Frågan följs upp i höst."),),
                    ),
                ),
            ),
            AgendaItem(
                title="Trygg digital uppväxt",
                text="En informationskampanj planeras.",
                actions=(Action(what="Arbetsgruppen tar fram en plan", status="done"),),
            ),
        ),
    ),
    AgendaItem(
        number="5",
        title="Presentation av barn- och ungdomspsykiatrin",
        state="postponed",
        carried_to=CarryOver(when="2026-04", condition="när även skolchefen är närvarande"),
    ),
    AgendaItem(number="6", title="Övriga frågor", text="Inga övriga frågor."),
)

RICH_NOTES = Meeting(
    body=BODY,
    organisation=ORGANISATION,
    title="Minnesanteckningar",
    date=date(2026, 3, 2),
    start=time(14),
    end=time(16),
    place="Digitalt via Teams",
    number="2",
    scope="1–6",
    case="RS 2026/0045",
    participants=NOTES_PEOPLE,
    intro="Mötet spelades in som stöd för anteckningarna.",
    items=RICH_ITEMS,
    next_meeting=NextMeeting(
        date=date(2026, 4, 17), start=time(9), end=time(11), place="Stadshuset, lokal Eken"
    ),
    approval=Approval(deadline="en vecka efter utskick"),
    signed_by=("Cecilia Skans",),
    attachments=(Attachment(title="Årsplan 2026", target="bilagor/arsplan.pdf", number="2"),),
    contact="Cecilia Skans, cecilia.skans@example.se",
)

RICH_PROTOCOL = RICH_NOTES.model_copy(
    update={
        "title": "Protokoll",
        "numbering": "section",
        "scope": "§§ 1–6",
        "approval": Approval(
            adjusters=("Hans Ivarsson Ek",), date=date(2026, 3, 9), place="Stadshuset"
        ),
        "notice": Notice(
            posted=date(2026, 3, 10), removed=date(2026, 4, 1), archive="Regionens kansli"
        ),
        "signed_by": (),
    }
)

RICH_AGENDA = Meeting(
    kind="agenda",
    body=BODY,
    organisation=ORGANISATION,
    date=date(2026, 4, 17),
    start=time(9),
    end=time(11),
    place="Stadshuset, lokal Eken",
    participants=tuple(p.model_copy(update={"status": "unknown"}) for p in NOTES_PEOPLE),
    items=(
        AgendaItem(number="1", title="Mötets öppnande", kind="decision", minutes=5),
        AgendaItem(
            number="2",
            title="Föregående anteckningar",
            kind="information",
            text="Anteckningarna från den 2 mars 2026.",
        ),
        AgendaItem(
            number="3",
            title="Uppföljning av åtgärder",
            kind="discussion",
            minutes=15,
            presenters=("Cecilia Skans",),
            actions=(
                Action(
                    what="tar fram ett förslag till stödmaterial för barn och vårdnadshavare",
                    who=("Jeanette Källstad",),
                    due=date(2026, 5, 20),
                    origin=Origin(date=date(2026, 3, 2), number="3"),
                ),
                Action(
                    what="frågar sin skolchef",
                    who=("alla",),
                    due_note="till nästa möte",
                    origin=Origin(date=date(2026, 3, 2), number="3"),
                ),
            ),
        ),
        AgendaItem(
            number="4",
            title="Presentation av barn- och ungdomspsykiatrin",
            kind="information",
            minutes=1,
            presenters=("Jan Smed", "Eva Ek"),
            case="RS 2026/0150",
            origin=Origin(
                date=date(2026, 3, 2),
                number="5",
                title="Presentation av barn- och ungdomspsykiatrin",
            ),
            text="Tas upp när även skolchefen är närvarande.",
            attachments=(Attachment(title="Underlag"),),
            items=(AgendaItem(title="Tillgänglighet", kind="discussion", minutes=10),),
        ),
        AgendaItem(
            number="5",
            title="Nästa möte",
            items=(
                AgendaItem(
                    title="Remissvar om samverkan",
                    state="postponed",
                    carried_to=CarryOver(when="2026-06"),
                    origin=Origin(date=date(2026, 3, 2), number="6"),
                ),
            ),
        ),
        AgendaItem(number="6", title="Mötets avslutande"),
    ),
    attachments=(Attachment(title="Årsplan 2026", target="bilagor/arsplan.pdf", number="1"),),
    contact="Cecilia Skans, cecilia.skans@example.se",
)

_FIRST = Origin(date=date(2026, 1, 12), number="3", title="Samordnad individuell plan")
_SECOND = Origin(date=date(2026, 3, 2), number="5", title="Presentation av psykiatrin")
_THIRD = Origin(date=date(2026, 5, 20), number="2", title="Samordnad individuell plan")

RICH_REPORT = AnnualReport(
    body=BODY,
    year=2026,
    organisation=ORGANISATION,
    assignment="Gruppen samordnar huvudmännens arbete för barn och unga.\n\n"
    "Uppdraget omfattar:\n\n- gemensamma rutiner,\n- uppföljning av överenskommelser.",
    summary=(
        Statement(text="Under 2026 hölls tre möten.", origins=(_FIRST, _SECOND, _THIRD)),
        Statement(text="I snitt deltog 78 procent av de kallade."),
    ),
    meetings=(
        YearMeeting(
            date=date(2026, 1, 12),
            number="1",
            start=time(9),
            end=time(11, 30),
            place="Stadshuset",
            present=12,
            absent=3,
            items=9,
            decisions=6,
        ),
        YearMeeting(
            date=date(2026, 3, 2), start=time(14), place="Digitalt via Teams", present=10, items=6
        ),
        YearMeeting(date=date(2026, 5, 20), present=11, absent=2, items=8, decisions=4),
    ),
    attendance=tuple(
        AttendanceRow(
            name=name,
            organisation=organisation,
            party=party,
            title=title,
            roles=roles,
            marks=("present",) * present + ("absent",) * (3 - present),
            present=present,
            listed=3,
        )
        for name, organisation, party, title, roles, present in (
            ("Barbro Lind", "Region Mälarbygden", "C", "", ("chair",), 3),
            ("Caroline Hög", "", "M", "", (), 0),
            ("Cecilia Skans", "Region Mälarbygden", "", "mötessekreterare", ("secretary",), 3),
            ("Hans Ivarsson Ek", "Arnäs kommun", "S", "", ("vice_chair",), 2),
            ("Jeanette Källstad", "", "", "utvecklingsstrateg, enheten Välfärd", (), 1),
        )
    ),
    stage="sent",
    intro="Årets arbete har gällt *skolnärvaron*.",
    organisations=(
        OrganisationRow(organisation="Arnäs kommun", people=1, present=2, known=3),
        OrganisationRow(organisation="Region Mälarbygden", people=2, present=6, known=6),
    ),
    goals=(
        Goal(
            goal="Fler elever i skolan",
            activity="Kartläggning",
            result="Kartläggningen är klar.",
            origins=(_SECOND,),
        ),
        Goal(goal="Fler planer", activity="Utbildning"),
    ),
    handed_over=(Statement(text="Rapporten överlämnas till styrgruppen.", origins=(_THIRD,)),),
    comments=(OwnSection(title="Möten och närvaro", text="Ett av mötena hölls på distans."),),
    sections=(OwnSection(title="Samverkan med andra", text="Gruppen har\n\n- mött skolan."),),
    economy="Gruppen har ingen egen budget.",
    steps=(
        ApprovalStep(what="utsänd för godkännande", who="gruppen", date=date(2027, 1, 20)),
        ApprovalStep(what="godkänd", who="ordföranden"),
    ),
    changes=(Statement(text="Angelica Stig lämnade gruppen.", origins=(_SECOND,)),),
    themes=(
        Theme(
            title="Samordnad individuell plan",
            entries=(
                Statement(text="Gruppen fick en lägesbild av arbetet.", origins=(_FIRST,)),
                Statement(text="Ett stödmaterial antogs.", origins=(_THIRD,)),
            ),
        ),
        Theme(
            title="Skolnärvaro",
            entries=(Statement(text="Kartläggningen är klar.", origins=(_SECOND,)),),
        ),
    ),
    decisions=(
        YearDecision(decision=Decision(text="Informationen noteras."), origin=_FIRST),
        YearDecision(
            decision=Decision(
                text="Ett förslag till gemensamt stödmaterial tas fram och skickas på remiss till "
                "samtliga kommuner i länet."
            ),
            origin=_THIRD,
        ),
    ),
    actions_done=(
        YearAction(
            action=Action(what="kartlägger skolnärvaron", who=("Hans Ivarsson Ek",), status="done"),
            origin=_FIRST,
            closed=_SECOND,
        ),
    ),
    actions_open=(
        YearAction(
            action=Action(
                what="tar fram stödmaterial", who=("Jeanette Källstad",), due=date(2027, 2, 1)
            ),
            origin=_SECOND,
        ),
    ),
    carried_over=(
        YearCarryOver(
            title="Presentation av psykiatrin", carried_to=CarryOver(when="2027-04"), origin=_SECOND
        ),
        YearCarryOver(title="Egenvård", origin=_FIRST, handled=_THIRD),
    ),
    next_meetings=(NextMeeting(date=date(2027, 1, 15), start=time(9), place="Stadshuset"),),
    contact="Cecilia Skans, cecilia.skans@example.se",
)

PLAIN_LIST = Meeting(
    body="Uppdragsgruppen barn",
    title="Mötesanteckning Uppdragsgruppen barn 2026-03-02",
    date=date(2026, 3, 2),
    participants=(
        Participant(
            name="Simon Elf", title="Verksamhetschef", group="Närvarande", status="present"
        ),
        Participant(name="Anna Torsten", group="Frånvarande", status="absent"),
    ),
    items=(AgendaItem(title="SIP", text="Ett stycke."),),
)
"""Like a list that only says who came: grouped by attendance, items without numbers."""

EMPTY_MEETING = Meeting()
EMPTY_REPORT = AnnualReport(body=BODY, year=2026)

UNMARKED_LIST = Meeting(
    body=BODY,
    date=date(2022, 2, 18),
    participants=tuple(p.model_copy(update={"status": "unknown"}) for p in NOTES_PEOPLE),
    items=(
        AgendaItem(
            number="3",
            title="Nuläge",
            text="Läget är stabilt.\n\n# Om statistik\n\nFå fall.\n\n1. ett\n2. två",
            decisions=(Decision(text="Informationen noteras.", number="1"),),
        ),
    ),
)
"""Like a list of members that leaves attendance to be understood."""

SIGNED_PROTOCOL = RICH_PROTOCOL.model_copy(
    update={
        "items": (),
        "notice": None,
        "signed_by": ("Cecilia Skans", "Hans Ivarsson Ek", "Eva Ek"),
    }
)

MANY_GROUPS = Meeting(
    body=BODY,
    participants=(
        Participant(
            name="Katarina Had",
            roles=("deputy",),
            organisation="Oxnäs kommun",
            group="Oxnäs kommun",
            status="present",
        ),
        *(
            Participant(name=f"Eva {place}", organisation=place, group=f"{place}s kommun")
            for place in ("Flen", "Kungsör", "Surahammar", "Arboga")
        ),
    ),
)
"""Like a list grouped by municipality, with a person or two from each."""
