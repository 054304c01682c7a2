import { Desk } from "./desk";
import { arrives, expect, isFitForEverybody, startOwnHost, test } from "./fixtures";
import { applicationOf, nurse } from "./people";
import { arrived } from "./desk";
import { logInFirst, openMenu } from "./words";

const site = startOwnHost();
let desk: Desk;

test.beforeAll(async ({ playwright }) => {
  desk = await Desk.open(await playwright.request.newContext({ baseURL: site.origin }));
});

test("r31_somebody who has only heard of the system reads how to begin, and finds an answer", async ({ page }) => {
  await test.step("from the top page to the start-up manual", async () => {
    await page.goto("/");
    await page.getByRole("main").getByRole("link", { name: "利用開始の手引き" }).click();
    await arrives(page, "利用開始の手引き", "help-start-up");
    await page.getByRole("navigation", { name: "目次" }).getByRole("link", { name: "端末をなくしたとき" }).click();
    await expect(page.getByRole("heading", { name: "端末をなくしたとき" })).toBeInViewport();
    await page.getByRole("link", { name: "使い方" }).first().click();
    await arrives(page, "使い方", "help-entry");
  });
  await test.step("the questions are filtered while one types, in either kana", async () => {
    await page.getByRole("main").getByRole("link", { name: /^よくある質問/ }).click();
    await arrives(page, "よくある質問", "help-faq");
    await page.getByRole("searchbox", { name: "よくある質問を探す" }).fill("すきゃん");
    await expect(page.getByRole("status")).toContainText("含まれる質問は1件です");
    await expect(page.getByRole("heading", { level: 3 })).toHaveCount(1);
    await expect(page.getByRole("heading", { name: /同意書をスキャン/ })).toBeVisible();
    await expect(page).toHaveURL(/\?q=/);
    await isFitForEverybody(page, "help-faq-found");
    await page.reload();
    await expect(page.getByRole("heading", { level: 3 })).toHaveCount(1);
    await page.getByRole("searchbox").fill("");
    await expect(page.getByRole("heading", { name: /急ぎの連絡に使えますか/ })).toBeVisible();
  });
  await test.step("a link to a question leads there, and the page prints without what only a screen needs", async () => {
    await page.goto("/help/faq?q=%E3%82%BF%E3%82%B0#lost-device");
    await page.goto("/help/faq#lost-device");
    await expect(page.getByRole("heading", { name: /端末をなくしました/ })).toBeInViewport();
    await page.emulateMedia({ media: "print" });
    await expect(page.getByRole("searchbox")).toBeHidden();
    await expect(page.getByRole("button", { name: "印刷する" })).toBeHidden();
    await expect(page.getByRole("heading", { name: /端末をなくしました/ })).toBeVisible();
  });
});

test.describe("with JavaScript switched off", () => {
  test.use({ javaScriptEnabled: false });
  test("r31_manual and questions can be read and searched", async ({ page }) => {
    await page.goto("/");
    await page.getByRole("link", { name: "よくある質問" }).click();
    await arrives(page, "よくある質問", "help-faq-without-script");
    await page.getByRole("searchbox", { name: "よくある質問を探す" }).fill("ｽｷｬﾝ");
    await page.getByRole("button", { name: "探す" }).click();
    await expect(page.getByRole("heading", { level: 3 })).toHaveCount(1);
    await arrives(page, "よくある質問", "help-faq-found-without-script");
    await page.getByRole("link", { name: "すべての質問を表示する" }).click();
    await expect(page.getByRole("heading", { name: /急ぎの連絡に使えますか/ })).toBeVisible();
    await page.getByRole("link", { name: "使い方" }).first().click();
    await page.getByRole("link", { name: /^利用開始の手引き/ }).click();
    await arrives(page, "利用開始の手引き", "help-start-up-without-script");
  });
});

test("r31_a user reads the manuals, searches them, and comes from a page to what it says of her", async ({
  page,
  guard,
}) => {
  const receipt = await arrived(page.request, applicationOf("すがの診療所", [nurse("高橋 陽子", "タカハシ ヨウコ")]));
  await desk.accept(receipt);
  const [notice] = await desk.issue(receipt);
  if (!notice) throw new Error("no notice");
  await page.goto("/manuals");
  await expect(page.getByText("このページを見るには、ログインしてください。")).toBeVisible();
  await logInFirst(page, notice);

  await test.step("from the menu: hers, and not the desks'", async () => {
    await (await openMenu(page)).getByRole("link", { name: "使い方" }).click();
    await arrives(page, "使い方", "manuals");
    await expect(page.getByRole("heading", { level: 2 })).toHaveText([
      "利用者の手引き",
      "スマートフォンの手引き",
      "システム管理担当者の手引き",
      "利用開始の手引き",
      "よくある質問",
    ]);
  });
  await test.step("searched", async () => {
    await page.getByRole("searchbox", { name: "手引きの中を探す" }).fill("カメラ");
    await page.keyboard.press("Enter");
    await expect(page.getByRole("status").filter({ hasText: "見つかりました" })).toBeVisible();
    await arrives(page, "使い方", "manuals-found");
    await page.getByRole("link", { name: "写真を撮って付ける" }).click();
    await arrives(page, "スマートフォンの手引き", "manual-phone");
    await expect(page.getByRole("heading", { name: /^写真を撮って付ける/ })).toBeFocused();
    await expect(page.getByRole("heading", { name: /^写真を撮って付ける/ })).toBeInViewport();
  });
  await test.step("on to the next, and from a page to its section", async () => {
    await page.getByRole("navigation", { name: "前と次の手引き" }).getByRole("link", { name: /^前:/ }).click();
    await arrives(page, "利用者の手引き", "manual-web");
    await page.goto("/mail");
    await page.getByRole("link", { name: "この画面の使い方" }).click();
    await expect(page.getByRole("heading", { name: /^利用者間メールを使う/ })).toBeInViewport();
    await expect(page.getByRole("heading", { name: /^利用者間メールを使う/ })).toBeFocused();
  });
  await test.step("another manual is not there for her", async () => {
    guard.allowNotFound();
    await page.goto("/manuals/desk");
    await expect(page.getByRole("alert")).toContainText("見つかりませんでした");
  });
});
