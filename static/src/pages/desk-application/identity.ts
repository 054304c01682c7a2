interface Person {
  kana: string;
  birth_date: string;
  address: string;
}

export interface Sameness {
  kana: boolean;
  birthDate: boolean;
  address: boolean;
}

/** Which of what two records say is the same; how it is written does not count. */
export function sameness(one: Person, other: Person): Sameness {
  return {
    kana: plainKana(one.kana) === plainKana(other.kana),
    birthDate: one.birth_date === other.birth_date,
    address: plainAddress(one.address) === plainAddress(other.address),
  };
}

const HIRAGANA = /[ぁ-ゖ]/g;
const TO_KATAKANA = 0x60;

function plainKana(kana: string): string {
  return kana
    .normalize("NFKC")
    .replace(/\s/g, "")
    .replace(HIRAGANA, (letter) => String.fromCharCode(letter.charCodeAt(0) + TO_KATAKANA));
}

/** 1丁目2番3号 and 1-2-3 are one place; so are full-width and half-width numbers. */
function plainAddress(address: string): string {
  return address
    .normalize("NFKC")
    .replace(/\s/g, "")
    .replace(/[‐−–—ー]/g, "-")
    .replace(/(\d)(?:丁目|番地の?|番|号)(?=\d)/g, "$1-")
    .replace(/(\d)(?:番地|番|号)(?!\d)/g, "$1");
}
