import { arrives, expect, isFitForEverybody, startOwnHost, test } from "./fixtures";
import { applicationOf, people } from "./people";
import {
  applicantPart,
  field,
  fillApplicant,
  fillForm4,
  fillOrganization,
  fillPerson,
  followApplication,
  isRefused,
  personPart,
  pledge,
  receiptOn,
  sendButton,
} from "./words";

startOwnHost();
test.use({ javaScriptEnabled: false });

test("r1_the manager applies with JavaScript switched off", async ({ page }) => {
  const application = applicationOf("きた診療所", people(2));
  const [first, second] = application.people;
  if (!first || !second) throw new Error("nobody");

  await test.step("from the top page to Form 4", async () => {
    await page.goto("/");
    await isFitForEverybody(page, "without-script-top");
    await expect(page.getByRole("heading", { level: 1, name: "Tasuki(襷)" })).toBeVisible();
    await page.getByRole("link", { name: "申請する" }).click();
    await arrives(page, "何をしたいですか", "without-script-apply");
    await page.getByRole("link", { name: "アカウントを申し込む" }).click();
    await arrives(page, "アカウントを申請する", "without-script-form4");
  });

  await test.step("a second and a third person are added and the third is taken back; nothing typed is lost", async () => {
    await fillOrganization(page, application);
    await fillApplicant(page, application);
    await fillPerson(page, 1, first);
    await page.getByRole("button", { name: "利用者をもう一人追加する" }).click();
    await expect(field(personPart(page, 1), "氏名")).toHaveValue(first.name);
    await fillPerson(page, 2, second);
    await page.getByRole("button", { name: "利用者をもう一人追加する" }).click();
    await personPart(page, 3).getByRole("button", { name: "3人目を取り消す" }).click();
    await expect(personPart(page, 3)).toHaveCount(0);
    await expect(field(personPart(page, 2), "使う端末の種類")).toHaveValue(second.device.kind);
    await expect(page.getByRole("alert")).toHaveCount(0);
  });

  await test.step("mistakes are told beside the fields", async () => {
    await field(applicantPart(page), "電話番号").fill("300");
    await field(personPart(page, 2), "メールアドレス").fill("");
    await sendButton(page).click();
    await expect(page.getByRole("alert").getByRole("link")).toHaveCount(3);
    await isRefused(field(applicantPart(page), "電話番号"), /市外局番から/);
    await isRefused(field(personPart(page, 2), "メールアドレス"), /入力してください/);
    await isRefused(pledge(page), /同意/);
    await expect(field(applicantPart(page), "電話番号")).toHaveValue("300");
    await arrives(page, "アカウントを申請する", "without-script-errors");
  });

  await test.step("mended: receipt number and passcode, which open the follow-up page", async () => {
    await field(applicantPart(page), "電話番号").fill(application.applicant.phone);
    await field(personPart(page, 2), "メールアドレス").fill(second.email);
    await pledge(page).check();
    await sendButton(page).click();
    const receipt = await receiptOn(page);
    await arrives(page, "申請を受け付けました", "without-script-receipt");
    await page.context().clearCookies();
    await followApplication(page, receipt);
    await expect(page.getByRole("main")).toContainText(second.name);
    await arrives(page, "申請の状況", "without-script-follow-up");
  });
});

test("r13b_an application is withdrawn with JavaScript switched off, after a question", async ({ page }) => {
  await page.goto("/apply/account");
  await fillForm4(page, applicationOf("にし診療所", people(1)));
  await sendButton(page).click();
  const receipt = await receiptOn(page);
  await followApplication(page, receipt);
  await page.getByRole("link", { name: "取り下げる" }).click();
  await arrives(page, "申請を取り下げますか", "withdraw");
  await page.getByRole("button", { name: "取り下げる" }).click();
  await expect(page.getByRole("heading", { level: 2, name: "取下げ" })).toBeVisible();
  await expect(page.getByRole("link", { name: "取り下げる" })).toHaveCount(0);
});
