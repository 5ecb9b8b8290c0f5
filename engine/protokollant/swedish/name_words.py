"""Words that tell a person's name from other capitalised words: given names, surnames, and not."""

from __future__ import annotations

_PARTICLES = """
af al bin da de del della der di dos el ibn la le van von zu
"""
PARTICLES = frozenset(_PARTICLES.split())

# Common given names; evidence, never a condition: names from everywhere are read by shape.
_GIVEN_NAMES = """
abbas adam adrian agneta ahmed aina aino albert albin alexander alexandra alf alfred ali alice
alicia alma alva alvar amanda amelia amina amir anders andrea andreas anette anita ann anna
anne annelie anneli annette annica annika annie anton arne aron arthur arvid astrid august
axel barbara barbro bengt benjamin berit bernt bertil birger birgit birgitta björn bo boel
bosse britt britta brita börje camilla carin carina carl carola caroline carolina catharina
catarina catrin cecilia charlotte charlotta christel christer christian christina christine
christoffer claes clara clas conny cornelia curt dag dagmar dagny dan daniel daniela david
dennis diana dick ebba edith edvard edvin egon eila einar ejvind elias elin elina elisabet
elisabeth ella ellen elsa else elvira emelie emil emilia emma emmy engla eric erica erik erika
erland erling ernst esther eva evelina evert fabian fanny fatima felicia felix filip folke
frans fredric fredrik fredrika frida gabriel gabriella georg gerd gert gertrud gideon gillis
gisela gittan greta gudrun gull gun gunborg gunhild gunilla gunnar gunnel gunvor gustaf gustav
göran gösta göte hampus hanna hannah hannes hans harald harriet harry hasse hassan hedda hedvig
helen helena helene helge helle henning henric henrik henry herbert herman hilda hillevi hjalmar
holger hugo håkan ibrahim ida inga inger ingela ingmar ingrid ingvar irene iris irma isabella
isabelle isak ivan ivar jacob jacqueline jakob james jan jane janne jannike jasmine jeanette
jennie jenny jens jenna jerker jesper jessica jim jimmy joachim joakim joel johan johanna john
johnny jon jonas jonathan jonna josef josefin josefine josephine jouni julia julius jörgen kaj
kajsa karin karl karolina kaspar katarina katja katrin kennet kenneth kent kerstin kicki kim
kjell klara klas knut konrad krister kristian kristin kristina kristine kristoffer kurt lage
lars lasse laura lea leena leif lena lennart leo leon liam lilian lillemor lina linda lindha
linn linnea linnéa linus lisa lisbet lisbeth lise liselott liselotte lotta louise lova lovisa
lucas ludvig lukas lydia mads magdalena magnus mahmoud maj maja malin malte
manne margareta margaretha margit marcus mari maria marianne marie marika marina marit markus
marlene martha marta martin martina mary mathias mathilda mats matilda matilde mats mattias
mauritz maud max mia micael michael michaela mikael mikaela milla mimmi mirjam mohamed mohammed
moa mona monica monika morgan måns märta nadia nanna natalie nathalie nils nicklas niclas
nicole niklas nina noah nora nour olav ola olga olivia olle olof olov oscar oskar osman otto
ove pamela patric patricia patrik paul paula paulina per pernilla peter petra petter pehr pia
pierre pontus rachel ragnar ragnhild ralf ramona randi rasmus rebecca rebecka reine renée
richard rickard rikard robert roberto robin roger roland rolf ronja ronny rose-marie roy rune
ruth sabina sabine sally samira samuel sandra sanna sara sarah sebastian selma siv sigbritt
sigrid sigurd sigvard simon sixten sofia sofie solveig sonja staffan stefan stella sten stig
stina sture sun sune susan susann susanna susanne sven svante sverker sylvia sören tage tanja
tatiana teodor teresa therese therése theo thomas thor thorbjörn thore thorsten tilda tim
tobias tom tomas tommy tony tor torbjörn tord tore torgny torsten tova tove tuula tyra ture
ulf ulla ulrica ulrik ulrika urban uno valter vanja vera veronica veronika victor victoria
viktor viktoria vilhelm ville vincent viola viveca viveka vivianne waldemar walter wilhelm
wilma william yasmin ylva yngve yusuf yvette yvonne zahra zara zeynep åke åsa älva örjan östen
"""
GIVEN_NAMES = frozenset(_GIVEN_NAMES.split())

_COMMON_SURNAMES = """
abrahamsson ahmed ali alm andersson andreasson arvidsson axelsson bengtsson berg berggren
berglund bergman bergqvist bergström björk björklund blom blomqvist bodin borg carlsson dahl
dahlberg dahlström danielsson edlund ek eklund ekström eliasson engström eriksson falk forsberg
fransson fredriksson gunnarsson gustafsson gustavsson göransson hansen hansson hassan hedlund
hellström henriksson hermansson holm holmberg holmgren holmqvist håkansson isaksson ivarsson
jakobsson jansson johansson johnsson jonasson jonsson jönsson karlsson larsson lind lindberg
lindgren lindholm lindqvist lindström lund lundberg lundgren lundin lundqvist lundström
löfgren magnusson martinsson mattsson mohamed månsson mårtensson nilsson norberg nordin
nordström nyberg nyström nyman olofsson olsson ohlsson persson petersson pettersson pålsson
samuelsson sandberg sandström sjöberg sjögren sjöström sten ström strömberg sundberg sundström
svensson söderberg söderström viklund wallin wikström åberg åkesson åström öberg
"""
COMMON_SURNAMES = frozenset(_COMMON_SURNAMES.split())

# Evidence too, for a surname that no list holds.
_SURNAME_ENDINGS = """
son sen berg bergh ström lund gren grén qvist kvist quist lind mann dahl stedt sten feldt felt fors
holm löf löv ell
"""
SURNAME_ENDINGS = tuple(_SURNAME_ENDINGS.split())

# No person is called so: words of organisations and documents, alone or at the end of a longer
# word ("Smittskyddsenheten"). Only endings that no surname has.
ORGANISATION_ENDINGS = (
    "avdelning",
    "avdelningen",
    "akademi",
    "akademin",
    "anteckning",
    "anteckningar",
    "beredning",
    "beredningen",
    "bibliotek",
    "biblioteket",
    "bolaget",
    "byrån",
    "centrum",
    "departementet",
    "direktionen",
    "distriktet",
    "enhet",
    "enheten",
    "enheter",
    "fullmäktige",
    "föreningen",
    "förening",
    "förbund",
    "förbundet",
    "förvaltning",
    "förvaltningen",
    "gruppen",
    "grupp",
    "grupper",
    "gymnasiet",
    "habilitering",
    "habiliteringen",
    "hemmet",
    "hälsan",
    "hälsovård",
    "hälsovården",
    "högskola",
    "högskolan",
    "institut",
    "institutet",
    "kansliet",
    "kliniken",
    "klinik",
    "kommittén",
    "kommun",
    "kommunen",
    "kommuner",
    "kommunal",
    "kontor",
    "kontoret",
    "lagstiftning",
    "ledningen",
    "ledning",
    "mottagning",
    "mottagningen",
    "myndighet",
    "myndigheten",
    "mötet",
    "nämnd",
    "nämnden",
    "nätverk",
    "nätverket",
    "området",
    "område",
    "organisation",
    "organisationen",
    "planen",
    "plattform",
    "programmet",
    "projekt",
    "projektet",
    "protokoll",
    "protokollet",
    "rapport",
    "rapporten",
    "region",
    "regionen",
    "regionalt",
    "rådet",
    "samfällighet",
    "samverkan",
    "samordning",
    "sektion",
    "sektionen",
    "sjukhus",
    "sjukhuset",
    "sjukvård",
    "sjukvården",
    "skolan",
    "skola",
    "stiftelsen",
    "strategin",
    "styrelse",
    "styrelsen",
    "sällskapet",
    "tjänst",
    "tjänsten",
    "universitet",
    "universitetet",
    "utskott",
    "utskottet",
    "utredningen",
    "verksamhet",
    "verksamheten",
    "verksamheter",
    "verket",
    "vården",
    "vård",
    "överenskommelse",
    "överenskommelsen",
)

# Titles: they stand before a name and are no part of it, alone or at the end of a longer word.
TITLE_ENDINGS = (
    "adjunkt",
    "advokat",
    "ansvarig",
    "arkitekt",
    "assistent",
    "bibliotekarie",
    "biträdande",
    "chef",
    "chefen",
    "controller",
    "dekan",
    "diakon",
    "direktör",
    "direktören",
    "docent",
    "doktorand",
    "ekonom",
    "företrädare",
    "handläggare",
    "herde",
    "ingenjör",
    "inspektör",
    "jurist",
    "justerare",
    "justeraren",
    "kamrer",
    "kantor",
    "kommunalråd",
    "kommunikatör",
    "konsult",
    "koordinator",
    "kurator",
    "ledare",
    "ledaren",
    "lektor",
    "läkare",
    "läkaren",
    "lärare",
    "ombud",
    "ordförande",
    "ordföranden",
    "pedagog",
    "planerare",
    "prost",
    "prefekt",
    "professor",
    "präst",
    "psykolog",
    "rektor",
    "rektorn",
    "representant",
    "revisor",
    "revisorn",
    "rådgivare",
    "samordnare",
    "samordnaren",
    "sekreterare",
    "sekreteraren",
    "sköterska",
    "strateg",
    "strategen",
    "tekniker",
    "terapeut",
    "utredare",
    "utvecklare",
    "vaktmästare",
    "vetare",
)

# Capitalised at the start of a sentence, a cell or a heading, or part of other proper names.
_NOT_NAMES = """
valdes väljs omvaldes nyvaldes omval nyval utsågs utses valde väljer utsåg utser
paragrafer paragraf justerande underskrift underskrifter närvarolista sidan sida enhetschef
ab alla allmän allmänna allmänt anmälan anmält anmälningar ansvar ansvarig ansökan antal april
arbete arbetet att augusti av avslag avslut avslutande avslutning avstår avtal
bakgrund barn barnen behov begreppet beslut beslutande besluts beslutet beträffande bifall bilaga
bilagor
bordläggning bra budget bygg center cosmic då dag dagens dagordning dagordningen
datum de den denna dessa det detta därefter därför därmed därtill december deltagare deltog
digital digitalt diskussion diskussionen dnr dock du där dela delar diarienummer
efter eftersom ekonomi ekonomin ekonomisk ekonomiskt en enligt er ers ersättare ett europa
europeiska extra facebook februari flera flertalet folkets fortsatt fortsatta framöver fram
fredag fredagen från frånvarande frågan frågor fullmäktige förra för förenklad förfrågan
förhindrad förhoppningsvis förslag förslaget förslagsvis föregående föredragande första före
firmateckning fika fonder
gamla genom genomgång generell godkännande google gruppen gäller gällande gäst gäster göteborgs
han handlingar handlingsplan hela hennes hon hos huvudman hur här hälsa hälsning höst hösten
i idag ifall igår in inbjuden inbjudna inför inga ingen inget inledning inom inte info
information informationen inkomna inspel instagram it ja jag januari juli juni justerare
justeras justering justerat justeringsman kallade kallelse kanske kassör kl klockan kommentar
kommitté kommunal kommunala kompletterande kontakt kort kostnad kostnader kvarstående kom
lagen lägesrapport ledamot ledamöter lilla lokal lokala lokalt län läns långsiktig löpande
lördag lördagen lunch maj man mars med medan medel mellan mellersta men mer microsoft mina
minnesanteckning minnesanteckningar mitt motion motionen mål målet måndag måndagen mycket möte
möten mötet mötets mötesordförande mötessekreterare när närvaro närvarande nationell
nationella nedanstående nej nedre ni nordiska norra november nu nuläge nuvarande ny nya nytt
nästa nästan något några nämnden närmast obs och också oktober om omfattning omröstning on
onsdag onsdagen oppositionens ordet ordf ordförande ordföranden organ organisation oss paus
planering plats pengar per period personal planerade policy preliminär presentation protokoll
prop propositionsordning program projekt punkt punkten punkter på
rapport rapporter region regional regionala regionalt remiss representanter respektive
resultat revision revisorer revisor risk rubrik rutin råd
sak samhälle samma sammanfattning sammanträde samordnad samordning samråd samt samtliga
samverkan se sedan sekr sekreterare senast september sida sin sista ska skol
skola skulle slut slutligen små som soc social sociala socialt sou stab stad stads stadgar start
status stor stora strategi strategisk strategiska studie styrelse styrelsen styrgrupp
summering suppleant suppleanter svar svensk svenska sverige sveriges så sammankallande
särskild särskilda söder södra söndag söndagen
ta tack talarlista teams teknik tid tidigare tidpunkt tidplan till tillägg tisdag tisdagen
tjänstgörande torsdag torsdagen totalt trygg två
under underlag underskrift undertecknad ungdom uppdrag uppdragsgrupp uppföljning upplevelsen
ur ut utan utbildning utdrag ute utifrån utöver utse utveckling vad val valberedning valärenden
vi via vice vid vidare vilka vilken vill visst vissa vision vår våra våren vårt väg välkommen
välkomna välfärd västra yrkande yrkanden åtgärd åtgärder år året årets årsberättelse årsmöte
årsmötet ä ändring äldre ärende ärenden ärendet även över överläggning övre övrig övriga övrigt
ö östra zoom youtube world web link health care open day
"""
NOT_NAMES = frozenset(_NOT_NAMES.split())

# Nouns at the start of a sentence, in words of nine letters and more: no surname ends so.
ABSTRACT_ENDINGS = ("ning", "ningen", "ningar", "tion", "tionen", "tioner", "het", "heten", "ande",
                    "ende", "ismen", "skap", "skapet")  # fmt: skip

# Provinces, counties and the largest towns: they stand beside a person, never in the name.
_PLACES = """
blekinge bohuslän borås dalarna dalsland eskilstuna gotland gävle gävleborg göteborg halland
halmstad haparanda helsingborg helsingfors hälsingland härjedalen jämtland jönköping
karlskrona karlstad kristianstad kronoberg lappland linköping luleå malmö medelpad
norrbotten norrköping norrland närke skaraborg skellefteå skåne småland stockholm sundsvall
svealand södermanland södertälje sörmland trollhättan uddevalla umeå uppland uppsala varberg
värmland västerbotten västernorrland västerås västervik västergötland västmanland
växjö ångermanland åland örebro östergötland östersund götaland
"""
PLACES = frozenset(_PLACES.split())
