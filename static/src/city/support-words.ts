// Words of the support rooms. The vocabularies are written here so that this file needs nothing but itself; they are
// the API's.

/** Who signed the consent (Form 7). */
export type SignedBy = "person" | "representative";

export const SIGNED_BY: Record<SignedBy, string> = {
  person: "本人",
  representative: "代理人",
};

export type RepresentativeRelation =
  | "spouse"
  | "child"
  | "parent"
  | "sibling"
  | "other_relative"
  | "legal_guardian"
  | "other";

export const REPRESENTATIVE_RELATIONS: Record<RepresentativeRelation, string> = {
  spouse: "配偶者",
  child: "子",
  parent: "親",
  sibling: "兄弟姉妹",
  other_relative: "その他の親族",
  legal_guardian: "成年後見人等",
  other: "その他",
};

/** How the signed original reached the association (R19). */
export type OriginalReceivedBy = "in_person" | "post" | "internal_mail";

export const ORIGINAL_RECEIVED_BY: Record<OriginalReceivedBy, string> = {
  in_person: "窓口で紙を受領",
  post: "郵送で紙を受領",
  internal_mail: "利用者間メールでスキャンを受領",
};

export type ClosingReason = "moved_away" | "died" | "consent_withdrawn";

export const CLOSING_REASONS: Record<ClosingReason, string> = {
  moved_away: "転出",
  died: "死亡",
  consent_withdrawn: "同意の撤回",
};

/** The half of a set that has not come yet (R14). */
export type Missing = "consent" | "team";

export const MISSING: Record<Missing, string> = {
  consent: "様式第7号(同意書)",
  team: "様式第8号(支援チーム)",
};

/** What of a registrant was looked at (R21). */
export type Viewed =
  | "room"
  | "list"
  | "application"
  | "register"
  | "log"
  | "messages"
  | "search"
  | "file"
  | "export"
  | "records"
  | "record_export";

export const VIEWED: Record<Viewed, string> = {
  room: "支援の部屋",
  list: "部屋の一覧",
  application: "申請書",
  register: "医師会の登録者の台帳",
  log: "閲覧の記録",
  messages: "書き込み",
  search: "書き込みの検索",
  file: "書き込みのファイル・書類",
  export: "書き込みの書き出し",
  records: "測定値・予定・基本シート・書類の一覧",
  record_export: "記録の書き出し",
};

/** In what capacity somebody looked. */
export type ViewedVia = "member" | "desk" | "broken_glass" | "filer";

export const VIEWED_VIA: Record<ViewedVia, string> = {
  member: "担当者として",
  desk: "医師会の窓口として",
  broken_glass: "非常時の閲覧",
  filer: "申請者として",
};
