/** The groups of what is recorded, by the first part of the action's name. */
const GROUPS: Record<string, string> = {
  account_application: "アカウントの申請(様式第4号)",
  organization_change: "団体・担当者・端末の変更(様式第5号)",
  account_stop: "アカウントの利用中止(様式第6号)",
  support_room_application: "支援の部屋の申請(様式第7・8号)",
  care_team_notice: "担当者の変更(様式第8号)",
  mailed_form: "利用者間メールで届いた様式",
  support_room: "登録者支援の部屋",
  room_application: "職種連携の部屋の開設申請",
  membership_application: "職種連携の部屋の参加・退出申請",
  room_closure: "職種連携の部屋の閉鎖の申出",
  collaboration_room: "職種連携の部屋",
  room_theme: "部屋のテーマ",
  patient_application: "登録者の申請書の閲覧",
  message: "書き込み",
  mail: "利用者間メール",
  room: "部屋の書き出し",
  visit: "訪問の予定",
  summary: "1枚のまとめ",
  notification_settings: "お知らせの設定",
  push: "プッシュ通知",
  application: "申請の事務",
  account: "アカウント",
  organization: "団体",
  notice: "通知書",
  sign_in: "ログイン",
  session: "ログイン中の画面",
  password: "パスワード",
  device: "端末",
  emergency_code: "緊急コード",
  open_day: "開庁日",
  setting: "設定",
  tag: "タグ",
  tag_wish: "タグの要望",
  audit: "記録",
  usage: "利用状況",
  desk_list: "窓口の一覧",
};

/** The second part, where it means the same everywhere. */
const VERBS: Record<string, string> = {
  submitted: "申請が届いた",
  accepted: "受理した",
  returned: "差し戻した",
  rejected: "却下した",
  resubmitted: "直して再提出された",
  supplemented: "足りない書類が追加された",
  withdrawn: "申請者が取り下げた",
  redirected: "別の窓口へ転送した",
  completed: "完了した",
  noted: "窓口内のメモを書いた",
  assigned: "担当を決めた",
};

const ACTIONS: Record<string, string> = {
  "account.created": "アカウントを作った",
  "account.stopped": "アカウントの利用を中止した",
  "support_room_application.original_recorded": "同意書の原本の受領を記録した",
  "support_room_application.identity_decided": "同じ登録者がいないか確かめた",
  "support_room.opened": "支援の部屋を開いた",
  "support_room.consent_added": "開いている部屋に同意書を加えた",
  "support_room.member_joined": "担当者が部屋に加わった",
  "support_room.member_left": "担当者が部屋から外れた",
  "support_room.closed": "支援の部屋を閉じた",
  "support_room.reopened": "支援の部屋の閉鎖を取り消した",
  "support_room.glass_broken": "医師会が非常時の閲覧をした",
  "support_room.without_clinician": "医師・訪問看護師がいない部屋になった",
  "support_room.awaiting_settled": "アカウントのなかった担当者を割り当てた、または外した",
  "support_room.deletion_requested": "部屋の内容の削除を頼んだ",
  "support_room.deletion_withdrawn": "部屋の内容の削除の依頼を取り下げた",
  "support_room.content_deleted": "保存期間を過ぎた部屋の内容を削除した",
  "patient_application.viewed": "登録者の申請書を見た",
  "organization.changed": "団体の登録を変えた",
  "organization.manager_changed": "システム管理担当者が交代した",
  "notice.printed": "通知書を印刷した",
  "notice.posted": "通知書を投函した",
  "notice.confirmed": "団体が結果を確認した",
  "notice.objected": "団体が異議を出した",
  "notice.answered": "異議に答えた",
  "sign_in.succeeded": "ログインした",
  "sign_in.device_refused": "登録のない端末からのログインを断った",
  "sign_in.device_registered": "端末を登録した",
  "sign_in.locked": "パスワードの間違いが続き、ロックした",
  "sign_in.unlocked": "パスワードを入れ、画面のロックを解いた",
  "session.ended": "ログインを終わらせた",
  "password.changed": "パスワードを変えた",
  "device.revoked": "端末を取り消した",
  "device.named": "端末の呼び名を変えた",
  "device.granted": "端末の追加を認めた",
  "emergency_code.requested": "緊急コードを頼んだ",
  "emergency_code.confirmed": "緊急コードを発行した",
  "emergency_code.refused": "緊急コードを断った",
  "open_day.changed": "開庁日の例外を登録した",
  "open_day.cleared": "開庁日の例外を消した",
  "setting.changed": "設定を変えた",
  "room_application.checked": "開設の前に確かめたことを記録した",
  "collaboration_room.opened": "職種連携の部屋を開いた",
  "collaboration_room.joined": "職種連携の部屋に参加者を加えた",
  "collaboration_room.left": "職種連携の部屋から参加者を外した",
  "collaboration_room.still_needed": "「まだ必要」と確かめた",
  "collaboration_room.changed": "部屋の名前や目的を変えた",
  "collaboration_room.closed": "職種連携の部屋を閉じた",
  "collaboration_room.reopened": "職種連携の部屋の閉鎖を取り消した",
  "room_theme.created": "部屋のテーマを作った",
  "room_theme.renamed": "部屋のテーマの名前を変えた",
  "room_theme.ordered": "部屋のテーマの順番を変えた",
  "room_theme.retired": "部屋のテーマを使うのをやめた",
  "room_theme.brought_back": "部屋のテーマをもう一度使うことにした",
  "notification_settings.changed": "お知らせの受け取り方を変えた",
  "push.subscribed": "端末でプッシュ通知を受け取るようにした",
  "push.unsubscribed": "端末でプッシュ通知を受け取るのをやめた",
  "basic_sheet.written": "基本シートを書いた",
  "basic_sheet.confirmed": "基本シートを確認した",
  "visit.planned": "訪問の予定を入れた",
  "visit.day_changed": "1回の訪問を動かした",
  "visit.following_changed": "ある日から後の訪問を変えた",
  "visit.ended": "ある日から後の訪問をやめた",
  "visit.done": "訪問を済みにした",
  "visit.not_done": "訪問の済みを取り消した",
  "visit.exported": "訪問の予定をカレンダーのファイルにした",
  "summary.printed": "1枚のまとめを印刷した",
  "message.posted": "書き込んだ",
  "message.edited": "書き込みを直した",
  "message.withdrawn": "書き込みを取り消した",
  "message.pinned": "書き込みをピン留めした",
  "message.unpinned": "書き込みのピン留めを外した",
  "message.confirmed": "書き込みを了解した",
  "message.confirmation_taken_back": "書き込みの了解を取り消した",
  "mail.sent": "メールを送った",
  "room.exported": "部屋の書き込みを書き出した",
  "record.taken_over": "ほかの地域の記録を引き継いだ(FHIR)",
  "record.exported": "登録者の記録を書き出した(FHIR)",
  "vitals.recorded": "測定値を入力した",
  "vitals.corrected": "測定値を直した",
  "vitals.withdrawn": "測定値を取り消した",
  "vitals.pasted": "測定値を測定器から取り込んだ",
  "vitals.limit_set": "測定値のお知らせの範囲を決めた",
  "vitals.exported": "測定値を書き出した",
  "document.filed": "書類を登録した",
  "document.version_added": "書類の新しい版を加えた",
  "document.changed": "書類の題名などを直した",
  "document.withdrawn": "書類をしまった",
  "document.restored": "しまった書類を元に戻した",
  "document_folder.added": "書類のフォルダを作った",
  "document_folder.renamed": "書類のフォルダの名前を変えた",
  "document_folder.removed": "書類の空のフォルダを消した",
  "tag.created": "タグを作った",
  "tag.renamed": "タグの名前を変えた",
  "tag.ordered": "タグの順番を変えた",
  "tag.retired": "タグを使うのをやめた",
  "tag.brought_back": "タグをもう一度使うことにした",
  "tag_wish.answered": "タグの要望に答えた",
  "audit.exported": "記録を書き出した",
  "usage.exported": "利用状況の表を書き出した",
  "desk_list.exported": "窓口の一覧を書き出した",
};

/** What was done, in plain Japanese; a name that no table has is shown as it is. */
export function auditAction(action: string): string {
  const known = ACTIONS[action];
  if (known) return known;
  const [group = "", verb = ""] = action.split(".");
  const [groupName, verbName] = [GROUPS[group], VERBS[verb]];
  return groupName && verbName ? `${groupName}: ${verbName}` : action;
}

/** For a select box: every group with what belongs to it. The values are prefixes, as the API filters by them. */
export function auditGroups(): {
  prefix: string;
  label: string;
  actions: { value: string; label: string }[];
}[] {
  return Object.entries(GROUPS).map(([group, label]) => ({
    prefix: `${group}.`,
    label,
    actions: Object.entries(ACTIONS)
      .filter(([action]) => action.startsWith(`${group}.`))
      .map(([value, label]) => ({ value, label })),
  }));
}

const SUBJECTS: Record<string, string> = {
  user: "利用者",
  applicant: "申請者",
  application: "申請",
  notice: "通知書",
  organization: "団体",
  device: "端末",
  session: "ログイン",
  setting: "設定",
  open_day: "日",
  emergency_code: "緊急コード",
  room: "支援の部屋",
  registrant: "登録者",
  tag: "タグ",
  message: "書き込み",
  document: "書類",
  document_folder: "書類のフォルダ",
  mail: "メール",
  audit: "記録",
  usage: "利用状況",
  desk_list: "窓口の一覧",
};

/** `application:4-26-000001-23` as 申請 4-26-000001-23; an actor is written the same way. */
export function auditSubject(subject: string): string {
  if (subject === "system") return "システム";
  if (subject === "tags") return "タグ全体";
  const at = subject.indexOf(":");
  const kind = at < 0 ? undefined : SUBJECTS[subject.slice(0, at)];
  return kind ? `${kind} ${subject.slice(at + 1)}` : subject;
}

/** The receipt number, when the subject is an application that the city may open. Forms 7 and 8 name a patient. */
export function receiptIn(subject: string): string | null {
  return /^application:([456]-\d{2}-\d{6}-\d{2})$/.exec(subject)?.[1] ?? null;
}
