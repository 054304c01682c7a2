import type { CareTeamNoticeInput, ChangeInput, MemberInput, TeamMember } from "../../api/support";
import { type ApplicantFields, applicantOf, type Filer, filedBy, NO_APPLICANT } from "../care-team/applicant";

export interface Removal extends MemberInput {
  on: string;
}

/** The key stays the same while lines before it come and go. */
export interface Addition extends MemberInput {
  key: number;
  on: string;
}

/** A Form 8 that changes a team, as it is being filled in. Days are "2026-11-23". */
export interface TeamChangeFields {
  applicant: ApplicantFields;
  removals: Removal[];
  additions: Addition[];
  reason: string;
}

export const NO_CHANGE: TeamChangeFields = {
  applicant: NO_APPLICANT,
  removals: [],
  additions: [],
  reason: "",
};

/** Those who leave come first, so `changes[at]` is the removal `at`, then the addition `at - removals.length`. */
export function changesOf({ removals, additions }: TeamChangeFields): ChangeInput[] {
  return [
    ...removals.map((removal): ChangeInput => ({ change: "remove", ...removal })),
    ...additions.map(({ key: _, ...addition }): ChangeInput => ({ change: "add", ...addition })),
  ];
}

export function noticeOf(fields: TeamChangeFields, me: Filer, room: number | null): CareTeamNoticeInput {
  return {
    ...filedBy(fields.applicant, me),
    room_id: room,
    changes: changesOf(fields),
    reason: fields.reason,
  };
}

/** The form filled in with what was filed and is corrected now. */
export function fieldsOf(content: CareTeamNoticeInput): TeamChangeFields {
  const parts = content.changes.map(({ change, ...rest }) => ({ change, rest }));
  return {
    applicant: applicantOf(content),
    removals: parts.filter(({ change }) => change === "remove").map(({ rest }) => rest),
    additions: parts.filter(({ change }) => change === "add").map(({ rest }, key) => ({ ...rest, key })),
    reason: content.reason,
  };
}

export function withRemoval(fields: TeamChangeFields, member: TeamMember, on: string): TeamChangeFields {
  const { user_id, name, kana, profession, organization_name } = member;
  const removal = { user_id, name, kana, profession, organization_name, on };
  return { ...fields, removals: [...fields.removals, removal] };
}

export function withoutRemoval(fields: TeamChangeFields, userId: number | null): TeamChangeFields {
  return { ...fields, removals: fields.removals.filter((removal) => removal.user_id !== userId) };
}

export function withAddition(fields: TeamChangeFields, member: MemberInput, on: string): TeamChangeFields {
  const key = Math.max(-1, ...fields.additions.map((each) => each.key)) + 1;
  return { ...fields, additions: [...fields.additions, { ...member, key, on }] };
}

export function withoutAddition(fields: TeamChangeFields, key: number): TeamChangeFields {
  return { ...fields, additions: fields.additions.filter((addition) => addition.key !== key) };
}
