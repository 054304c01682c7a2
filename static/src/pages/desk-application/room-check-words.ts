import type { RoomCheck, RoomCheckLine } from "../../api/types";

type Line = Pick<RoomCheckLine, "check" | "checked_at">;

/** Everything that is ticked. */
export function checkedNow(lines: Line[]): RoomCheck[] {
  return lines.filter((line) => line.checked_at !== null).map((line) => line.check);
}

/** The same with one more, or one less. */
export function toggled(checks: RoomCheck[], pressed: RoomCheck): RoomCheck[] {
  return checks.includes(pressed) ? checks.filter((check) => check !== pressed) : [...checks, pressed];
}

/** How to tell an applicant what is missing; the clerk goes on from it. */
const REASONS: Record<RoomCheck, string> = {
  purpose_clear: "目的を、だれと何を知らせ合い、相談する部屋なのかが分かるように書き直してください。",
  name_says_purpose: "部屋の名前を、名前だけで目的が分かるものに直してください。",
  members_limited: "参加する人の範囲が広すぎます。目的に必要な人に限って書き直してください。",
  no_personal_information:
    "職種連携の部屋では、個人情報を原則として扱えません。患者・利用者のことを相談するときは「登録者支援の部屋」を使ってください。",
  no_duplicate: "同じ目的の部屋がすでにあります。その部屋への参加を申請してください。",
};

/** Sentences to begin a note with, for what could not be made sure of. */
export function reasonsFor(lines: Line[]): string[] {
  return lines.filter((line) => line.checked_at === null).map((line) => REASONS[line.check]);
}

/** The note with a sentence more; once is enough. */
export function withReason(note: string, reason: string): string {
  if (note.includes(reason)) return note;
  return note.trim() === "" ? reason : `${note.trimEnd()}\n${reason}`;
}
