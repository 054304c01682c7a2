//! `/apply/status/{receipt}`: where an application stands, what may be done about it, and a copy to print (R13b).

use crate::frame::lines;
use crate::{dates, layout, receipt, signature};
use applications::{FollowUpEntry, Standing, action_label};
use domain::application::{Status, deciding_desk, form_name};
use maud::{Markup, html};
use web::Html;

/// Everything an applicant may know and do. `form` is the path of the form's page, `here` that of this one, `copy` what was
/// answered.
pub fn follow_up(page: &Standing, form: &str, here: &str, copy: &Markup) -> Html {
    let desk = layout::desk_name(deciding_desk(page.form).unwrap_or(page.desk));
    let content = html! {
        (signature::heading(form_name(page.form), desk))
        h1 { "申請の状況" }
        (standing(page))
        (note(page))
        (excluded(page))
        (actions(page, form, here))
        (history(&page.history))
        section.card aria-labelledby="content" {
            h2 id="content" { "申請した内容" }
            (copy)
        }
        (signature::signature(&page.receipt_number, desk))
        (receipt::print_button(""))
        form.no-print.stack method="post" action="/apply/sign-out" {
            p.hint { "ほかの人も使うパソコンでは、見終わったら必ず閉じてください。" }
            div.actions { button.button."button--secondary" type="submit" { "この申請を閉じる" } }
        }
    };
    layout::page("申請の状況", &content)
}

/// Asks before an application is withdrawn; nothing undoes it. `back` is its follow-up page.
pub fn withdraw_confirm(kind: &str, receipt: &str, back: &str) -> Html {
    let content = html! {
        h1 { "申請を取り下げますか" }
        p { "受付番号 " span.code { (receipt) } }
        div.notice-box."notice-box--warning" {
            p { "取り下げると、元に戻せません。窓口は、この申請の手続きをやめます。" }
            p { "内容を直したいだけのときは、取り下げずに窓口へご連絡ください。取り下げた後でも、同じ内容を元に新しく申請できます。" }
        }
        form.actions method="post" action={ "/api/" (kind) "/" (receipt) "/withdrawal" } {
            button.button."button--danger" type="submit" { "取り下げる" }
            a.button."button--secondary" href=(back) { "取り下げずに戻る" }
        }
    };
    layout::page("申請の取下げ", &content)
}

fn standing(page: &Standing) -> Markup {
    // A script takes it as the sign that the correction has arrived, and forgets the draft.
    let arrived = (page.status == Status::Resubmitted).then_some(&page.receipt_number);
    html! {
        section.card aria-labelledby="standing" data-receipt=[arrived] {
            h2 id="standing" {
                span.status-badge.{ "status-badge--" (page.status) } { (page.status.label_ja()) }
            }
            p { (page.status_text) }
            dl.facts {
                div { dt { "受付番号" } dd.code { (page.receipt_number) } }
                div { dt { "担当の窓口" } dd { (layout::desk_name(page.desk)) } }
                div { dt { "受付日時" } dd { (dates::day_and_time(page.received_at)) } }
                div { dt { "最後の動き" } dd { (dates::day_and_time(page.updated_at)) } }
                @if let Some(text) = notices(page) { div { dt { "通知書の郵送" } dd { (text) } } }
            }
        }
    }
}

/// R3: by when the notices are posted, and how many are.
fn notices(page: &Standing) -> Option<Markup> {
    let (total, posted) = (page.notices.total, page.notices.posted);
    if total > 0 && posted >= total {
        return Some(html! { (total) "通すべてを郵送しました。" });
    }
    if page.status.is_terminal() || page.status == Status::Returned {
        return None;
    }
    let day = page.notice_due_on.map(dates::day);
    match (total > 0, day) {
        (false, None) => None,
        (false, Some(day)) => Some(html! { (day) "までに郵送する予定です。" }),
        (true, None) => Some(html! { (total) "通のうち" (posted) "通を郵送しました。" }),
        (true, Some(day)) => Some(html! {
            (total) "通のうち" (posted) "通を郵送しました。残りは" (day) "までに郵送する予定です。"
        }),
    }
}

fn note(page: &Standing) -> Markup {
    let heading = match page.status {
        Status::Returned => "直していただきたいこと",
        Status::Rejected => "却下の理由",
        _ => "窓口からの連絡",
    };
    html! {
        @if let Some(note) = &page.note {
            section.notice-box."notice-box--warning"[page.status == Status::Returned]
                ."notice-box--danger"[page.status == Status::Rejected] aria-labelledby="note" {
                h2 id="note" { (heading) }
                (lines(note))
            }
        }
    }
}

/// Those who were not accepted with the others, each with the reason.
fn excluded(page: &Standing) -> Markup {
    html! {
        @if !page.excluded.is_empty() {
            section.notice-box."notice-box--warning" aria-labelledby="excluded" {
                h2 id="excluded" { "受理されなかった方" }
                dl.facts {
                    @for person in &page.excluded {
                        div { dt { (person.person + 1) "人目" } dd { (lines(&person.note)) } }
                    }
                }
            }
        }
    }
}

fn actions(page: &Standing, form: &str, here: &str) -> Markup {
    let receipt = &page.receipt_number;
    html! {
        div.actions {
            @if page.can_correct {
                a.button."button--primary" href={ (form) "/" (receipt) "/correct" } { "直して再提出する" }
            }
            a.button."button--secondary" href={ (form) "?copy=" (receipt) } { "この内容を元に新しく申請する" }
            @if page.can_withdraw {
                a.button."button--danger" href={ (here) "/withdraw" } { "取り下げる" }
            }
        }
    }
}

fn history(lines_of: &[FollowUpEntry]) -> Markup {
    html! {
        section.card.no-print aria-labelledby="history" {
            h2 id="history" { "これまでの動き" }
            ol.steps {
                @for line in lines_of {
                    li {
                        p { strong { (action_label(&line.action)) } br; (dates::day_and_time(line.at)) }
                        @if let Some(note) = &line.note { (lines(note)) }
                    }
                }
            }
        }
    }
}
