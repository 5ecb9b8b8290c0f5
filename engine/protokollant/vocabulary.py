"""One table: English name ↔ Swedish key ↔ meaning ↔ example.

YAML keys, template fields, `protokollant fields`, the JSON schema and the handbook all read it.
A Swedish key is written with spaces in YAML ("nästa möte") and with underscores in templates
("nästa_möte"); both are read everywhere, as are the English names and the aliases.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from protokollant import model
from protokollant.model import Record
from protokollant.swedish.roles import ROLE_NAMES


@dataclass(frozen=True, slots=True)
class Term:
    """One field: its names, what it means to a secretary, and an example.

    A derived term can be used in templates but not written in YAML.
    """

    name: str
    key: str
    meaning: str
    example: str = ""
    aliases: tuple[str, ...] = ()
    derived: bool = False

    @property
    def field(self) -> str:
        """The Swedish name as a template writes it."""
        return self.key.replace(" ", "_").replace("-", "_")


def _t(name: str, key: str, meaning: str, example: str = "", *aliases: str) -> Term:
    return Term(name, key, meaning, example, aliases)


def _d(name: str, key: str, meaning: str, example: str = "") -> Term:
    return Term(name, key, meaning, example, derived=True)


TERMS: Mapping[type[Record], tuple[Term, ...]] = MappingProxyType(
    {
        model.Meeting: (
            _t("kind", "typ", "Vilken handling det är", "anteckningar"),
            _t("body", "organ", "Organets namn", "Samverkansgruppen barn och unga", "grupp"),
            _t("organisation", "organisation", "Det organet hör till", "Region Västmanland"),
            _t("title", "rubrik", "Handlingens egen rubrik", "Minnesanteckningar", "titel"),
            _t("date", "datum", "Mötesdagen", "2026-03-02", "mötesdatum"),
            _t("start", "start", "När mötet börjar", "14.00", "börjar"),
            _t("end", "slut", "När mötet slutar", "16.00", "slutar"),
            _t("place", "plats", "Var mötet hålls", "Digitalt via Teams", "lokal"),
            _t("number", "nummer", "Mötets nummer under året", "3", "nr"),
            _t("scope", "omfattning", "Punkterna eller paragraferna som omfattas", "§§ 12–20"),
            _t("numbering", "numrering", "Om ärendena är punkter eller paragrafer", "punkter"),
            _t("case", "diarienummer", "Handlingens diarienummer", "KS 2026/123", "dnr"),
            _t(
                "participants",
                "deltagare",
                "Alla på närvarolistan",
                "Barbro Larsson (C), ordförande, Region Västmanland",
                "kallade",
            ),
            _t("intro", "inledning", "Text före första punkten", "Mötet hölls i två delar."),
            _t("items", "punkter", "Ärendena i ordning", "Mötets öppnande", "ärenden"),
            _t(
                "next_meeting",
                "nästa möte",
                "När nästa möte hålls",
                "fredagen den 20 maj 2022 kl 09.00",
                "nästa sammanträde",
            ),
            _t("approval", "justering", "Hur anteckningarna justeras eller godkänns", "en vecka"),
            _t("notice", "anslag", "Tillkännagivande på anslagstavlan", "2026-03-10"),
            _t("signed_by", "underskrifter", "De som skrivit under", "Eva Ek", "underskrift"),
            _t("attachments", "bilagor", "Bilagor till mötet", "Presentation.pdf"),
            _t("contact", "kontakt", "Vem som svarar på frågor", "Eva Ek, eva.ek@example.se"),
            _t("stage", "läge", "Hur långt handlingen har kommit", "utkast"),
            _t("sent", "utskickad", "Dagen då handlingen skickades ut", "2026-03-05"),
            _d("present", "närvarande", "Deltagare som var närvarande"),
            _d("absent", "frånvarande", "Deltagare som var frånvarande"),
            _d("chairs", "ordförande", "Deltagare med rollen ordförande"),
            _d("secretaries", "sekreterare", "Deltagare med rollen sekreterare"),
            _d("groups", "grupper", "Deltagarna under de rubriker listan har"),
            _d("all_items", "alla punkter", "Punkter och underpunkter i läsordning"),
            _d("all_decisions", "alla beslut", "Varje beslut med sin punkt"),
            _d("all_actions", "alla åtgärder", "Varje åtgärd med sin punkt"),
            _d("carried_over", "uppskjutna", "Punkter som skjutits upp"),
            _d("all_attachments", "alla bilagor", "Mötets och punkternas bilagor"),
        ),
        model.Participant: (
            _t("name", "namn", "Personens namn", "Barbro Larsson"),
            _t("status", "närvaro", "Om personen var närvarande", "närvarande", "status"),
            _t("roles", "roller", "Rollerna vid mötet", "ordförande", "roll"),
            _t("party", "parti", "Partibokstäver", "C"),
            _t("title", "titel", "Befattning eller verksamhet", "utvecklingsstrateg", "befattning"),
            _t(
                "organisation",
                "organisation",
                "Kommun, region eller annan huvudman",
                "Arboga",
                "huvudman",
            ),
            _t("replaces", "ersätter", "Vem en ersättare tjänstgör för", "Kjell Ivemyr"),
            _t("scope", "deltog", "Den del av mötet personen deltog i", "§§ 12–19"),
            _t("group", "grupp", "Rubriken i närvarolistan", "Ledamöter"),
            _t("note", "anmärkning", "Annat som listan säger", "Oppositionens plats", "not"),
            _t("email", "e-post", "E-postadress för kallelser", "eva.ek@example.se"),
            _t("since", "från", "Första dag i organet, i registret", "2025-01-01"),
            _t("until", "till", "Sista dag i organet, i registret", "2026-12-31"),
        ),
        model.AttendanceGroup: (
            _d("name", "rubrik", "Rubriken i närvarolistan", "Ledamöter"),
            _d("participants", "deltagare", "Personerna under rubriken"),
        ),
        model.AgendaItem: (
            _t("number", "nummer", "Punktens eller paragrafens nummer", "3", "nr"),
            _t("title", "rubrik", "Punktens rubrik", "Mötets öppnande", "titel"),
            _t("kind", "typ", "Vad punkten är till för", "beslut", "slag"),
            _t("minutes", "minuter", "Avsatt tid i minuter", "15"),
            _t("clock", "klockan", "När punkten börjar enligt dagordningen", "9.15"),
            _t("presenters", "föredragande", "De som föredrar", "Jan Smedjegård"),
            _t("case", "diarienummer", "Ärendets diarienummer", "KS 2026/123", "dnr"),
            _t("origin", "kommer från", "Mötet som punkten kommer från", "2026-03-02, punkt 6"),
            _t("text", "text", "Punktens text", "Ordföranden hälsar välkommen."),
            _t("decisions", "beslut", "Vad som beslutades", "Informationen noteras."),
            _t("actions", "åtgärder", "Vad som ska göras", "Eva Ek bokar lokal", "uppdrag"),
            _t("state", "läge", "Om punkten behandlades, sköts upp eller utgick", "uppskjuten"),
            _t("carried_to", "flyttas till", "Vart en uppskjuten punkt flyttas", "april 2026"),
            _t("items", "underpunkter", "Underpunkter i ordning", "SIP", "punkter"),
            _t("attachments", "bilagor", "Punktens bilagor", "Presentation.pdf"),
            _t("recusals", "jäv", "De som är jäviga", "Eva Ek: sitter i bolagets styrelse"),
            _t(
                "movements",
                "in och ut",
                "De som kommer eller går under punkten",
                "Eva Ek går kl. 10.15, Bo Al tjänstgör",
            ),
            _t("adjournments", "ajourneringar", "Pauser i mötet", "10.00–10.15", "ajournering"),
            _t("motions", "yrkanden", "Vad som yrkas", "Eva Ek (S): bifall", "yrkande"),
            _t(
                "proposition",
                "propositionsordning",
                "Hur ordföranden ställer förslagen mot varandra",
                "Ordföranden ställer bifall mot avslag.",
            ),
            _t("votes", "omröstningar", "Omröstningar", "", "omröstning"),
            _t(
                "reservations",
                "reservationer",
                "Reservationer mot beslutet",
                "Eva Ek (S): till förmån för eget yrkande",
                "reservation",
            ),
            _t(
                "minutes_notes",
                "protokollsanteckningar",
                "Anteckningar som någon låtit föra in",
                "Eva Ek (S): frågan bör tas upp igen",
                "protokollsanteckning",
            ),
            _t("recipients", "skickas till", "De som beslutet skickas till", "Revisorerna"),
            _t("at_once", "omedelbar justering", "Om punkten justeras omedelbart", "ja"),
            _t("secrecy", "sekretess", "Lagrum, om punkten inte är offentlig", "OSL 26 kap. 1 §"),
        ),
        model.Decision: (
            _t("number", "nummer", "Beslutets nummer inom punkten", "1", "nr"),
            _t("text", "text", "Beslutets lydelse", "Informationen noteras.", "lydelse"),
        ),
        model.Action: (
            _t("who", "vem", "De som ska göra det", "Maria Glemfelt", "ansvarig", "ansvariga"),
            _t("what", "vad", "Vad som ska göras", "göra en inbjudan", "åtgärd"),
            _t("due", "senast", "Sista dag", "2026-04-17"),
            _t("due_note", "när", "När, om ingen dag är satt", "till nästa möte"),
            _t("status", "läge", "Om åtgärden är öppen eller klar", "öppen", "status"),
            _t("origin", "kommer från", "Mötet där åtgärden uppstod", "2026-03-02, punkt 4"),
        ),
        model.CarryOver: (
            _t("when", "när", "Nästa möte, en månad eller en dag", "april 2026"),
            _t(
                "condition",
                "villkor",
                "Vad som måste gälla först",
                "när även skolchef är närvarande",
            ),
        ),
        model.Origin: (
            _t("date", "datum", "Mötets datum", "2026-03-02"),
            _t("number", "punkt", "Punktens nummer", "6", "nummer"),
            _t("title", "rubrik", "Punktens rubrik", "Barns behov i skolan"),
            _t("body", "organ", "Organet, om det är ett annat", "Styrgrupp närvård"),
        ),
        model.Attachment: (
            _t("title", "rubrik", "Vad bilagan heter", "Presentation SIP", "titel"),
            _t("target", "fil", "Fil eller webbadress", "bilagor/sip.pdf", "länk"),
            _t("number", "nummer", "Bilagans nummer", "1", "nr"),
            _t("state", "läge", "Om bilagan inväntas eller har kommit", "inväntas"),
        ),
        model.Recusal: (
            _t("name", "namn", "Den som är jävig", "Eva Ek (S)", "vem"),
            _t("reason", "skäl", "Varför", "sitter i bolagets styrelse"),
            _t("replaced_by", "ersätts av", "Ersättaren som tjänstgör", "Bo Al (S)"),
        ),
        model.Movement: (
            _t("name", "namn", "Den som kommer eller går", "Eva Ek (S)", "vem"),
            _t("direction", "riktning", "Om personen kommer eller går", "går"),
            _t("time", "klockan", "När", "10.15", "kl"),
            _t("deputy", "ersättare", "Den som tjänstgör i stället", "Bo Al (S)"),
        ),
        model.Adjournment: (
            _t("start", "start", "När pausen börjar", "10.00", "börjar"),
            _t("end", "slut", "När mötet fortsätter", "10.15", "slutar"),
        ),
        model.Motion: (
            _t("by", "av", "De som yrkar", "Eva Ek (S)", "vem"),
            _t("text", "text", "Yrkandets lydelse", "bifall till förslaget", "lydelse"),
        ),
        model.Vote: (
            _t("question", "fråga", "Vad ja och nej betyder", "Ja för bifall, nej för avslag"),
            _t("yes", "ja", "De som röstar ja", "Eva Ek (S)"),
            _t("no", "nej", "De som röstar nej", "Bo Al (M)"),
            _t("abstained", "avstår", "De som avstår", "Åsa Ö (V)"),
            _t("yes_count", "antal ja", "Antal ja-röster", "5"),
            _t("no_count", "antal nej", "Antal nej-röster", "3"),
            _t("abstained_count", "antal avstår", "Antal som avstår", "1"),
            _t("outcome", "utfall", "Vad omröstningen leder till", "bifall med utslagsröst"),
            _d("result", "resultat", "Rösterna i siffror", "5 ja, 3 nej, 1 avstår"),
        ),
        model.Reservation: (
            _t("by", "av", "De som reserverar sig", "Eva Ek (S)", "vem"),
            _t("text", "text", "Skälen", "till förmån för eget yrkande", "lydelse"),
            _t("time", "klockan", "När reservationen anmäldes", "11.40", "kl"),
        ),
        model.MinutesNote: (
            _t("by", "av", "De vars anteckning det är", "Eva Ek (S)", "vem"),
            _t("text", "text", "Lydelsen", "frågan bör tas upp igen", "lydelse"),
        ),
        model.NextMeeting: (
            _t("date", "datum", "Dagen", "2026-04-17"),
            _t("start", "start", "När mötet börjar", "09.00", "börjar"),
            _t("end", "slut", "När mötet slutar", "11.00", "slutar"),
            _t("place", "plats", "Var mötet hålls", "Digitalt"),
            _t("note", "anmärkning", "Annat som sägs om mötet", "heldag"),
        ),
        model.Approval: (
            _t("adjusters", "justerare", "De som justerar", "Eva Ek"),
            _t("deadline", "senast", "Sista dag eller frist", "en vecka", "frist"),
            _t("date", "datum", "Dagen då det justerades", "2026-03-09"),
            _t("place", "plats", "Var det justeras", "Stadshuset"),
            _t("note", "anmärkning", "Annat som sägs om justeringen", "digital justering"),
        ),
        model.Notice: (
            _t("posted", "anslaget", "Dagen då anslaget sattes upp", "2026-03-10"),
            _t("removed", "tas ned", "Dagen då anslaget får tas ned", "2026-04-01"),
            _t("archive", "förvaras", "Var protokollet förvaras", "Kansliet"),
            _t("note", "anmärkning", "Annat som sägs om anslaget", ""),
        ),
        model.PlacedDecision: (
            _d("decision", "beslut", "Beslutet"),
            _d("item", "punkt", "Punkten som beslutet hör till"),
        ),
        model.PlacedAction: (
            _d("action", "åtgärd", "Åtgärden"),
            _d("item", "punkt", "Punkten som åtgärden hör till"),
        ),
        model.Body: (
            _t("name", "namn", "Organets namn", "Samverkansgruppen barn och unga"),
            _t("short_name", "kortnamn", "Förkortning eller vardagsnamn", "SBU"),
            _t("organisation", "organisation", "Det organet hör till", "Region Västmanland"),
            _t("profile", "regelprofil", "Vilka regler som gäller", "anteckningar"),
            _t("seats", "antal platser", "Hur många ledamöter organet har", "11"),
            _t("quorum", "beslutsför", "Hur många som måste tjänstgöra, om stadgarna säger", "6"),
            _t("sections", "paragrafer löper", "Över året eller mötet", "året"),
            _t("approval_days", "justeringsfrist", "Inom hur många dagar det justeras", "14"),
            _t("call_days", "kallelsetid", "Dagar före mötet som kallelsen skickas", "7"),
            _t("distribution", "sändlista", "Andra som får handlingarna", "Revisorerna"),
            _t("rhythm", "mötesrytm", "Hur ofta organet möts", "tredje fredagen varannan månad"),
            _t("assignment", "uppdrag", "Vad organet är till för", "Gruppen samordnar …"),
            _t("place", "plats", "Var organet brukar mötas", "Digitalt"),
            _t("start", "start", "När mötena brukar börja", "09.00", "börjar"),
            _t("end", "slut", "När mötena brukar sluta", "11.00", "slutar"),
            _t("contact", "kontakt", "Vem som svarar på frågor", "Eva Ek, eva.ek@example.se"),
            _t("logo", "logotyp", "Bildfil för sidhuvudet", "bilder/logotyp.png"),
            _t("standing_items", "stående punkter", "Punkter på varje dagordning", "Öppnande"),
            _t("members", "ledamöter", "De som kallas", "Barbro Larsson (C), ordförande"),
            _t("titles", "rubriker", "Vad organet kallar sina handlingar", "Mötesanteckningar"),
            _t("numbering", "numrering", "Om ärendena är punkter eller paragrafer", "paragrafer"),
            _t("templates", "mallar", "Egna Wordmallar", "mallar/dagordning.docx"),
        ),
        model.StandingItem: (
            _t("title", "rubrik", "Punktens rubrik", "Mötets öppnande", "titel"),
            _t("kind", "typ", "Vad punkten är till för", "beslut", "slag"),
            _t("minutes", "minuter", "Avsatt tid i minuter", "5"),
            _t("place", "plats", "Först eller sist på dagordningen", "först"),
            _t("months", "månader", "Månaderna den tas upp i; annars alltid", "februari", "månad"),
        ),
        model.Titles: (
            _t("agenda", "dagordning", "Dagordningens rubrik", "Kallelse"),
            _t("minutes", "anteckningar", "Anteckningarnas rubrik", "Mötesanteckningar"),
            _t("annual", "årsberättelse", "Årsberättelsens rubrik", "Verksamhetsberättelse"),
        ),
        model.Templates: (
            _t("agenda", "dagordning", "Mall för dagordning", "mallar/dagordning.docx"),
            _t("minutes", "anteckningar", "Mall för anteckningar", "mallar/protokoll.docx"),
            _t("annual", "årsberättelse", "Mall för årsberättelse", "mallar/ar.docx"),
        ),
        model.AnnualReport: (
            _t("body", "organ", "Organets namn", "Samverkansgruppen barn och unga"),
            _t("year", "år", "Året", "2022"),
            _t("organisation", "organisation", "Det organet hör till", "Region Västmanland"),
            _t("title", "rubrik", "Handlingens rubrik", "Verksamhetsberättelse", "titel"),
            _t("stage", "läge", "Hur långt berättelsen har kommit", "utkast"),
            _t("intro", "inledning", "Sekreterarens egen inledning", "Året präglades av …"),
            _t("assignment", "uppdrag", "Vad organet är till för", "Gruppen samordnar …"),
            _t("summary", "sammanfattning", "Året i korthet, med källor"),
            _t("meetings", "möten", "Årets möten i tidsordning"),
            _t("attendance", "närvaro", "Närvaron per person"),
            _t("organisations", "närvaro per organisation", "Närvaron per huvudman"),
            _t("changes", "förändringar", "Vilka som kommit till och lämnat"),
            _t("themes", "frågor", "Vad mötena behandlat"),
            _t("decisions", "beslut", "Årets beslut"),
            _t("actions_done", "klara åtgärder", "Åtgärder som är klara"),
            _t("actions_open", "öppna åtgärder", "Åtgärder som återstår"),
            _t("carried_over", "uppskjutna", "Uppskjutna punkter och vad som hände"),
            _t("handed_over", "överlämnat", "Vad som lämnats över till andra"),
            _t("goals", "mål", "Årets mål med aktivitet och resultat"),
            _t("comments", "tillägg", "Egen text under berättelsens rubriker"),
            _t("sections", "avsnitt", "Egna avsnitt"),
            _t("economy", "ekonomi", "Årets ekonomi", "Gruppen har ingen egen budget."),
            _t("steps", "godkännande", "Stegen till godkännande"),
            _t("next_meetings", "kommande möten", "Möten som redan är bestämda"),
            _t("contact", "kontakt", "Vem som svarar på frågor", "Eva Ek, eva.ek@example.se"),
            _t("parts", "delar", "Varje organs år, när flera organ sammanställs i en berättelse"),
        ),
        model.YearMeeting: (
            _t("date", "datum", "Mötesdagen", "2022-02-18"),
            _t("number", "nummer", "Mötets nummer under året", "1", "nr"),
            _t("start", "start", "När mötet började", "09.00"),
            _t("end", "slut", "När mötet slutade", "11.00"),
            _t("place", "plats", "Var mötet hölls", "Digitalt"),
            _t("present", "närvarande", "Antal närvarande", "14"),
            _t("absent", "frånvarande", "Antal frånvarande", "3"),
            _t("unknown", "okända", "Antal utan uppgift", "0"),
            _t("items", "punkter", "Antal punkter", "10"),
            _t("decisions", "beslut", "Antal beslut", "8"),
        ),
        model.AttendanceRow: (
            _t("name", "namn", "Personens namn", "Barbro Larsson"),
            _t("organisation", "organisation", "Huvudman", "Arboga", "huvudman"),
            _t("title", "titel", "Befattning", "utvecklingsstrateg"),
            _t("party", "parti", "Partibokstäver", "C"),
            _t("roles", "roller", "Roller under året", "ordförande"),
            _t("marks", "markeringar", "En markering per möte"),
            _t("present", "närvarande", "Antal möten med närvaro", "4"),
            _t("listed", "kallad", "Antal möten med personen på listan", "5"),
            _d("share", "andel", "Närvaro i procent av de möten som listan ger besked om", "80"),
        ),
        model.OrganisationRow: (
            _t("organisation", "organisation", "Huvudman", "Arboga"),
            _t("people", "personer", "Antal personer på listorna", "2"),
            _t("present", "närvarande", "Antal gånger någon av dem var närvarande", "7"),
            _t("known", "besked", "Antal gånger listan ger besked om dem", "8"),
            _d("share", "andel", "Närvaro i procent av de gånger listan ger besked", "88"),
        ),
        model.YearDecision: (
            _t("decision", "beslut", "Beslutet"),
            _t("origin", "kommer från", "Mötet och punkten"),
        ),
        model.YearAction: (
            _t("action", "åtgärd", "Åtgärden"),
            _t("origin", "kommer från", "Mötet och punkten där den uppstod"),
            _t("closed", "avslutad", "Mötet och punkten där den blev klar"),
        ),
        model.YearCarryOver: (
            _t("title", "rubrik", "Punktens rubrik", "Presentation BUP"),
            _t("carried_to", "flyttas till", "Vart punkten flyttades"),
            _t("origin", "kommer från", "Mötet som sköt upp punkten"),
            _t("handled", "behandlad", "Mötet där punkten behandlades"),
        ),
        model.Statement: (
            _t("text", "text", "Meningen"),
            _t("origins", "källor", "Mötena och punkterna den bygger på"),
        ),
        model.Theme: (
            _t("title", "rubrik", "Frågans rubrik", "SIP"),
            _t("entries", "händelser", "Vad som hände vid varje möte"),
        ),
        model.Goal: (
            _t("goal", "mål", "Vad som skulle uppnås", "Alla skolor har en rutin för egenvård"),
            _t("activity", "aktivitet", "Vad som skulle göras", "Egenvård"),
            _t("result", "resultat", "Vad det blev av det", "Rutinen är antagen."),
            _t("origins", "källor", "Mötena och punkterna som säger resultatet"),
        ),
        model.OwnSection: (
            _t("title", "rubrik", "Rubriken", "Beslut under året"),
            _t("text", "text", "Den egna texten", "Besluten rör främst …"),
        ),
        model.Correction: (
            _t("wrong", "från", "Rubriken i anteckningarna", "Enkäten skola"),
            _t("right", "till", "Rubriken i årsberättelsen", "Enkäten till skolorna"),
        ),
        model.ApprovalStep: (
            _t("what", "steg", "Vad som görs", "utsänd för godkännande"),
            _t("date", "datum", "När det gjordes; tomt medan det återstår", "2023-02-01"),
            _t("who", "vem", "Av vem eller till vem", "arbetsgruppen"),
        ),
        model.AnnualEdits: (
            _t("stage", "läge", "Hur långt berättelsen har kommit", "utkast"),
            _t("intro", "inledning", "Inleder berättelsen", "Året präglades av …"),
            _t("sections", "avsnitt", "Text till ett avsnitt, eller ett eget avsnitt"),
            _t("economy", "ekonomi", "Årets ekonomi", "Gruppen har ingen egen budget."),
            _t("goals", "mål", "Årets mål med aktivitet och resultat"),
            _t("corrections", "rättelser", "Rubriker som ska skrivas på annat sätt"),
            _t("steps", "godkännande", "Stegen till godkännande"),
        ),
    }
)

ENTITIES: Mapping[type[Record], str] = MappingProxyType(
    {
        model.Meeting: "möte",
        model.Participant: "deltagare",
        model.AttendanceGroup: "grupp",
        model.AgendaItem: "punkt",
        model.Decision: "beslut",
        model.Action: "åtgärd",
        model.CarryOver: "flytt",
        model.Origin: "källa",
        model.Attachment: "bilaga",
        model.Recusal: "jäv",
        model.Movement: "in eller ut",
        model.Adjournment: "ajournering",
        model.Motion: "yrkande",
        model.Vote: "omröstning",
        model.Reservation: "reservation",
        model.MinutesNote: "protokollsanteckning",
        model.NextMeeting: "nästa möte",
        model.Approval: "justering",
        model.Notice: "anslag",
        model.PlacedDecision: "beslut med punkt",
        model.PlacedAction: "åtgärd med punkt",
        model.Body: "organ",
        model.StandingItem: "stående punkt",
        model.Titles: "rubriker",
        model.Templates: "mallar",
        model.AnnualReport: "årsberättelse",
        model.YearMeeting: "årets möte",
        model.AttendanceRow: "närvarorad",
        model.YearDecision: "årets beslut",
        model.YearAction: "årets åtgärd",
        model.YearCarryOver: "uppskjuten fråga",
        model.Statement: "mening",
        model.Theme: "fråga",
        model.OrganisationRow: "organisationsrad",
        model.Goal: "mål",
        model.OwnSection: "avsnitt",
        model.Correction: "rättelse",
        model.ApprovalStep: "steg",
        model.AnnualEdits: "egen text till årsberättelsen",
    }
)
"""What a record is called in Swedish, in the order the fields are listed."""

VALUES: Mapping[str, Mapping[str, str]] = MappingProxyType(
    {
        "MeetingKind": {
            "minutes": "anteckningar",
            "agenda": "dagordning",
            "annual_report": "årsberättelse",
        },
        "Numbering": {"point": "punkter", "section": "paragrafer"},
        "Status": {"present": "närvarande", "absent": "frånvarande", "unknown": "okänt"},
        "Role": {role: one for role, (one, _) in ROLE_NAMES.items()},
        "ItemKind": {
            "information": "information",
            "discussion": "diskussion",
            "decision": "beslut",
        },
        "ItemState": {
            "handled": "behandlad",
            "postponed": "uppskjuten",
            "withdrawn": "utgår",
        },
        "ActionStatus": {"open": "öppen", "done": "klar"},
        "AttachmentState": {"awaited": "inväntas", "received": "inkommen"},
        "Direction": {"arrives": "kommer", "leaves": "går"},
        "SectionRun": {"year": "året", "meeting": "mötet"},
        "Stage": {
            "draft": "utkast",
            "sent": "utskickad",
            "approved": "justerad",
            "posted": "anslagen",
        },
        "Profile": {"notes": "anteckningar", "protocol": "protokoll", "association": "förening"},
        "StandingPlace": {"first": "först", "last": "sist"},
    }
)
"""English value → Swedish word, by the name of the value's type."""

VALUE_ALIASES: Mapping[str, Mapping[str, str]] = MappingProxyType(
    {
        "MeetingKind": {
            "minnesanteckningar": "minutes",
            "mötesanteckningar": "minutes",
            "protokoll": "minutes",
            "kallelse": "agenda",
            "verksamhetsberättelse": "annual_report",
        },
        "Numbering": {"punkt": "point", "paragraf": "section", "§": "section"},
        "Status": {
            "ja": "present",
            "ok": "present",
            "nej": "absent",
            "förhindrad": "absent",
            "?": "unknown",
        },
        "Role": {"suppleant": "deputy", "gäst": "guest", "övrig": "guest"},
        "ItemState": {"bordlagd": "postponed", "parkerad": "postponed", "flyttad": "postponed"},
        "ActionStatus": {"gjord": "done", "avslutad": "done", "pågår": "open"},
        "AttachmentState": {"väntas": "awaited", "mottagen": "received", "finns": "received"},
        "Direction": {"anländer": "arrives", "in": "arrives", "lämnar": "leaves", "ut": "leaves"},
        "Stage": {"godkänd": "approved", "justerat": "approved", "utskickat": "sent"},
    }
)
"""Other Swedish words that are read for a value."""


def plain_key(key: str) -> str:
    """A key for looking it up: case, underscores, hyphens and outer space folded away."""
    return " ".join(key.replace("_", " ").replace("-", " ").casefold().split())


@cache
def names_of(record: type[Record]) -> Mapping[str, str]:
    """Every accepted spelling of a field (see `plain_key`) → the field's English name.

    An own Swedish key wins over another field's alias or English name.
    """
    found: dict[str, str] = {}
    terms = TERMS[record]
    for spelling in (lambda t: (t.key,), lambda t: (t.name,), lambda t: t.aliases):
        for term in terms:
            for word in spelling(term):
                found.setdefault(plain_key(word), term.name)
    return MappingProxyType(found)


@cache
def term_of(record: type[Record], name: str) -> Term:
    """The term of a field by its English name; raises KeyError when there is none."""
    for term in TERMS[record]:
        if term.name == name:
            return term
    raise KeyError(name)
