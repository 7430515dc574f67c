## Store

store-conflict = Zaak { $number } ({ $register }) is intussen door iemand anders gewijzigd. Er is niets opgeslagen. Vergelijk uw wijziging met wat er nu staat en sla opnieuw op.
store-number-taken = Nummer { $number } bestaat al in register { $register }. Er is niets opgeslagen. Geef de nieuwe zaak een ander nummer, of open de zaak met dit nummer.
store-missing-case = De zaak die u wilt wijzigen staat niet in register { $register }. Er is niets opgeslagen. Zoek de zaak opnieuw op.
store-invalid = Zaak { $number } ({ $register }) kan zo niet worden opgeslagen: { $problems }. Er is niets opgeslagen. Verbeter dit en sla opnieuw op.
store-invalid-new = Een nieuwe zaak in register { $register } kan zo niet worden opgeslagen: { $problems }. Er is niets opgeslagen. Verbeter dit en sla opnieuw op.
store-codes-exhausted = Veld { $field } van register { $register } heeft in de loop van de tijd meer dan 64 keuzes gehad. Meer kunnen er niet worden geteld. Maak voor de nieuwe keuzes een nieuw veld in de definitie.
store-unknown-register = Register { $register } bestaat hier niet. U kunt kiezen uit: { $known }.
store-definition-changed = De definitie van register { $register } is gewijzigd terwijl dit venster open was. Er is niets opgeslagen. Sluit het programma en open het opnieuw.
store-definitions =
    { $count ->
        [one] In de definities staat een fout. Verbeter het bestand en probeer het opnieuw.
       *[other] In de definities staan { $count } fouten. Verbeter de bestanden en probeer het opnieuw.
    }
store-not-a-vault = In map { $folder } staan geen gegevens van Peildatum. Kies een andere map, of maak hier een nieuwe gegevensmap.
store-vault-exists = In map { $folder } staan al gegevens van Peildatum. Open die map, of kies een andere map voor nieuwe gegevens.
store-folder-not-empty = Map { $folder } is niet leeg: er staat bijvoorbeeld { $found } in. Kies een lege map. Alleen de mappen registers en lists mogen er al staan.
store-file-exists = Bestand { $file } bestaat al en wordt niet overschreven. Kies een andere naam.
store-file-gone = Bestand { $file } is weg of leeg, terwijl het er eerder wel was.
store-damaged = Bestand { $file } is beschadigd en kan niet worden gelezen.
store-last-backup = De laatste reservekopie is { $backup }. Bewaar eerst wat er nog staat, en zet dan een kopie van de reservekopie terug onder de naam van het bestand.
store-no-backup = Er is geen reservekopie in de map backups. Laat het bestand staan zoals het is en vraag uw beheerder om een kopie.
store-newer = Bestand { $file } is gemaakt met een nieuwere versie van Peildatum (bestandsversie { $version }, dit programma kent { $supported }). Installeer de nieuwste versie en open het opnieuw.
store-old-sqlite = Dit programma is gebouwd met SQLite { $version }. Die versie kan gegevens verliezen; nodig is 3.51.3 of nieuwer. Installeer een nieuwere versie van Peildatum.
store-network-share = Map { $folder } staat op een netwerkschijf. Daar kunnen gegevens beschadigd raken. Kies een map op een schijf van deze computer.
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
value-not-yes-or-no = “{ $value }” is geen ja of nee. Schrijf ja of nee.
value-not-a-postcode = “{ $value }” is geen postcode. Schrijf vier cijfers en twee letters, bijvoorbeeld 2712 AH.

fault-no-begin = Het begin ontbreekt. Vul de datum in waarop de zaak begon.
fault-end-before-begin = Het einde { $end } ligt vóór het begin { $begin }. Verbeter een van beide datums.
fault-overlap = De zaak is heropend op { $opened }, maar liep toen nog of was nog niet begonnen. Verbeter de datums.
fault-event-with-end = In dit register heeft een gebeurtenis geen einde. Haal de einddatum weg.
fault-unknown-choice = “{ $choice }” is geen keuze in dit register. Kies een andere waarde.
fault-unknown-flag = Dit kenmerk van de uitkomst bestaat niet in dit register. Haal het weg.
fault-wrong-kind = Deze waarde past niet bij het soort veld. Vul het veld opnieuw in.
fault-flag-of-other-outcome = Dit kenmerk hoort bij een andere uitkomst. Verbeter de uitkomst, of zet het kenmerk op nee.
fault-born-after-begin = De geboortedatum { $born } ligt na het begin van de zaak. Verbeter een van beide datums.

definition-shape = Dit kan niet worden gelezen: { $value }.
definition-missing = De sleutel “{ $value }” ontbreekt. Voeg die toe.
definition-unknown = De sleutel “{ $value }” bestaat niet. Wat hier kan staan: { $expected }.
definition-not-one-of = “{ $value }” kan hier niet. Wat hier kan staan: { $expected }.
definition-bad-id = “{ $value }” is geen goede id. Gebruik kleine letters, cijfers en streepjes, bijvoorbeeld de-leyens.
definition-taken = De id “{ $value }” wordt al gebruikt of hoort bij elk register. Kies een andere id.
definition-not-countable = Een veld van het soort “{ $value }” kan niet worden geteld. Haal “counted” weg.
definition-no-choices = Dit veld heeft nog geen keuzes. Voeg keuzes toe of verwijs met “choices_from” naar een lijst.
definition-choices-on-other = Een veld van het soort “{ $value }” heeft geen keuzes. Haal de keuzes weg of kies het soort “choice”.
definition-too-many-choices = Dit veld heeft { $count } keuzes. Een veld met meer keuzes tegelijk kan er hoogstens { $most } hebben.
definition-spell-needs = Een register met zaken die lopen heeft “{ $value }” nodig. Voeg dat toe.
definition-event-has-no = Een register met gebeurtenissen heeft geen “{ $value }”. Haal dat weg.

## Import

import-cannot-open = Het bestand { $file } kan niet worden geopend ({ $cause }). Controleer of het bestaat en of het niet nog in Excel openstaat.
import-not-a-table = Het bestand { $file } is niet te lezen als CSV of Excel ({ $cause }). Sla het opnieuw op als CSV of Excel, zonder wachtwoord.
import-open-quote = In het bestand { $file }, rij { $row }, staat een aanhalingsteken dat niet wordt gesloten. Zet er een bij of haal het weg.
import-no-header = In het bestand { $file } staat niets op het eerste blad. Zet in de eerste rij de namen van de kolommen.
import-no-rows = In het bestand { $file } staan alleen namen van kolommen. Zet daaronder de rijen die u wilt inlezen.

import-unknown-column = Er is geen kolom “{ $column }”. De kolommen van het bestand zijn: { $columns }.
import-unknown-field = Er is geen veld “{ $field }”. De velden van dit register zijn: { $fields }.
import-two-columns = De kolommen “{ $first }” en “{ $second }” zijn allebei “{ $field }”. Kies er een met --map "KOLOM={ $field }".
import-no-begin-column = Geen kolom is “{ $begin }”. Wijs die aan met --map "KOLOM=begin". De kolommen van het bestand zijn: { $columns }.

import-in-row = Rij { $row }: { $problem }
import-in-column = Rij { $row }, kolom “{ $column }”: { $problem }
import-too-many-cells = Er staat meer in de rij dan de { $columns } { $columns ->
    [one] kolom
   *[other] kolommen
} van het bestand: “{ $value }”. Zet een tekst met een scheidingsteken erin tussen aanhalingstekens.
import-no-begin = “{ $begin }” ontbreekt. Vul de datum in, bijvoorbeeld 31-12-2024.
import-number-twice = Nummer “{ $number }” staat al in rij { $first }. Geef elke zaak één rij, of geef deze zaak een ander nummer.
import-other-year = “{ $given }” kan niet: de zaak met nummer “{ $number }” begon op { $known }, in een ander jaar. Verbeter de datum, of geef deze zaak een ander nummer.
import-not-closed = “{ $value }” kan niet: de zaak is niet afgesloten. Vul de einddatum in, of haal deze waarde weg.
import-flag-of-other-outcome = “{ $value }” kan niet: “{ $flag }” hoort alleen bij { $outcomes }. Verbeter de uitkomst, of zet “{ $flag }” op nee.
import-reason = Ingelezen uit { $file }

## Figures

stand = Stand
status = Status
unknown = Onbekend
running = Lopend
finished = Afgerond

measure-behandeld = Behandeld
measure-beginstand = Beginstand
measure-instroom = Instroom
measure-heropend = Heropend
measure-afgerond = Afgerond
measure-eindstand = Eindstand
measure-aantal = Aantal

period-not-one = “{ $value }” is geen periode. Schrijf bijvoorbeeld 2024, 2024-Q1, 2024-03 of 2024-03-01..2024-03-31.
period-backwards = De periode eindigt op { $to }, vóór het begin op { $from }. Wissel de datums om.
figure-unknown-field = Register { $register } kan niet worden geteld naar “{ $field }”. U kunt kiezen uit: { $known }.
figure-unknown-value = “{ $value }” is geen waarde van { $field }. U kunt kiezen uit: { $known }.
figure-not-a-filter = “{ $value }” is geen filter. Schrijf VELD=WAARDE, bijvoorbeeld wijk=Meerzicht.
figure-unknown-measure = “{ $value }” is geen maat van register { $register }. U kunt kiezen uit: { $known }.
figure-no-balance = Register { $register } heeft geen balans: gebeurtenissen hebben geen begin en einde. Maak een tabel of een reeks.
figure-twice = Veld “{ $field }” staat twee keer in de tabel. Haal er één weg.
figure-too-large = Deze tabel heeft meer dan { $most } cellen. Kies minder velden.

## Command line

cli-command-peildatum = Peildatum: zaakregister voor veiligheidsteams. Zonder opdracht opent het venster.
cli-command-init = Maakt een nieuwe, lege gegevensmap
cli-command-demo = Maakt een gegevensmap met verzonnen zaken en opent die
cli-command-import = Leest zaken in uit een CSV- of Excel-bestand
cli-command-table = Maakt een tabel
cli-command-balance = Maakt de balans: beginstand, instroom, heropend, afgerond en eindstand
cli-command-series = Telt per jaar, kwartaal of maand
cli-command-cases = Toont de zaken achter een cijfer

cli-heading-usage = Gebruik:
cli-heading-commands = Opdrachten
cli-heading-arguments = Argumenten
cli-heading-options = Opties

cli-argument-vault = De gegevensmap (anders die in uw eigen map)
cli-argument-lang = De taal: nl (gewoonlijk) of en
cli-argument-renderer = Hoe het venster wordt getekend: auto (gewoonlijk), wgpu of glow
cli-argument-help = Toont deze uitleg
cli-argument-version = Toont de versie
cli-argument-cases = Het aantal zaken per register (gewoonlijk 400)
cli-argument-seed = Hetzelfde getal geeft dezelfde zaken (gewoonlijk 1)
cli-argument-no-window = Opent daarna geen venster
cli-argument-register = Het register, bijvoorbeeld woonoverlast
cli-argument-file = Het bestand: CSV, Excel of LibreOffice
cli-argument-map = Welk veld in een kolom staat, bijvoorbeeld "Gemeld=begin"; mag vaker
cli-argument-dry-run = Vertelt wat er zou gebeuren en slaat niets op
cli-argument-all-or-nothing = Slaat niets op als er een rij wordt geweigerd
cli-argument-format = De vorm: text (gewoonlijk), csv of json
cli-argument-rows = De velden aan de zijkant, met komma’s ertussen
cli-argument-columns = De velden aan de bovenkant, met komma’s ertussen
cli-argument-period = De periode: 2024, 2024-Q1, 2024-03 of 2024-03-01..2024-03-31 (gewoonlijk dit jaar)
cli-argument-filters = Alleen zaken met deze waarde, bijvoorbeeld wijk=Meerzicht; mag vaker
cli-argument-measure = Wat er wordt geteld: behandeld (gewoonlijk), beginstand, instroom, heropend, afgerond of eindstand; bij gebeurtenissen: aantal
cli-argument-by = Het veld waarnaar wordt gesplitst
cli-argument-from = De eerste periode: een jaar, kwartaal of maand
cli-argument-to = De laatste periode
cli-argument-step = Per year (jaar, gewoonlijk), quarter (kwartaal) of month (maand)
cli-argument-limit = Toont hoogstens zoveel zaken

cli-see-help = Typ peildatum --help voor uitleg.
cli-no-desk-yet = Dit programma heeft nog geen venster. Typ peildatum --help voor de opdrachten.
cli-no-vault = In map { $folder } staan geen gegevens van Peildatum. Maak daar een nieuwe gegevensmap met: peildatum --vault "{ $folder }" init
cli-no-folder = Dit systeem heeft geen eigen map voor uw gegevens. Kies er zelf een met --vault MAP.
cli-not-a-mapping = “{ $value }” wijst geen kolom aan. Schrijf --map "KOLOM=veld", bijvoorbeeld --map "Gemeld=begin".
cli-uncountable = De tellingen van register { $register } kunnen niet worden gelezen. Installeer de nieuwste versie van Peildatum en probeer het opnieuw.
cli-output = Het resultaat kan niet worden geschreven: { $reason }.

cli-init-made = Nieuwe gegevensmap gemaakt: { $folder }
cli-demo-made =
    Nieuwe gegevensmap gemaakt: { $folder }
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
cli-import-held-back = { $refused ->
        [one] Er is 1 rij geweigerd
       *[other] Er zijn { $refused } rijen geweigerd
    }, dus er is niets opgeslagen. Verbeter het bestand, of laat --all-or-nothing weg.
cli-in-row = rij { $row }
cli-in-column = kolom { $column }
cli-in-value = waarde { $value }
cli-row = rij
cli-column = kolom
cli-value = waarde
cli-message = melding

cli-total = Totaal
cli-days = { $from } t/m { $to }
cli-period = Periode
cli-number = Nummer
cli-balance = beginstand { $opening } + instroom { $inflow } + heropend { $reopened } = { $handled } = afgerond { $finished } + eindstand { $closing }
cli-does-not-add-up = Een zaak kan meer dan één keuze hebben. Daarom is de som van de delen soms hoger dan het totaal.
cli-in-several-periods = Een zaak die in meer dan één periode loopt, telt in elke periode mee. Tel de periodes dus niet op.
cli-cases = { $total } { $cases }
cli-cases-shown = { $shown } van { $total } { $cases }
