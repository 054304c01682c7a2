import { type Asked, api, ask } from "../../api/client";
import type { OrganizationApplication, OrganizationPerson } from "../../api/types";
import { type Attention, attentionOf } from "./attention";

const ITEMS_PER_CALL = 100;
/** An organization of five hundred people is counted to the end; of a larger one the page says so. */
const CALLS_MAX = 5;

/** What a manager should look at today (R37, R13b). */
export async function loadAttention(organization: number): Promise<Asked<Attention>> {
  const [people, applications] = await Promise.all([
    allPeople(organization),
    latestApplications(organization),
  ]);
  if (people.problem) return people;
  if (applications.problem) return applications;
  return { data: attentionOf(people.data.items, applications.data.items, people.data.next === null) };
}

interface Items<Item> {
  items: Item[];
  next: string | null;
}

async function allPeople(organization: number): Promise<Asked<Items<OrganizationPerson>>> {
  const items: OrganizationPerson[] = [];
  let next: string | null = null;
  for (let call = 0; call < CALLS_MAX; call += 1) {
    const query: { limit: number; after?: string } = {
      limit: ITEMS_PER_CALL,
      ...(next ? { after: next } : {}),
    };
    const answer: Asked<Items<OrganizationPerson>> = await ask(() =>
      api.GET("/api/organizations/{id}/people", { params: { path: { id: organization }, query } }),
    );
    if (answer.problem) return answer;
    items.push(...answer.data.items);
    next = answer.data.next;
    if (next === null) break;
  }
  return { data: { items, next } };
}

async function latestApplications(organization: number): Promise<Asked<Items<OrganizationApplication>>> {
  return ask(() =>
    api.GET("/api/organizations/{id}/applications", {
      params: { path: { id: organization }, query: { limit: ITEMS_PER_CALL } },
    }),
  );
}
