import type { Locator } from "@playwright/test";
import { arrived, Desk } from "./desk";
import { arrives, expect, isFitForEverybody, keepPicture, pagesOf, startOwnHost, test } from "./fixtures";
import { applicationOf, nurse, people } from "./people";
import { field, fillForm4, followApplication, logInFirst, receiptOn, sendButton } from "./words";

const site = startOwnHost();
let desk: Desk;

test.beforeAll(async ({ playwright }) => {
  desk = await Desk.open(await playwright.request.newContext({ baseURL: site.origin }));
});

test("r4_five notices are printed and posted, and one is printed anew after a warning", async ({
  page,
  request,
  freshPage,
}) => {
  const receipt = await arrived(request, applicationOf("みなみ診療所", people(5)));
  await desk.accept(receipt);
  await logInFirst(page, await desk.furtherClerk(nurse("行徳 和子", "ギョウトク カズコ")));
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

async function isWellPrinted(letter: Locator) {
  await expect(letter.getByText(/^[2-9A-Z]{4}-[2-9A-Z]{4}-[2-9A-Z]{4}$/)).toBeVisible();
  await expect(letter).toContainText("みなみ診療所");
  const code = letter.getByRole("img", { name: "初回ログインのページを開くQRコード" });
  const width = await code.evaluate((image: HTMLImageElement) => image.naturalWidth);
  expect(width, "the QR code is drawn").toBeGreaterThan(0);
  const hidden = await letter.evaluate((paper) => [
    paper.scrollHeight - paper.clientHeight,
    paper.scrollWidth - paper.clientWidth,
  ]);
  expect(hidden, "pixels of the letter that its page cuts off").toEqual([0, 0]);
}

/** The pages of a PDF made by Chromium. */
test("r12_a clerk enters a form that came on paper and records how", async ({ page }) => {
  await logInFirst(page, await desk.furtherClerk(nurse("国府台 恵", "コウノダイ メグミ")));
  await page.goto("/apply/account");
  await fillForm4(page, applicationOf("こうのだい診療所", people(1)));
  await field(page, "受け取り方").selectOption("郵送");
  await isFitForEverybody(page, "form4-by-clerk");
  await sendButton(page).click();
  await receiptOn(page);
  await page.goto("/desk");
  await expect(page.getByRole("row", { name: /こうのだい診療所/ })).toContainText("郵送");
});

test("r12_nobody but a clerk is asked how the form came", async ({ page }) => {
  await page.goto("/apply/account");
  await expect(sendButton(page)).toBeVisible();
  await expect(field(page, "受け取り方")).toHaveCount(0);
});

test("open days: a day on which the city is closed is entered and taken back", async ({ page }) => {
  await logInFirst(page, await desk.furtherClerk(nurse("大野 進", "オオノ ススム")));
  await page.goto("/desk/open-days");
  await arrives(page, "開庁日", "open-days");
  await field(page, "日付").fill("2027-03-15");
  await field(page, "理由").fill("庁舎の停電");
  await page.getByRole("button", { name: "登録する" }).click();
  await expect(page.getByText("令和9年3月15日(月)を")).toBeVisible();
  await isFitForEverybody(page, "open-days-entered");
  await page.getByRole("button", { name: /消す.*3月15日/ }).click();
  await page.getByRole("dialog").getByRole("button", { name: "消す" }).click();
  await expect(page.getByText("登録を消しました")).toBeVisible();
});
