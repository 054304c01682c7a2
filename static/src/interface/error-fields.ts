import type { FieldProblem, Problem } from "../api/problem";

/** The id of the control for a field of the API: `team.members[2].kana` as `team-members-2-kana`. */
export function idOf(field: string): string {
  return field.replace(/[.[\]]+/g, "-").replace(/-$/, "");
}

/** The id of the control, or of what surrounds it, such as the person whom the refusal is about. */
export function nearestId(field: string, exists: (id: string) => boolean): string | null {
  for (let path = field; path !== ""; path = parentOf(path)) {
    const id = idOf(path);
    if (exists(id)) return id;
  }
  return null;
}

/** For the links of a summary of errors. */
export function idOnPage(field: string): string | null {
  return nearestId(field, (id) => document.getElementById(id) !== null);
}

function parentOf(path: string): string {
  const end = Math.max(path.lastIndexOf("."), path.lastIndexOf("["));
  return end < 0 ? "" : path.slice(0, end);
}

/** The errors of one part of the form, `team.members[2]`, with those of the fields within. */
export function errorsUnder(problem: Problem | null, part: string): FieldProblem[] {
  return (problem?.errors ?? []).filter(
    ({ field }) => field === part || field.startsWith(`${part}.`) || field.startsWith(`${part}[`),
  );
}

/** What a part that shows no fields of its own says about its errors; undefined when there are none. */
export function errorTextUnder(problem: Problem | null, part: string): string | undefined {
  const messages = new Set(errorsUnder(problem, part).map(({ message }) => message));
  return messages.size > 0 ? [...messages].join(" ") : undefined;
}
