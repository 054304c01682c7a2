import { readFile } from "node:fs/promises";
import type { APIRequestContext, Page } from "@playwright/test";
import ICAL from "ical.js";
import { Association } from "./association";
import { Desk, json } from "./desk";
import { arrives, expect, isFitForEverybody, pagesOf, startOwnHost, test } from "./fixtures";
import { supportRoom, twoOfAHouse } from "./messages";
import { daysAgo, HANA } from "./support-room";
import { field } from "./words";

const site = startOwnHost();
let desk: Desk;
let association: Association;

test.beforeAll(async ({ playwright }) => {
  const browserless = () => playwright.request.newContext({ baseURL: site.origin });
  desk = await Desk.open(await browserless());
  association = await Association.open(desk, await browserless());
});

const EVERY_DAY = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
/** The next Monday but one: whole weeks ahead. */
const MONDAY = (() => {
  const weekday = (new Date(`${daysAgo(0)}T12:00:00Z`).getUTCDay() + 6) % 7;
  return daysAgo(weekday - 14);
})();
const later = (days: number) =>
  new Date(Date.parse(`${MONDAY}T12:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);

interface Shown {
  visit_id: number;
  day: string;
  on: string;
  start_minute: number;
  minutes: number;
  is_cancelled: boolean;
  revision: number;
}

async function plans(request: APIRequestContext, room: number, visit: object): Promise<number> {
  const whole = { start_minute: 540, minutes: 60, kind: "home_nursing", first_day: MONDAY, ...visit };
  const answer = await json<{ visit_id: number }>(
    await request.post(`/api/rooms/${room}/records/visits`, { data: whole }),
  );
  return answer.visit_id;
}

async function changesDay(request: APIRequestContext, room: number, [visit, day, known]: [number, string, number], data: object) {
  const path = `/api/rooms/${room}/records/visits/${visit}/days/${day}`;
  await json(await request.put(path, { data, headers: { "If-Match": `"${known}"` } }));
}

test("r32_r38_months, professions, and a series changed from one day on by two people", async ({
  page: nurse,
  freshPage,
}) => {
  test.setTimeout(300_000);
  const doctor = await freshPage();
  const two = await twoOfAHouse(desk, "みなみ診療所", [nurse, doctor]);
  const room = await supportRoom(association, HANA, two);
  const helper = { name: "町田 望", profession: "care_worker", organization_name: "にし介護" };
  const [first, second] = two;
  const daily = { every: "week", weeks: 1, weekdays: EVERY_DAY };
  await plans(first.request, room, { visitor: { user_id: first.member.user_id }, repeat: daily, note: "創部の処置" });
  const doctors = { visitor: { user_id: second.member.user_id }, kind: "home_medical_care", start_minute: 840 };
  await plans(first.request, room, doctors);
  for (const start_minute of [600, 660, 720]) {
    await plans(first.request, room, { visitor: helper, kind: "home_help", start_minute });
  }

  await test.step("the professions of a week beside each other", async () => {
    await nurse.goto(`/rooms/${room}/visits?day=${MONDAY}`);
    await nurse.getByRole("link", { name: "職種ごと" }).click();
    const of = (name: string) => nurse.getByRole("region", { name, exact: true });
    await expect(of("医師").locator(".visit")).toHaveCount(1);
    await expect(of("訪問看護師").locator(".visit")).toHaveCount(7);
    await expect(of("介護職員").locator(".visit")).toHaveCount(3);
    await arrives(nurse, "訪問の予定", "visits-professions");
    await nurse.getByRole("link", { name: "1日" }).click();
    await expect(of("訪問看護師").locator(".visit")).toHaveCount(1);
    await isFitForEverybody(nurse, "visits-professions-day");
  });
  await test.step("a month, by keyboard, and on paper", () => looksAtMonth(nurse));
  await test.step("from one day on it is planned otherwise; who had read the old is told", () =>
    changesFollowing(nurse, doctor, room));
  await test.step("the history says who changed what", async () => {
    await doctor.goto(`/rooms/${room}/visits?day=${later(4)}&view=day`);
    await doctor.getByRole("button", { name: /^変える.*16:00/ }).click();
    await doctor.getByRole("button", { name: "変更の記録を見る" }).click();
    const history = doctor.getByRole("region", { name: "変更の記録" });
    await expect(history.getByRole("listitem")).toHaveCount(4);
    await expect(history).toContainText(/の回を取りやめた\(田中 翔子/);
    await expect(history).toContainText("予定どおり → 取りやめ(入浴と重なるため)");
    await expect(history).toContainText("変える前: 訪問看護 田中 翔子 9:00–10:00 毎週 月・火・水・木・金・土・日");
    await isFitForEverybody(doctor, "visits-history");
  });
  await test.step("a file without names, and one with names that the room is told of", () => savesFiles(nurse, doctor, room));
});

async function looksAtMonth(nurse: Page) {
  await nurse.getByRole("link", { name: "1か月" }).click();
  const grid = nurse.getByRole("grid");
  await expect(grid.getByRole("link", { name: /5件/ })).toHaveCount(1);
  await arrives(nurse, "訪問の予定", "visits-month");
  const day = (date: string) => grid.locator(`[data-day="${date}"]`);
  await day(MONDAY).focus();
  const inMonth = (date: string) => date.slice(0, 7) === MONDAY.slice(0, 7);
  if (inMonth(later(1))) {
    await nurse.keyboard.press("ArrowRight");
    await expect(day(later(1))).toBeFocused();
    await nurse.keyboard.press("Home");
  }
  await expect(day(MONDAY)).toBeFocused();
  // One stop of the Tab key alone.
  await expect(grid.locator('a[tabindex="0"]')).toHaveCount(1);
  expect(pagesOf(await nurse.pdf({ preferCSSPageSize: true }))).toBe(1);
  await nurse.emulateMedia({ media: "print" });
  await expect(grid.getByText("12:00 訪問介護")).toBeVisible();
  await nurse.emulateMedia({ media: null });
  await nurse.keyboard.press("Enter");
  await expect(nurse.getByRole("heading", { level: 2, name: /^令和/ })).toBeVisible();
  await expect(nurse.locator(".visit")).toHaveCount(5);
}

async function changesFollowing(nurse: Page, doctor: Page, room: number) {
  const opens = (page: Page) => page.getByRole("button", { name: /^変える.*9:00/ }).click();
  for (const page of [nurse, doctor]) {
    await page.goto(`/rooms/${room}/visits?day=${later(2)}&view=day`);
    await opens(page);
  }
  await field(nurse, "この回のメモ").fill("入浴と重なるため");
  await nurse.getByRole("button", { name: "この回を取りやめる" }).click();
  await expect(nurse.getByText("この回のメモ: 入浴と重なるため")).toBeVisible();
  await doctor.getByRole("button", { name: "この回から後を変える" }).click();
  await field(doctor, "始まる時刻").last().fill("16:00");
  await isFitForEverybody(doctor, "visits-following");
  const change = doctor.getByRole("button", { name: "この回から後を変える" }).last();
  await change.click();
  // The nurse was first.
  await expect(doctor.getByRole("alert")).toContainText("ほかの人が直しました");
  await expect(doctor.getByText("取りやめ", { exact: true })).toBeVisible();
  await expect(field(doctor, "始まる時刻").last()).toHaveValue("16:00");
  await change.click();
  await expect(doctor.getByText("16:00–17:00")).toBeVisible();
  await expect(doctor.getByText("9:00–10:00")).toHaveCount(0);
  await doctor.goto(`/rooms/${room}/visits?day=${MONDAY}`);
  await expect(doctor.getByText("9:00–10:00")).toHaveCount(2);
  await expect(doctor.getByText("16:00–17:00")).toHaveCount(5);
}

async function savesFiles(nurse: Page, doctor: Page, room: number) {
  const saves = async () => {
    const download = nurse.waitForEvent("download");
    await nurse.getByRole("button", { name: "ファイルに保存する" }).click();
    return readFile(await (await download).path(), "utf8");
  };
  await nurse.goto("/visits");
  await nurse.getByRole("button", { name: "カレンダーのファイルにする" }).click();
  await isFitForEverybody(nurse, "visits-file");
  const own = await saves();
  expect(own).not.toContain("行徳");
  expect(new ICAL.Component(ICAL.parse(own)).getAllSubcomponents("vevent").length).toBeGreaterThan(1);
  await nurse.goto(`/rooms/${room}/visits`);
  await nurse.getByRole("button", { name: "カレンダーのファイルにする" }).click();
  await nurse.getByRole("radio", { name: /名前とメモを入れる/ }).check();
  await nurse.getByRole("button", { name: "ファイルに保存する" }).click();
  await expect(nurse.getByRole("alert")).toContainText("入力してください。");
  await isFitForEverybody(nurse, "visits-file-names");
  await field(nurse, "何のために使うか").fill("事業所の予定表に入れるため");
  expect(await saves()).toContain("行徳 ハナさん");
  await doctor.goto(`/rooms/${room}`);
  const events = doctor.getByRole("region", { name: "これまでのできごと" });
  await expect(events.getByText("訪問の予定を名前入りで書き出しました")).toHaveCount(1);
}

test("an iCalendar file says what the calendar says", async ({ page: nurse, freshPage }) => {
  test.setTimeout(300_000);
  const two = await twoOfAHouse(desk, "きた診療所", [nurse, await freshPage()]);
  const room = await supportRoom(association, { ...HANA, name: "南 ウメ", kana: "ミナミ ウメ" }, two);
  const { request, member } = two[0];
  const visitor = { user_id: member.user_id };
  const repeats: object[] = [
    { every: "week", weeks: 1, weekdays: ["mon", "thu"] },
    { every: "week", weeks: 2, weekdays: ["sun", "tue"] },
    { every: "week", weeks: 3, weekdays: ["fri"] },
    { every: "month_day", day: 31 },
    { every: "month_day", day: 5 },
    { every: "month_weekday", nth: 2, weekday: "wed" },
    { every: "month_weekday", nth: 5, weekday: "mon" },
    { every: "month_weekday", nth: -1, weekday: "fri" },
  ];
  const visits: number[] = [];
  for (const [at, repeat] of repeats.entries()) {
    // Early in the morning it is another day in UTC; late in the evening a visit ends on the next.
    const start_minute = [540, 30, 1410, 0, 480, 1439, 600, 660][at];
    const first_day = later(at % 3);
    visits.push(await plans(request, room, { visitor, repeat, start_minute, first_day, minutes: 90 }));
  }
  await plans(request, room, { visitor, repeat: repeats[0], first_day: MONDAY, last_day: later(40) });
  const single = await plans(request, room, { visitor, first_day: later(3) });
  await plans(request, room, { visitor, first_day: later(5), start_minute: 1410 });
  const [weekly = 0] = visits;
  const moved = { moved: { day: later(9), start_minute: 615, minutes: 30 }, note: "受診のため" };
  await changesDay(request, room, [weekly, later(7), 1], moved);
  await changesDay(request, room, [weekly, later(10), 2], { is_cancelled: true });
  await changesDay(request, room, [single, later(3), 1], { is_cancelled: true });
  const following = `/api/rooms/${room}/records/visits/${weekly}/following`;
  const plan = { visitor, kind: "home_nursing", first_day: later(21), start_minute: 900, minutes: 45, repeat: repeats[0] };
  const known = { "If-Match": '"3"' };
  await json(await request.post(following, { data: { day: later(21), plan }, headers: known }));

  const [from, to] = [MONDAY, later(91)];
  const calendar = await json<{ items: Shown[] }>(
    await request.get(`/api/rooms/${room}/records/visits?from=${from}&to=${to}`),
  );
  const said = calendar.items.map(({ on, start_minute: start, minutes, is_cancelled }) => {
    const begins = Date.parse(`${on}T00:00:00+09:00`) + start * 60_000;
    return lineOf(begins, begins + minutes * 60_000, is_cancelled);
  });
  expect(said.length).toBeGreaterThan(50);
  for (const path of [`/api/rooms/${room}/records/visits/exports`, "/api/records/visits/exports"]) {
    const file = await request.post(path, { data: {} });
    expect(file.status()).toBe(200);
    expect(occurrencesOf(await file.text(), from, to)).toEqual(said.toSorted());
  }
});

const lineOf = (begins: number, ends: number, isCancelled: boolean) =>
  `${new Date(begins).toISOString()} ${new Date(ends).toISOString()}${isCancelled ? " cancelled" : ""}`;

/** What another program makes of the file (RFC 5545), within these days. */
function occurrencesOf(file: string, from: string, to: string): string[] {
  const whole = new ICAL.Component(ICAL.parse(file));
  const zone = new ICAL.Timezone(whole.getFirstSubcomponent("vtimezone") as InstanceType<typeof ICAL.Component>);
  ICAL.TimezoneService.register(zone);
  const [begin, end] = [Date.parse(`${from}T00:00:00+09:00`), Date.parse(`${to}T23:59:59+09:00`)];
  const lines: string[] = [];
  const events = whole.getAllSubcomponents("vevent").map((component) => new ICAL.Event(component, { strictExceptions: true, exceptions: [] }));
  const add = (start: InstanceType<typeof ICAL.Time>, finish: InstanceType<typeof ICAL.Time>, item: typeof events[number]) => {
    const begins = start.toJSDate().getTime();
    const status = item.component.getFirstPropertyValue("status");
    if (begins >= begin && begins <= end) lines.push(lineOf(begins, finish.toJSDate().getTime(), status === "CANCELLED"));
  };
  for (const event of events.filter((one) => !one.isRecurrenceException())) {
    for (const exception of events) {
      if (exception.isRecurrenceException() && exception.uid === event.uid) event.relateException(exception);
    }
    if (!event.isRecurring()) {
      add(event.startDate, event.endDate, event);
      continue;
    }
    const days = event.iterator();
    for (let day = days.next(); day && day.toJSDate().getTime() <= end + 32 * 86_400_000; day = days.next()) {
      const one = event.getOccurrenceDetails(day);
      add(one.startDate, one.endDate, one.item);
    }
  }
  return lines.toSorted();
}
