//! What Form 4 asks, in order: the form, its error summary and the printed copy all say it with these words.

use domain::account::{ApplicantInput, OrganizationInput, PersonInput};
use domain::words::{DeviceKind, OrganizationKind, Profession};
use public_pages::field::{Control, Need, Question};

/// The id of the form.
pub(super) const FORM_ID: &str = "form4";

const JAPANESE: &str = "text";
const DIGITS: &str = "numeric";
const LATIN: &str = "email";
const TELEPHONE: &str = "tel";

/// The label of the number of a registered organization.
pub(super) const ORGANIZATION_NUMBER: &str = "利用団体番号";

/// What the organization is called; while it is typed, a script looks for registered ones.
pub(super) const ORGANIZATION_NAME: Question<OrganizationInput> = Question {
    key: "name",
    label: "団体の名称",
    hint: "法人の名称ではなく、診療所・薬局・訪問看護ステーションなど、一つひとつの名称を入力してください。",
    need: Need::Sometimes,
    control: Control::OrganizationName,
    read: |organization| &organization.name,
};

/// More about a new organization.
pub(super) const ORGANIZATION: &[Question<OrganizationInput>] = &[
    Question {
        key: "kind",
        label: "団体の種類",
        hint: "",
        need: Need::Sometimes,
        control: Control::Choice(|| {
            OrganizationKind::ALL.iter().map(|kind| (kind.as_str(), kind.label_ja())).collect()
        }),
        read: |organization| &organization.kind,
    },
    Question {
        key: "postal_code",
        label: "郵便番号",
        hint: "例：272-0021",
        need: Need::Sometimes,
        control: Control::Text { inputmode: DIGITS, autocomplete: "postal-code" },
        read: |organization| &organization.postal_code,
    },
    Question {
        key: "address",
        label: "所在地",
        hint: "通知書を郵送する宛先になります。建物名や部屋番号まで入力してください。",
        need: Need::Sometimes,
        control: Control::Lines { autocomplete: "street-address" },
        read: |organization| &organization.address,
    },
    Question {
        key: "phone",
        label: "団体の電話番号",
        hint: "例：047-300-0001",
        need: Need::Sometimes,
        control: Control::Text { inputmode: TELEPHONE, autocomplete: "work tel" },
        read: |organization| &organization.phone,
    },
];

/// About the manager who files the form (R1).
pub(super) const APPLICANT: &[Question<ApplicantInput>] = &[
    Question {
        key: "name",
        label: "氏名",
        hint: "例：山田 花子",
        need: Need::Always,
        control: Control::Text { inputmode: JAPANESE, autocomplete: "name" },
        read: |applicant| &applicant.name,
    },
    Question {
        key: "kana",
        label: "ふりがな",
        hint: "ひらがな、カタカナのどちらでもかまいません。",
        need: Need::Always,
        control: Control::Text { inputmode: JAPANESE, autocomplete: "off" },
        read: |applicant| &applicant.kana,
    },
    Question {
        key: "email",
        label: "メールアドレス",
        hint: "例：hanako@example.jp",
        need: Need::Always,
        control: Control::Text { inputmode: LATIN, autocomplete: "email" },
        read: |applicant| &applicant.email,
    },
    Question {
        key: "phone",
        label: "電話番号",
        hint: "内容の確認で連絡することがあります。日中につながる番号を入力してください。",
        need: Need::Always,
        control: Control::Text { inputmode: TELEPHONE, autocomplete: "tel" },
        read: |applicant| &applicant.phone,
    },
];

/// About a manager to come; the browser must not fill in the data of whoever files the form.
pub(super) const NEW_MANAGER: &[Question<ApplicantInput>] = &[
    Question {
        key: "name",
        label: "氏名",
        hint: "",
        need: Need::Sometimes,
        control: Control::Text { inputmode: JAPANESE, autocomplete: "off" },
        read: |manager| &manager.name,
    },
    Question {
        key: "kana",
        label: "ふりがな",
        hint: "",
        need: Need::Sometimes,
        control: Control::Text { inputmode: JAPANESE, autocomplete: "off" },
        read: |manager| &manager.kana,
    },
    Question {
        key: "email",
        label: "メールアドレス",
        hint: "",
        need: Need::Sometimes,
        control: Control::Text { inputmode: LATIN, autocomplete: "off" },
        read: |manager| &manager.email,
    },
    Question {
        key: "phone",
        label: "電話番号",
        hint: "日中につながる番号を入力してください。",
        need: Need::Sometimes,
        control: Control::Text { inputmode: TELEPHONE, autocomplete: "off" },
        read: |manager| &manager.phone,
    },
];

/// About each person who gets an account. The browser must not fill in the applicant's own data here.
pub(super) const PERSON: &[Question<PersonInput>] = &[
    Question {
        key: "name",
        label: "氏名",
        hint: "実際に使う方お一人の氏名です。",
        need: Need::Always,
        control: Control::Text { inputmode: JAPANESE, autocomplete: "off" },
        read: |person| &person.name,
    },
    Question {
        key: "kana",
        label: "ふりがな",
        hint: "",
        need: Need::Always,
        control: Control::Text { inputmode: JAPANESE, autocomplete: "off" },
        read: |person| &person.kana,
    },
    Question {
        key: "profession",
        label: "職種",
        hint: "",
        need: Need::Always,
        control: Control::Choice(|| Profession::ALL.iter().map(|work| (work.as_str(), work.label_ja())).collect()),
        read: |person| &person.profession,
    },
    Question {
        key: "profession_other",
        label: "職種の名称",
        hint: "職種で「その他」を選んだときだけ入力してください。",
        need: Need::Sometimes,
        control: Control::Text { inputmode: JAPANESE, autocomplete: "off" },
        read: |person| person.profession_other.as_deref().unwrap_or_default(),
    },
    Question {
        key: "email",
        label: "メールアドレス",
        hint: "本人だけが読むアドレスを入力してください。部署で共有するアドレスは使えません。",
        need: Need::Always,
        control: Control::Text { inputmode: LATIN, autocomplete: "off" },
        read: |person| &person.email,
    },
    Question {
        key: "device.asset_number",
        label: "使う端末の管理番号",
        hint: "団体の備品台帳などで端末につけている番号です。個人の持ち物の端末は登録できません。",
        need: Need::Always,
        control: Control::Code { inputmode: JAPANESE },
        read: |person| &person.device.asset_number,
    },
    Question {
        key: "device.kind",
        label: "使う端末の種類",
        hint: "",
        need: Need::Always,
        control: Control::Choice(|| DeviceKind::ALL.iter().map(|kind| (kind.as_str(), kind.label_ja())).collect()),
        read: |person| &person.device.kind,
    },
];

/// Whether a form that shows so many people has a place for errors at this path.
pub(super) fn has(path: &str, people: usize) -> bool {
    match person_part(path) {
        Some((at, key)) => at < people && (key.is_empty() || label_of(PERSON, key).is_some()),
        None => label_of_section(path).is_some(),
    }
}

/// What a path asks for, for the summary above the form: `people[1].name` is 2人目の氏名.
pub(super) fn label(path: &str) -> String {
    match person_part(path) {
        Some((at, "")) => format!("{}人目", at + 1),
        Some((at, key)) => format!("{}人目の{}", at + 1, label_of(PERSON, key).unwrap_or_default()),
        None => label_of_section(path).unwrap_or_default(),
    }
}

fn label_of_section(path: &str) -> Option<String> {
    let label = match path {
        "organization" => "団体",
        "organization.id" => ORGANIZATION_NUMBER,
        "applicant" => "申請する人",
        "people" => "利用者",
        "pledge" => "誓約",
        _ => {
            let (section, key) = path.split_once('.')?;
            return match section {
                "organization" if key == ORGANIZATION_NAME.key => Some(ORGANIZATION_NAME.label.to_owned()),
                "organization" => label_of(ORGANIZATION, key).map(str::to_owned),
                "applicant" => label_of(APPLICANT, key).map(|label| format!("申請する人の{label}")),
                _ => None,
            };
        }
    };
    Some(label.to_owned())
}

fn label_of<T>(questions: &[Question<T>], key: &str) -> Option<&'static str> {
    questions.iter().find(|question| question.key == key).map(|question| question.label)
}

/// `people[1].device.kind` is the person 1 and `device.kind`.
fn person_part(path: &str) -> Option<(usize, &str)> {
    let (at, rest) = path.strip_prefix("people[")?.split_once(']')?;
    let at: usize = at.parse().ok()?;
    Some((at, rest.strip_prefix('.').unwrap_or(rest)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_is_called_by_its_label() {
        assert_eq!(label("people[1].name"), "2人目の氏名");
        assert_eq!(label("people[0]"), "1人目");
        assert_eq!(label("people[0].device.kind"), "1人目の使う端末の種類");
        assert_eq!(label("applicant.kana"), "申請する人のふりがな");
        assert_eq!(label("organization.postal_code"), "郵便番号");
        assert_eq!(label("channel"), "");
    }

    #[test]
    fn only_people_on_the_page_have_places() {
        assert!(has("people[1]", 2) && has("people[1].device.kind", 2) && has("organization.id", 1));
        assert!(!has("people[2]", 2) && !has("people[0].device", 1) && !has("channel", 1) && !has("people[x]", 1));
    }
}
