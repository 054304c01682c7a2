import type { Page } from "@playwright/test";
import { arrived, Desk } from "./desk";
import { arrives, expect, isFitForEverybody, startOwnHost, test } from "./fixtures";
import { applicationOf, nurse, people } from "./people";
import { field, followApplication, logInFirst, openMenu } from "./words";

const site = startOwnHost();
let desk: Desk;

test.beforeAll(async ({ playwright }) => {
  desk = await Desk.open(await playwright.request.newContext({ baseURL: site.origin }));
});

function decisionBox(page: Page) {
  return page.getByRole("region", { name: "判断" });
}

test("one of three people is left out with a reason; a note of the desk stays in the desk", async ({
  page,
  request,
  freshPage,
}) => {
  const receipt = await arrived(request, applicationOf("みなみ診療所", people(3)));
  await logInFirst(page, await desk.furtherClerk(nurse("行徳 和子", "ギョウトク カズコ")));
  await page.goto(`/desk/applications/${receipt.number}`);

  await test.step("a note and the assignment", async () => {
    await page.getByLabel("窓口内のメモを残す").fill("電話で番地を確かめた。");
    await page.getByRole("button", { name: "メモを残す" }).click();
    const history = page.getByRole("region", { name: "これまでの経過" });
    await expect(history.getByRole("listitem").filter({ hasText: "窓口内のメモ" })).toContainText(
      "電話で番地を確かめた。",
    );
    await page.getByRole("button", { name: "自分が担当する" }).click();
    await expect(page.getByLabel("この申請を担当する人")).toHaveValue(/\d+/);
    await arrives(page, "みなみ診療所", "work-noted");
  });

  await test.step("without a reason nobody is left out", async () => {
    const box = decisionBox(page);
    await box.getByRole("radio", { name: "受理する" }).check();
    await box.getByText("一部の人を除いて受理する").click();
    await box.getByRole("checkbox", { name: "鈴木 健一さんを除く" }).check();
    await box.getByRole("button", { name: "確認へ進む" }).click();
    await expect(box.getByRole("alert")).toContainText("鈴木 健一さんを除く理由を書いてください。");
    await isFitForEverybody(page, "work-exclusion");
    await field(box, "鈴木 健一さんを除く理由").fill("同じ人がきた診療所に登録されています。");
    await box.getByRole("button", { name: "確認へ進む" }).click();
    const question = page.getByRole("dialog");
    await expect(question).toContainText("鈴木 健一さん: 同じ人がきた診療所に登録されています。");
    await question.getByRole("button", { name: "受理する" }).click();
    await expect(box).toContainText("受理しました。");
    const accounts = page.getByRole("region", { name: "作られたアカウント" });
    await expect(accounts.getByRole("row")).toHaveCount(3);
    await arrives(page, "みなみ診療所", "work-accepted");
  });

  await test.step("the applicant reads the reason, and not the note", async () => {
    const manager = await freshPage();
    await followApplication(manager, receipt);
    await expect(manager.getByText("同じ人がきた診療所に登録されています。")).toBeVisible();
    await expect(manager.getByText("電話で番地を確かめた。")).toHaveCount(0);
  });
});

test("r11_a paper form handed in at the wrong desk is sent on in one click, and the applicant is told", async ({
  page,
  freshPage,
}) => {
  const association = await freshPage();
  await logInFirst(association, await desk.associationClerk(nurse("真間 健", "ママ ケン")));
  const receipt = await arrived(association.request, {
    ...applicationOf("きた診療所", people(1)),
    channel: "in_person",
  });

  await test.step("the association has a queue of its own, and cannot accept a Form 4", async () => {
    await association.goto("/desk");
    await expect(association.getByRole("row", { name: /きた診療所/ })).toContainText("別の窓口の様式");
    const pages = await openMenu(association);
    await expect(pages.getByRole("link")).toHaveText([
      "申請",
      "登録者",
      "担当者の確認",
      "内容の削除",
      "部屋",
      "メール",
      "お知らせ",
      "アカウント",
      "使い方",
    ]);
    await arrives(association, "申請", "association-queue");
    await association.getByRole("link", { name: /きた診療所/ }).click();
    await expect(decisionBox(association).getByRole("radio", { name: "受理する" })).toHaveCount(0);
    await arrives(association, "きた診療所", "association-application");
  });

  await test.step("one click, with a reason that can be read first", async () => {
    await decisionBox(association).getByRole("button", { name: "市の窓口へ転送する" }).click();
    const question = association.getByRole("dialog");
    await expect(question).toContainText("出し直しは必要ありません。");
    await isFitForEverybody(association, "association-redirect");
    await question.getByRole("button", { name: "転送する" }).click();
    await expect(decisionBox(association)).toContainText("別の窓口へ転送しました。");
    await association.goto("/desk");
    await expect(association.getByText("判断を待っている申請はありません")).toBeVisible();
  });

  await test.step("the city decides, with everything that was typed", async () => {
    await logInFirst(page, await desk.furtherClerk(nurse("国府台 恵", "コウノダイ メグミ")));
    await page.goto("/desk");
    await expect(page.getByRole("row", { name: /きた診療所/ })).toContainText("別の窓口から転送");
    await page.getByRole("link", { name: /きた診療所/ }).click();
    await expect(page.getByRole("region", { name: "これまでの経過" })).toContainText(
      "別の窓口へ転送しました",
    );
    await decisionBox(page).getByRole("radio", { name: "受理する" }).check();
    await arrives(page, "きた診療所", "redirected-application");
  });

  await test.step("the applicant is told", async () => {
    const manager = await freshPage();
    await followApplication(manager, receipt);
    const message = manager.getByRole("region", { name: "窓口からの連絡" });
    await expect(message).toContainText("出し直しは必要ありません。");
    await arrives(manager, "申請の状況", "redirected-follow-up");
  });
});

test("an emergency code needs two clerks, and the first is told why", async ({
  page,
  request,
  freshPage,
}) => {
  const receipt = await arrived(request, applicationOf("にし診療所", people(1)));
  await desk.accept(receipt);
  const [notice] = await desk.issue(receipt);
  if (!notice) throw new Error("no notice");
  await logInFirst(page, await desk.furtherClerk(nurse("大野 進", "オオノ ススム")));

  await test.step("the first clerk asks, and can take it back but not confirm", async () => {
    await page.goto("/desk/emergency");
    await arrives(page, "緊急コード", "emergency-empty");
    await page.getByRole("button", { name: "別の担当者に確認を頼む" }).click();
    await expect(page.getByRole("alert")).toContainText("理由を書いてください。");
    await field(page, "使う人のログインID").fill(notice.login_id);
    await field(page, "理由").fill("タブレットの画面が割れた。団体にかけ直して本人を確認。");
    await field(page, "代わりに使う端末の管理番号").fill("NSI-T-900");
    await field(page, "端末の種類").selectOption("tablet");
    await page.getByRole("button", { name: "別の担当者に確認を頼む" }).click();
    await expect(page.getByText("の緊急コードを依頼しました。")).toBeVisible();
    await expect(page.getByText("あなたが依頼したものは、あなたには発行できません。")).toBeVisible();
    await arrives(page, "緊急コード", "emergency-waiting");
    await expect(page.getByRole("button", { name: "依頼を取り下げる" })).toBeVisible();
    await expect(page.getByRole("button", { name: "確認して発行する" })).toHaveCount(0);
  });

  await test.step("the second sees the code, once", async () => {
    const second = await freshPage();
    await logInFirst(second, await desk.furtherClerk(nurse("真間 ゆき", "ママ ユキ")));
    await second.goto("/desk/emergency");
    await second.getByRole("button", { name: "確認して発行する" }).click();
    await second.getByRole("dialog").getByRole("button", { name: "発行してコードを表示する" }).click();
    await expect(second.getByRole("heading", { level: 1, name: /の緊急コード$/ })).toBeVisible();
    await expect(second.getByRole("region", { name: "緊急コード" })).toContainText(
      /[2-9A-Z]{4}-[2-9A-Z]{4}-[2-9A-Z]{4}/,
    );
    await isFitForEverybody(second, "emergency-code");
    await second.getByRole("button", { name: "伝えたので閉じる" }).click();
    await second.getByRole("dialog").getByRole("button", { name: "閉じる" }).click();
    await expect(second.getByRole("row", { name: /発行済み/ })).toContainText("真間 ゆき");
  });
});

test("r38_a setting is changed within its bounds and taken back; the trail says who, and that it is whole", async ({
  page,
}) => {
  await logInFirst(page, await desk.furtherClerk(nurse("稲荷木 学", "トウカギ マナブ")));
  await test.step("changed and taken back", async () => {
    await page.goto("/desk/settings");
    await arrives(page, "設定", "settings");
    const years = page.getByRole("form", { name: /操作の記録を保存する年数/ });
    await years.getByRole("textbox").fill("4");
    await years.getByRole("button", { name: /保存する/ }).click();
    await expect(years.getByRole("alert")).toBeVisible();
    await isFitForEverybody(page, "settings-refused");
    await years.getByRole("textbox").fill("7");
    await years.getByRole("button", { name: /保存する/ }).click();
    await expect(page.getByText(/5年から7年に変えました。/)).toBeVisible();
    await page.getByRole("button", { name: "元に戻す(5年)" }).click();
    await expect(page.getByText(/7年から5年に戻しました。/)).toBeVisible();
  });
  await test.step("both changes are in the trail", async () => {
    await page.goto("/desk/audit");
    await page.getByLabel("したこと").selectOption({ label: "設定を変えた" });
    await page.getByRole("button", { name: "この条件で探す" }).click();
    await expect(page.getByRole("row", { name: /設定を変えた/ })).toHaveCount(2);
    await expect(page.getByRole("row", { name: /設定を変えた/ }).first()).toContainText("稲荷木 学");
    await page.getByRole("button", { name: "はじめから確かめる" }).click();
    await expect(page.getByText("記録は書き換えられていません。")).toBeVisible();
    await arrives(page, "記録", "audit");
    const saved = page.waitForEvent("download");
    await page.getByRole("button", { name: "この条件の記録をCSVで保存する" }).click();
    expect((await saved).suggestedFilename()).toMatch(/\.csv$/);
  });
});
