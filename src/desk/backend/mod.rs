//! backend

pub mod bulk_plan_text;
pub mod clipboard;
pub mod export_job;
pub mod import_job;
pub mod service;
pub mod service_error;
pub mod task_book;
pub mod worker;
