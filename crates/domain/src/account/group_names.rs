//! Tells the names of groups, places and offices from those of people (R2).
//!
//! Many real names hold the same characters as group names: 受川 (reception?), 田代表 (representative?), 服部
//! (department?), 石 read イシ (physician?). So a word counts only in a place where no name has it: alone, as one of
//! the parts between spaces, at the end of a part, or anywhere when no name can hold it at all.

use crate::text::{is_hyphen, is_middle_dot};
use crate::{Email, fold_key, tidy};

/// The whole name, which as a part beside another could be a given or family name.
const WHOLE: &str = "
    事務 共有 共用 共同 代理 医師 先生 院長 所長 施設 施設長 管理者 責任者 有志 全員 各位 皆様 当直 日勤
    夜勤 交代 庶務 経理 総務 組織 団体 法人 匿名 未定 医局 みんな じむ きょうゆう きょうよう いちどう
    せんせい いんちょう しょちょう しせつ しせつちょう ぜんいん みなさま かんりしゃ せきにんしゃ とうちょく
    やきん そしき だんたい たんとう いいん なーす そうむ しょむ けいり れんけい ほうかつ てすと jimu kyoyu
    kyouyu soumu sensei incho all nurses test";

/// A part between spaces, hyphens, dots or brackets.
const PART: &str = "
    受付 受附 窓口 担当 担当者 代表 代表者 一同 職員 課 係 うけつけ まどぐち たんとうしゃ だいひょう
    だいひょうしゃ しょくいん すたっふ ちーむ けあまね かんごし かいごし やくざいし ほけんし そうだんいん
    じむいん きょたく staff team group info admin shared everyone nurse office desk center centre daihyo
    daihyou tanto tantou madoguchi shokuin";

/// The end of a part.
const END: &str = "
    受付 窓口 担当 担当者 代表者 一同 職員 課 係 医院 内科 外科 眼科 歯科 小児科 皮膚科 医師会 協議会
    委員会 家族会 支所 市役所 役場 保健所 相談室 連携室 医務室 薬剤室 総務部 営業部 薬剤部 医療部 医局
    薬剤師 保健師 相談員 専門員 支援員 療法士 すたっふ ちーむ うけつけ かんごし まどぐち たんとうしゃ
    だいひょうしゃ しょくいん やくざいし しやくしょ clinic hospital pharmacy office station reception";

/// Anywhere: no name holds these, also not across the border of family and given name.
const ANYWHERE: &str = "
    看護 介護 病院 薬局 診療所 事務局 事務所 事務員 事務職 事務担当 事業所 居宅 訪問 包括支援 医療法人
    社会福祉 株式会社 有限会社 合同会社 (株) (有) 共有用 共有端末 すてーしょん くりにっく ほすぴたる
    やっきょく びょういん じぎょうしょ じむきょく じむしょ しんりょうじょ せんたー ぐるーぷ でいさーびす
    へるぱー けあまねじゃ けあまねーじゃ ほうもんかんご ほうもんかいご あかうんと uketsuke uketuke
    jimukyoku jimusho kangoshi yakkyoku byouin houmonkango houmonkaigo";

/// Whether a name, or its reading, is that of a group, a place or an office rather than of a person.
///
/// ```
/// use domain::account::is_group_name;
/// assert!(is_group_name("看護師一同") && is_group_name("さくら 受付"));
/// assert!(!is_group_name("受川 花子") && !is_group_name("服部 和代"));
/// ```
pub fn is_group_name(name: &str) -> bool {
    let tidy = tidy(name);
    let whole = without_number(&fold_key(&tidy)).to_owned();
    let part_ends = |c: char| c == ' ' || is_middle_dot(c) || is_hyphen(c) && c != 'ー' || "()/,._".contains(c);
    let parts: Vec<String> = tidy.split(part_ends).map(|part| without_number(&fold_key(part)).to_owned()).collect();
    // キョ タク is no 居宅; but ス タ ッ フ is one word.
    let one_word = parts.len() == 1 || parts.len() > 2 && parts.iter().all(|part| part.chars().count() <= 1);
    let known = |part: &str| [WHOLE, PART].iter().any(|words| holds(words, |word| part == word));
    // 「事務 共用」: where every part is such a word, none is left to be a name.
    parts.len() > 1 && parts.iter().all(|part| known(part))
        || one_word && [WHOLE, PART].iter().any(|words| holds(words, |word| whole == word))
        || holds(PART, |word| parts.iter().any(|part| part == word))
        || holds(END, |word| parts.iter().any(|part| part.ends_with(word)))
        || holds(ANYWHERE, |word| whole.contains(word))
}

fn holds(words: &str, found: impl Fn(&str) -> bool) -> bool {
    words.split_whitespace().any(found)
}

/// 看護師1, スタッフA and 受付02 are numbered groups; what is Latin throughout stays as it is.
fn without_number(key: &str) -> &str {
    let word = key.trim_end_matches(|c: char| c.is_ascii_digit());
    let lettered = word.strip_suffix(|c: char| c.is_ascii_lowercase());
    match lettered {
        Some(rest) if rest.ends_with(|c: char| !c.is_ascii()) => rest,
        _ => word,
    }
}

/// What stands before the `@` of mailboxes that several people read.
const ROLE_MAILBOXES: &str = "
    info information office reception uketsuke uketuke jimu jimukyoku jimusho contact contactus staff nurse
    nurses nursing soudan sodan admin administrator webmaster postmaster support help helpdesk mail email
    team group all everyone shared kyoyu kyouyu daihyo daihyou soumu madoguchi toiawase otoiawase inquiry
    enquiry hello sales eigyo noreply station houmon homon kango kangoshi houmonkango kaigo caremane
    caremanager kyotaku houkatsu renkei chiiki clinic hospital byouin byoin pharmacy yakkyoku yakuzaishi
    iin ishikai shika dental helper service center tanto tantou manager kanrisha jimucho recruit desk user
    account fax";

/// One of these beside any other word makes a mailbox an office's: `info.sakura`, `sakura-jimu`.
const PLAIN_ROLES: &[&str] = &["info", "jimu", "jimukyoku", "uketsuke", "soudan", "reception"];

/// Whether a mailbox is one that several people read, going by what stands before the `@`.
///
/// The office's own name there, as in `sakura@…`, is also a given name and so no sign; nor is `manager.hanako`.
pub fn is_role_mailbox(email: &Email) -> bool {
    let key = email.key();
    let local = key.split_once('@').map_or(key.as_str(), |(local, _)| local);
    let words: Vec<&str> = local
        .split(['.', '-', '_'])
        .map(|word| word.trim_end_matches(|c: char| c.is_ascii_digit()))
        .filter(|word| !word.is_empty())
        .collect();
    let is_role = |word: &str| holds(ROLE_MAILBOXES, |role| role == word);
    is_role(&words.concat())
        || !words.is_empty() && words.iter().all(|word| is_role(word))
        || words.iter().any(|word| PLAIN_ROLES.contains(word))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use proptest::sample::select;

    /// Names of people, many made of the characters of group names.
    const PEOPLE: &str = "
        山田 花子、佐藤 太郎、受川 花子、受田 誠、窓岩 健、服部 和代、阿部 寛、渡部 陽一、長谷部 誠、磯部 勉、
        矢部 美穂、田代 表、田代表子、千代田 鶴子、八代 亜紀、保科 正之、仁科 亜季子、更科 恵、小室 圭、
        大室 聡、氷室 京介、田所 浩二、別所 哲也、税所 篤、本部 以蔵、本部、度会 陽子、西院 恵、医王 薫、
        石 一郎、薬師寺 保、薬丸 英、薬袋 実、事崎 正司、務台 俊、局 節子、介川 裕子、院田 泉、師岡 研志、
        山田 有志、共田 有紀、友共 有紀、担 一、当麻 紗綾、表 三郎、同前 一、員弁 敏、団 伊玖磨、組坂 繁、
        所 譲二、業天 隆、護 得久、問田 進、窓 克己、口分田 真、髙橋 𠮷郎、﨑山 つばさ、渡邉 恒、齋藤 飛鳥、
        代 陽子、John Stafford、ジョン・スタッフォード、Park Ji-sung、グエン・ティ・ホア、ジム スミス、王 小明、
        許 拓、Maria Teamon、田中 総、室 まどか、課田 茂、看倉 一、事務 太郎、山田 代理、係長 信、石田 医師雄、
        佐々木 職";

    /// The readings of names of people.
    const READINGS: &str = "
        ヤマダ ハナコ、イシ イチロウ、ウケカワ ハナコ、マドイワ ケン、キョ タク、カイ ゴシロウ、カン ゴロウ、
        ジム スミス、ヤマダ イチドウ、サトウ ソウム、タダ レンケイ、カカリ ジュン、ダイ ヒョウマ、
        スタッフォード ジョン、イイン マコト、キョウ ユウ、タン トウヤ、ショク インコ、ヤキ ンマ、
        トコロ ジョウジ、コムロ ケイ、オモテ サブロウ";

    /// Names of groups, places and offices.
    const GROUPS: &str = "
        受付、事務、事務局、一同、共有、代表、窓口、担当、看護師、職員、スタッフ、チーム、福祉課、庶務係、
        さくら訪問看護ステーション、やわた内科クリニック、市川中央病院、すずらん薬局、八幡医院、
        居宅介護支援事業所、さくら 受付、受付 担当、看護師一同、看護師1、スタッフA、受付02、地域包括支援課、
        地域包括支援センター、訪問看護、連携室、事 務 局、ス タ ッ フ、うけつけ、じむきょく、ウケツケ、
        クリニック、ﾔｯｷｮｸ、かんごし、看護部、夜勤、管理者、先生、介護スタッフ、医療法人社団さくら会、
        株式会社さくら、市川市医師会、リハビリチーム、ケアマネ、薬剤師、uketsuke、Staff、Nurse Team、
        Sakura Clinic、sakuraclinic、jimukyoku、JIMU、office、Reception、nurse1、さくら(受付)、事務担当、
        共有アカウント、相談員、デイサービスさくら、ホームヘルパー、職員一同、営業担当者";

    fn names(list: &'static str) -> impl Iterator<Item = &'static str> {
        list.split(['、', '\n']).map(str::trim).filter(|name| !name.is_empty())
    }

    fn anywhere() -> Vec<&'static str> {
        ANYWHERE.split_whitespace().collect()
    }

    #[test]
    fn r2_people_are_not_taken_for_groups() {
        assert!(names(PEOPLE).count() >= 60);
        let refused: Vec<_> = names(PEOPLE).chain(names(READINGS)).filter(|name| is_group_name(name)).collect();
        assert_eq!(refused, [""; 0]);
    }

    #[test]
    fn r2_groups_are_not_taken_for_people() {
        assert!(names(GROUPS).count() >= 40);
        let passed: Vec<_> = names(GROUPS).filter(|name| !is_group_name(name)).collect();
        assert_eq!(passed, [""; 0]);
    }

    #[test]
    fn the_words_are_as_names_are_compared() {
        for word in [WHOLE, PART, END, ANYWHERE].iter().flat_map(|words| words.split_whitespace()) {
            assert_eq!(fold_key(word), word);
        }
    }

    #[test]
    fn r2_mailboxes_of_roles_are_known() {
        let is_role = |local: &str| is_role_mailbox(&Email::parse(&format!("{local}@example.jp")).unwrap());
        for role in [
            "info",
            "INFO",
            "info2",
            "info+hanako",
            "office",
            "reception",
            "uketsuke",
            "jimu",
            "contact",
            "staff",
            "nurse",
            "soudan",
            "nurse-station",
            "info.sakura",
            "sakura-jimu",
            "houmon_kango",
            "soudan01",
            "help-desk",
        ] {
            assert!(is_role(role), "{role}");
        }
        for person in [
            "hanako",
            "h.yamada",
            "yamada-hanako",
            "sakura",
            "manager.hanako",
            "nurse.hanako",
            "inforiel",
            "stafford",
            "jimuro",
            "all.ison",
            "kaigoro",
            "2026",
            "123",
        ] {
            assert!(!is_role(person), "{person}");
        }
    }

    proptest! {
        #[test]
        fn spacing_and_script_do_not_hide_a_group(word in select(anywhere()), space in "[ \u{3000}]{0,2}", digits in "[0-9]{0,2}") {
            let katakana: String =
                word.chars().map(|c| if ('ぁ'..='ゖ').contains(&c) { char::from_u32(u32::from(c) + 0x60).unwrap() } else { c }).collect();
            let dressed = format!("{space}さくら{space}{}{space}{digits}", katakana.to_uppercase());
            prop_assert!(is_group_name(&dressed));
        }

        #[test]
        fn a_given_name_after_a_family_name_is_no_group(
            family in select(&["山田", "服部", "受川", "保科", "田所", "小室", "Stafford"][..]),
            given in select(&["花子", "一郎", "有志", "恵", "ひかる", "総", "表", "Jim"][..]),
            space in "[ \u{3000}・]?",
        ) {
            let name = format!("{family}{space}{given}");
            prop_assert!(!is_group_name(&name));
        }

        #[test]
        fn no_text_breaks_it(text: String) {
            let _ = is_group_name(&text);
        }
    }
}
