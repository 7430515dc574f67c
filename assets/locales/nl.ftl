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

import-not-found = Het bestand { $file } bestaat niet. Controleer de naam en de map.
import-cannot-open = Het bestand { $file } kan niet worden geopend. Controleer of u het mag lezen en of het niet in een ander programma openstaat.
import-not-a-table = Het bestand { $file } is geen CSV of Excel, of het is beschadigd of heeft een wachtwoord. Sla het opnieuw op als CSV of Excel, zonder wachtwoord.
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
