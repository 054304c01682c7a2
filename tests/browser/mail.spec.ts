import { Desk, json } from "./desk";
import { arrives, expect, isFitForEverybody, startOwnHost, test } from "./fixtures";
import { collaborationRoom, twoOfAHouse } from "./messages";
import { nurse as person } from "./people";
import { field, logInFirst, openMenu } from "./words";

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

test("r29_r12_a form is sent by mail, a clerk enters it, and the answer comes as mail", async ({
  page: doctor,
  freshPage,
}) => {
  test.setTimeout(240_000);
  const [nurse, clerk] = [await freshPage(), await freshPage()];
  const people = await twoOfAHouse(desk, "にし診療所", [nurse, doctor]);
  const name = "メールで退出する研修の部屋";
  await collaborationRoom(desk, name, people);
  await logInFirst(clerk, await desk.furtherClerk(person("八幡 守", "ヤワタ マモル")));
  const { login_id } = await json<{ login_id: string }>(await doctor.request.get("/api/me"));

  await test.step("the form is chosen, and the desk follows from it", async () => {
    await doctor.goto("/mail/new");
    await doctor.getByRole("checkbox", { name: "様式として提出する" }).check();
    await doctor.getByRole("combobox", { name: "提出する様式" }).selectOption({ label: "職種連携の部屋の参加・退出申請" });
    await expect(doctor.getByText("提出先:")).toContainText("市の窓口");
    await expect(field(doctor, "宛先")).toHaveCount(0);
    await expect(doctor.getByRole("option", { name: /様式第5号/ })).toHaveCount(0);
    await field(doctor, "件名").fill("退出の申請");
    await field(doctor, "本文").fill("記入した申請書を送ります。");
    const file = { name: "退出申請書.txt", mimeType: "text/plain", buffer: Buffer.from("退出します") };
    await doctor.getByLabel("写真・ファイルを選ぶ").setInputFiles(file);
    await expect(doctor.getByRole("list", { name: "添付" })).toContainText("添付できます");
    await arrives(doctor, "メールを書く", "mail-as-form");
    await doctor.getByRole("button", { name: "提出する", exact: true }).click();
    const box = doctor.getByRole("region", { name: "様式として提出" });
    await expect(box).toContainText("受付済み");
    await expect(box.getByText(/^9-\d\d-/)).toBeVisible();
    await arrives(doctor, "退出の申請", "mail-submitted");
  });
  await test.step("the clerk finds it in the queue, returns it, and the doctor answers in the thread", async () => {
    await clerk.goto("/desk?form=9");
    await clerk.getByRole("link", { name: /にし診療所/ }).click();
    await expect(clerk.getByText("記入した申請書を送ります。")).toBeVisible();
    await expect(clerk.getByRole("link", { name: "退出申請書.txt" })).toBeVisible();
    await isFitForEverybody(clerk, "desk-mailed-form");
    await clerk.getByRole("radio", { name: "差し戻す" }).check();
    await field(clerk, "申請者に伝える理由").fill("退出する部屋の名前を書いてください。");
    await clerk.getByRole("button", { name: "確認へ進む" }).click();
    await clerk.getByRole("dialog").getByRole("button", { name: "差し戻す" }).click();
    await expect(clerk.getByText("差し戻しました。送った人にメールで知らせました。")).toBeVisible();
    await doctor.goto("/mail");
    await doctor.getByRole("link", { name: /退出の申請/ }).click();
    await isFitForEverybody(doctor, "mail-returned");
    await doctor.getByRole("link", { name: "差戻しに答える" }).click();
    await expect(doctor.getByText("差戻しへの回答です。")).toBeVisible();
    await field(doctor, "本文").fill(`部屋は「${name}」です。`);
    await doctor.getByRole("button", { name: "送る", exact: true }).click();
    await expect(doctor.getByRole("region", { name: "様式として提出" })).toContainText("再提出済み");
  });
  await test.step("the clerk enters it; channel and receipt go along", async () => {
    await clerk.reload();
    await clerk.getByRole("link", { name: "内容を登録する" }).click();
    await expect(field(clerk, "受け取り方")).toHaveValue("internal_mail");
    await clerk.getByRole("radio", { name: "既存の部屋から退出する" }).check();
    const applicant = clerk.getByRole("group", { name: /2 申請する人/ });
    await field(applicant, "ログインID").fill(login_id);
    await field(applicant, "氏名").fill("森 一郎");
    await field(applicant, "昼間に連絡がつく電話番号").fill("047-300-0001");
    await field(clerk, "部屋の名前").fill(name);
    const leaver = clerk.getByRole("group", { name: /1人目/ });
    await field(leaver, "ログインID").fill(login_id);
    await field(leaver, "氏名").fill("森 一郎");
    await isFitForEverybody(clerk, "desk-mailed-entry");
    await clerk.getByRole("button", { name: "この内容で申請する" }).click();
    await expect(clerk.getByText(/^2-\d\d-/)).toBeVisible();
  });
  await test.step("the answer arrives as mail, with what was entered", async () => {
    await doctor.goto("/mail");
    await doctor.getByRole("link", { name: /退出の申請/ }).click();
    const box = doctor.getByRole("region", { name: "様式として提出" });
    await expect(box).toContainText("登録された申請");
    await expect(box.getByRole("link")).toHaveText(/^2-\d\d-/);
    await expect(doctor.getByText("の内容を、窓口で登録しました。").first()).toBeVisible();
    await arrives(doctor, "退出の申請", "mail-entered");
  });
});
