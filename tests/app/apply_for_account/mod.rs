//! An organization applies for accounts (Form 4), reports changes (Form 5) and stops (Form 6); the city decides, prints
//! the notices and posts them.

mod blank_forms;
mod changes;
mod deadlines;
mod decisions;
mod follow_up;
mod forms;
mod grants;
mod notices;
mod other_pages;
mod pages;
mod race;
mod redirect;
mod stop_under_load;
mod stops;
