//! Mails that were submitted as forms (R12, R29): what the desk sees and decides, what became of them, taken back.

pub(crate) mod decide;
pub(crate) mod detail;
pub(crate) mod standing;
pub(crate) mod withdraw;
