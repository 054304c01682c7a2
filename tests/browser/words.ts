/** What people do on the pages, in their words; shared by the scenarios. */

import { expect, type Locator, type Page } from "@playwright/test";
import { type Application, PASSWORD, type Person } from "./people";

export interface Receipt {
  number: string;
  passcode: string;
}

/** What came by post, or was handed over. */
export interface Notice {
  login_id: string;
  code: string;
}

/** The control under exactly this label, with or without 必須 or なくてもよい beside it. */
export function field(within: Page | Locator, label: string): Locator {
  return within.getByLabel(new RegExp(`^${label}\\s*(必須|\\(なくてもよい\\))?$`));
}

export function organizationPart(page: Page): Locator {
  return page.getByRole("group", { name: "1 団体" });
}

export function applicantPart(page: Page): Locator {
  return page.getByRole("group", { name: "2 申請する人（システム管理担当者）" });
}

/** The part of Form 4 about the first, second … person. */
export function personPart(page: Page, at: number): Locator {
  return page.getByRole("group", { name: `${at}人目`, exact: true });
}

export function pledge(page: Page): Locator {
  return page.getByRole("checkbox", { name: /上のすべてを守ることを誓約します/ });
}

export async function fillOrganization(page: Page, { organization }: Application) {
  const part = organizationPart(page);
  await field(part, "団体の名称").fill(organization.name);
  await field(part, "団体の種類").selectOption(organization.kind);
  await field(part, "郵便番号").fill(organization.postal_code);
  await field(part, "所在地").fill(organization.address);
  await field(part, "団体の電話番号").fill(organization.phone);
}

export async function fillApplicant(page: Page, { applicant }: Application) {
  const part = applicantPart(page);
  await field(part, "氏名").fill(applicant.name);
  await field(part, "ふりがな").fill(applicant.kana);
  await field(part, "メールアドレス").fill(applicant.email);
  await field(part, "電話番号").fill(applicant.phone);
}

export async function fillPerson(page: Page, at: number, person: Person) {
  const part = personPart(page, at);
  await field(part, "氏名").fill(person.name);
  await field(part, "ふりがな").fill(person.kana);
  await field(part, "職種").selectOption(person.profession);
  await field(part, "メールアドレス").fill(person.email);
  await field(part, "使う端末の管理番号").fill(person.device.asset_number);
  await field(part, "使う端末の種類").selectOption(person.device.kind);
}

export async function addPerson(page: Page, at: number, person: Person) {
  await page.getByRole("button", { name: "利用者をもう一人追加する" }).click();
  await expect(personPart(page, at)).toBeVisible();
  await fillPerson(page, at, person);
}

export async function fillForm4(page: Page, application: Application) {
  await fillOrganization(page, application);
  await fillApplicant(page, application);
  for (const [index, person] of application.people.entries()) {
    if (index === 0) await fillPerson(page, 1, person);
    else await addPerson(page, index + 1, person);
  }
  await pledge(page).check();
}

export function sendButton(page: Page): Locator {
  return page.getByRole("button", { name: "この内容で申請する" });
}

/** The error stands beside the control, belongs to it, and the control says that it is wrong. */
export async function isRefused(control: Locator, reason: RegExp) {
  await expect(control).toHaveAttribute("aria-invalid", "true");
  await expect(control).toHaveAccessibleDescription(reason);
}

/** What the applicant writes down from the receipt page. */
export async function receiptOn(page: Page): Promise<Receipt> {
  await expect(page.getByRole("heading", { level: 1, name: "申請を受け付けました" })).toBeVisible();
  const main = page.getByRole("main");
  const number = /\d-\d{2}-\d{6}-\d{2}/.exec(await main.innerText())?.[0];
  const passcode = /[2-9A-Z]{4}-[2-9A-Z]{4}-[2-9A-Z]{4}/.exec(await main.innerText())?.[0];
  if (!number || !passcode) throw new Error(`no receipt number or passcode in: ${await main.innerText()}`);
  return { number, passcode };
}

export async function followApplication(page: Page, receipt: Receipt) {
  await page.goto("/apply/status");
  await field(page, "受付番号").fill(receipt.number);
  await field(page, "パスコード").fill(receipt.passcode);
  await page.getByRole("button", { name: "状況を見る" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "申請の状況" })).toBeVisible();
}

export async function enterCode(page: Page, notice: Notice) {
  await page.goto(`/first-login?login_id=${notice.login_id}`);
  await field(page, "認証コード").fill(notice.code);
  await page.getByRole("button", { name: "次へ" }).click();
}

/** R5: the code, a password of one's own, and this browser is a registered device. */
export async function logInFirst(page: Page, notice: Notice) {
  await enterCode(page, notice);
  await field(page, "新しいパスワードを決める").fill(PASSWORD);
  await page.getByRole("button", { name: "この端末を登録してログインする" }).click();
  await expect(ownAccount(page)).toBeVisible();
}

/** The name in the header: somebody is signed in. */
export function ownAccount(page: Page): Locator {
  return page.getByRole("banner").getByRole("link", { name: /さん\s*のアカウント$/ });
}

/** The pages in the header, which a phone shows in a menu. */
export async function openMenu(page: Page): Promise<Locator> {
  // It is there once it is known who is signed in.
  await page.getByRole("navigation", { name: "ページ", exact: true }).waitFor();
  const menu = page.getByRole("button", { name: "メニュー" });
  if ((await menu.isVisible()) && (await menu.getAttribute("aria-expanded")) === "false") await menu.click();
  return page.getByRole("navigation", { name: "ページ", exact: true });
}

/** On the sign-in page; where it leads to is the scenario's to say. */
export async function signIn(page: Page, loginId: string, password = PASSWORD) {
  await field(page, "ログインID").fill(loginId);
  await field(page, "パスワード").fill(password);
  await page.getByRole("button", { name: "ログインする" }).click();
}

export async function logOut(page: Page) {
  await (await openMenu(page)).getByRole("button", { name: "ログアウト" }).click();
  await expect(page.getByText("ログアウトしました。")).toBeVisible();
}
