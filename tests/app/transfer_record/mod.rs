//! A registrant's record as FHIR R4: out of the system, and into another (R18, R20, R21).

mod leaving;
