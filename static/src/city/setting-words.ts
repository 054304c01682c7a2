/** What each setting does, for the clerk who is about to change it. The server says only how far it may go. */
const EXPLANATIONS: Record<string, string> = {
  applications_open_on: "この日より前は、申請のページに受付が始まる日を出し、申請を受け付けません。",
  decision_open_days:
    "申請を受け付けた次の開庁日から数えます。差し戻している間は数えません。この日を過ぎた申請は「期限超過」になります。",
  notice_open_days: "受理した次の開庁日から数えます。この日を過ぎた通知書は「期限超過」になります。",
  code_valid_days:
    "通知書に印刷した認証コードは、この日数を過ぎると使えなくなります。過ぎたら印刷し直します。",
  lock_after_wrong_passwords:
    "違うパスワードをこの回数続けて入れると、しばらくログインできなくなります。同じ間違いの繰り返しは1回と数えます。",
  lock_minutes: "この時間が過ぎると、もう一度ログインを試せます。",
  session_idle_minutes:
    "この時間さわらないと画面がロックされ、パスワードを入れるまで見えなくなります。短くはできますが、国のガイドラインにより長くはできません。",
  session_hours: "この時間が過ぎると、使っている途中でもログインし直します。",
  fresh_login_minutes:
    "受理などの判断の前に、ログインからこの時間が過ぎていると、もう一度パスワードを入れます。",
  emergency_code_hours: "緊急コードも、それで使えるようにした端末も、この時間で使えなくなります。",
  broken_glass_minutes:
    "医師会が理由を書いて部屋の内容を見られる時間です。過ぎたら、もう一度理由を書かなければ見られません。",
  notification_days:
    "この日数を過ぎたお知らせと、Eメール・プッシュ通知の送信の結果は、自動で消えます。だれが何をしたかの記録は消えません。",
  content_retention_years:
    "閉じた部屋の内容を残す年数です。この年数を過ぎると、医師会の二人の確認で削除できるようになります。",
  cost_yen_per_month:
    "利用状況のページで、利用した人一人あたりの費用を計算するのに使います。0にすると計算しません。",
  log_years: "だれが何をしたかの記録を残す年数です。国のガイドラインにより、5年より短くはできません。",
};

/** Nothing for a setting that is newer than this page: its label must do. */
export function settingExplanation(name: string): string {
  return EXPLANATIONS[name] ?? "";
}
