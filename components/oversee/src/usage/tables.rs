//! The tables of the usage page as rows of words, the first of them the heads of the columns.

use super::activity::UsageActivity;
use super::first_logins::FirstLoginUsage;
use super::notifications::NotificationUsage;
use super::rooms::RoomUsage;
use super::support_rooms::SupportRoomUsage;
use domain::small_cells::Cell;

type Rows = Vec<Vec<String>>;

const HIDDEN: &str = "非表示";
const MINUTES_OF_A_DAY: f64 = 1_440.0;

pub(super) fn months(usage: &UsageActivity) -> Rows {
    let heads =
        ["月", "アカウント", "利用した人", "一人あたりの費用(円)", "支援の部屋の書き込み", "職種連携の部屋の書き込み"];
    let rows = usage.months.iter().map(|month| {
        vec![
            month.month.clone(),
            words(month.accounts),
            words(month.active),
            month.yen_per_active.map(|yen| yen.to_string()).unwrap_or_default(),
            words(month.support_messages),
            words(month.collaboration_messages),
        ]
    });
    with_heads(&heads, rows)
}

pub(super) fn professions(usage: &UsageActivity) -> Rows {
    let rows = usage.by_profession.iter().map(|row| named(row.profession.label_ja(), &row.people));
    std::iter::once(month_heads("職種", usage)).chain(rows).collect()
}

pub(super) fn organizations(usage: &UsageActivity) -> Rows {
    let rows = usage.by_organization.iter().map(|row| named(&row.organization_name, &row.people));
    std::iter::once(month_heads("利用団体", usage)).chain(rows).collect()
}

pub(super) fn rooms(usage: &RoomUsage) -> Rows {
    let kinds = [("職種連携の部屋", &usage.collaboration), ("登録者支援の部屋", &usage.support)];
    let rows = kinds.into_iter().map(|(kind, rooms)| named(kind, &[rooms.open, rooms.alive, rooms.silent]));
    with_heads(&["部屋の種類", "開いている部屋", "書き込みのある部屋", "90日以上書き込みのない部屋"], rows)
}

pub(super) fn first_logins(usage: &FirstLoginUsage) -> Rows {
    let standing = usage.standing.iter().map(|row| {
        let name = match row.standing {
            "was_here" => "ログインしたことがある",
            "posted" => "通知書を発送し、まだログインしていない",
            _ => "通知書をまだ発送していない",
        };
        vec![name.to_owned(), words(row.people), String::new(), String::new()]
    });
    let steps = usage.steps.iter().map(|row| {
        let name = match row.step {
            "accepted" => "受付から受理まで",
            "posted" => "受理から発送まで",
            "first_login" => "発送から初回ログインまで",
            _ => "受付から初回ログインまで",
        };
        vec![name.to_owned(), String::new(), days(row.median_minutes), days(row.ninth_decile_minutes)]
    });
    let by_month = usage.by_month.iter().map(|row| {
        let name = format!("受付から初回ログインまで({}にできたアカウント)", row.month);
        vec![name, String::new(), days(row.median_minutes), days(row.ninth_decile_minutes)]
    });
    with_heads(&["項目", "人数", "日数(中央値)", "日数(90%の人)"], standing.chain(steps).chain(by_month))
}

pub(super) fn choices(usage: &NotificationUsage) -> Rows {
    let rows = usage.choices.iter().map(|row| {
        let name = match row.choice {
            "both" => "Eメールとプッシュ通知",
            "email" => "Eメールだけ",
            "push" => "プッシュ通知だけ",
            "nothing" => "どちらも受け取らない",
            _ => "まだ選んでいない",
        };
        named(name, &[row.people])
    });
    with_heads(&["受け取り方", "人数"], rows)
}

pub(super) fn deliveries(usage: &NotificationUsage) -> Rows {
    let rows = usage
        .months
        .iter()
        .map(|row| named(&row.month, &[row.email_arrived, row.email_failed, row.push_arrived, row.push_failed]));
    let heads = ["月", "届いたEメール", "届かなかったEメール", "届いたプッシュ通知", "届かなかったプッシュ通知"];
    with_heads(&heads, rows)
}

pub(super) fn support_rooms(usage: &SupportRoomUsage) -> Rows {
    let counts =
        [("開いている部屋", usage.open_rooms), ("閉じた部屋", usage.closed_rooms), ("登録者", usage.registrants)];
    let counts = counts.into_iter().map(|(name, cell)| named(name, &[cell]));
    let professions = usage.members_by_profession.iter().map(|row| {
        let name = format!("担当者:{}", row.profession.label_ja());
        named(&name, &[row.people])
    });
    let sizes = usage.rooms_by_team_size.iter().map(|row| {
        let name = format!("担当者が{}人の部屋", row.size.replace('-', "から"));
        named(&name, &[row.rooms])
    });
    let months = usage.opened_by_month.iter().map(|row| {
        let name = format!("{}に開いた部屋", row.month);
        named(&name, &[row.rooms])
    });
    with_heads(&["項目", "数"], counts.chain(professions).chain(sizes).chain(months))
}

fn month_heads(first: &str, usage: &UsageActivity) -> Vec<String> {
    std::iter::once(first.to_owned()).chain(usage.months.iter().map(|month| month.month.clone())).collect()
}

fn with_heads(heads: &[&str], rows: impl Iterator<Item = Vec<String>>) -> Rows {
    std::iter::once(heads.iter().map(|head| (*head).to_owned()).collect()).chain(rows).collect()
}

fn named(name: &str, cells: &[Cell]) -> Vec<String> {
    std::iter::once(name.to_owned()).chain(cells.iter().copied().map(words)).collect()
}

fn words(cell: Cell) -> String {
    cell.value.map_or_else(|| HIDDEN.to_owned(), |value| value.to_string())
}

/// Of fewer than five nothing is said.
fn days(minutes: Option<i64>) -> String {
    #[expect(clippy::cast_precision_loss, reason = "far below 2^52 minutes")]
    minutes.map_or_else(|| HIDDEN.to_owned(), |minutes| format!("{:.1}", minutes as f64 / MINUTES_OF_A_DAY))
}
