//! What the author of a message is told.

/// What kind of personal information a finding is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// Somebody's name.
    Name,
    /// The name of a registrant of this system.
    RegistrantName,
    /// A telephone number of a person.
    Phone,
    /// A mail address of a person.
    Email,
    /// The postal code of a home.
    PostalCode,
    /// Where somebody lives.
    Address,
    /// A day or year of birth.
    BirthDate,
    /// A number of a health, care or pension insurance, or of a patient's file.
    InsuranceNumber,
    /// An individual number (個人番号).
    MyNumber,
    /// Several facts that together let one person be guessed.
    Combination,
}

impl Kind {
    /// Every kind, in the order of this type.
    pub const ALL: [Self; 10] = [
        Self::Name,
        Self::RegistrantName,
        Self::Phone,
        Self::Email,
        Self::PostalCode,
        Self::Address,
        Self::BirthDate,
        Self::InsuranceNumber,
        Self::MyNumber,
        Self::Combination,
    ];

    /// The word for it in the API.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Name => "name",
            Self::RegistrantName => "registrant-name",
            Self::Phone => "phone",
            Self::Email => "email",
            Self::PostalCode => "postal-code",
            Self::Address => "address",
            Self::BirthDate => "birth-date",
            Self::InsuranceNumber => "insurance-number",
            Self::MyNumber => "my-number",
            Self::Combination => "combination",
        }
    }
}

/// A place in the message, and why its author should look at it again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// What was found.
    pub kind: Kind,
    /// Where it begins, in Unicode scalar values.
    pub start: usize,
    /// Where it ends, in Unicode scalar values; not included.
    pub end: usize,
    /// What stands there.
    pub text: String,
    /// Why it was found, as a sentence for the author.
    pub reason: String,
    /// What could stand there instead without telling who it is, when that is safe to say.
    pub suggestion: Option<String>,
}

/// What a screening came to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Verdict {
    /// By their place; two of one kind do not overlap.
    pub findings: Vec<Finding>,
    /// Whether the message was longer than [`TEXT_LIMIT`](crate::TEXT_LIMIT), so that its end was not looked at.
    pub is_cut: bool,
}

impl Verdict {
    /// Whether the message may be stored as it is. A cut one may not: nobody has seen its end.
    pub fn is_clear(&self) -> bool {
        self.findings.is_empty() && !self.is_cut
    }

    /// The word for it in the API.
    pub fn as_str(&self) -> &'static str {
        if self.is_clear() { "clear" } else { "review" }
    }
}

/// A finding before its place is known in the message: `start..end` are glyphs.
#[derive(Clone, Debug)]
pub(crate) struct Found {
    pub(crate) kind: Kind,
    pub(crate) start: usize,
    pub(crate) end: usize,
    pub(crate) reason: String,
    pub(crate) suggestion: Option<String>,
}

impl Found {
    pub(crate) fn new(kind: Kind, start: usize, end: usize, reason: impl Into<String>) -> Self {
        Self { kind, start, end, reason: reason.into(), suggestion: None }
    }

    pub(crate) fn overlaps(&self, start: usize, end: usize) -> bool {
        self.start < end && start < self.end
    }
}
