import type { ComponentChildren } from "preact";
import type { ApplicationStatus } from "../api/types";
import { APPLICATION_STATUSES, word } from "../city/words";
import { dueState } from "../dates/open-days";
import { monthAndDay } from "../dates/wareki";

export function Badge({ kind = "", children }: { kind?: string; children: ComponentChildren }) {
  return <span class={kind ? `status-badge status-badge--${kind}` : "status-badge"}>{children}</span>;
}

export function ApplicationBadge({ status }: { status: ApplicationStatus }) {
  return <Badge kind={status}>{word(APPLICATION_STATUSES, status)}</Badge>;
}

/** The day a notice must be in the post, and how many open days are left (R3). */
export function Due({ dueOn, openDaysLeft }: { dueOn: string | null; openDaysLeft: number | null }) {
  if (dueOn === null) return <span class="quiet">期限なし</span>;
  const state = dueState(openDaysLeft);
  return (
    <span class="due">
      <time dateTime={dueOn}>{monthAndDay(dueOn)}</time>{" "}
      {state && <Badge kind={state.late ? "late" : state.soon ? "soon" : "quiet"}>{state.text}</Badge>}
    </span>
  );
}
