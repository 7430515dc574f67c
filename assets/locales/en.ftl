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
## Register

yes = yes
no = no

value-not-a-date = “{ $value }” is not a date that exists. Write it as day-month-year, for example 31-12-2024.
value-not-a-date-time = “{ $value }” is not a date and time that exist. Write them for example as 31-12-2024 22:15.
value-not-a-choice = “{ $value }” is not a choice. Choose from: { $offered }.
value-not-a-number = “{ $value }” is not a number. Write digits only, for example 12 or 7,5.
value-not-yes-or-no = “{ $value }” is not yes or no. Write yes or no.
value-not-a-postcode = “{ $value }” is not a postcode. Write four digits and two letters, for example 2712 AH.

fault-no-begin = The begin is missing. Fill in the day on which the case began.
fault-end-before-begin = The end { $end } is before the begin { $begin }. Correct one of the two dates.
fault-overlap = The case was reopened on { $opened }, but was still running then or had not begun. Correct the dates.
fault-event-with-end = In this register an event has no end. Remove the end date.
fault-unknown-choice = “{ $choice }” is not a choice in this register. Choose another value.
fault-unknown-flag = This mark of the outcome does not exist in this register. Remove it.
fault-wrong-kind = This value does not fit the kind of field. Fill in the field again.
fault-flag-of-other-outcome = This mark belongs to another outcome. Correct the outcome, or set the mark to no.
fault-born-after-begin = The date of birth { $born } is after the begin of the case. Correct one of the two dates.

definition-shape = This cannot be read: { $value }.
definition-missing = The key “{ $value }” is missing. Add it.
definition-unknown = The key “{ $value }” does not exist. What can stand here: { $expected }.
definition-not-one-of = “{ $value }” cannot stand here. What can: { $expected }.
definition-bad-id = “{ $value }” is not a good id. Use lower case letters, digits and hyphens, for example de-leyens.
definition-taken = The id “{ $value }” is already used, or belongs to every register. Choose another id.
definition-not-countable = A field of the kind “{ $value }” cannot be counted. Remove “counted”.
definition-no-choices = This field has no choices yet. Add choices, or refer to a list with “choices_from”.
definition-choices-on-other = A field of the kind “{ $value }” has no choices. Remove them, or choose the kind “choice”.
definition-too-many-choices = This field has { $count } choices. A field that takes several at once can have { $most } at most.
definition-spell-needs = A register of cases that run needs “{ $value }”. Add it.
definition-event-has-no = A register of events has no “{ $value }”. Remove it.

## Import

import-cannot-open = The file { $file } cannot be opened ({ $cause }). Check that it exists and is not still open in Excel.
import-not-a-table = The file { $file } cannot be read as CSV or Excel ({ $cause }). Save it again as CSV or Excel, without a password.
import-open-quote = In the file { $file }, row { $row }, a quotation mark is not closed. Close it or remove it.
import-no-header = There is nothing on the first sheet of the file { $file }. Put the names of the columns in the first row.
import-no-rows = The file { $file } has only names of columns. Put the rows you want to import under them.

import-unknown-column = There is no column “{ $column }”. The columns of the file are: { $columns }.
import-unknown-field = There is no field “{ $field }”. The fields of this register are: { $fields }.
import-two-columns = The columns “{ $first }” and “{ $second }” are both “{ $field }”. Choose one with --map "COLUMN={ $field }".
import-no-begin-column = No column is “{ $begin }”. Point it out with --map "COLUMN=begin". The columns of the file are: { $columns }.

import-in-row = Row { $row }: { $problem }
import-in-column = Row { $row }, column “{ $column }”: { $problem }
import-too-many-cells = There is more in the row than the { $columns } { $columns ->
    [one] column
   *[other] columns
} of the file: “{ $value }”. Put a text with a delimiter in it between quotation marks.
import-no-begin = “{ $begin }” is missing. Fill in the date, for example 31-12-2024.
import-number-twice = Number “{ $number }” already stands in row { $first }. Give every case one row, or give this case another number.
import-other-year = “{ $given }” is not possible: the case with number “{ $number }” began on { $known }, in another year. Correct the date, or give this case another number.
import-not-closed = “{ $value }” is not possible: the case is not closed. Fill in the end date, or remove this value.
import-flag-of-other-outcome = “{ $value }” is not possible: “{ $flag }” belongs only to { $outcomes }. Correct the outcome, or set “{ $flag }” to no.
import-reason = Imported from { $file }

## Figures

stand = Stand
status = Status
unknown = Unknown
running = Running
finished = Finished

measure-behandeld = Handled
measure-beginstand = Opening balance
measure-instroom = Inflow
measure-heropend = Reopened
measure-afgerond = Finished
measure-eindstand = Closing balance
measure-aantal = Number

period-not-one = “{ $value }” is not a period. Write for instance 2024, 2024-Q1, 2024-03 or 2024-03-01..2024-03-31.
period-backwards = The period ends on { $to }, before it begins on { $from }. Swap the dates.
figure-unknown-field = Register { $register } cannot be counted by “{ $field }”. You can choose from: { $known }.
figure-unknown-value = “{ $value }” is not a value of { $field }. You can choose from: { $known }.
figure-not-a-filter = “{ $value }” is not a filter. Write FIELD=VALUE, for instance wijk=Meerzicht.
figure-unknown-measure = “{ $value }” is not a measure of register { $register }. You can choose from: { $known }.
figure-no-balance = Register { $register } has no balance: events have no begin and end. Make a table or a series.
figure-twice = Field “{ $field }” stands twice in the table. Leave one out.
figure-too-large = This table has more than { $most } cells. Choose fewer fields.

## Command line

cli-command-peildatum = Peildatum: a case register for safety teams. Without a command the window opens.
cli-command-init = Makes a new, empty data folder
cli-command-demo = Makes a data folder with invented cases and opens it
cli-command-import = Reads cases from a CSV or Excel file
cli-command-table = Makes a table
cli-command-balance = Makes up the balance: opening, inflow, reopened, finished and closing
cli-command-series = Counts by year, quarter or month
cli-command-cases = Shows the cases behind a figure

cli-heading-usage = Usage:
cli-heading-commands = Commands
cli-heading-arguments = Arguments
cli-heading-options = Options

cli-argument-vault = The data folder (otherwise the one in your own folder)
cli-argument-lang = The language: nl (by default) or en
cli-argument-renderer = How the window is drawn: auto (by default), wgpu or glow
cli-argument-help = Shows this help
cli-argument-version = Shows the version
cli-argument-cases = The number of cases in each register (by default 400)
cli-argument-seed = The same number gives the same cases (by default 1)
cli-argument-no-window = Opens no window afterwards
cli-argument-register = The register, for instance woonoverlast
cli-argument-file = The file: CSV, Excel or LibreOffice
cli-argument-map = Which field a column holds, for instance "Gemeld=begin"; may be repeated
cli-argument-dry-run = Says what would happen and stores nothing
cli-argument-all-or-nothing = Stores nothing if a row is refused
cli-argument-format = The form: text (by default), csv or json
cli-argument-rows = The fields down the side, separated by commas
cli-argument-columns = The fields across the top, separated by commas
cli-argument-period = The period: 2024, 2024-Q1, 2024-03 or 2024-03-01..2024-03-31 (by default this year)
cli-argument-filters = Only cases with this value, for instance wijk=Meerzicht; may be repeated
cli-argument-measure = What is counted: behandeld (handled, by default), beginstand (opening), instroom (inflow), heropend (reopened), afgerond (finished) or eindstand (closing); for events: aantal (number)
cli-argument-by = The field to split by
cli-argument-from = The first period: a year, quarter or month
cli-argument-to = The last period
cli-argument-step = By year (by default), quarter or month
cli-argument-limit = Shows at most this many cases

cli-see-help = Type peildatum --help for help.
cli-no-desk-yet = This program has no window yet. Type peildatum --help for the commands.
cli-no-vault = There is no Peildatum data in folder { $folder }. Make a new data folder there with: peildatum --vault "{ $folder }" init
cli-no-folder = This system has no folder for your data. Choose one yourself with --vault DIR.
cli-not-a-mapping = “{ $value }” does not point out a column. Write --map "COLUMN=field", for instance --map "Gemeld=begin".
cli-uncountable = The counts of register { $register } cannot be read. Install the latest version of Peildatum and try again.
cli-output = The result cannot be written: { $reason }.

cli-init-made = New data folder made: { $folder }
cli-demo-made =
    New data folder made: { $folder }
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
cli-import-held-back = { $refused ->
        [one] 1 row was refused
       *[other] { $refused } rows were refused
    }, so nothing was stored. Correct the file, or leave out --all-or-nothing.
cli-in-row = row { $row }
cli-in-column = column { $column }
cli-in-value = value { $value }
cli-row = row
cli-column = column
cli-value = value
cli-message = message

cli-total = Total
cli-days = { $from } to { $to }
cli-period = Period
cli-number = Number
cli-balance = opening { $opening } + inflow { $inflow } + reopened { $reopened } = { $handled } = finished { $finished } + closing { $closing }
cli-does-not-add-up = A case can have more than one choice, so the parts may come to more than the total.
cli-in-several-periods = A case that runs in more than one period counts in each of them, so do not add the periods up.
cli-cases = { $total } { $cases }
cli-cases-shown = { $shown } of { $total } { $cases }
