/** What was deleted, by the name of what the server counts; a name this table lacks is shown as it is. */
const COUNTED: Record<string, string> = {
  registrants: "登録者の台帳",
  consents: "同意書",
  applications: "申請書",
  awaiting: "アカウント待ちの人",
  events: "部屋に起きたこと",
  messages: "メッセージ",
  files: "ファイル",
};

/** 申請書 2件、メッセージ 120件 */
export function countsInWords(counts: Record<string, number>): string {
  const counted = Object.entries(counts).filter(([, count]) => count > 0);
  if (counted.length === 0) return "なし";
  return counted.map(([name, count]) => `${COUNTED[name] ?? name} ${count}件`).join("、");
}
