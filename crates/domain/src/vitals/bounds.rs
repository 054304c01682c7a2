//! What a value can be, and what it usually is.

use super::VitalKind;

/// A range, both ends included, in the smallest unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Bounds {
    /// The least.
    pub least: i32,
    /// The greatest.
    pub greatest: i32,
}

impl Bounds {
    /// Whether the value lies in it.
    pub const fn hold(self, value: i32) -> bool {
        self.least <= value && value <= self.greatest
    }
}

const fn from(least: i32, greatest: i32) -> Bounds {
    Bounds { least, greatest }
}

impl VitalKind {
    /// Outside of these a value is a slip of the finger, never a measurement.
    pub const fn possible(self) -> Bounds {
        match self {
            Self::BodyTemperature => from(250, 450),
            Self::Pulse => from(10, 300),
            Self::SystolicPressure => from(30, 300),
            Self::DiastolicPressure => from(10, 200),
            Self::Respiration => from(1, 100),
            Self::Spo2 => from(30, 100),
            Self::OxygenFlow => from(0, 600),
            Self::Weight => from(50, 3_000),
            Self::BloodGlucose => from(10, 1_500),
            Self::MainDish | Self::SideDish | Self::Pain => from(0, 10),
            Self::Fluids => from(0, 10_000),
            Self::Urine => from(0, 50),
            Self::Stool => from(0, 30),
        }
    }

    /// Outside of these a value is asked about once before it is stored. They say nothing about health: most values of
    /// the very ill lie within.
    pub const fn usual(self) -> Bounds {
        match self {
            Self::BodyTemperature => from(345, 410),
            Self::Pulse => from(40, 150),
            Self::SystolicPressure => from(80, 200),
            Self::DiastolicPressure => from(40, 120),
            Self::Respiration => from(8, 35),
            Self::Spo2 => from(80, 100),
            Self::OxygenFlow => from(0, 150),
            Self::Weight => from(200, 1_500),
            Self::BloodGlucose => from(60, 400),
            Self::MainDish | Self::SideDish | Self::Pain => from(0, 10),
            Self::Fluids => from(0, 3_000),
            Self::Urine => from(0, 15),
            Self::Stool => from(0, 8),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_usual_is_possible() {
        for kind in VitalKind::ALL {
            let (possible, usual) = (kind.possible(), kind.usual());
            assert!(usual.least < usual.greatest && possible.hold(usual.least) && possible.hold(usual.greatest));
        }
    }
}
