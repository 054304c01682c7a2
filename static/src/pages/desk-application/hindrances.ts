import type { Application } from "../../api/applications";
import type {
  ApplicationStatus,
  MemberInput,
  RoomApplication,
  SupportRoomApplication,
} from "../../api/types";
import { MISSING } from "../../city/support-words";
import { word } from "../../city/words";

export interface Hindrance {
  text: string;
  /** Where on the page it can be settled. */
  href: string | null;
}

/** R17: one of them must be in the team. */
const CLINICIANS = new Set(["doctor", "visiting_nurse"]);

/** Still open, at whichever side it lies: what the desk finds out meanwhile is not lost. */
export function awaitsDecision(status: ApplicationStatus): boolean {
  return ["received", "resubmitted", "redirected", "returned", "incomplete"].includes(status);
}

/** What would make the server refuse an acceptance, told before anybody clicks. */
export function hindrancesOf(detail: Application): Hindrance[] {
  if (detail.form === 7) return hindrancesOfSet(detail);
  return detail.form === 1 ? hindrancesOfRoom(detail) : [];
}

/** R23: the checklist is the whole truth about itself, so acceptance is not even offered; the other hindrances are guesses. */
export function isChecklistOpen(detail: Application): boolean {
  return detail.form === 1 && hindrancesOfRoom(detail).length > 0;
}

/** R23: the city opens no room before it made sure of everything. */
function hindrancesOfRoom({ checks }: Pick<RoomApplication, "checks">): Hindrance[] {
  return checks
    .filter((line) => line.checked_at === null)
    .map((line) => ({ text: `確かめていません: ${line.label}`, href: "#checks" }));
}

function hindrancesOfSet(detail: SupportRoomApplication): Hindrance[] {
  const { content, original, identity, similar, missing } = detail;
  const found: Hindrance[] = missing.map((each) => ({
    text: `${word(MISSING, each)}が届いていません。申請者が追加するのを待ちます。`,
    href: null,
  }));
  if (content.consent) {
    if (original === null) {
      found.push({ text: "同意書の原本の受領を記録していません。", href: "#original" });
    } else if (original.received_by === "internal_mail" && !content.consent.scan_agreed_on) {
      found.push({
        text: "スキャンを原本とすることに同意がありません。紙の原本を受け取ってください。",
        href: "#original",
      });
    }
  }
  if (similar.length > 0 && !identity.decided) {
    found.push({ text: "同じ登録者がいないか確かめていません。", href: "#identity" });
  }
  if (content.team && !keepsClinician(content.team.members, joinsOpenRoom(detail))) {
    found.push({
      text: "アカウントのある医師・訪問看護師が支援チームにいません。一人以上が必要です。",
      href: "#team",
    });
  }
  return found;
}

/** The same person has a room already: then consent and team are added to that one. */
export function joinsOpenRoom({ identity, similar }: Pick<SupportRoomApplication, "identity" | "similar">) {
  return (
    identity.decided &&
    similar.some((each) => each.registrant_id === identity.registrant_id && each.room_open)
  );
}

/** Somebody without account cannot come in yet; a room that is open has its own doctor or visiting nurse. */
function keepsClinician(members: MemberInput[], roomIsOpen: boolean): boolean {
  const clinicians = members.filter(({ profession }) => CLINICIANS.has(profession));
  return clinicians.some(({ user_id }) => user_id !== null || roomIsOpen);
}
