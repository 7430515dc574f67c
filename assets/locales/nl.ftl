## Store

store-conflict = Zaak { $number } ({ $register }) is intussen door iemand anders gewijzigd. Er is niets opgeslagen. Vergelijk uw wijziging met wat er nu staat en sla opnieuw op.
store-number-taken = Nummer { $number } bestaat al in register { $register }. Er is niets opgeslagen. Geef de nieuwe zaak een ander nummer, of open de zaak met dit nummer.
store-entry-conflict = Iemand anders heeft intussen gewijzigd wat u wilde wijzigen in zaak { $number } van register { $register }. Er is niets opgeslagen. Open de zaak opnieuw en wijzig het nog eens.
store-shared-conflict = “{ $id }” is intussen door iemand anders gewijzigd. Er is niets opgeslagen. Kijk wat er nu staat en voer uw wijziging opnieuw in.
store-shared-unreadable = “{ $id }” ({ $kind }) in het gedeelde bestand kan niet worden gelezen. Installeer de nieuwste versie van Peildatum, of zet een reservekopie terug.
store-missing-entry = Wat u wilde opslaan hoort bij een zaak die niet in dit bestand staat. Er is niets opgeslagen. Zoek de zaak opnieuw op.
store-document-too-large = Bestand { $file } is { $size } MB. Bij een zaak past een bestand van hoogstens { $most } MB. Maak het kleiner, of zet het ergens anders en schrijf bij de zaak waar het staat.
store-no-document = Bij dit onderdeel van de tijdlijn is geen bestand opgeslagen.
store-view-of-another = Weergave “{ $view }” is gemaakt door iemand anders. Er is niets opgeslagen. Sla hem op als een nieuwe weergave.
store-missing-case = De zaak die u wilt wijzigen staat niet in register { $register }. Er is niets opgeslagen. Zoek de zaak opnieuw op.
store-invalid = Zaak { $number } ({ $register }) kan zo niet worden opgeslagen: { $problems }. Er is niets opgeslagen. Verbeter dit en sla opnieuw op.
store-invalid-new = Een nieuwe zaak in register { $register } kan zo niet worden opgeslagen: { $problems }. Er is niets opgeslagen. Verbeter dit en sla opnieuw op.
store-codes-exhausted = Veld { $field } van register { $register } heeft in de loop van de tijd meer dan 64 keuzes gehad. Meer kunnen er niet worden geteld. Maak voor de nieuwe keuzes een nieuw veld in de definitie.
store-unknown-register = Register { $register } bestaat hier niet. U kunt kiezen uit: { $known }.
store-choice-in-use = { $cases ->
    [0] De keuze “{ $choice }” staat in de geschiedenis van een zaak in register { $register } en kan dus niet weg. Voer de keuze af.
    [one] De keuze “{ $choice }” staat in één zaak van register { $register } en kan dus niet weg. Voer de keuze af.
   *[other] De keuze “{ $choice }” staat in { $cases } zaken van register { $register } en kan dus niet weg. Voer de keuze af.
}
store-field-in-use = Het veld “{ $field }” van register { $register } is ingevuld in { $cases ->
    [one] één zaak
   *[other] { $cases } zaken
}. Het kan geen ander soort worden. Maak een nieuw veld met een andere id.
store-register-in-use = Register { $register } heeft { $cases ->
    [one] één zaak
   *[other] { $cases } zaken
}. De sleutel “{ $key }” kan daarom niet meer veranderen.
store-definition-changed = De definitie van register { $register } is gewijzigd terwijl dit venster open was. Er is niets opgeslagen. Sluit het programma en open het opnieuw.
store-definitions =
    { $count ->
        [one] In de definities staat een fout. Verbeter het bestand en probeer het opnieuw.
       *[other] In de definities staan { $count } fouten. Verbeter de bestanden en probeer het opnieuw.
    }
store-not-a-vault = In map { $folder } staat geen kluis van Peildatum. Kies een andere map, of maak hier een nieuwe kluis.
store-vault-exists = In map { $folder } staan al gegevens van Peildatum. Open die map, of kies een andere map voor nieuwe gegevens.
store-vault-in-use = Een ander venster of een andere opdracht heeft de kluis in { $folder } in gebruik. Sluit alle andere vensters van Peildatum met deze kluis, ook die van collega’s op deze computer, en probeer het opnieuw.
store-opening-waits = Een ander venster of een andere opdracht werkt deze kluis bij. De kluis opent zodra dat klaar is.
store-no-such-group = Dit systeem kent geen groep { $group }, of u mag de map niet aan haar geven. Vraag uw beheerder de groep te maken en u er lid van te maken.
store-vault-is-address = { $address } is het adres van een server en geen map. Zo’n kluis kent Peildatum nog niet. Kies een map op deze computer. Er is niets gemaakt.
store-not-a-file = Op de plaats van bestand { $file } staat iets anders dan een bestand. Haal dat weg en zet het bestand terug, zo nodig uit een reservekopie.
store-folder-not-empty = Map { $folder } is niet leeg: er staat bijvoorbeeld { $found } in. Kies een lege map. Alleen de mappen registers en lists mogen er al staan.
store-file-exists = Bestand { $file } bestaat al en wordt niet overschreven. Kies een andere naam.
store-file-gone = Bestand { $file } is weg of leeg, terwijl het er eerder wel was.
store-damaged = Bestand { $file } is beschadigd: misschien is niet alles te lezen, en er wordt niets meer in opgeslagen.
store-file-replaced = Bestand { $file } is vervangen terwijl het open was, bijvoorbeeld door een reservekopie die iemand terugzette. Er is niets opgeslagen. Kijk wat er nu staat en sla opnieuw op.
store-no-permission = U hebt geen rechten op { $file }. Er is niets opgeslagen. Vraag uw beheerder om lees- en schrijfrechten op deze plek, of kies een andere.
store-read-only = { $file } is voor u alleen te lezen: u kunt de zaken bekijken, maar niets opslaan. Vraag uw beheerder om schrijfrechten, en kijk of de schijf tegen schrijven is beveiligd.
store-folder-in-place = Op de plaats van bestand { $file } staat een map. Geef die map een andere naam en zet het bestand terug, zo nodig uit een reservekopie.
store-disk-full = De schijf is vol: { $file } kan niet worden geschreven. Er is niets opgeslagen. Maak ruimte op de schijf en sla opnieuw op.
store-disk-failed = De schijf geeft een fout bij { $file }: { $reason }. Er is niets opgeslagen. Kijk of de schijf nog is aangesloten en sla opnieuw op; blijft de fout, vraag dan uw beheerder om een andere schijf en een reservekopie.
store-last-backup = De laatste reservekopie waar het in staat is { $backup }. Zet die terug: in het venster met Reservekopieën…, of met peildatum backup restore { $backup }.
store-no-backup = Er staat geen reservekopie van in de map backups. Laat het bestand staan zoals het is en vraag uw beheerder om een kopie.
store-other-team = In bestand { $file } staat wat van { $holds } is. Daar hoort het bestand van { $team } te staan: waarschijnlijk is er een ander bestand overheen gezet. Het wordt niet gebruikt en er is niets aan veranderd.
store-other-vault = Bestand { $file } hoort bij een andere kluis dan gedeeld.db in dezelfde map. Het wordt niet gebruikt en er is niets aan veranderd.
store-other-program = Bestand { $file } is van een ander programma dan Peildatum. Het wordt niet gebruikt en er is niets aan veranderd.
store-foreign-log = Bestand { $log } hoort bij een ander exemplaar van { $file }: waarschijnlijk is er een kopie teruggezet terwijl dit bestand er nog naast stond. Samen zouden ze zaken door elkaar halen. Daarom is er niets geopend en niets veranderd. Zet de reservekopie terug met Peildatum zelf (peildatum backup restore), of laat peildatum doctor --repair dit bestand opzijzetten: wat erin staat, is na de kopie opgeslagen.
store-newer = Bestand { $file } is gemaakt met een nieuwere versie van Peildatum (bestandsversie { $version }, dit programma kent { $supported }). Installeer de nieuwste versie en open het opnieuw.
store-old-sqlite = Dit programma is gebouwd met SQLite { $version }. Die versie kan gegevens verliezen; nodig is 3.51.3 of nieuwer. Installeer een nieuwere versie van Peildatum.
store-clock-off = De klok van deze computer staat op { $now }. Zet de datum goed en open de kluis opnieuw: elke wijziging wordt met haar moment bewaard.
store-synced-folder = Map { $folder } wordt gesynchroniseerd door { $service }. Dat kopieert een kluis terwijl erin wordt gewerkt, en dan raakt zij beschadigd of staan uw gegevens bij een ander. Kies een map die niet wordt gesynchroniseerd.
store-network-share = Map { $folder } staat op een netwerkschijf. Daar kunnen gegevens beschadigd raken. Kies een map op een schijf van deze computer.
store-stopped = Gestopt. Er is niets opgeslagen.
store-busy = Bestand { $file } is te lang in gebruik door een ander venster of programma. Er is niets opgeslagen. Wacht even en probeer het opnieuw.
store-disk = { $path } kan niet worden gelezen of geschreven: { $reason }. Controleer of de schijf ruimte heeft en of u er rechten op hebt.
store-sqlite = Bestand { $file } geeft een fout: { $reason }. Er is niets opgeslagen. Controleer of de schijf ruimte heeft en probeer het opnieuw.
## Register

yes = ja
no = nee

value-not-a-date = “{ $value }” is geen datum die bestaat. Schrijf de datum als dag-maand-jaar, bijvoorbeeld 31-12-2024.
value-not-a-date-time = “{ $value }” is geen datum met tijd die bestaat. Schrijf die bijvoorbeeld als 31-12-2024 22:15.
value-not-a-choice = “{ $value }” is geen keuze. Kies uit: { $offered }.
value-not-a-number = “{ $value }” is geen getal. Schrijf alleen cijfers, bijvoorbeeld 12 of 7,5.
value-number-too-large = “{ $value }” is te groot om mee te tellen. Schrijf een getal onder 1.000.000.000.000.
value-too-many-decimals = “{ $value }” heeft te veel cijfers achter de komma. Rond het getal af op hoogstens drie.
value-not-a-year = “{ $value }” is geen jaar. Schrijf vier cijfers, bijvoorbeeld 2024.
value-not-yes-or-no = “{ $value }” is geen ja of nee. Schrijf ja of nee.
value-not-a-postcode = “{ $value }” is geen postcode. Schrijf vier cijfers en twee letters, bijvoorbeeld 2712 AH.

fault-no-begin = Het begin ontbreekt. Vul de datum in waarop de zaak begon.
fault-end-before-begin = Het einde { $end } ligt vóór het begin { $begin }. Verbeter een van beide datums.
fault-overlap = De zaak is heropend op { $opened }, maar liep toen nog of was nog niet begonnen. Verbeter de datums.
fault-event-with-end = In dit register heeft een gebeurtenis geen einde. Haal de einddatum weg.
fault-unknown-choice = “{ $choice }” is geen keuze in dit register. Kies een andere waarde.
fault-unknown-entry-kind = Dit register kent het onderdeel “{ $kind }” van de tijdlijn niet. Kies een ander onderdeel.
fault-unknown-flag = Dit kenmerk van de uitkomst bestaat niet in dit register. Haal het weg.
fault-wrong-kind = Deze waarde past niet bij het soort veld. Vul het veld opnieuw in.
fault-number-too-large = Dit getal is te groot om mee te tellen. Vul een getal onder 1.000.000.000.000 in.
fault-text-too-long = Deze tekst is te lang: hier passen hoogstens { $most } tekens. Kort de tekst in, of voeg een document toe als bijlage.
fault-flag-of-other-outcome = Dit kenmerk hoort bij een andere uitkomst. Verbeter de uitkomst, of zet het kenmerk op nee.
fault-born-after-begin = De geboortedatum { $born } ligt na het begin van de zaak. Verbeter een van beide datums.
fault-missing = Vul dit in: het mag niet leeg blijven.
fault-missing-from = Vul dit in: vanaf “{ $status }” moet het bekend zijn.
fault-missing-at-end = Vul dit in: zonder dit kan de zaak niet worden afgesloten.
fault-status-of-running = “{ $status }” kan niet: de zaak is afgesloten. Kies een status van een afgesloten zaak.
fault-status-of-ended = “{ $status }” kan niet: de zaak loopt nog. Kies een status van een lopende zaak, of sluit de zaak af.
fault-no-outcome = Kies waarmee de zaak eindigt.

definition-shape = Dit kan niet worden gelezen: { $value }.
definition-missing = De sleutel “{ $value }” ontbreekt. Voeg die toe.
definition-unknown = De sleutel “{ $value }” bestaat niet. Wat hier kan staan: { $expected }.
definition-not-one-of = “{ $value }” kan hier niet. Wat hier kan staan: { $expected }.
definition-reserved-name = “{ $value }” kan niet: naar een team heet een bestand, en deze naam houdt Windows voor een apparaat. Kies een andere naam.
definition-depends-on-itself = Het veld “{ $value }” hangt met only_with af van een veld dat zelf weer van “{ $value }” afhangt. Zo wordt geen van beide ooit gevraagd. Haal een van de twee weg.
definition-bad-id = “{ $value }” is geen goede id. Gebruik kleine letters, cijfers en streepjes, bijvoorbeeld de-leyens.
definition-taken = De id “{ $value }” wordt al gebruikt of hoort bij elk register. Kies een andere id.
definition-bad-area = “{ $value }” is geen postcodegebied. Schrijf vier cijfers, bijvoorbeeld 2712.
definition-ends-first = De laatste dag { $until } ligt voor de eerste dag { $from }. Kies een latere laatste dag.
definition-goes-round = “{ $value }” gaat verder als een keuze die zelf verdergaat als “{ $value }”. Kies een andere keuze.
definition-not-countable = Een veld van het soort “{ $value }” kan niet worden geteld. Haal “counted” weg.
definition-only-numbers-weigh = Alleen een getal met “counted = true” heeft een gewicht. Haal “weight” weg of tel dit veld.
definition-entry-not-counted = Een veld wordt alleen geteld als “{ $value }” zelf geteld wordt. Zeg onder “counted” hoe één en meer ervan heten, of haal hier “counted” weg.
definition-one-quantity = Een tabel rekent één ding uit, en dat is al “{ $value }”. Maak er een tweede tabel van.
definition-second-birth-date = Leeftijden volgen uit één geboortedatum, en dat is al “{ $value }”. Haal hier “counted” weg.
definition-second-birth-date-of = Van “{ $value }” is al een geboortedatum. Van iedereen is er één.
definition-only-yes-no-follows-age = Alleen een veld van het soort “yes-no” volgt uit een leeftijd. Haal “younger_than” hier weg.
definition-only-birth-dates-are-of = Alleen een geboortedatum is van iemand. Haal “of” hier weg.
definition-about-whom = Er is meer dan één persoon of geboortedatum. Zeg over wie een zaak gaat met [about] person = “…”, een van: { $value }; en zeg bij diens geboortedatum met “of” van wie die is.
definition-police-is-not-shared = Wat van de politie komt, wordt niet gedeeld (Wpg). Zet “shareable” op false.
definition-reporter-is-not-shared = Wie meldde, wordt niet gedeeld. Zet “shareable” op false.
definition-shared-without-reason = Een gegeven met sensitivity “{ $value }” wordt alleen gedeeld als hier staat waarom. Zet “shareable” op false, of geef de reden met de sleutel shared_because.
definition-bands-must-rise = Elke grens moet hoger zijn dan de vorige, en hoger dan nul, bijvoorbeeld [12, 18, 23].
definition-no-choices = Dit veld heeft nog geen keuzes. Voeg keuzes toe of verwijs met “choices_from” naar een lijst.
definition-choices-on-other = Een veld van het soort “{ $value }” heeft geen keuzes. Haal de keuzes weg of kies het soort “choice”.
definition-too-many-choices = Dit veld heeft { $count } keuzes. Een veld met meer keuzes tegelijk kan er hoogstens { $most } hebben.
definition-too-many-flags = Bij de uitkomsten staan { $count } vlaggen. Het kunnen er hoogstens { $most } zijn.
definition-one-span = Een termijn heeft precies één lengte: “hours”, “days”, “months” of “years”.
definition-spell-needs = Een register met zaken die lopen heeft “{ $value }” nodig. Voeg dat toe.
definition-event-has-no = Een register met gebeurtenissen heeft geen “{ $value }”. Haal dat weg.

## Import

import-not-found = Het bestand { $file } bestaat niet. Controleer de naam en de map.
import-not-a-file = { $file } is geen bestand. Kies een bestand, geen map of iets anders.
import-cannot-open = Het bestand { $file } kan niet worden geopend. Controleer of u het mag lezen en of het niet in een ander programma openstaat.
import-not-a-table = Het bestand { $file } is geen CSV of Excel, of het is beschadigd. Sla het opnieuw op als CSV of Excel.
import-protected = Het bestand { $file } heeft een wachtwoord. Open het in Excel, sla het op zonder wachtwoord en kies het opnieuw.
import-formula-errors = In het bestand { $file } (xlsb) staan formules met een fout, zoals #N/B. Die kunnen niet worden gelezen. Sla het in Excel op als xlsx.
import-unreadable = Het bestand { $file } kan niet worden gelezen. Open het in Excel en sla het op als een nieuw bestand (xlsx of CSV).
import-changed = Het bestand { $file } is gewijzigd terwijl het werd gelezen. Kies het opnieuw.
import-no-sheet = In het bestand { $file } is geen blad “{ $sheet }”. De bladen van het bestand zijn: { $sheets }.
import-no-header-row = In het bestand { $file } staat in rij { $row } niets wat de namen van de kolommen kan zijn. Kies een rij bovenaan waarin iets staat.
import-too-many-columns = In het bestand { $file }, rij { $row }, staat meer dan 16.384 kolommen. Haal weg wat rechts van de tabel staat, of controleer of het een tabel is.
import-too-many-rows = Het bestand { $file } heeft meer dan 1.048.576 rijen. Verdeel het over bestanden met minder rijen.
import-too-much-text = In het bestand { $file }, rij { $row }, staat meer tekst dan in een cel past. Maak de tekst korter, of controleer of er een aanhalingsteken ontbreekt.
import-too-much-content = Het bestand { $file } is te groot om te lezen. Sla alleen het blad met de tabel op als een nieuw bestand (xlsx of CSV).
import-open-quote = In het bestand { $file }, rij { $row }, staat een aanhalingsteken dat niet wordt gesloten. Zet er een bij of haal het weg.
import-no-header = In het bestand { $file } staat niets. Zet in de eerste rij de namen van de kolommen.
import-no-rows = In het bestand { $file } staan alleen namen van kolommen. Zet daaronder de rijen die u wilt inlezen.

names-and-more = { $names } en nog { $count }
import-unknown-column = Er is geen kolom “{ $column }”. De kolommen van het bestand zijn: { $columns }.
import-unknown-field = Er is geen veld “{ $field }”. De velden van dit register zijn: { $fields }.
import-two-columns = De kolommen “{ $first }” en “{ $second }” zijn allebei “{ $field }”. Geef er in het bestand een een andere naam, of kies op de opdrachtregel met --map "KOLOM={ $field }".
import-no-begin-column = Geen kolom is “{ $begin }”. Geef de kolom met het begin die naam, of wijs die op de opdrachtregel aan met --map "KOLOM=begin". De kolommen van het bestand zijn: { $columns }.

import-in-row = Rij { $row }: { $problem }
import-in-column = Rij { $row }, kolom “{ $column }”: { $problem }
import-too-many-cells = Er staat meer in de rij dan de { $columns } { $columns ->
    [one] kolom
   *[other] kolommen
} van het bestand: “{ $value }”. Zet een tekst met een scheidingsteken erin tussen aanhalingstekens.
import-too-many-cells-in-workbook = Er staat meer in de rij dan de { $columns } { $columns ->
    [one] kolom
   *[other] kolommen
} van het bestand: “{ $value }”. Geef ook de kolom waarin dit staat een naam.
import-no-begin = “{ $begin }” ontbreekt. Vul de datum in, bijvoorbeeld 31-12-2024.
import-number-twice = Nummer “{ $number }” staat al in rij { $first }. Geef elke zaak één rij, of geef deze zaak een ander nummer.
import-merged = Zaak { $number } is samengevoegd met een andere zaak, en deze rij zegt er iets nieuws over. Zoek { $number } op en verbeter de zaak waarmee hij is samengevoegd.
import-not-from-here = Zaak { $number } is hier niet bekend zoals dit blad hem heeft: het komt uit een ander register, een andere kluis of een latere kopie. Importeer het waar het vandaan komt, of maak nummer en versie leeg; dan wordt de rij een nieuwe zaak.
import-changed-meanwhile = Sinds de export is { $thing } hier gewijzigd: { $actor } maakte er op { $date } "{ $stored }" van, dit blad maakt er "{ $row }" van. Kies welke van de twee geldt.
import-other-year = “{ $given }” kan niet: de zaak met nummer “{ $number }” begon op { $known }, in een ander jaar. Verbeter de datum, of geef deze zaak een ander nummer.
import-not-closed = “{ $value }” kan niet: de zaak is niet afgesloten. Vul de einddatum in, of haal deze waarde weg.
import-status-of-ended = “{ $value }” kan niet: de zaak heeft geen einddatum. Vul de einddatum in, of kies een andere status.
import-status-of-running = “{ $value }” kan niet: de zaak is afgesloten. Kies een status van een afgesloten zaak, of haal de einddatum weg.
import-flag-of-other-outcome = “{ $value }” kan niet: “{ $flag }” hoort alleen bij { $outcomes }. Verbeter de uitkomst, of zet “{ $flag }” op nee.
import-contradict = “{ $first }” en “{ $second }” staan voor hetzelfde veld. Verbeter een van beide, of koppel maar een van de kolommen.
import-date-order = “{ $value }” kan op twee manieren een datum zijn. Zeg of de dag of de maand voorop staat.
import-stopped = Gestopt. Er is niets ingelezen.
import-dates-day = In kolom “{ $column }” staat de dag voorop, zoals in { $example }.
import-dates-month = In kolom “{ $column }” staat de maand voorop, zoals in { $example }.
import-dates-year = In kolom “{ $column }” staat het jaar voorop, zoals in { $example }.
import-dates-assumed = In kolom “{ $column }” kan elke datum op twee manieren worden gelezen, zoals { $example }. Ze zijn gelezen met de dag voorop. Staat de maand voorop, gebruik dan --date-order month.
import-dates-asked = In kolom “{ $column }” kunnen datums op twee manieren worden gelezen, zoals { $example }. Kies met --date-order day of --date-order month.
import-blank = Hier staat niets. Vul deze cel in.
import-lacks = { $field }: { $problem }
import-row-twice = Dit staat al in rij { $first }. Haal een van beide rijen weg.
import-reason = Ingelezen uit { $file }

## The desk: commands
command-search = Zoeken
    .about = Zoek een zaak, een scherm of een actie
command-new-case = Nieuw in dit register
    .about = Een nieuwe zaak of melding in het register dat open is
    .words = toevoegen, melding maken, aanmaken, invoeren, registreren
command-edit-case = Bewerken
    .about = Wijzig de velden van de zaak
    .words = wijzigen, veranderen, aanpassen, corrigeren
command-finish-case = Afsluiten…
    .about = Sluit de zaak af, met de uitkomst
    .words = afronden, sluiten, beëindigen, klaar
command-reopen-case = Heropenen…
    .about = Open een afgesloten zaak opnieuw
    .words = opnieuw openen, terugdraaien
command-save = Opslaan
    .about = Bewaar wat u hebt getypt
    .words = bewaren, vastleggen
command-discard = Weggooien
    .about = Gooi weg wat u hebt getypt; dat kunt u terughalen
    .words = annuleren, verwijderen, wissen
command-close = Sluiten
    .about = Verlaat wat bovenop ligt; wat u typte blijft als concept
    .words = terug, verlaten
command-enter-many = Meer tegelijk invoeren
    .about = Typ of plak nieuwe zaken als rijen in een tabel, zoals in Excel
    .words = tabel, invoeren, plakken, grid, meerdere, excel, rijen, rooster
command-import = Importeren…
    .about = Lees een bestand van Excel of CSV in dit register
    .words = inlezen, excel, csv, bestand openen, uploaden
command-import-do = Inlezen
command-figures = Cijfers
    .about = De tabel, de balans en de grafiek van een register
    .words = grafiek, tabel, kruistabel, statistiek, kaart, jaarverslag, aantallen, per wijk
command-previous-period = Vorige periode
    .about = Eén jaar, kwartaal of maand terug
    .words = vorig jaar, vorige maand, vorig kwartaal, jaar terug
command-next-period = Volgende periode
    .about = Eén jaar, kwartaal of maand verder
    .words = volgend jaar, volgende maand, volgend kwartaal, jaar verder
command-today = Peildatum vandaag
    .about = De cijfers staan op vandaag
    .words = nu, huidige stand
command-choose-date = Peildatum kiezen…
    .about = Typ de datum waarop de cijfers staan
    .words = datum, stand op, jaar kiezen, 31 december
command-period = { $step ->
    [year] Per jaar
    [quarter] Per kwartaal
   *[month] Per maand
    }
    .about = De cijfers gaan over een jaar, een kwartaal of een maand
command-register = { $register }
    .about = De lijst met zaken van dit register
command-copy-table = Tabel kopiëren
    .about = Zet de tabel op het klembord, voor Excel of Word
    .words = tabel voor word, tabel plakken, klembord
command-copy-chart = Grafiek kopiëren
    .about = Zet de grafiek op het klembord als afbeelding, voor Word of een presentatie
    .words = grafiek plakken, afbeelding, plaatje, klembord
chart-copied = De grafiek staat op het klembord; plak hem in Word of in een presentatie.
export-cut-off = Een Excelblad is vol: { $count } { $count ->
        [one] zaak staat
       *[other] zaken staan
    } er niet in. Kies CSV voor de hele lijst.
export-rows = { $count ->
    [one] 1 rij
   *[other] { $count } rijen
}
command-export = Exporteren…
    .about = Zet wat op het scherm staat in een bestand: Excel, CSV, een tabel voor Word, een afbeelding
    .words = afdrukken, printen, opslaan als, excel, csv, downloaden, bestand maken
export-title = Exporteren
export-xlsx = Excel
export-editable = Excel om te bewerken
export-csv = CSV voor Excel
export-rfc4180 = CSV met komma’s
export-html = Tabel voor Word
export-png = Afbeelding
export-svg = Tekening (svg)
export-json = JSON
export-cases = Zaken achter de cijfers
export-without-cases = Alleen de cijfers
export-with-cases = Ook de zaken
export-cases-warning = Er komt een tweede blad in het bestand met de nummers van de zaken achter elk cijfer. Verder staat er niets van de zaken in.
export-for = Voor wie
export-for-team = Voor het team
export-for-partner = Om te delen met een partner
export-recipient = Aan wie
export-ground = Op welke grond
export-for-partner-how = Alleen wat deelbaar is staat erop; geen melder en geen vrije tekst. Op elke zaak wordt vastgelegd aan wie u de lijst gaf en op welke grond.
export-made-at = Bestand gemaakt: { $file }
chart-not-drawn = De grafiek kan niet als afbeelding worden gemaakt: { $reason }. Exporteer de tabel, of maak de grafiek kleiner met een filter.
landmark-navigation = Navigatie
landmark-top-bar = Zoeken en peildatum
landmark-page = Pagina
landmark-case = Zaak
landmark-status-bar = Statusbalk
panel-navigation = Breedte van de navigatie
panel-case = Breedte van de zaak
command-wider-navigation = Navigatie breder
    .about = Geef de navigatie links meer ruimte
command-narrower-navigation = Navigatie smaller
    .about = Geef de navigatie links minder ruimte
command-wider-case = Zaak breder
    .about = Geef de zaak naast de lijst meer ruimte
command-narrower-case = Zaak smaller
    .about = Geef de zaak naast de lijst minder ruimte
command-usual-panels = Gewone breedte
    .about = Zet navigatie en zaak terug op hun gewone breedte
    .words = breedte herstellen
command-who-am-i = Wie ben ik…
    .about = Uw naam en initialen; ze staan bij wat u vastlegt
    .words = naam, gebruiker, account, initialen, inloggen
command-appearance = Weergave van het scherm…
    .about = Licht of donker, en hoe groot alles staat
    .words = grootte, zoomen, lettergrootte, donker, licht, contrast, instellingen
command-larger = Alles groter
    .about = Letters, tabellen en knoppen een stap groter
    .words = zoomen, inzoomen, lettergrootte
command-smaller = Alles kleiner
    .about = Letters, tabellen en knoppen een stap kleiner
    .words = zoomen, uitzoomen, lettergrootte
command-usual-size = Gewone grootte
    .about = Alles weer op 100%
    .words = zoomen, 100%
size-now = Alles staat nu op { $percent }%.
appearance-title = Weergave van het scherm
appearance-theme = Kleuren
appearance-density = Afstand
density-roomy = Ruim
density-compact = Compact
appearance-size = Grootte
appearance-size-keys = Of met Ctrl + en Ctrl −; Ctrl 0 is weer 100%.
who-title = Wie bent u?
who-why = Uw naam komt te staan bij wat u vastlegt. Zo vindt u ook de zaken van uzelf.
who-name = Naam
who-initials = Initialen
who-done = Dit ben ik
who-name-missing = Typ een naam.
command-theme = Licht of donker
    .about = Licht, donker, of zoals het systeem
    .words = donkere modus, kleuren, thema, contrast
command-language = English
    .about = Switch the screen to English
    .words = taal, engels
command-vaults = Andere kluis…
    .about = Open een andere map met zaken
    .words = map openen, andere database, voorbeelden
command-backups = Reservekopieën…
    .about = Maak een reservekopie, probeer er een, of zet er een terug
    .words = backup, back-up, terugzetten, herstellen, kopie, restore, kwijt
command-diagnose = Diagnose maken…
    .about = Maak een tekstbestand voor de helpdesk, zonder iets uit zaken
    .words = helpdesk, storing, fout melden, versie
command-help = Hulp en sneltoetsen
    .about = De handleiding, alle acties met hun toetsen en de woorden van de cijfers
    .words = handleiding, uitleg, toetsen, sneltoets

## The desk: around every screen
navigation-figures = Verantwoording
foot-name = { $name }, instellingen en hulp
figures = Cijfers
search-hint = Zoek zaaknummer, adres, naam of actie
search-found = Gevonden
search-nothing = Niets gevonden. Zoek op het begin van een woord, een adres of een zaaknummer.
search-busy = Zoeken…
top-period = Periode { $period }
top-reference-date = Peildatum { $date }
reference-date = Peildatum
date-today = Vandaag
date-end-of-month = Eind vorige maand
date-end-of-quarter = Eind vorig kwartaal
date-end-of-year = Eind vorig jaar
period-quarter = { $number }e kwartaal
period-short-quarter = { $number }e kw
period-so-far = { $period } t/m { $day }
month-short-01 = jan
month-short-02 = feb
month-short-03 = mrt
month-short-04 = apr
month-short-05 = mei
month-short-06 = jun
month-short-07 = jul
month-short-08 = aug
month-short-09 = sep
month-short-10 = okt
month-short-11 = nov
month-short-12 = dec
month-01 = januari
month-02 = februari
month-03 = maart
month-04 = april
month-05 = mei
month-06 = juni
month-07 = juli
month-08 = augustus
month-09 = september
month-10 = oktober
month-11 = november
month-12 = december
status-busy = Bezig…
status-saved = Alles opgeslagen
status-vault = Kluis: { $vault }
status-help = F1 Hulp en sneltoetsen
theme-system = Zoals uw systeem
theme-light = Licht
theme-dark = Donker
settings-not-saved = Uw voorkeuren zijn niet opgeslagen: { $reason }. Uw zaken zijn wel veilig.
loading = Wordt opgehaald…
browse = Bladeren…
folder = Map
number = Nummer
duration = Looptijd
total = Totaal
filter = Filter
filter-remove = Filter { $filter } weghalen
police-hint = van de politie: niet doorzoekbaar

## The desk: the first screen
first-screen = Zaken registreren, en op elke peildatum cijfers die kloppen.
first-screen-vault = Uw kluis
first-screen-vault-text = Een kluis is een map op deze computer met één bestand per team. Kies een map die alleen uw team kan openen, niet op een netwerkschijf.
first-screen-open = Kluis openen
first-screen-create = Nieuwe kluis maken
first-screen-exists = In deze map staat een kluis.
first-screen-is-new = In deze map staat nog geen kluis.
first-screen-demo = Eerst rondkijken
first-screen-demo-text = Een aparte kluis met verzonnen zaken van een hele gemeente, over de laatste jaren. Niets daarvan komt in uw eigen kluis.
first-screen-look-around = Rondkijken met voorbeelden
window-cannot-open = Hier kan geen venster open ({ $reason }). Gebruik Peildatum op een computer met beeldscherm, probeer --renderer glow of --renderer wgpu, of werk zonder venster met init, demo --no-window, import, table, balance, series en cases (zie --help).
vault-none-open = Er is geen kluis open. Open eerst een kluis.
vault-service-gone = Het programma kan niet meer bij de kluis, en opslaan kan niet meer. Wat u nog typt, wordt naast de kluis bewaard en komt terug als concept. Sluit Peildatum en open het opnieuw.
vault-request-failed = Er ging iets mis in het programma, en de kluis is opnieuw geopend. Kijk in de lijst of uw laatste handeling is opgeslagen; wat u typte staat er nog. Gebeurt het nog eens, maak dan een diagnose voor uw beheerder.
vault-lost = De kluis kan niet meer worden geopend, en opslaan kan nu niet. { $why } Wat u typt, wordt intussen bewaard in map { $folder } en komt terug als concept zodra de kluis weer opengaat. Peildatum probeert dat steeds opnieuw.
vault-lost-by-fault = Er ging iets mis in het programma.
vault-back = De kluis is weer open. Wat u intussen typte, staat bij de concepten.
banner-copy = Kopiëren
banner-unwritable = { $registers }: { $why }
status-message-above = Zie de melding hierboven.
vault-unreadable-counts = De telgegevens van { $register } zijn niet leesbaar. Sluit Peildatum en open de kluis opnieuw; helpt dat niet, zet dan de laatste reservekopie terug.

## The desk: lists
list-name = { $register }, { $count } rijen
list-running = Lopend
list-finished = Afgerond
list-all = Alle
list-subtitle-running = { $shown } lopende { $cases }
list-subtitle-waiting = { $begun } lopende { $cases }, { $waiting } in voorbereiding
list-subtitle-finished = { $shown } afgeronde { $cases }
list-subtitle-all = { $shown } van { $all } { $cases }
list-subtitle-figure = { $shown } { $cases } achter dit cijfer, stand op { $date }
list-selected = { $count ->
    [one] 1 gekozen
   *[other] { $count } gekozen
}
list-two-lines = Adres of naam, nummer en kenmerken
list-due-and-owner = Uiterlijk, behandelaar
list-choose = Kiezen
list-selected-one = Gekozen
list-selected-none = Loslaten
list-copy = Kopiëren
list-copied = { $count } { $cases } op het klembord
list-of-running = Lopende { $cases } op { $date }
list-of-finished = Afgeronde { $cases } tot en met { $date }
list-of-all = Alle { $cases }, stand op { $date }
list-of-chosen = Gekozen { $cases }, stand op { $date }
list-of-figure = De zaken achter dit cijfer: { $figure }
list-shared = Sommige gegevens staan niet of anders op deze lijst.
list-shared-with = Voor { $recipient }, op grond van: { $ground }
list-given = { $title }: { $columns }
list-shared-words = woorden
list-shared-no-recipient = Vul in wie de lijst krijgt.
list-shared-no-ground = Vul in op welke grond u de lijst deelt.
list-shared-no-cases = Er staat geen zaak op deze lijst.
list-shared-betrays = Deze lijst is gefilterd of gegroepeerd op { $fields }. Dat mag de ontvanger niet weten, en wie op de lijst staat zou het verraden. Haal dat weg en deel de lijst dan.
list-shared-unrecordable = Het register kan niet vastleggen aan wie deze lijst is gegeven. Er is geen bestand gemaakt. Kijk of de soort “verstrekking” in Beheer de velden heeft met de rollen direction, party, ground en list.
list-shared-recorded = { $count ->
    [one] Op 1 zaak is vastgelegd aan wie de lijst is gegeven
   *[other] Op { $count } zaken is vastgelegd aan wie de lijst is gegeven
}
dpia-missing = Voor dit register is nog geen DPIA vermeld. Wie het beheert, zet de datum ervan in de definitie.
dpia-missing-here = Deze definitie noemt nog geen DPIA. Zet de datum erin met [dpia] en daaronder established = "…".
dpia-read = Gelezen
dpia-established = DPIA vastgesteld op { $date }
list-held-back = Niet meegegeven, omdat het van de politie komt: { $fields }
bulk-begin = Wijzigen…
bulk-close-begin = Afsluiten…
bulk-close-title = { $count } { $cases } afsluiten
bulk-close-look = Verder
bulk-close-do = Afsluiten
bulk-close-needs-day = Vul een datum in, bijvoorbeeld 31-12-2025 of v van vandaag.
bulk-lacking = { $count ->
    [one] 1 mist nog iets. Vul het hieronder in; anders blijft die zoals die is.
   *[other] { $count } missen nog iets. Vul het hieronder in; wat leeg blijft, blijft zoals het is.
}
bulk-lacking-all = Voor alle die het missen
bulk-lacking-rest = En nog { $count }: die komen hierna.
bulk-hint = Typ wat de zaken krijgen, bijvoorbeeld een wijk of een status
bulk-only-ended = alleen als de zaak al is afgesloten
bulk-nothing-selected = Kies eerst zaken in de lijst: met Spatie, of met Shift en de pijltjes.
bulk-title = { $count } { $cases } wijzigen
bulk-do = Wijzigen
bulk-back = Iets anders kiezen
bulk-change = { $count } { $cases }: { $change }
bulk-other-changes = { $count } { $cases } met andere wijzigingen
bulk-already-so = { $count ->
    [one] 1 staat al zo
   *[other] { $count } staan al zo
}
bulk-refused = { $count ->
    [one] 1 wordt geweigerd en blijft zoals die is
   *[other] { $count } worden geweigerd en blijven zoals ze zijn
}
bulk-and-more = { $numbers } en nog { $count }
bulk-changed-meanwhile = { $number } is intussen door iemand anders gewijzigd. Er is nog niets opgeslagen. Hieronder staat wat er nu gebeurt.
bulk-done = { $count } { $cases } gewijzigd: { $given }
group-hint = Typ waarop u wilt groeperen, bijvoorbeeld wijk
group-menu = Groepen
sort-chip = Op { $column }
sort-menu = Sorteren
sort-ascending = oplopend
sort-descending = aflopend
last-contact = Laatste contact
group-none = Niet meer groeperen
group-chip = Per { $field }
group-remove = Groepen weghalen: { $group }
group-with-others = { $count ->
    [one] 1 ook met een andere keuze
   *[other] { $count } ook met een andere keuze
}
list-empty = Hier komen uw { $cases }
list-empty-next = Begin met Ctrl N, of lees met Ctrl I een bestand uit Excel in.
list-nothing-fits = Geen { $cases } in deze weergave
list-nothing-fits-next = Haal een filter weg, of kies Alle.
due-late = { $days ->
    [one] 1 dag te laat
   *[other] { $days } dagen te laat
}
due-today = vandaag
due-in = { $days ->
    [one] morgen
   *[other] { $days } dagen
}

## The desk: a case
case-since = sinds { $date }
case-on = { $date }
case-close-panel = Zaak sluiten
case-history = Tijdlijn
case-changed = Gewijzigd
case-by = door { $actor }
case-due = Uiterlijk { $date }
case-saved = { $number } is opgeslagen
case-closed = { $number } is afgesloten
spell-since = sinds { $date }

## The desk: forms
form-change = { $number } bewerken
form-finish = { $number } afsluiten
form-reopen = { $number } heropenen
form-does-finish = { $case } afsluiten
form-does-reopen = { $case } heropenen
form-cancel = Annuleren
form-saving = Wordt opgeslagen…
form-vault-lost = Niet opgeslagen: de kluis is niet bereikbaar
form-has-faults = { $count ->
    [one] Nog niet opgeslagen: bij één veld klopt iets niet
   *[other] Nog niet opgeslagen: bij { $count } velden klopt iets niet
}
form-not-counted-yet = Nog niet opgeslagen, telt nog niet mee
form-not-saved-yet = Wijzigingen zijn nog niet opgeslagen
case-course = Verloop
form-reopened-on = Heropend op
age-says-otherwise = Volgens de geboortedatum { $years } jaar op { $day }.
form-needs-begin = Vul een begindatum in, bijvoorbeeld 21-11-2026 of v voor vandaag.
form-needs-reopen = Vul de dag in waarop de zaak weer opengaat.
form-several = meer dan één mag
form-other-district = Andere { $field }
form-choose-district = Kies { $field }
form-district-follows = volgt uit de postcode
form-district-by-postcode = uit postcode { $postcode }
form-district-may-be = uit postcode { $postcode }, kan ook { $other } zijn
form-district-which = past bij postcode { $postcode }
form-district-unknown = niet bekend bij postcode { $postcode }
form-nothing-typed = Vul eerst iets in. Een leeg formulier is nog geen { $case }.
form-address-needs-number = Vul ook een huisnummer of een straat in.
form-from-earlier-cases = uit eerdere zaken
form-after-saving = Na het opslaan
form-on-whose-list = Op de lijst van { $name }
form-waits = Uw concept staat boven de lijst.
address-postcode = Postcode
address-huisnummer = Huisnummer
address-toevoeging = Toevoeging
address-straat = Straat
date-hint = dd-mm-jjjj
date-time-hint = dd-mm-jjjj uu:mm
hint-required = verplicht
hint-tab = volgend veld
hint-letter = eerste letter kiest
hint-purpose = Waarom dit wordt vastgelegd
conflict = { $number } is intussen ook door iemand anders gewijzigd. Wat u typte staat er nog. Kies per onderdeel wat er moet staan en sla op.
conflict-apply = Zo opslaan
conflict-keep = Mijn wijzigingen weggooien
conflict-was = Was
conflict-theirs = Nu opgeslagen
conflict-mine = Uw invoer
conflict-takes-theirs = Dit blijft zoals het nu is opgeslagen.
conflict-takes-mine = Dit wordt opgeslagen zoals u het typte.
conflict-takes-both = Dit gaat samen: beide wijzigingen blijven.
conflict-choose-mine = Mijn invoer
conflict-choose-theirs = Wat nu is opgeslagen
conflict-which = { $thing }: wat moet er staan

## The desk: the overview
overview = Overzicht
command-overview = Overzicht
    .about = Alle registers op één scherm, op de peildatum
    .words = dashboard, alles, startscherm, stand van zaken
overview-title = Overzicht { $period }
overview-subtitle = Stand op { $date }, zoals nu bekend
overview-compare = Vergelijk met { $period }
overview-slider = Peildatum verschuiven, nu { $date }
overview-move-to = Stand op { $date }
overview-today = vandaag
overview-cards = Registers
overview-others = Andere registers
overview-look-at = Toon { $register } hieronder
overview-in = + { $count } in
overview-out = − { $count } uit
overview-reopened = + { $count } heropend
overview-before = { $count } in { $period }
overview-late = { $count ->
    [0] niets te laat
   *[other] { $count } te laat
}
overview-week = { $count } deze week
overview-now = nu { $what }
overview-register = Register
overview-column-in = In
overview-column-out = Uit
overview-column-late = Te laat
overview-column-late-now = Nu te laat
overview-column-trend = Verloop
overview-by = { $register } naar { $field }
overview-years = { $register } per jaar
overview-up-to = steeds t/m { $day }
overview-oldest = sinds { $date }
overview-open-work = Openen
overview-open-work-of = Werk van { $register } openen
overview-indicators = Indicatoren { $year }
overview-indicator = Indicator
overview-budget = Begroting
overview-actual = Realisatie
overview-goal = Doel gehaald
overview-reached = Ja
overview-reached-lower = Ja, lager is beter
overview-missed = Nee
overview-not-yet = Nog niet bekend
overview-no-goal = Geen doel
overview-broken = * Anders gemeten dan dit jaar: de twee zijn niet te vergelijken.
overview-empty = Nog niets te overzien
overview-empty-next = Zodra er in een register iets staat, ziet u hier wat loopt, wat erbij komt en wat is afgerond.
chart = Grafiek

## The desk: figures
figures-table = Tabel
figures-named = Cijfers: { $figure }
figures-by = { $register } naar { $fields }
figures-what-behandeld = Behandelde { $cases }
figures-what-beginstand = Lopende { $cases } aan het begin
figures-what-instroom = Nieuwe { $cases }
figures-what-heropend = Heropende { $cases }
figures-what-afgerond = Afgeronde { $cases }
figures-what-eindstand = Lopende { $cases }
figures-what-aantal = Aantal { $cases }
figures-when = { $what } in { $period }, stand op { $date }
figures-copied = De tabel staat op het klembord; plak hem in Excel of Word.
figures-empty = Nog geen cijfers over { $register }
figures-empty-next = Zodra er iets geregistreerd of ingelezen is, staan de tabel en de grafiek hier.
figures-do-not-add-up = Een zaak kan hier bij meer dan één keuze horen: de delen tellen niet op tot het totaal.
figures-open-list = Openen als lijst
figures-more = en nog { $count }
## Figures

stand = Stand
status = Status
status-now = Status nu
unknown = Onbekend
running = Lopend
finished = Afgerond

dimension-jaar = Jaar van begin
dimension-maand = Maand van begin
dimension-jaar-einde = Jaar van einde
dimension-maand-einde = Maand van einde
dimension-duur = Duur
dimension-leeftijd-begin = Leeftijd bij begin
dimension-melders = Melders
reporters-een = Eén melder
reporters-meer = Meer melders
dimension-leeftijd = Leeftijd op peildatum
dimension-event-jaar = Jaar
dimension-event-maand = Maand
band-years = { $from } t/m { $to } jaar
band-years-open = { $from } jaar en ouder
band-days = { $from } t/m { $to } dagen
band-days-open = { $from } dagen of langer

measure-behandeld = Behandeld
measure-beginstand = Beginstand
measure-instroom = Instroom
measure-heropend = Heropend
measure-afgerond = Afgerond
measure-eindstand = Eindstand
measure-aantal = Aantal
balance-opening = {"Beginstand "}
balance-inflow = {" + instroom "}
balance-reopened = {" + heropend "}
balance-finished = {" = afgerond "}
balance-closing = {" + eindstand "}
toolbar-register = Register: { $value }
toolbar-rows = Rijen: { $value }
toolbar-columns = Kolommen: { $value }
toolbar-measure = Maat: { $value }
toolbar-against-plain = Ernaast
toolbar-against = Ernaast: { $value }
toolbar-none = geen
toolbar-fields = Velden
toolbar-derived = Jaar, maand, duur en leeftijd
toolbar-numbers-plain = Getallen
toolbar-numbers = Getallen: { $value }
numbers-quantity = Wat de getallen zeggen
numbers-shares = Als percentage
numbers-of-which = Waarvan { $field }
quantity-count = aantal
shares-row = % van de rij
shares-column = % van de kolom
shares-all = % van het geheel
against-none = niets
against-previous = vorige periode
against-year-before = een jaar eerder
chart-by = Naar { $field }
chart-total = Totaal
chart-years = Per jaar
chart-quarters = Per kwartaal
chart-months = Per maand
chart-kind-parts = Staven naar rij
chart-kind-years = Staven per periode
chart-kind-lines = Lijnen per periode
chart-kind-panels = Kleine grafieken per periode
chart-stacked = Gestapeld
chart-beside = Naast elkaar
chart-as-table = Als tabel
chart-as-chart = Als grafiek
chart-rest = en nog { $count } andere
chart-empty = In deze periode is er niets om te tekenen.
chart-share = { $share } % van { $total }
chart-one-scale = Alle kleine grafieken hebben dezelfde schaal, tot { $most }.
chart-too-many-parts = De grafiek toont de totalen: voor alle kolommen zijn er te weinig kleuren.
chart-describes-rows = { $title }, { $count ->
    [one] 1 rij
   *[other] { $count } rijen
}, { $highest } het hoogst met { $number }.
chart-describes-periods = { $title }, { $count ->
    [one] 1 periode
   *[other] { $count } perioden
}, { $from } – { $to }, { $highest } het hoogst met { $number }, de laatste { $last }.
chart-describes-lines = { $title }, { $count } lijnen, { $from } – { $to }, in { $period } { $highest } het hoogst met { $number }.
chart-describes-nothing = { $title }: er is niets om te tekenen.

## The desk: import
import-title = { $register } importeren
import-subtitle = Eerst kijken wat er zou gebeuren, dan pas inlezen
import-file = Bestand
import-file-hint = CSV of Excel; u kunt het ook in het venster slepen
import-look = Bekijken
import-all-or-nothing = Niets inlezen zolang er een rij wordt geweigerd
import-step-columns = Stap 1 van 2, koppelen · er is nog niets veranderd
import-step-rows = Stap 2 van 2, nakijken · er is nog niets veranderd
import-step-done = Klaar
import-check-rows = Rijen nakijken
import-back = Terug
import-skipped-columns = { $count ->
    [one] Eén kolom overgeslagen
   *[other] { $count } kolommen overgeslagen
}
import-skipped-warning = { $count ->
    [one] Eén kolom overgeslagen, { $cells ->
        [one] één gevulde cel
       *[other] { $cells } gevulde cellen
    }
   *[other] { $count } kolommen overgeslagen, { $cells } gevulde cellen
}
import-reading = Het bestand wordt gelezen…
import-progress = { $done } van { $total } rijen
import-stop = Stoppen
import-rows-read = { $count ->
    [one] Eén rij gelezen
   *[other] { $count } rijen gelezen
}
import-left-titles = { $titles ->
    [one] één titelrij niet
   *[other] { $titles } titelrijen niet
}
import-left-totals = { $totals ->
    [one] één totaalrij niet
   *[other] { $totals } totaalrijen niet
}
import-left-both = { $titles ->
    [one] één titelrij
   *[other] { $titles } titelrijen
} en { $totals ->
    [one] één totaalrij niet
   *[other] { $totals } totaalrijen niet
}
import-sheet = Blad { $sheet }
import-header = Kopregel { $row }
import-another = Ander bestand
import-your-sheet = Uw blad
import-filled = gevuld
import-register = Register { $register }
import-certainty = zekerheid
import-skipped = overgeslagen
import-key-pick = andere koppeling
import-key-skip = overslaan
import-certain = zeker
import-likely = waarschijnlijk
import-doubtful = kies zelf
import-needed = kies een kolom
import-proposal = { $column }? O
import-note-split = gesplitst
import-note-named-only = bijna niets te lezen
import-note-dates-open = dag of maand eerst?
import-note-day = dag-maand
import-note-month = maand-dag
import-note-year = jaar-maand-dag
import-note-dates = datums
import-note-beside = uit { $column }
import-note-values = { $known } van { $all } waarden
import-note-postcodes = { $count ->
    [one] één postcode
   *[other] { $count } postcodes
}
import-note-chosen = gekozen
import-note-alike = naam lijkt erop
import-note-content = past bij de inhoud
import-note-named = zelfde naam
import-of-rows-ready = van { $count ->
    [one] één rij klaar
   *[other] { $count } rijen klaar
}
import-not-yet = { $count } nog niet
import-waits-for = { $count } keer { $field }
import-day-or-month = Dag of maand eerst?
import-open = open
import-chosen = gekozen
import-day-or-month-why = In “{ $column }” kunnen { $count ->
    [one] één datum
   *[other] { $count } datums
} zoals { $example } op twee manieren worden gelezen.
import-order-day = Dag-maand
import-order-month = Maand-dag
import-date-is = { $written } is { $day }
import-mapping-name = Bewaar deze koppeling als
import-mapping-why = Voor het volgende bestand met dezelfde kolommen, voor het hele team.
import-values-title = Waarden
import-values-open = { $count } open
import-value-count = { $column }, { $count } keer
import-value-name = “{ $value }” is { $meaning }
import-choose-value = Kies { $field }
import-left-unknown = leeg gelaten
import-by-address = per adres { $choices }
import-or = of
import-pick-field = Zoek een veld
import-pick-choice = Zoek een keuze
import-pick-field-of = Waar hoort “{ $column }” bij?
import-pick-choice-of = Wat is “{ $value }”?
import-pick-only = Alleen
import-pick-also = Ook
import-pick-other = Anders
import-pick-too = Ook { $field }
import-pick-no-longer = Niet meer { $field }
import-skip = Overslaan
import-leave-unknown = Leeg laten
import-recognise = Opnieuw herkennen
import-add-choice = “{ $value }” toevoegen als keuze bij { $field }
import-save-refused = Bewaren als Excel, met wat er niet klopt…
import-save-refused-title = Geweigerde rijen bewaren
import-save-refused-why = De rijen komen in een Excel-bestand zoals ze waren, met een kolom “Wat er niet klopt”. Iedereen die dat bestand heeft, kan het lezen.
import-to-list = Naar de lijst
refused-file = { $file } geweigerd
refused-made-at = De geweigerde rijen staan in { $file }.
import-all-rows = Alle rijen
import-outcome-refused = Geweigerd
import-outcome-changed = Gewijzigd
import-outcome-new = Nieuw
import-outcome-unchanged = Ongewijzigd
import-outcome-skipped = Overgeslagen
import-emptied = leeg
import-possible-duplicates = Mogelijk dubbel
import-possible-duplicate = Mogelijk dubbel
import-duplicate-of = { $at } van { $all }
import-same-address = zelfde adres, tijden overlappen
import-same-person = zelfde persoon en geboortedatum, tijden overlappen
import-same-content = zelfde dag en dezelfde gegevens
import-duplicate-merge = Samenvoegen
import-duplicate-both = Allebei houden
import-duplicate-skip = Rij overslaan
import-earlier-row = rij { $row }
import-duplicate-row = Rij { $row } in uw blad
import-duplicate-known = { $number } in het register
import-duplicate-together = Na samenvoegen
import-conflict = Hier ook gewijzigd
import-conflict-by = { $actor } wijzigde dit op { $date }, na de export
import-conflict-exported = Bij de export
import-conflict-stored = Laten staan
import-conflict-row = Blad overnemen
import-sum = { $ready } klaar, { $refused } geweigerd
import-more-rows = { $count ->
    [one] nog één rij
   *[other] nog { $count } rijen
}
import-rows = Rijen van het bestand
import-what-happens = Wat gebeurt
import-about-refused = Verbeter ze hier. Wat overblijft wordt niet ingelezen.
import-about-changed = { $count ->
    [one] één cel krijgt een andere waarde
   *[other] { $count } cellen krijgen een andere waarde
}
import-about-new = { $count ->
    [one] waarvan één mogelijk dubbel
   *[other] waarvan { $count } mogelijk dubbel
}
import-about-unchanged = er gebeurt niets mee
import-empty = Nog geen bestand bekeken
import-empty-next = Kies een bestand. U ziet eerst wat erin staat; er verandert nog niets.
import-do = { $count ->
    [one] 1 rij inlezen
   *[other] { $count } rijen inlezen
}
import-would-do = { $read } rijen bekeken. Er is nog niets veranderd.
import-was-done = Ingelezen: { $added } nieuw, { $updated } gewijzigd.
import-was-held-back = Niets ingelezen: er is een rij geweigerd, en u koos voor alles of niets.
import-count-read = gelezen
import-count-added = nieuw
import-count-updated = gewijzigd
import-count-unchanged = ongewijzigd
import-count-refused = geweigerd
import-ignored-columns = Kolommen die niet bij dit register horen en worden overgeslagen: { $columns }.
import-refusals = Geweigerde rijen
import-header-row = Rij
import-header-column = Kolom
import-header-value = Waarde
import-header-message = Wat er niet klopt

## The desk: help
help-title = Hulp
help-search = Zoek in de handleiding, een actie, een toets of een woord
help-nothing = Hierover staat niets in de hulp. Probeer een ander woord.
help-back = Terug
help-manual = Handleiding
help-manual-named = Handleiding: { $what }
help-keys = Toetsen
help-words = Woorden
help-section = { $chapter } › { $heading }
help-to-section = Naar { $heading }
help-found = { $count ->
    [one] 1 plaats gevonden
   *[other] { $count } plaatsen gevonden
}
help-counting = Zo wordt geteld
help-balance = Beginstand + instroom + heropend = behandeld = afgerond + eindstand. Altijd, voor elke wijk en elke periode.
help-word-reference-date = Peildatum
help-text-reference-date = De laatste dag van de periode. Alle cijfers geven de stand op die dag; lijsten gaan over nu.
help-word-handled = Behandeld
help-text-handled = Op enig moment in de periode lopend, of erin begonnen. Elke zaak telt één keer.
help-word-opening = Beginstand
help-text-opening = Liep op de dag vóór de periode.
help-word-inflow = Instroom
help-text-inflow = Voor het eerst begonnen in de periode.
help-word-reopened = Heropend
help-text-reopened = Eerder begonnen, liep niet bij het begin, en ging in de periode weer open.
help-word-finished = Afgerond
help-text-finished = Behandeld, en niet meer lopend op de peildatum. Op de dag van afsluiten telt een zaak als afgerond.
help-word-closing = Eindstand
help-text-closing = Loopt op de peildatum. Dit is de beginstand van de volgende periode.
help-word-shares = Percentages
help-text-shares = Delen van de rij, de kolom of het geheel. Zij zijn zo afgerond dat de delen van één geheel samen precies 100 zijn. Van een gemiddelde of een duur zijn er geen.
help-word-against = Ernaast
help-text-against = De vorige periode staat er als geheel naast: een heel jaar, kwartaal of maand. Een jaar eerder zijn dezelfde dagen. Het verschil is dat van de totalen.
help-word-subset = Waarvan
help-text-subset = Een deel van de zaken van elke rij, bijvoorbeeld de minderjarigen. Zij staan al in de rij en tellen niet nog eens mee.
help-word-export = Exporteren
help-text-export = Wat op het scherm staat komt in een bestand, met register, filters, peildatum, tijd en maker erbij; een CSV-bestand heeft alleen de tabel. In Excel zijn totalen formules. Wat van de politie komt, gaat nooit mee.
help-word-unknown = Onbekend
help-text-unknown = Niet ingevuld. Staat als eigen rij of kolom in de tabel zodra het voorkomt, zodat totalen kloppen.

period-not-one = “{ $value }” is geen periode. Schrijf bijvoorbeeld 2024, 2024-Q1, 2024-03 of 2024-03-01..2024-03-31.
period-backwards = De periode eindigt op { $to }, vóór het begin op { $from }. Wissel de datums om.
figure-unknown-entries = Register { $register } telt geen “{ $kind }” op de tijdlijn. U kunt kiezen uit: { $known }.
figure-no-entries = Register { $register } telt niets van wat op de tijdlijn staat.
figure-unknown-number = Register { $register } kan “{ $field }” niet optellen of middelen. U kunt kiezen uit: { $known }.
figure-no-numbers = Register { $register } heeft geen getallen die worden opgeteld.
figure-no-persons = In register { $register } zijn personen niet te herkennen: daarvoor zijn een naam en een geboortedatum nodig. Tel hier zaken.
figure-no-duration = Register { $register } heeft geen duur: gebeurtenissen hebben geen begin en einde.
figure-no-shares = Van een gemiddelde of een duur zijn geen percentages te maken. Maak ze van aantallen of van een som.
figure-nothing-to-share = Percentages over de tijd zijn delen van het totaal van een periode. Kies een veld waarnaar de reeks wordt verdeeld (--by).
figure-shares-over-time = Een zaak die in meer dan één periode loopt, telt in elke periode mee: van de periodes samen is dat geen geheel. Kies percentages van elke periode (--percent row), of een maat als instroom (--measure instroom).
figure-split-against = Een verdeelde reeks kan niet met een jaar eerder worden vergeleken. Laat het veld weg, of filter op één waarde ervan.
figure-unknown-field = Register { $register } kan niet worden geteld naar “{ $field }”. U kunt kiezen uit: { $known }.
figure-unknown-value = “{ $value }” is geen waarde van { $field }. U kunt kiezen uit: { $known }.
figure-not-a-filter = “{ $value }” is geen filter. Schrijf VELD=WAARDE, bijvoorbeeld wijk=Meerzicht.
figure-unknown-measure = “{ $value }” is geen maat van register { $register }. U kunt kiezen uit: { $known }.
figure-no-balance = Register { $register } heeft geen balans: gebeurtenissen hebben geen begin en einde. Maak een tabel of een reeks.
figure-twice = Veld “{ $field }” staat twee keer in de tabel. Haal er één weg.
figure-too-large = Deze tabel heeft meer dan { $most } cellen. Kies minder velden.

## Command line

cli-command-peildatum = Peildatum: zaakregister voor veiligheidsteams. Zonder opdracht opent het venster.
cli-command-init = Maakt een nieuwe, lege kluis
cli-command-demo = Maakt een kluis met verzonnen zaken en opent die
cli-command-import = Leest zaken in uit een CSV- of Excel-bestand
cli-command-export = Schrijft de zaken van een register naar een bestand, ook als lijst om te bewerken
cli-command-table = Maakt een tabel
cli-command-balance = Maakt de balans: beginstand, instroom, heropend, afgerond en eindstand
cli-command-series = Telt per jaar, kwartaal of maand
cli-command-cases = Toont de zaken achter een cijfer

cli-heading-usage = Gebruik:
cli-heading-commands = Opdrachten
cli-heading-arguments = Argumenten
cli-heading-options = Opties

cli-argument-vault = De map van de kluis (anders die in uw eigen map)
cli-argument-lang = De taal: nl (gewoonlijk) of en
cli-argument-renderer = Hoe het venster wordt getekend: auto (gewoonlijk), wgpu of glow
cli-argument-help = Toont deze uitleg
cli-argument-version = Toont de versie
cli-argument-cases = Zoveel zaken in elk register, vanaf 2019, in plaats van een hele gemeente
cli-argument-years = Het aantal kalenderjaren met zaken, dit jaar meegeteld (gewoonlijk 6)
cli-argument-seed = Hetzelfde getal geeft dezelfde zaken (gewoonlijk 1)
cli-argument-no-window = Opent daarna geen venster
cli-argument-register = Het register, bijvoorbeeld woonoverlast
cli-argument-file = Het bestand: CSV, Excel of LibreOffice
cli-argument-map = Welk veld in een kolom staat, bijvoorbeeld "Gemeld=begin"; mag vaker
cli-argument-dry-run = Vertelt wat er zou gebeuren en slaat niets op
cli-argument-all-or-nothing = Slaat niets op als er een rij wordt geweigerd
cli-argument-format = De vorm: text (gewoonlijk), csv of json
cli-argument-entries = De soort tijdlijnregel die wordt geteld, bijvoorbeeld maatregel of besluit (gewoonlijk: de zaken zelf)
cli-argument-table = Een vaste tabel van het register, bij haar naam in de definitie
cli-argument-rows = De velden aan de zijkant, met komma’s ertussen
cli-argument-columns = De velden aan de bovenkant, met komma’s ertussen
cli-argument-period = De periode: 2024, 2024-Q1, 2024-03 of 2024-03-01..2024-03-31 (gewoonlijk dit jaar)
cli-argument-filters = Alleen zaken met deze waarde, bijvoorbeeld wijk=Meerzicht; mag vaker
cli-argument-measure = Wat er wordt geteld: behandeld (gewoonlijk), beginstand, instroom, heropend, afgerond of eindstand; bij gebeurtenissen: aantal; waar meldingen apart worden geteld: meldingen
cli-argument-by = Het veld waarnaar wordt gesplitst
cli-argument-from = De eerste periode: een jaar, kwartaal of maand
cli-argument-to = De laatste periode
cli-argument-step = Per year (jaar, gewoonlijk), quarter (kwartaal) of month (maand)
cli-argument-limit = Toont hoogstens zoveel zaken

cli-command-change = Geeft veel zaken tegelijk een waarde, status of behandelaar
cli-command-merge = Voegt een zaak samen met een andere zaak van het register
cli-argument-other = De zaak die verdwijnt, bij haar nummer
cli-argument-into = De zaak die blijft, bij haar nummer
cli-command-undo = Maakt een bewerking ongedaan: een wijziging, invoer of samenvoeging
cli-argument-operation = De bewerking: de code die het commando noemde
cli-argument-which = De nummers van de zaken, met komma’s ertussen
cli-argument-set = Wat de zaken krijgen, bijvoorbeeld wijk=Meerzicht of status=in-aanpak; niets achter het isteken maakt het onbekend; mag vaker
cli-argument-reason = Waarom; dat staat daarna in de geschiedenis
cli-see-help = Typ peildatum --help voor uitleg.
cli-no-vault = In map { $folder } staat geen kluis van Peildatum. Maak daar een nieuwe kluis met: peildatum --vault "{ $folder }" init
cli-no-folder = Dit systeem heeft geen eigen map voor uw gegevens. Kies er zelf een met --vault MAP.
cli-not-a-mapping = “{ $value }” wijst geen kolom aan. Schrijf --map "KOLOM=veld", bijvoorbeeld --map "Gemeld=begin".
cli-not-a-setting = “{ $value }” zegt niet wat de zaken krijgen. Schrijf --set VELD=WAARDE, bijvoorbeeld --set wijk=Meerzicht.
cli-outcome-without-end = “{ $value }” is een uitkomst, en de zaken krijgen geen einde. Schrijf er --set einde=DATUM bij.
cli-not-settable = “{ $value }” kan niet zo worden veranderd. Kies een veld van register { $register }, de status, het einde of de uitkomst.
cli-nothing-to-change = Zeg welke zaken u bedoelt: met --cases en nummers, of met --where en een waarde.
cli-uncountable = De tellingen van register { $register } kunnen niet worden gelezen. Installeer de nieuwste versie van Peildatum en probeer het opnieuw.
cli-output = Het resultaat kan niet worden geschreven: { $reason }.

cli-init-made = Nieuwe kluis gemaakt: { $folder }
cli-demo-municipality-made =
    Nieuwe kluis gemaakt: { $folder }
    { $registers ->
        [one] Er is 1 register
       *[other] Er zijn { $registers } registers
    } met verzonnen zaken van { $years ->
        [one] 1 jaar
       *[other] { $years } jaar
    }, zo veel als een gemeente van 125.000 inwoners er heeft.
cli-demo-made =
    Nieuwe kluis gemaakt: { $folder }
    { $registers ->
        [one] Er is 1 register
       *[other] Er zijn { $registers } registers
    } met elk { $cases ->
        [one] 1 verzonnen zaak
       *[other] { $cases } verzonnen zaken
    }.

cli-import-summary = { $read ->
        [one] 1 rij
       *[other] { $read } rijen
    } gelezen: { $added } toegevoegd, { $updated } bijgewerkt, { $unchanged } ongewijzigd, { $refused } geweigerd.
cli-import-dry-run = Dit was een proef: er is niets opgeslagen.
cli-import-ignored = Deze kolommen horen niet bij het register en zijn overgeslagen: { $columns }.
cli-command-mapping = Wat kolommen en waarden van bestanden betekenen
cli-command-mapping-suggest = Toont wat in een bestand wordt herkend, als een koppeling om na te kijken en te gebruiken met import --mapping
cli-command-mapping-list = Toont de koppelingen die het team bewaart
cli-command-mapping-export = Schrijft een koppeling naar een bestand
cli-command-mapping-import = Bewaart de koppeling uit een bestand voor het team
cli-argument-mapping = De koppeling: een naam die het team bewaart, of een bestand
cli-argument-mapping-name = De naam van de koppeling
cli-argument-mapping-file = Het bestand met de koppeling
cli-argument-mapping-out = Het bestand dat wordt gemaakt
cli-argument-sheet = Het blad van de werkmap (gewoonlijk het eerste met een tabel)
cli-argument-header-row = De rij met de namen van de kolommen (gewoonlijk gevonden)
cli-argument-date-order = Wat in datums voorop staat: day (de dag), month (de maand) of year (het jaar); gewoonlijk volgt dat uit de kolom, en wat de datums zelf laten zien gaat voor
cli-argument-report = Bewaart de geweigerde rijen in dit Excel-bestand, met wat er niet klopt
cli-argument-conflicts = Wat geldt van een bewerkte lijst waar de zaak hier intussen ook is gewijzigd: sheet (het blad) of stored (wat er staat). Zonder dit wordt de rij geweigerd.
cli-argument-recipient = Een lijst om te delen met een partner: wie hem krijgt. Er staat alleen op wat deelbaar is, en op elke zaak wordt het vastgelegd
cli-argument-ground = Op welke grond de lijst wordt gedeeld
cli-argument-editable = Als Excel-lijst om te bewerken: een import ervan wijzigt precies de cellen die u wijzigde
cli-mapping-open = “{ $value }” in kolom “{ $column }” ({ $count } keer) is nog geen keuze. Zet in het bestand bij “values” wat het betekent.
cli-mapping-exported = De koppeling staat in { $file }.
cli-mapping-imported = De koppeling “{ $name }” is bewaard voor het team.
cli-mapping-without-name = Deze koppeling heeft geen naam. Geef haar een naam met --name.
cli-no-such-mapping = Het team bewaart geen koppeling “{ $name }” voor { $register }, en er is geen bestand dat zo heet. Bekijk wat er is met mapping list { $register }.
cli-import-totals = { $count ->
    [one] Eén rij is weggelaten omdat er een totaal in staat: { $rows }.
   *[other] { $count } rijen zijn weggelaten omdat er een totaal in staat: { $rows }.
}
mapping-unreadable = Het bestand { $file } kan niet worden gelezen. Controleer de naam en of u het mag lezen.
mapping-not-a-mapping = In { $file } staat geen koppeling die dit programma kent (regel { $line }: { $cause }). Maak er een met mapping suggest of mapping export.
mapping-other-register = De koppeling in { $file } is van het register “{ $register }”. Kies een koppeling van dit register.
mapping-not-written = Het bestand { $file } kan niet worden geschreven. Kies een map waarin u mag schrijven.
column-number = Nummer
column-status = Status
column-version = Versie (niet wijzigen)
refused-title = Geweigerde rijen uit { $file }
refused-sheet = Geweigerd
refused-column = Wat er niet klopt
refused-is-readable = Iedereen die dit bestand heeft, kan het lezen. Verwijder het als u ermee klaar bent.
editable-title = { $register } om te bewerken
editable-how = Wijzig de cellen die anders zijn en importeer dit blad weer. Alleen wat u wijzigt, verandert; een cel die u leegmaakt, wordt onbekend. Laat nummer en versie staan. Een rij zonder nummer en versie wordt een nieuwe zaak.
editable-choices = Keuzes
editable-several = Meer dan één kan, met komma’s
editable-no-choice = Kies een waarde uit de lijst, of laat de cel leeg.
editable-comes-back = Het blad komt terug met Importeren: alleen de cellen die u wijzigt, veranderen. Wat hier intussen is gewijzigd, ziet u dan ernaast.
editable-left-out = Wat van de politie komt, bijzondere gegevens en wie meldde staan er niet in.
cli-import-held-back = { $refused ->
        [one] Er is 1 rij geweigerd
       *[other] Er zijn { $refused } rijen geweigerd
    }, dus er is niets opgeslagen. Verbeter het bestand, of laat --all-or-nothing weg.
cli-in-row = rij { $row }
cli-in-column = kolom { $column }
cli-in-value = waarde { $value }

cli-change-summary = { $changed ->
        [one] 1 zaak gewijzigd
       *[other] { $changed } zaken gewijzigd
    }, { $already } had dit al, { $refused } geweigerd.
cli-change-dry-run = { $changed ->
        [one] 1 zaak zou veranderen
       *[other] { $changed } zaken zouden veranderen
    }, { $already } heeft dit al, { $refused } geweigerd. Dit was een proef: er is niets opgeslagen.
cli-undone = { $cases ->
        [one] 1 zaak is
       *[other] { $cases } zaken zijn
    } weer zoals eerst. Opnieuw doen kan met: peildatum undo { $operation }
cli-operation = Bewerking { $operation }. Ongedaan maken kan met: peildatum undo { $operation }
cli-field = Veld
cli-before = Was
cli-after = Wordt

cli-total = Totaal
cli-days = { $from } t/m { $to }
cli-period = Periode
cli-number = Nummer
cli-balance = beginstand { $opening } + instroom { $inflow } + heropend { $reopened } = { $handled } = afgerond { $finished } + eindstand { $closing }
cli-does-not-add-up = Een zaak kan meer dan één keuze hebben. Daarom is de som van de delen soms hoger dan het totaal.
cli-in-several-periods = Een zaak die in meer dan één periode loopt, telt in elke periode mee. Tel de periodes dus niet op.
cli-cases = { $total } { $cases }
cli-cases-shown = { $shown } van { $total } { $cases }

# Indicators: what a year was to come to, and what it came to
cli-command-indicators = Toont en vult de indicatoren: doel en realisatie per jaar
cli-command-indicators-import = Leest waarden in uit een CSV- of Excel-bestand
cli-command-indicators-show = Toont een jaar en het jaar ervoor, zoals in het jaarverslag
cli-command-indicators-series = Toont een indicator over de jaren
cli-command-indicators-table = Zet verscheidene indicatoren over de jaren naast elkaar, met gemiddelde en spreiding
cli-argument-indicators = De indicatoren (zonder: alle waarvan iets bekend is)
cli-command-indicators-set = Vult een waarde van een jaar in
cli-command-indicators-history = Toont wat er voor een jaar ooit is ingevuld
cli-command-indicators-restore = Zet een eerdere versie terug
cli-argument-indicator = De indicator, bijvoorbeeld woninginbraken
cli-argument-year = Het jaar, bijvoorbeeld 2024
cli-argument-of-year = Het jaar (gewoonlijk dit jaar)
cli-argument-from-year = Het eerste jaar (gewoonlijk het eerste met een waarde)
cli-argument-to-year = Het laatste jaar (gewoonlijk het laatste met een waarde, of dit jaar)
cli-argument-budget = De begroting: wat het moet worden
cli-argument-edition = De begroting waarin dat staat, bijvoorbeeld "Programmabegroting 2025"
cli-argument-actual = De realisatie: wat het is geworden
cli-argument-document = Het document waarin dat staat, bijvoorbeeld "Jaarverslag 2024"
cli-argument-source = Wie het heeft gemeten
cli-argument-measured = Hoe het is gemeten, bij een indicator met een reeksbreuk
cli-argument-note = De toelichting
cli-argument-parts = Een onderdeel, bijvoorbeeld afvalbakken=28.122; mag vaker
cli-argument-revision = De versie, zoals de geschiedenis die noemt
cli-unknown-table = Register { $register } heeft geen tabel “{ $table }”. U kunt kiezen uit: { $known }.
cli-unknown-indicator = Er is geen indicator “{ $value }”. De indicatoren zijn: { $known }.
cli-not-a-part = “{ $value }” is geen onderdeel met een bedrag. Schrijf --part "ONDERDEEL=BEDRAG", bijvoorbeeld --part "afvalbakken=28.122".
cli-no-such-revision = { $id } heeft geen versie { $revision }. Kijk welke er zijn met: peildatum indicators history

import-unknown-indicator = “{ $value }” is geen bekende indicator. Verbeter de naam, of leg een nieuwe indicator vast in een bestand in de map “indicators” van de kluis. Bekend zijn: { $known }.
import-defined-otherwise = “{ $value }” past niet bij deze indicator: die is vastgelegd met “{ $defined }”. Verbeter deze cel, of de naam van de indicator in deze rij.
import-budget-of-part = Een onderdeel heeft geen eigen begroting. Haal dit bedrag weg.

indicator-parts-exceed = De onderdelen van “{ $whole }” zijn samen { $parts }, meer dan het geheel van { $amount }. Verbeter een onderdeel of het geheel.
indicator-type = Type
indicator-budget = Begroting
indicator-actual = Realisatie
indicator-rest = Overig (niet uitgesplitst)
indicator-reached = Doel gehaald: Ja
indicator-missed = Doel gehaald: Nee
indicator-goal = Doelstelling { $goal }
indicator-source = Bron: { $source }
indicator-note = Toelichting: { $note }
indicator-typed = * Ingevuld: er staan geen zaken of andere waarden achter dit cijfer.
indicator-otherwise = Let op: voor { $year } is { $typed } ingevuld, maar uit de zaken of de andere waarden volgt { $otherwise }. Wat is ingevuld geldt, omdat iemand het zo opgaf; maak het leeg en de telling geldt.
indicator-not-the-total = Dit telt niet op: voor { $year } is het totaal { $total }, maar { $parts } zijn samen { $sum }. Dat scheelt { $difference }.
indicator-broken = Reeksbreuk: dit jaar is anders gemeten dan het jaar ervoor. De twee zijn niet te vergelijken.
indicator-break = reeksbreuk
indicator-break-note = Voor en na de reeksbreuk is anders gemeten: die jaren zijn niet te vergelijken.
indicator-average = Gemiddeld
indicator-range = Spreiding
indicator-range-of = { $least } ({ $from }) – { $most } ({ $to })
indicator-least = Laagste
indicator-most = Hoogste
indicator-years-title = Indicatoren over de jaren
indicator-years-of = { $from } tot en met { $to }
indicator-years-none = Van deze jaren is nog niets bekend.
indicator-years-broken = { $indicator }: vanaf { $years } is anders gemeten. Over de reeksbreuk heen zijn geen gemiddelde en spreiding gegeven.
indicator-none = Van { $year } en het jaar ervoor is nog geen indicator bekend. Lees een bestand in met: peildatum indicators import BESTAND
indicator-kept = Vastgelegd: { $id }
indicator-year = Jaar
indicator-change = Verandering
indicator-points = { $points } procentpunt
indicator-remark = Opmerking
indicator-revision = Versie
indicator-recorded = Vastgelegd
indicator-actor = Door
indicator-reason = Reden

# Finances: what is printed, and whether it adds up
columns-missing = Er is geen kolom “{ $column }”. Geef een kolom die naam. De kolommen van het bestand zijn: { $columns }.
columns-twice = De kolommen “{ $first }” en “{ $second }” zijn allebei “{ $column }”. Geef er een een andere naam.

cli-command-districts = Toont en vult wat van wijken bekend is: woningen, inwoners, bedrijven
cli-command-districts-import = Leest een tabel van de gemeente in, of de Kerncijfers wijken en buurten van het CBS
cli-command-districts-show = Toont wat van de wijken bekend is in een jaar
cli-command-districts-set = Vult een kenmerk van een wijk in, of maakt het leeg
cli-command-districts-history = Toont wat er van een kenmerk ooit is ingevuld
cli-command-districts-neighbourhoods = De tabel die zegt in welke wijk een buurt ligt
cli-command-districts-neighbourhoods-import = Leest die tabel in: buurtcode, naam en wijk
cli-command-districts-neighbourhoods-show = Toont die tabel
cli-argument-file-year = Het jaar, als het bestand dat niet zegt
cli-argument-file-source = Waar de waarden vandaan komen
cli-argument-known-year = Het jaar (gewoonlijk dit jaar)
cli-argument-known-in = Het jaar
cli-argument-amount = Hoeveel het is (zonder: leegmaken)
cli-argument-district = De wijk
cli-argument-characteristic = Het kenmerk, bijvoorbeeld woningen of woningen-koop
cli-argument-per = Per 1.000 waarvan: een kenmerk van wijken, bijvoorbeeld woningen of inwoners
cli-argument-per-year = Van welk jaar dat kenmerk is (gewoonlijk het jaar waarin de periode eindigt)
districts-no-lists = Er is geen lijst van wijken, of geen lijst van hun kenmerken. Kijk in Beheer.
districts-no-neighbourhoods = De tabel die zegt in welke wijk een buurt ligt, is nog leeg. Lees haar in met: peildatum districts neighbourhoods import BESTAND
districts-no-year = Het bestand zegt niet van welk jaar het is. Geef het jaar op, of zet het in de bestandsnaam, zoals kwb-2023.xlsx.
districts-not-a-neighbourhood = Dit is geen buurtcode. Schrijf BU met acht cijfers, zoals BU06370101.
districts-masked = { $district }, { $kind }: onbekend, want buurt { $neighbourhood } is in het bestand afgeschermd.
districts-missing = { $district }, { $kind }: onbekend, want buurt { $neighbourhood } staat niet in het bestand.
districts-unplaced = Deze buurten liggen volgens de tabel in geen wijk en zijn niet meegeteld: { $names }.
districts-title = Kenmerken van wijken, { $year }
districts-district = Wijk
districts-code = Buurtcode
districts-name = Naam
districts-amount = Waarde
districts-unknown = onbekend
indicators-year-heading = Jaar
rate-title = Per 1.000
rate-choose = Kies waarvan: de kenmerken van de wijken in het jaar waarin de periode eindigt.
rate-take-year = Reken met { $year }
rate-about = { $counted }, { $period }, per 1.000 { $kind } van { $year }
rate-about-amount = circa
rate-plain = { $cases } van { $of }
rate-too-few = Bij minder dan 10 zaken, of minder dan 500 om door te delen, staan de twee getallen zelf er.
rate-circa = Wat uit een percentage is afgeleid, is niet precies: circa.
rate-unknown-kind = Van wijken is geen kenmerk “{ $value }” bekend. Kies uit: { $known }.
rate-other-year = Van { $year } zijn geen { $kind } per wijk bekend. Het dichtstbijzijnde jaar waarvan dat wel zo is, is { $nearest }; kies dat jaar zelf.
rate-no-year = Van { $year } zijn geen { $kind } per wijk bekend, en van geen ander jaar. Vul ze in of lees ze in.
cli-command-finances = Controleert de financiën van een programma
cli-command-finances-import = Leest bedragen in, kijkt ze na en bewaart ze
cli-command-finances-show = Toont de bewaarde bedragen, document voor document
cli-command-finances-years = Zet de jaren naast elkaar, uit welk document ze ook komen
cli-command-finances-history = Toont wie wat wanneer van een document bewaarde
cli-command-finances-restore = Zet een eerdere versie van een document terug
cli-argument-of-municipality = De gemeente
cli-argument-of-document = Het document
finances-none-kept = Er zijn nog geen bedragen bewaard. Lees ze in met: peildatum finances import BESTAND
finances-amounts = Bedragen
finances-column-gemeente = Gemeente
finances-column-document = Document
finances-column-conventie = Conventie
finances-column-post = Post
finances-column-soort = Soort
finances-column-jaar = Jaar
finances-column-fase = Fase
finances-column-bedrag = Bedrag
finances-column-bevinding = Bevinding
finances-found-right = klopt
finances-found-rounded = afronding
finances-found-wrong = fout
cli-command-finances-check = Controleert of de bedragen van een document bij elkaar optellen

finance-summary = { $read ->
        [one] 1 bedrag
       *[other] { $read } bedragen
    } gelezen, { $checked ->
        [one] 1 optelling
       *[other] { $checked } optellingen
    } gecontroleerd: { $right } kloppen, { $rounded } verschillen door afronding, { $wrong } fout.
finance-parts = de som van de onderdelen
finance-operating = baten min lasten
finance-result = baten min lasten, met de reserves
finance-amended = de vastgestelde begroting met de wijzigingen
finance-outcome = het verschil van begroting en rekening
finance-credit-left = het krediet min wat eraan is besteed
finance-printed-otherwise = { $item }, { $kind }, { $year } { $phase }: { $document } zegt { $amount }, { $before } zegt { $other }. De eerste staat in de tabel.
finance-of-goal = Financiën { $year }
finance-in-thousands = × € 1.000
finance-in-euros = in euro’s
finance-right = Klopt: { $municipality }, { $document }, { $year }, { $phase }, { $item }, { $kind }: { $relation } is { $computed }, en dat staat er ({ $unit }).
finance-rounded = Afronding: { $municipality }, { $document }, { $year }, { $phase }, { $item }, { $kind }: { $relation } is { $computed }, er staat { $printed } ({ $unit }).
finance-wrong = Fout: { $municipality }, { $document }, { $year }, { $phase }, { $item }, { $kind }: { $relation } is { $computed }, er staat { $printed }. Dat scheelt { $difference } ({ $unit }). Zoek op welk bedrag niet klopt en verbeter het document of het bestand.
# Undoing and merging
store-changed-since = Dit kan niet ongedaan worden gemaakt: zaak { $number } van register { $register } is daarna veranderd. { $thing } is nu: { $now } ({ $actor }, { $moment }). Er is niets veranderd. Maak eerst die latere wijziging ongedaan, of verbeter de zaak zelf.
store-nothing-to-undo = Er is geen bewerking { $operation } in deze kluis die ongedaan kan worden gemaakt. Kijk of het nummer klopt.
store-other-half-missing = Deze handeling legde ook iets vast in het register { $register }, maar in dat bestand staat het niet. Er is niets teruggedraaid. Waarschijnlijk is een oudere kopie van dat bestand teruggezet.
store-taken-back = Zaak { $number } van register { $register } is ingetrokken. Er is niets opgeslagen. Leg een nieuwe zaak vast, of maak het intrekken ongedaan.
store-merged = Zaak { $number } van register { $register } is samengevoegd met { $into }. Er is niets opgeslagen. Leg het vast bij { $into }.
change-withdrawn = Zaak
change-moved = Tijdlijn
case-counts = telt mee
case-taken-back = ingetrokken
case-merged = samengevoegd met een andere zaak
entry-moved = komt van een andere zaak
undo-done = Ongedaan gemaakt: { $what }
redo-done = Opnieuw gedaan: { $what }
undo-nothing = In dit venster is niets gedaan dat ongedaan kan worden gemaakt.
redo-nothing = Er is niets ongedaan gemaakt dat opnieuw kan worden gedaan.
import-stored = { $count ->
        [one] 1 zaak ingelezen
       *[other] { $count } zaken ingelezen
    }
import-was-undone = Deze invoer is ongedaan gemaakt. De zaken zijn weer zoals ze waren.
merge-same = Een zaak kan niet met zichzelf worden samengevoegd. Kies een andere zaak.
merge-other-register = Alleen zaken van één register kunnen worden samengevoegd. Koppel de zaken in plaats daarvan.
merge-withdrawn = Een van de zaken is al ingetrokken of samengevoegd. Kies een andere zaak.
merge-done = { $number } is samengevoegd met { $into }
merge-changed = Er is intussen iets veranderd aan een van de zaken. Kijk opnieuw voordat u samenvoegt.
merge-explained = Dit gebeurt er als u samenvoegt. Ongedaan maken kan daarna nog.
merge-do = Samenvoegen
merge-swap = { $number } laten blijven
merge-report = De melding van { $date } wordt een melding op de tijdlijn, zodat het aantal meldingen gelijk blijft.
merge-reason = Samengevoegd: { $number } in { $into }
merge-of = { $number } wordt samengevoegd met { $into }.
merge-taken = Dit wordt overgenomen
merge-kept = Dit blijft zoals het was; wat de andere zaak zei, staat daarna op de tijdlijn
merge-left = Dit blijft achter omdat het van de politie komt
merge-moved = { $count ->
        [one] 1 onderdeel van de tijdlijn
       *[other] { $count } onderdelen van de tijdlijn
    }
merge-staying = { $count ->
        [one] 1 onderdeel van de tijdlijn
       *[other] { $count } onderdelen van de tijdlijn
    }
undo-reason = Ongedaan gemaakt
undo-reason-of = Ongedaan gemaakt: { $reason }
redo-reason = Opnieuw gedaan
together-reason = Samen met wat in een ander register is vastgelegd
together-reason-of = { $reason } (samen met wat in een ander register is vastgelegd)

# The timeline
entry-added = toegevoegd
entry-changed = gewijzigd
entry-withdrawn = ingetrokken
document-not-opened = Op deze computer is geen programma gevonden dat { $file } opent. Het bestand staat er wel; open het zelf.
document-runs = { $file } wordt niet geopend: dit soort bestanden kan programma’s op uw computer starten. Vertrouwt u het? Bewaar de bijlage dan in een map, en vraag bij twijfel uw ICT-afdeling.
document-taken-out = Bestand bewaard als { $file }

# Definitions of the work, and what they refuse
definition-second-role = “{ $value }” heeft deze rol al, en meer dan één kan niet. Haal hier “role” weg.
definition-second-decision = De soort “{ $value }” is al een besluit. Per register is dat er één. Haal “decision” hier weg.
definition-second-report = De soort “{ $value }” is al een melding. Per register is dat er één. Haal “report” hier weg.
fault-beyond-term = { $value } is te laat: het mag niet later zijn dan { $last } ({ $term }).
fault-not-with = “{ $value }” hoort niet bij { $field }: { $chosen }. Maak dit veld leeg, of verander { $field }.
# Meer tegelijk invoeren
grid-open = Meer invoeren
grid-title = Meer { $cases } invoeren
grid-subtitle = Typ of plak rijen. Fouten ziet u meteen; er telt nog niets mee
grid-draft = { $count } { $cases } in een tabel
grid-save = { $count } { $cases } opslaan
grid-stored = { $count } { $cases } opgeslagen
grid-stored-others-wrong = { $count } { $cases } opgeslagen. { $refused ->
    [one] Eén rij met een fout staat er nog.
   *[other] { $refused } rijen met een fout staan er nog.
}
grid-nothing-stored = Niets opgeslagen: { $refused ->
    [one] in de rij staat nog een fout.
   *[other] in { $refused } rijen staat nog een fout.
}
grid-wrong-rows = { $count ->
    [one] 1 rij met een fout
   *[other] { $count } rijen met een fout
}
grid-more-wrong = { $count ->
    [one] Nog 1 fout in deze rij
   *[other] Nog { $count } fouten in deze rij
}
grid-row-empty = leeg
grid-row-wrong = { $count ->
    [one] 1 fout
   *[other] { $count } fouten
}
grid-row-unfinished = nog niet af
grid-row-known = misschien { $number }
grid-row-changes = wijzigt { $number }
grid-row-ready = klaar
grid-rows = Rijen
grid-insert-row = Rij invoegen
grid-remove-row = Rij verwijderen
grid-fill-down = Omlaag doorvoeren
grid-required = verplicht
grid-may-be = Dit kan { $number } zijn.
grid-open-case = { $number } openen
grid-read-as = “{ $text }” wordt gelezen als { $reading }.
grid-hint = Typ, of plak rijen uit Excel of een mail. Een eerste rij met namen van velden kiest de kolommen.
grid-hint-choice = Typ een paar letters en kies met ↓ en Enter.
grid-hint-choices = Typ een paar letters en kies met ↓ en Enter. Meer keuzes: zet er een komma tussen.
grid-hint-date = Een datum: 21-11-2025, 21-11 of v voor vandaag.
grid-hint-long = Alt Enter begint een nieuwe regel.
grid-keys = Enter omlaag · Tab naar rechts · F2 bewerken · Shift met pijlen selecteert · Ctrl D doorvoeren · Ctrl Z ongedaan · F6 naar de knoppen
grid-pasted-beyond = { $count ->
    [one] 1 cel paste er niet meer naast en is niet geplakt. Voeg een kolom toe en plak opnieuw.
   *[other] { $count } cellen pasten er niet meer naast en zijn niet geplakt. Voeg kolommen toe en plak opnieuw.
}
grid-pasted-unknown = { $count ->
    [one] Deze kolom hoort niet bij het register en is weggelaten: { $names }.
   *[other] Deze kolommen horen niet bij het register en zijn weggelaten: { $names }.
}
grid-too-many = { $count } rijen zijn te veel voor deze tabel: er passen er { $most }. Lees ze in als bestand, met Ctrl I.
# Concepten

draft-saved-new = Concept bewaard om { $time } · telt nog niet mee
draft-saved = Concept bewaard om { $time } · nog niet opgeslagen
draft-saved-short = Concept bewaard om { $time }
drafts = { $count ->
    [one] 1 concept
   *[other] { $count } concepten
}
draft-at = { $draft } · { $time }
draft-named = Concept { $draft }
draft-resume = Verder met concept { $draft }, bewaard om { $time }
draft-discard = Concept { $draft } weggooien
draft-discarded = Weggegooid: { $draft }
draft-of-later = Concept van een nieuwere versie
draft-cannot-be-read = Dit concept kan hier niet worden geopend: het register is sindsdien veranderd. Het blijft bewaard.
command-resume = Verder met concept
    .about = Ga verder met wat u eerder typte
    .words = concept, verder typen
command-restore = Terughalen
    .about = Haal het laatste weggegooide concept terug
    .words = concept terug, herstellen
status-drafts = { $count ->
    [one] 1 concept bewaard, telt nog niet mee
   *[other] { $count } concepten bewaard, tellen nog niet mee
}

# Bekend op een adres

command-add-report = Voeg toe aan de lopende zaak op dit adres
    .about = Wat u typt wordt een melding bij de zaak die daar loopt
command-show-details = Toon details
    .about = Laat zien wat op dit adres bekend is; dat wordt vastgelegd
lookup-not-yet = Bekend op dit adres
lookup-hint = Vul het huisnummer in, met de postcode of de straat. Dan staat hier of en sinds wanneer er iets bekend is.
lookup-has-cases = Bekend op { $address }
lookup-has-no-cases = Niets bekend op { $address }
lookup-register = { $count } { $cases }, { $count ->
    [one] sinds { $date }
   *[other] de eerste sinds { $date }
}{ $running ->
    [0] { "" }
   *[other] , { $running } lopend
}
lookup-add-report = Voeg toe aan { $number }
lookup-next-action = Volgende actie: { $action }
lookup-is-logged = Dat u de details bekijkt, wordt vastgelegd.
lookup-street = In dezelfde straat
lookup-running-in-street = { $count ->
    [0] Geen lopende zaken
    [one] 1 lopende zaak
   *[other] { $count } lopende zaken
}
lookup-many-running-in-street = Meer dan { $count } lopende zaken

# Erbij op een casus

entry-adds = Wat u typt, komt er als extra melding bij. Er komt geen { $case } bij.
entry-back-to-case = Maak er toch een { $case } van

# Heropenen

form-reason = Reden van heropening
form-reason-hint = bijvoorbeeld: nieuwe meldingen
form-needs-reason = Vul in waarom de zaak weer opengaat.

# Toetsen

hint-today = vandaag
hint-week = over een week
hint-save = opslaan
# What is put on the timeline
command-contact = Contact vastleggen
    .about = Leg een gesprek vast, met wat er daarna gebeurt
    .words = bellen, telefoon, gesprek, mail, notitie, aantekening, contactmoment
command-next-step = Volgende stap
    .about = Zet de volgende stap van de ladder
    .words = ladder, maatregel, escaleren, waarschuwing
command-enter = { $kind } vastleggen
    .about = Zet dit op de tijdlijn van de zaak
command-timeline = Naar de tijdlijn
    .about = Ga met het toetsenbord naar de tijdlijn
    .words = verloop, logboek, geschiedenis van de zaak
entry-happened = Wanneer
entry-change = { $kind } aanpassen
entry-store = Opslaan
entry-leave = Terug
entry-not-stored = Nog niet opgeslagen
entry-opens = Zaak in { $register }
entry-opens-new = Opent een zaak in { $register }
entry-opens-running = Hoort bij { $number }, die al loopt
entry-opens-none = Opent geen zaak
entry-opened = { $number } is opgeslagen; zaak { $opened } is geopend
entry-linked = { $number } is opgeslagen en gekoppeld aan { $opened }
entry-standard-text = Standaardtekst…
entry-meanwhile = { $number } is intussen ook door iemand anders gewijzigd. Wat u typte staat er nog. Sla opnieuw op als het klopt. Dit is er veranderd:
entry-overtaken = Iemand anders heeft dit intussen ook aangepast. Wat u typte staat er nog; wat u niet veranderde, volgt de ander. Slaat u opnieuw op, dan geldt uw invoer; de andere blijft in de geschiedenis staan.
ladder-none = Voor dit register zijn geen vaste stappen ingesteld.
ladder-at-its-end = Alle stappen zijn al gezet. Kies zelf een maatregel.

# Reports counted apart from cases
measure-meldingen = Meldingen
figures-what-meldingen = Meldingen bij { $cases }
help-word-undo = Ongedaan maken
help-text-undo = Alles wat u in dit venster opslaat, kunt u ongedaan maken: stap voor stap, met één toets. Er wordt niets gewist: het ongedaan maken is een nieuwe stap in de geschiedenis. Een zaak die u ongedaan maakt, telt niet meer mee en houdt haar nummer. Is iets daarna door iemand anders veranderd, dan blijft dat staan en ziet u wie dat deed.
help-word-merge = Samenvoegen
help-text-merge = Twee zaken die dezelfde blijken te zijn, worden één zaak. De zaak die blijft, krijgt wat zij nog niet had. De zaak liep als een van beide liep. Elke melding blijft meetellen als melding; het aantal zaken wordt één minder. Wat van de politie komt, gaat niet mee. Het oude nummer vindt de zaak die blijft.
help-word-reports = Meldingen
help-text-reports = Elke zaak begint met één melding; elke volgende melding telt op de dag waarop zij binnenkwam. Dertien telefoontjes over één probleem zijn dertien meldingen en één zaak.
entries-in-cases = { $number } { $entries } in { $count } { $cases }
reports-in-cases = { $reports ->
    [one] 1 melding
   *[other] { $reports } meldingen
} in { $count } { $cases }

# On paper
paper-facts = Gegevens
paper-lost-fields = Niet meer in gebruik
paper-course = Verloop
paper-reopened = Heropend op
paper-tasks = Wat er nog moet gebeuren
paper-next-action = Volgende actie
paper-idle = Al een tijd geen contact of maatregel vastgelegd
paper-due = uiterlijk { $date }
paper-overdue = uiterlijk { $date } (te laat)
paper-links = Gekoppelde zaken
paper-timeline = Tijdlijn
paper-timeline-empty = Er staat nog niets op de tijdlijn.
paper-left-out = { $count ->
        [one] Er staat 1 onderdeel van de tijdlijn niet in dit document.
       *[other] Er staan { $count } onderdelen van de tijdlijn niet in dit document.
    }
paper-recorded-by = Vastgelegd door { $who }
paper-from-police = Politiegegeven (Wpg)
paper-moment = { $date } om { $time }
paper-about = Over dit document
paper-register = Register
paper-made = Gemaakt op
paper-made-by = Gemaakt door
paper-contents = Inhoud
paper-purpose = Doel
paper-ground = Grondslag
paper-scope-shareable = alleen deelbare gegevens
paper-scope-all = alle gegevens
paper-notice-shareable = Dit document bevat alleen gegevens die gedeeld mogen worden. Andere gegevens zijn met opzet weggelaten, of staan er anders in.
paper-notice-all = Bevat gegevens die niet gedeeld mogen worden
paper-page = Pagina
paper-page-of = van
paper-agenda = Agenda
paper-minutes = Verslag
paper-meeting = Casusoverleg
paper-agenda-count = { $count } { $cases }
paper-present = Aanwezig
paper-decision = Besluit
paper-no-decision = Op deze dag is geen besluit vastgelegd.
paper-unknown-ending = Van bestand { $file } kan geen document worden gemaakt. Kies een naam die eindigt op .docx (Word) of .html (om af te drukken).
paper-exists = Bestand { $file } bestaat al en wordt niet overschreven. Kies een andere naam, of sta overschrijven toe (op de opdrachtregel: --overwrite).
paper-unwritable = Bestand { $file } kan niet worden geschreven: { $reason }. Controleer of de map bestaat, of er ruimte is en of u er rechten op hebt.

cli-command-paper = Zet de samenvatting van een zaak op papier, om mee te geven of af te drukken
cli-command-agenda = Maakt de agenda van een casusoverleg
cli-argument-number = Het nummer van de zaak, bijvoorbeeld WO-2026-00001
cli-argument-numbers = De nummers van de zaken, met komma’s ertussen (gewoonlijk alle zaken die nu lopen)
cli-argument-all = Zet er alle gegevens in, ook die niet gedeeld mogen worden
cli-argument-out = Het bestand dat wordt gemaakt: .docx (Word) of .html (om af te drukken)
cli-argument-overwrite = Overschrijft het bestand als het al bestaat
cli-argument-title = De naam van het overleg
cli-argument-date = De dag van het overleg, bijvoorbeeld 31-12-2026 (gewoonlijk vandaag)
cli-argument-minutes = Maakt het verslag: met de besluiten die op die dag zijn vastgelegd
cli-paper-made = Document gemaakt: { $file }
cli-no-such-case = Register { $register } heeft geen zaak met nummer { $number }. Zoek het nummer op met: peildatum cases { $register }
cli-nothing-to-discuss = Register { $register } heeft nu geen zaken voor deze agenda. Kies andere zaken met --where of --cases.
# Definitions of the work, and what they refuse


# What is to be done
command-work = Mijn werk
    .about = Wat er te doen is, over alle registers
    .words = te laat, taken, to do, deadline, termijnen, deze week, actielijst
command-task-done = Taak is gedaan
    .about = De gekozen taak is gedaan
    .words = afvinken, klaar, gereed
command-put-off-task = Taak uitstellen…
    .about = De gekozen taak wacht, met een reden
    .words = later, verzetten, opschorten
command-undo = Ongedaan maken
    .about = Maak ongedaan wat u in dit venster het laatst deed
    .words = herstellen, terugdraaien, fout
command-redo = Opnieuw doen
    .about = Doe opnieuw wat u het laatst ongedaan maakte
    .words = herhalen
work = Mijn werk
work-name = { $count ->
    [0] Mijn werk
    [one] Mijn werk, 1 taak te laat of deze week
   *[other] Mijn werk, { $count } taken te laat of deze week
}
work-team = Team
work-nobody = Zonder behandelaar
work-colleague = Collega
work-only-late = Te laat
work-only-week = Deze week
work-only-idle = 30 dagen niets gebeurd
work-every-register = Alle registers
work-registers = Registers
work-of-team = Werk van het team
work-of-colleague = Werk van { $name }
work-of-nobody = Werk zonder behandelaar
work-subtitle = { $late } te laat, { $today } vandaag, { $week } deze week
work-list = { $count ->
    [one] Werk, 1 taak
   *[other] Werk, { $count } taken
}
work-late = Te laat
work-today = Vandaag
work-week = Deze week
work-later = Later
work-beyond = { $count ->
    [one] Nog 1 taak die pas over meer dan 60 dagen aan de beurt is
   *[other] Nog { $count } taken die pas over meer dan 60 dagen aan de beurt zijn
}
work-empty = Niets te doen
work-empty-next = Hier komen de volgende acties en termijnen van zaken waarvan u behandelaar bent. Kies Team voor het werk van iedereen.
work-empty-others = Hier komen de volgende acties en termijnen van lopende zaken, zodra ze er zijn.
task-done = Gedaan
task-put-off = Uitstellen…
task-due = Uiterlijk
task-statutory = wettelijk
task-next-action = Volgende actie
task-was-done = Gedaan: { $what } ({ $number })
task-was-put-off = Uitgesteld: { $what } ({ $number })
put-off-title = Uitstellen
put-off-until = Nieuwe datum
put-off-reason = Reden
put-off-store = Uitstellen
task-action-statutory = De termijn “{ $term }” kan niet worden uitgesteld, want die staat in de wet: { $law }.
task-action-not-later = Kies een dag na vandaag.
task-action-no-reason = Schrijf op waarom dit wacht.
task-action-next-action-needed = Deze zaak kan niet zonder volgende actie. Vul eerst een nieuwe volgende actie in.

# The case meeting
command-meeting = Casusoverleg met deze lijst…
    .about = Bespreek de zaken van deze lijst een voor een
    .words = vergadering, overleg, bespreken, agenda
command-resume-meeting = Verder met het casusoverleg
    .about = Ga terug naar het overleg dat bezig is
command-next-case = Volgende zaak in het overleg
    .about = De volgende zaak op de agenda
command-previous-case = Vorige zaak in het overleg
    .about = De vorige zaak op de agenda
command-end-meeting = Casusoverleg afsluiten
    .about = Sluit het overleg; de besluiten staan in de zaken
command-meeting-paper = Agenda of verslag van het overleg…
    .about = De agenda of het verslag als bestand
    .words = afdrukken, printen, notulen, verslag
meeting = Casusoverleg
meeting-begin = Overleg…
meeting-title = Casusoverleg { $register }
meeting-subtitle = { $handled } van { $all } besproken
meeting-store = Besluit opslaan
meeting-paper = Agenda of verslag…
meeting-end = Overleg afsluiten
meeting-typed = nog niet opgeslagen
meeting-handled = besproken
meeting-last = Laatste gebeurtenissen
meeting-no-decisions = Dit register kent geen besluiten, dus er is geen casusoverleg over te houden.
meeting-waits = Dit besluit is nog niet opgeslagen. Sla het op, of maak de velden leeg.
meeting-stored = Besluit opgeslagen. { $handled } van { $all } besproken.

# On paper
command-summary = Samenvatting maken…
    .about = De zaak op papier, om te delen of te bewaren
    .words = afdrukken, printen, word, dossier, papier, pdf
paper-of-case = Samenvatting van { $number }
paper-of-meeting = Casusoverleg op papier
paper-what = Wat
paper-as-minutes = Verslag met besluiten
paper-shareable = Alleen deelbare gegevens
paper-everything = Alle gegevens
paper-everything-warning = In dit document komen ook gegevens die niet gedeeld mogen worden. Geef het niet aan anderen.
paper-format = Vorm
paper-docx = Word (docx)
paper-html = Om af te drukken (html)
paper-file = Bestand
paper-no-name = Typ de naam van het bestand dat gemaakt wordt.
paper-make = Maken
paper-replace = Bestaand bestand vervangen
paper-made-at = Document gemaakt: { $file }
paper-open = Openen
message-open-case = { $number } openen
# The timeline of a case
ladder-heading = Ladder
ladder-at = stap { $at } van { $of }
ladder-now-until = nu, tot { $date }
ladder-now-since = nu, sinds { $date }
ladder-skipped = overgeslagen
timeline-of = { $at } van { $of }
timeline-shows = Tijdlijn toont: { $what }
timeline-linked = Gekoppeld aan { $number }
timeline-done = Gedaan: { $what }
timeline-put-off = Uitgesteld tot { $date }: { $what }
timeline-withdrawn = ingetrokken op { $date } door { $actor }
timeline-adjusted = aangepast op { $date } door { $actor }
timeline-reopened = Heropend
timeline-closed = Afgesloten
timeline-closed-as = Afgesloten: { $outcome }
timeline-merged = { $number } is hierin samengevoegd
timeline-not-taken-over = Niet overgenomen:
timeline-status = Status: { $status }
timeline-begun = { $case } begonnen
timeline-recorded = geregistreerd op { $date }
timeline-yesterday = gisteren
timeline-all = Alles
timeline-changes = Wijzigingen
timeline-withdrawn-filter = Ingetrokken
timeline-name = { $count ->
    [one] Tijdlijn, 1 gebeurtenis
   *[other] Tijdlijn, { $count } gebeurtenissen
}
timeline-more = Meer
timeline-less = Minder
timeline-nothing = Hier komt te staan wat er in deze zaak gebeurt.
timeline-edit = Aanpassen
timeline-withdraw = Intrekken…
timeline-open = Openen
timeline-save-as = Bewaren als…
timeline-withdraw-what = { $what } intrekken
timeline-withdraw-reason = Waarom
timeline-withdraw-do = Intrekken
timeline-needs-reason = Vul in waarom u dit intrekt. Het blijft in de geschiedenis staan.
case-facts = Gegevens
case-no-owner = Nog niemand
case-reports = { $count ->
    [one] 1 melding
   *[other] { $count } meldingen
}
case-more-actions = Meer
task-idle-look = Naar deze zaak kijken: al { $days } dagen geen contact of maatregel vastgelegd
case-due-at = Uiterlijk { $date } om { $time }
due-since = sinds { $time } te laat
timeline-taken-back = Ingetrokken. Het staat nog in de geschiedenis.

# Ties, gathering and documents
command-link = Koppelen aan een zaak…
    .about = Leg een verband met een andere zaak
    .words = verbinden, relatie, verwijzen
command-merge = Samenvoegen met…
    .about = Voeg een andere zaak van dit register bij deze zaak: het was dezelfde
    .words = dubbel, ontdubbelen, zelfde zaak
command-gather = Onderbrengen in een casus…
    .about = Breng deze zaak onder in een andere
    .words = casus maken, bundelen, in casus
command-attach = Bijlage toevoegen…
    .about = Zet een document op de tijdlijn
    .words = document, bestand, foto, bijlage uploaden
command-copy-text = Standaardtekst kopiëren…
    .about = Zet een ingevulde standaardtekst op het klembord
    .words = brief, sjabloon, mailtekst
case-picker-hint = Zoek op nummer, adres of naam
text-hint = Zoek op de naam van de tekst
text-copied = De tekst staat op het klembord. Vul aan waar … staat.
gather-new = Nieuwe { $case } van { $count ->
    [one] dit { $from }
   *[other] deze { $count } { $from }
}
gather-begin = Onderbrengen
gather-stored = { $count } { $cases } ondergebracht in { $number }
gather-from = Ontstaat uit { $number }. Bij het opslaan { $count ->
    [one] wordt dat
   *[other] worden die
} hieraan gekoppeld.
same-subject = Gaat dit over hetzelfde?
same-subject-field = zelfde { $field }
same-subject-in = in { $number }
same-subject-gather = Samen onderbrengen…
links-heading = Gekoppelde zaken
links-same-person = Mogelijk dezelfde persoon
link-to = Koppelen aan { $number }
link-unlink = Koppeling met { $number } intrekken…
link-stored = De zaken zijn gekoppeld.
other-cases-at-address = Bekend op dit adres: { $count ->
        [one] 1 andere zaak
       *[other] { $count } andere zaken
    }{ $running ->
        [0] { "" }
       *[other] , { $running } lopend
    }
other-cases-in-street = In dezelfde straat: { $count ->
        [one] 1 zaak
       *[other] { $count } zaken
    }{ $running ->
        [0] { "" }
       *[other] , { $running } lopend
    }
other-cases-newest = De { $shown } nieuwste van { $count }
documents-heading = Bijlagen
documents-attach = Bijlage toevoegen
documents-save = { $file } bewaren
documents-path = Bestand
documents-hint = Of sleep een bestand op dit venster. Een bestand is hoogstens { $size } MB.
documents-do-attach = Toevoegen
documents-do-save = Bewaren
documents-runs = Let op: een bestand als { $file } kan programma’s op uw computer starten. Bewaar het alleen als u weet van wie het komt en wat het is.
documents-needs-path = Vul in om welk bestand het gaat, of kies het met Bladeren.
documents-exists = Er staat al een bestand met deze naam. Bewaar nog een keer om het te vervangen, of kies een andere naam.
documents-no-folder = Er kan geen tijdelijke map worden gemaakt. Bewaar de bijlage in een map en open die daar.
document-attached = { $file } is toegevoegd
document-instead-of-import = { $file } is als bijlage toegevoegd. Wilt u het bestand importeren? Sluit dan eerst de zaak.

# Definitions that name one another
definition-other-team = Register “{ $value }” hoort bij een ander team. Zaken kunnen alleen worden verzameld in een register van hetzelfde team.
definition-never-taken-over = “{ $value }” blijft in het eigen register: wat over gezondheid gaat, van de politie komt of van de melder is, wordt nooit overgenomen.

# A filter by its name
command-filter = Filteren op…
    .about = Laat een deel van de lijst of de cijfers zien
    .words = zoeken in lijst, selecteren, beperken, alleen
command-choose-case = Deze zaak kiezen
    .about = Kiest of laat los, samen met andere; op een kopje de hele groep. Shift met de pijltjes kiest een reeks
    .words = selecteren, aanvinken
command-choose-all = Alles kiezen
    .about = Kiest alle zaken die de lijst laat zien
    .words = alles selecteren
command-change-many = Gekozen zaken wijzigen…
    .about = Geef veel zaken tegelijk een status, behandelaar, wijk of andere keuze, met eerst een voorbeeld
    .words = bulk, massaal, meerdere tegelijk, toewijzen
command-finish-many = Gekozen zaken afsluiten…
    .about = Sluit veel zaken tegelijk af met een datum en een uitkomst; per zaak vraagt het alleen wat nog mist
    .words = bulk, massaal, meerdere tegelijk, beëindigen, sluiten
command-group = Groeperen op…
    .about = Zet de zaken van de lijst onder kopjes, met aantallen
    .words = kopjes, indelen, per wijk, per behandelaar
filter-hint = Typ wat u wilt zien, bijvoorbeeld een wijk
# Een casus uit een ander dossier
gather-not-at-hand = Een zaak waaruit deze casus ontstaat, kan nu niet worden gelezen. Er is niets opgeslagen. Wat u typte blijft staan; probeer het zo opnieuw.

# Een bijlage bekijken
document-is-a-copy = U bekijkt een kopie. Wilt u iets wijzigen? Bewaar de bijlage in een map en voeg de nieuwe versie toe.

# De bestanden die het systeem laat kiezen
picker-tables = CSV en Excel

# Een stap of bijlage die niet kan
ladder-closed = Deze zaak is afgesloten op { $date }. Open haar eerst opnieuw.
document-absent = Bestand { $file } is niet gevonden. Controleer de naam en de map.
document-is-folder = { $file } is een map. Kies één bestand, of voeg de bestanden een voor een toe.
document-empty = Bestand { $file } is leeg. Er is niets toegevoegd. Controleer of het goed is bewaard.
# Een concept dat al opgeslagen is
store-draft-stored = Dit concept is intussen al opgeslagen, bij zaak { $number } ({ $register }). Er is nu niets opgeslagen en wat u typte blijft staan. Open die zaak, vul aan wat daar nog ontbreekt en gooi daarna dit concept weg.

section-everywhere = Overal
section-list = Lijst
section-case = Zaak
section-form = Formulier
section-figures = Cijfers
section-work = Werk
section-meeting = Overleg
section-manage = Beheer

# Beheer
manage = Beheer
command-manage = Naar Beheer
    .about = Lijsten, medewerkers, standaardteksten en definities van de gemeente.
    .words = instellingen, lijsten, medewerkers, keuzes, wijken, definities
command-new-item = Nieuw in deze lijst
    .about = Een keuze, een medewerker of een standaardtekst erbij in de lijst die open is.
command-edit-item = Wijzigen in deze lijst
    .about = Naam, andere schrijfwijzen en dagen van de gekozen regel.
command-item-up = Eén plaats omhoog
    .about = De gekozen regel staat in formulieren en tabellen een plaats hoger.
command-item-down = Eén plaats omlaag
    .about = De gekozen regel staat in formulieren en tabellen een plaats lager.
command-merge-item = Samenvoegen met…
    .about = De gekozen keuze gaat verder als een andere. Zaken tellen daar mee; wat is opgeslagen blijft staan.
command-retire-item = Afvoeren of weer aanbieden
    .about = De gekozen regel wordt niet meer aangeboden, of weer wel. Waar die is gebruikt, blijft die tellen.
command-remove-item = Verwijderen
    .about = Wat in het programma is toegevoegd en nooit is gebruikt, gaat uit de lijst.
command-list-history = Geschiedenis van de lijst
    .about = Wie wat wijzigde en wanneer, en terug naar hoe het was.
manage-subjects = Wat er te beheren is
manage-shared = Gedeeld
manage-registers = Per register
manage-texts = Standaardteksten
manage-definition = Definitie
manage-of-register = { $register }: { $what }
manage-about-shared = Deze lijst geldt in elk register dat haar gebruikt. Een wijziging geldt meteen.
manage-about-choices = De keuzes van dit register. Een wijziging geldt meteen, in elk venster.
manage-about-people = Namen die als behandelaar worden voorgesteld. Wie weg is, blijft in zaken staan.
manage-about-texts = Teksten die bij zaken worden aangeboden en ingevuld.
manage-about-definition = Wat een zaak is in dit register. Links de tekst, rechts wat ervan komt.
manage-about-indicators = Alle indicatoren van de gemeente. Waarden van jaren typt u bij Indicatoren.
manage-goal = Doelstelling
manage-measured = Gemeten in
manage-priority = Speerpunt
manage-direction = Richting
manage-description = Omschrijving
manage-description-in-english = Omschrijving in het Engels
manage-indicator-counted = Dit cijfer volgt uit de zaken van { $register }. Waaruit het volgt en waarin het uiteenvalt, staat in een bestand.
manage-name = Naam
manage-name-in-english = Naam in het Engels
manage-aliases = Andere schrijfwijzen
manage-aliases-hint = met ; ertussen
manage-arrives-as = Postcodes en schrijfwijzen
manage-postcodes = Postcodegebieden
manage-municipality = Gemeente
manage-businesses = Bedrijventerrein, zonder woningen
manage-of-businesses = Ook van bedrijventerreinen
manage-more = Meer
manage-id = In bestanden en opdrachten: { $id }
manage-days = Wordt aangeboden
manage-from = Aangeboden vanaf
manage-until = Tot en met
manage-from-on = vanaf { $from }
manage-up-to = t/m { $until }
manage-cases = Zaken
manage-statuses = Eerst aangeboden bij
manage-body = Tekst
manage-body-in-english = Tekst in het Engels
manage-blanks = Wordt ingevuld: { $blanks }
manage-preview = Zo ziet de tekst eruit in een verzonnen zaak
manage-preview-person = Verzonnen Persoon
manage-preview-text = verzonnen tekst
manage-preview-street = Verzonnenstraat
manage-retired = afgevoerd
manage-not-yet = nog niet
manage-past = voorbij
manage-goes-on-as = gaat verder als { $into }
manage-list-name = { $list }, { $count ->
    [one] één regel
   *[other] { $count } regels
}
manage-used-in = { $count ->
    [0] geen zaken
    [one] 1 zaak
   *[other] { $count } zaken
}
manage-used = Gebruikt in
manage-used-at = { $register }, { $field }: { $count ->
    [one] 1 zaak
   *[other] { $count } zaken
}
manage-unused = Nog geen enkele zaak
manage-new = Nieuw
manage-new-action = Nieuw
manage-new-register = Nieuw register
manage-new-register-action = Nieuw register
manage-history = Geschiedenis
manage-empty = Hier staat nog niets
manage-empty-next = Voeg de eerste toe met Ctrl N.
manage-name-missing = Geef een naam.
manage-name-taken = “{ $name }” staat al in deze lijst. Kies een andere naam.
manage-merge-with = “{ $name }” ({ $count ->
    [one] 1 zaak
   *[other] { $count } zaken
}) gaat verder als…
manage-said-added = “{ $name }” is toegevoegd
manage-said-changed = “{ $name }” is gewijzigd
manage-said-moved = De volgorde is gewijzigd
manage-said-retired = “{ $name }” wordt niet meer aangeboden
manage-said-restored = “{ $name }” wordt weer aangeboden
manage-said-removed = “{ $name }” is uit de lijst
manage-said-merged = “{ $name }” gaat verder als “{ $into }”: { $count ->
    [one] 1 zaak telt daar mee
   *[other] { $count } zaken tellen daar mee
}
manage-said-back = De lijst is weer zoals zij was
manage-said-definition = De definitie van “{ $name }” is opgeslagen en geldt nu
manage-history-of = Geschiedenis van { $what }
manage-history-empty = Nog niets gewijzigd
manage-history-empty-next = Wat u hier wijzigt, blijft met naam en tijd bewaard.
manage-back-to = Zo weer gebruiken
manage-as-shipped = Alles weer zoals meegeleverd
manage-was-restored = Terug naar wat is meegeleverd
manage-was-rewritten = Tekst van de definitie gewijzigd
manage-was-added = Toegevoegd: { $name }
manage-was-removed = Uit de lijst: { $name }
manage-was-changed = Gewijzigd: { $name }
manage-was-renamed = Hernoemd: { $before } heet nu { $name }
manage-was-merged = Samengevoegd: { $name } gaat verder als { $into }
manage-was-retired = Afgevoerd: { $name }
manage-was-offered = Weer aangeboden: { $name }
manage-was-ordered = Volgorde gewijzigd
manage-definition-text = Tekst van de definitie
manage-definition-fits = De definitie klopt. Opslaan brengt haar meteen in gebruik.
manage-form = Het formulier
manage-mistakes = { $count ->
    [one] Eén fout
   *[other] { $count } fouten
}
manage-field-gone = Het veld “{ $field }” verdwijnt uit formulieren en lijsten. { $count ->
    [0] Geen enkele zaak heeft er iets in staan.
    [one] Wat er in één zaak staat, blijft bewaard.
   *[other] Wat er in { $count } zaken staat, blijft bewaard.
}
manage-field-new = Het veld “{ $field }” komt erbij
manage-misfit = Wat in Beheer is gewijzigd aan { $what } past niet meer en telt nu niet mee: { $mistakes }
undo-list-changed = De lijst is intussen gewijzigd. Kijk in de geschiedenis van de lijst hoe zij was.

publication-reference = Peildatum { $date }
publication-made = Gemaakt op { $date } om { $time } door { $by } met Peildatum
publication-of-which = waarvan { $field }: { $value }
publication-difference = Verschil
publication-difference-of-shares = Verschil in procentpunten
publication-change = Verschil in %
publication-against = Vergeleken met { $days }
publication-sheet-numbers = Cijfers
publication-sheet-cases = Zaken
publication-unknown-ending = Van bestand { $file } is niet op te maken welke soort het moet worden. Kies een naam die eindigt op { $known }.
format-xlsx = Excel
format-csv = CSV
format-json = voor programma’s
format-html = tabel voor Word
format-svg = tekening
format-png = afbeelding
shares-of-row = Percentages van het totaal van de rij. In alle rijen samen: { $total }
shares-of-column = Percentages van het totaal van de kolom. In alle kolommen samen: { $total }
shares-of-all = Percentages van het geheel: { $total }
shares-of-period = Percentages van het totaal van elke periode
shares-of-part = Percentages van het totaal van elke kolom over alle periodes
shares-of-all-periods = Percentages van het totaal van alle periodes
publication-year-before = Een jaar eerder
quantity-persons = aantal personen
quantity-sum = som van { $field }
quantity-average = gemiddelde van { $field }
quantity-duration-median = mediaan van de duur in dagen
quantity-duration-q1 = eerste kwartiel van de duur in dagen
quantity-duration-q3 = derde kwartiel van de duur in dagen
quantity-duration-average = gemiddelde duur in dagen
persons-do-not-add-up = Een persoon kan in meer dan één deel voorkomen. Daarom is de som van de delen soms hoger dan het totaal.
persons-unknown = Van { $count } { $cases } is de persoon niet bekend. Elk telt hier als een andere persoon.
average-weighs = Het gemiddelde weegt naar { $field }.
quantity-unknown = Van { $count } { $cases } is dit niet bekend. Die tellen hier niet mee.
cli-file-made = Bestand gemaakt: { $file }
cli-argument-distinct = Telt persons (personen) in plaats van zaken: één persoon is dezelfde naam en geboortedatum
cli-argument-sum = Telt dit getal op, bijvoorbeeld aantal-deelnemers
cli-argument-average = Neemt het gemiddelde van dit getal, bijvoorbeeld cijfer
cli-argument-duration = Hoe lang zaken duren, in dagen: median (de middelste), q1 of q3 (een kwart, of drie kwart is korter) of average (het gemiddelde)
cli-argument-percent = Toont percentages: van row (de rij), column (de kolom) of all (het geheel). In een reeks is een periode een rij
cli-argument-against = Zet er een andere periode naast, met het verschil
cli-argument-year-before = Zet er dezelfde periodes van een jaar eerder naast, met het verschil
cli-argument-of-which = Zet onder elke rij hoeveel zaken dit ook hebben, bijvoorbeeld minderjarig=ja; mag vaker
cli-argument-figure-out = Het bestand dat wordt gemaakt: .xlsx (Excel), .csv, .json, .html (tabel), en van een cijfer ook .svg of .png (grafiek)
cli-argument-dialect = Hoe een .csv wordt geschreven: excel (voor Nederlandse Excel, gewoonlijk) of rfc4180 (voor programma’s)
search-cases = Zaken
search-other-cases = Andere zaken
search-recent = Laatst geopend
search-lists = Lijsten
search-sort-by = Sorteren op { $column }
search-hide-column = Kolom weg: { $column }
search-show-column = Kolom erbij: { $column }
search-drafts = Concepten
search-actions = Acties
section-screens = Schermen
search-more = { $count ->
    [one] Nog één zaak. Typ meer om hem te vinden.
   *[other] Nog { $count } zaken. Typ meer om er minder te vinden.
    }
search-many-more = Nog meer dan { $count } zaken. Typ meer om er minder te vinden.
command-columns = Kolommen…
    .about = Kies welke kolommen de lijst heeft, en in welke volgorde
    .words = kolom, velden tonen, breedte
command-views = Weergaven…
    .about = De opgeslagen weergaven van dit register: van de lijst, of van de cijfers
    .words = favorieten, opgeslagen lijsten, bladwijzers
command-open-view = Weergave openen
    .about = Ga naar een lijst of een cijfer zoals die is opgeslagen
command-open-figure = Cijfers openen
    .about = Ga naar een standaardtabel van een register
command-save-view = Weergave opslaan
    .about = Bewaar de lijst of het cijfer zoals het nu is in de weergave die open is
    .words = favoriet bewaren
command-save-view-as = Opslaan als nieuwe weergave…
    .about = Bewaar wat de lijst of het cijfer maakt onder een naam: filters, rijen, kolommen
    .words = favoriet maken, filter bewaren
command-standard-view = Zonder weergave
    .about = De lijst of het cijfer zoals het zonder weergave is
    .words = filters wissen, alles tonen
command-rename-view = Naam van de weergave wijzigen…
    .about = Geef de weergave een andere naam
command-share-view = Delen met het team, of niet meer
    .about = Collega's van het team zien een gedeelde weergave ook
command-open-with-view = Hiermee openen, of niet meer
    .about = Het register opent voortaan met deze weergave
command-delete-view = Weergave verwijderen
    .about = Gooi de weergave weg; wat u ziet en de zaken blijven
command-restore-view = Weergave terughalen
    .about = Haal de weergave terug die u het laatst verwijderde
views = Weergaven
views-none = Sla de lijst op zoals u hem nodig hebt: filters, volgorde en kolommen. Met één keuze ligt hij er weer zo.
views-none-of-figures = Sla het cijfer op zoals u het nodig hebt: rijen, kolommen, filters en grafiek. Op elke peildatum staat het er weer zo.
view-open = Weergave: { $view }
view-changed = Weergave: { $view } (gewijzigd)
view-shared = Gedeeld
view-kept = Weergave “{ $view }” is opgeslagen.
view-deleted = Weergave “{ $view }” is verwijderd.
view-opens = Dit register opent voortaan met “{ $view }”.
view-opens-no-longer = Dit register opent niet meer met “{ $view }”.
view-missing = Deze weergave noemt iets dat er niet meer is: { $what }. De rest is toegepast.
view-unreadable = Weergave “{ $view }” kan niet worden gelezen. Sla hem opnieuw op, of verwijder hem.
view-name-new = Nieuwe weergave
view-name = Naam van de weergave
view-name-label = Naam
view-name-hint = Bijvoorbeeld: Maandagoverleg
view-name-missing = Geef de weergave een naam.
view-name-taken = Dit register heeft al een weergave met deze naam. Kies een andere naam.
view-share-label = Delen met het team
columns-title = Kolommen
columns-hint = Spatie kiest een kolom, Alt ↑ en Alt ↓ verplaatsen hem; slepen kan ook.
columns-standard = Standaard
columns-unsorted = niet te sorteren
sensitivity-minor = Minderjarige
sensitivity-special = Bijzonder
sensitivity-criminal = Strafrechtelijk
sensitivity-police = Politie
filter-with = met
filter-and = en
filter-in-which = waarin staat
filter-either = { $first } of { $last }
filter-chip = Filter { $filter }
filter-remove-keys = Openen om te wijzigen; Delete haalt het weg
filter-owner = Van wie
filter-more-owners = { $count ->
    [one] Nog één behandelaar: typ de naam
   *[other] Nog { $count } behandelaars: typ een naam
}
filter-due = Uiterlijk
filter-words = “{ $words }”
filter-words-label = Woorden, of het eind van een nummer
owner-me = van mij
owner-nobody = van niemand
owner-of = van { $name }
filter-due-late = te laat
filter-due-this-week = deze week te doen
filter-due-later = later te doen
filter-due-nothing = niets te doen
begin-last-week = laatste 7 dagen
begin-last-month = laatste 30 dagen
begin-this-year = dit jaar
begin-last-year = vorig jaar
begin-between = { $from } t/m { $to }
begin-from = Van
begin-to = Tot en met
filter-by-words = Zaken waarin “{ $words }” staat
command-case-menu = Acties van de zaak
    .about = Open het menu met alles wat u met de zaak kunt doen
    .words = menu, meer

# The desk: indicators
indicators = Indicatoren
section-indicators = Indicatoren
command-indicators = Naar Indicatoren
    .about = Doel en realisatie per jaar, zoals in het jaarverslag
    .words = doelen, begroting, realisatie, kpi
command-indicator = Naar deze indicator
    .about = Een indicator met zijn doel, realisatie en verloop
command-type-year = Waarde invullen
    .about = Vul begroting en realisatie in van de gekozen indicator, voor het jaar van de peildatum
    .words = cijfer invullen, realisatie typen
command-year-history = Geschiedenis
    .about = Wie wat wanneer heeft ingevuld voor dit jaar, en terug naar een eerdere versie
command-many-years = Over de jaren
    .about = De indicatoren over veel jaren naast elkaar, met gemiddelde en spreiding, of weer die van een jaar
    .words = meerjarig, reeks, tabel over jaren
indicator-years-subtitle = Tot en met { $year }, met het gemiddelde en de spreiding
indicator-years-break = reeksbreuk vanaf { $year }
indicator-years-from = Vanaf jaar
indicator-years-from-hint = eerste bekende
indicator-years-not-a-year = Typ een jaar, zoals 2014.
indicator-years-keys = Spatie kiest wat wordt geëxporteerd (zonder keuze alles), Enter opent de indicator.
indicator-years-chosen = Gekozen
indicator-years-list-name = Indicatoren over de jaren, { $count }
command-districts = Kenmerken van wijken
    .about = Woningen, inwoners en bedrijven per wijk invullen, voor het jaar van de peildatum, of terug naar de indicatoren
    .words = woningen per wijk, inwoners per wijk
districts-subtitle = Waar een cijfer per 1.000 van kan worden gegeven, in het jaar van de peildatum
districts-kind = Kenmerk
districts-keys = Pijltjes kiezen een regel, Enter vult in, Ctrl Enter slaat op. Leeg wist de waarde.
districts-list-name = Kenmerken van wijken, { $count }
districts-conflict = Iemand anders heeft dit intussen gewijzigd. Hierboven staat wat er nu is; vul het zo nodig opnieuw in.
indicators-part = Onderdeel
indicators-unit = Eenheid
indicators-goal = Doelstelling
indicators-broken = Reeksbreuk
indicators-lines = { $count ->
    [one] 1 regel
   *[other] { $count } regels
}
indicators-title = Indicatoren { $year }
indicators-subtitle = Doel en realisatie van { $year }, naast { $before }
indicators-list-name = Indicatoren, { $count }
indicators-indicator = Indicator
indicators-line = { $indicator }, begroting { $budget }, realisatie { $actual }, { $before } { $earlier }
indicators-reached = Doel gehaald
indicators-no-goal = Bij geen doelstelling
indicators-unknown = Nog niets bekend over { $before } en { $year }
indicators-empty = Nog geen indicatoren ingevuld
indicators-empty-next = Hier ziet u straks per doelstelling de begroting en de realisatie, zoals in het jaarverslag. Lees een bestand in, of kies links een indicator en vul een waarde in.
indicators-empty-year = Over { $before } en { $year } is nog niets bekend
indicators-empty-year-next = Kies links een indicator en vul een waarde in, of lees een bestand in. Over een ander jaar is wel iets bekend.
indicators-to-year = Naar { $year }
indicators-lower = lager is beter
indicators-higher = hoger is beter
indicators-neutral = neutraal
indicators-unit-count = aantal
indicators-unit-euro = in euro’s
indicators-unit-mark = rapportcijfer
indicators-unit-percent = percentage
indicators-basis = Herkomst
indicators-basis-typed = ingevoerd
indicators-basis-counted = geteld
indicators-basis-computed = berekend
indicators-by-cases = Volgens de zaken
indicators-by-values = Volgens de andere waarden
indicators-of = uit { $name }
indicators-to = gedeeld door { $name }
indicators-course = Verloop
indicators-edition-of = Begroting { $year } volgens
indicators-document-of = Realisatie { $year } volgens
indicators-version-of = Gemeten in { $year } met
indicators-file = Vastgelegd in
indicators-budget = Begroting
indicators-edition = Begroting volgens
indicators-edition-hint = Programmabegroting 2025, 1e wijziging
indicators-actual = Realisatie
indicators-document = Realisatie volgens
indicators-document-hint = Jaarverslag 2025
indicators-parts = Waarvan
indicators-version = Gemeten met
indicators-source = Bron
indicators-note = Toelichting
indicators-reason = Reden van de wijziging
indicators-reason-hint = Staat straks in de geschiedenis
indicators-form-title = { $year }: { $indicator }
indicators-form-counted = Uit de zaken volgt { $amount }. Wat u als realisatie invult, gaat voor; beide blijven zichtbaar.
indicators-form-computed = Uit de andere waarden volgt { $amount }. Wat u als realisatie invult, gaat voor; beide blijven zichtbaar.
indicators-waits = Wat u typte, wacht bij de indicator. Het is nog niet opgeslagen.
indicators-unchanged = Er is niets gewijzigd.
indicators-nothing = niets
indicators-conflict = Iemand anders heeft dit intussen gewijzigd. Nu staat er: { $now }. Wat u typte, staat hieronder nog. Sla nog eens op om het daarvoor in de plaats te zetten.
indicators-said-kept = Opgeslagen: { $indicator }, { $year }
indicators-said-back = Teruggezet: { $indicator }, { $year }
indicators-history-of = Geschiedenis van { $indicator }, { $year }
indicators-history-empty = Voor dit jaar is nooit iets ingevuld
indicators-history-empty-next = Zodra iemand iets invult of inleest, staat hier wie dat deed en wanneer.
indicators-was-set = { $what } { $after }
indicators-was-changed = { $what } { $before } → { $after }
indicators-was-cleared = { $what } leeggemaakt, was { $before }
undo-years-changed = Deze waarden zijn intussen gewijzigd. Kijk in de geschiedenis van de indicator wat er stond.
import-values = Nieuwe en gewijzigde waarden
import-value-year = Jaar
import-value-kind = Wat
import-value-indicator = Indicator
import-value-change = Verschil
import-value-new = nieuw
import-value-other = gewijzigd
import-values-stored = { $count ->
    [one] 1 rij ingelezen bij de indicatoren
   *[other] { $count } rijen ingelezen bij de indicatoren
}
import-values-were-undone = Deze invoer is ongedaan gemaakt. De waarden zijn weer zoals ze waren.
help-word-target = Begroting en realisatie
help-text-target = Wat een indicator in een jaar moest worden, en wat hij werd. Bij “lager is beter” is het doel gehaald als de realisatie niet boven de begroting komt, bij “hoger is beter” als zij er niet onder blijft.
help-word-basis = Ingevoerd, geteld, berekend
help-text-basis = Een ingevoerde waarde heeft geen zaken achter zich. Een getelde volgt uit de zaken en opent ze, een berekende volgt uit twee andere waarden. Wat is ingevoerd, gaat voor; wat anders volgt, staat ernaast.
help-word-break = Reeksbreuk
help-text-break = Vanaf dat jaar is anders gemeten, bijvoorbeeld met een andere enquête. De jaren ervoor en erna zijn niet te vergelijken.

# The desk: finances
finances = Financiën
command-finances = Naar Financiën
    .about = Kijk na of de bedragen van een programma met elkaar kloppen
    .words = geld, bedragen, euro, begroting
finances-subtitle = Kloppen de bedragen van een programma met elkaar?
finances-check = Nakijken
finances-not-stored = Het bestand wordt eerst nagekeken. Pas met Bewaren worden de bedragen bewaard, zoals ze er staan.
finances-keep = Bewaren
finances-by-document = Per document
finances-by-years = Jaren naast elkaar
finances-unchanged = Deze bedragen waren al bewaard.
finances-said-kept = { $count ->
    [one] 1 bedrag bewaard
   *[other] { $count } bedragen bewaard
}
finances-empty = Nog geen bestand nagekeken
finances-empty-next = Kies een bestand met per rij gemeente, document, conventie, post, soort, jaar, fase en bedrag. U ziet de tabellen, en van elk totaal of het klopt met zijn delen.
finances-right = { $count } optellingen kloppen
finances-rounded = { $count } door afronding
finances-wrong = { $count } fout
finances-cell-right = klopt
finances-cell-rounded = afronding { $difference }
finances-cell-wrong = fout { $difference }
finance-read-thousands = Bedragen × € 1.000, elk afgerond.
finance-read-euros = Bedragen in euro’s.
finance-read-negative = Lasten staan onder nul, baten erboven: een saldo onder nul kost geld.
finance-read-positive = Lasten en baten staan beide boven nul; in het saldo gaan de lasten eraf.

# A diagnosis for a helpdesk
cli-command-diagnose = Maakt een bestand voor wie u helpt, over dit systeem, de kluis en het logboek, zonder iets uit zaken
cli-argument-diagnosis-out = Het bestand dat wordt gemaakt (gewoonlijk peildatum-diagnose met dag en tijd, in deze map)
diagnosis-title = Diagnose van Peildatum
diagnosis-about = Voor wie u helpt. Hier staat niets in uit zaken, en geen namen van personen, bestanden of mappen.
diagnosis-made = Gemaakt
diagnosis-program = Programma
diagnosis-version = Versie
diagnosis-built-for = Gebouwd voor
diagnosis-built-with = Gebouwd met
diagnosis-sqlite = SQLite
diagnosis-system = Systeem
diagnosis-os = Besturingssysteem
diagnosis-processors = Processoren
diagnosis-window-system = Venstersysteem
diagnosis-graphics = Beeld
diagnosis-renderer = Tekenen met
diagnosis-adapter = Grafische kaart
diagnosis-scale = Schaal
diagnosis-no-adapter = onbekend: geen gevonden met Vulkan, Direct3D 12 of Metal
diagnosis-no-window = onbekend: er is geen venster open
diagnosis-unknown = onbekend
diagnosis-settings = Instellingen
diagnosis-language = Taal
diagnosis-theme = Licht of donker
diagnosis-size = Grootte
diagnosis-density = Afstand
diagnosis-work = Wiens werk
diagnosis-panels = Breedte van panelen
diagnosis-opening-views = Registers die met een weergave openen
diagnosis-set-columns = Registers met eigen kolombreedtes
diagnosis-vault = Kluis
diagnosis-no-vault = Er is geen kluis bekend.
diagnosis-folder = Map
diagnosis-network = Op een netwerkschijf
diagnosis-registers = Registers
diagnosis-mistakes = Fouten in de definities
diagnosis-newest-version = Bestandsversie van dit programma
diagnosis-other-files = Andere .db-bestanden
diagnosis-file = Bestand
diagnosis-bytes = Grootte in bytes
diagnosis-bytes-waiting = Grootte van -wal in bytes
diagnosis-unreadable = Niet te lezen
diagnosis-file-version = Bestandsversie
diagnosis-page-size = Bytes per pagina
diagnosis-pages = Pagina’s
diagnosis-free-pages = Vrije pagina’s
diagnosis-problems = Fouten bij de controle
diagnosis-whole = geen
diagnosis-register = Register { $register }: zaken { $cases }, op de tijdlijn { $entries }
diagnosis-log = Laatste regels van het logboek
diagnosis-no-log = Er is geen logboek.
diagnose-title = Diagnose maken
diagnose-contents = Eén tekstbestand voor de helpdesk: de versies, het systeem, de instellingen zonder mappen, de grootte en de controle van de bestanden van de kluis, het aantal zaken per register en de laatste 200 regels van het logboek. Er staat niets in uit zaken, en geen namen van personen, bestanden of mappen. Lees het gerust na voor u het verstuurt.
diagnose-made-at = Diagnose gemaakt: { $file }
fault-status-before = “{ $status }” kan niet: de zaak is al begonnen. Kies een status van een begonnen zaak.
fault-outcome-before = “{ $outcome }” kan niet: daarmee eindigt alleen wat nooit is begonnen. Kies een andere uitkomst.
fault-outcome-of-begun = “{ $outcome }” kan niet: de zaak is nooit begonnen. Kies een uitkomst die daarbij hoort.
fault-began-before-it-came = Het begin { $begin } ligt vóór { $came }, de dag waarop dit binnenkwam. Verbeter een van beide datums.
fault-lapsed-before = De zaak is heropend op { $opened }, maar dit was toen al voorbij. Vul in tot wanneer het nu geldt.
definition-preparation-needs = Wat wordt voorbereid voordat het begint, heeft ook “{ $value }” nodig.
new-definition-reason = Aangepast aan de nieuwe omschrijving van het register
form-needs-since = Vul de datum in waarop dit binnenkwam.
case-came = in voorbereiding sinds { $date }
measure-in-voorbereiding = In voorbereiding
figures-what-in-voorbereiding = { $cases } in voorbereiding
vault-is-synced = Deze kluis staat in een map die { $service } synchroniseert ({ $folder }). Zo kan zij beschadigd raken en staan uw gegevens ook ergens anders. Sluit elk venster en laat uw beheerder de map verplaatsen.
vault-figures-moved = Cijfers van vorige jaren zijn verschoven in { $registers }. Beheer zegt bij het register wat.
manage-moved =
    Bij de bijgewerkte omschrijving verschoven deze cijfers:
    { $years }
backup-made = Reservekopie { $name } is gemaakt en gecontroleerd: { $cases ->
    [one] 1 zaak
   *[other] { $cases } zaken
} in { $files ->
    [one] 1 bestand
   *[other] { $files } bestanden
}, in map { $folder }.
backup-verified = Reservekopie { $name } is heel: { $cases ->
    [one] 1 zaak
   *[other] { $cases } zaken
} in { $files ->
    [one] 1 bestand
   *[other] { $files } bestanden
}.
backup-no-backups = Er zijn nog geen reservekopieën.
backup-name = Naam
backup-when = Gemaakt
backup-why = Waarom
backup-checked = Gecontroleerd
backup-cases = Zaken
backup-is-verified = ja
backup-not-verified = nee
backup-unknown-cases = onbekend
backup-manual = op verzoek
backup-daily = dagelijks
backup-closing = bij sluiten
backup-migration = vóór een nieuwe versie
backup-before-restore = vóór terugzetten
backup-before-repair = vóór herstellen
backup-none = In map { $folder } staat geen reservekopie.
backup-unknown = In map { $folder } staat geen reservekopie { $name }. De nieuwste is { $newest }.
backup-damaged = Reservekopie { $name } is niet meer zoals zij is gemaakt: { $file } is beschadigd of gewijzigd. Gebruik een andere reservekopie.
backup-of-another = Reservekopie { $name } is van een andere kluis. Kies een reservekopie van deze kluis, of zet haar terug in een nieuwe map met --vault.
backup-second-in-vault = Map { $folder } ligt in de map van de kluis en gaat daarmee verloren. Kies een map op een andere schijf, of op een netwerkschijf.
backup-without-team = In reservekopie { $name } staat geen bestand van { $team }. Zij heeft: { $known }.
restore-from = Terug naar reservekopie { $name }, van { $days ->
    [0] vandaag
    [1] 1 dag geleden
   *[other] { $days } dagen geleden
}.
restore-nothing = Er verandert niets in { $teams }.
restore-instead = De kopie komt in de plaats van een bestand dat niet te lezen is. { $why }
restore-gone = { $count ->
    [one] 1 zaak die daarna is gemaakt, verdwijnt
   *[other] { $count } zaken die daarna zijn gemaakt, verdwijnen
} ({ $numbers }).
restore-older = { $count ->
    [one] 1 zaak wordt weer zoals zij toen was
   *[other] { $count } zaken worden weer zoals zij toen waren
} ({ $numbers }).
restore-back = { $count ->
    [one] 1 zaak komt terug
   *[other] { $count } zaken komen terug
} ({ $numbers }).
restore-records = { $count ->
    [one] 1 wijziging in lijsten, definities of jaarcijfers verdwijnt.
   *[other] { $count } wijzigingen in lijsten, definities of jaarcijfers verdwijnen.
}
restore-more = en nog { $count }
restore-done = De reservekopie is teruggezet.
restore-before = Wat er stond, is bewaard als reservekopie { $name }.
restore-kept = Van wat er stond, kon geen reservekopie worden gemaakt. De bestanden zelf liggen in map { $folder }.
restore-dry-run = Er is niets gewijzigd.
cli-command-backup = Maakt, toont, controleert en herstelt reservekopieën van de kluis
cli-command-backup-make = Maakt nu een reservekopie en controleert haar
cli-command-backup-list = Toont de reservekopieën, de nieuwste eerst
cli-command-backup-verify = Controleert een reservekopie: elk bestand wordt gelezen en geopend
cli-command-backup-restore = Zet een reservekopie terug, zonder te vragen; de kluis zoals zij nu is, blijft bewaard als reservekopie
cli-argument-group = Aan wie de kluis ook openstaat: de leden van deze groep van het systeem (gewoonlijk niemand anders dan u)
cli-argument-backup-to = Een tweede map, die ook een kopie krijgt; liefst op een andere schijf
cli-argument-backup-from = De map waarin de reservekopieën staan (gewoonlijk backups in de kluis)
cli-argument-backup-name = De naam van de reservekopie, zoals backup list die toont
cli-argument-backup-verified = De naam van de reservekopie (gewoonlijk de nieuwste)
cli-argument-teams = Alleen het bestand van dit team; mag vaker
cli-argument-restore-dry-run = Alleen tonen wat er zou veranderen
cli-command-doctor = Kijkt of elk bestand van de kluis heel en in orde is, en herstelt met --repair wat te herstellen is
cli-argument-doctor-repair = Herstellen wat te herstellen is, na een reservekopie; sluit eerst elk venster met deze kluis
doctor-clean = Alle bestanden van de kluis zijn heel en kloppen.
doctor-readable = { $of ->
    [0] Er is geen zaak te lezen.
   *[other] Te lezen: { $cases } van { $of } zaken.
}
doctor-cases = Zaken: { $numbers }.
doctor-repaired = Hersteld.
doctor-file-gone = { $file }: het bestand is weg of leeg.
doctor-other-file = { $file }: hier staat een ander bestand.
doctor-foreign-log = { $file }: ernaast staat een -wal van een ander exemplaar.
doctor-unreadable = { $file }: het bestand is niet te lezen.
doctor-damaged = { $file }: het bestand is beschadigd.
doctor-index = { $file }: { $count ->
    [one] de inhoudsopgave van het bestand klopt op 1 plaats niet.
   *[other] de inhoudsopgave van het bestand klopt op { $count } plaatsen niet.
}
doctor-search-index = { $file }: de inhoudsopgave van het zoeken klopt niet.
doctor-case-unreadable = { $file }: { $count ->
    [one] 1 zaak is niet te lezen.
   *[other] { $count } zaken zijn niet te lezen.
}
doctor-case = { $file }: { $count ->
    [one] 1 zaak is anders dan de geschiedenis ervan zegt.
   *[other] { $count } zaken zijn anders dan hun geschiedenis zegt.
}
doctor-history = { $file }: { $count ->
    [one] 1 geschiedenis van een zaak of van iets op een tijdlijn heeft een gat of is niet te lezen.
   *[other] { $count } geschiedenissen van zaken of van iets op een tijdlijn hebben een gat of zijn niet te lezen.
}
doctor-revision-without-case = { $file }: { $count ->
    [one] 1 stap in de geschiedenis hoort bij geen zaak of tijdlijn.
   *[other] { $count } stappen in de geschiedenis horen bij geen zaak of tijdlijn.
}
doctor-entry-unreadable = { $file }: { $count ->
    [one] 1 item op een tijdlijn is niet te lezen.
   *[other] { $count } items op tijdlijnen zijn niet te lezen.
}
doctor-entry = { $file }: { $count ->
    [one] 1 item op een tijdlijn is anders dan de geschiedenis ervan zegt.
   *[other] { $count } items op tijdlijnen zijn anders dan hun geschiedenis zegt.
}
doctor-entry-without-case = { $file }: { $count ->
    [one] 1 item staat op de tijdlijn van geen zaak.
   *[other] { $count } items staan op de tijdlijn van geen zaak.
}
doctor-document-without-entry = { $file }: { $count ->
    [one] 1 bijlage hoort bij niets op een tijdlijn.
   *[other] { $count } bijlagen horen bij niets op een tijdlijn.
}
doctor-document-gone = { $file }: { $count ->
    [one] 1 bijlage staat op een tijdlijn, maar het document zelf is er niet. Misschien staat het nog in een reservekopie.
   *[other] { $count } bijlagen staan op een tijdlijn, maar de documenten zelf zijn er niet. Misschien staan ze nog in een reservekopie.
}
doctor-link = { $file }: { $count ->
    [one] 1 koppeling wijst naar een zaak die niet bestaat. Misschien is van het andere team een oudere reservekopie teruggezet.
   *[other] { $count } koppelingen wijzen naar een zaak die niet bestaat. Misschien is van een ander team een oudere reservekopie teruggezet.
}
doctor-counted = { $file }: { $count ->
    [one] van 1 zaak klopt niet wat er wordt geteld.
   *[other] van { $count } zaken klopt niet wat er wordt geteld.
}
doctor-codes = { $file }: de codes waarmee wordt geteld, staan niet op een rij.
doctor-search-text = { $file }: { $count ->
    [one] 1 zaak wordt op andere woorden gevonden dan erin staan.
   *[other] { $count } zaken worden op andere woorden gevonden dan erin staan.
}
doctor-place = { $file }: { $count ->
    [one] 1 zaak wordt op een ander adres gevonden dan erin staat.
   *[other] { $count } zaken worden op een ander adres gevonden dan erin staat.
}
doctor-task = { $file }: { $count ->
    [one] van 1 zaak klopt niet wat er te doen staat.
   *[other] van { $count } zaken klopt niet wat er te doen staat.
}
doctor-half = { $file }: { $count ->
    [one] 1 handeling in twee bestanden is nog niet afgemaakt. Dat gebeurt als de kluis weer opengaat.
   *[other] { $count } handelingen in twee bestanden zijn nog niet afgemaakt. Dat gebeurt als de kluis weer opengaat.
}
doctor-draft = { $file }: { $count ->
    [one] 1 concept is niet te lezen.
   *[other] { $count } concepten zijn niet te lezen.
}
doctor-case-lost = { $file }: { $count ->
    [one] 1 zaak was niet te redden.
   *[other] { $count } zaken waren niet te redden.
}
doctor-case-incomplete = { $file }: { $count ->
    [one] 1 zaak is samengesteld uit wat nog te lezen was, en kan iets missen.
   *[other] { $count } zaken zijn samengesteld uit wat nog te lezen was, en kunnen iets missen.
}
doctor-backup-made = Voordat er iets is hersteld, is reservekopie { $name } gemaakt.
doctor-kept = Wat uit de kluis is gehaald, staat in { $folder }. Gooi het weg als u het niet meer nodig hebt: er zijn zaken in te lezen.
doctor-definitions = { $count ->
    [one] Er staat een fout in de definities.
   *[other] Er staan { $count } fouten in de definities.
}

## The desk: backups
backups-title = Reservekopieën
backups-what = Peildatum maakt elke dag en bij het sluiten zelf een reservekopie van alle zaken, ook terwijl collega’s werken, en opent haar om haar te controleren. Oudere maken plaats: per dag één week, per week vijf weken, daarna één per maand.
backups-none-next = Maak er nu een; daarna gaat het vanzelf, elke dag.
backups-trial-due = Het is een jaar of langer geleden dat er een reservekopie is geprobeerd. Kies Proberen bij de nieuwste: zij wordt gecontroleerd en apart geopend, zonder iets te wijzigen.
backups-trial-reminder = Het is een jaar of langer geleden dat een reservekopie is geprobeerd.
backups-tried = Laatst geprobeerd of teruggezet: { $when }.
backups-not-checked = niet gecontroleerd
backups-in-second = tweede map
backups-restore = Terugzetten…
backups-try = Proberen
backups-cases = { $count ->
    [one] 1 zaak
   *[other] { $count } zaken
}
backups-second = Tweede map
backups-second-none = Nog geen
backups-second-keep = Gebruiken
backups-second-why = Elke reservekopie komt ook in deze map. Kies een andere schijf of een netwerkschijf: dan is er nog een kopie als deze schijf stukgaat. Leeg: geen tweede map.
backups-make = Nu een reservekopie maken
backups-made = De reservekopie van { $when } is gemaakt en gecontroleerd.
backups-was-tried = De reservekopie van { $when } is goed: zij is gecontroleerd en geopend, met { $count ->
    [one] 1 zaak
   *[other] { $count } zaken
}.
restore-title = Reservekopie van { $when } terugzetten
restore-days = Deze reservekopie is { $days ->
    [0] van vandaag
    [1] van gisteren
   *[other] van { $days } dagen geleden
}. Als u haar terugzet, verandert dit:
restore-which = Wat wilt u terugzetten?
restore-shared = Lijsten en jaarcijfers
restore-all-same = Alles is nog zoals in deze reservekopie: terugzetten verandert niets.
restore-keeps = Wat er nu staat, wordt eerst zelf een reservekopie, zodat u ook weer terug kunt. Wat u aan het typen bent, blijft bewaard als concept.
restore-now = Terugzetten
restore-cancel = Niet terugzetten
backup-not-made = De reservekopie van vandaag is niet gemaakt. { $why }
backup-not-in-second = De reservekopie van vandaag is gemaakt, maar niet in de tweede map. { $why }
