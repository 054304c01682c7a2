import type { ChangeInput, TeamMember } from "../../api/support";
import type { Profession } from "../../api/types";
import { japanDay } from "../../dates/wareki";

/** R17: one of these is always in the team. */
export function isClinician(profession: Profession | ""): boolean {
  return profession === "doctor" || profession === "visiting_nurse";
}

export type TeamHint = "complete" | "only_without_account" | "none";

/** R17 for a new team: people without an account become members only once they have one. */
export function hintOf(members: { user_id: number | null; profession: Profession | "" }[]): TeamHint {
  const clinicians = members.filter((member) => isClinician(member.profession));
  if (clinicians.some((member) => member.user_id !== null)) return "complete";
  return clinicians.length > 0 ? "only_without_account" : "none";
}

interface Stay {
  user_id: number;
  from: string;
  /** The first day on which the person is no longer there. */
  until: string | null;
}

function dayOf(dayOrTime: string): string {
  return dayOrTime.length === 10 ? dayOrTime : japanDay(new Date(dayOrTime));
}

type Team = Pick<TeamMember, "user_id" | "profession" | "since" | "until">[];
type Changes = Pick<ChangeInput, "change" | "on" | "user_id" | "profession">[];

/**
 * R17 for a change: the first day, from today on, on which the change would leave neither a doctor nor a visiting
 * nurse in the team; null when it never does. A lack that is there already is not the change's. Days are "2026-11-23".
 */
export function firstDayWithoutClinician(team: Team, changes: Changes, today: string): string | null {
  const before = clinicianStays(team, []);
  const after = clinicianStays(team, changes);
  const days = new Set([today]);
  for (const { from, until } of [...before, ...after]) {
    for (const day of [from, until]) {
      if (day && day > today) days.add(day);
    }
  }
  return [...days].sort().find((day) => isThere(before, day) && !isThere(after, day)) ?? null;
}

function isThere(stays: Stay[], day: string): boolean {
  return stays.some((stay) => stay.from <= day && (!stay.until || stay.until > day));
}

function clinicianStays(team: Team, changes: Changes): Stay[] {
  const stays: Stay[] = team
    .filter((member) => isClinician(member.profession))
    .map((member) => ({
      user_id: member.user_id,
      from: dayOf(member.since),
      until: member.until && dayOf(member.until),
    }));
  for (const { change, on, user_id, profession } of changes) {
    if (user_id === null || on === "") continue;
    if (change === "add" && isClinician(profession)) stays.push({ user_id, from: on, until: null });
    if (change === "remove") {
      for (const stay of stays.filter((each) => each.user_id === user_id)) {
        if (!stay.until || stay.until > on) stay.until = on;
      }
    }
  }
  return stays;
}
