//! The vault on a thread of its own: what the window asks of it, what it answers, and the jobs it does.

pub mod backup_book;
pub mod bulk_plan_text;
pub mod case_order;
pub mod clipboard;
pub mod content;
pub mod daily_backup;
pub mod diagnosis_job;
pub mod draft_files;
pub mod export_job;
pub mod import_job;
pub mod import_look;
pub mod import_rows;
pub mod indicator_book;
pub mod lost_vault;
pub mod owner_filter;
pub mod protocol;
pub mod row_question;
pub mod rows_check;
pub mod service;
pub mod service_error;
pub mod task_book;
pub mod task_order;
pub mod worker;
