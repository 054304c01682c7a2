import type { Page } from "@playwright/test";
import { arrives, expect, isFitForEverybody, keepPicture, startOwnHost, test } from "./fixtures";
import { type Application, applicationOf, people } from "./people";
import {
  addPerson,
  applicantPart,
  field,
  fillApplicant,
  fillOrganization,
  fillPerson,
  followApplication,
  isRefused,
  organizationPart,
  personPart,
  pledge,
  type Receipt,
  receiptOn,
  sendButton,
} from "./words";

startOwnHost();

test("r1_the manager of a new clinic applies for five people and keeps what was typed", async ({ page }) => {
  const application = applicationOf("みなみ診療所", people(5));
  const [first, ...others] = application.people;
  if (!first) throw new Error("nobody");

  await test.step("from the top page to Form 4", async () => {
    await page.goto("/");
    await arrives(page, /在宅医療・介護をつなぐ/, "top");
    await page.getByRole("main").getByRole("link", { name: "申請する" }).click();
    await arrives(page, "何をしたいですか", "apply");
    await page.getByRole("link", { name: "アカウントを申し込む" }).click();
    await arrives(page, "アカウントを申請する", "form4-empty");
  });

  await test.step("mistakes in several fields", async () => {
    await fillOrganization(page, application);
    await fillApplicant(page, application);
    await fillPerson(page, 1, first);
    await field(organizationPart(page), "郵便番号").fill("272-02");
    await field(applicantPart(page), "メールアドレス").fill("hanako@minami");
    await field(personPart(page, 1), "ふりがな").fill("佐藤");
    await field(personPart(page, 1), "使う端末の種類").selectOption("");
    await sendButton(page).click();
  });

  await test.step("every mistake is told beside its field and in the summary; nothing is lost", () =>
    mistakesAreTold(page, application));

  await test.step("mended, with two more people", async () => {
    await field(organizationPart(page), "郵便番号").fill(application.organization.postal_code);
    await field(applicantPart(page), "メールアドレス").fill(application.applicant.email);
    await field(personPart(page, 1), "ふりがな").fill("さとう みさき");
    await field(personPart(page, 1), "使う端末の種類").selectOption(first.device.kind);
    for (const [index, person] of others.slice(0, 2).entries()) await addPerson(page, index + 2, person);
    await expect(field(personPart(page, 1), "ふりがな")).toHaveValue(first.kana);
  });

  let later = page;
  await test.step("r13b_the browser was closed midway: the draft is offered", async () => {
    await page.close();
    later = await page.context().newPage();
    await later.goto("/apply/account");
    const draft = later.getByRole("region", { name: "前回の入力" });
    await expect(draft).toContainText("前回の入力が残っています");
    await isFitForEverybody(later, "form4-draft");
    await draft.getByRole("button", { name: "続きから入力する" }).click();
    await expect(draft).toHaveCount(0);
    await expect(field(organizationPart(later), "郵便番号")).toHaveValue(
      application.organization.postal_code,
    );
    await expect(field(organizationPart(later), "団体の種類")).toHaveValue("clinic");
    await expect(field(personPart(later, 3), "メールアドレス")).toHaveValue(others[1]?.email ?? "");
    await expect(personPart(later, 4)).toHaveCount(0);
  });

  await test.step("five people and the pledge: receipt number and passcode", async () => {
    for (const [index, person] of others.slice(2).entries()) await addPerson(later, index + 4, person);
    await pledge(later).check();
    await isFitForEverybody(later, "form4-filled");
    await sendButton(later).click();
    const receipt = await receiptOn(later);
    await expect(later.getByRole("main")).toContainText("利用者（5人）");
    await arrives(later, "申請を受け付けました", "receipt");
    await isPrintable(later, receipt);

    await later.goto("/apply/account");
    await expect(field(organizationPart(later), "団体の名称")).toHaveValue("");
    await expect(later.getByRole("region", { name: "前回の入力" })).toHaveCount(0);
    await followApplication(later, receipt);
    await arrives(later, "申請の状況", "follow-up");
    await expect(later.getByText("渡辺 さくら")).toBeVisible();
  });
});

async function mistakesAreTold(page: Page, { organization, people: [first] }: Application) {
  const summary = page.getByRole("alert");
  await expect(summary.getByRole("heading", { name: "入力内容に直すところが5か所あります" })).toBeVisible();
  await expect(summary).toBeFocused();
  await expect
    .soft(summary.getByRole("link"))
    .toHaveText([
      /郵便番号：郵便番号は7けた/,
      /申請する人のメールアドレス：メールアドレスの形/,
      /1人目のふりがな：/,
      /1人目の使う端末の種類：/,
      /誓約：/,
    ]);
  await isRefused(field(organizationPart(page), "郵便番号"), /7けたの数字/);
  await isRefused(field(applicantPart(page), "メールアドレス"), /形が正しくありません/);
  await isRefused(field(personPart(page, 1), "ふりがな"), /カタカナで入力/);
  await isRefused(field(personPart(page, 1), "使う端末の種類"), /入力してください/);
  await isRefused(pledge(page), /同意/);
  await expect(field(organizationPart(page), "郵便番号")).toHaveValue("272-02");
  await expect(field(organizationPart(page), "所在地")).toHaveValue(organization.address);
  await expect(field(personPart(page, 1), "ふりがな")).toHaveValue("佐藤");
  await expect(field(personPart(page, 1), "氏名")).toHaveValue(first?.name ?? "");
  await arrives(page, "アカウントを申請する", "form4-errors");
  await summary.getByRole("link", { name: /郵便番号：/ }).click();
  await expect(field(organizationPart(page), "郵便番号")).toBeFocused();
}

async function isPrintable(page: Page, receipt: Receipt) {
  await page.emulateMedia({ media: "print" });
  await expect(page.getByText(receipt.number)).toBeVisible();
  await expect(page.getByText(receipt.passcode)).toBeVisible();
  await expect(page.getByRole("link", { name: "申請の状況", exact: true })).toBeHidden();
  await keepPicture(page, "receipt-print");
  await page.emulateMedia({ media: "screen" });
}

test("r13b_whoever mistypes the passcode is told so and keeps the receipt number", async ({ page }) => {
  await page.goto("/apply/status");
  await arrives(page, "申請の状況を見る", "status");
  await field(page, "受付番号").fill("4-26-000001-24");
  await field(page, "パスコード").fill("ABCD-EFGH-JKMN");
  await page.getByRole("button", { name: "状況を見る" }).click();
  await expect(page.getByRole("alert")).toContainText("表示できませんでした");
  await expect(field(page, "受付番号")).toHaveValue("4-26-000001-24");
  await arrives(page, "申請の状況を見る", "status-wrong");
});

test("r11_other wishes name the form and the desk that takes it", async ({ page }) => {
  await page.goto("/apply");
  const support = page.getByRole("link", { name: "「登録者支援の部屋」を開く" });
  await expect(support).toContainText("様式第7号と第8号");
  await expect(support).toContainText("提出先：市川市医師会");
  for (const wish of ["を開く", "に参加する、退出する", "を閉じる"]) {
    const room = page.getByRole("link", { name: `「職種連携の部屋」${wish}` });
    await expect(room).toContainText("提出先：市川市 地域包括支援課");
  }
  const onPaper = page.getByRole("region", { name: "紙で申請するとき" });
  await expect(onPaper).toContainText("Eメールでは受け付けていません");
});
