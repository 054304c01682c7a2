import { type Asked, api, ask } from "../../api/client";
import type { Problem } from "../../api/problem";
import type { OrganizationPerson } from "../../api/types";

/** Says of one grant that it is right, or what is wrong with it (R37). Saying the same twice changes nothing. */
export async function confirmGrant(
  organization: number,
  person: OrganizationPerson,
  verdict: { confirmed: true } | { confirmed: false; note: string },
): Promise<Asked<OrganizationPerson>> {
  return ask(() =>
    api.POST("/api/organizations/{id}/people/{user_id}/confirmation", {
      params: { path: { id: organization, user_id: person.user_id } },
      body: { notice_id: person.notice_id ?? 0, ...verdict },
    }),
  );
}

/** One after the other, to the end or to the first problem: what is done stays done and is told. */
export async function confirmAll(
  organization: number,
  people: OrganizationPerson[],
): Promise<{ done: OrganizationPerson[]; problem: Problem | null }> {
  const done: OrganizationPerson[] = [];
  for (const person of people) {
    const { data, problem } = await confirmGrant(organization, person, { confirmed: true });
    if (problem) return { done, problem };
    done.push(data);
  }
  return { done, problem: null };
}
