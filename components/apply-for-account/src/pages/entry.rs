//! `/apply`: what somebody wants decides the form and the desk (R11).

use chrono::NaiveDate;
use maud::{Markup, html};
use public_pages::layout::{self, ASSOCIATION_DESK, CITY_DESK};
use public_pages::show::opening;
use web::Html;

struct Here {
    page: &'static str,
    wish: &'static str,
    when: &'static str,
    desk: &'static str,
}

/// What is filed here.
const FORMS: &[Here] = &[
    Here {
        page: "/apply/account",
        wish: "アカウントを申し込む",
        when: "新しく使い始める人がいるとき（様式第4号）。",
        desk: CITY_DESK,
    },
    Here {
        page: "/apply/organization-change",
        wish: "団体の情報や担当者を変える、端末を増やす",
        when: "名称・所在地・システム管理担当者が変わるとき、使う端末を増やすとき（様式第5号）。",
        desk: CITY_DESK,
    },
    Here {
        page: "/apply/account-stop",
        wish: "アカウントの利用をやめる",
        when: "退職や異動などで使わなくなる人がいるとき（様式第6号）。",
        desk: CITY_DESK,
    },
    Here {
        page: "/support-rooms/new",
        wish: "患者・利用者を支える「登録者支援の部屋」を開く",
        when: "本人か代理人が同意したとき（様式第7号と第8号）。ログインが必要です。",
        desk: ASSOCIATION_DESK,
    },
    Here {
        page: "/rooms",
        wish: "「登録者支援の部屋」の担当者を変える",
        when: "担当者が加わるとき、外れるとき（様式第8号）。ログインして、部屋のページから届け出ます。",
        desk: ASSOCIATION_DESK,
    },
    Here {
        page: "/apply/room",
        wish: "「職種連携の部屋」を開く",
        when: "研修の連絡や地域の課題の相談など、多職種が連携する部屋が必要なとき。",
        desk: CITY_DESK,
    },
    Here {
        page: "/apply/room-membership",
        wish: "「職種連携の部屋」に参加する、退出する",
        when: "開いている部屋に加わるとき、役目を終えて出るとき。",
        desk: CITY_DESK,
    },
    Here {
        page: "/apply/room-closure",
        wish: "「職種連携の部屋」を閉じる",
        when: "部屋がいらなくなったとき。",
        desk: CITY_DESK,
    },
];

/// The question. `opens_on` is the first day of acceptance while it is still to come (R13).
pub(crate) fn entry(opens_on: Option<NaiveDate>) -> Html {
    let content = html! {
        h1 { "何をしたいですか" }
        p.page__lead { "したいことを選ぶと、必要な申請書と提出先に進みます。" }
        @if let Some(day) = opens_on { (opening(day)) }
        ul.choice-list {
            @if opens_on.is_none() {
                @for form in FORMS {
                    li {
                        a href=(form.page) {
                            strong { (form.wish) }
                            small { (form.when) "提出先：" (form.desk) }
                        }
                    }
                }
            }
            li {
                a href="/apply/status" {
                    strong { "出した申請を確かめる" }
                    small { "状況を見る、直して再提出する、取り下げる。受付番号とパスコードを使います。" }
                }
            }
        }
        (on_paper())
        section aria-labelledby="help" {
            h2 id="help" { "はじめての方、困ったとき" }
            ul {
                li { a href="/help/start-up" { "利用開始の手引き" } "（申込みから初めてのログインまで）" }
                li { a href="/help/faq" { "よくある質問" } }
            }
        }
    };
    layout::shell("申請の入口", &content)
}

/// R12: by hand or by post, too; never e-mail.
fn on_paper() -> Markup {
    html! {
        section.card aria-labelledby="on-paper" {
            h2 id="on-paper" { "紙で申請するとき" }
            p { "申請書を印刷して記入し、窓口へ持参するか郵送してください。" strong { "Eメールでは受け付けていません。" } }
            p { a href="/apply/forms" { "申請書の用紙を印刷する" } }
            p.hint {
                "迷ったときは、アカウントと職種連携の部屋のことは市、患者と担当者のことは医師会、とお考えください。"
            }
        }
    }
}
