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
