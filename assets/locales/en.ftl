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

import-not-found = The file { $file } does not exist. Check the name and the folder.
import-cannot-open = The file { $file } cannot be opened. Check that you may read it and that no other program has it open.
import-not-a-table = The file { $file } is not CSV or Excel, or it is damaged or has a password. Save it again as CSV or Excel, without a password.
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
