import { readFile } from "node:fs/promises";
import type { Page, Route } from "@playwright/test";
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

const HEADING = "行徳 ハナさんの支援の部屋 測定値";
const dialog = (page: Page) => page.getByRole("dialog");
const saves = (page: Page) => page.getByRole("button", { name: "保存する", exact: true }).click();
const measured = (page: Page) => page.getByRole("region", { name: "これまでの測定値" }).getByRole("listitem");
const tab = (page: Page, name: string) =>
  page.getByRole("navigation", { name: "測定値" }).getByRole("link", { name }).click();
const number = (page: Page, name: string) => page.getByRole("textbox", { name });

async function fills(page: Page, values: Record<string, string>) {
  for (const [name, value] of Object.entries(values)) await number(page, name).fill(value);
}

test("r21_r32_r38_vitals are entered on a phone, corrected, drawn and limited", async ({
  page: nurse,
  freshPage,
  guard,
}) => {
  test.setTimeout(300_000);
  const doctor = await freshPage();
  const two = await twoOfAHouse(desk, "みなみ診療所", [nurse, doctor]);
  const room = await supportRoom(association, HANA, two);

  await test.step("from the room's page to the first entry", async () => {
    await nurse.goto(`/rooms/${room}`);
    await nurse.getByRole("link", { name: /測定値/ }).click();
    await arrives(nurse, HEADING, "vitals-empty");
    await fills(nurse, { "体温 ℃": "36.5", "脈拍 回/分": "72", "血圧(上) mmHg": "128", "血圧(下) mmHg": "76", "SpO2 %": "９７" });
    await saves(nurse);
    await expect(nurse.getByText("保存しました。")).toBeVisible();
    await expect(measured(nurse).first()).toContainText("室内気");
    await expect(number(nurse, "体温 ℃")).toHaveValue("");
    await expect(nurse.getByText(/前回 36\.5/)).toBeVisible();
    await isFitForEverybody(nurse, "vitals-entered");
  });
  await test.step("what cannot be is asked about", async () => {
    await fills(nurse, { "体温 ℃": "350" });
    await saves(nurse);
    await expect(nurse.getByRole("alert")).toContainText("35.0 ではありませんか");
    await isFitForEverybody(nurse, "vitals-impossible");
  });
  await test.step("what is unusual is stored once confirmed", async () => {
    await fills(nurse, { "体温 ℃": "41.5" });
    await saves(nurse);
    await nurse.getByRole("button", { name: "この値でまちがいない。保存する" }).click();
    await expect(measured(nurse).first()).toContainText("41.5℃");
  });
  await test.step("without a network nothing typed is lost", () => losesTheNetwork(nurse, guard));
  await test.step("a slip is put right, and what it said stays", () => corrects(nurse));
  await test.step("a doctor sets limits; a value outside is marked", async () => {
    await doctor.goto(`/rooms/${room}/vitals?view=limits`);
    await expect(doctor.getByText("これは警報ではありません。")).toBeVisible();
    await doctor.getByLabel("どの値").selectOption("body_temperature");
    await field(doctor, "これより高いとき").fill("37.5");
    await doctor.getByRole("button", { name: "この範囲にする" }).click();
    await expect(doctor.getByText("体温の範囲を決めました。")).toBeVisible();
    await isFitForEverybody(doctor, "vitals-limits");
    await fills(nurse, { "体温 ℃": "38.5" });
    await saves(nurse);
    await expect(measured(nurse).first()).toContainText("範囲より高い");
    await tab(nurse, "範囲");
    await expect(nurse.getByText("範囲を決められるのは、支援チームの医師だけです。")).toBeVisible();
  });
  await test.step("graphs, the same as a table, and a picture", () => looksAtGraphs(doctor, room));
  await test.step("the text of a meter", () => pastes(nurse));
  await test.step("r21_a table for spreadsheets, told to the room", () => exports(doctor, nurse, room));
});

async function losesTheNetwork(nurse: Page, guard: { allowLostNetwork: () => void }) {
  guard.allowLostNetwork();
  await fills(nurse, { "脈拍 回/分": "81" });
  // It is stored, and the answer is lost: whoever comes back and saves again stores it once.
  const lost = async (route: Route) => {
    await route.fetch();
    await route.abort();
  };
  await nurse.route("**/records/vitals", lost, { times: 1 });
  await saves(nurse);
  await expect(nurse.getByRole("alert")).toContainText("通信ができませんでした");
  await nurse.context().setOffline(true);
  await expect(nurse.getByText("通信がありません。入力した値はこの画面に残っています。")).toBeVisible();
  await nurse.context().setOffline(false);
  await nurse.reload();
  await expect(number(nurse, "脈拍 回/分")).toHaveValue("81");
  await saves(nurse);
  await expect(nurse.getByText("保存しました。")).toBeVisible();
  await expect(measured(nurse).filter({ hasText: "81回/分" })).toHaveCount(1);
}

async function corrects(nurse: Page) {
  const wrong = measured(nurse).filter({ hasText: "41.5℃" });
  await wrong.getByRole("button", { name: "直す", exact: true }).click();
  await dialog(nurse).getByRole("textbox", { name: "体温 ℃" }).fill("36.8");
  await isFitForEverybody(nurse, "vitals-correction");
  await dialog(nurse).getByRole("button", { name: "直す", exact: true }).click();
  const corrected = measured(nurse).filter({ hasText: "36.8℃" });
  await corrected.getByRole("button", { name: "直す前の値を見る" }).click();
  await expect(dialog(nurse)).toContainText("41.5℃");
  await dialog(nurse).getByRole("button", { name: "閉じる" }).click();
  await corrected.getByRole("button", { name: "取り消す" }).click();
  await dialog(nurse).getByRole("button", { name: "取り消す" }).click();
  await expect(measured(nurse).filter({ hasText: "取り消しました" })).toContainText("36.8℃");
}

async function looksAtGraphs(doctor: Page, room: number) {
  await doctor.goto(`/rooms/${room}/vitals?view=graphs`);
  const temperature = doctor.getByRole("img", { name: /体温のグラフ/ });
  await expect(temperature.locator("canvas")).toBeVisible();
  await temperature.focus();
  await doctor.keyboard.press("End");
  await expect(doctor.getByText(/体温 38\.5℃ 範囲より高い/)).toBeVisible();
  await isFitForEverybody(doctor, "vitals-graphs");
  await doctor.getByText("値を表で見る").click();
  const table = doctor.getByRole("table", { name: "測定値" });
  await expect(table.getByRole("cell", { name: "38.5℃ 範囲より高い" })).toBeVisible();
  await isFitForEverybody(doctor, "vitals-graph-table");
  const download = doctor.waitForEvent("download");
  await doctor.getByRole("button", { name: "画像(PNG)に保存する" }).click();
  expect((await download).suggestedFilename()).toMatch(/\.png$/);
  for (const [length, span] of [
    ["1日", "day"],
    ["1週間", "week"],
    ["1年", "year"],
  ] as const) {
    await doctor.getByRole("link", { name: length, exact: true }).click();
    await expect(doctor).toHaveURL(new RegExp(`span=${span}`));
    await expect(doctor.getByText("読み込んでいます")).toHaveCount(0);
    await expect(temperature.locator("canvas")).toBeVisible();
  }
  await doctor.getByRole("link", { name: "前の期間" }).click();
  await expect(doctor.getByText("この期間の測定値はありません")).toBeVisible();
}

async function pastes(nurse: Page) {
  await tab(nurse, "測定器");
  const text = "日付,時刻,最高血圧,最低血圧,脈拍\n令和8年1月5日,8:15,128,76,68\n1/6,8:15,128,76,68";
  await field(nurse, "測定器やアプリの表").fill(text);
  await nurse.getByRole("button", { name: "読み取る" }).click();
  await expect(nurse.getByRole("heading", { name: "2行のうち1行を読み取りました" })).toBeVisible();
  await expect(nurse.getByText("年も書いてください")).toBeVisible();
  await isFitForEverybody(nurse, "vitals-paste");
  await nurse.getByRole("button", { name: "1件を保存する" }).click();
  await expect(nurse.getByText("1件を保存しました。")).toBeVisible();
}

async function exports(doctor: Page, nurse: Page, room: number) {
  await tab(doctor, "書き出す");
  await field(doctor, "何のために使うか").fill("退院前のカンファレンス");
  await isFitForEverybody(doctor, "vitals-export");
  const download = doctor.waitForEvent("download");
  await doctor.getByRole("button", { name: "表計算ソフトの表(CSV)に保存する" }).click();
  const table = await readFile((await (await download).path()) ?? "", "utf8");
  expect(table).toContain("38.5");
  await nurse.goto(`/rooms/${room}`);
  await expect(nurse.getByText("測定値を書き出しました").first()).toBeVisible();
}
