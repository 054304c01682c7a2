/** What each field is called when it stands alone, in a summary of errors. */
const APPLICANT: Record<string, string> = {
  "applicant.name": "申請する人の氏名",
  "applicant.kana": "申請する人のふりがな",
  "applicant.phone": "日中に連絡がつく電話番号",
  "applicant.email": "メールアドレス",
  organization_id: "団体",
  channel: "届いた方法",
};

const SUPPORT_ROOM: Record<string, string> = {
  ...APPLICANT,
  "registrant.name": "登録者の氏名",
  "registrant.kana": "登録者のふりがな",
  "registrant.birth_date": "登録者の生年月日",
  "registrant.postal_code": "登録者の郵便番号",
  "registrant.address": "登録者の住所",
  "registrant.phone": "登録者の電話番号",
  "consent.signed_by": "署名した人",
  "consent.representative_name": "代理人の氏名",
  "consent.representative_relation": "登録者との間柄",
  "consent.signed_on": "署名した日",
  "consent.scan_agreed_on": "スキャンを原本とすることに同意した日",
  "team.members": "支援チーム",
};

const MEMBER: Record<string, string> = {
  user_id: "",
  name: "の氏名",
  kana: "のふりがな",
  profession: "の職種",
  organization_name: "の団体の名称",
  on: "の日",
};

/** `team.members[2].kana` as 3人目のふりがな; null for what the form does not show. */
export function labelOfSupportRoom(field: string): string | null {
  const [, at, part = "user_id"] = /^team\.members\[(\d+)\](?:\.(\w+))?$/.exec(field) ?? [];
  if (at !== undefined && part in MEMBER) return `${Number(at) + 1}人目${MEMBER[part]}`;
  return SUPPORT_ROOM[field] ?? null;
}

/** `changes[0].on` as 森 一郎さんの日; `names` are those of the changes, in their order. */
export function labelOfTeamChange(field: string, names: string[]): string | null {
  const [, at, part = "user_id"] = /^changes\[(\d+)\](?:\.(\w+))?$/.exec(field) ?? [];
  if (at !== undefined && part in MEMBER) {
    const name = names[Number(at)];
    return `${name ? `${name}さん` : "アカウントのない人"}${MEMBER[part]}`;
  }
  return field === "reason" ? "理由" : (APPLICANT[field] ?? null);
}
