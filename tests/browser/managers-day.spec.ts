import type { Page } from "@playwright/test";
import { arrived, Desk, type IssuedNotice } from "./desk";
import { arrives, expect, isFitForEverybody, keepPicture, startOwnHost, test } from "./fixtures";
import { applicationOf, nurse, PASSWORD, people } from "./people";
import { field, logInFirst, logOut, openMenu, personPart, pledge, receiptOn, signIn } from "./words";

const site = startOwnHost();
let desk: Desk;

test.beforeAll(async ({ playwright }) => {
  desk = await Desk.open(await playwright.request.newContext({ baseURL: site.origin }));
});

const MANAGER = { name: "山田 花子", kana: "ヤマダ ハナコ" };

/** The notices of a clinic whose manager has an account of her own, and of four nurses. */
async function noticesOf(page: Page, clinic: string): Promise<(name: string) => IssuedNotice> {
  const persons = [nurse(MANAGER.name, MANAGER.kana), ...people(4)];
  const receipt = await arrived(page.request, applicationOf(clinic, persons));
  await desk.accept(receipt);
  const notices = await desk.issue(receipt);
  return (name) => {
    const notice = notices.find((each) => each.addressee_name === name);
    if (!notice) throw new Error(`no notice for ${name}`);
    return notice;
  };
}

const row = (page: Page, name: string) => page.getByRole("row", { name: new RegExp(name) });
const fileButton = (page: Page) => page.getByRole("button", { name: "この内容で届け出る" });
const lockScreen = (page: Page) => page.getByRole("dialog", { name: "画面をロックしています" });

async function unlock(page: Page, password: string) {
  await field(lockScreen(page), "パスワード").fill(password);
  await lockScreen(page).getByRole("button", { name: "ロックを解除する" }).click();
}

test("r37_r5_r6_r8_a manager's day", async ({ page, freshPage }) => {
  test.setTimeout(240_000);
  const noticeFor = await noticesOf(page, "みなみ診療所");
  const leaver = await freshPage();
  await logInFirst(leaver, noticeFor("佐藤 美咲"));
  await logInFirst(page, noticeFor(MANAGER.name));

  await test.step("the first page says what needs attention", async () => {
    const attention = page.getByRole("region", { name: "団体のことで、見てほしいもの" });
    await expect(attention).toContainText("登録の確認を待っている人が5人います");
    await arrives(page, "山田 花子さん", "manager-home");
    await attention.getByRole("link", { name: /登録の確認を待っている人/ }).click();
    await arrives(page, "みなみ診療所の利用者", "organization-people");
  });
  await test.step("r37_the state of every account, in plain words", async () => {
    await expect(row(page, "佐藤 美咲")).toContainText("初回ログイン済み");
    await expect(row(page, "鈴木 健一")).toContainText("通知書印刷済み");
  });
  await test.step("r37_three grants are confirmed at once", () => confirmsThree(page));
  await test.step("r37_the manager objects to one, with the reason", () => objectsToOne(page));
  await test.step("r37_the city answers, and the manager reads it", async () =>
    answersObjection(page, await freshPage()));
  await test.step("r5_Form 5 for a further device of a nurse", () => filesForm5(page));
  await test.step("r6_a device gets a name; another is revoked", () => namesAndRevokes(page));
  await test.step("r8_Form 6 for one person, whose open browser is refused at the next click", async () => {
    await filesForm6(page);
    await isStopped(leaver, noticeFor("佐藤 美咲").login_id);
    await page.goto("/organization");
    await expect(row(page, "佐藤 美咲")).toContainText("利用中止");
  });
  await test.step("r13b_everything filed is on one list, without a passcode", async () => {
    await page.getByRole("link", { name: "申請", exact: true }).click();
    await arrives(page, "みなみ診療所の申請", "organization-applications");
    await expect(page.getByRole("row", { name: /様式第[456]号/ })).toHaveCount(3);
    await page.getByRole("link", { name: /^様式第6号 アカウントの利用中止/ }).click();
    await arrives(page, "申請の状況", "organization-application");
    await expect(page.getByRole("main")).toContainText("佐藤 美咲");
  });
  await test.step("the data of the organization, with the forms to change it", async () => {
    await page.goto("/organization/data");
    await arrives(page, "みなみ診療所の登録内容", "organization-data");
    await expect(page.getByRole("region", { name: "システム管理担当者" })).toContainText(MANAGER.name);
  });
});

async function confirmsThree(page: Page) {
  for (const name of [MANAGER.name, "佐藤 美咲", "高橋 陽子"]) {
    await page.getByRole("checkbox", { name: new RegExp(name) }).check();
  }
  await page.getByRole("button", { name: "まとめて確認する" }).click();
  const question = page.getByRole("dialog", { name: "3人の登録を確認しますか" });
  await expect(question).toContainText("高橋 陽子");
  await isFitForEverybody(page, "organization-confirm");
  await question.getByRole("button", { name: "確認済みにする" }).click();
  await expect(page.getByText("3人の登録を確認しました。")).toBeVisible();
  await expect(row(page, "高橋 陽子")).toContainText("確認済み");
}

async function objectsToOne(page: Page) {
  await page.getByRole("button", { name: /^違いを知らせる.*鈴木 健一/ }).click();
  const dialog = page.getByRole("dialog", { name: "鈴木 健一さんの登録の違いを知らせる" });
  await dialog.getByRole("button", { name: "市に知らせる" }).click();
  await expect(field(dialog, "違うところ")).toHaveAccessibleDescription(/どこが違うかを書いてください/);
  await isFitForEverybody(page, "organization-object");
  await field(dialog, "違うところ").fill("看護師ではなく、ケアマネジャーです。");
  await dialog.getByRole("button", { name: "市に知らせる" }).click();
  await expect(page.getByText("鈴木 健一さんの登録の違いを市に知らせました。")).toBeVisible();
  await expect(row(page, "鈴木 健一")).toContainText("看護師ではなく、ケアマネジャーです。");
}

async function answersObjection(page: Page, clerk: Page) {
  await logInFirst(clerk, await desk.furtherClerk(nurse("行徳 和子", "ギョウトク カズコ")));
  await clerk.goto("/desk/notices?state=objected");
  const objection = clerk.getByRole("article", { name: /鈴木 健一/ });
  await expect(objection).toContainText("看護師ではなく、ケアマネジャーです。");
  await arrives(clerk, "通知書", "objection");
  await field(objection, "団体への答え").fill("登録をケアマネジャーに直しました。");
  await objection.getByRole("button", { name: "答えを送る" }).click();
  await expect(objection).toContainText("答えを送りました。");
  await isFitForEverybody(clerk, "objection-answered");
  await page.getByRole("button", { name: "最新の状態にする" }).click();
  await expect(row(page, "鈴木 健一")).toContainText("登録をケアマネジャーに直しました。");
}

async function filesForm5(page: Page) {
  await page.getByRole("link", { name: /^端末を増やす.*高橋 陽子/ }).click();
  await arrives(page, "団体の情報や担当者を変える", "form5");
  const device = page.getByRole("group", { name: "1台目", exact: true });
  await expect(device.locator("select option:checked").first()).toContainText("高橋 陽子");
  await field(device, "使う端末の管理番号").fill("MNM-P-900");
  await field(device, "使う端末の種類").selectOption("smartphone");
  await pledge(page).check();
  await fileButton(page).click();
  const receipt = await receiptOn(page);
  await arrives(page, "申請を受け付けました", "form5-receipt");
  await desk.accept(receipt);
  await page.goto(`/organization/devices?person=${encodeURIComponent("高橋 陽子")}`);
  await expect(row(page, "MNM-P-900")).toContainText("登録待ち");
  await arrives(page, "みなみ診療所の端末", "organization-devices");
}

async function namesAndRevokes(page: Page) {
  await page.goto("/organization/devices");
  await row(page, "佐藤 美咲")
    .getByRole("button", { name: /^名前を変える/ })
    .click();
  await expect(page.getByLabel(/^端末の名前/)).toBeFocused();
  await page.keyboard.type("2階の受付");
  await isFitForEverybody(page, "organization-device-rename");
  await page.keyboard.press("Enter");
  await expect(page.getByText("端末の名前を「2階の受付」に変えました。")).toBeVisible();
  await expect(row(page, "佐藤 美咲")).toContainText("2階の受付");

  await row(page, "田中 翔太")
    .getByRole("button", { name: /^使えなくする/ })
    .click();
  const dialog = page.getByRole("dialog", { name: "田中 翔太さんの端末を使えなくしますか" });
  await dialog.getByRole("radio", { name: "もう使わない" }).check();
  await isFitForEverybody(page, "organization-device-revoke");
  await dialog.getByRole("button", { name: "使えなくする" }).click();
  await expect(row(page, "田中 翔太")).toContainText("使えません(取り消し済み)");
}

async function filesForm6(page: Page) {
  await page.goto("/organization");
  await page.getByRole("link", { name: /^利用をやめる.*佐藤 美咲/ }).click();
  await arrives(page, "アカウントの利用をやめる", "form6");
  const person = personPart(page, 1);
  await expect(person.locator("select option:checked").first()).toContainText("佐藤 美咲");
  await field(person, "中止する理由").selectOption("retired");
  await fileButton(page).click();
  const receipt = await receiptOn(page);
  await arrives(page, "申請を受け付けました", "form6-receipt");
  await desk.accept(receipt);
}

/** The person was signed in all the time; the next click leads to the sign-in page, which gives the reason. */
async function isStopped(page: Page, loginId: string) {
  await page.getByRole("link", { name: /^佐藤 美咲さん.*のアカウント/ }).click();
  await arrives(page, "ログイン", "stopped-person");
  await signIn(page, loginId);
  await expect(page.getByRole("alert")).toContainText("利用を中止しています");
}

test("r36_the screen is locked by hand: hidden, kept, and opened with the password alone", async ({
  page,
}) => {
  const noticeFor = await noticesOf(page, "ひがし診療所");
  await logInFirst(page, noticeFor(MANAGER.name));
  await page.goto("/organization");
  const search = page.getByRole("searchbox");
  await search.fill("入力の途中");
  const otherTab = await page.context().newPage();
  await otherTab.goto("/account");
  await arrives(otherTab, "アカウント", "account");

  await test.step("in every tab, for the eye, the reader and the printer", async () => {
    await (await openMenu(page)).getByRole("button", { name: "画面をロック" }).click();
    await expect(lockScreen(page)).toContainText(MANAGER.name);
    await expect(lockScreen(otherTab)).toBeVisible();
    await expect(page.getByText("佐藤 美咲").first()).toBeHidden();
    await expect(page.getByRole("heading", { level: 1 })).toHaveCount(0);
    await expect(page).toHaveTitle(/^画面をロックしています/);
    await isFitForEverybody(page, "locked");
    await page.emulateMedia({ media: "print" });
    await expect(page.getByText("佐藤 美咲").first()).toBeHidden();
    await page.emulateMedia({ media: "screen" });
    await page.keyboard.press("Escape");
    await expect(lockScreen(page)).toBeVisible();
  });
  await test.step("a reload does not open it", async () => {
    await otherTab.reload();
    await expect(lockScreen(otherTab)).toContainText(MANAGER.name);
  });
  await test.step("a wrong password does not open it; the right one opens every tab", async () => {
    await unlock(page, "mado3-Yanagi7-sho");
    await expect(lockScreen(page).getByRole("alert")).toContainText("パスワードが正しくありません");
    await isFitForEverybody(page, "locked-wrong");
    await unlock(page, PASSWORD);
    await expect(lockScreen(page)).toBeHidden();
    await expect(search).toHaveValue("入力の途中");
    await expect(otherTab.getByRole("heading", { level: 1, name: "アカウント" })).toBeVisible();
  });
  await test.step("another person may take over", async () => {
    await (await openMenu(page)).getByRole("button", { name: "画面をロック" }).click();
    await lockScreen(page).getByRole("button", { name: "別の人がログインする" }).click();
    await arrives(page, "ログイン", "locked-other-person");
    await expect(otherTab.getByRole("heading", { level: 1, name: "ログイン" })).toBeVisible();
  });
});

test("r36_fifteen idle minutes lock the screen", async ({ page }) => {
  const noticeFor = await noticesOf(page, "きた診療所");
  await logInFirst(page, noticeFor(MANAGER.name));
  await page.clock.install();
  await page.goto("/account");
  await expect(page.getByRole("region", { name: "ログイン中の利用" })).toContainText("この画面");
  await page.clock.runFor("14:30");
  await expect(lockScreen(page)).toBeHidden();
  await page.clock.runFor("01:00");
  await expect(lockScreen(page)).toBeVisible();
  await keepPicture(page, "locked-idle");
});

test("r34_a new password of one's own, and the end of a lost device", async ({ page }) => {
  const noticeFor = await noticesOf(page, "にし診療所");
  const { login_id } = noticeFor("高橋 陽子");
  const better = "mado3-Yanagi7-ne";
  await logInFirst(page, noticeFor("高橋 陽子"));
  await page.getByRole("link", { name: /^高橋 陽子さん.*のアカウント/ }).click();
  await arrives(page, "アカウント", "account-nurse");

  await test.step("the reasons stand beside the fields", async () => {
    await field(page, "今のパスワード").fill("mado3-Yanagi7-sho");
    await field(page, "新しいパスワード").fill("sakura2026");
    await page.getByRole("button", { name: "パスワードを変える" }).click();
    await expect(field(page, "今のパスワード")).toHaveAccessibleDescription(/今のパスワードが違います/);
    await field(page, "今のパスワード").fill(PASSWORD);
    await page.getByRole("button", { name: "パスワードを変える" }).click();
    await expect(field(page, "新しいパスワード")).toHaveAccessibleDescription(/推測されやすい/);
    await isFitForEverybody(page, "account-weak-password");
  });
  await test.step("the new one works from now on", async () => {
    await field(page, "新しいパスワード").fill(better);
    await page.getByRole("button", { name: "パスワードを変える" }).click();
    await expect(page.getByText("パスワードを変えました。")).toBeVisible();
    await logOut(page);
    await signIn(page, login_id, better);
    await expect(page.getByRole("heading", { level: 1, name: "高橋 陽子さん" })).toBeVisible();
  });
  await test.step("r6_the lost device is this very one: its session ends at once", async () => {
    await page.goto("/account");
    await page.getByRole("button", { name: /^なくした/ }).click();
    const dialog = page.getByRole("dialog", { name: "この端末を使えなくしますか" });
    await expect(dialog).toContainText("今お使いのこの端末です。");
    await isFitForEverybody(page, "account-lost-device");
    await dialog.getByRole("button", { name: "使えなくする" }).click();
    await expect(page.getByText("この端末を使えなくしました。")).toBeVisible();
    await signIn(page, login_id, better);
    await expect(page.getByRole("alert")).toContainText("端末");
  });
});
