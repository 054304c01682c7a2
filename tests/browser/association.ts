/** The association's desk: what happens there backstage, through the API, while a scenario is about a coordinator. */

import type { APIRequestContext } from "@playwright/test";
import { type Desk, json, logInThroughApi } from "./desk";
import { nurse } from "./people";

interface Lying {
  version: number;
}

interface Opened {
  accounts: { registrant_id: number }[];
}

/** The first digit of a receipt number is the number of its form. */
function pathOf(receipt: string): string {
  const resource = receipt.startsWith("8-") ? "care-team-notices" : "support-room-applications";
  return `/api/${resource}/${receipt}`;
}

/** A clerk of the association at work in another room. */
export class Association {
  private constructor(private readonly request: APIRequestContext) {}

  static async open(desk: Desk, request: APIRequestContext): Promise<Association> {
    await logInThroughApi(request, await desk.associationClerk(nurse("真間 健", "ママ ケン")));
    return new Association(request);
  }

  /** R19: the signed paper came by post. */
  async hasTheOriginal(receipt: string, receivedOn: string) {
    const data = { received_by: "post", received_on: receivedOn };
    await json(await this.request.put(`${pathOf(receipt)}/original`, { data }));
  }

  /** Nobody of the register is this person. */
  async knowsNobody(receipt: string) {
    await json(await this.request.put(`${pathOf(receipt)}/identity`, { data: { registrant_id: null } }));
  }

  /** Whose room an accepted set opened. */
  async registrantOf(receipt: string): Promise<number> {
    const { accounts } = await json<Opened>(await this.request.get(pathOf(receipt)));
    const [room] = accounts;
    if (!room) throw new Error(`${receipt} opened no room`);
    return room.registrant_id;
  }

  async accept(receipt: string) {
    await this.decide(receipt, { decision: "accept" });
  }

  async return(receipt: string, note: string) {
    await this.decide(receipt, { decision: "return", note });
  }

  private async decide(receipt: string, decision: object) {
    const { version } = await json<Lying>(await this.request.get(pathOf(receipt)));
    const data = { ...decision, version };
    await json(await this.request.post(`${pathOf(receipt)}/decision`, { data }));
  }
}
