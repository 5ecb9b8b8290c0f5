"""Swedish words that the composers go by when they compare headings and read reports."""

from __future__ import annotations


def _words(*rows: str) -> frozenset[str]:
    return frozenset(word for row in rows for word in row.split())


# They say how a matter was dealt with or only join words, never what the matter is:
# "Presentation av BUP" and "BUP, lägesrapport" are one matter.
EMPTY_WORDS = _words(
    "angående att av beträffande dialog diskussion en ett forts fortsatt fortsättning från för",
    "föredragning gällande i info information inför kring lägesrapport med nuläge och om på",
    "presentation rapport samt till uppföljning ärende återkoppling återrapport över",
    "återrapportering den det de som har är",
)

# How a sentence says that something has been done: "Inbjudan är utskickad."
DONE_WORDS = _words(
    "avklarad avklarade avklarat avslutad avslutat avslutats bokat bokats färdig färdiga färdigt",
    "färdigställts genomförd genomförda genomfört genomförts gjord gjort gjorts inskickad klar",
    "klara klart lämnat lämnats ordnat ordnats skickat skickats slutförd slutfört slutförts",
    "uppdaterad uppdaterat uppdaterats utförd utfört utförts utskickad utskickade utskickat",
    "utskickats",
)

# And how it takes that back: "Inbjudan är inte utskickad", "ska vara klar i maj".
NOT_DONE_WORDS = _words(
    "behöver bör delvis ej fördröjd försenad försenat innan inte kommer kvarstår nästan när om",
    "planeras pågår ska skall snart väntas ännu återstår",
)

# Their full stop does not end a sentence.
ABBREVIATIONS = _words(
    "bl.a ca dvs d.v.s etc ev f.d f.n fr.o.m i.e jfr kap kl kr m.a.o m.fl m.m max min nr o.d",
    "o.s.v obs osv p.g.a prel resp s.k sid st t.ex t.o.m t.v tel tfn v vs",
)

# How minutes tell that a point is postponed: "Punkten flyttas till mötet i april."
POSTPONING_WORDS = _words(
    "bordlades bordläggs flyttades flyttas framflyttas parkerades parkeras skjuts sköts uppskjuts",
    "återkommer återremitteras",
)

# Sentences with these say only that somebody began: "Eva Ek inleder med att presentera sig."
OPENING_PHRASES = ("hälsar", "presentera sig", "presenterar sig", "inleder mötet")

# Decisions that say no more than that something was heard.
ROUTINE_DECISIONS = frozenset(
    (
        "informationen noteras",
        "information noteras",
        "informationen noterades",
        "informationen tas till protokollet",
        "informationen läggs till handlingarna",
        "rapporten läggs till handlingarna",
        "läggs till handlingarna",
        "noteras",
    )
)

# How minutes tell that something goes to others: "Rapporten överlämnas till styrgruppen."
HANDING_OVER_WORDS = _words(
    "översänder översänds översändes översänts överlämna överlämnad överlämnade överlämnar",
    "överlämnas överlämnades överlämnat överlämnats vidarebefordra vidarebefordrar",
    "vidarebefordras vidarebefordrades vidarebefordrats",
)
