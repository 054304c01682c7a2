//! `/apply/forms`: the blank forms to print, fill in by hand and bring or post (R12).

use domain::application::form_name;
use maud::{Markup, html};
use public_pages::layout::{self, ASSOCIATION_DESK, CITY_DESK};
use web::Html;

struct BlankForm {
    number: u8,
    purpose: &'static str,
    desk: &'static str,
    sheets: u8,
    /// Known when this is compiled, so that the page never says a size the file does not have.
    bytes: usize,
    /// Where the same can be filed without paper.
    online: Option<&'static str>,
}

const BLANK_FORMS: &[BlankForm] = &[
    BlankForm {
        number: 4,
        purpose: "新しく使い始める人がいるとき。団体のシステム管理担当者が、使う人の分をまとめて書きます。",
        desk: CITY_DESK,
        sheets: 2,
        bytes: include_bytes!("../../../../static/public/forms/youshiki-4.pdf").len(),
        online: Some("/apply/account"),
    },
    BlankForm {
        number: 5,
        purpose: "団体の名称や所在地、システム管理担当者が変わったとき、利用者が使う端末を増やすとき。",
        desk: CITY_DESK,
        sheets: 2,
        bytes: include_bytes!("../../../../static/public/forms/youshiki-5.pdf").len(),
        online: Some("/apply/organization-change"),
    },
    BlankForm {
        number: 6,
        purpose: "退職や異動などで、アカウントを使わなくなる人がいるとき。",
        desk: CITY_DESK,
        sheets: 1,
        bytes: include_bytes!("../../../../static/public/forms/youshiki-6.pdf").len(),
        online: Some("/apply/account-stop"),
    },
    BlankForm {
        number: 7,
        purpose: "患者・利用者の情報を「登録者支援の部屋」で共有することに、ご本人か代理人が同意するとき。",
        desk: ASSOCIATION_DESK,
        sheets: 2,
        bytes: include_bytes!("../../../../static/public/forms/youshiki-7.pdf").len(),
        online: Some("/support-rooms/new"),
    },
    BlankForm {
        number: 8,
        purpose: "「登録者支援の部屋」を開くとき（様式第7号とそろえて提出）、担当者を追加・削除するとき。",
        desk: ASSOCIATION_DESK,
        sheets: 2,
        bytes: include_bytes!("../../../../static/public/forms/youshiki-8.pdf").len(),
        online: Some("/rooms"),
    },
    BlankForm {
        number: 1,
        purpose: "研修の連絡など、多職種が連携する「職種連携の部屋」を開きたいとき。",
        desk: CITY_DESK,
        sheets: 1,
        bytes: include_bytes!("../../../../static/public/forms/youshiki-1.pdf").len(),
        online: Some("/apply/room"),
    },
    BlankForm {
        number: 2,
        purpose: "「職種連携の部屋」に参加するとき、退出するとき。",
        desk: CITY_DESK,
        sheets: 1,
        bytes: include_bytes!("../../../../static/public/forms/youshiki-2.pdf").len(),
        online: Some("/apply/room-membership"),
    },
    BlankForm {
        number: 3,
        purpose: "「職種連携の部屋」がいらなくなったとき。",
        desk: CITY_DESK,
        sheets: 1,
        bytes: include_bytes!("../../../../static/public/forms/youshiki-3.pdf").len(),
        online: Some("/apply/room-closure"),
    },
];

/// The list, each with its desk: what comes to the wrong one takes longer.
pub(crate) fn blank_forms() -> Html {
    const TITLE: &str = "申請書の用紙";
    let content = html! {
        h1 { (TITLE) }
        p.page__lead { "紙で申請するときの用紙です。A4で印刷し、黒のペンで記入してください。" }
        div.notice-box {
            h2 { "出し方" }
            p { "それぞれの提出先へ、持参するか郵送してください。" strong { "Eメールでは受け付けていません。" } }
            p { "アカウントのことは市、患者と担当者のことは医師会が受け付けます。" }
        }
        @for form in BLANK_FORMS { (card(form)) }
    };
    layout::page(TITLE, &content)
}

fn card(form: &BlankForm) -> Markup {
    let id = format!("form-{}", form.number);
    html! {
        section.card aria-labelledby=(id) {
            h2 id=(id) { (form_name(form.number)) }
            p { (form.purpose) }
            dl.facts {
                div { dt { "提出先" } dd { (form.desk) } }
                div { dt { "用紙" } dd { "PDF、A4、" (form.sheets) "枚、" (kilobytes(form.bytes)) "KB" } }
            }
            div.actions {
                @if let Some(online) = form.online {
                    a.button."button--primary" href=(online) { "用紙を使わずに申請する" }
                }
                a.button."button--secondary" href={ "/forms/youshiki-" (form.number) ".pdf" } {
                    "用紙を開く" span.visually-hidden { "（" (form_name(form.number)) "）" }
                }
            }
        }
    }
}

/// Rounded up: a file is never larger than it says.
const fn kilobytes(bytes: usize) -> usize {
    bytes.div_ceil(1000)
}

#[cfg(test)]
mod tests {
    use super::super::{form4, pledge};
    use super::*;
    use domain::words::StopReason;
    use public_pages::field::{Control, Question};

    /// The form as its source says it.
    fn paper(form: u8) -> &'static str {
        match form {
            1 => include_str!("../../../../blank-forms/youshiki-1.html"),
            2 => include_str!("../../../../blank-forms/youshiki-2.html"),
            3 => include_str!("../../../../blank-forms/youshiki-3.html"),
            4 => include_str!("../../../../blank-forms/youshiki-4.html"),
            5 => include_str!("../../../../blank-forms/youshiki-5.html"),
            6 => include_str!("../../../../blank-forms/youshiki-6.html"),
            7 => include_str!("../../../../blank-forms/youshiki-7.html"),
            _ => include_str!("../../../../blank-forms/youshiki-8.html"),
        }
    }

    /// The words before a control, and those to choose from.
    fn words<T>(questions: &[Question<T>]) -> Vec<&'static str> {
        let choices = |control: Control| match control {
            Control::Choice(words) => words().into_iter().map(|(_, label)| label).collect(),
            _ => Vec::new(),
        };
        questions.iter().flat_map(|question| [vec![question.label], choices(question.control)].concat()).collect()
    }

    #[test]
    fn r12_the_page_calls_every_form_as_the_paper_does() {
        for form in BLANK_FORMS {
            let paper = paper(form.number);
            let title = format!("<title>{}</title>", form_name(form.number).replace('　', " "));
            assert!(paper.contains(&title), "{title}");
            assert!(paper.contains(&format!("提出先：{}<", form.desk)), "{}: {}", form.number, form.desk);
            let sheets = paper.matches("<section class=\"sheet\">").count();
            assert_eq!(sheets, usize::from(form.sheets), "{}", form.number);
        }
    }

    #[test]
    fn r12_form_4_asks_the_same_on_paper_as_on_the_page() {
        let paper = paper(4);
        let mut asked = vec![form4::ORGANIZATION_NUMBER, form4::ORGANIZATION_NAME.label];
        asked.extend(words(form4::ORGANIZATION));
        asked.extend(words(form4::APPLICANT));
        asked.extend(words(form4::PERSON));
        for word in asked {
            assert!(paper.contains(&format!(">{word}")) || paper.contains(&format!("（{word}")), "{word}");
        }
        for form in [4, 5] {
            let lines = pledge::LINES.map(|line| format!("<li>{line}</li>"));
            assert!(lines.iter().all(|line| self::paper(form).contains(line)), "the pledge of form {form}");
        }
    }

    #[test]
    fn r12_forms_5_and_6_ask_the_same_on_paper_as_on_the_page() {
        let reasons = StopReason::ALL.iter().map(|reason| reason.label_ja());
        for word in reasons.chain(["ログインID", "氏名", "最後に使う日", form4::ORGANIZATION_NUMBER]) {
            assert!(paper(6).contains(&format!(">{word}")), "{word}");
        }
        for word in words(form4::APPLICANT).into_iter().chain(["使う端末の管理番号", "使う端末の種類", "ログインID"])
        {
            assert!(paper(5).contains(&format!(">{word}")), "{word}");
        }
    }

    #[test]
    fn r14_a_consent_says_what_is_consented_to_and_that_it_can_be_taken_back() {
        for said in ["代理人", "いつでも撤回できます", "原本として扱う", "本人が署名", "生年月日", "様式第8号"]
        {
            assert!(paper(7).contains(said), "{said}");
        }
        for said in ["医師か訪問看護師が一人以上", "取りまとめ", "追加", "削除", "ログインID", "様式第7号"]
        {
            assert!(paper(8).contains(said), "R15–R17: {said}");
        }
    }
}
