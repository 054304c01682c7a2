import type { Page } from "@playwright/test";
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

const paper = (page: Page) => page.getByRole("article");
const part = (page: Page, name: RegExp) => paper(page).getByRole("region", { name });
const printedTimes = (page: Page) => page.evaluate(() => (window as unknown as { printed: number }).printed);

/** The browser's own print dialog would wait for somebody. */
async function countsPrints(page: Page) {
  await page.addInitScript(() => {
    const counting = window as unknown as { printed: number };
    counting.printed = 0;
    window.print = () => {
      counting.printed += 1;
    };
  });
}

test("r21_the record on one page: looked at, printed with a number, and the other one is told", async ({
  page: nurse,
  freshPage,
  guard,
}) => {
  test.setTimeout(300_000);
  const doctor = await freshPage();
  await countsPrints(nurse);
  const two = await twoOfAHouse(desk, "みなみ診療所", [nurse, doctor]);
  const room = await supportRoom(association, HANA, two);

  await test.step("from the room to a page of which everything is still missing", async () => {
    await nurse.goto(`/rooms/${room}`);
    await nurse.getByRole("link", { name: /1枚のまとめ/ }).click();
    await expect(paper(nurse)).toContainText("記入・測定がないもの: アレルギー、心肺停止のときの希望");
    await expect(part(nurse, /支援チーム/)).toContainText("森 一郎");
    await arrives(nurse, "1枚のまとめ", "summary-empty");
  });
  await test.step("looked at, it does not go onto paper by itself", async () => {
    await nurse.emulateMedia({ media: "print" });
    await expect(nurse.getByText("この画面は「印刷する」から印刷してください。")).toBeVisible();
    await expect(paper(nurse)).toBeHidden();
    await nurse.emulateMedia({ media: null });
  });
  await test.step("with a very full record it says what does not stand there", async () => {
    await fills(nurse, room);
    await nurse.goto(`/rooms/${room}/basic-sheet`);
    await nurse.getByRole("link", { name: /1枚のまとめ/ }).click();
    await expect(part(nurse, /^薬/)).toContainText(/ほか\d+件。すべては「基本シート」/);
    await expect(part(nurse, /本人の意思/)).toContainText("…は途中まで。");
    await expect(part(nurse, /本人の意思/)).toContainText(/心肺停止のとき\(.*本人と長女が話した\):/);
    await expect(part(nurse, /測定値/)).toContainText("36.5℃");
    await expect(part(nurse, /測定値/)).toContainText("これまで: 36.4℃、36.5℃");
    await expect(part(nurse, /次の訪問/)).toContainText(/ほか\d+件。すべては「訪問の予定」/);
    await arrives(nurse, "1枚のまとめ", "summary-full");
  });
  await test.step("printing asks what for", async () => {
    await nurse.getByRole("button", { name: "印刷する" }).click();
    await nurse.getByRole("button", { name: "記録して印刷する" }).click();
    await expect(nurse.getByRole("alert")).toBeVisible();
    await isFitForEverybody(nurse, "summary-print-refused");
    expect(await printedTimes(nurse)).toBe(0);
  });
  await test.step("a lost answer and another try make one printout", () => {
    guard.allowLostNetwork();
    return printsOnPoorNetwork(nurse, room);
  });
  await test.step("the paper has one page, and says who printed it, when, what for", () => isOnePage(nurse));
  await test.step("the doctor reads in the room that it was printed", async () => {
    await doctor.goto(`/rooms/${room}`);
    const events = doctor.getByRole("region", { name: "これまでのできごと" });
    await expect(events.getByText("1枚のまとめを印刷しました")).toHaveCount(1);
    await expect(events).toContainText("第1号 目的：救急搬送（市川総合病院へ）");
  });
});

async function printsOnPoorNetwork(nurse: Page, room: number) {
  await nurse.getByRole("radio", { name: "救急搬送" }).check();
  await field(nurse, "補足").fill("市川総合病院へ");
  const address = `**/api/rooms/${room}/summary/printouts`;
  // It arrives, and its answer does not.
  await nurse.route(address, async (route) => {
    await route.fetch();
    await route.abort();
  });
  const lost = nurse.waitForEvent("requestfailed");
  await nurse.getByRole("button", { name: "記録して印刷する" }).click();
  await lost;
  await expect(nurse.getByRole("alert")).toBeVisible();
  await nurse.unroute(address);
  await nurse.getByRole("button", { name: "記録して印刷する" }).click();
  await expect(nurse.getByRole("status").filter({ hasText: "第1号として記録しました" })).toBeVisible();
  expect(await printedTimes(nurse)).toBe(1);
  await isFitForEverybody(nurse, "summary-printed");
  await nurse.getByRole("button", { name: "同じ番号でもう一度印刷する" }).click();
  expect(await printedTimes(nurse)).toBe(2);
}

async function isOnePage(nurse: Page) {
  await expect(paper(nurse)).toContainText("第1号 救急搬送（市川総合病院へ）");
  await expect(paper(nurse).getByText(/^印刷: 第1号 令和.*田中 翔子.*目的: 救急搬送/)).toBeVisible();
  expect(pagesOf(await nurse.pdf({ preferCSSPageSize: true }))).toBe(1);
  await nurse.emulateMedia({ media: "print" });
  await expect(nurse.getByRole("button", { name: "同じ番号でもう一度印刷する" })).toBeHidden();
  await expect(nurse.getByText("この画面は「印刷する」から印刷してください。")).toBeHidden();
  await nurse.emulateMedia({ media: null });
}

test("whatever is written, the paper has one page", async ({ page: nurse, freshPage }) => {
  test.setTimeout(300_000);
  await countsPrints(nurse);
  const two = await twoOfAHouse(desk, "きた診療所", [nurse, await freshPage()]);
  const room = await supportRoom(association, { ...HANA, name: "南 ウメ", kana: "ミナミ ウメ" }, two);
  await fills(nurse, room);
  await nurse.goto(`/rooms/${room}/summary`);
  for (const text of ["W".repeat(200), "漢字、".repeat(66), "m.,i l".repeat(33), "短い", "あ\nい\n".repeat(30)]) {
    // As it would be answered if each line said this.
    await nurse.route(`**/api/rooms/${room}/summary/printouts`, async (route) => {
      const answer = await (await route.fetch()).json();
      const { sheet } = answer.summary.sheet;
      for (const list of [sheet.diagnoses, sheet.medicines, sheet.treatments, sheet.contacts, sheet.doctors]) {
        for (const line of list) {
          for (const [name, value] of Object.entries(line)) if (typeof value === "string") line[name] = text;
        }
      }
      Object.assign(sheet, { living: text.repeat(20), caution: text.repeat(20) });
      Object.assign(sheet.wishes, { matters: text.repeat(20), resuscitation: text.repeat(20), said_by: text });
      answer.summary.team = lines(40, () => ({ ...answer.summary.team[0], name: text, organization_name: text }));
      for (const vital of answer.summary.vitals) vital.latest.mark = "high";
      await route.fulfill({ status: 201, json: answer });
    });
    await nurse.getByRole("button", { name: "印刷する", exact: true }).click();
    await nurse.getByRole("radio", { name: "その他" }).check();
    await field(nurse, "目的").fill(`${"長い目的".repeat(15)}`);
    await nurse.getByRole("button", { name: "記録して印刷する" }).click();
    await expect(paper(nurse).getByText(/^印刷: 第\d号/)).toBeVisible();
    await expect(part(nurse, /支援チーム/)).toContainText(/ほか\d+件。/);
    expect(pagesOf(await nurse.pdf({ preferCSSPageSize: true })), text).toBe(1);
    await nurse.unroute(`**/api/rooms/${room}/summary/printouts`);
    await nurse.getByRole("button", { name: "新しい内容を見る" }).click();
  }
});

const lines = <Line>(count: number, line: (at: number) => Line) => Array.from({ length: count }, (_, at) => line(at + 1));

/** As much as the basic sheet takes, and of everything else a lot. */
async function fills(nurse: Page, room: number) {
  const at = `/api/rooms/${room}/records`;
  const long = "WMあ、".repeat(45);
  const sheet = {
    allergies: { none_known: false, items: lines(60, (n) => ({ substance: `抗菌薬${n}`, reaction: "全身の発疹と息苦しさ" })) },
    wishes: {
      matters: "家で過ごしたい。孫の結婚式に出たい。\n\n".repeat(100),
      resuscitation: "心臓マッサージは望まない。苦しさは和らげてほしい。".repeat(60),
      said_on: "2026-10-01",
      said_by: "本人と長女",
    },
    care: { level: "care_5", valid_from: "2026-04-01", valid_until: "2029-03-31", insured_number: "1234567890" },
    diagnoses: lines(60, (n) => ({ name: `慢性心不全とその合併症${n}`, since: "2019年の春から", is_main: n === 40 })),
    medicines: lines(60, (n) => ({ name: `アムロジピンベシル酸塩口腔内崩壊錠${n}mg`, usage: long, prescriber: "みなみ診療所" })),
    treatments: lines(60, (n) => ({ name: `在宅酸素${n}`, detail: "安静時1L、動くときは3L、夜間は2L" })),
    doctors: lines(60, (n) => ({ organization_name: `みなみ診療所${n}`, name: "佐藤 進", phone: "047-300-0001", note: "夜間も可" })),
    contacts: lines(60, (n) => ({ name: `行徳 長男${n}`, relation: "長男", phone: "090-1111-2222", lives_together: true, note: "夜は18時から" })),
    living: "一人暮らし。日中は長女が来る。".repeat(150),
    caution: "右側から声をかける。MRSAの既往あり。".repeat(150),
  };
  await json(await nurse.request.put(`${at}/basic-sheet`, { data: sheet, headers: { "If-Match": '"0"' } }));
  const readings = {
    body_temperature: 36.4,
    pulse: 72,
    systolic_pressure: 128,
    diastolic_pressure: 76,
    respiration: 18,
    spo2: 97,
    oxygen_flow: 1,
    weight: 45,
    blood_glucose: 120,
    main_dish: 8,
    side_dish: 7,
    fluids: 800,
    urine: 5,
    stool: 1,
    pain: 2,
  };
  for (const [hour, measured] of [
    ["07", readings],
    ["08", { ...readings, body_temperature: 36.5 }],
  ] as const) {
    const data = { measured_at: `${daysAgo(1)}T${hour}:00:00+09:00`, readings: measured };
    await json(await nurse.request.post(`${at}/vitals`, { data }));
  }
  const visit = {
    visitor: { name: "町田 望", profession: "care_worker", organization_name: "にし介護" },
    kind: "home_rehabilitation",
    first_day: daysAgo(20),
    start_minute: 540,
    minutes: 60,
    repeat: { every: "week", weeks: 1, weekdays: ["mon", "tue", "wed", "thu", "fri", "sat", "sun"] },
  };
  await json(await nurse.request.post(`${at}/visits`, { data: visit }));
}
