import { readFile } from "node:fs/promises";
import { Desk, json } from "./desk";
import { arrives, expect, startOwnHost, test } from "./fixtures";
import { nurse, people } from "./people";
import { Colleague } from "./support-room";
import { field, logInFirst } from "./words";

const site = startOwnHost();
let desk: Desk;

test.beforeAll(async ({ playwright }) => {
  const newRequest = () => playwright.request.newContext({ baseURL: site.origin });
  desk = await Desk.open(await newRequest());
  await Colleague.ofClinic(desk, "みなみ診療所", people(5), newRequest);
});

test("r26_the city sees who uses the system and what one of them costs, drawn and as numbers", async ({
  page,
}) => {
  await logInFirst(page, await desk.furtherClerk(nurse("稲荷木 学", "トウカギ マナブ")));
  await json(await page.request.put("/api/settings/cost_yen_per_month", { data: { value: 50_000 } }));
  await page.goto("/desk/usage");
  const used = page.getByRole("table", { name: "利用した人とアカウント" });
  await expect(used.getByRole("row").last()).toContainText("5人");
  // What draws is fetched by itself; the picture is for those who see it, the table for everybody.
  await expect(page.locator(".chart__canvas canvas").first()).toBeVisible();
  await page.getByText("数を表で見る").nth(2).click();
  await expect(page.getByRole("table", { name: /一人あたりの費用/ }).getByRole("row").last()).toContainText(
    "10,000円",
  );
  await expect(page.getByRole("table", { name: "申請から初回ログインまでの日数" })).toContainText("0.0日");
  await arrives(page, "利用状況", "usage-months");

  await test.step("of another period", async () => {
    // The third of the months, newest first; above them stands that one has to be chosen.
    await field(page, "始まりの月").selectOption({ index: 3 });
    await page.getByRole("button", { name: "この期間を表示する" }).click();
    await expect(page).toHaveURL(/from=\d{4}-\d\d&to=\d{4}-\d\d/);
    await expect(used.getByRole("row")).toHaveCount(4);
    await page.reload();
    await expect(used.getByRole("row")).toHaveCount(4);
  });

  await test.step("saved for spreadsheets", async () => {
    const saved = page.waitForEvent("download");
    await page.getByRole("button", { name: "月ごとの表をCSVで保存する" }).click();
    const file = await readFile((await (await saved).path()) ?? "", "utf8");
    expect(file.startsWith("\uFEFF月,")).toBe(true);
    expect(file).toContain(",5,10000,");
    await expect(page.getByText("CSVファイルを保存しました。").first()).toBeVisible();
  });

  await test.step("on paper every number is there", async () => {
    await page.emulateMedia({ media: "print" });
    await expect(page.getByRole("table", { name: "書き込みの数" })).toBeVisible();
    await expect(page.getByRole("button", { name: "この期間を表示する" })).toBeHidden();
    await page.emulateMedia({ media: null });
  });
});

test("the queue is saved as it is filtered, organizations and accounts with it", async ({ page }) => {
  await logInFirst(page, await desk.furtherClerk(nurse("行徳 和子", "ギョウトク カズコ")));
  await page.goto("/desk?tab=accepted");
  for (const [button, holds] of [
    ["この条件の申請をCSVで保存する", "みなみ診療所"],
    ["利用団体の一覧をCSVで保存する", "みなみ診療所"],
    ["アカウントの一覧をCSVで保存する", people(1)[0]?.name ?? ""],
  ] as const) {
    const saved = page.waitForEvent("download");
    await page.getByRole("button", { name: button }).click();
    expect(await readFile((await (await saved).path()) ?? "", "utf8"), button).toContain(holds);
  }
  await arrives(page, "申請", "queue-lists");
});
