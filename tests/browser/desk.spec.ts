import type { Page } from "@playwright/test";
import { arrived, firstClerk } from "./desk";
import { arrives, expect, isFitForEverybody, keepPicture, startOwnHost, test } from "./fixtures";
import { type Application, applicationOf, people } from "./people";
import {
  applicantPart,
  field,
  followApplication,
  logInFirst,
  organizationPart,
  personPart,
  pledge,
  type Receipt,
} from "./words";

startOwnHost();
// The second scenario goes on with what the first has left, as the desk does.
test.describe.configure({ mode: "serial" });

const application = applicationOf("みなみ診療所", people(5));
let receipt: Receipt;
/** The session of the clerk's browser. */
let cookies: Awaited<ReturnType<ReturnType<Page["context"]>["cookies"]>> = [];

async function decide(page: Page, decision: string, note: string | null) {
  const box = page.getByRole("region", { name: "判断" });
  await box.getByRole("radio", { name: decision }).check();
  if (note) await box.getByLabel("申請者に伝える理由").fill(note);
  await box.getByRole("button", { name: "確認へ進む" }).click();
  const question = page.getByRole("dialog");
  await expect(question).toContainText("みなみ診療所(5人)");
  await isFitForEverybody(page, `desk-question-${decision}`);
  await question.getByRole("button", { name: decision }).click();
}

async function opensFromQueue(page: Page) {
  await page.getByRole("link", { name: new RegExp(application.organization.name) }).click();
  await expect(page.getByRole("heading", { level: 1, name: application.organization.name })).toBeVisible();
}

test("r3_r13b_the clerk returns an application, the manager corrects it, the clerk accepts it", async ({
  page,
  request,
  freshPage,
}) => {
  await test.step("r5_the first clerk of the city logs in for the first time", async () => {
    const clerk = await firstClerk(request);
    await page.goto("/desk");
    await expect(page.getByText("このページを見るには、ログインしてください。")).toBeVisible();
    await arrives(page, "ログイン", "sign-in");
    await logInFirst(page, clerk);
    await arrives(page, "申請", "desk-empty");
    await expect(page.getByText("判断を待っている申請はありません")).toBeVisible();
  });

  await test.step("the application arrives in the queue with its due date", async () => {
    receipt = await arrived(request, application);
    await page.getByRole("button", { name: "最新の状態にする" }).or(page.getByRole("link", { name: "受付", exact: true })).first().click();
    await page.reload();
    const row = page.getByRole("row", { name: new RegExp(application.organization.name) });
    await expect(row).toContainText(receipt.number);
    await expect(row).toContainText("新しい団体");
    await expect(row).toContainText(/\d+月\d+日\([月火水木金]\)\s*あと3開庁日/);
    await expect(row).toContainText("山田 花子");
    await expect(row).toContainText("5人");
    await arrives(page, "申請", "desk");
  });

  await test.step("returned: a reason is needed", async () => {
    await opensFromQueue(page);
    await arrives(page, application.organization.name, "desk-application");
    const box = page.getByRole("region", { name: "判断" });
    await box.getByRole("radio", { name: "差し戻す" }).check();
    await box.getByRole("button", { name: "確認へ進む" }).click();
    await expect(box.getByRole("alert")).toContainText("差し戻すの理由を書いてください。");
    await decide(page, "差し戻す", "所在地の番地を確かめてください。\n電話番号は代表番号でお願いします。");
    await expect(box).toContainText("差し戻しました。申請者の画面に理由が出ます。");
    await arrives(page, application.organization.name, "desk-returned");
    await page.goto("/desk");
    await expect(page.getByText("判断を待っている申請はありません")).toBeVisible();
  });

  await test.step("the manager corrects it with everything kept", async () => correct(await freshPage(), application));

  await test.step("accepted: five accounts", async () => {
    await page.goto("/desk");
    await expect(page.getByRole("row", { name: new RegExp(receipt.number) })).toContainText("再提出");
    await opensFromQueue(page);
    await expect(page.getByText("千葉県市川市八幡3-4-6")).toBeVisible();
    await decide(page, "受理する", null);
    await expect(page.getByRole("region", { name: "判断" })).toContainText("受理しました。アカウントを作りました。");
    const accounts = page.getByRole("region", { name: "作られたアカウント" });
    await expect(accounts.getByRole("row").filter({ hasText: "通知書 未印刷" })).toHaveCount(5);
    await expect(accounts.getByRole("row", { name: /渡辺 さくら/ })).toContainText(/\d{4}-\d{4}/);
    await arrives(page, application.organization.name, "desk-accepted");
    cookies = await page.context().cookies();
  });
});

async function correct(manager: Page, { organization, applicant, people }: Application) {
  await followApplication(manager, receipt);
  const note = manager.getByRole("region", { name: "直していただきたいこと" });
  await expect(note).toContainText("所在地の番地を確かめてください。");
  await arrives(manager, "申請の状況", "follow-up-returned");
  await manager.getByRole("link", { name: "直して再提出する" }).click();
  await arrives(manager, "申請を直して再提出する", "form4-correct");
  await expect(field(organizationPart(manager), "事業所の名称")).toHaveValue(organization.name);
  await expect(field(applicantPart(manager), "ふりがな")).toHaveValue(applicant.kana);
  for (const [index, person] of people.entries()) {
    const part = personPart(manager, index + 1);
    await expect(field(part, "氏名")).toHaveValue(person.name);
    await expect(field(part, "使う端末の管理番号")).toHaveValue(person.device.asset_number);
    await expect(field(part, "使う端末の種類")).toHaveValue(person.device.kind);
  }
  await expect(pledge(manager)).toBeChecked();
  await field(organizationPart(manager), "所在地").fill("千葉県市川市八幡3-4-6 みなみビル2階");
  await manager.getByRole("button", { name: "直した内容で再提出する" }).click();
  await expect(manager.getByRole("heading", { level: 2, name: "再提出" })).toBeVisible();
  await expect(manager.getByText("千葉県市川市八幡3-4-6")).toBeVisible();
  await arrives(manager, "申請の状況", "follow-up-resubmitted");
}

test("r4_five notices are printed and posted, and one is printed anew after a warning", async ({ page, freshPage }) => {
  await page.context().addCookies(cookies);
  // The print dialog of the machine is not the page's.
  await page.addInitScript(() => {
    window.print = () => document.body.setAttribute("data-printed", "");
  });

  await test.step("five letters, each an A4 page with a QR code", async () => {
    await page.goto("/desk/notices");
    await expect(page.getByRole("row", { name: /みなみ診療所/ })).toHaveCount(5);
    await arrives(page, "通知書", "notices");
    await page.getByLabel("表示中のすべてを選ぶ(5通)").check();
    await page.getByRole("button", { name: "印刷する" }).click();
    await expect(page.getByRole("heading", { level: 1, name: "通知書 5通" })).toBeVisible();
    await expect(page.locator("body[data-printed]")).toBeVisible();
    const letters = page.getByRole("article");
    await expect(letters).toHaveCount(5);
    for (const letter of await letters.all()) await isWellPrinted(letter);
    await arrives(page, "通知書 5通", "letters");
    expect(pagesOf(await page.pdf({ preferCSSPageSize: true }))).toBe(5);
    await page.emulateMedia({ media: "print" });
    await expect(page.getByRole("button", { name: "印刷する" })).toBeHidden();
    await expect(page.getByRole("navigation")).toBeHidden();
    await keepPicture(page, "letters-print");
    await page.emulateMedia({ media: "screen" });
  });

  await test.step("r3_posted: the desk and the applicant see it", async () => {
    await page.getByRole("button", { name: "5通を投函済みにする" }).click();
    await expect(page.getByText("5通を投函済みにしました。")).toBeVisible();
    await expect(page.getByRole("row", { name: /みなみ診療所/ })).toHaveCount(5);
    await expect(page.getByRole("row", { name: /佐藤 美咲/ })).toContainText("投函");
    await arrives(page, "通知書", "notices-posted");
    const manager = await freshPage();
    await followApplication(manager, receipt);
    await expect(manager.getByText("5通すべてを郵送しました。")).toBeVisible();
    await arrives(manager, "申請の状況", "follow-up-posted");
  });

  await test.step("printing one again warns first that the old code becomes void", async () => {
    await page.getByRole("checkbox", { name: /佐藤 美咲/ }).check();
    await page.getByRole("button", { name: "印刷し直す" }).click();
    const warning = page.getByRole("dialog", { name: "印刷し直しますか" });
    await expect(warning).toContainText("前の通知書の認証コードは使えなくなります");
    await expect(warning).toContainText("佐藤 美咲");
    await isFitForEverybody(page, "notices-reprint");
    await warning.getByRole("button", { name: "やめる" }).click();
    await expect(warning).toBeHidden();
    await page.getByRole("button", { name: "印刷し直す" }).click();
    await warning.getByRole("button", { name: "新しい認証コードで印刷する" }).click();
    await expect(page.getByRole("heading", { level: 1, name: "通知書 1通" })).toBeVisible();
    await expect(page.getByRole("article")).toHaveCount(1);
    await page.getByRole("button", { name: "あとで投函する" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "閉じる" }).click();
    await expect(page.getByRole("row", { name: /佐藤 美咲/ })).toBeVisible();
    await expect(page.getByRole("row", { name: /みなみ診療所/ })).toHaveCount(1);
  });
});

async function isWellPrinted(letter: ReturnType<Page["locator"]>) {
  await expect(letter.getByText(/^[2-9A-Z]{4}-[2-9A-Z]{4}-[2-9A-Z]{4}$/)).toBeVisible();
  await expect(letter).toContainText("みなみ診療所");
  const code = letter.getByRole("img", { name: "初回ログインのページを開くQRコード" });
  const width = await code.evaluate((image: HTMLImageElement) => image.naturalWidth);
  expect(width, "the QR code is drawn").toBeGreaterThan(0);
  const hidden = await letter.evaluate((paper) => [paper.scrollHeight - paper.clientHeight, paper.scrollWidth - paper.clientWidth]);
  expect(hidden, "pixels of the letter that its page cuts off").toEqual([0, 0]);
}

/** The pages of a PDF made by Chromium. */
function pagesOf(pdf: Buffer): number {
  return pdf.toString("latin1").match(/\/Type\s*\/Page\b/g)?.length ?? 0;
}

test("open days: a closed day is entered and taken back", async ({ page }) => {
  await page.context().addCookies(cookies);
  await page.goto("/desk/open-days");
  await arrives(page, /開庁日/, "open-days");
});
