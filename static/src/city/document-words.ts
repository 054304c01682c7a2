// Words of documents. The vocabularies are written here so that this file needs nothing but itself; they are the API's.

export const DOCUMENT_KINDS = {
  instruction: "指示書",
  plan: "計画書",
  report: "報告書",
  referral: "診療情報提供書・サマリー",
  test_result: "検査結果",
  image: "写真・画像",
  prescription: "処方・お薬",
  certificate: "保険証・受給者証",
  agreement: "契約書・同意書",
  other: "その他",
} as const;

export type DocumentKind = keyof typeof DOCUMENT_KINDS;

export const DOCUMENT_ORDERS = {
  newest: "新しい順",
  title: "題名の順",
  day: "書類の日付の順",
} as const;

export type DocumentOrder = keyof typeof DOCUMENT_ORDERS;

export const DOCUMENT_STEPS = {
  filed: "登録した",
  version_added: "新しい版を加えた",
  changed: "題名などを直した",
  withdrawn: "しまった",
  restored: "元に戻した",
  folder_added: "フォルダを作った",
  folder_renamed: "フォルダの名前を変えた",
  folder_removed: "空のフォルダを消した",
} as const;
