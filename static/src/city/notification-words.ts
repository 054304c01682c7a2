import type { NotificationChannel, NotificationKind, Timing } from "../api/notifications";

export const NOTIFICATION_KINDS: Record<NotificationKind, string> = {
  addressed: "自分あての書き込みと、了解を求められたもの",
  message: "部屋の新しい書き込み",
  mail: "利用者間メール",
  room: "部屋と担当のこと",
  record: "担当している人の測定値・書類",
  work: "申請・届出と窓口の仕事",
};

export const TIMINGS: Record<Timing, string> = {
  off: "知らせない",
  at_once: "すぐに",
  daily: "1日1回まとめて",
};

export const NOTIFICATION_CHANNELS: Record<NotificationChannel, string> = {
  email: "Eメール",
  push: "プッシュ通知",
};

export const DELIVERY_STATES: Record<string, string> = {
  waiting: "送れていません。自動でもう一度送ります",
  sent: "送りました",
  seen_before: "先に画面で見たので送りませんでした",
  gave_up: "送れませんでした",
};

export const DELIVERY_REASONS: Record<string, string> = {
  no_answer: "送信の会社から返事がありません",
  too_many: "送信の会社が混み合っています",
  service_error: "送信の会社で問題が起きています",
  not_permitted: "市の送信の設定が正しくありません",
  not_set_up: "市のメール送信がまだ設定されていません",
  address_refused: "メールアドレスが受け付けられませんでした",
  browser_refused: "端末のプッシュ通知の会社が受け付けませんでした",
  browser_gone: "端末がプッシュ通知の登録を取り消していました",
};
