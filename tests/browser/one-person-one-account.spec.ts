import { arrives, expect, startOwnHost, test } from "./fixtures";
import { applicationOf, nurse } from "./people";
import { field, fillForm4, isRefused, personPart, sendButton } from "./words";

startOwnHost();

test("r2_accounts for a group or a shared mailbox are refused beside the field, with the reason", async ({
  page,
}) => {
  const group = nurse("看護師一同", "カンゴシイチドウ");
  const reception = { ...nurse("佐藤 美咲", "サトウ ミサキ"), email: "info@minami.example.jp" };
  await page.goto("/apply/account");
  await fillForm4(page, applicationOf("みなみ診療所", [group, reception]));
  await sendButton(page).click();
  await expect(page.getByRole("alert").getByRole("link")).toHaveText([
    /^1人目の氏名：/,
    /^2人目のメールアドレス：/,
  ]);
  await isRefused(field(personPart(page, 1), "氏名"), /「看護師一同」は個人の氏名ではない.*一人に一つ/);
  await isRefused(field(personPart(page, 2), "メールアドレス"), /共有する宛先/);
  await expect(field(personPart(page, 1), "氏名")).toHaveValue("看護師一同");
  await arrives(page, "アカウントを申請する", "form4-shared");
});

test("r2_the same person twice is refused, however the name is written", async ({ page }) => {
  const once = nurse("高﨑 由美", "タカサキ ユミ");
  const twice = { ...nurse("高崎由美", "たかさき　ゆみ"), email: once.email };
  await page.goto("/apply/account");
  await fillForm4(page, applicationOf("みなみ診療所", [once, twice]));
  await sendButton(page).click();
  await expect(page.getByRole("alert").getByRole("link")).toHaveCount(1);
  await isRefused(field(personPart(page, 2), "氏名"), /1人目と同じ方です.*一人に一つ/);
});
