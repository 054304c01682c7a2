import type { Page } from "@playwright/test";
import { arrived, Desk } from "./desk";
import { arrives, expect, isFitForEverybody, startOwnHost, test } from "./fixtures";
import { applicationOf, nurse } from "./people";
import { logInFirst, type Receipt } from "./words";

const site = startOwnHost();
let desk: Desk;

test.beforeAll(async ({ playwright }) => {
  desk = await Desk.open(await playwright.request.newContext({ baseURL: site.origin }));
});

const FORMS = 40;
const RETURNED = 3;
const REST = FORMS - RETURNED;

function clinic(at: number): string {
  return `第${String(at).padStart(2, "0")}診療所`;
}

function rows(page: Page) {
  return page.getByRole("table", { name: /申請の一覧/ }).getByRole("row");
}

async function opensBulkQuestion(page: Page) {
  await page.getByRole("button", { name: /^まとめて受理/ }).click();
  return page.getByRole("dialog");
}

test("r3_the desk's day: forty forms, three returned, the rest accepted in bulk, the notices printed", async ({
  page,
  request,
}) => {
  test.setTimeout(300_000);
  for (let at = 1; at <= FORMS; at += 1) {
    await arrived(request, applicationOf(clinic(at), [nurse("佐藤 美咲", "サトウ ミサキ")]));
  }
  await logInFirst(page, await desk.furtherClerk(nurse("行徳 和子", "ギョウトク カズコ")));

  await test.step("forty forms wait", async () => {
    await page.goto("/desk");
    await expect(page.getByRole("link", { name: `受付(${FORMS})` })).toBeVisible();
    await expect(rows(page)).toHaveCount(FORMS + 1);
    await arrives(page, "申請", "day-queue");
  });

  await test.step("filtered: the address keeps it, and each condition can be taken away", () =>
    filters(page));
  await test.step("a range is chosen with Shift and becomes mine", () => assignsRange(page));
  for (const at of [1, 2, 3]) {
    await test.step(`the form of ${clinic(at)} is returned`, () => returnsOne(page, clinic(at)));
  }
  await test.step("the rest is accepted in bulk", () => acceptsRest(page));
  await test.step("all notices are printed and posted", () => printsAll(page));
});

async function filters(page: Page) {
  await page.getByText("条件を決めて絞り込む").click();
  await page.getByLabel("様式").selectOption({ label: "第5号 変更" });
  await page.getByLabel("担当", { exact: true }).selectOption("未割当");
  await isFitForEverybody(page, "day-filters");
  await page.getByRole("button", { name: "この条件で絞り込む" }).click();
  await expect(page.getByText("この条件に当てはまる申請はありません")).toBeVisible();
  await expect(page).toHaveURL(/form=5&assigned=none/);
  await page.reload();
  const conditions = page.getByRole("navigation", { name: "絞り込みの条件" });
  await conditions.getByRole("link", { name: /様式第5号/ }).click();
  await expect(rows(page)).toHaveCount(FORMS + 1);
  await conditions.getByRole("link", { name: /未割当/ }).click();
  await expect(page).toHaveURL(/\/desk$/);
  await page.getByLabel("団体名・氏名・受付番号で探す").fill(clinic(7));
  await page.getByRole("button", { name: "探す" }).click();
  await expect(rows(page)).toHaveCount(2);
  await page.goto("/desk");
}

async function assignsRange(page: Page) {
  await page.getByRole("checkbox", { name: clinic(10) }).click();
  await page.getByRole("checkbox", { name: clinic(14) }).click({ modifiers: ["Shift"] });
  await expect(page.getByText("5件を選んでいます")).toBeVisible();
  await page.getByRole("button", { name: "担当を決める" }).click();
  await isFitForEverybody(page, "day-assign");
  await page.getByRole("dialog").getByRole("button", { name: "この担当にする" }).click();
  await expect(page.getByRole("heading", { name: "5件の担当を決めました" })).toBeVisible();
  await page.getByRole("button", { name: "結果を閉じる" }).click();
  await expect(rows(page).filter({ hasText: "行徳 和子" })).toHaveCount(5);
}

async function returnsOne(page: Page, name: string) {
  await page.goto("/desk");
  await page.getByRole("link", { name: new RegExp(name) }).click();
  const box = page.getByRole("region", { name: "判断" });
  await box.getByRole("radio", { name: "差し戻す" }).check();
  await box.getByLabel("申請者に伝える理由").fill("所在地の番地を確かめてください。");
  await box.getByRole("button", { name: "確認へ進む" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "差し戻す" }).click();
  await expect(box).toContainText("差し戻しました。");
}

async function acceptsRest(page: Page) {
  await page.goto("/desk");
  await page.getByLabel(`表示中のすべてを選ぶ(${REST}件)`).check();
  await expect(page.getByText(`${REST}件を選んでいます`)).toBeVisible();
  const question = await opensBulkQuestion(page);
  await expect(question.getByRole("region", { name: "受理する申請" }).getByRole("listitem")).toHaveCount(
    REST,
  );
  await isFitForEverybody(page, "day-accept");
  await question.getByRole("button", { name: `${REST}件を受理する` }).click();
  await expect(page.getByRole("progressbar")).toBeVisible();
  const result = page.getByRole("region", { name: `${REST}件受理しました` });
  await expect(result).toBeVisible({ timeout: 120_000 });
  await expect(result.getByRole("listitem").filter({ hasText: "受理しました" })).toHaveCount(REST);
  await arrives(page, "申請", "day-accepted");
  await result.getByRole("button", { name: "結果を閉じる" }).click();
  await expect(page.getByText("判断を待っている申請はありません")).toBeVisible();
  await page.getByRole("link", { name: `申請者の対応待ち(${RETURNED})` }).click();
  await expect(rows(page)).toHaveCount(RETURNED + 1);
}

async function printsAll(page: Page) {
  // The print dialog of the machine is not the page's.
  await page.addInitScript(() => {
    window.print = () => document.body.setAttribute("data-printed", "");
  });
  await page.goto("/desk/notices");
  await page.getByLabel(`表示中のすべてを選ぶ(${REST}通)`).check();
  await page.getByRole("button", { name: "印刷する" }).click();
  await expect(page.getByRole("heading", { level: 1, name: `通知書 ${REST}通` })).toBeVisible();
  await expect(page.locator("body[data-printed]")).toBeVisible();
  await expect(page.getByRole("article")).toHaveCount(REST);
  await page.getByRole("button", { name: `${REST}通を投函済みにする` }).click();
  await expect(page.getByText(`${REST}通を投函済みにしました。`)).toBeVisible();
}

test("a batch that loses the network goes on with what is left", async ({ page, request, guard }) => {
  for (let at = 1; at <= 4; at += 1) {
    await arrived(request, applicationOf(`つうしん${at}診療所`, [nurse("鈴木 健一", "スズキ ケンイチ")]));
  }
  await logInFirst(page, await desk.furtherClerk(nurse("国府台 恵", "コウノダイ メグミ")));
  await page.goto("/desk?query=つうしん");
  await page.getByLabel("表示中のすべてを選ぶ(4件)").check();
  guard.allowLostNetwork();
  let calls = 0;
  await page.route("**/decision", async (route) => {
    calls += 1;
    if (calls !== 2) return route.continue();
    // The city has accepted, but the answer never arrives.
    await route.fetch();
    await route.abort();
  });
  const question = await opensBulkQuestion(page);
  await question.getByRole("button", { name: "4件を受理する" }).click();
  const stopped = page.getByRole("region", { name: "4件のうち1件受理しました" });
  await expect(stopped).toContainText("通信ができませんでした。");
  await expect(stopped).toContainText("残りの3件は選んだままにしてあります。");
  await isFitForEverybody(page, "batch-stopped");
  await stopped.getByRole("button", { name: "残りの3件を続ける" }).click();
  await expect(page.getByRole("region", { name: "4件受理しました" })).toBeVisible();
});

test("in a batch the form that another clerk has decided is told, with the reason; the others are accepted", async ({
  page,
  request,
}) => {
  const receipts: Receipt[] = [];
  for (let at = 1; at <= 3; at += 1) {
    receipts.push(
      await arrived(request, applicationOf(`はやい${at}診療所`, [nurse("高橋 陽子", "タカハシ ヨウコ")])),
    );
  }
  await logInFirst(page, await desk.furtherClerk(nurse("大野 進", "オオノ ススム")));
  await page.goto("/desk?query=はやい");
  await page.getByLabel("表示中のすべてを選ぶ(3件)").check();
  const [, second] = receipts;
  if (!second) throw new Error("no receipt");
  await desk.return(second, "電話番号を確かめてください。");
  const question = await opensBulkQuestion(page);
  await question.getByRole("button", { name: "3件を受理する" }).click();
  const result = page.getByRole("region", { name: "3件のうち2件受理しました" });
  await expect(result).toBeVisible();
  const refused = result.getByRole("listitem").filter({ hasText: "受理できませんでした" });
  await expect(refused).toHaveCount(1);
  await expect(refused.getByRole("link", { name: new RegExp(second.number) })).toBeVisible();
  await arrives(page, "申請", "batch-refused");
});
