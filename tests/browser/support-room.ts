/** Forms 7 and 8, and those who file them: what happens elsewhere while a scenario is about the association's desk. */

import type { APIRequestContext } from "@playwright/test";
import { arrived, type Desk, json, logInThroughApi } from "./desk";
import { applicationOf, nurse, type Person } from "./people";
import type { Notice } from "./words";

export interface Registrant {
  name: string;
  kana: string;
  birth_date: string;
  postal_code: string;
  address: string;
  phone: string;
}

export const HANA: Registrant = {
  name: "行徳 ハナ",
  kana: "ギョウトク ハナ",
  birth_date: "1938-05-03",
  postal_code: "272-0021",
  address: "千葉県市川市八幡3-4-5",
  phone: "047-300-1111",
};

interface Member {
  user_id: number | null;
  name: string;
  kana: string;
  profession: string;
  organization_name: string;
}

const DAY_MILLISECONDS = 24 * 60 * 60 * 1000;

/** A day in Japan, so many days before today. */
export function daysAgo(days: number): string {
  const day = new Date(Date.now() - days * DAY_MILLISECONDS);
  return new Intl.DateTimeFormat("sv-SE", { timeZone: "Asia/Tokyo" }).format(day);
}

export function doctor(name: string, kana: string): Person {
  return { ...nurse(name, kana), profession: "doctor" };
}

/** Somebody with an account at work elsewhere. */
export class Colleague {
  private constructor(
    readonly request: APIRequestContext,
    readonly member: Member,
    readonly organizationId: number,
  ) {}

  /** The people of a new clinic, each with an account and logged in. */
  static async ofClinic(
    desk: Desk,
    clinic: string,
    persons: Person[],
    newRequest: () => Promise<APIRequestContext>,
  ): Promise<Colleague[]> {
    const receipt = await arrived(await newRequest(), applicationOf(clinic, persons));
    await desk.accept(receipt);
    const notices = await desk.issue(receipt);
    const colleagues: Colleague[] = [];
    for (const notice of notices) colleagues.push(await Colleague.logIn(await newRequest(), notice));
    return colleagues;
  }

  private static async logIn(request: APIRequestContext, notice: Notice): Promise<Colleague> {
    await logInThroughApi(request, notice);
    return Colleague.signedIn(request);
  }

  /** Whoever is signed in there already, in a browser as well. */
  static async signedIn(request: APIRequestContext): Promise<Colleague> {
    const me = await json<{
      user_id: number;
      name: string;
      kana: string;
      profession: string;
      organization: { id: number; name: string };
    }>(await request.get("/api/me"));
    const { user_id, name, kana, profession, organization } = me;
    const member = { user_id, name, kana, profession, organization_name: organization.name };
    return new Colleague(request, member, organization.id);
  }

  private get applicant() {
    const { name, kana } = this.member;
    return { name, kana, phone: "047-300-0001", email: "hanako.yamada@minami.example.jp" };
  }

  /** Forms 7 and 8 together; `null` leaves a half out (R14). */
  async filesSet(registrant: Registrant, members: Member[] | null, scanAgreed = false): Promise<string> {
    const consent = {
      signed_by: "person",
      representative_name: "",
      representative_relation: "",
      signed_on: daysAgo(3),
      scan_agreed_on: scanAgreed ? daysAgo(3) : "",
    };
    const data = {
      organization_id: this.organizationId,
      applicant: this.applicant,
      registrant,
      consent,
      team: members && { members },
    };
    return this.files("/api/support-room-applications", data);
  }

  /** R19: the scan of a consent, submitted to the association by internal mail. */
  async mailsScan(name: string) {
    const content = Buffer.from("signed");
    const { file_id } = await json<{ file_id: number }>(
      await this.request.post("/api/mail/files", { data: { name, bytes: content.length } }),
    );
    const headers = { "Content-Type": "application/octet-stream" };
    await json(await this.request.put(`/api/mail/files/${file_id}/chunks/0`, { data: content, headers }));
    const data = { form: 7, subject: "同意書の原本", body: "スキャンを送ります。", files: [file_id] };
    await json(await this.request.post("/api/mail", { data }));
  }

  /** Form 8 alone: who comes in and who leaves, from today. */
  async filesChange(roomId: number, changes: (Member & { change: "add" | "remove" })[]): Promise<string> {
    const data = {
      organization_id: this.organizationId,
      applicant: this.applicant,
      room_id: roomId,
      changes: changes.map((change) => ({ on: daysAgo(0), ...change })),
      reason: "担当の交代のため",
    };
    return this.files("/api/care-team-notices", data);
  }

  /** Form 6, as the organization's manager sends it from the public page: this person stops. */
  async isReportedToStop(elsewhere: APIRequestContext): Promise<string> {
    const me = await json<{ login_id: string }>(await this.request.get("/api/me"));
    const { applicant } = applicationOf("", []);
    const data = {
      organization_id: this.organizationId,
      applicant,
      people: [{ login_id: me.login_id, name: this.member.name, reason: "retired", last_day: daysAgo(-7) }],
    };
    const answer = await elsewhere.post("/api/account-stops", { data });
    return (await json<{ receipt_number: string }>(answer)).receipt_number;
  }

  private async files(path: string, data: object): Promise<string> {
    const { receipt_number } = await json<{ receipt_number: string }>(await this.request.post(path, { data }));
    return receipt_number;
  }

  /** The room of a registrant, as it stands in the list of one's own rooms. */
  async roomOf(registrantName: string): Promise<number> {
    const { items } = await json<{ items: { room_id: number; registrant_name: string | null }[] }>(
      await this.request.get("/api/rooms"),
    );
    const room = items.find((each) => each.registrant_name === registrantName);
    if (!room) throw new Error(`no room of ${registrantName}`);
    return room.room_id;
  }

  /** What a member reads of the room: what happened to it, with the note. */
  async eventsOf(roomId: number): Promise<string[]> {
    const room = await json<{ events: { text: string; note: string | null }[] }>(
      await this.request.get(`/api/rooms/${roomId}`),
    );
    return room.events.map(({ text, note }) => `${text} ${note ?? ""}`);
  }
}

/** Somebody whom a Form 8 names and who has no account yet. */
export function withoutAccount(name: string, kana: string, profession: string): Member {
  return { user_id: null, name, kana, profession, organization_name: "おおの訪問看護ステーション" };
}
