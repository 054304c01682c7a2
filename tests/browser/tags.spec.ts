import type { Locator, Page } from "@playwright/test";
import { arrived, Desk } from "./desk";
import { arrives, expect, isFitForEverybody, startOwnHost, test } from "./fixtures";
import { applicationOf, nurse, PASSWORD } from "./people";
import { field, isRefused, logInFirst, openMenu } from "./words";

const site = startOwnHost();
let desk: Desk;

test.beforeAll(async ({ playwright }) => {
  desk = await Desk.open(await playwright.request.newContext({ baseURL: site.origin }));
});

function offered(page: Page): Locator {
  return page.getByRole("region", { name: "使っているタグ" });
}

function retired(page: Page): Locator {
  return page.getByRole("region", { name: "使うのをやめたタグ" });
}

function button(within: Page | Locator, what: string, tag: string): Locator {
  return within.getByRole("button", { name: new RegExp(`^${what}\\s*\\(${tag}\\)$`) });
}

async function standIn(page: Page, names: string[]) {
  await expect(offered(page).locator("li strong")).toHaveText(names);
}

async function creates(page: Page, name: string, typed = name) {
  await field(page, "タグの名前").fill(typed);
  await page.getByRole("button", { name: "タグを作る" }).click();
  await expect(page.getByText(`タグ「${name}」を作りました。`)).toBeVisible();
  await expect(field(page, "タグの名前")).toHaveValue("");
}

/** What a colleague in the next room does meanwhile, with the session of this browser. */
async function colleagueCreates(page: Page, name: string) {
  const answer = await page.request.post("/api/tags", { data: { name } });
  expect(answer.status()).toBe(201);
}

/** The second scenario goes on with the set that the first has left. */
test.describe.configure({ mode: "serial" });

test("r28_the city creates, orders, renames and retires tags", async ({ page }) => {
  await logInFirst(page, await desk.furtherClerk(nurse("行徳 和子", "ギョウトク カズコ")));
  await page.goto("/desk");
  await (await openMenu(page)).getByRole("link", { name: "タグ", exact: true }).click();
  await expect(page.getByText("使っているタグはありません")).toBeVisible();
  await arrives(page, "タグ", "tags-empty");

  await test.step("created at the end; a name that is none is refused at the field", async () => {
    await page.getByRole("button", { name: "タグを作る" }).click();
    await isRefused(field(page, "タグの名前"), /タグの名前を入力してください。/);
    await creates(page, "褥瘡");
    await creates(page, "服薬", "#服薬");
    await creates(page, "退院調整");
    await standIn(page, ["褥瘡", "服薬", "退院調整"]);
    await field(page, "タグの名前").fill("服薬");
    await page.getByRole("button", { name: "タグを作る" }).click();
    await isRefused(field(page, "タグの名前"), /同じ名前のタグがあります。/);
    await isFitForEverybody(page, "tags-name-in-use");
    await field(page, "タグの名前").fill("");
  });
  await test.step("ordered with the keyboard alone, quickly, and kept", () => orders(page));
  await test.step("an order made from an old list is refused, and the new list is there", () =>
    ordersTooLate(page));
  await test.step("a refused move is taken back", () => orderIsRefused(page));
  await test.step("renamed in place, and back", () => renames(page));
  await test.step("retired after a question, brought back, and retired", () => retires(page));
  await arrives(page, "タグ", "tags");
});

async function orders(page: Page) {
  const up = button(page, "上へ", "退院調整");
  await up.focus();
  await page.keyboard.press("Enter");
  await standIn(page, ["褥瘡", "退院調整", "服薬"]);
  await expect(up).toBeFocused();
  await page.keyboard.press("Enter");
  await standIn(page, ["退院調整", "褥瘡", "服薬"]);
  await expect(up).toBeFocused();
  await expect(up).toHaveAttribute("aria-disabled", "true");
  await expect(page.getByText("「退院調整」を1番目に動かしました。")).toBeVisible();
  // Faster than the city answers: every press counts.
  const down = button(page, "下へ", "退院調整");
  const sent = page.waitForResponse(
    (answer) =>
      answer.url().endsWith("/api/tags/order") && (answer.request().postData() ?? "").endsWith("3]}"),
  );
  await down.press("Enter");
  await down.press("Enter");
  await sent;
  await expect(down).toBeFocused();
  await page.reload();
  await standIn(page, ["褥瘡", "服薬", "退院調整"]);
}

async function ordersTooLate(page: Page) {
  await colleagueCreates(page, "栄養");
  await button(page, "上へ", "服薬").click();
  await expect(offered(page).getByRole("alert")).toContainText(
    "ほかの職員がタグを変えたので、読み込み直しました。",
  );
  await standIn(page, ["褥瘡", "服薬", "退院調整", "栄養"]);
  await isFitForEverybody(page, "tags-outdated");
  await button(page, "上へ", "服薬").click();
  await standIn(page, ["服薬", "褥瘡", "退院調整", "栄養"]);
  await expect(offered(page).getByRole("alert")).toHaveCount(0);
}

async function orderIsRefused(page: Page) {
  const refusal = { type: "about:blank", title: "順番を変えられません。", status: 403, code: "forbidden" };
  await page.route("**/api/tags/order", (route) => route.fulfill({ status: 403, json: refusal }));
  await button(page, "下へ", "服薬").click();
  await expect(offered(page).getByRole("alert")).toContainText("順番を変えられません。");
  await standIn(page, ["服薬", "褥瘡", "退院調整", "栄養"]);
  await page.unroute("**/api/tags/order");
}

async function renames(page: Page) {
  await button(page, "名前を変える", "褥瘡").click();
  const name = field(page, "「褥瘡」の新しい名前");
  await expect(name).toBeFocused();
  await expect(name).toHaveAccessibleDescription(/これまでのメッセージの表示も変わります。/);
  await name.fill("服薬");
  await page.keyboard.press("Enter");
  await isRefused(name, /同じ名前のタグがあります。/);
  await isFitForEverybody(page, "tags-renaming");
  await name.fill("褥瘡・皮膚");
  await page.keyboard.press("Enter");
  await expect(page.getByText("「褥瘡」を「褥瘡・皮膚」に変えました。")).toBeVisible();
  await expect(button(page, "名前を変える", "褥瘡・皮膚")).toBeFocused();
  await expect(offered(page).getByRole("alert")).toHaveCount(0);
  await page.getByRole("button", { name: "元に戻す(褥瘡)" }).click();
  await expect(page.getByText("「褥瘡・皮膚」を「褥瘡」に戻しました。")).toBeVisible();
  await expect(page.getByRole("heading", { name: "使っているタグ" })).toBeFocused();
  await button(page, "名前を変える", "褥瘡").click();
  await expect(field(page, "「褥瘡」の新しい名前")).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(button(page, "名前を変える", "褥瘡")).toBeFocused();
}

async function retires(page: Page) {
  const question = page.getByRole("dialog");
  const retire = async () => {
    await button(page, "使うのをやめる", "褥瘡").click();
    await expect(question).toContainText("これまでのメッセージには、このタグが付いたまま残ります。");
  };
  await retire();
  await isFitForEverybody(page, "tags-retire-question");
  await question.getByRole("button", { name: "使い続ける" }).click();
  await expect(button(page, "使うのをやめる", "褥瘡")).toBeFocused();
  await retire();
  await question.getByRole("button", { name: "使うのをやめる" }).click();
  await standIn(page, ["服薬", "退院調整", "栄養"]);
  await expect(page.getByRole("heading", { name: "使っているタグ" })).toBeFocused();
  await page.getByRole("button", { name: "元に戻す(もう一度使う)" }).click();
  await standIn(page, ["服薬", "褥瘡", "退院調整", "栄養"]);
  await retire();
  await question.getByRole("button", { name: "使うのをやめる" }).click();
  await expect(button(retired(page), "もう一度使う", "褥瘡")).toBeVisible();
}

test("r28_a user reads the set, wishes for a tag, and reads the city's answer", async ({
  page,
  freshPage,
}) => {
  const clerk = await freshPage();
  await aNurseAtWork(page, "おおの診療所");
  await test.step("the set is there, and so is who may change it", async () => {
    await page.goto("/home");
    await page.getByRole("link", { name: /タグの一覧と要望/ }).click();
    await expect(page.getByRole("list", { name: "今あるタグ" }).getByRole("listitem")).toHaveText([
      "服薬",
      "退院調整",
      "栄養",
    ]);
    await expect(page.getByText(/できるのは市だけです。/)).toBeVisible();
    await expect(page.getByText("送った要望はありません")).toBeVisible();
    await arrives(page, "タグの一覧と要望", "my-tags-empty");
  });
  await test.step("wishes are sent, one of them twice", () => wishes(page));
  await test.step("the city answers", () => answers(clerk));
  await test.step("the answers are read, and the new tag is in the set", async () => {
    await page.getByRole("button", { name: "最新の状態にする" }).click();
    const mine = page.getByRole("region", { name: "自分の要望" });
    await expect(mine.getByRole("listitem").filter({ hasText: "口腔ケア" })).toContainText(
      "タグができました",
    );
    await expect(mine.getByRole("listitem").filter({ hasText: "連絡" })).toContainText(
      "どのメッセージも連絡なので、作りません。",
    );
    await page.reload();
    await expect(page.getByRole("list", { name: "今あるタグ" })).toContainText("口腔ケア");
    await arrives(page, "タグの一覧と要望", "my-tags");
  });
  await test.step("what the city did is in the records, in words", async () => {
    await clerk.goto("/desk/audit?action=tag_wish.");
    await expect(clerk.getByRole("table").getByText("タグの要望に答えた").first()).toBeVisible();
    await arrives(clerk, "記録", "tags-audit");
  });
});

async function aNurseAtWork(page: Page, clinic: string) {
  const receipt = await arrived(page.request, applicationOf(clinic, [nurse("高橋 陽子", "タカハシ ヨウコ")]));
  await desk.accept(receipt);
  const [notice] = await desk.issue(receipt);
  if (!notice) throw new Error("no notice");
  await logInFirst(page, notice);
}

async function wishes(page: Page) {
  const send = page.getByRole("button", { name: "要望を送る" });
  await field(page, "ほしいタグの名前").fill("あ".repeat(21));
  await send.click();
  await isRefused(field(page, "ほしいタグの名前"), /20文字までにしてください。今は21文字です。/);
  await field(page, "ほしいタグの名前").fill("服薬");
  await send.click();
  await isRefused(field(page, "ほしいタグの名前"), /すでに使えます。/);
  await isFitForEverybody(page, "my-tags-refused");
  for (const [name, reason] of [
    ["口腔ケア", "訪問歯科の記録を探したい。"],
    ["連絡", ""],
  ] as const) {
    await field(page, "ほしいタグの名前").fill(name);
    await field(page, "理由").fill(reason);
    await send.click();
    await expect(page.getByText(`「${name}」の要望を送りました。`)).toBeVisible();
  }
  await expect(page.getByRole("region", { name: "自分の要望" }).getByText("回答待ち")).toHaveCount(2);
  await field(page, "ほしいタグの名前").fill("口腔ケア");
  await send.click();
  await expect(page.getByText("「口腔ケア」の要望は、前に送ってあります。")).toBeVisible();
}

async function answers(clerk: Page) {
  await logInFirst(clerk, await desk.furtherClerk(nurse("国府台 恵", "コウノダイ メグミ")));
  await clerk.goto("/desk/tags");
  await clerk.getByRole("link", { name: "要望を読んで答える" }).click();
  const oral = clerk.getByRole("article", { name: "口腔ケア" });
  await expect(oral).toContainText("1人の要望");
  await expect(oral).toContainText("訪問歯科の記録を探したい。");
  await oral.getByRole("button", { name: "回答を送る" }).click();
  await isRefused(field(oral, "要望した人への回答"), /回答を書いてください。/);
  await arrives(clerk, "タグ", "tag-wishes");
  await field(oral, "要望した人への回答").fill("作りました。お使いください。");
  await oral.getByRole("checkbox", { name: "「口腔ケア」というタグを作る" }).check();
  await loginIsTooOldOnce(clerk);
  await oral.getByRole("button", { name: "回答を送る" }).click();
  await clerk.getByRole("dialog").getByLabel("パスワード", { exact: true }).fill(PASSWORD);
  await clerk.getByRole("button", { name: "確かめて続ける" }).click();
  await expect(oral).toContainText("回答を送りました。");
  await expect(oral).toContainText("タグを作りました");

  const notice = clerk.getByRole("article", { name: "連絡" });
  await expect(notice).toContainText("理由は書かれていません。");
  await field(notice, "要望した人への回答").fill("作りません。");
  await notice.getByRole("button", { name: "回答を送る" }).click();
  await expect(notice).toContainText("回答を送りました。");
  await clerk.getByRole("link", { name: "要望(回答済み)" }).click();
  await expect(clerk.getByRole("article")).toHaveCount(2);
  await button(clerk, "回答を書き直す", "連絡").click();
  await field(notice, "要望した人への回答").fill("どのメッセージも連絡なので、作りません。");
  await notice.getByRole("button", { name: "回答を送る" }).click();
  await expect(notice.getByRole("heading", { name: "連絡" })).toBeFocused();
  await arrives(clerk, "タグ", "tag-wishes-answered");
  await clerk.getByRole("link", { name: "要望(未回答)" }).click();
  await expect(clerk.getByText("回答を待っている要望はありません")).toBeVisible();
}

/** As if the clerk had logged in more than half an hour ago (R36). */
async function loginIsTooOldOnce(page: Page) {
  const refusal = {
    type: "about:blank",
    title: "もう一度パスワードを入力してください。",
    status: 403,
    code: "login_too_old",
  };
  await page.route("**/api/tag-wishes/answer", (route) => route.fulfill({ status: 403, json: refusal }), {
    times: 1,
  });
}
