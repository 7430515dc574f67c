## Store

store-conflict = Case { $number } ({ $register }) was changed by somebody else in the meantime. Nothing was saved. Compare your change with what is there now and save again.
store-number-taken = Number { $number } already exists in register { $register }. Nothing was saved. Give the new case another number, or open the case with this number.
store-missing-case = The case you want to change is not in register { $register }. Nothing was saved. Look the case up again.
store-invalid = Case { $number } ({ $register }) cannot be saved like this: { $problems }. Nothing was saved. Correct this and save again.
store-invalid-new = A new case in register { $register } cannot be saved like this: { $problems }. Nothing was saved. Correct this and save again.
store-codes-exhausted = Field { $field } of register { $register } has had more than 64 choices over time. No more can be counted. Make a new field in the definition for the new choices.
store-unknown-register = There is no register { $register } here. You can choose from: { $known }.
store-definition-changed = The definition of register { $register } was changed while this window was open. Nothing was saved. Close the program and open it again.
store-definitions =
    { $count ->
        [one] There is a mistake in the definitions. Correct the file and try again.
       *[other] There are { $count } mistakes in the definitions. Correct the files and try again.
    }
store-not-a-vault = Folder { $folder } holds no data of Peildatum. Choose another folder, or make a new data folder here.
store-vault-exists = Folder { $folder } already holds data of Peildatum. Open that folder, or choose another folder for new data.
store-folder-not-empty = Folder { $folder } is not empty: it holds { $found }, for example. Choose an empty folder. Only the folders registers and lists may be there already.
store-file-exists = File { $file } already exists and is not overwritten. Choose another name.
store-file-gone = File { $file } is gone or empty, although it was there before.
store-damaged = File { $file } is damaged and cannot be read.
store-last-backup = The last backup is { $backup }. First keep what is still there, then put a copy of the backup back under the name of the file.
store-no-backup = There is no backup in the folder backups. Leave the file as it is and ask your administrator for a copy.
store-newer = File { $file } was made by a newer version of Peildatum (file version { $version }, this program knows { $supported }). Install the newest version and open it again.
store-old-sqlite = This program was built with SQLite { $version }. That version can lose data; 3.51.3 or newer is needed. Install a newer version of Peildatum.
store-network-share = Folder { $folder } is on a network drive. Data can get damaged there. Choose a folder on a disk of this computer.
store-busy = File { $file } was in use by another window or program for too long. Nothing was saved. Wait a moment and try again.
store-disk = { $path } cannot be read or written: { $reason }. Check that the disk has room and that you have rights to it.
store-sqlite = File { $file } gives an error: { $reason }. Nothing was saved. Check that the disk has room and try again.
