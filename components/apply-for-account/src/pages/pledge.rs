//! The pledge (R1): the same on the page, on the printed copy and on the blank form.

use maud::{Markup, html};

/// What the manager makes everybody keep.
pub(super) const LINES: [&str; 7] = [
    "アカウントは一人に一つとし、ほかの人に貸したり、何人かで共有したりしません。",
    "パスワードを人に教えたり、見えるところに書き置いたりしません。",
    "団体が管理する端末だけで使い、個人の持ち物の端末では使いません。",
    "支援に必要な範囲でだけ見たり書いたりし、業務以外の目的には使いません。",
    "知った情報を、退職した後も含めて外へもらしません。",
    "退職や異動があったときは、すぐに利用中止の届出（様式第6号）を出します。",
    "端末をなくしたときや、情報がもれたおそれがあるときは、すぐに市へ連絡します。",
];

/// The copy of a pledge that was taken, so that whoever signs the paper sees for what.
pub(super) fn copy(taken: bool) -> Markup {
    html! {
        @if taken {
            p { "次のすべてを守ることを誓約しました。" }
            ul { @for line in LINES { li { (line) } } }
        } @else {
            p { "誓約していません。" }
        }
    }
}
