import type { Page } from "@playwright/test";
import { arrived, Desk } from "./desk";
import { arrives, expect, isFitForEverybody, startOwnHost, test } from "./fixtures";
import { applicationOf, nurse, PASSWORD, people } from "./people";
import {
  applicantPart,
  field,
  fillForm4,
  logInFirst,
  logOut,
  organizationPart,
  personPart,
  pledge,
  receiptOn,
  sendButton,
  signIn,
} from "./words";

const site = startOwnHost();
let desk: Desk;

test.beforeAll(async ({ playwright }) => {
  desk = await Desk.open(await playwright.request.newContext({ baseURL: site.origin }));
});

/** A nurse whose browser is her registered device; she is signed in. Returns her login ID. */
async function aNurseAtWork(page: Page, clinic: string): Promise<string> {
  const receipt = await arrived(page.request, applicationOf(clinic, [nurse("高橋 陽子", "タカハシ ヨウコ")]));
  await desk.accept(receipt);
  const [notice] = await desk.issue(receipt);
  if (!notice) throw new Error("no notice");
  await logInFirst(page, notice);
  return notice.login_id;
}

test("the network is lost while Form 4 is sent: nothing is lost, and one retry files it once", async ({
  page,
  guard,
}) => {
  const application = applicationOf("おおの診療所", people(2));
  await page.goto("/apply/account");
  await fillForm4(page, application);
  guard.allowLostNetwork();
  await page.context().setOffline(true);
  await sendButton(page).click();
  const message = page.getByRole("alert");
  await expect(message).toContainText("送信できませんでした。入力した内容はこの端末に残っています。");
  await expect(message.getByRole("button", { name: "もう一度送る" })).toBeFocused();
  await expect(field(organizationPart(page), "所在地")).toHaveValue(application.organization.address);
  await expect(field(personPart(page, 2), "氏名")).toHaveValue("鈴木 健一");
  await expect(pledge(page)).toBeChecked();
  await isFitForEverybody(page, "form4-offline");
  await page.context().setOffline(false);
  await message.getByRole("button", { name: "もう一度送る" }).click();
  const { number } = await receiptOn(page);
  const filed = await desk.applications("おおの診療所");
  expect(filed.map((each) => each.receipt_number)).toEqual([number]);
});

test("the answer to Form 4 is lost on its way back: the retry brings the same receipt", async ({
  page,
  guard,
}) => {
  await page.goto("/apply/account");
  await fillForm4(page, applicationOf("みやくぼ診療所", people(1)));
  guard.allowLostNetwork();
  await page.route("**/api/account-applications", async (route) => {
    await route.fetch();
    await route.abort();
  });
  await sendButton(page).click();
  const again = page.getByRole("alert").getByRole("button", { name: "もう一度送る" });
  await expect(again).toBeVisible();
  expect(await desk.applications("みやくぼ診療所")).toHaveLength(1);
  await page.unroute("**/api/account-applications");
  await again.click();
  const { number } = await receiptOn(page);
  const filed = await desk.applications("みやくぼ診療所");
  expect(filed.map((each) => each.receipt_number)).toEqual([number]);
});

test("a double click on the button files one application", async ({ page }) => {
  await page.goto("/apply/account");
  await fillForm4(page, applicationOf("そや診療所", people(1)));
  await sendButton(page).dblclick();
  await receiptOn(page);
  expect(await desk.applications("そや診療所")).toHaveLength(1);
});

test("a double click files one application with JavaScript switched off, too", async ({ freshPage }) => {
  const page = await freshPage({ javaScriptEnabled: false });
  await page.goto("/apply/account");
  await fillForm4(page, applicationOf("こうや診療所", people(1)));
  await sendButton(page).dblclick();
  const { number } = await receiptOn(page);
  const filed = await desk.applications("こうや診療所");
  expect(filed.map((each) => each.receipt_number)).toEqual([number]);
});

test("the keyboard alone: signing in", async ({ page }) => {
  const loginId = await aNurseAtWork(page, "すがの診療所");
  await logOut(page);
  await page.goto("/sign-in");
  // The only person of this device is filled in; the focus starts at the top of the page.
  await expect(field(page, "ログインID")).toHaveValue(loginId);
  await tabTo(page, field(page, "パスワード"));
  await page.keyboard.type(PASSWORD);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1, name: "高橋 陽子さん" })).toBeFocused();
});

test("the keyboard alone: the first part of Form 4", async ({ page }) => {
  const { organization, applicant } = applicationOf("ゆみの診療所", []);
  const part = organizationPart(page);
  await page.goto("/apply/account");
  await page.keyboard.press("Tab");
  await expect(page.getByRole("link", { name: "本文へ移動" })).toBeFocused();
  await page.keyboard.press("Enter");
  await tabTo(page, field(part, "団体の名称"));
  await page.keyboard.type(organization.name);
  // Enter ends the conversion of a Japanese word; it must not send the form.
  await page.keyboard.press("Enter");
  await tabTo(page, field(part, "団体の種類"));
  await page.keyboard.press("ArrowDown");
  await tabTo(page, field(part, "郵便番号"));
  await page.keyboard.type(organization.postal_code);
  await page.keyboard.press("Tab");
  await page.keyboard.type(organization.address);
  await page.keyboard.press("Tab");
  await page.keyboard.type(organization.phone);
  await page.keyboard.press("Tab");
  await expect(field(applicantPart(page), "氏名")).toBeFocused();
  await page.keyboard.type(applicant.name);
  await expect(field(part, "団体の種類")).toHaveValue("clinic");
  await expect(field(part, "所在地")).toHaveValue(organization.address);
  await expect(field(part, "団体の電話番号")).toHaveValue(organization.phone);
  await expect(page.getByRole("alert")).toHaveCount(0);
});

test("the keyboard alone: the pages in the header, which a phone keeps in a menu", async ({ page }, {
  project,
}) => {
  await aNurseAtWork(page, "こくぶん診療所");
  const pages = page.getByRole("navigation", { name: "ページ" });
  const menu = pages.getByRole("button", { name: "メニュー" });
  const account = pages.getByRole("link", { name: "アカウント" });
  if (project.name === "phone") {
    await expect(account).toBeHidden();
    await menu.press("Enter");
    await expect(account).toBeVisible();
    await isFitForEverybody(page, "menu");
    await tabTo(page, account);
    await page.keyboard.press("Escape");
    await expect(account).toBeHidden();
    await expect(menu).toBeFocused();
    await page.keyboard.press("Enter");
  } else await expect(menu).toBeHidden();
  await account.press("Enter");
  await expect(page.getByRole("heading", { level: 1, name: "アカウント" })).toBeFocused();
  await expect(account).toBeVisible({ visible: project.name === "wide" });
});

/** Presses Tab until the control has the focus, as many times as a patient person would. */
async function tabTo(page: Page, control: ReturnType<typeof field>) {
  for (let pressed = 0; pressed < 20; pressed += 1) {
    await page.keyboard.press("Tab");
    if (await control.evaluate((element) => element === document.activeElement)) return;
  }
  await expect(control).toBeFocused();
}

test("r36_the session has ended: signing in again leads back to the page and the note", async ({
  page,
  freshPage,
}) => {
  const other = await freshPage();
  const receipt = await arrived(other.request, applicationOf("わかみや診療所", people(1)));
  const clerk = await desk.furtherClerk(nurse("行徳 和子", "ギョウトク カズコ"));
  await logInFirst(page, clerk);
  await page.goto(`/desk/applications/${receipt.number}`);
  await page.getByRole("radio", { name: "差し戻す" }).check();
  await page.getByLabel("申請者に伝える理由").fill("電話番号を確かめてください。");
  await page.context().clearCookies();
  await page.getByRole("button", { name: "確認へ進む" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "差し戻す" }).click();
  await expect(page.getByText("このページを見るには、ログインしてください。")).toBeVisible();
  await arrives(page, "ログイン", "sign-in-ended");
  await signIn(page, clerk.login_id);
  await arrives(page, "わかみや診療所", "desk-application-again");
  await expect(page).toHaveURL(new RegExp(`/desk/applications/${receipt.number}$`));
  await expect(page.getByLabel("申請者に伝えること")).toHaveValue("電話番号を確かめてください。");
});

test("offline: the pages after signing in say so and keep what was typed", async ({ page, guard }) => {
  const loginId = await aNurseAtWork(page, "ほんぎょうとく診療所");
  await logOut(page);
  guard.allowLostNetwork();
  await page.context().setOffline(true);
  await expect(page.getByText("インターネットにつながっていません。")).toBeVisible();
  await signIn(page, loginId);
  await expect(page.getByRole("alert")).toContainText("通信ができませんでした。");
  await expect(field(page, "パスワード")).toHaveValue(PASSWORD);
  await isFitForEverybody(page, "sign-in-offline");
  await page.context().setOffline(false);
  await page.getByRole("button", { name: "ログインする" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "高橋 陽子さん" })).toBeVisible();
});
