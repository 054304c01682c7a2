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

interface DueProps {
  dueOn: string | null;
  openDaysLeft: number | null;
  /** While the application is with the applicant the clock stands still. */
  status?: ApplicationStatus;
}

const STANDS_STILL: Partial<Record<ApplicationStatus, string>> = {
  returned: "差戻し中は止まっています",
  incomplete: "書類待ちの間は止まっています",
};

/** The day a notice must be in the post, and how many open days are left (R3). */
export function Due({ dueOn, openDaysLeft, status }: DueProps) {
  if (dueOn === null) return <span class="quiet">{(status && STANDS_STILL[status]) ?? "なし"}</span>;
  const state = dueState(openDaysLeft);
  return (
    <span class="due">
      <time dateTime={dueOn}>{monthAndDay(dueOn)}</time>{" "}
      {state && <Badge kind={state.late ? "late" : state.soon ? "soon" : "quiet"}>{state.text}</Badge>}
    </span>
  );
}
