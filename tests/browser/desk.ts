/** The city's desk: what happens there backstage, through the API, while a scenario is about somebody else. */

import { type APIRequestContext, type APIResponse, expect } from "@playwright/test";
import { SETUP_TOKEN } from "./host";
import { type Application, CLERK, PASSWORD, type Person } from "./people";
import type { Notice, Receipt } from "./words";

export interface IssuedNotice extends Notice {
  notice_id: number;
  first_login_url: string;
  addressee_name: string;
}

export interface Summary {
  receipt_number: string;
  organization_name: string;
  due_on: string;
  version: number;
}

export async function json<T>(answer: APIResponse): Promise<T> {
  expect(answer.ok(), `${answer.url()}: ${answer.status()} ${await answer.text()}`).toBe(true);
  return (await answer.json()) as T;
}

const PATHS: Record<string, string> = {
  "1": "/api/room-applications",
  "2": "/api/membership-applications",
  "3": "/api/room-closures",
  "4": "/api/account-applications",
  "5": "/api/organization-changes",
  "6": "/api/account-stops",
};

/** Whoever was signed in when filing needs no passcode. */
type Followed = Pick<Receipt, "number"> & Partial<Receipt>;

/** The first digit of a receipt number is the number of its form. */
function pathOf({ number }: Followed): string {
  return `${PATHS[number.slice(0, 1)]}/${number}`;
}

/** The first clerk of the city, before the first login. */
export async function firstClerk(request: APIRequestContext): Promise<Notice> {
  const organization = {
    name: "市川市",
    postal_code: "272-8501",
    address: "千葉県市川市八幡1-1-1",
    phone: "047-300-0003",
  };
  const data = { setup_token: SETUP_TOKEN, organization, person: CLERK };
  return json<Notice>(await request.post("/api/setup", { data }));
}

/** An application that arrived some time ago. */
export async function arrived(request: APIRequestContext, application: Application): Promise<Receipt> {
  const answer = await request.post("/api/account-applications", { data: application });
  const receipt = await json<{ receipt_number: string; passcode: string }>(answer);
  return { number: receipt.receipt_number, passcode: receipt.passcode };
}

/** R5 with a device that is no browser: from then on `request` carries the session. */
export async function logInThroughApi(request: APIRequestContext, { login_id, code }: Notice) {
  const pair = await crypto.subtle.generateKey({ name: "ECDSA", namedCurve: "P-256" }, true, [
    "sign",
    "verify",
  ]);
  const { kty, crv, x, y } = await crypto.subtle.exportKey("jwk", pair.publicKey);
  const data = { login_id, code, password: PASSWORD, public_key: { kty, crv, x, y } };
  await json(await request.post("/api/session/first-login", { data }));
}

/** A clerk at work in another room. */
export class Desk {
  /** `request` carries the session of a clerk. */
  constructor(private readonly request: APIRequestContext) {}

  /** The first clerk of the city, with a device that is no browser. */
  static async open(request: APIRequestContext): Promise<Desk> {
    await logInThroughApi(request, await firstClerk(request));
    return new Desk(request);
  }

  async applications(query: string): Promise<Summary[]> {
    const answer = await this.request.get("/api/desk/applications", { params: { tab: "all", query } });
    return (await json<{ items: Summary[] }>(answer)).items;
  }

  /** Another clerk of the city, with the notice in hand. */
  async furtherClerk(person: Person): Promise<Notice> {
    return this.clerkOf({ desk: "city", person });
  }

  /** A clerk of the medical association, with the notice in hand. */
  async associationClerk(person: Person): Promise<Notice> {
    const organization = {
      name: "市川市医師会",
      postal_code: "272-0826",
      address: "千葉県市川市真間1-9-10",
      phone: "047-300-0004",
    };
    return this.clerkOf({ desk: "association", person, organization });
  }

  private async clerkOf(data: object): Promise<Notice> {
    const { notice_id } = await json<IssuedNotice>(await this.request.post("/api/desk-accounts", { data }));
    const [notice] = await this.print([notice_id]);
    if (!notice) throw new Error("no notice");
    return notice;
  }

  async accept(receipt: Followed) {
    await this.decide(receipt, { decision: "accept" });
  }

  /** Makes sure of everything and opens the room; its number (R23). */
  async openRoom(receipt: Followed): Promise<number> {
    const path = pathOf(receipt);
    const { checks } = await json<{ checks: { check: string }[] }>(await this.request.get(path));
    await json(
      await this.request.put(`${path}/checks`, { data: { checks: checks.map(({ check }) => check) } }),
    );
    await this.accept(receipt);
    const { accounts } = await json<{ accounts: { room_id: number }[] }>(await this.request.get(path));
    return accounts[0]?.room_id ?? 0;
  }

  async return(receipt: Followed, note: string) {
    await this.decide(receipt, { decision: "return", note });
  }

  private async decide(receipt: Followed, decision: object) {
    const path = pathOf(receipt);
    const { version } = await json<Summary>(await this.request.get(path));
    await json(await this.request.post(`${path}/decision`, { data: { ...decision, version } }));
  }

  /** Prints the notices of an application that is accepted. */
  async issue(receipt: Receipt): Promise<IssuedNotice[]> {
    const path = `/api/account-applications/${receipt.number}`;
    const { accounts } = await json<{ accounts: { notice_id: number }[] }>(await this.request.get(path));
    return this.print(accounts.map((account) => account.notice_id));
  }

  private async print(notice_ids: number[]): Promise<IssuedNotice[]> {
    const data = { notice_ids };
    return (await json<{ items: IssuedNotice[] }>(await this.request.post("/api/notices/issue", { data })))
      .items;
  }
}
