//! What a row of the outbox means to people. A topic that concerns nobody is none.

use domain::words::NotificationKind;
use serde_json::Value;

/// Something that people are told.
pub(super) struct Happening {
    pub(super) kind: NotificationKind,
    /// Never about a patient: it is read on locked screens and in mailboxes elsewhere.
    pub(super) text: &'static str,
    /// The page to open; of a room with its number.
    pub(super) path: String,
    pub(super) to: Recipients,
}

/// Whom it concerns.
pub(super) enum Recipients {
    /// These.
    Users(Vec<i64>),
    /// Those of these who are in the room by now, or are not.
    Moved { users: Vec<i64>, room: i64, is_in: bool },
    /// The others in the room of a message; those who are addressed as such.
    Readers { message: i64, room: i64 },
    /// Whom a mail was sent to; of a desk every clerk.
    Addressees { mail: i64 },
    /// Who is in the room now, without whoever did it.
    Members { room: i64, except: Option<i64> },
    /// Who is in the room now and has not opened this version of a document.
    DocumentReaders { document: i64, version: i64, room: i64 },
    /// The clerks of the desk that the application lies at.
    Desk { application: i64 },
    /// Who filed the application, where that is a user.
    Filer { application: i64 },
    /// Who wished for the tag.
    Wishers { wording_key: String },
    /// The clerks of the city.
    City,
    /// The managers of the organization that a notice is for.
    Managers { notice: i64 },
}

impl Happening {
    pub(super) fn of(topic: &str, payload: &Value) -> Option<Self> {
        let number = |name: &str| payload.get(name).and_then(Value::as_i64);
        if topic == "message.posted" {
            let (message, room) = (number("message")?, number("room")?);
            return Some(Self {
                kind: NotificationKind::Message,
                text: "部屋に新しい書き込みがあります。",
                path: room_path(room),
                to: Recipients::Readers { message, room },
            });
        }
        if topic == "mail.sent" {
            return Some(Self {
                kind: NotificationKind::Mail,
                text: "利用者間メールが届いています。",
                path: "/mail".to_owned(),
                to: Recipients::Addressees { mail: number("mail")? },
            });
        }
        if topic == "vitals.outside_limits" {
            let (room, except) = (number("room")?, number("author"));
            return Some(Self {
                kind: NotificationKind::Record,
                text: "担当している部屋に、見てほしい測定値があります。",
                path: format!("{}/vitals", room_path(room)),
                to: Recipients::Members { room, except },
            });
        }
        Self::of_document(topic, payload)
            .or_else(|| Self::of_room(topic, payload))
            .or_else(|| Self::of_application(topic, payload))
            .or_else(|| Self::of_desk(topic, payload))
    }

    /// Something that there is to read. The notifications of a room's documents are one, until it is seen.
    fn of_document(topic: &str, payload: &Value) -> Option<Self> {
        let text = match topic {
            "document.filed" => "担当している部屋に、新しい書類があります。",
            "document.version_added" => "担当している部屋の書類に、新しい版があります。",
            _ => return None,
        };
        let number = |name: &str| payload.get(name).and_then(Value::as_i64);
        let (document, version, room) = (number("document")?, number("version")?, number("room")?);
        Some(Self {
            kind: NotificationKind::Record,
            text,
            path: format!("{}/documents", room_path(room)),
            to: Recipients::DocumentReaders { document, version, room },
        })
    }

    /// What happened to a room, or to who is in it.
    fn of_room(topic: &str, payload: &Value) -> Option<Self> {
        let room = payload.get("room").and_then(Value::as_i64)?;
        let (text, path) = match topic {
            "support_room.opened" | "collaboration_room.opened" => {
                ("部屋が開きました。あなたが入っています。", room_path(room))
            }
            "support_room.member_joined" | "collaboration_room.joined" => ("部屋に加わりました。", room_path(room)),
            "support_room.member_left" | "collaboration_room.left" => {
                ("部屋の担当・参加が終わりました。", "/rooms".to_owned())
            }
            "support_room.team_changed" => ("担当している部屋の担当者が変わりました。", room_path(room)),
            "support_room.without_clinician" => {
                ("担当している部屋に、医師も訪問看護師もいなくなります。", room_path(room))
            }
            "support_room.glass_broken" => ("担当している部屋を、医師会が非常時として開きました。", room_path(room)),
            "support_room.closed" | "collaboration_room.closed" => ("部屋が閉じました。", "/rooms".to_owned()),
            "support_room.reopened" | "collaboration_room.reopened" => {
                ("閉じた部屋が、もう一度開きました。", room_path(room))
            }
            _ => return None,
        };
        let named = payload.get("users").and_then(Value::as_array);
        let users = named.map(|users| users.iter().filter_map(Value::as_i64).collect());
        let to = match (users, topic.rsplit('.').next()) {
            (Some(users), Some("member_joined" | "joined")) => Recipients::Moved { users, room, is_in: true },
            (Some(users), Some("member_left" | "left")) => Recipients::Moved { users, room, is_in: false },
            (Some(users), _) => Recipients::Users(users),
            (None, _) => Recipients::Members { room, except: None },
        };
        Some(Self { kind: NotificationKind::Room, text, path, to })
    }

    /// A step of an application: new work for the desk, or news for whoever filed it.
    fn of_application(topic: &str, payload: &Value) -> Option<Self> {
        let application = payload.get("application").and_then(Value::as_i64)?;
        let kind = NotificationKind::Work;
        if topic == "application.assigned" {
            let user = payload.get("user").and_then(Value::as_i64)?;
            let to = Recipients::Users(vec![user]);
            return Some(Self {
                kind, text: "申請の担当になりました。", path: "/desk?assigned=me".to_owned(), to
            });
        }
        let step = topic.rsplit('.').next()?;
        // What a desk decides on a mail is answered by mail, and that is told.
        if topic.starts_with("mailed_form.") && !matches!(step, "submitted" | "resubmitted") {
            return None;
        }
        let (text, path, to) = match step {
            "submitted" | "resubmitted" | "supplemented" => {
                ("窓口に新しい申請が届いています。", "/desk", Recipients::Desk { application })
            }
            "returned" => ("出した申請が差し戻されました。", "/home", Recipients::Filer { application }),
            "accepted" | "completed" | "rejected" | "redirected" => {
                ("出した申請の状況が変わりました。", "/home", Recipients::Filer { application })
            }
            _ => return None,
        };
        Some(Self { kind, text, path: path.to_owned(), to })
    }

    fn of_desk(topic: &str, payload: &Value) -> Option<Self> {
        let kind = NotificationKind::Work;
        let (text, path, to) = match topic {
            "tag_wish.answered" => {
                let wording_key = payload.get("wording_key").and_then(Value::as_str)?.to_owned();
                ("タグの要望に市が回答しました。", "/tags", Recipients::Wishers { wording_key })
            }
            "tag_wish.added" => ("タグの要望が届いています。", "/desk/tags", Recipients::City),
            "notice.objected" => ("登録への異議が届いています。", "/desk/notices", Recipients::City),
            "notice.answered" => {
                let notice = payload.get("notice").and_then(Value::as_i64)?;
                ("登録の違いに市が回答しました。", "/organization", Recipients::Managers { notice })
            }
            _ => return None,
        };
        Some(Self { kind, text, path: path.to_owned(), to })
    }
}

fn room_path(room: i64) -> String {
    format!("/rooms/{room}")
}
