//! Whether a name is that of a colleague who is addressed or spoken of as one.

use super::candidate::{Candidate, Form, Source};
use crate::directory::{Directory, Owner};
use crate::folded::is_space;
use crate::lexicon::Tag;
use crate::message::{Message, Span};

/// What the words around a name are weighed by.
pub(super) struct Context<'a> {
    pub(super) message: &'a Message<'a>,
    pub(super) directory: &'a Directory,
}

/// Words that make an addressed colleague of who stands first in a sentence.
const VOCATIVE_END: [char; 9] = ['、', ',', '!', '\n', ' ', '。', '?', '>', '~'];

/// What a colleague does with a message, after his name.
const TOLD: [&str; 18] = [
    "から連絡",
    "より連絡",
    "から報告",
    "より報告",
    "から回答",
    "から提案",
    "に確認した",
    "に伺った",
    "に相談した",
    "に電話した",
    "に問い合わせ",
    "からの連絡",
    "からご連絡",
    "からご報告",
    "とも相談",
    "と打ち",
    "と調整",
    "が担当",
];

/// What is a colleague's own, after his name.
const SAID: [&str; 22] = [
    "の投稿",
    "のご意見",
    "の意見",
    "のご指摘",
    "の指摘",
    "のご質問",
    "の質問",
    "のコメント",
    "の書き込み",
    "の提案",
    "のご提案",
    "のおっしゃ",
    "がおっしゃ",
    "の言う通",
    "に賛成",
    "と同じ意見",
    "の資料",
    "のご発表",
    "の発表",
    "のお話",
    "の講演",
    "のご講演",
];

impl Context<'_> {
    /// The parts of a name, in hiragana, as the directory has them.
    pub(super) fn parts(&self, candidate: &Candidate) -> impl Iterator<Item = String> + use<> {
        let text = &self.message.text;
        let surname_end = text.skip_back(candidate.given, |c| is_space(c) || c == '・');
        // A whole name is that of a registrant only when all of it is; the directory finds that itself.
        let parts = match candidate.form {
            Form::Full => Vec::new(),
            _ => vec![
                text.hiragana(candidate.start, surname_end.max(candidate.start)),
                text.hiragana(candidate.given, candidate.end),
            ],
        };
        parts.into_iter().filter(|part| !part.is_empty())
    }

    /// Whether more speaks for a colleague than for a patient or a relative.
    pub(super) fn is_colleague(&self, candidate: &Candidate) -> bool {
        if self.is_company(candidate) {
            return true;
        }
        let for_person = self.for_person(candidate);
        let for_colleague = self.for_colleague(candidate);
        for_colleague >= 2 && for_colleague > for_person
    }

    /// 株式会社タケダ様: a firm has its founder's name.
    fn is_company(&self, candidate: &Candidate) -> bool {
        let text = &self.message.text;
        let forms = [
            "株式会社",
            "(株)",
            "有限会社",
            "(有)",
            "合同会社",
            "医療法人",
            "社会福祉法人",
            "医療法人社団",
            "㈱",
            "㈲",
        ];
        forms.iter().any(|form| text.has_before(candidate.start, form)) || text.any_at(candidate.end, &forms).is_some()
    }

    /// Whether the author says that the name is none: 佐伯花子さん(仮名).
    pub(super) fn is_alias(&self, candidate: &Candidate) -> bool {
        let after = after_name(candidate);
        let text = &self.message.text;
        text.contains(after, after + 6, &["仮名", "仮称", "偽名"])
            && !text.contains(after, after + 9, &["ではな", "ではあり", "じゃな"])
    }

    fn for_person(&self, candidate: &Candidate) -> u32 {
        let (message, text) = (self.message, &self.message.text);
        let after = after_name(candidate);
        let mut points = 0;
        if matches!(candidate.source, Source::Label | Source::Role)
            || self.follows(candidate.start, &[Tag::Kin, Tag::Patient])
        {
            points += 5;
        }
        if candidate.form == Form::Given || text.has(after, "宅") || follows_age(message, after) {
            points += 3;
        }
        if self.in_brackets(after, &[Tag::Kin, Tag::Patient]) {
            points += 5;
        }
        let of_theirs = [
            "の長",
            "の次",
            "のご家",
            "の家族",
            "のお宅",
            "宅",
            "の奥",
            "のご主",
            "の娘",
            "の息",
            "のお母",
            "のお父",
            "のご自",
            "の自宅",
            "のお孫",
            "のキーパ",
            "担当の",
            "担当者の",
            "に関わ",
            "を担当",
            "ご夫妻",
            "ご夫婦",
            "夫妻",
            "夫婦",
            "のケース",
            "の支援",
        ];
        if text.any_at(after, &of_theirs).is_some() {
            points += 4;
        }
        let near = self.near(candidate, after);
        points += 2 * u32::from(message.says(near, Tag::Care));
        points + u32::from(text.has(candidate.end, "様") || text.has(candidate.end, "さま"))
    }

    fn for_colleague(&self, candidate: &Candidate) -> u32 {
        let (message, text) = (self.message, &self.message.text);
        let after = after_name(candidate);
        let mut points = 0;
        if self.follows(candidate.start, &[Tag::Colleague])
            || self.is_followed_by_role(after)
            || self.is_in_office(candidate)
        {
            points += 4;
        }
        if self.is_user(candidate) {
            points += 3;
        }
        let near = self.near(candidate, after);
        if self.is_addressed(candidate, after) {
            points += 3;
        }
        if message.says(near, Tag::Work) {
            points += 2;
        }
        if self.introduces_oneself(candidate, after)
            || self.is_listed_as_staff(candidate)
            || self.is_signature(candidate)
        {
            points += 4;
        }
        if text.any_at(after, &SAID).is_some() || self.follows_heading(candidate.start) {
            points += 3;
        }
        points + u32::from(text.any_at(after, &TOLD).is_some())
    }

    /// The sentence, as far as it is near.
    fn near(&self, candidate: &Candidate, after: usize) -> Span {
        let sentence = self.message.sentence(candidate.start);
        Span {
            start: sentence.start.max(candidate.start.saturating_sub(40)),
            end: sentence.end.max(after).min(after + 50),
        }
    }

    /// Whether a word of a kind stands before the name, with の or a mark between at most.
    fn follows(&self, start: usize, tags: &[Tag]) -> bool {
        let text = &self.message.text;
        let gap = text.skip_back(start, |c| matches!(c, ' ' | 'の' | '・' | ':' | '(' | '/' | '「' | 'で' | '-'));
        // 三丁目の田中, and の once: 施設の方の田中.
        let gap = gap.max(start.saturating_sub(2));
        let is_direct = gap == start;
        self.message.hits.ending_at(gap).any(|hit| tags.contains(&hit.tag) && (hit.end - hit.start >= 2 || !is_direct))
    }

    /// 田中さん(訪看), 佐藤先生, 山本花子看護師.
    fn is_followed_by_role(&self, after: usize) -> bool {
        let text = &self.message.text;
        let from = text.skip(after, |c| matches!(c, ' ' | '(' | '・' | '/' | '、' | ':'));
        let role = self.message.hits.starting_at(from).find(|hit| hit.tag == Tag::Colleague);
        let is_bracketed = from > after && matches!(text.at(after), '(');
        let is_near = from <= after + 2;
        // 、 begins another thought: 田中さん、ケアマネと相談.
        let is_list = from > after && matches!(text.at(after), '、' | ':');
        let in_brackets = is_bracketed && self.in_brackets(after, &[Tag::Colleague]);
        role.is_some() && is_near && !is_list || in_brackets
    }

    /// Whether brackets that open here say one of the words.
    fn in_brackets(&self, open: usize, tags: &[Tag]) -> bool {
        let text = &self.message.text;
        let close = text.skip(open, |c| c != ')' && c != '\n').min(open + 24);
        let mut hits = self.message.hits.within(open, close);
        text.at(open) == '(' && hits.any(|hit| tags.contains(&hit.tag) && hit.end - hit.start >= 2)
    }

    /// 担当は鈴木さんと山口さん: within what a heading tells.
    fn follows_heading(&self, start: usize) -> bool {
        let text = &self.message.text;
        let from = self.message.sentence(start).start.max(start.saturating_sub(40));
        let headings = self.message.hits.within(from, start).filter(|hit| hit.tag == Tag::Heading);
        let mut told = headings.filter(|hit| matches!(text.at(hit.end), 'は' | ':' | 'が'));
        told.any(|hit| !self.message.hits.has(hit.end, start, Tag::Care))
    }

    /// Whether the name belongs to an office: さくら薬局の…, 市の介護福祉課の….
    fn is_in_office(&self, candidate: &Candidate) -> bool {
        let text = &self.message.text;
        let before = candidate.start;
        let joins = matches!(text.before(before), 'の' | '・' | '/' | ' ' | ')');
        let end = text.skip_back(before, |c| matches!(c, 'の' | '・' | '/' | ' ' | ')')).max(before.saturating_sub(2));
        let ends = [
            "課",
            "係",
            "室",
            "部",
            "局",
            "支所",
            "ステーション",
            "センター",
            "クリニック",
            "医院",
            "薬局",
            "病院",
            "事務所",
            "本部",
            "窓口",
            "担当",
            "会",
            "協議会",
            "社",
            "商事",
            "メディカル",
            "ケアプラン",
        ];
        joins && ends.iter().any(|word| text.has_before(end, word))
    }

    /// Whether the directory knows a user of that name.
    fn is_user(&self, candidate: &Candidate) -> bool {
        let text = &self.message.text;
        let whole: String = text.hiragana(candidate.start, candidate.end);
        let surname_end = text.skip_back(candidate.given, is_space).max(candidate.start);
        let surname = text.hiragana(candidate.start, surname_end);
        let given = text.hiragana(candidate.given, candidate.end);
        let has = |part: &str| !part.is_empty() && self.directory.has_part(Owner::User, part);
        match candidate.form {
            Form::Full => has(&surname) && (given.is_empty() || has(&given)),
            _ => has(&whole),
        }
    }

    /// Whether the name begins a sentence and the rest turns to its bearer.
    fn is_addressed(&self, candidate: &Candidate, after: usize) -> bool {
        let (message, text) = (self.message, &self.message.text);
        if !matches!(candidate.source, Source::Honorific(..)) {
            return false;
        }
        let sentence = message.sentence(candidate.start);
        let is_mark = |c: char| matches!(c, ' ' | '@' | '>' | '→' | '、' | '■' | '●' | '・' | '※' | '&' | '📣');
        let first = text.skip(sentence.start, is_mark);
        let is_mention = text.before(candidate.start) == '@' || text.before(candidate.start) == '>';
        let is_to = text.has(after, "へ") && VOCATIVE_END.contains(&text.at(after + 1));
        let begins = first == candidate.start || is_mention || self.follows_vocative(candidate.start);
        let stops = VOCATIVE_END.contains(&text.at(after)) || is_to || text.at(after) == '\0';
        let rest_end = (after + 60).min(text.len());
        let rest = Span { start: after, end: rest_end };
        let question_end = sentence.end.max(after).min(rest_end);
        let asks = text.contains(after, question_end, &["でしょうか", "いかが", "ですか", "ますか", "ませんか"]);
        // Thanks at the end of a report about somebody's care are not for him.
        let own = Span { start: after, end: question_end };
        let is_kind = message.says(own, Tag::Courtesy)
            || !message.says(own, Tag::Care) && (asks || message.says(rest, Tag::Courtesy));
        (begins || is_to) && stops && (is_kind || is_mention) || is_kind && self.thanks(candidate, after)
    }

    /// 佐藤さん、田中さん、ありがとう: after another who is addressed.
    fn follows_vocative(&self, start: usize) -> bool {
        let text = &self.message.text;
        let end = text.skip_back(start, |c| matches!(c, '、' | ' ' | '・' | ','));
        end < start
            && (["さん", "様", "先生"].iter().any(|word| text.has_before(end, word)))
            && self.message.sentence(start).start + 12 >= start
    }

    /// 〜してくれた佐藤さん、ありがとう.
    fn thanks(&self, candidate: &Candidate, after: usize) -> bool {
        let text = &self.message.text;
        let before = ["くださった", "下さった", "いただいた", "頂いた", "くれた", "してくださる"];
        before.iter().any(|word| text.has_before(candidate.start, word))
            || text.any_at(after, &["ありがとう", "、ありがとう", "お疲れ", "、お疲れ"]).is_some()
    }

    /// 山田です, 高橋と申します.
    fn introduces_oneself(&self, candidate: &Candidate, after: usize) -> bool {
        let text = &self.message.text;
        let is_bare = matches!(candidate.source, Source::Bare);
        let from = text.skip(after, is_space);
        is_bare
            && text.any_at(from, &["です", "と申します", "と申し", "でございます", "より", "拝", "(記", "記"]).is_some()
            && text.any_at(from, &["ですが、先", "ですが、昨"]).is_none()
            && !text.has(candidate.end, "さん")
    }

    /// 講師:, 参加者: and the like head the line, or the one above.
    fn is_listed_as_staff(&self, candidate: &Candidate) -> bool {
        let (message, text) = (self.message, &self.message.text);
        if matches!(candidate.source, Source::Label | Source::Role) {
            return false;
        }
        let line = message.line(candidate.start);
        let colon = (line.start..candidate.start).find(|index| text.at(*index) == ':');
        let head = colon.filter(|colon| colon - line.start <= 14);
        // 講師: and 講師(予定): head a list; 訪問看護指示書が切れています: does not.
        let in_head = head.is_some_and(|colon| {
            let word_end = text.skip_back(colon, |c| {
                matches!(c, ' ' | ')' | '者' | '名' | '】' | '予' | '定' | '(' | '1' | '2' | '3' | '①' | '②')
            });
            [Tag::Colleague, Tag::Heading]
                .iter()
                .any(|tag| message.hits.has_ending_at(word_end, *tag) || message.hits.has_ending_at(colon, *tag))
        });
        // The line holds little but name and office.
        let is_short = line.end - line.start <= candidate.end - candidate.start + 28;
        let with_office = is_short
            && message.says(line, Tag::Colleague)
            && !message.says(line, Tag::Care)
            && !matches!(candidate.source, Source::Honorific(..));
        in_head || with_office
    }

    /// A name alone on a line below an office, or at the very end.
    fn is_signature(&self, candidate: &Candidate) -> bool {
        let (message, text) = (self.message, &self.message.text);
        let line = message.line(candidate.start);
        let after = after_name(candidate);
        let is_rest = text.skip(after, |c| is_space(c) || c == '\n') >= line.end;
        let begins = text.skip(line.start, is_space) == candidate.start;
        let above = message.previous_line(candidate.start);
        let is_last = text.skip(line.end, |c| is_space(c) || c == '\n') >= text.len();
        let office = above.is_some_and(|line| message.says(line, Tag::Colleague) || message.says(line, Tag::Office));
        let is_letter_head =
            matches!(candidate.source, Source::Honorific(..)) && candidate.start <= 24 && self.greets(line.end);
        begins && is_rest && (is_last && office && !matches!(candidate.source, Source::Honorific(..)) || is_letter_head)
    }

    /// Whether the next lines greet, as letters begin.
    fn greets(&self, from: usize) -> bool {
        let words = ["お世話になっ", "お疲れ", "ご連絡ありがとう", "返信ありがとう", "ありがとうございます", "いつも"];
        self.message.text.contains(from, (from + 24).min(self.message.text.len()), &words)
    }
}

/// Where the sentence goes on after a name and its honorific.
fn after_name(candidate: &Candidate) -> usize {
    match candidate.source {
        Source::Honorific(_, end) => end,
        _ => candidate.end,
    }
}

/// (87歳), 、87歳, 要介護3.
fn follows_age(message: &Message<'_>, after: usize) -> bool {
    let text = &message.text;
    let from = text.skip(after, |c| matches!(c, ' ' | '(' | '、' | '様' | '・')).min(after + 3);
    let digits = text.skip(from, |c| c.is_ascii_digit());
    let is_age = digits > from && matches!(text.at(digits), '歳' | '才' | '代' | ')');
    is_age || text.has(from, "要介護") || text.has(from, "要支援") || text.any_at(from, &["男性", "女性"]).is_some()
}
