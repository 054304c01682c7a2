import { Desk } from "./desk";
import { arrives, expect, isFitForEverybody, startOwnHost, test } from "./fixtures";
import { twoOfAHouse } from "./messages";
import { field, openMenu } from "./words";

const site = startOwnHost();
let desk: Desk;

test.beforeAll(async ({ playwright }) => {
  desk = await Desk.open(await playwright.request.newContext({ baseURL: site.origin }));
});

test("r29_a nurse and a doctor write to each other, and nobody outside is in it", async ({
  page: nurse,
  freshPage,
}) => {
  test.setTimeout(200_000);
  const doctor = await freshPage();
  await twoOfAHouse(desk, "みなみ診療所", [nurse, doctor]);

  await test.step("what is missing is named; nothing typed is lost", async () => {
    await (await openMenu(nurse)).getByRole("link", { name: /^メール/ }).click();
    await expect(nurse.getByText("メールはありません")).toBeVisible();
    await arrives(nurse, "利用者間メール", "mail-empty");
    await nurse.getByRole("link", { name: "メールを書く" }).click();
    await field(nurse, "本文").fill("来週の研修の資料です。");
    await nurse.getByRole("button", { name: "送る", exact: true }).click();
    await expect(nurse.getByRole("alert")).toBeFocused();
    await expect(nurse.getByRole("alert").getByRole("link")).toHaveText([/宛先/, /件名/]);
    await expect(field(nurse, "本文")).toHaveValue("来週の研修の資料です。");
  });
  await test.step("a draft is kept, and found again", async () => {
    await field(nurse, "宛先").fill("もり");
    await nurse.getByRole("list", { name: "見つかった人" }).getByRole("button", { name: /森 一郎/ }).click();
    await field(nurse, "件名").fill("研修の資料");
    await expect(nurse.getByText("下書きを保存しました。")).toBeVisible();
    await arrives(nurse, "メールを書く", "mail-write");
    await nurse.goto("/mail?folder=drafts");
    await arrives(nurse, "利用者間メール", "mail-drafts");
    await nurse.getByRole("link", { name: "研修の資料" }).click();
    await expect(field(nurse, "本文")).toHaveValue("来週の研修の資料です。");
  });
  await test.step("with a file; sent once", async () => {
    const file = { name: "予定.txt", mimeType: "text/plain", buffer: Buffer.from("10時から") };
    await nurse.getByLabel("写真・ファイルを選ぶ").setInputFiles(file);
    await expect(nurse.getByRole("list", { name: "添付" })).toContainText("添付できます");
    await nurse.getByRole("button", { name: "送る", exact: true }).click();
    await expect(nurse.getByText("送りました。")).toBeVisible();
    await arrives(nurse, "研修の資料", "mail-sent");
    await nurse.goto("/mail?folder=drafts");
    await expect(nurse.getByText("下書きはありません")).toBeVisible();
  });
  await test.step("the doctor is told, reads and answers; the nurse sees that it was opened", async () => {
    await doctor.goto("/home");
    await expect(await openMenu(doctor)).toContainText(/メール\s*\(未開封1件\)/);
    await doctor.goto("/mail");
    await doctor.getByRole("link", { name: /研修の資料/ }).click();
    await expect(doctor.getByRole("link", { name: /予定\.txt/ })).toBeVisible();
    await isFitForEverybody(doctor, "mail-thread");
    await doctor.getByRole("link", { name: "返信", exact: true }).click();
    await expect(field(doctor, "件名")).toHaveValue("Re: 研修の資料");
    await field(doctor, "本文").fill("受け取りました。");
    await doctor.getByRole("button", { name: "送る", exact: true }).click();
    await expect(doctor.getByText("送りました。")).toBeVisible();
    await nurse.goto("/mail");
    await nurse.getByRole("link", { name: /研修の資料/ }).click();
    await expect(nurse.getByText("受け取りました。")).toBeVisible();
    await expect(nurse.getByText("だれが開いたか(1のうち1)").first()).toBeVisible();
  });
  await test.step("put away, starred, and found", async () => {
    await nurse.getByRole("button", { name: "☆ 星を付ける" }).click();
    await nurse.getByRole("button", { name: "保管する" }).click();
    await expect(nurse.getByText("保管しました。もう一度押すと戻ります。")).toBeVisible();
    await nurse.goto("/mail");
    await expect(nurse.getByText("メールはありません")).toBeVisible();
    await field(nurse, "件名・本文・名前で探す").fill("資料");
    await nurse.keyboard.press("Enter");
    await expect(nurse.getByRole("link", { name: /研修の資料/ })).toBeVisible();
  });
});
