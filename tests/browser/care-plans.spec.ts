import type { Page } from "@playwright/test";
import { Association } from "./association";
import { Desk } from "./desk";
import { arrives, expect, isFitForEverybody, startOwnHost, test } from "./fixtures";
import { supportRoom, twoOfAHouse } from "./messages";
import { HANA } from "./support-room";
import { field } from "./words";

const site = startOwnHost();
let desk: Desk;
let association: Association;

test.beforeAll(async ({ playwright }) => {
  const browserless = () => playwright.request.newContext({ baseURL: site.origin });
  desk = await Desk.open(await browserless());
  association = await Association.open(desk, await browserless());
});

const part = (page: Page, name: string) => page.getByRole("region", { name, exact: true });
const saves = (page: Page) => page.getByRole("button", { name: "基本シートを保存する" }).click();

test("r32_r38_the basic sheet is written by two, neither overwrites the other, and it is confirmed", async ({
  page: nurse,
  freshPage,
}) => {
  test.setTimeout(300_000);
  const doctor = await freshPage();
  const two = await twoOfAHouse(desk, "みなみ診療所", [nurse, doctor]);
  const room = await supportRoom(association, HANA, two);

  await test.step("the room leads to an empty sheet", async () => {
    await nurse.goto(`/rooms/${room}`);
    await nurse.getByRole("link", { name: /基本シート/ }).click();
    await expect(nurse.getByText("まだだれも書いていません。")).toBeVisible();
    await arrives(nurse, "基本シート", "sheet-empty");
  });
  await test.step("the nurse writes what matters, and pastes the medicines", () => writesFirst(nurse));
  await test.step("both edit at once; the doctor sees what the nurse changed and loses nothing", () =>
    editAtOnce(nurse, doctor, room));
  await test.step("the doctor confirms it; the history shows the differences", async () => {
    await doctor.getByRole("button", { name: "今も合っていると確認する" }).click();
    await expect(doctor.getByText(/最後の確認: .*森 一郎/)).toBeVisible();
    await doctor.getByRole("button", { name: "これまでの版を見る" }).click();
    await doctor.getByRole("button", { name: "第2版の違いを見る" }).click();
    await expect(part(doctor, "気をつけることの違い")).toContainText("右側から声をかける");
    await isFitForEverybody(doctor, "sheet-history");
  });
  await test.step("r18_a visit every week is planned and stands in the calendars of both", () =>
    plansVisits(nurse, doctor, room));
});

async function writesFirst(nurse: Page) {
  await nurse.getByRole("button", { name: "書き始める" }).click();
  await nurse.getByRole("checkbox", { name: "アレルギーはない(確かめた)" }).check();
  await field(nurse, "心肺停止のときの希望").fill("心臓マッサージは望まない");
  await field(nurse, "まとめて貼り付ける").fill("アムロジピン錠5mg\t1日1回 朝食後\tみなみ診療所\nカロナール錠200、痛いとき");
  await nurse.getByRole("button", { name: "貼り付けた薬を足す" }).click();
  await saves(nurse);
  await expect(nurse.getByRole("alert")).toContainText("いつ、だれが話したことかを書いてください。");
  await isFitForEverybody(nurse, "sheet-refused");
  await field(nurse, "話した日").fill("2026-10-01");
  await field(nurse, "話した人").fill("本人");
  await saves(nurse);
  await expect(part(nurse, "薬").getByRole("listitem")).toHaveCount(2);
  await expect(part(nurse, "アレルギー")).toContainText("なし(確認済み)");
  await arrives(nurse, "基本シート", "sheet-written");
}

async function editAtOnce(nurse: Page, doctor: Page, room: number) {
  await doctor.goto(`/rooms/${room}/basic-sheet`);
  for (const page of [nurse, doctor]) await page.getByRole("button", { name: "直す", exact: true }).click();
  await field(nurse, "訪問する人が気をつけること").fill("右側から声をかける");
  await saves(nurse);
  await expect(part(nurse, "気をつけること")).toContainText("右側から声をかける");
  await field(doctor, "暮らしのようす").fill("一人暮らし");
  // Pasted and never added: it is saved all the same.
  await field(doctor, "まとめて貼り付ける").fill("酸化マグネシウム錠330mg\t1日3回 毎食後\tみなみ診療所");
  await doctor.getByRole("button", { name: "やめる" }).click();
  await doctor.getByRole("dialog").getByRole("button", { name: "書き続ける" }).click();
  await saves(doctor);
  const meanwhile = part(doctor, "ほかの人が直したところ");
  await expect(meanwhile).toContainText("気をつけることは、ほかの人の内容を取り入れました。");
  await isFitForEverybody(doctor, "sheet-meanwhile");
  await expect(field(doctor, "暮らしのようす")).toHaveValue("一人暮らし");
  await saves(doctor);
  await expect(part(doctor, "暮らし")).toContainText("一人暮らし");
  await expect(part(doctor, "薬").getByRole("listitem")).toHaveCount(3);
  await expect(part(doctor, "気をつけること")).toContainText("右側から声をかける");
}

async function plansVisits(nurse: Page, doctor: Page, room: number) {
  await nurse.goto(`/rooms/${room}/visits`);
  await nurse.getByRole("button", { name: "予定を入れる" }).click();
  await nurse.getByRole("button", { name: "予定を入れる" }).click();
  await expect(nurse.getByRole("alert")).toBeVisible();
  await isFitForEverybody(nurse, "visits-refused");
  await field(nurse, "訪問の種類").selectOption("home_nursing");
  await field(nurse, "始まる時刻").fill("9:30");
  await field(nurse, "繰り返し").selectOption("week");
  for (const day of ["月", "火", "水", "木", "金", "土", "日"]) {
    await nurse.getByRole("checkbox", { name: day, exact: true }).check();
  }
  await nurse.getByRole("button", { name: "予定を入れる" }).click();
  await expect(nurse.getByRole("status").filter({ hasText: "予定を入れました。" })).toBeVisible();
  await nurse.getByRole("link", { name: "次の週" }).click();
  await expect(nurse.getByText("9:30–10:30")).toHaveCount(7);
  await arrives(nurse, "訪問の予定", "visits-week");
  await changesVisits(nurse);
  await doctor.goto("/visits?of=all");
  await doctor.getByRole("link", { name: "次の週" }).click();
  await expect(doctor.getByRole("link", { name: "行徳 ハナさん" })).toHaveCount(3);
  await arrives(doctor, "訪問の予定", "visits-all");
  await doctor.getByRole("link", { name: "自分の訪問" }).click();
  await expect(doctor.getByText("予定なし")).toHaveCount(7);
}

/** Of seven visits the first is cancelled and the second moved; from the fourth on there are no more. */
async function changesVisits(nurse: Page) {
  const days = nurse.locator(".visit-day");
  await days.nth(0).getByRole("button", { name: /^変える/ }).click();
  await nurse.getByRole("button", { name: "この回を取りやめる" }).click();
  await expect(days.nth(0).getByText("取りやめ", { exact: true })).toBeVisible();
  await expect(days.nth(0).getByRole("button", { name: "予定に戻す" })).toBeVisible();
  await nurse.getByRole("button", { name: "閉じる" }).click();
  await days.nth(1).getByRole("button", { name: /^変える/ }).click();
  await field(nurse, "始まる時刻").fill("15:00");
  await isFitForEverybody(nurse, "visits-move");
  await nurse.getByRole("button", { name: "この回だけ動かす" }).click();
  await expect(days.nth(1)).toContainText("15:00–16:00");
  await days.nth(1).getByRole("button", { name: "この回を取りやめる" }).click();
  await days.nth(1).getByRole("button", { name: "予定に戻す" }).click();
  await expect(days.nth(1).getByRole("button", { name: "この回を取りやめる" })).toBeVisible();
  await expect(days.nth(1)).toContainText("15:00–16:00");
  await nurse.getByRole("button", { name: "閉じる" }).click();
  await days.nth(3).getByRole("button", { name: /^変える/ }).click();
  await nurse.getByRole("button", { name: "この回から後をやめる" }).click();
  await nurse.getByRole("dialog").getByRole("button", { name: "この回から後をやめる" }).click();
  await expect(days.nth(3)).toContainText("予定なし");
  await expect(days.nth(6)).toContainText("予定なし");
}
