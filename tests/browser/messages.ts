/** A room with two people in it, each at a browser of their own, and what they see and do there. */

import type { Locator, Page } from "@playwright/test";
import type { Association } from "./association";
import { arrived, type Desk, json } from "./desk";
import { applicationOf, nurse, type Person } from "./people";
import { Colleague, daysAgo, type Registrant } from "./support-room";
import { field, logInFirst } from "./words";

const VISITING_NURSE = ["田中 翔子", "タナカ ショウコ", "visiting_nurse"] as const;
const DOCTOR = ["森 一郎", "モリ イチロウ", "doctor"] as const;

/** A visiting nurse and a doctor of a new house, logged in for the first time on these pages. */
export async function twoOfAHouse(desk: Desk, house: string, pages: [Page, Page]) {
  const persons: Person[] = [VISITING_NURSE, DOCTOR].map(([name, kana, profession]) => ({
    ...nurse(name, kana),
    profession,
  }));
  const receipt = await arrived(pages[0].request, applicationOf(house, persons));
  await desk.accept(receipt);
  const notices = await desk.issue(receipt);
  const colleagues: Colleague[] = [];
  for (const [at, page] of pages.entries()) {
    const notice = notices.find((each) => each.addressee_name === persons[at]?.name);
    if (!notice) throw new Error("no notice");
    await logInFirst(page, notice);
    colleagues.push(await Colleague.signedIn(page.request));
  }
  return colleagues as [Colleague, Colleague];
}

/** The support room of a registrant for the two (R14–R19). */
export async function supportRoom(
  association: Association,
  registrant: Registrant,
  [first, second]: [Colleague, Colleague],
): Promise<number> {
  const receipt = await first.filesSet(registrant, [first.member, second.member]);
  await association.hasTheOriginal(receipt, daysAgo(0));
  await association.knowsNobody(receipt);
  await association.accept(receipt);
  return first.roomOf(registrant.name);
}

/** A collaboration room for the two (R23, R24). */
export async function collaborationRoom(
  desk: Desk,
  name: string,
  [first, second]: [Colleague, Colleague],
): Promise<number> {
  const data = {
    name,
    purpose: "研修の日程と資料を知らせ合い、当日の準備を相談します。",
    theme_id: 2,
    scope: "研修に参加する人",
    participants: [{ user_id: second.member.user_id }],
    visibility: "listed",
    rules_accepted: true,
  };
  const answer = await json<{ receipt_number: string }>(
    await first.request.post("/api/room-applications", { data }),
  );
  return desk.openRoom({ number: answer.receipt_number });
}

export const timeline = (page: Page) => page.getByRole("region", { name: "やりとりの一覧" });

/** The message that says this. */
export const message = (page: Page, text: string | RegExp): Locator =>
  timeline(page).getByRole("listitem").and(page.locator(".message")).filter({ hasText: text });

export async function writes(page: Page, text: string) {
  await field(page, "書き込み").fill(text);
  await page.getByRole("button", { name: "送る", exact: true }).click();
}

/** Written elsewhere, through the API. */
export async function tells(who: Colleague, room: number, body: string) {
  const headers = { "Idempotency-Key": crypto.randomUUID() };
  await json(await who.request.post(`/api/rooms/${room}/messages`, { data: { body }, headers }));
}
