//! The closed vocabularies that people choose from, as they travel in JSON, forms and the database.

/// Declares an enum whose values are snake case words with a Japanese label.
macro_rules! words {
    ($(#[$doc:meta])* $name:ident { $($variant:ident = $word:literal $label:literal,)* }) => {
        $(#[$doc])*
        #[derive(
            Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash,
            serde::Serialize, serde::Deserialize,
        )]
        pub enum $name {
            $(#[doc = $label] #[serde(rename = $word)] $variant,)*
        }

        impl $name {
            /// Every value, in the order in which people are offered them.
            pub const ALL: &'static [Self] = &[$(Self::$variant),*];

            /// The word used in JSON, forms and the database.
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $word,)* }
            }

            /// The value of exactly this word.
            pub fn parse(word: &str) -> Option<Self> {
                match word { $($word => Some(Self::$variant),)* _ => None }
            }

            /// What people read.
            pub const fn label_ja(self) -> &'static str {
                match self { $(Self::$variant => $label,)* }
            }
        }

        // Derived, the schema would miss the words: utoipa does not see a literal that comes through a macro.
        impl utoipa::PartialSchema for $name {
            fn schema() -> utoipa::openapi::RefOr<utoipa::openapi::schema::Schema> {
                utoipa::openapi::schema::ObjectBuilder::new()
                    .schema_type(utoipa::openapi::schema::Type::String)
                    .enum_values(Some([$($word),*]))
                    .into()
            }
        }
        impl utoipa::ToSchema for $name {}

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(self.as_str())
            }
        }

        impl std::str::FromStr for $name {
            type Err = $crate::words::UnknownWord;

            fn from_str(word: &str) -> Result<Self, $crate::words::UnknownWord> {
                Self::parse(word).ok_or($crate::words::UnknownWord)
            }
        }
    };
}
pub(crate) use words;

/// The text is none of the words of the vocabulary.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not one of the known words")]
pub struct UnknownWord;

words! {
    /// What an organization is.
    OrganizationKind {
        Clinic = "clinic" "診療所・クリニック",
        Hospital = "hospital" "病院",
        DentalClinic = "dental_clinic" "歯科診療所",
        Pharmacy = "pharmacy" "薬局",
        VisitingNurseStation = "visiting_nurse_station" "訪問看護ステーション",
        CareManagerOffice = "care_manager_office" "居宅介護支援事業所",
        HomeCare = "home_care" "訪問介護・訪問サービス事業所",
        CareFacility = "care_facility" "介護施設・通所サービス事業所",
        CommunitySupportCenter = "community_support_center" "地域包括支援センター",
        City = "city" "市",
        MedicalAssociation = "medical_association" "医師会",
        Other = "other" "その他",
    }
}

words! {
    /// What a person works as.
    Profession {
        Doctor = "doctor" "医師",
        Dentist = "dentist" "歯科医師",
        Pharmacist = "pharmacist" "薬剤師",
        VisitingNurse = "visiting_nurse" "訪問看護師",
        Nurse = "nurse" "看護師",
        PublicHealthNurse = "public_health_nurse" "保健師",
        CareManager = "care_manager" "ケアマネジャー",
        CareWorker = "care_worker" "介護職員",
        PhysicalTherapist = "physical_therapist" "理学療法士",
        OccupationalTherapist = "occupational_therapist" "作業療法士",
        SpeechTherapist = "speech_therapist" "言語聴覚士",
        DentalHygienist = "dental_hygienist" "歯科衛生士",
        Dietitian = "dietitian" "管理栄養士・栄養士",
        SocialWorker = "social_worker" "社会福祉士・相談員",
        Clerk = "clerk" "事務職員",
        Other = "other" "その他",
    }
}

words! {
    /// What a managed device is (R6).
    DeviceKind {
        Tablet = "tablet" "タブレット",
        Smartphone = "smartphone" "スマートフォン",
        Laptop = "laptop" "ノートパソコン",
        Desktop = "desktop" "デスクトップパソコン",
    }
}

words! {
    /// Why a device is no longer used (R6).
    RevocationReason {
        Lost = "lost" "紛失・盗難",
        Replaced = "replaced" "故障・買い替え",
        Retired = "retired" "使わなくなった",
    }
}

words! {
    /// Why a person stops using the system (R8).
    StopReason {
        Retired = "retired" "退職",
        Transferred = "transferred" "異動",
        NoLongerNeeded = "no_longer_needed" "使う必要がなくなった",
        Other = "other" "その他",
    }
}

words! {
    /// The desk a clerk works at, or an application goes to (R11).
    Desk {
        City = "city" "市の窓口",
        Association = "association" "医師会の窓口",
    }
}

impl Desk {
    /// There are two.
    #[must_use]
    pub const fn other(self) -> Self {
        match self {
            Self::City => Self::Association,
            Self::Association => Self::City,
        }
    }
}

words! {
    /// How an application arrived (R12). Never by e-mail.
    Channel {
        Electronic = "electronic" "電子申請",
        InPerson = "in_person" "窓口",
        Post = "post" "郵送",
        InternalMail = "internal_mail" "利用者間メール",
    }
}

words! {
    /// Who signed a consent (R14).
    SignedBy {
        Person = "person" "本人",
        Representative = "representative" "代理人",
    }
}

words! {
    /// What a representative is to the registrant.
    RepresentativeRelation {
        Spouse = "spouse" "配偶者",
        Child = "child" "子",
        Parent = "parent" "親",
        Sibling = "sibling" "兄弟姉妹",
        OtherRelative = "other_relative" "その他の親族",
        LegalGuardian = "legal_guardian" "成年後見人等",
        Other = "other" "その他",
    }
}

words! {
    /// How the original of a consent reached the association (R19).
    OriginalReceivedBy {
        InPerson = "in_person" "窓口で紙を受け取った",
        Post = "post" "郵送で紙を受け取った",
        InternalMail = "internal_mail" "利用者間メールでスキャンを受け取った",
    }
}

words! {
    /// Half a set of Forms 7 and 8 that has not come yet (R14).
    MissingPart {
        Consent = "consent" "同意書（様式第7号）",
        Team = "team" "支援チームの届出（様式第8号）",
    }
}

words! {
    /// What a Form 8 asks for one person.
    TeamChangeKind {
        Add = "add" "加える",
        Remove = "remove" "外す",
    }
}

words! {
    /// Why a support room is closed.
    ClosingReason {
        MovedAway = "moved_away" "転出",
        Died = "died" "死亡",
        ConsentWithdrawn = "consent_withdrawn" "同意の撤回",
    }
}

words! {
    /// What of a registrant somebody looked at (R21).
    Viewed {
        Room = "room" "部屋の表紙",
        List = "list" "部屋の一覧",
        Application = "application" "申請・届出",
        Register = "register" "登録者の台帳",
        Log = "log" "閲覧の記録",
        Messages = "messages" "書き込み",
        Search = "search" "書き込みの検索",
        File = "file" "書き込みのファイル・書類",
        Export = "export" "書き込みの書き出し",
        Records = "records" "測定値・予定・基本シート・書類の一覧",
        RecordExport = "record_export" "記録の書き出し",
    }
}

words! {
    /// What a notification is about (R30).
    NotificationKind {
        Addressed = "addressed" "自分あての書き込みと、了解を求められたもの",
        Message = "message" "部屋の新しい書き込み",
        Mail = "mail" "利用者間メール",
        Room = "room" "部屋と担当のこと",
        Record = "record" "担当している人の測定値・書類",
        Work = "work" "申請・届出と窓口の仕事",
    }
}

words! {
    /// When one is told of a kind of thing by a way (R30).
    Timing {
        Off = "off" "知らせない",
        AtOnce = "at_once" "すぐに",
        Daily = "daily" "1日1回まとめて",
    }
}

words! {
    /// A way by which a notification leaves the system.
    NotificationChannel {
        Email = "email" "Eメール",
        Push = "push" "プッシュ通知",
    }
}

words! {
    /// Of whom a message asks for 了解 (R20).
    Confirm {
        None = "none" "求めない",
        All = "all" "全員",
        Named = "named" "選んだ人",
    }
}

words! {
    /// A short answer to a message, besides 了解.
    Reaction {
        Thanks = "thanks" "ありがとう",
        Good = "good" "いいね",
        Cheer = "cheer" "おつかれさまです",
        Sorry = "sorry" "お大事に",
        Look = "look" "見ています",
    }
}

words! {
    /// In which capacity somebody looked (R21).
    ViewedVia {
        Member = "member" "担当者として",
        Desk = "desk" "医師会の窓口として",
        BrokenGlass = "broken_glass" "非常時の閲覧として",
        Filer = "filer" "申請した人として",
    }
}

words! {
    /// What a room is for.
    RoomKind {
        Support = "support" "登録者支援の部屋",
        Collaboration = "collaboration" "職種連携の部屋",
    }
}

words! {
    /// What a membership application asks for: the first question of the form (R25).
    MembershipChange {
        Join = "join" "参加",
        Leave = "leave" "退出",
    }
}

words! {
    /// Whether whoever has an account finds a collaboration room to ask for.
    RoomVisibility {
        Listed = "listed" "一覧に載せる",
        Unlisted = "unlisted" "一覧に載せない",
    }
}

words! {
    /// What the city makes sure of before it opens a collaboration room (R23, R24, R27).
    RoomCheck {
        PurposeClear = "purpose_clear" "目的がはっきりしていて、関係者の連携に役立つ",
        NameSaysPurpose = "name_says_purpose" "部屋の名前から目的が分かる",
        MembersLimited = "members_limited" "参加する人が、目的に必要な人に限られている",
        NoPersonalInformation = "no_personal_information" "個人情報を書き込む使い方ではない",
        NoDuplicate = "no_duplicate" "同じ目的の部屋がほかにない",
    }
}

words! {
    /// What happened to a room, as those who are in it read it.
    RoomEventKind {
        Opened = "opened" "部屋を開きました",
        ConsentAdded = "consent_added" "新しい同意書を受け付けました",
        MemberJoined = "member_joined" "担当者が加わりました",
        MemberLeft = "member_left" "担当者が外れました",
        JoiningPlanned = "joining_planned" "担当者が加わる予定です",
        LeavingPlanned = "leaving_planned" "担当者が外れる予定です",
        JoiningCalledOff = "joining_called_off" "担当者が加わる予定を取りやめました",
        AccountStopped = "account_stopped" "アカウントの利用中止により、担当者が外れました",
        WithoutClinician = "without_clinician" "医師・訪問看護師がいなくなります。医師会の窓口が後任を確かめます",
        GlassBroken = "glass_broken" "医師会の窓口が、非常時の閲覧で部屋を見ました",
        ParticipantJoined = "participant_joined" "参加者が加わりました",
        ParticipantLeft = "participant_left" "参加者が退出しました",
        StillNeeded = "still_needed" "「まだ必要」と確かめました",
        DetailsChanged = "details_changed" "部屋の名前や目的が変わりました",
        Closed = "closed" "部屋を閉じました",
        Reopened = "reopened" "部屋の閉鎖を取り消しました",
        Exported = "exported" "書き込みを書き出しました",
        VitalsExported = "vitals_exported" "測定値を書き出しました",
        RecordExported = "record_exported" "記録を書き出しました",
        SummaryPrinted = "summary_printed" "1枚のまとめを印刷しました",
        VisitsExported = "visits_exported" "訪問の予定を名前入りで書き出しました",
        RecordTakenOver = "record_taken_over" "ほかの地域の記録を引き継ぎました",
    }
}

words! {
    /// Why two registrants may be one person, besides the same birth date.
    Likeness {
        SameKana = "same_kana" "ふりがなが同じ",
        SimilarKana = "similar_kana" "ふりがなが似ている",
    }
}

words! {
    /// Whose mails somebody looks at: the own ones, or those of the desk where he or she works (R29).
    MailBox {
        Mine = "mine" "自分",
        City = "city" "市の窓口",
        Association = "association" "医師会の窓口",
    }
}

words! {
    /// What of a mail box is shown.
    MailFolder {
        Inbox = "inbox" "受信",
        Sent = "sent" "送信済み",
        Archive = "archive" "保管",
        Starred = "starred" "スター付き",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    macro_rules! assert_consistent {
        ($($name:ident),*) => {$(
            for &value in $name::ALL {
                assert_eq!($name::parse(value.as_str()), Some(value));
                assert_eq!(value.as_str().parse(), Ok(value));
                let json = serde_json::to_value(value).unwrap();
                assert_eq!(json, value.as_str());
                assert_eq!(serde_json::from_value::<$name>(json).unwrap(), value);
                assert!(!value.label_ja().is_empty());
            }
            assert_eq!($name::parse("no such word"), None);
        )*};
    }

    #[test]
    fn words_are_the_same_everywhere() {
        assert_consistent!(OrganizationKind, Profession, DeviceKind, RevocationReason, StopReason, Desk, Channel);
        assert_consistent!(SignedBy, RepresentativeRelation, OriginalReceivedBy, MissingPart, TeamChangeKind);
        assert_consistent!(ClosingReason, Viewed, ViewedVia, RoomKind, RoomEventKind, Likeness);
        assert_consistent!(MembershipChange, RoomVisibility, RoomCheck, Confirm, Reaction, MailBox, MailFolder);
        assert_consistent!(NotificationKind, Timing, NotificationChannel);
    }
}
