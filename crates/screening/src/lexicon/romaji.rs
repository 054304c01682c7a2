//! Readings in Latin letters, as Hepburn writes them and as people type them.

/// Syllables whose consonant the row gives; the rest is in [`OTHERS`].
const ROWS: [(&str, &str); 14] = [
    ("あいうえお", ""),
    ("かきくけこ", "k"),
    ("さしすせそ", "s"),
    ("たちつてと", "t"),
    ("なにぬねの", "n"),
    ("はひふへほ", "h"),
    ("まみむめも", "m"),
    ("らりるれろ", "r"),
    ("がぎぐげご", "g"),
    ("ざじずぜぞ", "z"),
    ("だぢづでど", "d"),
    ("ばびぶべぼ", "b"),
    ("ぱぴぷぺぽ", "p"),
    ("ぁぃぅぇぉ", ""),
];
const OTHERS: [(char, &str); 13] = [
    ('し', "shi"),
    ('ち', "chi"),
    ('つ', "tsu"),
    ('ふ', "fu"),
    ('じ', "ji"),
    ('ぢ', "ji"),
    ('づ', "zu"),
    ('や', "ya"),
    ('ゆ', "yu"),
    ('よ', "yo"),
    ('わ', "wa"),
    ('を', "o"),
    ('ん', "n"),
];

/// A reading in hiragana as Latin letters, its long vowels written out; nothing when a letter is not known.
pub(super) fn romaji(reading: &str) -> Option<String> {
    let mut written = String::new();
    let mut doubles = false;
    for c in reading.chars() {
        match c {
            'っ' => doubles = true,
            'ゃ' | 'ゅ' | 'ょ' => contract(&mut written, c),
            'ー' => {}
            _ => {
                let syllable = syllable(c)?;
                if std::mem::take(&mut doubles) {
                    written.push(if syllable.starts_with('c') { 't' } else { syllable.chars().next()? });
                }
                written.push_str(&syllable);
            }
        }
    }
    Some(written)
}

/// The same with long vowels as short ones, the way passports do: sato for satou.
pub(super) fn short(romaji: &str) -> String {
    romaji.replace("ou", "o").replace("oo", "o").replace("uu", "u")
}

/// きゃ is kya, しゃ is sha.
fn contract(written: &mut String, small: char) {
    let vowel = match small {
        'ゃ' => 'a',
        'ゅ' => 'u',
        _ => 'o',
    };
    if written.pop() == Some('i') && !["sh", "ch", "j"].iter().any(|end| written.ends_with(end)) {
        written.push('y');
    }
    written.push(vowel);
}

fn syllable(c: char) -> Option<String> {
    if let Some((_, other)) = OTHERS.iter().find(|other| other.0 == c) {
        return Some((*other).to_owned());
    }
    ROWS.iter().find_map(|(row, consonant)| {
        let place = row.chars().position(|known| known == c)?;
        let vowel = "aiueo".chars().nth(place)?;
        Some(format!("{consonant}{vowel}"))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn readings_are_written_as_in_a_passport() {
        for (reading, long, passport) in [
            ("さとう", "satou", "sato"),
            ("しょうじ", "shouji", "shoji"),
            ("きょうこ", "kyouko", "kyoko"),
            ("はっとり", "hattori", "hattori"),
            ("えっちゅう", "etchuu", "etchu"),
        ] {
            assert_eq!(romaji(reading).as_deref(), Some(long));
            assert_eq!(short(long), passport);
        }
        assert_eq!(romaji("カ"), None);
    }
}
