//! A registrant's records: vitals, visits, documents, the basic sheet, the summary on one page (R18, R21, R32).

mod vitals;
