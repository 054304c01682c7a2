//! An organization applies for accounts (Form 4), the city decides, prints the notices and posts them.

mod blank_forms;
mod deadlines;
mod decisions;
mod follow_up;
mod forms;
mod notices;
mod pages;
