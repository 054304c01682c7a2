import type { Form } from "../api/forms";
import type {
  AccountState,
  ApplicationStatus,
  Channel,
  Device,
  DeviceKind,
  OrganizationKind,
  Profession,
  StopReason,
} from "../api/types";

export const ORGANIZATION_KINDS: Record<OrganizationKind, string> = {
  clinic: "診療所・クリニック",
  hospital: "病院",
  dental_clinic: "歯科診療所",
  pharmacy: "薬局",
  visiting_nurse_station: "訪問看護ステーション",
  care_manager_office: "居宅介護支援事業所",
  home_care: "訪問介護・訪問サービス事業所",
  care_facility: "介護施設・通所サービス事業所",
  community_support_center: "地域包括支援センター",
  city: "市",
  medical_association: "医師会",
  other: "その他",
};

export const PROFESSIONS: Record<Profession, string> = {
  doctor: "医師",
  dentist: "歯科医師",
  pharmacist: "薬剤師",
  visiting_nurse: "訪問看護師",
  nurse: "看護師",
  public_health_nurse: "保健師",
  care_manager: "ケアマネジャー",
  care_worker: "介護職員",
  physical_therapist: "理学療法士",
  occupational_therapist: "作業療法士",
  speech_therapist: "言語聴覚士",
  dental_hygienist: "歯科衛生士",
  dietitian: "管理栄養士・栄養士",
  social_worker: "社会福祉士・相談員",
  clerk: "事務職員",
  other: "その他",
};

export const DEVICE_KINDS: Record<DeviceKind, string> = {
  tablet: "タブレット",
  smartphone: "スマートフォン",
  laptop: "ノートパソコン",
  desktop: "デスクトップパソコン",
};

export const DEVICE_STATUSES: Record<Device["status"], string> = {
  awaiting: "登録待ち",
  active: "使えます",
  revoked: "使えません(取り消し済み)",
  expired: "使えません(期限切れ)",
};

const FORM_NAMES: Record<Form, string> = {
  1: "職種連携の部屋の開設申請",
  2: "職種連携の部屋の参加・退出申請",
  3: "職種連携の部屋の閉鎖の申出",
  4: "様式第4号 アカウントの申請と誓約",
  5: "様式第5号 団体・担当者・端末の変更",
  6: "様式第6号 アカウントの利用中止",
  7: "様式第7・8号 登録者支援の部屋の申請",
  8: "様式第8号 担当者の変更",
  9: "利用者間メールで届いた様式",
};

const FORM_SHORT_NAMES: Record<Form, string> = {
  1: "部屋の開設",
  2: "参加・退出",
  3: "部屋の閉鎖",
  4: "第4号 申請",
  5: "第5号 変更",
  6: "第6号 利用中止",
  7: "第7号 支援の部屋",
  8: "第8号 担当者",
  9: "メールの様式",
};

/** 様式第4号 アカウントの申請と誓約; the server knows forms that this table does not. */
export function formName(form: number): string {
  return FORM_NAMES[form as Form] ?? `様式第${form}号`;
}

/** 第4号 申請, for a column of a table. */
export function formShortName(form: number): string {
  return FORM_SHORT_NAMES[form as Form] ?? `第${form}号`;
}

export const STOP_REASONS: Record<StopReason, string> = {
  retired: "退職",
  transferred: "異動・転勤",
  no_longer_needed: "使わなくなった",
  other: "その他",
};

export const APPLICATION_STATUSES: Record<ApplicationStatus, string> = {
  received: "受付済み",
  returned: "差戻し中",
  incomplete: "書類待ち",
  resubmitted: "再提出済み",
  accepted: "受理済み",
  completed: "手続完了",
  rejected: "却下",
  withdrawn: "取下げ",
  redirected: "別の窓口から転送",
};

export const CHANNELS: Record<Channel, string> = {
  electronic: "電子申請",
  in_person: "窓口",
  post: "郵送",
  internal_mail: "利用者間メール",
};

export const ACCOUNT_STATES: Record<AccountState, string> = {
  to_print: "通知書 未印刷",
  printed: "通知書 未投函",
  posted: "通知書 投函済み",
  first_login_done: "初回ログイン済み",
};

/** What happened to an application; a name this table lacks is shown as it is. */
const HISTORY_ACTIONS: Record<string, string> = {
  submit: "申請しました",
  return: "差し戻しました",
  resubmit: "直して再提出しました",
  accept: "受理しました",
  reject: "却下しました",
  withdraw: "申請者が取り下げました",
  redirect: "別の窓口へ転送しました",
  complete: "手続がすべて終わりました",
  supplement: "足りない書類を追加しました",
  note: "メモを書きました",
  assign: "担当を決めました",
};

export function historyAction(action: string): string {
  return HISTORY_ACTIONS[action] ?? action;
}

/** A new word of the server must not blank a page that is older than the server. */
export function word<Key extends string>(words: Record<Key, string>, key: Key): string {
  return words[key] ?? key;
}

/** The entries of a vocabulary as choices for a select box, in their order. */
export function choices<Key extends string>(words: Record<Key, string>): { value: Key; label: string }[] {
  return (Object.keys(words) as Key[]).map((value) => ({ value, label: words[value] }));
}
