//! What turns a printed copy into a form that can be signed and handed in (R12).

use maud::{Markup, html};

/// Shown on paper only: which form it is and where it goes.
pub(crate) fn heading(form: &str, desk: &str) -> Markup {
    html! {
        div.print-only.paper-heading {
            p { (form) }
            p { "提出先：" (desk) "（持参または郵送）" }
        }
    }
}

/// Shown on paper only. The number stands beside the name, so that a sheet that went astray finds back.
pub(crate) fn signature(receipt_number: &str, desk: &str) -> Markup {
    html! {
        section.print-only.signature aria-labelledby="signature" {
            h2 id="signature" { "署名" }
            p { "上のとおり申請します。（紙で提出するときだけ、日付と氏名を自分で書いてください）" }
            p.signature__line { span { "令和　　　年　　　月　　　日" } span { "氏名" } }
            p { "受付番号 " span.code { (receipt_number) } "　提出先：" (desk) }
        }
    }
}
