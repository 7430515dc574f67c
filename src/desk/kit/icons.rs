//! The icons, by what they mean here. Icons of registers are data and stand in the definitions.

use egui_material_icons::icons;

macro_rules! icons {
    ($($(#[$doc:meta])* $name:ident = $source:ident;)*) => {
        $($(#[$doc])* pub const $name: &str = icons::$source.codepoint;)*
    };
}

icons! {
    /// The mark of the program.
    MARK = ICON_EVENT_AVAILABLE;
    /// Searching.
    SEARCH = ICON_SEARCH;
    /// The reference date.
    DATE = ICON_EVENT;
    /// Backwards.
    PREVIOUS = ICON_CHEVRON_LEFT;
    /// Forwards.
    NEXT = ICON_CHEVRON_RIGHT;
    /// A menu or list that opens below.
    MORE = ICON_EXPAND_MORE;
    /// A list is open below.
    LESS = ICON_EXPAND_LESS;
    /// Something new.
    ADD = ICON_ADD;
    /// Close or remove.
    CLOSE = ICON_CLOSE;
    /// Import of a file.
    IMPORT = ICON_UPLOAD_FILE;
    /// Rows and columns to type in.
    GRID = ICON_TABLE_ROWS;
    /// A chart as a picture.
    CHART = ICON_INSERT_CHART;
    /// Export.
    EXPORT = ICON_FILE_EXPORT;
    /// Everything at a glance.
    OVERVIEW = ICON_DASHBOARD;
    /// Two periods beside each other.
    COMPARE = ICON_COMPARE_ARROWS;
    /// Figures.
    FIGURES = ICON_TABLE;
    /// Indicators.
    INDICATORS = ICON_TRACK_CHANGES;
    /// Money.
    FINANCES = ICON_EURO;
    /// The balance adds up.
    BALANCED = ICON_VERIFIED;
    /// Something to look at.
    WARNING = ICON_WARNING;
    /// Backups.
    BACKUPS = ICON_SETTINGS_BACKUP_RESTORE;
    /// The history of a case.
    HISTORY = ICON_HISTORY;
    /// Change a case.
    EDIT = ICON_EDIT;
    /// Copy to the clipboard.
    COPY = ICON_CONTENT_COPY;
    /// A folder.
    FOLDER = ICON_FOLDER_OPEN;
    /// A new folder.
    NEW_FOLDER = ICON_CREATE_NEW_FOLDER;
    /// Look around.
    EXPLORE = ICON_EXPLORE;
    /// Help and shortcuts.
    HELP = ICON_HELP;
    /// Light, dark, or as the system.
    THEME = ICON_CONTRAST;
    /// How everything is drawn: its colours, its size, how close together.
    APPEARANCE = ICON_DISPLAY_SETTINGS;
    /// Everything larger.
    LARGER = ICON_TEXT_INCREASE;
    /// Everything smaller.
    SMALLER = ICON_TEXT_DECREASE;
    /// Who works here.
    WHO = ICON_PERSON;
    /// What a helpdesk needs to know.
    DIAGNOSIS = ICON_TROUBLESHOOT;
    /// Dutch or English.
    LANGUAGE = ICON_TRANSLATE;
    /// A case ends.
    FINISH = ICON_CHECK_CIRCLE;
    /// A case is opened again.
    REOPEN = ICON_REPLAY;
    /// Bars.
    BARS = ICON_ALIGN_HORIZONTAL_LEFT;
    /// Vertical bars.
    VERTICAL_BARS = ICON_BAR_CHART;
    /// Lines.
    LINES = ICON_SHOW_CHART;
    /// Many small charts.
    PANELS = ICON_GRID_VIEW;
    /// A filter.
    FILTER = ICON_FILTER_LIST;
    /// Grouped under headings.
    GROUP = ICON_ACCOUNT_TREE;
    /// A saved view of a list.
    VIEW = ICON_BOOKMARK;
    /// The columns of a list.
    COLUMNS = ICON_VIEW_COLUMN;
    /// Seen by the whole team.
    SHARE = ICON_GROUP;
    /// The view a register opens with.
    FIRST = ICON_HOME;
    /// Delete.
    DELETE = ICON_DELETE;
    /// A draft.
    DRAFT = ICON_EDIT_NOTE;
    /// The cases at an address.
    ADDRESS = ICON_HOME_PIN;
    /// Who handles a case.
    OWNER = ICON_PERSON;
    /// A district.
    DISTRICT = ICON_LOCATION_CITY;
    /// Look at the details.
    DETAILS = ICON_VISIBILITY;
    /// Undo.
    UNDO = ICON_UNDO;
    /// Swap two things.
    SWAP = ICON_SWAP_HORIZ;
    /// Redo.
    REDO = ICON_REDO;
    /// Chosen.
    CHOSEN = ICON_DONE;
    /// Tasks.
    WORK = ICON_TASK_ALT;
    /// Put off.
    LATER = ICON_SCHEDULE;
    /// A case meeting.
    MEETING = ICON_GROUPS;
    /// On paper.
    PAPER = ICON_DESCRIPTION;
    /// Urgent.
    URGENT = ICON_PRIORITY_HIGH;
    /// A conversation.
    CONTACT = ICON_ADD_CALL;
    /// One step up.
    NEXT_STEP = ICON_STAIRS;
    /// More that can be done.
    MORE_ACTIONS = ICON_MORE_HORIZ;
    /// The status moved.
    STATUS = ICON_FLAG;
    /// Linked to another case.
    LINK = ICON_LINK;
    /// No longer linked.
    UNLINK = ICON_LINK_OFF;
    /// Attach a document.
    ATTACH = ICON_ATTACH_FILE;
    /// Save a document.
    SAVE_AS = ICON_DOWNLOAD;
    /// The lists and definitions.
    MANAGE = ICON_TUNE;
    /// One place higher.
    UP = ICON_ARROW_UPWARD;
    /// One place lower.
    DOWN = ICON_ARROW_DOWNWARD;
    /// No longer offered.
    RETIRE = ICON_ARCHIVE;
    /// Several into one.
    GATHER = ICON_MERGE;
    /// A page in PDF.
    PDF = ICON_PICTURE_AS_PDF;
    /// A picture.
    PICTURE = ICON_IMAGE;
    /// A text.
    TEXT = ICON_ARTICLE;
    /// A table.
    SHEET = ICON_TABLE_CHART;
    /// A message.
    MESSAGE = ICON_MAIL;
    /// A recording of what was seen or heard.
    RECORDING = ICON_MOVIE;
    /// Several documents in one.
    ARCHIVE = ICON_FOLDER_ZIP;
    /// Any other document.
    DOCUMENT = ICON_DRAFT;
}

/// The icon of a document, by the end of its name.
pub fn of_document(name: &str) -> &'static str {
    let kind = name.rsplit_once('.').map(|(_, kind)| kind.to_lowercase());
    match kind.as_deref().unwrap_or_default() {
        "pdf" => PDF,
        "jpg" | "jpeg" | "png" | "gif" | "bmp" | "tif" | "tiff" | "heic" | "webp" => PICTURE,
        "doc" | "docx" | "odt" | "rtf" | "txt" => TEXT,
        "xls" | "xlsx" | "ods" | "csv" => SHEET,
        "eml" | "msg" => MESSAGE,
        "mp3" | "mp4" | "wav" | "mov" | "avi" | "m4a" => RECORDING,
        "zip" | "7z" => ARCHIVE,
        _ => DOCUMENT,
    }
}
