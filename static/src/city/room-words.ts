import type { MembershipChange, RoomVisibility } from "../api/types";
import { formName, word } from "./words";

// The words about collaboration rooms (職種連携の部屋).

export const MEMBERSHIP_CHANGES: Record<MembershipChange, string> = {
  join: "参加",
  leave: "退出",
};

/** R25: the first question of the form that both share. */
export const CHANGE_CHOICES: Record<MembershipChange, string> = {
  join: "部屋に参加する",
  leave: "部屋から退出する",
};

/** 職種連携の部屋の参加・退出申請(参加); the other forms have one meaning only. */
export function requestName(form: number, change: MembershipChange | null): string {
  return change ? `${formName(form)}(${word(MEMBERSHIP_CHANGES, change)})` : formName(form);
}

export const ROOM_VISIBILITIES: Record<RoomVisibility, string> = {
  listed: "一覧に載せる",
  unlisted: "一覧に載せない",
};

/** R26: after so many days without a post a room is a candidate to close. */
export const QUIET_DAYS = 90;

/** R23, R24, R26, R27: what everybody who applies for a room accepts. */
export const ROOM_RULES = [
  "患者・利用者の個人情報は書き込みません。名前を書かなくても、だれのことか分かる書き方はしません。",
  "参加するのは、部屋の目的に必要な人だけにします。役目を終えた人は退出を申請します。",
  "部屋は、申請した目的のためだけに使います。宣伝や私用には使いません。",
  "部屋で知ったことを、関係のない人に伝えません。",
  "急ぎの連絡には使いません。急ぐときは電話をかけます。",
  "いらなくなったら、すぐに市へ閉鎖を申し出ます。",
];
