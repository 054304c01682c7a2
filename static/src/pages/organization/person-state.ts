import type { OrganizationPerson } from "../../api/types";
import { monthAndDay } from "../../dates/wareki";

interface StateInWords {
  text: string;
  /** The kind of its badge. */
  kind: "done" | "late" | "quiet" | "soon";
  /** What comes next, or what can be done about it. */
  hint: string | null;
}

/** How far an account has come (R37), in words for whoever applied for it. */
export function stateInWords(person: OrganizationPerson): StateInWords {
  const posted = person.posted_at ? `${monthAndDay(person.posted_at)}に投函しました。` : null;
  switch (person.state) {
    case "to_print":
      return { text: "通知書準備中", kind: "quiet", hint: "市が通知書を用意しています。" };
    case "printed":
      return { text: "通知書印刷済み", kind: "quiet", hint: "まもなく投函されます。" };
    case "posted":
      return person.overdue
        ? {
            text: "14日たっても未使用",
            kind: "late",
            hint: `${posted ?? ""}通知書が届いているか、ご本人に確かめてください。`,
          }
        : { text: "投函済み", kind: "soon", hint: posted };
    case "first_login_done":
      return {
        text: "初回ログイン済み",
        kind: "done",
        hint: person.first_login_at && `${monthAndDay(person.first_login_at)}から使っています。`,
      };
    case "stopped":
      return {
        text: "利用中止",
        kind: "quiet",
        hint: person.stopped_at && `${monthAndDay(person.stopped_at)}に止まりました。`,
      };
  }
}

/** R37: the manager has not yet said whether the grant is right, or the city has answered an objection. */
export function awaitsConfirmation(person: OrganizationPerson): boolean {
  return (
    person.notice_id !== null &&
    person.state !== "stopped" &&
    (person.confirmation === "none" || person.confirmation === "answered")
  );
}
