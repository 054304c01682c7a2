const CHARACTERS_MAX = 60;

/** What says of itself that it is a room and nothing else; the server has the same list and the last word. */
const SAYS_NOTHING = [
  "職種連携",
  "多職種",
  "連携",
  "部屋",
  "へや",
  "るーむ",
  "ぐるーぷ",
  "ちゃっと",
  "ちーむ",
  "てすと",
  "みんな",
  "room",
  "group",
  "chat",
  "team",
  "test",
];
const LETTERS_MIN = 2;

/** Widths, cases and the two syllabaries do not matter. */
function folded(name: string): string {
  return name
    .normalize("NFKC")
    .toLowerCase()
    .replaceAll(/[\s・]/g, "")
    .replaceAll(/[ァ-ヶ]/g, (letter) => String.fromCodePoint((letter.codePointAt(0) ?? 0) - 0x60));
}

/** R24: without 部屋 and the like, something of a purpose is left. */
function saysPurpose(name: string): boolean {
  const rest = SAYS_NOTHING.reduce((left, word) => left.replaceAll(word, ""), folded(name));
  return (rest.match(/\p{L}/gu) ?? []).filter((letter) => letter !== "の").length >= LETTERS_MIN;
}

/** What is still wanted of the name of a room, while it is typed; "" when nothing is. */
export function roomNameHint(typed: string): string {
  const name = typed.trim();
  if (name === "") return "";
  const { length } = [...name];
  if (length > CHARACTERS_MAX) return `${CHARACTERS_MAX}文字までにしてください。今は${length}文字です。`;
  if (saysPurpose(name)) return "";
  return "これだけでは、何のための部屋か分かりません。「褥瘡ケア研修」のように、目的になる言葉を入れてください。";
}
