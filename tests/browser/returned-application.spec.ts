import type { Page } from "@playwright/test";
import { arrived, firstClerk } from "./desk";
import { arrives, expect, isFitForEverybody, startOwnHost, test } from "./fixtures";
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

const CLINIC = "みなみ診療所";

async function decide(page: Page, decision: string, note: string | null) {
  const box = page.getByRole("region", { name: "判断" });
  await box.getByRole("radio", { name: decision }).check();
  if (note) await box.getByLabel("申請者に伝える理由").fill(note);
  await box.getByRole("button", { name: "確認へ進む" }).click();
  const question = page.getByRole("dialog");
  await expect(question).toContainText(`${CLINIC}(5人)`);
  await isFitForEverybody(page, `desk-question-${decision}`);
  await question.getByRole("button", { name: decision }).click();
}

async function opensFromQueue(page: Page) {
  await page.getByRole("link", { name: new RegExp(CLINIC) }).click();
  await expect(page.getByRole("heading", { level: 1, name: CLINIC })).toBeVisible();
}

test("r3_r13b_the clerk returns an application, the manager corrects it, the clerk accepts it", async ({
  page,
  request,
  freshPage,
}) => {
  const application = applicationOf(CLINIC, people(5));
  let receipt: Receipt = { number: "", passcode: "" };

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
    await page.getByRole("button", { name: "最新の状態にする" }).click();
    const row = page.getByRole("row", { name: new RegExp(CLINIC) });
    await expect(row).toContainText(receipt.number);
    await expect(row).toContainText("新しい団体");
    await expect(row).toContainText(/\d+月\d+日\([月火水木金]\)\s*あと3開庁日/);
    await expect(row).toContainText("山田 花子");
    await expect(row).toContainText("5人");
    await arrives(page, "申請", "desk");
  });

  await test.step("returned: a reason is needed", () => sendBack(page));

  await test.step("the manager corrects it with everything kept", async () =>
    correct(await freshPage(), receipt, application));

  await test.step("accepted: five accounts", () => accept(page, receipt));
});

async function sendBack(page: Page) {
  await opensFromQueue(page);
  await arrives(page, CLINIC, "desk-application");
  const box = page.getByRole("region", { name: "判断" });
  await box.getByRole("radio", { name: "差し戻す" }).check();
  await box.getByRole("button", { name: "確認へ進む" }).click();
  await expect(box.getByRole("alert")).toContainText("差し戻すの理由を書いてください。");
  await decide(page, "差し戻す", "所在地の番地を確かめてください。\n電話番号は代表番号でお願いします。");
  await expect(box).toContainText("差し戻しました。申請者の画面に理由が出ます。");
  await arrives(page, CLINIC, "desk-returned");
  await page.goto("/desk");
  await expect(page.getByText("判断を待っている申請はありません")).toBeVisible();
}

async function accept(page: Page, receipt: Receipt) {
  await page.goto("/desk");
  await expect(page.getByRole("row", { name: new RegExp(receipt.number) })).toContainText("再提出");
  await opensFromQueue(page);
  await expect(page.getByText("千葉県市川市八幡3-4-6")).toBeVisible();
  await decide(page, "受理する", null);
  await expect(page.getByRole("region", { name: "判断" })).toContainText(
    "受理しました。アカウントを作りました。",
  );
  const accounts = page.getByRole("region", { name: "作られたアカウント" });
  await expect(accounts.getByRole("row").filter({ hasText: "通知書 未印刷" })).toHaveCount(5);
  await expect(accounts.getByRole("row", { name: /渡辺 さくら/ })).toContainText(/\d{4}-\d{4}/);
  await arrives(page, CLINIC, "desk-accepted");
  await expect(page.getByRole("region", { name: "これまでの経過" }).getByRole("listitem")).toHaveText([
    /申請/,
    /差し戻しました.*市川 一郎.*番地を確かめて/s,
    /再提出/,
    /受理しました.*市川 一郎/,
  ]);
}

async function correct(manager: Page, receipt: Receipt, { organization, applicant, people }: Application) {
  await followApplication(manager, receipt);
  const note = manager.getByRole("region", { name: "直していただきたいこと" });
  await expect(note).toContainText("所在地の番地を確かめてください。");
  await arrives(manager, "申請の状況", "follow-up-returned");
  await manager.getByRole("link", { name: "直して再提出する" }).click();
  await arrives(manager, "申請を直して再提出する", "form4-correct");
  await expect(field(organizationPart(manager), "団体の名称")).toHaveValue(organization.name);
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
