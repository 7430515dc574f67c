## Store

store-conflict = Case { $number } ({ $register }) was changed by somebody else in the meantime. Nothing was saved. Compare your change with what is there now and save again.
store-number-taken = Number { $number } already exists in register { $register }. Nothing was saved. Give the new case another number, or open the case with this number.
store-entry-conflict = Somebody else has meanwhile changed what you wanted to change in case { $number } of register { $register }. Nothing was saved. Open the case again and change it once more.
store-shared-conflict = “{ $id }” was changed by somebody else meanwhile. Nothing was saved. Look at what stands there now and enter your change again.
store-shared-unreadable = “{ $id }” ({ $kind }) in the shared file cannot be read. Install the newest version of Peildatum, or put back a backup.
store-missing-entry = What you wanted to save belongs to a case that is not in this file. Nothing was saved. Look the case up again.
store-document-too-large = File { $file } has { $size } MB. A case takes files of at most { $most } MB. Make it smaller, or put it elsewhere and say in the case where it is.
store-no-document = No file is saved with this item of the timeline.
store-view-of-another = View “{ $view }” was made by somebody else. Nothing was stored. Save it as a new view.
store-missing-case = The case you want to change is not in register { $register }. Nothing was saved. Look the case up again.
store-invalid = Case { $number } ({ $register }) cannot be saved like this: { $problems }. Nothing was saved. Correct this and save again.
store-invalid-new = A new case in register { $register } cannot be saved like this: { $problems }. Nothing was saved. Correct this and save again.
store-codes-exhausted = Field { $field } of register { $register } has had more than 64 choices over time. No more can be counted. Make a new field in the definition for the new choices.
store-unknown-register = There is no register { $register } here. You can choose from: { $known }.
store-choice-in-use = { $cases ->
    [0] The choice “{ $choice }” stands in the history of a case in register { $register }, so it cannot go. Retire it.
    [one] The choice “{ $choice }” stands in one case of register { $register }, so it cannot go. Retire it.
   *[other] The choice “{ $choice }” stands in { $cases } cases of register { $register }, so it cannot go. Retire it.
}
store-field-in-use = The field “{ $field }” of register { $register } is filled in in { $cases ->
    [one] one case
   *[other] { $cases } cases
}. It cannot become another kind. Make a new field with another id.
store-register-in-use = Register { $register } has { $cases ->
    [one] one case
   *[other] { $cases } cases
}. So the key “{ $key }” cannot change any more.
store-definition-changed = The definition of register { $register } was changed while this window was open. Nothing was saved. Close the program and open it again.
store-definitions =
    { $count ->
        [one] There is a mistake in the definitions. Correct the file and try again.
       *[other] There are { $count } mistakes in the definitions. Correct the files and try again.
    }
store-not-a-vault = Folder { $folder } holds no vault of Peildatum. Choose another folder, or make a new vault here.
store-vault-exists = Folder { $folder } already holds data of Peildatum. Open that folder, or choose another folder for new data.
store-vault-in-use = Another window or command is using the vault in { $folder }. Close all other windows of Peildatum with this vault, also those of colleagues on this computer, and try again.
store-opening-waits = Another window or command is bringing this vault up to date. The vault opens as soon as that is done.
store-no-such-group = This system knows no group { $group }, or you may not give the folder to it. Ask your administrator to make the group and to make you a member of it.
store-vault-is-address = { $address } is the address of a server and not a folder. Peildatum does not know such a vault yet. Choose a folder on this computer. Nothing was made.
store-not-a-file = In the place of file { $file } stands something that is no file. Take that away and put the file back, from a backup if need be.
store-folder-not-empty = Folder { $folder } is not empty: it holds { $found }, for example. Choose an empty folder. Only the folders registers and lists may be there already.
store-file-exists = File { $file } already exists and is not overwritten. Choose another name.
store-file-gone = File { $file } is gone or empty, although it was there before.
store-damaged = File { $file } is damaged: perhaps not everything can be read, and nothing is saved in it any more.
store-file-replaced = File { $file } was replaced while it was open, for instance by a backup that somebody restored. Nothing was saved. Look at what is there now and save again.
store-no-permission = You have no rights to { $file }. Nothing was saved. Ask your administrator for the right to read and write here, or choose another place.
store-read-only = You may only read { $file }: you can look at the cases, and save nothing. Ask your administrator for the right to write, and see whether the disk is protected against writing.
store-folder-in-place = There is a folder where file { $file } should be. Give that folder another name and put the file back, from a backup if need be.
store-disk-full = The disk is full: { $file } cannot be written. Nothing was saved. Make room on the disk and save again.
store-disk-failed = The disk reports an error for { $file }: { $reason }. Nothing was saved. See whether the disk is still connected and save again; if the error stays, ask your administrator for another disk and a backup.
store-last-backup = The last backup that has it is { $backup }. Put that back: in the window with Backups…, or with peildatum backup restore { $backup }.
store-no-backup = There is no backup in the folder backups. Leave the file as it is and ask your administrator for a copy.
store-other-team = File { $file } holds what is of { $holds }. The file of { $team } should stand there: another file was probably put over it. It is not used and nothing of it was changed.
store-other-vault = File { $file } belongs to another vault than gedeeld.db in the same folder. It is not used and nothing of it was changed.
store-other-program = File { $file } is of another program than Peildatum. It is not used and nothing of it was changed.
store-foreign-log = File { $log } belongs to another copy of { $file }: a copy was probably put back while this file still stood beside it. Together they would mix up cases. So nothing was opened and nothing was changed. Put the backup back with Peildatum itself (peildatum backup restore), or let peildatum doctor --repair put this file aside: what is in it was saved after the copy was made.
store-newer = File { $file } was made by a newer version of Peildatum (file version { $version }, this program knows { $supported }). Install the newest version and open it again.
store-old-sqlite = This program was built with SQLite { $version }. That version can lose data; 3.51.3 or newer is needed. Install a newer version of Peildatum.
store-clock-off = The clock of this computer says { $now }. Set the date right and open the vault again: every change is kept with its moment.
store-synced-folder = Folder { $folder } is synchronised by { $service }. That copies a vault while it is being worked in, and then it gets damaged or your data is with somebody else. Choose a folder that is not synchronised.
store-network-share = Folder { $folder } is on a network drive. Data can get damaged there. Choose a folder on a disk of this computer.
store-stopped = Stopped. Nothing was saved.
store-busy = File { $file } was in use by another window or program for too long. Nothing was saved. Wait a moment and try again.
store-disk = { $path } cannot be read or written: { $reason }. Check that the disk has room and that you have rights to it.
store-sqlite = File { $file } gives an error: { $reason }. Nothing was saved. Check that the disk has room and try again.
## Register

yes = yes
no = no

value-not-a-date = “{ $value }” is not a date that exists. Write it as day-month-year, for example 31-12-2024.
value-not-a-date-time = “{ $value }” is not a date and time that exist. Write them for example as 31-12-2024 22:15.
value-not-a-choice = “{ $value }” is not a choice. Choose from: { $offered }.
value-not-a-number = “{ $value }” is not a number. Write digits only, for example 12 or 7,5.
value-number-too-large = “{ $value }” is too large to count with. Write a number below 1,000,000,000,000.
value-too-many-decimals = “{ $value }” has too many decimals. Round the number to three at most.
value-not-a-year = “{ $value }” is not a year. Write four digits, for example 2024.
value-not-yes-or-no = “{ $value }” is not yes or no. Write yes or no.
value-not-a-postcode = “{ $value }” is not a postcode. Write four digits and two letters, for example 2712 AH.

fault-no-begin = The begin is missing. Fill in the day on which the case began.
fault-end-before-begin = The end { $end } is before the begin { $begin }. Correct one of the two dates.
fault-overlap = The case was reopened on { $opened }, but was still running then or had not begun. Correct the dates.
fault-event-with-end = In this register an event has no end. Remove the end date.
fault-unknown-choice = “{ $choice }” is not a choice in this register. Choose another value.
fault-unknown-entry-kind = This register has no kind “{ $kind }” on its timeline. Choose another one.
fault-unknown-flag = This mark of the outcome does not exist in this register. Remove it.
fault-wrong-kind = This value does not fit the kind of field. Fill in the field again.
fault-number-too-large = This number is too large to count with. Fill in a number below 1,000,000,000,000.
fault-text-too-long = This text is too long: at most { $most } characters fit here. Shorten the text, or add a document as an attachment.
fault-flag-of-other-outcome = This mark belongs to another outcome. Correct the outcome, or set the mark to no.
fault-born-after-begin = The date of birth { $born } is after the begin of the case. Correct one of the two dates.
fault-missing = Fill this in: it cannot stay empty.
fault-missing-from = Fill this in: from “{ $status }” on it has to be known.
fault-missing-at-end = Fill this in: without it the case cannot be closed.
fault-status-of-running = “{ $status }” is not possible: the case is closed. Choose a status of a closed case.
fault-status-of-ended = “{ $status }” is not possible: the case is still running. Choose a status of a running case, or close the case.
fault-no-outcome = Choose with what the case ends.

definition-shape = This cannot be read: { $value }.
definition-missing = The key “{ $value }” is missing. Add it.
definition-unknown = The key “{ $value }” does not exist. What can stand here: { $expected }.
definition-not-one-of = “{ $value }” cannot stand here. What can: { $expected }.
definition-reserved-name = “{ $value }” is not possible: a file is named after a team, and Windows keeps this name for a device. Choose another name.
definition-depends-on-itself = The field “{ $value }” depends by only_with on a field that itself depends on “{ $value }”. So neither of them is ever asked. Remove one of the two.
definition-bad-id = “{ $value }” is not a good id. Use lower case letters, digits and hyphens, for example de-leyens.
definition-taken = The id “{ $value }” is already used, or belongs to every register. Choose another id.
definition-bad-area = “{ $value }” is no postcode area. Write four digits, for example 2712.
definition-ends-first = The last day { $until } lies before the first day { $from }. Choose a later last day.
definition-goes-round = “{ $value }” goes on as a choice that itself goes on as “{ $value }”. Choose another one.
definition-not-countable = A field of the kind “{ $value }” cannot be counted. Remove “counted”.
definition-only-numbers-weigh = Only a number with “counted = true” has a weight. Remove “weight”, or count this field.
definition-entry-not-counted = A field is counted only where “{ $value }” itself is. Say under “counted” what one and several of them are called, or remove “counted” here.
definition-one-quantity = A table computes one thing, and that is “{ $value }” already. Make another table of this.
definition-second-birth-date = Ages follow from one birth date, and that is “{ $value }” already. Remove “counted” here.
definition-second-birth-date-of = There is a birth date of “{ $value }” already. Everybody has one.
definition-only-yes-no-follows-age = Only a field of the kind “yes-no” follows from an age. Remove “younger_than” here.
definition-only-birth-dates-are-of = Only a birth date is somebody’s. Remove “of” here.
definition-about-whom = There is more than one person or birth date. Say whom a case is about with [about] person = “…”, one of: { $value }; and say with “of” of whom that birth date is.
definition-police-is-not-shared = What came from the police is not shared (Wpg). Set “shareable” to false.
definition-reporter-is-not-shared = Who reported is not shared. Set “shareable” to false.
definition-shared-without-reason = What has the sensitivity “{ $value }” is shared only where it says why. Set “shareable” to false, or give the reason with the key shared_because.
definition-bands-must-rise = Every bound must be higher than the one before, and above zero, for example [12, 18, 23].
definition-no-choices = This field has no choices yet. Add choices, or refer to a list with “choices_from”.
definition-choices-on-other = A field of the kind “{ $value }” has no choices. Remove them, or choose the kind “choice”.
definition-too-many-choices = This field has { $count } choices. A field that takes several at once can have { $most } at most.
definition-too-many-flags = The outcomes have { $count } flags. There can be { $most } at most.
definition-one-span = A term has exactly one length: “hours”, “days”, “months” or “years”.
definition-spell-needs = A register of cases that run needs “{ $value }”. Add it.
definition-event-has-no = A register of events has no “{ $value }”. Remove it.

## Import

import-not-found = The file { $file } does not exist. Check the name and the folder.
import-not-a-file = { $file } is not a file. Choose a file, not a folder or anything else.
import-cannot-open = The file { $file } cannot be opened. Check that you may read it and that no other program has it open.
import-not-a-table = The file { $file } is not CSV or Excel, or it is damaged. Save it again as CSV or Excel.
import-protected = The file { $file } has a password. Open it in Excel, save it without a password and choose it again.
import-formula-errors = The file { $file } (xlsb) has formulas with an error, such as #N/A. Those cannot be read. Save it in Excel as xlsx.
import-unreadable = The file { $file } cannot be read. Open it in Excel and save it as a new file (xlsx or CSV).
import-changed = The file { $file } was changed while it was read. Choose it again.
import-no-sheet = The file { $file } has no sheet “{ $sheet }”. The sheets of the file are: { $sheets }.
import-no-header-row = In the file { $file }, row { $row } has nothing that can be the names of the columns. Choose a filled row near the top.
import-too-many-columns = In the file { $file }, row { $row } has more than 16,384 columns. Remove what stands to the right of the table, or check that it is a table.
import-too-many-rows = The file { $file } has more than 1,048,576 rows. Divide it over files with fewer rows.
import-too-much-text = In the file { $file }, row { $row } has more text than fits in a cell. Make the text shorter, or check whether a quotation mark is missing.
import-too-much-content = The file { $file } is too large to read. Save only the sheet with the table as a new file (xlsx or CSV).
import-open-quote = In the file { $file }, row { $row }, a quotation mark is not closed. Close it or remove it.
import-no-header = There is nothing in the file { $file }. Put the names of the columns in the first row.
import-no-rows = The file { $file } has only names of columns. Put the rows you want to import under them.

names-and-more = { $names } and { $count } more
import-unknown-column = There is no column “{ $column }”. The columns of the file are: { $columns }.
import-unknown-field = There is no field “{ $field }”. The fields of this register are: { $fields }.
import-two-columns = The columns “{ $first }” and “{ $second }” are both “{ $field }”. Give one of them another name in the file, or choose on the command line with --map "COLUMN={ $field }".
import-no-begin-column = No column is “{ $begin }”. Give the column with the begin that name, or point it out on the command line with --map "COLUMN=begin". The columns of the file are: { $columns }.

import-in-row = Row { $row }: { $problem }
import-in-column = Row { $row }, column “{ $column }”: { $problem }
import-too-many-cells = There is more in the row than the { $columns } { $columns ->
    [one] column
   *[other] columns
} of the file: “{ $value }”. Put a text with a delimiter in it between quotation marks.
import-too-many-cells-in-workbook = There is more in the row than the { $columns } { $columns ->
    [one] column
   *[other] columns
} of the file: “{ $value }”. Give the column in which this stands a name too.
import-no-begin = “{ $begin }” is missing. Fill in the date, for example 31-12-2024.
import-number-twice = Number “{ $number }” already stands in row { $first }. Give every case one row, or give this case another number.
import-merged = Case { $number } was merged into another case, and this row says something new about it. Look up { $number } and correct the case into which it was merged.
import-not-from-here = Case { $number } is not known here as this sheet has it: it comes from another register, another vault or a later copy. Import it where it came from, or empty number and version; the row then becomes a new case.
import-changed-meanwhile = Since the export { $thing } was changed here: on { $date } { $actor } made it "{ $stored }", this sheet makes it "{ $row }". Choose which of the two holds.
import-other-year = “{ $given }” is not possible: the case with number “{ $number }” began on { $known }, in another year. Correct the date, or give this case another number.
import-not-closed = “{ $value }” is not possible: the case is not closed. Fill in the end date, or remove this value.
import-status-of-ended = “{ $value }” is not possible: the case has no end date. Fill in the end date, or choose another status.
import-status-of-running = “{ $value }” is not possible: the case is closed. Choose a status of a closed case, or remove the end date.
import-flag-of-other-outcome = “{ $value }” is not possible: “{ $flag }” belongs only to { $outcomes }. Correct the outcome, or set “{ $flag }” to no.
import-contradict = “{ $first }” and “{ $second }” stand for the same field. Correct one of them, or link only one of the columns.
import-date-order = “{ $value }” can be a date in two ways. Say whether the day or the month comes first.
import-stopped = Stopped. Nothing was imported.
import-dates-day = In column “{ $column }” the day comes first, as in { $example }.
import-dates-month = In column “{ $column }” the month comes first, as in { $example }.
import-dates-year = In column “{ $column }” the year comes first, as in { $example }.
import-dates-assumed = In column “{ $column }” every date can be read in two ways, such as { $example }. They were read with the day first. Where the month comes first, use --date-order month.
import-dates-asked = In column “{ $column }” dates can be read in two ways, such as { $example }. Choose with --date-order day or --date-order month.
import-blank = Nothing stands here. Fill in this cell.
import-lacks = { $field }: { $problem }
import-row-twice = This stands in row { $first } already. Remove one of the two rows.
import-reason = Imported from { $file }

## The desk: commands
command-search = Search
    .about = Find a case, a screen or an action
command-new-case = New in this register
    .about = A new case or report in the register that is open
    .words = add, create, enter, register
command-edit-case = Edit
    .about = Change the fields of the case
    .words = change, modify, correct
command-finish-case = Close case…
    .about = Close the case, with its outcome
    .words = finish, end, done
command-reopen-case = Reopen…
    .about = Open a closed case again
    .words = open again
command-save = Save
    .about = Store what you typed
    .words = store, keep
command-discard = Throw away
    .about = Throw away what you typed; you can take it back
    .words = cancel, delete
command-close = Close
    .about = Leave what is on top; what you typed stays as a draft
    .words = back, leave
command-enter-many = Enter several at once
    .about = Type or paste new cases as rows of a table, as in Excel
    .words = grid, table, paste, rows, several, excel, spreadsheet
command-import = Import…
    .about = Bring a file of Excel or CSV into this register
    .words = read in, excel, csv, upload
command-import-do = Import
command-figures = Figures
    .about = The table, the balance and the chart of a register
    .words = chart, graph, table, crosstab, statistics, map, annual report, counts, per district
command-previous-period = Previous period
    .about = One year, quarter or month back
    .words = last year, last month, last quarter, year back
command-next-period = Next period
    .about = One year, quarter or month on
    .words = next year, next month, next quarter
command-today = Reference date today
    .about = The figures stand on today
    .words = now, present
command-choose-date = Choose reference date…
    .about = Type the date on which the figures stand
    .words = date, as at, choose a year, 31 December
command-period = { $step ->
    [year] By year
    [quarter] By quarter
   *[month] By month
    }
    .about = The figures are about a year, a quarter or a month
command-register = { $register }
    .about = The list of cases of this register
command-copy-table = Copy table
    .about = Put the table on the clipboard, for Excel or Word
    .words = table for word, paste, clipboard
command-copy-chart = Copy chart
    .about = Put the chart on the clipboard as a picture, for Word or a presentation
    .words = paste a chart, picture, image, clipboard
chart-copied = The chart is on the clipboard; paste it into Word or a presentation.
export-cut-off = An Excel sheet is full: { $count } { $count ->
        [one] case is
       *[other] cases are
    } not in it. Choose CSV for the whole list.
export-rows = { $count ->
    [one] 1 row
   *[other] { $count } rows
}
command-export = Export…
    .about = Put what is on the screen in a file: Excel, CSV, a table for Word, a picture
    .words = print, save as, excel, csv, download
export-title = Export
export-xlsx = Excel
export-editable = Excel to edit
export-csv = CSV for Excel
export-rfc4180 = CSV with commas
export-html = Table for Word
export-png = Picture
export-svg = Drawing (svg)
export-json = JSON
export-cases = Cases behind the figures
export-without-cases = Only the figures
export-with-cases = The cases as well
export-cases-warning = A second sheet in the file will have the numbers of the cases behind every figure. Nothing else of the cases is in it.
export-for = For whom
export-for-team = For the team
export-for-partner = To share with a partner
export-recipient = To whom
export-ground = On what ground
export-for-partner-how = Only what can be shared is on it; no reporter and no free text. On every case it is recorded to whom you gave the list and on what ground.
export-made-at = File made: { $file }
chart-not-drawn = The chart cannot be made into a picture: { $reason }. Export the table, or make the chart smaller with a filter.
landmark-navigation = Navigation
landmark-top-bar = Search and reference date
landmark-page = Page
landmark-case = Case
landmark-status-bar = Status bar
panel-navigation = Width of the navigation
panel-case = Width of the case
command-wider-navigation = Wider navigation
    .about = Give the navigation at the left more room
command-narrower-navigation = Narrower navigation
    .about = Give the navigation at the left less room
command-wider-case = Wider case
    .about = Give the case beside the list more room
command-narrower-case = Narrower case
    .about = Give the case beside the list less room
command-usual-panels = Usual width
    .about = Bring navigation and case back to their usual width
    .words = reset widths
command-who-am-i = Who am I…
    .about = Your name and initials; they stand with what you record
    .words = name, user, account, initials, log in
command-appearance = How the screen looks…
    .about = Light or dark, and how large everything is
    .words = size, zoom, font size, dark, light, contrast, settings
command-larger = Everything larger
    .about = Letters, tables and buttons one step larger
    .words = zoom in, font size
command-smaller = Everything smaller
    .about = Letters, tables and buttons one step smaller
    .words = zoom out, font size
command-usual-size = Usual size
    .about = Everything at 100% again
    .words = zoom, 100%
size-now = Everything is now at { $percent }%.
appearance-title = How the screen looks
appearance-theme = Colours
appearance-density = Spacing
density-roomy = Roomy
density-compact = Compact
appearance-size = Size
appearance-size-keys = Or with Ctrl + and Ctrl −; Ctrl 0 is 100% again.
who-title = Who are you?
who-why = Your name will stand with what you record. It also finds the cases that are yours.
who-name = Name
who-initials = Initials
who-done = This is me
who-name-missing = Type a name.
command-theme = Light or dark
    .about = Light, dark, or as the system
    .words = dark mode, colours, theme, contrast
command-language = Nederlands
    .about = Zet het scherm in het Nederlands
    .words = language, dutch, nederlands
command-vaults = Another vault…
    .about = Open another folder with cases
    .words = open a folder, database, examples
command-backups = Backups…
    .about = Make a backup, try one, or put one back
    .words = backup, restore, put back, copy, lost, recover
command-diagnose = Make a diagnosis…
    .about = Make a text file for a helpdesk, without anything of a case
    .words = helpdesk, failure, report an error, version
command-help = Help and shortcuts
    .about = The manual, every action with its keys, and the words of the figures
    .words = manual, explanation, keys, shortcuts

## The desk: around every screen
navigation-figures = Accountability
foot-name = { $name }, settings and help
figures = Figures
search-hint = Search case number, address, name or action
search-found = Found
search-nothing = Nothing found. Search for the beginning of a word, an address or a case number.
search-busy = Searching…
top-period = Period { $period }
top-reference-date = Reference date { $date }
reference-date = Reference date
date-today = Today
date-end-of-month = End of last month
date-end-of-quarter = End of last quarter
date-end-of-year = End of last year
period-quarter = quarter { $number } of
period-short-quarter = Q{ $number }
period-so-far = { $period } to { $day }
month-short-01 = Jan
month-short-02 = Feb
month-short-03 = Mar
month-short-04 = Apr
month-short-05 = May
month-short-06 = Jun
month-short-07 = Jul
month-short-08 = Aug
month-short-09 = Sep
month-short-10 = Oct
month-short-11 = Nov
month-short-12 = Dec
month-01 = January
month-02 = February
month-03 = March
month-04 = April
month-05 = May
month-06 = June
month-07 = July
month-08 = August
month-09 = September
month-10 = October
month-11 = November
month-12 = December
status-busy = Working…
status-saved = Everything is saved
status-vault = Vault: { $vault }
status-help = F1 Help and shortcuts
theme-system = As your system
theme-light = Light
theme-dark = Dark
settings-not-saved = Your preferences were not saved: { $reason }. Your cases are safe.
loading = Being fetched…
browse = Browse…
folder = Folder
number = Number
duration = Duration
total = Total
filter = Filter
filter-remove = Remove filter { $filter }
police-hint = from the police: never searched

## The desk: the first screen
first-screen = Record cases, and have figures that are right on any reference date.
first-screen-vault = Your vault
first-screen-vault-text = A vault is a folder on this computer with one file for each team. Choose a folder that only your team can open, not on a network drive.
first-screen-open = Open vault
first-screen-create = Make a new vault
first-screen-exists = There is a vault in this folder.
first-screen-is-new = There is no vault in this folder yet.
first-screen-demo = Look around first
first-screen-demo-text = A separate vault with invented cases of a whole municipality, of the last years. None of them enters your own vault.
first-screen-look-around = Look around with examples
window-cannot-open = No window can be opened here ({ $reason }). Use Peildatum on a computer with a screen, try --renderer glow or --renderer wgpu, or work without a window with init, demo --no-window, import, table, balance, series and cases (see --help).
vault-none-open = No vault is open. Open a vault first.
vault-service-gone = The program can no longer reach the vault, and nothing can be saved any more. What you still type is kept beside the vault and comes back as a draft. Close Peildatum and open it again.
vault-request-failed = Something went wrong in the program, and the vault was opened again. See in the list whether the last thing you did was saved; what you typed is still there. If it happens again, make a diagnosis for your administrator.
vault-lost = The vault can no longer be opened, and nothing can be saved now. { $why } What you type is meanwhile kept in folder { $folder } and comes back as a draft as soon as the vault opens again. Peildatum keeps trying.
vault-lost-by-fault = Something went wrong in the program.
vault-back = The vault is open again. What you typed meanwhile is among the drafts.
banner-copy = Copy
banner-unwritable = { $registers }: { $why }
status-message-above = See the message above.
vault-unreadable-counts = What is counted of { $register } cannot be read. Close Peildatum and open the vault again; if that does not help, put back the last backup.

## The desk: lists
list-name = { $register }, { $count } rows
list-running = Running
list-finished = Finished
list-all = All
list-subtitle-running = { $shown } running { $cases }
list-subtitle-waiting = { $begun } running { $cases }, { $waiting } in preparation
list-subtitle-finished = { $shown } finished { $cases }
list-subtitle-all = { $shown } of { $all } { $cases }
list-subtitle-figure = { $shown } { $cases } behind this figure, as on { $date }
list-selected = { $count ->
    [one] 1 chosen
   *[other] { $count } chosen
}
list-two-lines = Address or name, number and features
list-due-and-owner = Due, handled by
list-choose = Select
list-selected-one = Chosen
list-selected-none = Let go
list-copy = Copy
list-copied = { $count } { $cases } on the clipboard
list-of-running = Running { $cases } on { $date }
list-of-finished = Finished { $cases } up to and including { $date }
list-of-all = All { $cases }, as on { $date }
list-of-chosen = Chosen { $cases }, as on { $date }
list-of-figure = The cases behind this figure: { $figure }
list-shared = Some data are not on this list, or stand on it otherwise.
list-shared-with = For { $recipient }, on the ground of: { $ground }
list-given = { $title }: { $columns }
list-shared-words = words
list-shared-no-recipient = Fill in who receives the list.
list-shared-no-ground = Fill in on what ground you share the list.
list-shared-no-cases = No case stands on this list.
list-shared-betrays = This list is filtered or grouped by { $fields }. Its reader may not know that, and who stands on the list would tell it. Remove that, and then share the list.
list-shared-unrecordable = The register cannot record to whom this list was given. No file was made. See whether the kind “verstrekking” has the fields with the roles direction, party, ground and list.
list-shared-recorded = { $count ->
    [one] On 1 case it is recorded to whom the list was given
   *[other] On { $count } cases it is recorded to whom the list was given
}
dpia-missing = No DPIA is named for this register yet. Whoever manages it puts its date in the definition.
dpia-missing-here = This definition names no DPIA yet. Put its date in with [dpia] and below it established = "…".
dpia-read = Read
dpia-established = DPIA established on { $date }
list-held-back = Left out, because it came from the police: { $fields }
bulk-begin = Change…
bulk-close-begin = Close…
bulk-close-title = Close { $count } { $cases }
bulk-close-look = Continue
bulk-close-do = Close
bulk-close-needs-day = Fill in a date, for example 31-12-2025 or v for today.
bulk-lacking = { $count ->
    [one] 1 lacks something. Fill it in below; otherwise it stays as it is.
   *[other] { $count } lack something. Fill it in below; what stays blank stays as it is.
}
bulk-lacking-all = For all that lack it
bulk-lacking-rest = And { $count } more: they come next.
bulk-hint = Type what the cases are given, such as a district or a status
bulk-only-ended = only where the case ended already
bulk-nothing-selected = First choose cases in the list: with Space, or with Shift and the arrows.
bulk-title = Change { $count } { $cases }
bulk-do = Change
bulk-back = Choose something else
bulk-change = { $count } { $cases }: { $change }
bulk-other-changes = { $count } { $cases } with other changes
bulk-already-so = { $count ->
    [one] 1 is so already
   *[other] { $count } are so already
}
bulk-refused = { $count ->
    [one] 1 is refused and stays as it is
   *[other] { $count } are refused and stay as they are
}
bulk-and-more = { $numbers } and { $count } more
bulk-changed-meanwhile = { $number } was changed by somebody else meanwhile. Nothing is stored yet. Below is what happens now.
bulk-done = { $count } { $cases } changed: { $given }
group-hint = Type what to group by, such as district
group-menu = Groups
sort-chip = By { $column }
sort-menu = Sort
sort-ascending = ascending
sort-descending = descending
last-contact = Last contact
group-none = No more groups
group-chip = By { $field }
group-remove = Take the groups away: { $group }
group-with-others = { $count ->
    [one] 1 with another choice as well
   *[other] { $count } with another choice as well
}
list-empty = Your { $cases } will stand here
list-empty-next = Begin with Ctrl N, or bring in a file from Excel with Ctrl I.
list-nothing-fits = No { $cases } in this view
list-nothing-fits-next = Take away a filter, or choose All.
due-late = { $days ->
    [one] 1 day late
   *[other] { $days } days late
}
due-today = today
due-in = { $days ->
    [one] tomorrow
   *[other] { $days } days
}

## The desk: a case
case-since = since { $date }
case-on = { $date }
case-close-panel = Close the case
case-history = Timeline
case-changed = Changed
case-by = by { $actor }
case-due = Due { $date }
case-saved = { $number } is saved
case-closed = { $number } is closed
spell-since = since { $date }

## The desk: forms
form-change = Edit { $number }
form-finish = Close { $number }
form-reopen = Reopen { $number }
form-does-finish = Close { $case }
form-does-reopen = Reopen { $case }
form-cancel = Cancel
form-saving = Being saved…
form-vault-lost = Not saved: the vault cannot be reached
form-has-faults = { $count ->
    [one] Not saved yet: something is wrong in one field
   *[other] Not saved yet: something is wrong in { $count } fields
}
form-not-counted-yet = Not saved yet, does not count yet
form-not-saved-yet = Changes are not saved yet
case-course = Course
form-reopened-on = Reopened on
age-says-otherwise = By the date of birth { $years } years old on { $day }.
form-needs-begin = Fill in the date it began, such as 21-11-2026 or v for today.
form-needs-reopen = Fill in the day on which the case opens again.
form-several = more than one is possible
form-other-district = Another { $field }
form-choose-district = Choose the { $field }
form-district-follows = follows from the postcode
form-district-by-postcode = from postcode { $postcode }
form-district-may-be = from postcode { $postcode }, may also be { $other }
form-district-which = fits postcode { $postcode }
form-district-unknown = not known for postcode { $postcode }
form-nothing-typed = Fill something in first. An empty form is no { $case } yet.
form-address-needs-number = Fill in a house number or a street as well.
form-from-earlier-cases = from earlier cases
form-after-saving = Once it is saved
form-on-whose-list = On the list of { $name }
form-waits = Your draft stands above the list.
address-postcode = Postcode
address-huisnummer = House number
address-toevoeging = Addition
address-straat = Street
date-hint = dd-mm-yyyy
date-time-hint = dd-mm-yyyy hh:mm
hint-required = required
hint-tab = next field
hint-letter = first letter chooses
hint-purpose = Why this is recorded
conflict = { $number } was changed by somebody else as well. What you typed is still here. Choose for each item what it is to say and save.
conflict-apply = Save like this
conflict-keep = Throw away my changes
conflict-was = Was
conflict-theirs = Stored now
conflict-mine = Your input
conflict-takes-theirs = This stays as it is stored now.
conflict-takes-mine = This is stored as you typed it.
conflict-takes-both = These go together: both changes stay.
conflict-choose-mine = My input
conflict-choose-theirs = What is stored now
conflict-which = { $thing }: what is it to say

## The desk: the overview
overview = Overview
command-overview = Overview
    .about = All registers on one screen, on the reference date
    .words = dashboard, everything, start
overview-title = Overview { $period }
overview-subtitle = As at { $date }, as known now
overview-compare = Compare with { $period }
overview-slider = Move the reference date, now { $date }
overview-move-to = As at { $date }
overview-today = today
overview-cards = Registers
overview-others = Other registers
overview-look-at = Show { $register } below
overview-in = + { $count } in
overview-out = − { $count } out
overview-reopened = + { $count } reopened
overview-before = { $count } in { $period }
overview-late = { $count ->
    [0] nothing late
   *[other] { $count } late
}
overview-week = { $count } this week
overview-now = now { $what }
overview-register = Register
overview-column-in = In
overview-column-out = Out
overview-column-late = Late
overview-column-late-now = Late now
overview-column-trend = Course
overview-by = { $register } by { $field }
overview-years = { $register } per year
overview-up-to = each up to { $day }
overview-oldest = since { $date }
overview-open-work = Open
overview-open-work-of = Open the work of { $register }
overview-indicators = Indicators { $year }
overview-indicator = Indicator
overview-budget = Target
overview-actual = Actual
overview-goal = Target met
overview-reached = Yes
overview-reached-lower = Yes, lower is better
overview-missed = No
overview-not-yet = Not known yet
overview-no-goal = No target
overview-broken = * Measured otherwise than this year: the two cannot be compared.
overview-empty = Nothing to overview yet
overview-empty-next = As soon as a register has anything in it, this shows what runs, what comes in and what is finished.
chart = Chart

## The desk: figures
figures-table = Table
figures-named = Figures: { $figure }
figures-by = { $register } by { $fields }
figures-what-behandeld = Handled { $cases }
figures-what-beginstand = Running { $cases } at the start
figures-what-instroom = New { $cases }
figures-what-heropend = Reopened { $cases }
figures-what-afgerond = Finished { $cases }
figures-what-eindstand = Running { $cases }
figures-what-aantal = Number of { $cases }
figures-when = { $what } in { $period }, as on { $date }
figures-copied = The table is on the clipboard; paste it into Excel or Word.
figures-empty = No figures on { $register } yet
figures-empty-next = As soon as something is recorded or imported, the table and the chart stand here.
figures-do-not-add-up = A case can belong to more than one choice here: the parts do not add up to the total.
figures-open-list = Open as list
figures-more = and { $count } more
dimension-jaar = Year it began
dimension-maand = Month it began
dimension-jaar-einde = Year it ended
dimension-maand-einde = Month it ended
dimension-duur = Duration
dimension-leeftijd-begin = Age when it began
dimension-melders = Reporters
reporters-een = One reporter
reporters-meer = Several reporters
dimension-leeftijd = Age on the reference date
dimension-event-jaar = Year
dimension-event-maand = Month
band-years = { $from } to { $to } years
band-years-open = { $from } years and older
band-days = { $from } to { $to } days
band-days-open = { $from } days or longer

measure-behandeld = Handled
measure-beginstand = Opening stock
measure-instroom = Inflow
measure-heropend = Reopened
measure-afgerond = Finished
measure-eindstand = Closing stock
measure-aantal = Count
balance-opening = {"Opening "}
balance-inflow = {" + inflow "}
balance-reopened = {" + reopened "}
balance-finished = {" = finished "}
balance-closing = {" + closing "}
toolbar-register = Register: { $value }
toolbar-rows = Rows: { $value }
toolbar-columns = Columns: { $value }
toolbar-measure = Measure: { $value }
toolbar-against-plain = Beside it
toolbar-against = Beside it: { $value }
toolbar-none = none
toolbar-fields = Fields
toolbar-derived = Year, month, duration and age
toolbar-numbers-plain = Numbers
toolbar-numbers = Numbers: { $value }
numbers-quantity = What the numbers say
numbers-shares = As a percentage
numbers-of-which = Of which { $field }
quantity-count = number
shares-row = % of the row
shares-column = % of the column
shares-all = % of the whole
against-none = nothing
against-previous = previous period
against-year-before = a year earlier
chart-by = By { $field }
chart-total = Total
chart-years = By year
chart-quarters = By quarter
chart-months = By month
chart-kind-parts = Bars by row
chart-kind-years = Bars by period
chart-kind-lines = Lines by period
chart-kind-panels = Small charts per period
chart-stacked = Stacked
chart-beside = Side by side
chart-as-table = As a table
chart-as-chart = As a chart
chart-rest = and { $count } others
chart-empty = There is nothing to draw in this period.
chart-share = { $share } % of { $total }
chart-one-scale = All small charts have the same scale, up to { $most }.
chart-too-many-parts = The chart shows the totals: there are too few colours for all columns.
chart-describes-rows = { $title }, { $count ->
    [one] 1 row
   *[other] { $count } rows
}, { $highest } the highest with { $number }.
chart-describes-periods = { $title }, { $count ->
    [one] 1 period
   *[other] { $count } periods
}, { $from } – { $to }, { $highest } the highest with { $number }, the last { $last }.
chart-describes-lines = { $title }, { $count } lines, { $from } – { $to }, in { $period } { $highest } the highest with { $number }.
chart-describes-nothing = { $title }: there is nothing to draw.

## The desk: import
import-title = Import into { $register }
import-subtitle = First see what would happen, then import
import-file = File
import-file-hint = CSV or Excel; you can also drop it on the window
import-look = Look
import-all-or-nothing = Import nothing as long as a row is refused
import-step-columns = Step 1 of 2, linking · nothing has changed yet
import-step-rows = Step 2 of 2, checking · nothing has changed yet
import-step-done = Done
import-check-rows = Check rows
import-back = Back
import-skipped-columns = { $count ->
    [one] One column skipped
   *[other] { $count } columns skipped
}
import-skipped-warning = { $count ->
    [one] One column skipped, { $cells ->
        [one] one filled cell
       *[other] { $cells } filled cells
    }
   *[other] { $count } columns skipped, { $cells } filled cells
}
import-reading = Reading the file…
import-progress = { $done } of { $total } rows
import-stop = Stop
import-rows-read = { $count ->
    [one] One row read
   *[other] { $count } rows read
}
import-left-titles = { $titles ->
    [one] not one title row
   *[other] not { $titles } title rows
}
import-left-totals = { $totals ->
    [one] not one row of totals
   *[other] not { $totals } rows of totals
}
import-left-both = not { $titles ->
    [one] one title row
   *[other] { $titles } title rows
} and { $totals ->
    [one] one row of totals
   *[other] { $totals } rows of totals
}
import-sheet = Sheet { $sheet }
import-header = Header row { $row }
import-another = Another file
import-your-sheet = Your sheet
import-filled = filled
import-register = Register { $register }
import-certainty = certainty
import-skipped = skipped
import-key-pick = other link
import-key-skip = skip
import-certain = certain
import-likely = likely
import-doubtful = your choice
import-needed = choose a column
import-proposal = { $column }? O
import-note-split = split
import-note-named-only = hardly anything to read
import-note-dates-open = day or month first?
import-note-day = day-month
import-note-month = month-day
import-note-year = year-month-day
import-note-dates = dates
import-note-beside = from { $column }
import-note-values = { $known } of { $all } values
import-note-postcodes = { $count ->
    [one] one postcode
   *[other] { $count } postcodes
}
import-note-chosen = chosen
import-note-alike = similar name
import-note-content = fits the content
import-note-named = same name
import-of-rows-ready = of { $count ->
    [one] one row ready
   *[other] { $count } rows ready
}
import-not-yet = { $count } not yet
import-waits-for = { $count } times { $field }
import-day-or-month = Day or month first?
import-open = open
import-chosen = chosen
import-day-or-month-why = In “{ $column }”, { $count ->
    [one] one date
   *[other] { $count } dates
} such as { $example } can be read in two ways.
import-order-day = Day-month
import-order-month = Month-day
import-date-is = { $written } is { $day }
import-mapping-name = Keep this mapping as
import-mapping-why = For the next file with the same columns, for the whole team.
import-values-title = Values
import-values-open = { $count } open
import-value-count = { $column }, { $count } times
import-value-name = “{ $value }” is { $meaning }
import-choose-value = Choose { $field }
import-left-unknown = left unknown
import-by-address = by address { $choices }
import-or = or
import-pick-field = Find a field
import-pick-choice = Find a choice
import-pick-field-of = Where does “{ $column }” belong?
import-pick-choice-of = What is “{ $value }”?
import-pick-only = Only
import-pick-also = Also
import-pick-other = Otherwise
import-pick-too = Also { $field }
import-pick-no-longer = No longer { $field }
import-skip = Skip
import-leave-unknown = Leave unknown
import-recognise = Recognise again
import-add-choice = Add “{ $value }” as a choice of { $field }
import-save-refused = Save as Excel, with what is wrong…
import-save-refused-title = Save refused rows
import-save-refused-why = The rows go into an Excel file as they were, with a column “What is wrong”. Anyone who has that file can read it.
import-to-list = To the list
refused-file = { $file } refused
refused-made-at = The refused rows are in { $file }.
import-all-rows = All rows
import-outcome-refused = Refused
import-outcome-changed = Changed
import-outcome-new = New
import-outcome-unchanged = Unchanged
import-outcome-skipped = Skipped
import-emptied = blank
import-possible-duplicates = Possible duplicates
import-possible-duplicate = Possible duplicate
import-duplicate-of = { $at } of { $all }
import-same-address = same address, times overlap
import-same-person = same person and birth date, times overlap
import-same-content = same day and the same data
import-duplicate-merge = Merge
import-duplicate-both = Keep both
import-duplicate-skip = Skip row
import-earlier-row = row { $row }
import-duplicate-row = Row { $row } in your sheet
import-duplicate-known = { $number } in the register
import-duplicate-together = After merging
import-conflict = Changed here too
import-conflict-by = { $actor } changed this on { $date }, after the export
import-conflict-exported = When it was exported
import-conflict-stored = Keep what is here
import-conflict-row = Take the sheet
import-sum = { $ready } ready, { $refused } refused
import-more-rows = { $count ->
    [one] one more row
   *[other] { $count } more rows
}
import-rows = Rows of the file
import-what-happens = What happens
import-about-refused = Correct them here. What is left is not imported.
import-about-changed = { $count ->
    [one] one cell gets another value
   *[other] { $count } cells get another value
}
import-about-new = { $count ->
    [one] of which one is a possible duplicate
   *[other] of which { $count } are possible duplicates
}
import-about-unchanged = nothing happens to them
import-empty = No file looked at yet
import-empty-next = Choose a file. You first see what is in it; nothing changes yet.
import-do = { $count ->
    [one] Import 1 row
   *[other] Import { $count } rows
}
import-would-do = { $read } rows looked at. Nothing has changed yet.
import-was-done = Imported: { $added } new, { $updated } changed.
import-was-held-back = Nothing imported: a row was refused, and you chose all or nothing.
import-count-read = read
import-count-added = new
import-count-updated = changed
import-count-unchanged = unchanged
import-count-refused = refused
import-ignored-columns = Columns that do not belong to this register and are passed over: { $columns }.
import-refusals = Refused rows
import-header-row = Row
import-header-column = Column
import-header-value = Value
import-header-message = What is wrong

## The desk: help
help-title = Help
help-search = Search the manual, an action, a key or a word
help-nothing = The help says nothing about this. Try another word.
help-back = Back
help-manual = Manual
help-manual-named = Manual: { $what }
help-keys = Keys
help-words = Words
help-section = { $chapter } › { $heading }
help-to-section = To { $heading }
help-found = { $count ->
    [one] Found in 1 place
   *[other] Found in { $count } places
}
help-counting = How it is counted
help-balance = Opening + inflow + reopened = handled = finished + closing. Always, for every district and every period.
help-word-reference-date = Reference date
help-text-reference-date = The last day of the period. All figures are as on that day; lists are about now.
help-word-handled = Handled
help-text-handled = Running at some moment in the period, or begun in it. Each case counts once.
help-word-opening = Opening stock
help-text-opening = Ran on the day before the period.
help-word-inflow = Inflow
help-text-inflow = First begun in the period.
help-word-reopened = Reopened
help-text-reopened = Begun earlier, not running at the start, and opened again in the period.
help-word-finished = Finished
help-text-finished = Handled, and no longer running on the reference date. On the day it is closed a case counts as finished.
help-word-closing = Closing stock
help-text-closing = Runs on the reference date. This is the opening stock of the next period.
help-word-shares = Percentages
help-text-shares = Parts of the row, the column or the whole. They are rounded so that the parts of one whole are exactly 100 together. There are none of an average or a duration.
help-word-against = Beside it
help-text-against = The previous period stands beside it as a whole: a full year, quarter or month. A year earlier is the same days. The difference is that of the totals.
help-word-subset = Of which
help-text-subset = Some of the cases of every row, such as the minors. They are in the row already and do not count again.
help-word-export = Export
help-text-export = What is on the screen goes to a file, with its register, filters, reference date, time and maker; a CSV file has the table only. In Excel totals are formulas. What came from the police never goes along.
help-word-unknown = Unknown
help-text-unknown = Not filled in. It has its own row or column as soon as it occurs, so that totals are right.
## Figures

stand = Stand
status = Status
status-now = Status now
unknown = Unknown
running = Running
finished = Finished


period-not-one = “{ $value }” is not a period. Write for instance 2024, 2024-Q1, 2024-03 or 2024-03-01..2024-03-31.
period-backwards = The period ends on { $to }, before it begins on { $from }. Swap the dates.
figure-unknown-entries = Register { $register } does not count “{ $kind }” on the timeline. You can choose: { $known }.
figure-no-entries = Register { $register } counts nothing of what stands on the timeline.
figure-unknown-number = Register { $register } cannot sum or average “{ $field }”. You can choose: { $known }.
figure-no-numbers = Register { $register } has no numbers that are summed.
figure-no-persons = Persons cannot be recognised in register { $register }: that takes a name and a birth date. Count cases here.
figure-no-duration = Register { $register } has no duration: events have no begin and end.
figure-no-shares = There are no percentages of an average or a duration. Make them of counts or of a sum.
figure-nothing-to-share = Percentages over time are parts of the total of a period. Choose a field by which the series is split (--by).
figure-shares-over-time = A case that runs in more than one period counts in each of them: the periods together are no whole of it. Choose percentages of each period (--percent row), or a measure such as inflow (--measure instroom).
figure-split-against = A split series cannot be compared with a year earlier. Leave the field out, or filter on one value of it.
figure-unknown-field = Register { $register } cannot be counted by “{ $field }”. You can choose from: { $known }.
figure-unknown-value = “{ $value }” is not a value of { $field }. You can choose from: { $known }.
figure-not-a-filter = “{ $value }” is not a filter. Write FIELD=VALUE, for instance wijk=Meerzicht.
figure-unknown-measure = “{ $value }” is not a measure of register { $register }. You can choose from: { $known }.
figure-no-balance = Register { $register } has no balance: events have no begin and end. Make a table or a series.
figure-twice = Field “{ $field }” stands twice in the table. Leave one out.
figure-too-large = This table has more than { $most } cells. Choose fewer fields.

## Command line

cli-command-peildatum = Peildatum: a case register for safety teams. Without a command the window opens.
cli-command-init = Makes a new, empty vault
cli-command-demo = Makes a vault with invented cases and opens it
cli-command-import = Reads cases from a CSV or Excel file
cli-command-export = Writes the cases of a register to a file, also as a list to edit
cli-command-table = Makes a table
cli-command-balance = Makes up the balance: opening, inflow, reopened, finished and closing
cli-command-series = Counts by year, quarter or month
cli-command-cases = Shows the cases behind a figure

cli-heading-usage = Usage:
cli-heading-commands = Commands
cli-heading-arguments = Arguments
cli-heading-options = Options

cli-argument-vault = The folder of the vault (otherwise the one in your own folder)
cli-argument-lang = The language: nl (by default) or en
cli-argument-renderer = How the window is drawn: auto (by default), wgpu or glow
cli-argument-help = Shows this help
cli-argument-version = Shows the version
cli-argument-cases = So many cases in every register, from 2019 on, in place of a whole municipality
cli-argument-years = How many calendar years of cases, this one included (usually 6)
cli-argument-seed = The same number gives the same cases (by default 1)
cli-argument-no-window = Opens no window afterwards
cli-argument-register = The register, for instance woonoverlast
cli-argument-file = The file: CSV, Excel or LibreOffice
cli-argument-map = Which field a column holds, for instance "Gemeld=begin"; may be repeated
cli-argument-dry-run = Says what would happen and stores nothing
cli-argument-all-or-nothing = Stores nothing if a row is refused
cli-argument-format = The form: text (by default), csv or json
cli-argument-entries = The kind of entry on the timeline that is counted, for example maatregel or besluit (usually: the cases themselves)
cli-argument-table = A standard table of the register, by its id in the definition
cli-argument-rows = The fields down the side, separated by commas
cli-argument-columns = The fields across the top, separated by commas
cli-argument-period = The period: 2024, 2024-Q1, 2024-03 or 2024-03-01..2024-03-31 (by default this year)
cli-argument-filters = Only cases with this value, for instance wijk=Meerzicht; may be repeated
cli-argument-measure = What is counted: behandeld (handled, by default), beginstand (opening), instroom (inflow), heropend (reopened), afgerond (finished) or eindstand (closing); for events: aantal (number); where reports are counted apart: meldingen (reports)
cli-argument-by = The field to split by
cli-argument-from = The first period: a year, quarter or month
cli-argument-to = The last period
cli-argument-step = By year (by default), quarter or month
cli-argument-limit = Shows at most this many cases

cli-command-change = Gives many cases a value, status or owner at once
cli-command-merge = Merges a case into another case of the register
cli-argument-other = The case that goes, by its number
cli-argument-into = The case that remains, by its number
cli-command-undo = Undoes an operation: a change, import or merge
cli-argument-operation = The operation: the code that the command named
cli-argument-which = The numbers of the cases, with commas between them
cli-argument-set = What the cases are given, for example wijk=Meerzicht or status=in-aanpak; nothing after the sign makes it unknown; may be repeated
cli-argument-reason = Why; it stands in the history afterwards
cli-see-help = Type peildatum --help for help.
cli-no-vault = There is no vault of Peildatum in folder { $folder }. Make a new vault there with: peildatum --vault "{ $folder }" init
cli-no-folder = This system has no folder for your data. Choose one yourself with --vault DIR.
cli-not-a-mapping = “{ $value }” does not point out a column. Write --map "COLUMN=field", for instance --map "Gemeld=begin".
cli-not-a-setting = “{ $value }” does not say what the cases are given. Write --set FIELD=VALUE, for example --set wijk=Meerzicht.
cli-outcome-without-end = “{ $value }” is an outcome, and the cases are given no end. Add --set einde=DATE.
cli-not-settable = “{ $value }” cannot be changed this way. Choose a field of register { $register }, the status, the end or the outcome.
cli-nothing-to-change = Say which cases you mean: with --cases and numbers, or with --where and a value.
cli-uncountable = The counts of register { $register } cannot be read. Install the latest version of Peildatum and try again.
cli-output = The result cannot be written: { $reason }.

cli-init-made = New vault made: { $folder }
cli-demo-municipality-made =
    Made a new vault: { $folder }
    { $registers ->
        [one] There is 1 register
       *[other] There are { $registers } registers
    } with invented cases of { $years ->
        [one] 1 year
       *[other] { $years } years
    }, as many as a municipality of 125,000 inhabitants has.
cli-demo-made =
    New vault made: { $folder }
    { $registers ->
        [one] There is 1 register
       *[other] There are { $registers } registers
    } with { $cases ->
        [one] 1 invented case
       *[other] { $cases } invented cases
    } each.

cli-import-summary = { $read ->
        [one] 1 row
       *[other] { $read } rows
    } read: { $added } added, { $updated } updated, { $unchanged } unchanged, { $refused } refused.
cli-import-dry-run = This was a dry run: nothing was stored.
cli-import-ignored = These columns do not belong to the register and were passed over: { $columns }.
cli-command-mapping = What columns and values of files mean
cli-command-mapping-suggest = Shows what is recognised in a file, as a mapping to look through and to use with import --mapping
cli-command-mapping-list = Shows the mappings that the team keeps
cli-command-mapping-export = Writes a mapping to a file
cli-command-mapping-import = Keeps the mapping in a file for the team
cli-argument-mapping = The mapping: a name that the team keeps, or a file
cli-argument-mapping-name = The name of the mapping
cli-argument-mapping-file = The file with the mapping
cli-argument-mapping-out = The file that is made
cli-argument-sheet = The sheet of the workbook (by default the first with a table)
cli-argument-header-row = The row with the names of the columns (found by default)
cli-argument-date-order = What comes first in dates: day, month or year; by default it follows from the column, and what the dates themselves show goes first
cli-argument-report = Keeps the refused rows in this Excel file, with what is wrong
cli-argument-conflicts = What holds of an edited list where the case was changed here meanwhile too: sheet, or stored (what is here). Without this the row is refused.
cli-argument-recipient = A list to share with a partner: who receives it. Only what can be shared is on it, and it is recorded on every case
cli-argument-ground = On what ground the list is shared
cli-argument-editable = As an Excel list to edit: importing it changes exactly the cells that you changed
cli-mapping-open = “{ $value }” in column “{ $column }” ({ $count } times) is no choice yet. Put under “values” in the file what it means.
cli-mapping-exported = The mapping is in { $file }.
cli-mapping-imported = The mapping “{ $name }” is kept for the team.
cli-mapping-without-name = This mapping has no name. Give it one with --name.
cli-no-such-mapping = The team keeps no mapping “{ $name }” for { $register }, and no file is called so. See what there is with mapping list { $register }.
cli-import-totals = { $count ->
    [one] One row was left out because it holds a total: { $rows }.
   *[other] { $count } rows were left out because they hold a total: { $rows }.
}
mapping-unreadable = The file { $file } cannot be read. Check its name and whether you may read it.
mapping-not-a-mapping = { $file } holds no mapping that this program knows (line { $line }: { $cause }). Make one with mapping suggest or mapping export.
mapping-other-register = The mapping in { $file } is of the register “{ $register }”. Choose a mapping of this register.
mapping-not-written = The file { $file } cannot be written. Choose a folder in which you may write.
column-number = Number
column-status = Status
column-version = Version (do not change)
refused-title = Refused rows of { $file }
refused-sheet = Refused
refused-column = What is wrong
refused-is-readable = Anyone who has this file can read it. Delete it when you are done with it.
editable-title = { $register } to edit
editable-how = Change the cells that are otherwise and import this sheet again. Only what you change is changed; a cell that you empty becomes unknown. Leave number and version as they are. A row without number and version becomes a new case.
editable-choices = Choices
editable-several = More than one, with commas
editable-no-choice = Choose a value from the list, or leave the cell empty.
editable-comes-back = The sheet comes back with Import: only the cells that you change are changed. What was changed here meanwhile is then shown beside it.
editable-left-out = What came from the police, special categories of data and who reported are not in it.
cli-import-held-back = { $refused ->
        [one] 1 row was refused
       *[other] { $refused } rows were refused
    }, so nothing was stored. Correct the file, or leave out --all-or-nothing.
cli-in-row = row { $row }
cli-in-column = column { $column }
cli-in-value = value { $value }

cli-change-summary = { $changed ->
        [one] 1 case changed
       *[other] { $changed } cases changed
    }, { $already } had this already, { $refused } refused.
cli-change-dry-run = { $changed ->
        [one] 1 case would change
       *[other] { $changed } cases would change
    }, { $already } already so, { $refused } refused. This was a trial: nothing was stored.
cli-undone = { $cases ->
        [one] 1 case is
       *[other] { $cases } cases are
    } as before again. Do it again with: peildatum undo { $operation }
cli-operation = Operation { $operation }. Undo it with: peildatum undo { $operation }
cli-field = Field
cli-before = Was
cli-after = Becomes

cli-total = Total
cli-days = { $from } to { $to }
cli-period = Period
cli-number = Number
cli-balance = opening { $opening } + inflow { $inflow } + reopened { $reopened } = { $handled } = finished { $finished } + closing { $closing }
cli-does-not-add-up = A case can have more than one choice, so the parts may come to more than the total.
cli-in-several-periods = A case that runs in more than one period counts in each of them, so do not add the periods up.
cli-cases = { $total } { $cases }
cli-cases-shown = { $shown } of { $total } { $cases }

# Indicators: what a year was to come to, and what it came to
cli-command-indicators = Shows and fills in the indicators: target and actual by year
cli-command-indicators-import = Reads values from a CSV or Excel file
cli-command-indicators-show = Shows a year and the one before, as in the annual report
cli-command-indicators-series = Shows an indicator over the years
cli-command-indicators-table = Lays several indicators beside each other over the years, with average and range
cli-argument-indicators = The indicators (without: all of which something is known)
cli-command-indicators-set = Fills in a value of a year
cli-command-indicators-history = Shows what was ever filled in for a year
cli-command-indicators-restore = Puts back an earlier version
cli-argument-indicator = The indicator, for example woninginbraken
cli-argument-year = The year, for example 2024
cli-argument-of-year = The year (this year unless you say otherwise)
cli-argument-from-year = The first year (the first with a value unless you say otherwise)
cli-argument-to-year = The last year (the last with a value, or this year, unless you say otherwise)
cli-argument-budget = The budget: what it is to become
cli-argument-edition = The budget that says so, for example "Programmabegroting 2025"
cli-argument-actual = The actual: what it came to
cli-argument-document = The document that says so, for example "Jaarverslag 2024"
cli-argument-source = Who measured it
cli-argument-measured = How it was measured, for an indicator with a break in its series
cli-argument-note = The explanation
cli-argument-parts = A part, for example afvalbakken=28.122; may be repeated
cli-argument-revision = The version, as the history names it
cli-unknown-table = Register { $register } has no table “{ $table }”. You can choose: { $known }.
cli-unknown-indicator = There is no indicator “{ $value }”. The indicators are: { $known }.
cli-not-a-part = “{ $value }” is not a part with an amount. Write --part "PART=AMOUNT", for example --part "afvalbakken=28.122".
cli-no-such-revision = { $id } has no version { $revision }. See which there are with: peildatum indicators history

import-unknown-indicator = “{ $value }” is not a known indicator. Correct the name, or define a new indicator in a file in the folder “indicators” of the vault. Known are: { $known }.
import-defined-otherwise = “{ $value }” does not fit this indicator: it is defined with “{ $defined }”. Correct this cell, or the name of the indicator in this row.
import-budget-of-part = A part has no budget of its own. Remove this amount.

indicator-parts-exceed = The parts of “{ $whole }” come to { $parts }, more than the whole of { $amount }. Correct a part or the whole.
indicator-type = Type
indicator-budget = Budget
indicator-actual = Actual
indicator-rest = Rest (not broken down)
indicator-reached = Goal reached: Yes
indicator-missed = Goal reached: No
indicator-goal = Goal { $goal }
indicator-source = Source: { $source }
indicator-note = Explanation: { $note }
indicator-typed = * Filled in: there are no cases or other values behind this figure.
indicator-otherwise = Mind: for { $year } { $typed } is filled in, but the cases or the other values come to { $otherwise }. What is filled in holds, because somebody stated it; clear it and the count holds.
indicator-not-the-total = This does not add up: for { $year } the total is { $total }, but { $parts } come to { $sum }. That differs by { $difference }.
indicator-broken = Break in the series: this year was measured otherwise than the year before. The two cannot be compared.
indicator-break = break in the series
indicator-break-note = Before and after the break it was measured otherwise: those years cannot be compared.
indicator-average = Average
indicator-range = Range
indicator-range-of = { $least } ({ $from }) – { $most } ({ $to })
indicator-least = Least
indicator-most = Most
indicator-years-title = Indicators over the years
indicator-years-of = { $from } to { $to }
indicator-years-none = Nothing is known of these years yet.
indicator-years-broken = { $indicator }: from { $years } on it was measured otherwise. Across the break no average and no range are given.
indicator-none = No indicator is known yet of { $year } and the year before. Read a file with: peildatum indicators import FILE
indicator-kept = Recorded: { $id }
indicator-year = Year
indicator-change = Change
indicator-points = { $points } percentage points
indicator-remark = Remark
indicator-revision = Version
indicator-recorded = Recorded
indicator-actor = By
indicator-reason = Reason

# Finances: what is printed, and whether it adds up
columns-missing = There is no column “{ $column }”. Give a column that name. The columns of the file are: { $columns }.
columns-twice = The columns “{ $first }” and “{ $second }” are both “{ $column }”. Give one of them another name.

cli-command-districts = Shows and fills in what is known of districts: dwellings, inhabitants, businesses
cli-command-districts-import = Reads a table of the municipality, or the Kerncijfers wijken en buurten of Statistics Netherlands
cli-command-districts-show = Shows what is known of the districts in a year
cli-command-districts-set = Fills in a characteristic of a district, or clears it
cli-command-districts-history = Shows what was ever filled in for a characteristic
cli-command-districts-neighbourhoods = The table that says in which district a neighbourhood lies
cli-command-districts-neighbourhoods-import = Reads that table: code, name and district
cli-command-districts-neighbourhoods-show = Shows that table
cli-argument-file-year = The year, where the file does not say it
cli-argument-file-source = Where the values come from
cli-argument-known-year = The year (this year unless you say otherwise)
cli-argument-known-in = The year
cli-argument-amount = How much it is (without: cleared)
cli-argument-district = The district
cli-argument-characteristic = The characteristic, for example woningen or woningen-koop
cli-argument-per = For every 1,000 of what: a characteristic of districts, for example woningen or inwoners
cli-argument-per-year = Of which year that characteristic is (the year in which the period ends unless you say otherwise)
districts-no-lists = There is no list of districts, or none of their characteristics. Look in Manage.
districts-no-neighbourhoods = The table that says in which district a neighbourhood lies is empty. Read it with: peildatum districts neighbourhoods import FILE
districts-no-year = The file does not say of which year it is. Give the year, or put it in the name of the file, such as kwb-2023.xlsx.
districts-not-a-neighbourhood = This is no code of a neighbourhood. Write BU with eight digits, such as BU06370101.
districts-masked = { $district }, { $kind }: unknown, because neighbourhood { $neighbourhood } is kept back in the file.
districts-missing = { $district }, { $kind }: unknown, because neighbourhood { $neighbourhood } is not in the file.
districts-unplaced = By the table these neighbourhoods lie in no district and were not counted: { $names }.
districts-title = Characteristics of districts, { $year }
districts-district = District
districts-code = Code
districts-name = Name
districts-amount = Amount
districts-unknown = unknown
indicators-year-heading = Year
rate-title = For every 1,000
rate-choose = Choose of what: the characteristics of the districts in the year in which the period ends.
rate-take-year = Take { $year }
rate-about = { $counted }, { $period }, for every 1,000 { $kind } of { $year }
rate-about-amount = about
rate-plain = { $cases } of { $of }
rate-too-few = With fewer than 10 cases, or fewer than 500 to divide by, the two numbers themselves stand there.
rate-circa = What was derived from a percentage is not exact: about.
rate-unknown-kind = Nothing is known of districts by the name “{ $value }”. Choose from: { $known }.
rate-other-year = Of { $year } no { $kind } by district are known. The nearest year of which they are is { $nearest }; choose that year yourself.
rate-no-year = Of { $year } no { $kind } by district are known, nor of any other year. Fill them in or import them.
cli-command-finances = Checks the finances of a programme
cli-command-finances-import = Reads amounts, checks them and keeps them
cli-command-finances-show = Shows the amounts that are kept, document by document
cli-command-finances-years = Lays the years side by side, whichever document they come from
cli-command-finances-history = Shows who kept what of a document, and when
cli-command-finances-restore = Puts back an earlier version of a document
cli-argument-of-municipality = The municipality
cli-argument-of-document = The document
finances-none-kept = No amounts are kept yet. Read them with: peildatum finances import FILE
finances-amounts = Amounts
finances-column-gemeente = Municipality
finances-column-document = Document
finances-column-conventie = Convention
finances-column-post = Item
finances-column-soort = Kind
finances-column-jaar = Year
finances-column-fase = Stage
finances-column-bedrag = Amount
finances-column-bevinding = Finding
finances-found-right = right
finances-found-rounded = rounding
finances-found-wrong = wrong
cli-command-finances-check = Checks whether the amounts of a document add up

finance-summary = { $read ->
        [one] 1 amount
       *[other] { $read } amounts
    } read, { $checked ->
        [one] 1 sum
       *[other] { $checked } sums
    } checked: { $right } right, { $rounded } apart by rounding, { $wrong } wrong.
finance-parts = the sum of the parts
finance-operating = income less costs
finance-result = income less costs, with the reserves
finance-amended = the adopted budget with its amendments
finance-outcome = the difference of budget and account
finance-credit-left = the credit less what was spent of it
finance-printed-otherwise = { $item }, { $kind }, { $year } { $phase }: { $document } says { $amount }, { $before } says { $other }. The former stands in the table.
finance-of-goal = Finances { $year }
finance-in-thousands = × € 1,000
finance-in-euros = in euros
finance-right = Right: { $municipality }, { $document }, { $year }, { $phase }, { $item }, { $kind }: { $relation } is { $computed }, as printed ({ $unit }).
finance-rounded = Rounding: { $municipality }, { $document }, { $year }, { $phase }, { $item }, { $kind }: { $relation } is { $computed }, printed is { $printed } ({ $unit }).
finance-wrong = Wrong: { $municipality }, { $document }, { $year }, { $phase }, { $item }, { $kind }: { $relation } is { $computed }, printed is { $printed }. They are { $difference } apart ({ $unit }). Look up which amount is not right and correct the document or the file.
# Undoing and merging
store-changed-since = This cannot be undone: case { $number } of register { $register } was changed since. { $thing } is now: { $now } ({ $actor }, { $moment }). Nothing was changed. Undo that later change first, or correct the case yourself.
store-nothing-to-undo = There is no operation { $operation } in this vault that can be undone. Check the number.
store-other-half-missing = This action also recorded something in the register { $register }, but it is not in that file. Nothing was undone. An older copy of that file was probably put back.
store-taken-back = Case { $number } of register { $register } was taken back. Nothing was stored. Record a new case, or undo the taking back.
store-merged = Case { $number } of register { $register } was merged into { $into }. Nothing was stored. Record it with { $into }.
change-withdrawn = Case
change-moved = Timeline
case-counts = counts
case-taken-back = taken back
case-merged = merged into another case
entry-moved = comes from another case
undo-done = Undone: { $what }
redo-done = Done again: { $what }
undo-nothing = Nothing was done in this window that can be undone.
redo-nothing = Nothing was undone that can be done again.
import-stored = { $count ->
        [one] 1 case brought in
       *[other] { $count } cases brought in
    }
import-was-undone = This import was undone. The cases are again as they were.
merge-same = A case cannot be merged into itself. Choose another case.
merge-other-register = Only cases of one register can be merged. Tie the cases instead.
merge-withdrawn = One of the cases was already taken back or merged. Choose another case.
merge-done = { $number } was merged into { $into }
merge-changed = Something changed in one of the cases meanwhile. Look again before you merge.
merge-explained = This is what happens when you merge. It can be undone afterwards.
merge-do = Merge
merge-swap = Keep { $number } instead
merge-report = The report of { $date } becomes a report on the timeline, so that the number of reports stays the same.
merge-reason = Merged: { $number } into { $into }
merge-of = { $number } is merged into { $into }.
merge-taken = This is taken over
merge-kept = This stays as it was; what the other case said stands on the timeline afterwards
merge-left = This stays behind because it came from the police
merge-moved = { $count ->
        [one] 1 item of the timeline
       *[other] { $count } items of the timeline
    }
merge-staying = { $count ->
        [one] 1 item of the timeline
       *[other] { $count } items of the timeline
    }
undo-reason = Undone
undo-reason-of = Undone: { $reason }
redo-reason = Done again
together-reason = Together with what was recorded in another register
together-reason-of = { $reason } (together with what was recorded in another register)

# The timeline
entry-added = added
entry-changed = changed
entry-withdrawn = taken back
document-not-opened = No program on this computer opens { $file }. The file is there; open it yourself.
document-runs = { $file } is not opened: files of this kind can start programs on your computer. Do you trust it? Then save the attachment in a folder, and ask your IT department when in doubt.
document-taken-out = File saved as { $file }

# Definitions of the work, and what they refuse
definition-second-role = “{ $value }” has this role already, and only one can. Remove “role” here.
definition-second-decision = The kind “{ $value }” is a decision already. A register has one. Remove “decision” here.
definition-second-report = The kind “{ $value }” is a report already. A register has one. Remove “report” here.
fault-beyond-term = { $value } is too late: it cannot be later than { $last } ({ $term }).
fault-not-with = “{ $value }” does not go with { $field }: { $chosen }. Make this field empty, or change { $field }.
# Entering several at once
grid-open = Enter several
grid-title = Enter several { $cases }
grid-subtitle = Type or paste rows. Mistakes show at once; nothing counts yet
grid-draft = { $count } { $cases } in a table
grid-save = Save { $count } { $cases }
grid-stored = { $count } { $cases } saved
grid-stored-others-wrong = { $count } { $cases } saved. { $refused ->
    [one] One row with a mistake is still there.
   *[other] { $refused } rows with a mistake are still there.
}
grid-nothing-stored = Nothing was saved: { $refused ->
    [one] there is still a mistake in the row.
   *[other] there is still a mistake in { $refused } rows.
}
grid-wrong-rows = { $count ->
    [one] 1 row with a mistake
   *[other] { $count } rows with a mistake
}
grid-more-wrong = { $count ->
    [one] 1 more mistake in this row
   *[other] { $count } more mistakes in this row
}
grid-row-empty = empty
grid-row-wrong = { $count ->
    [one] 1 mistake
   *[other] { $count } mistakes
}
grid-row-unfinished = not finished yet
grid-row-known = perhaps { $number }
grid-row-changes = changes { $number }
grid-row-ready = ready
grid-rows = Rows
grid-insert-row = Insert row
grid-remove-row = Remove row
grid-fill-down = Fill down
grid-required = required
grid-may-be = This may be { $number }.
grid-open-case = Open { $number }
grid-read-as = “{ $text }” is read as { $reading }.
grid-hint = Type, or paste rows from Excel or a mail. A first row with names of fields chooses the columns.
grid-hint-choice = Type a few letters and choose with ↓ and Enter.
grid-hint-choices = Type a few letters and choose with ↓ and Enter. For several, put a comma between them.
grid-hint-date = A date: 21-11-2025, 21-11 or v for today.
grid-hint-long = Alt Enter begins a new line.
grid-keys = Enter down · Tab right · F2 edit · Shift with arrows selects · Ctrl D fill down · Ctrl Z undo · F6 to the buttons
grid-pasted-beyond = { $count ->
    [one] 1 cell did not fit beside the others and was not pasted. Add a column and paste again.
   *[other] { $count } cells did not fit beside the others and were not pasted. Add columns and paste again.
}
grid-pasted-unknown = { $count ->
    [one] This column is none of the register and was left out: { $names }.
   *[other] These columns are none of the register and were left out: { $names }.
}
grid-too-many = { $count } rows are too many for this table: it holds { $most }. Import them as a file, with Ctrl I.
# Drafts

draft-saved-new = Draft kept at { $time } · does not count yet
draft-saved = Draft kept at { $time } · not saved yet
draft-saved-short = Draft kept at { $time }
drafts = { $count ->
    [one] 1 draft
   *[other] { $count } drafts
}
draft-at = { $draft } · { $time }
draft-named = Draft { $draft }
draft-resume = Go on with draft { $draft }, kept at { $time }
draft-discard = Throw away draft { $draft }
draft-discarded = Thrown away: { $draft }
draft-of-later = Draft of a newer version
draft-cannot-be-read = This draft cannot be opened here: the register was changed since. It stays kept.
command-resume = Go on with draft
    .about = Go on with what you typed before
    .words = draft, continue
command-restore = Take back
    .about = Take back the draft that was thrown away last
    .words = draft back, recover
status-drafts = { $count ->
    [one] 1 draft kept, does not count yet
   *[other] { $count } drafts kept, do not count yet
}

# Known at an address

command-add-report = Add to the running case at this address
    .about = What you type becomes a report on the case that runs there
command-show-details = Show details
    .about = Show what is known at this address; this is recorded
lookup-not-yet = Known at this address
lookup-hint = Fill in the house number, with the postcode or the street. Then this says whether and since when anything is known.
lookup-has-cases = Known at { $address }
lookup-has-no-cases = Nothing known at { $address }
lookup-register = { $count } { $cases }, { $count ->
    [one] since { $date }
   *[other] the first since { $date }
}{ $running ->
    [0] { "" }
   *[other] , { $running } running
}
lookup-add-report = Add to { $number }
lookup-next-action = Next action: { $action }
lookup-is-logged = That you look at the details is recorded.
lookup-street = In the same street
lookup-running-in-street = { $count ->
    [0] No running cases
    [one] 1 running case
   *[other] { $count } running cases
}
lookup-many-running-in-street = More than { $count } running cases

# Added to a case

entry-adds = What you type is added as one more report. There will be no new { $case }.
entry-back-to-case = Make it a new { $case } after all

# Reopening

form-reason = Reason for reopening
form-reason-hint = for example: new reports
form-needs-reason = Fill in why the case is opened again.

# Keys

hint-today = today
hint-week = in a week
hint-save = save
# What is put on the timeline
command-contact = Record a contact
    .about = Record a conversation, with what happens next
    .words = call, phone, conversation, mail, note
command-next-step = Next step
    .about = Take the next step of the ladder
    .words = ladder, measure, escalate, warning
command-enter = Record: { $kind }
    .about = Put this on the timeline of the case
command-timeline = To the timeline
    .about = Take the keyboard to the timeline
    .words = course, log, history of the case
entry-happened = When
entry-change = Change: { $kind }
entry-store = Save
entry-leave = Back
entry-not-stored = Not saved yet
entry-opens = Case in { $register }
entry-opens-new = Opens a case in { $register }
entry-opens-running = Belongs to { $number }, which runs already
entry-opens-none = Opens no case
entry-opened = { $number } is stored; case { $opened } is opened
entry-linked = { $number } is stored and linked to { $opened }
entry-standard-text = Standard text…
entry-meanwhile = { $number } was changed by somebody else too. What you typed is still here. Save it again if it is right. This was changed:
entry-overtaken = Somebody else changed this as well meanwhile. What you typed is still here; what you did not change follows theirs. If you save again your input counts; the other version stays in the history.
ladder-none = This register has no fixed steps.
ladder-at-its-end = Every step was taken already. Choose a measure yourself.

# Reports counted apart from cases
measure-meldingen = Reports
figures-what-meldingen = Reports about { $cases }
help-word-undo = Undo
help-text-undo = Everything you store in this window can be undone: step by step, with one key. Nothing is erased: undoing is a new step in the history. A case that you undo no longer counts and keeps its number. If somebody changed something since, that stays, and you see who did it.
help-word-merge = Merge
help-text-merge = Two cases that turn out to be the same become one case. The case that remains gets what it did not have. The case ran when either of them ran. Every report still counts as a report; the number of cases becomes one less. What came from the police does not come along. The old number finds the case that remains.
help-word-reports = Reports
help-text-reports = Every case begins with one report; every further report counts on the day it came in. Thirteen calls about one problem are thirteen reports and one case.
entries-in-cases = { $number } { $entries } in { $count } { $cases }
reports-in-cases = { $reports ->
    [one] 1 report
   *[other] { $reports } reports
} about { $count } { $cases }

# On paper
paper-facts = Data
paper-lost-fields = No longer in use
paper-course = Course
paper-reopened = Reopened on
paper-tasks = What still has to be done
paper-next-action = Next action
paper-idle = No contact or measure recorded for some time
paper-due = by { $date }
paper-overdue = by { $date } (overdue)
paper-links = Linked cases
paper-timeline = Timeline
paper-timeline-empty = Nothing stands on the timeline yet.
paper-left-out = { $count ->
        [one] 1 item of the timeline is not in this document.
       *[other] { $count } items of the timeline are not in this document.
    }
paper-recorded-by = Recorded by { $who }
paper-from-police = Police data (Wpg)
paper-moment = { $date } at { $time }
paper-about = About this document
paper-register = Register
paper-made = Made on
paper-made-by = Made by
paper-contents = Contents
paper-purpose = Purpose
paper-ground = Legal ground
paper-scope-shareable = shareable data only
paper-scope-all = all data
paper-notice-shareable = This document holds only data that may be shared. Other data were left out on purpose, or stand there otherwise.
paper-notice-all = Holds data that may not be shared
paper-page = Page
paper-page-of = of
paper-agenda = Agenda
paper-minutes = Minutes
paper-meeting = Case meeting
paper-agenda-count = { $count } { $cases }
paper-present = Present
paper-decision = Decision
paper-no-decision = No decision was recorded on this day.
paper-unknown-ending = No document can be made of file { $file }. Choose a name that ends in .docx (Word) or .html (to print).
paper-exists = File { $file } already exists and is not overwritten. Choose another name, or allow overwriting (on the command line: --overwrite).
paper-unwritable = File { $file } cannot be written: { $reason }. Check that the folder exists, that there is room and that you have rights to it.

cli-command-paper = Puts the summary of a case on paper, to hand over or print
cli-command-agenda = Makes the agenda of a case meeting
cli-argument-number = The number of the case, for example WO-2026-00001
cli-argument-numbers = The numbers of the cases, with commas between them (by default every case that runs now)
cli-argument-all = Puts all data in it, also what may not be shared
cli-argument-out = The file that is made: .docx (Word) or .html (to print)
cli-argument-overwrite = Overwrites the file if it exists
cli-argument-title = The name of the meeting
cli-argument-date = The day of the meeting, for example 31-12-2026 (by default today)
cli-argument-minutes = Makes the minutes: with the decisions that were recorded on that day
cli-paper-made = Document made: { $file }
cli-no-such-case = Register { $register } has no case with number { $number }. Look up the number with: peildatum cases { $register }
cli-nothing-to-discuss = Register { $register } has no cases for this agenda now. Choose other cases with --where or --cases.
# Definitions of the work, and what they refuse


# What is to be done
command-work = My work
    .about = What is to be done, over all registers
    .words = late, tasks, to do, deadline, terms, this week
command-task-done = Task is done
    .about = The chosen task is done
    .words = tick off, finished
command-put-off-task = Put the task off…
    .about = The chosen task waits, for a reason
    .words = later, postpone
command-undo = Undo
    .about = Undo what you did last in this window
    .words = revert, mistake
command-redo = Do again
    .about = Do again what you undid last
    .words = repeat
work = My work
work-name = { $count ->
    [0] My work
    [one] My work, 1 task late or due this week
   *[other] My work, { $count } tasks late or due this week
}
work-team = Team
work-nobody = Without owner
work-colleague = Colleague
work-only-late = Late
work-only-week = This week
work-only-idle = Nothing for 30 days
work-every-register = Every register
work-registers = Registers
work-of-team = The team’s work
work-of-colleague = Work of { $name }
work-of-nobody = Work without owner
work-subtitle = { $late } late, { $today } today, { $week } this week
work-list = { $count ->
    [one] Work, 1 task
   *[other] Work, { $count } tasks
}
work-late = Late
work-today = Today
work-week = This week
work-later = Later
work-beyond = { $count ->
    [one] 1 more task, due in more than 60 days
   *[other] { $count } more tasks, due in more than 60 days
}
work-empty = Nothing to do
work-empty-next = The next actions and terms of the cases you handle will stand here. Choose Team for everyone’s work.
work-empty-others = The next actions and terms of running cases will stand here, as soon as there are any.
task-done = Done
task-put-off = Put off…
task-due = Due
task-statutory = by law
task-next-action = Next action
task-was-done = Done: { $what } ({ $number })
task-was-put-off = Put off: { $what } ({ $number })
put-off-title = Put off
put-off-until = New date
put-off-reason = Reason
put-off-store = Put off
task-action-statutory = The term “{ $term }” cannot be put off, because the law sets it: { $law }.
task-action-not-later = Choose a day after today.
task-action-no-reason = Write down why this waits.
task-action-next-action-needed = This case cannot do without a next action. Fill in a new next action first.

# The case meeting
command-meeting = Case meeting about this list…
    .about = Discuss the cases of this list one by one
    .words = meeting, discuss, agenda
command-resume-meeting = Back to the case meeting
    .about = Go back to the meeting that goes on
command-next-case = Next case of the meeting
    .about = The next case on the agenda
command-previous-case = Previous case of the meeting
    .about = The previous case on the agenda
command-end-meeting = End the case meeting
    .about = End the meeting; the decisions stand in the cases
command-meeting-paper = Agenda or minutes of the meeting…
    .about = The agenda or the minutes as a file
    .words = print, minutes, report
meeting = Case meeting
meeting-begin = Meeting…
meeting-title = Case meeting { $register }
meeting-subtitle = { $handled } of { $all } discussed
meeting-store = Save decision
meeting-paper = Agenda or minutes…
meeting-end = End the meeting
meeting-typed = not saved yet
meeting-handled = discussed
meeting-last = What happened last
meeting-no-decisions = This register has no decisions, so there can be no case meeting about it.
meeting-waits = This decision is not saved yet. Save it, or empty the fields.
meeting-stored = Decision saved. { $handled } of { $all } discussed.

# On paper
command-summary = Make a summary…
    .about = The case on paper, to share or to keep
    .words = print, word, file, paper, pdf
paper-of-case = Summary of { $number }
paper-of-meeting = Case meeting on paper
paper-what = What
paper-as-minutes = Minutes with decisions
paper-shareable = Only shareable data
paper-everything = All data
paper-everything-warning = This document will also hold data that may not be shared. Do not give it to others.
paper-format = Form
paper-docx = Word (docx)
paper-html = To print (html)
paper-file = File
paper-no-name = Type the name of the file to make.
paper-make = Make
paper-replace = Replace the existing file
paper-made-at = Document made: { $file }
paper-open = Open
message-open-case = Open { $number }
# The timeline of a case
ladder-heading = Ladder
ladder-at = step { $at } of { $of }
ladder-now-until = now, until { $date }
ladder-now-since = now, since { $date }
ladder-skipped = passed over
timeline-of = { $at } of { $of }
timeline-shows = Timeline shows: { $what }
timeline-linked = Linked to { $number }
timeline-done = Done: { $what }
timeline-put-off = Put off until { $date }: { $what }
timeline-withdrawn = taken back on { $date } by { $actor }
timeline-adjusted = put right on { $date } by { $actor }
timeline-reopened = Reopened
timeline-closed = Closed
timeline-closed-as = Closed: { $outcome }
timeline-merged = { $number } was merged into this one
timeline-not-taken-over = Not taken over:
timeline-status = Status: { $status }
timeline-begun = { $case } began
timeline-recorded = recorded on { $date }
timeline-yesterday = yesterday
timeline-all = Everything
timeline-changes = Changes
timeline-withdrawn-filter = Taken back
timeline-name = { $count ->
    [one] Timeline, 1 event
   *[other] Timeline, { $count } events
}
timeline-more = More
timeline-less = Less
timeline-nothing = What happens in this case will stand here.
timeline-edit = Put right
timeline-withdraw = Take back…
timeline-open = Open
timeline-save-as = Save as…
timeline-withdraw-what = Take back: { $what }
timeline-withdraw-reason = Why
timeline-withdraw-do = Take back
timeline-needs-reason = Say why you take this back. It stays in the history.
case-facts = Details
case-no-owner = Nobody yet
case-reports = { $count ->
    [one] 1 report
   *[other] { $count } reports
}
case-more-actions = More
task-idle-look = Look at this case: no contact or measure recorded for { $days } days
case-due-at = Due { $date } at { $time }
due-since = late since { $time }
timeline-taken-back = Taken back. It still stands in the history.

# Ties, gathering and documents
command-link = Link to a case…
    .about = Tie it to another case
    .words = connect, relation, refer
command-merge = Merge with…
    .about = Bring another case of this register into this one: it was the same
    .words = duplicate, same case
command-gather = Gather in a case…
    .about = Gather this case in another one
    .words = make a case, bundle
command-attach = Add an attachment…
    .about = Put a document on the timeline
    .words = document, file, photo, upload
command-copy-text = Copy a standard text…
    .about = Put a standard text, filled in, on the clipboard
    .words = letter, template
case-picker-hint = Search by number, address or name
text-hint = Search by the name of the text
text-copied = The text is on the clipboard. Fill in where it says …
gather-new = New { $case } from { $count ->
    [one] this { $from }
   *[other] these { $count } { $from }
}
gather-begin = Gather
gather-stored = { $count } { $cases } gathered in { $number }
gather-from = Comes from { $number }. When it is saved, { $count ->
    [one] that is
   *[other] those are
} linked to it.
same-subject = Is this about the same?
same-subject-field = same { $field }
same-subject-in = in { $number }
same-subject-gather = Gather together…
links-heading = Linked cases
links-same-person = Possibly the same person
link-to = Link to { $number }
link-unlink = Take back the link with { $number }…
link-stored = The cases are linked.
other-cases-at-address = Known at this address: { $count ->
        [one] 1 other case
       *[other] { $count } other cases
    }{ $running ->
        [0] { "" }
       *[other] , { $running } running
    }
other-cases-in-street = In the same street: { $count ->
        [one] 1 case
       *[other] { $count } cases
    }{ $running ->
        [0] { "" }
       *[other] , { $running } running
    }
other-cases-newest = The { $shown } newest of { $count }
documents-heading = Attachments
documents-attach = Add an attachment
documents-save = Save { $file }
documents-path = File
documents-hint = Or drop a file on this window. A file has { $size } MB at most.
documents-do-attach = Add
documents-do-save = Save
documents-runs = Take care: a file such as { $file } can start programs on your computer. Save it only if you know who it comes from and what it is.
documents-needs-path = Say which file, or choose it with Browse.
documents-exists = There is a file of this name already. Save once more to replace it, or choose another name.
documents-no-folder = No temporary folder can be made. Save the attachment in a folder and open it there.
document-attached = { $file } was added
document-instead-of-import = { $file } was added as an attachment. To import it, close the case first.

# Definitions that name one another
definition-other-team = Register “{ $value }” belongs to another team. Cases can be gathered only in a register of the same team.
definition-never-taken-over = “{ $value }” stays in its own register: what is about health, came from the police or is of the reporter is never taken over.

# A filter by its name
command-filter = Filter by…
    .about = Show a part of the list or the figures
    .words = search the list, select, restrict, only
command-choose-case = Choose this case
    .about = Chooses or lets go, together with others; on a heading the whole group. Shift with the arrows chooses a stretch
    .words = select, tick
command-choose-all = Choose all
    .about = Chooses every case that the list shows
    .words = select all
command-change-many = Change the chosen cases…
    .about = Gives many cases a status, an owner, a district or another choice at once, with a preview first
    .words = bulk, several at once, assign
command-finish-many = Close the chosen cases…
    .about = Closes many cases at once with a date and an outcome; of each it asks only what is still missing
    .words = bulk, several at once, end, finish
command-group = Group by…
    .about = Puts the cases of the list under headings, with counts
    .words = headings, arrange, per district
filter-hint = Type what you want to see, for example a district
# A case from another one
gather-not-at-hand = The case from which this one is made cannot be read now. Nothing was stored. What you typed stays; try again in a moment.

# Looking at an attachment
document-is-a-copy = You are looking at a copy. To change something, save the attachment in a folder and attach the new version.

# The files the system offers
picker-tables = CSV and Excel

# A step or an attachment that is not possible
ladder-closed = This case was closed on { $date }. Reopen it first.
document-absent = File { $file } was not found. Check the name and the folder.
document-is-folder = { $file } is a folder. Choose one file, or attach the files one by one.
document-empty = File { $file } is empty. Nothing was attached. Check whether it was saved properly.
# A draft that was saved already
store-draft-stored = This draft has been saved already, in case { $number } ({ $register }). Nothing was saved now and what you typed stays. Open that case, add what is still missing there and then throw this draft away.

section-everywhere = Everywhere
section-list = List
section-case = Case
section-form = Form
section-figures = Figures
section-work = Work
section-meeting = Meeting
section-manage = Settings

# Manage
manage = Manage
command-manage = Go to Manage
    .about = Lists, staff, standard texts and definitions of the municipality.
    .words = settings, lists, staff, choices, districts, definitions
command-new-item = New in this list
    .about = One more choice, person or standard text in the list that is open.
command-edit-item = Change in this list
    .about = Name, other spellings and days of the selected row.
command-item-up = One place up
    .about = The selected row stands one place higher in forms and tables.
command-item-down = One place down
    .about = The selected row stands one place lower in forms and tables.
command-merge-item = Merge with…
    .about = The selected choice goes on as another one. Cases count there; what is stored stays.
command-retire-item = Retire or offer again
    .about = The selected row is no longer offered, or offered again. Where it was used it keeps counting.
command-remove-item = Remove
    .about = What was added in the program and never used goes from the list.
command-list-history = History of the list
    .about = Who changed what and when, and back to how it was.
manage-subjects = What can be managed
manage-shared = Shared
manage-registers = By register
manage-texts = Standard texts
manage-definition = Definition
manage-of-register = { $register }: { $what }
manage-about-shared = This list holds in every register that uses it. A change holds at once.
manage-about-choices = The choices of this register. A change holds at once, in every window.
manage-about-people = Names that are suggested as owner. Who left keeps standing in cases.
manage-about-texts = Texts that are offered with cases and filled in.
manage-about-definition = What a case is in this register. The text on the left, what comes of it on the right.
manage-about-indicators = All indicators of the municipality. Values of years are typed under Indicators.
manage-goal = Goal
manage-measured = Measured in
manage-priority = Priority
manage-direction = Direction
manage-description = Description
manage-description-in-english = Description in English
manage-indicator-counted = This figure follows from the cases of { $register }. What it follows from and breaks down into stands in a file.
manage-name = Name
manage-name-in-english = Name in English
manage-aliases = Other spellings
manage-aliases-hint = with ; between them
manage-arrives-as = Postcodes and spellings
manage-postcodes = Postcode areas
manage-municipality = Municipality
manage-businesses = Business park, without dwellings
manage-of-businesses = Of business parks too
manage-more = More
manage-id = In files and commands: { $id }
manage-days = Is offered
manage-from = Offered from
manage-until = Up to
manage-from-on = from { $from }
manage-up-to = up to { $until }
manage-cases = Cases
manage-statuses = Offered first at
manage-body = Text
manage-body-in-english = Text in English
manage-blanks = Is filled in: { $blanks }
manage-preview = How the text looks in an invented case
manage-preview-person = Invented Person
manage-preview-text = invented text
manage-preview-street = Invented Street
manage-retired = retired
manage-not-yet = not yet
manage-past = past
manage-goes-on-as = goes on as { $into }
manage-list-name = { $list }, { $count ->
    [one] one row
   *[other] { $count } rows
}
manage-used-in = { $count ->
    [0] no cases
    [one] 1 case
   *[other] { $count } cases
}
manage-used = Used in
manage-used-at = { $register }, { $field }: { $count ->
    [one] 1 case
   *[other] { $count } cases
}
manage-unused = Not a single case yet
manage-new = New
manage-new-action = New
manage-new-register = New register
manage-new-register-action = New register
manage-history = History
manage-empty = Nothing stands here yet
manage-empty-next = Add the first one with Ctrl N.
manage-name-missing = Give a name.
manage-name-taken = “{ $name }” is in this list already. Choose another name.
manage-merge-with = “{ $name }” ({ $count ->
    [one] 1 case
   *[other] { $count } cases
}) goes on as…
manage-said-added = “{ $name }” was added
manage-said-changed = “{ $name }” was changed
manage-said-moved = The order was changed
manage-said-retired = “{ $name }” is no longer offered
manage-said-restored = “{ $name }” is offered again
manage-said-removed = “{ $name }” is out of the list
manage-said-merged = “{ $name }” goes on as “{ $into }”: { $count ->
    [one] 1 case counts there
   *[other] { $count } cases count there
}
manage-said-back = The list is again what it was
manage-said-definition = The definition of “{ $name }” is stored and holds now
manage-history-of = History of { $what }
manage-history-empty = Nothing changed yet
manage-history-empty-next = What you change here is kept with name and time.
manage-back-to = Use it like this again
manage-as-shipped = All as shipped again
manage-was-restored = Back to what is shipped
manage-was-rewritten = Text of the definition changed
manage-was-added = Added: { $name }
manage-was-removed = Out of the list: { $name }
manage-was-changed = Changed: { $name }
manage-was-renamed = Renamed: { $before } is now called { $name }
manage-was-merged = Merged: { $name } goes on as { $into }
manage-was-retired = Retired: { $name }
manage-was-offered = Offered again: { $name }
manage-was-ordered = Order changed
manage-definition-text = Text of the definition
manage-definition-fits = The definition is right. Saving brings it into use at once.
manage-form = The form
manage-mistakes = { $count ->
    [one] One mistake
   *[other] { $count } mistakes
}
manage-field-gone = The field “{ $field }” disappears from forms and lists. { $count ->
    [0] No case has anything in it.
    [one] What stands in one case is kept.
   *[other] What stands in { $count } cases is kept.
}
manage-field-new = The field “{ $field }” is added
manage-misfit = What was changed in Manage about { $what } does not fit any more and is left out: { $mistakes }
undo-list-changed = The list was changed meanwhile. Look in the history of the list how it was.

publication-reference = Reference date { $date }
publication-made = Made on { $date } at { $time } by { $by } with Peildatum
publication-of-which = of which { $field }: { $value }
publication-difference = Difference
publication-difference-of-shares = Difference in points
publication-change = Difference in %
publication-against = Compared with { $days }
publication-sheet-numbers = Figures
publication-sheet-cases = Cases
publication-unknown-ending = The name of file { $file } does not say which kind it should be. Choose a name that ends in { $known }.
format-xlsx = Excel
format-csv = CSV
format-json = for programs
format-html = table for Word
format-svg = drawing
format-png = picture
shares-of-row = Percentages of the total of the row. All rows together: { $total }
shares-of-column = Percentages of the total of the column. All columns together: { $total }
shares-of-all = Percentages of the whole: { $total }
shares-of-period = Percentages of the total of each period
shares-of-part = Percentages of the total of each column over all periods
shares-of-all-periods = Percentages of the total of all periods
publication-year-before = A year earlier
quantity-persons = number of persons
quantity-sum = sum of { $field }
quantity-average = average of { $field }
quantity-duration-median = median of the duration in days
quantity-duration-q1 = first quartile of the duration in days
quantity-duration-q3 = third quartile of the duration in days
quantity-duration-average = average duration in days
persons-do-not-add-up = A person can be in more than one part. That is why the parts sometimes come to more than the total.
persons-unknown = Of { $count } { $cases } the person is not known. Each counts here as another person.
average-weighs = The average weighs by { $field }.
quantity-unknown = Of { $count } { $cases } this is not known. They are left out here.
cli-file-made = File made: { $file }
cli-argument-distinct = Counts persons instead of cases: one person is the same name and birth date
cli-argument-sum = Sums this number, for example aantal-deelnemers
cli-argument-average = Averages this number, for example cijfer
cli-argument-duration = How long cases last, in days: median, q1 or q3 (a quarter, or three quarters are shorter) or average
cli-argument-percent = Shows percentages: of the row, the column or all. In a series a period is a row
cli-argument-against = Puts another period beside it, with the difference
cli-argument-year-before = Puts the same periods of a year earlier beside it, with the difference
cli-argument-of-which = Shows below every row how many cases have this as well, for example minderjarig=ja; may be repeated
cli-argument-figure-out = The file that is made: .xlsx (Excel), .csv, .json, .html (table), and of a figure also .svg or .png (chart)
cli-argument-dialect = How a .csv is written: excel (for Dutch Excel, the default) or rfc4180 (for programs)
search-cases = Cases
search-other-cases = Other cases
search-recent = Opened last
search-lists = Lists
search-sort-by = Sort by { $column }
search-hide-column = Without the column { $column }
search-show-column = Add the column { $column }
search-drafts = Drafts
search-actions = Actions
section-screens = Screens
search-more = { $count ->
    [one] One more case. Type more to find it.
   *[other] { $count } more cases. Type more to find fewer.
    }
search-many-more = More than { $count } more cases. Type more to find fewer.
command-columns = Columns…
    .about = Choose which columns the list has, and in which order
    .words = fields, show fields, width
command-views = Views…
    .about = The saved views of this register: of its list, or of its figures
    .words = favourites, saved lists, bookmarks
command-open-view = Open a view
    .about = Go to a list or a figure as it was saved
command-open-figure = Open figures
    .about = Go to a standard table of a register
command-save-view = Save the view
    .about = Keep the list or the figure as it is now in the view that is open
    .words = save a favourite
command-save-view-as = Save as a new view…
    .about = Keep what makes the list or the figure under a name: filters, rows, columns
    .words = make a favourite, keep a filter
command-standard-view = Without a view
    .about = The list or the figure as it is without a view
    .words = clear filters, show all
command-rename-view = Rename the view…
    .about = Give the view another name
command-share-view = Share with the team, or no longer
    .about = Colleagues of the team see a shared view as well
command-open-with-view = Open with this, or no longer
    .about = The register opens with this view from now on
command-delete-view = Delete the view
    .about = Throw the view away; what you see and the cases stay
command-restore-view = Take the view back
    .about = Take back the view that you deleted last
views = Views
views-none = Save the list as you need it: filters, order and columns. One choice brings it back like that.
views-none-of-figures = Save the figure as you need it: rows, columns, filters and chart. On every reference date it is like that again.
view-open = View: { $view }
view-changed = View: { $view } (changed)
view-shared = Shared
view-kept = View “{ $view }” is saved.
view-deleted = View “{ $view }” is deleted.
view-opens = This register opens with “{ $view }” from now on.
view-opens-no-longer = This register no longer opens with “{ $view }”.
view-missing = This view names something that is no longer there: { $what }. The rest is applied.
view-unreadable = View “{ $view }” cannot be read. Save it again, or delete it.
view-name-new = New view
view-name = Name of the view
view-name-label = Name
view-name-hint = For example: Monday meeting
view-name-missing = Give the view a name.
view-name-taken = This register has a view with this name already. Choose another name.
view-share-label = Share with the team
columns-title = Columns
columns-hint = The space bar chooses a column, Alt ↑ and Alt ↓ move it; dragging does too.
columns-standard = Standard
columns-unsorted = cannot be sorted
sensitivity-minor = Minor
sensitivity-special = Special
sensitivity-criminal = Criminal
sensitivity-police = Police
filter-with = with
filter-and = and
filter-in-which = in which stands
filter-either = { $first } or { $last }
filter-chip = Filter { $filter }
filter-remove-keys = Open it to change; Delete takes it away
filter-owner = Whose
filter-more-owners = { $count ->
    [one] One more owner: type the name
   *[other] { $count } more owners: type a name
}
filter-due = Due
filter-words = “{ $words }”
filter-words-label = Words, or the end of a number
owner-me = of mine
owner-nobody = of nobody
owner-of = of { $name }
filter-due-late = late
filter-due-this-week = due this week
filter-due-later = due later
filter-due-nothing = nothing due
begin-last-week = last 7 days
begin-last-month = last 30 days
begin-this-year = this year
begin-last-year = last year
begin-between = { $from } to { $to }
begin-from = From
begin-to = Up to and including
filter-by-words = Cases in which “{ $words }” stands
command-case-menu = Actions of the case
    .about = Open the menu of all that can be done with the case
    .words = menu, more

# The desk: indicators
indicators = Indicators
section-indicators = Indicators
command-indicators = Go to Indicators
    .about = Target and actual of each year, as in the annual report
    .words = targets, budget, results, kpi
command-indicator = Go to this indicator
    .about = An indicator with its target, actual and course
command-type-year = Fill in a value
    .about = Fill in budget and actual of the chosen indicator, for the year of the reference date
    .words = fill in a figure
command-year-history = History
    .about = Who filled in what and when for this year, and back to an earlier version
command-many-years = Over the years
    .about = The indicators over many years side by side, with average and range, or those of a year again
    .words = series, several years
indicator-years-subtitle = Up to { $year }, with the average and the range
indicator-years-break = break from { $year } on
indicator-years-from = From year
indicator-years-from-hint = first known
indicator-years-not-a-year = Type a year, such as 2014.
indicator-years-keys = Space chooses what is exported (all, where nothing is chosen), Enter opens the indicator.
indicator-years-chosen = Chosen
indicator-years-list-name = Indicators over the years, { $count }
command-districts = Characteristics of districts
    .about = Fill in dwellings, inhabitants and businesses by district, for the year of the reference date, or back to the indicators
    .words = dwellings by district, inhabitants by district
districts-subtitle = What a figure can be given for every 1,000 of, in the year of the reference date
districts-kind = Characteristic
districts-keys = Arrows choose a line, Enter fills it in, Ctrl Enter saves. Blank clears the value.
districts-list-name = Characteristics of districts, { $count }
districts-conflict = Somebody else changed this meanwhile. Above stands what is there now; fill it in again where needed.
indicators-part = Part
indicators-unit = Unit
indicators-goal = Goal
indicators-broken = Break in the series
indicators-lines = { $count ->
    [one] 1 line
   *[other] { $count } lines
}
indicators-title = Indicators { $year }
indicators-subtitle = Target and actual of { $year }, beside { $before }
indicators-list-name = Indicators, { $count }
indicators-indicator = Indicator
indicators-line = { $indicator }, budget { $budget }, actual { $actual }, { $before } { $earlier }
indicators-reached = Goal reached
indicators-no-goal = Of no goal
indicators-unknown = Nothing known yet of { $before } and { $year }
indicators-empty = No indicators filled in yet
indicators-empty-next = Here you will see budget and actual by goal, as in the annual report. Import a file, or choose an indicator on the left and fill in a value.
indicators-empty-year = Nothing is known yet of { $before } and { $year }
indicators-empty-year-next = Choose an indicator on the left and fill in a value, or import a file. Of another year something is known.
indicators-to-year = Go to { $year }
indicators-lower = lower is better
indicators-higher = higher is better
indicators-neutral = neutral
indicators-unit-count = number
indicators-unit-euro = in euros
indicators-unit-mark = mark
indicators-unit-percent = percentage
indicators-basis = Origin
indicators-basis-typed = filled in
indicators-basis-counted = counted
indicators-basis-computed = computed
indicators-by-cases = By the cases
indicators-by-values = By the other values
indicators-of = from { $name }
indicators-to = divided by { $name }
indicators-course = Course
indicators-edition-of = Budget { $year } by
indicators-document-of = Actual { $year } by
indicators-version-of = Measured in { $year } by
indicators-file = Defined in
indicators-budget = Budget
indicators-edition = Budget by
indicators-edition-hint = Programme budget 2025, 1st amendment
indicators-actual = Actual
indicators-document = Actual by
indicators-document-hint = Annual report 2025
indicators-parts = Of which
indicators-version = Measured by
indicators-source = Source
indicators-note = Note
indicators-reason = Reason of the change
indicators-reason-hint = Will stand in the history
indicators-form-title = { $year }: { $indicator }
indicators-form-counted = The cases come to { $amount }. What you fill in as actual goes first; both stay in sight.
indicators-form-computed = The other values come to { $amount }. What you fill in as actual goes first; both stay in sight.
indicators-waits = What you typed waits with the indicator. It is not stored yet.
indicators-unchanged = Nothing was changed.
indicators-nothing = nothing
indicators-conflict = Somebody else changed this meanwhile. It now says: { $now }. What you typed still stands below. Save once more to put it in its place.
indicators-said-kept = Saved: { $indicator }, { $year }
indicators-said-back = Put back: { $indicator }, { $year }
indicators-history-of = History of { $indicator }, { $year }
indicators-history-empty = Nothing was ever filled in for this year
indicators-history-empty-next = As soon as somebody fills in or imports something, it says here who did and when.
indicators-was-set = { $what } { $after }
indicators-was-changed = { $what } { $before } → { $after }
indicators-was-cleared = { $what } cleared, was { $before }
undo-years-changed = These values were changed meanwhile. Look in the history of the indicator what they were.
import-values = New and changed values
import-value-year = Year
import-value-kind = What
import-value-indicator = Indicator
import-value-change = Difference
import-value-new = new
import-value-other = changed
import-values-stored = { $count ->
    [one] 1 row imported into the indicators
   *[other] { $count } rows imported into the indicators
}
import-values-were-undone = This import was undone. The values are as they were.
help-word-target = Budget and actual
help-text-target = What an indicator was to come to in a year, and what it came to. Where lower is better the goal is reached when the actual is not above the budget, where higher is better when it is not below it.
help-word-basis = Filled in, counted, computed
help-text-basis = A value that was filled in has no cases behind it. A counted one follows from the cases and opens them, a computed one follows from two other values. What is filled in goes first; what follows otherwise stands beside it.
help-word-break = Break in the series
help-text-break = From that year on it was measured otherwise, for instance with another survey. The years before and after cannot be compared.

# The desk: finances
finances = Finances
command-finances = Go to Finances
    .about = Check whether the amounts of a programme add up
    .words = money, amounts, euro, budget
finances-subtitle = Do the amounts of a programme add up?
finances-check = Check
finances-not-stored = The file is checked first. Only with Keep the amounts are kept, as they stand there.
finances-keep = Keep
finances-by-document = By document
finances-by-years = Years side by side
finances-unchanged = These amounts were kept already.
finances-said-kept = { $count ->
    [one] 1 amount kept
   *[other] { $count } amounts kept
}
finances-empty = No file checked yet
finances-empty-next = Choose a file with gemeente, document, conventie, post, soort, jaar, fase and bedrag in each row. You see the tables, and of every total whether it ties with its parts.
finances-right = { $count } sums are right
finances-rounded = { $count } by rounding
finances-wrong = { $count } wrong
finances-cell-right = right
finances-cell-rounded = rounding { $difference }
finances-cell-wrong = wrong { $difference }
finance-read-thousands = Amounts × € 1,000, each rounded.
finance-read-euros = Amounts in euros.
finance-read-negative = Costs stand below zero, income above: a result below zero costs money.
finance-read-positive = Costs and income both stand above zero; in the result the costs are taken off.

# A diagnosis for a helpdesk
cli-command-diagnose = Makes a file for whoever helps you, about this system, the vault and the log, without anything of a case
cli-argument-diagnosis-out = The file to make (usually peildatum-diagnose with day and time, in this folder)
diagnosis-title = Diagnosis of Peildatum
diagnosis-about = For whoever helps you. Nothing of a case is in it, and no names of people, files or folders.
diagnosis-made = Made
diagnosis-program = Program
diagnosis-version = Version
diagnosis-built-for = Built for
diagnosis-built-with = Built with
diagnosis-sqlite = SQLite
diagnosis-system = System
diagnosis-os = Operating system
diagnosis-processors = Processors
diagnosis-window-system = Window system
diagnosis-graphics = Graphics
diagnosis-renderer = Drawn by
diagnosis-adapter = Graphics adapter
diagnosis-scale = Scale
diagnosis-no-adapter = unknown: none found with Vulkan, Direct3D 12 or Metal
diagnosis-no-window = unknown: no window is open
diagnosis-unknown = unknown
diagnosis-settings = Settings
diagnosis-language = Language
diagnosis-theme = Light or dark
diagnosis-size = Size
diagnosis-density = Spacing
diagnosis-work = Whose work
diagnosis-panels = Width of panels
diagnosis-opening-views = Registers that open with a view
diagnosis-set-columns = Registers with column widths of their own
diagnosis-vault = Vault
diagnosis-no-vault = No vault is known.
diagnosis-folder = Folder
diagnosis-network = On a network drive
diagnosis-registers = Registers
diagnosis-mistakes = Mistakes in the definitions
diagnosis-newest-version = File version of this program
diagnosis-other-files = Other .db files
diagnosis-file = File
diagnosis-bytes = Size in bytes
diagnosis-bytes-waiting = Size of -wal in bytes
diagnosis-unreadable = Cannot be read
diagnosis-file-version = File version
diagnosis-page-size = Bytes per page
diagnosis-pages = Pages
diagnosis-free-pages = Free pages
diagnosis-problems = Problems found by the check
diagnosis-whole = none
diagnosis-register = Register { $register }: cases { $cases }, on the timeline { $entries }
diagnosis-log = Last lines of the log
diagnosis-no-log = There is no log.
diagnose-title = Make a diagnosis
diagnose-contents = One text file for a helpdesk: the versions, the system, the settings without folders, the size and the check of the files of the vault, the number of cases of each register, and the last 200 lines of the log. Nothing of a case is in it, and no names of people, files or folders. Feel free to read it before you send it.
diagnose-made-at = Diagnosis made: { $file }
fault-status-before = “{ $status }” is not possible: the case has begun. Choose a status of cases that began.
fault-outcome-before = “{ $outcome }” is not possible: only what never began ends so. Choose another outcome.
fault-outcome-of-begun = “{ $outcome }” is not possible: the case never began. Choose an outcome that fits.
fault-began-before-it-came = The begin { $begin } lies before { $came }, the day on which this came in. Correct one of both dates.
fault-lapsed-before = The case was reopened on { $opened }, but this was past by then. Fill in until when it holds now.
definition-preparation-needs = What is prepared before it begins also needs “{ $value }”.
new-definition-reason = Adjusted to the new definition of the register
form-needs-since = Fill in the date on which this came in.
case-came = in preparation since { $date }
measure-in-voorbereiding = In preparation
figures-what-in-voorbereiding = { $cases } in preparation
vault-is-synced = This vault is in a folder that { $service } synchronises ({ $folder }). It can get damaged there, and your data is elsewhere as well. Close every window and have your administrator move the folder.
vault-figures-moved = Figures of past years moved in { $registers }. Manage says what, with the register.
manage-moved =
    With the updated definition these figures moved:
    { $years }
backup-made = Backup { $name } was made and checked: { $cases ->
    [one] 1 case
   *[other] { $cases } cases
} in { $files ->
    [one] 1 file
   *[other] { $files } files
}, in folder { $folder }.
backup-verified = Backup { $name } is whole: { $cases ->
    [one] 1 case
   *[other] { $cases } cases
} in { $files ->
    [one] 1 file
   *[other] { $files } files
}.
backup-no-backups = There are no backups yet.
backup-name = Name
backup-when = Made
backup-why = Why
backup-checked = Checked
backup-cases = Cases
backup-is-verified = yes
backup-not-verified = no
backup-unknown-cases = unknown
backup-manual = on request
backup-daily = daily
backup-closing = on closing
backup-migration = before a new version
backup-before-restore = before a restore
backup-before-repair = before a repair
backup-none = Folder { $folder } holds no backup.
backup-unknown = Folder { $folder } holds no backup { $name }. The newest is { $newest }.
backup-damaged = Backup { $name } is not as it was made any more: { $file } is damaged or was changed. Use another backup.
backup-of-another = Backup { $name } is of another vault. Choose a backup of this vault, or put it back in a new folder with --vault.
backup-second-in-vault = Folder { $folder } lies in the folder of the vault and would be lost with it. Choose a folder on another disk, or on a network drive.
backup-without-team = Backup { $name } has no file of { $team }. It has: { $known }.
restore-from = Back to backup { $name }, of { $days ->
    [0] today
    [1] 1 day ago
   *[other] { $days } days ago
}.
restore-nothing = Nothing changes in { $teams }.
restore-instead = The copy comes in place of a file that cannot be read. { $why }
restore-gone = { $count ->
    [one] 1 case that was made since goes
   *[other] { $count } cases that were made since go
} ({ $numbers }).
restore-older = { $count ->
    [one] 1 case becomes as it was then
   *[other] { $count } cases become as they were then
} ({ $numbers }).
restore-back = { $count ->
    [one] 1 case comes back
   *[other] { $count } cases come back
} ({ $numbers }).
restore-records = { $count ->
    [one] 1 change in lists, definitions or figures of years goes.
   *[other] { $count } changes in lists, definitions or figures of years go.
}
restore-more = and { $count } more
restore-done = The backup is back in place.
restore-before = What stood there is kept as backup { $name }.
restore-kept = No backup could be made of what stood there. The files themselves are in folder { $folder }.
restore-dry-run = Nothing was changed.
cli-command-backup = Makes, lists, checks and puts back backups of the vault
cli-command-backup-make = Makes a backup now and checks it
cli-command-backup-list = Lists the backups, the newest first
cli-command-backup-verify = Checks a backup: every file is read and opened
cli-command-backup-restore = Puts a backup back, without asking; the vault as it is now stays as a backup
cli-argument-group = To whom the vault is open too: the members of this group of the system (usually nobody but you)
cli-argument-backup-to = A second folder that gets a copy too; preferably on another disk
cli-argument-backup-from = The folder in which the backups lie (usually backups in the vault)
cli-argument-backup-name = The name of the backup, as backup list shows it
cli-argument-backup-verified = The name of the backup (usually the newest)
cli-argument-teams = Only the file of this team; may be repeated
cli-argument-restore-dry-run = Only show what would change
cli-command-doctor = Checks whether every file of the vault is whole and right, and with --repair repairs what can be repaired
cli-argument-doctor-repair = Repair what can be repaired, after a backup; close every window of this vault first
doctor-clean = All files of the vault are whole and right.
doctor-readable = { $of ->
    [0] No case can be read.
   *[other] Readable: { $cases } of { $of } cases.
}
doctor-cases = Cases: { $numbers }.
doctor-repaired = Repaired.
doctor-file-gone = { $file }: the file is gone or empty.
doctor-other-file = { $file }: another file stands here.
doctor-foreign-log = { $file }: a -wal of another copy stands beside it.
doctor-unreadable = { $file }: the file cannot be read.
doctor-damaged = { $file }: the file is damaged.
doctor-index = { $file }: { $count ->
    [one] an index of the file is wrong in 1 place.
   *[other] an index of the file is wrong in { $count } places.
}
doctor-search-index = { $file }: the index of search is wrong.
doctor-case-unreadable = { $file }: { $count ->
    [one] 1 case cannot be read.
   *[other] { $count } cases cannot be read.
}
doctor-case = { $file }: { $count ->
    [one] 1 case is not what its history says.
   *[other] { $count } cases are not what their history says.
}
doctor-history = { $file }: { $count ->
    [one] 1 history of a case or of something on a timeline has a gap or cannot be read.
   *[other] { $count } histories of cases or of things on timelines have a gap or cannot be read.
}
doctor-revision-without-case = { $file }: { $count ->
    [one] 1 step in the history belongs to no case or timeline.
   *[other] { $count } steps in the history belong to no case or timeline.
}
doctor-entry-unreadable = { $file }: { $count ->
    [one] 1 item on a timeline cannot be read.
   *[other] { $count } items on timelines cannot be read.
}
doctor-entry = { $file }: { $count ->
    [one] 1 item on a timeline is not what its history says.
   *[other] { $count } items on timelines are not what their history says.
}
doctor-entry-without-case = { $file }: { $count ->
    [one] 1 item stands on the timeline of no case.
   *[other] { $count } items stand on the timeline of no case.
}
doctor-document-without-entry = { $file }: { $count ->
    [one] 1 attachment belongs to nothing on a timeline.
   *[other] { $count } attachments belong to nothing on a timeline.
}
doctor-document-gone = { $file }: { $count ->
    [one] 1 attachment stands on a timeline, but the document itself is not there. It may still be in a backup.
   *[other] { $count } attachments stand on timelines, but the documents themselves are not there. They may still be in a backup.
}
doctor-link = { $file }: { $count ->
    [one] 1 link points to a case that does not exist. An older backup of the other team may have been put back.
   *[other] { $count } links point to a case that does not exist. An older backup of another team may have been put back.
}
doctor-counted = { $file }: { $count ->
    [one] what is counted of 1 case is wrong.
   *[other] what is counted of { $count } cases is wrong.
}
doctor-codes = { $file }: the codes by which is counted are not in a row.
doctor-search-text = { $file }: { $count ->
    [one] 1 case is found by other words than stand in it.
   *[other] { $count } cases are found by other words than stand in them.
}
doctor-place = { $file }: { $count ->
    [one] 1 case is found at another address than stands in it.
   *[other] { $count } cases are found at another address than stands in them.
}
doctor-task = { $file }: { $count ->
    [one] what is to be done in 1 case is wrong.
   *[other] what is to be done in { $count } cases is wrong.
}
doctor-half = { $file }: { $count ->
    [one] 1 action in two files was not finished. That happens when the vault is opened again.
   *[other] { $count } actions in two files were not finished. That happens when the vault is opened again.
}
doctor-draft = { $file }: { $count ->
    [one] 1 draft cannot be read.
   *[other] { $count } drafts cannot be read.
}
doctor-case-lost = { $file }: { $count ->
    [one] 1 case could not be saved.
   *[other] { $count } cases could not be saved.
}
doctor-case-incomplete = { $file }: { $count ->
    [one] 1 case was put together from what could still be read, and may lack something.
   *[other] { $count } cases were put together from what could still be read, and may lack something.
}
doctor-backup-made = Before anything was repaired, backup { $name } was made.
doctor-kept = What was taken out of the vault stands in { $folder }. Throw it away when you no longer need it: cases can be read in it.
doctor-definitions = { $count ->
    [one] There is a mistake in the definitions.
   *[other] There are { $count } mistakes in the definitions.
}

## The desk: backups
backups-title = Backups
backups-what = Peildatum makes a backup of all cases by itself, each day and on closing, also while colleagues work, and opens it to check it. Older ones make room: one a day for a week, one a week for five weeks, then one a month.
backups-none-next = Make one now; after that it goes by itself, each day.
backups-trial-due = It is a year or longer ago that a backup was tried. Choose Try at the newest: it is checked and opened aside, without changing anything.
backups-trial-reminder = It is a year or longer ago that a backup was tried.
backups-tried = Last tried or put back: { $when }.
backups-not-checked = not checked
backups-in-second = second folder
backups-restore = Put back…
backups-try = Try
backups-cases = { $count ->
    [one] 1 case
   *[other] { $count } cases
}
backups-second = Second folder
backups-second-none = None yet
backups-second-keep = Use
backups-second-why = Every backup goes to this folder too. Choose another disk or a network drive: then there is still a copy when this disk breaks. Empty: no second folder.
backups-make = Make a backup now
backups-made = The backup of { $when } was made and checked.
backups-was-tried = The backup of { $when } is good: it was checked and opened, with { $count ->
    [one] 1 case
   *[other] { $count } cases
}.
restore-title = Put back the backup of { $when }
restore-days = This backup is { $days ->
    [0] of today
    [1] of yesterday
   *[other] of { $days } days ago
}. If you put it back, this changes:
restore-which = What do you want to put back?
restore-shared = Lists and figures of years
restore-all-same = Everything is still as in this backup: putting it back changes nothing.
restore-keeps = What stands there now becomes a backup itself first, so that you can go back again. What you are typing is kept as a draft.
restore-now = Put back
restore-cancel = Do not put back
backup-not-made = The backup of today was not made. { $why }
backup-not-in-second = The backup of today was made, but not in the second folder. { $why }
