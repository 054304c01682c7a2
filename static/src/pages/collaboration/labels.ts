/** What each field of the forms about rooms is called when it stands alone, in a summary of errors. */
const FIELDS: Record<string, string> = {
  change: "どちらを申請しますか",
  "applicant.login_id": "申請する人",
  "applicant.name": "申請する人",
  "applicant.phone": "連絡がつく電話番号",
  name: "部屋の名前",
  purpose: "目的",
  theme_id: "テーマ",
  scope: "参加する人の範囲",
  visibility: "部屋の一覧",
  rules_accepted: "ルール",
  room_id: "部屋",
  room_name: "部屋",
  reason: "理由",
};

/** `people[0].user_id` as 森 一郎さん; `names` are those of the people that were sent, in their order. */
export function labelOfRoomForm(field: string, names: string[]): string | null {
  const [, at] = /^(?:people|participants)\[(\d+)\]/.exec(field) ?? [];
  if (at === undefined) return FIELDS[field] ?? null;
  const name = names[Number(at)];
  return name ? `${name}さん` : `${Number(at) + 1}人目`;
}
