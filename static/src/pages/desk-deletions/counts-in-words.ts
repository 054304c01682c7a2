/** What was deleted, by the name of what the server counts; a name this table lacks is shown as it is. */
const COUNTED: Record<string, string> = {
  registrants: "登録者の台帳",
  consents: "同意書の代理人",
  applications: "申請書",
  application_history: "申請の経過",
  awaiting: "アカウント待ちの人",
  events: "部屋に起きたことの説明",
  closing_notes: "閉じたときの書き添え",
  broken_glass: "非常時の閲覧の理由",
};

/** Nothing anybody has read: they only made the rest findable. */
const SEARCH_INDEXES = new Set(["application_words", "registrant_words"]);

/** 申請書 2件、登録者の台帳 1件 */
export function countsInWords(counts: Record<string, number>): string {
  const counted = Object.entries(counts).filter(([name, count]) => count > 0 && !SEARCH_INDEXES.has(name));
  if (counted.length === 0) return "なし";
  return counted.map(([name, count]) => `${COUNTED[name] ?? name} ${count}件`).join("、");
}
