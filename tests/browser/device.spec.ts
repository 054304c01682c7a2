import type { Page } from "@playwright/test";
import { arrived, Desk, type IssuedNotice } from "./desk";
import { arrives, expect, isFitForEverybody, startOwnHost, test } from "./fixtures";
import { applicationOf, nurse, PASSWORD } from "./people";
import { enterCode, field, isRefused, logInFirst, logOut, signIn } from "./words";

const site = startOwnHost();
let desk: Desk;

test.beforeAll(async ({ playwright }) => {
  desk = await Desk.open(await playwright.request.newContext({ baseURL: site.origin }));
});

/** The notice for a nurse of a new clinic, fresh from the post. */
async function noticeFor(page: Page, clinic: string): Promise<IssuedNotice> {
  const receipt = await arrived(page.request, applicationOf(clinic, [nurse("佐藤 美咲", "サトウ ミサキ")]));
  await desk.accept(receipt);
  const [notice] = await desk.issue(receipt);
  if (!notice) throw new Error("no notice");
  return notice;
}

const registerButton = (page: Page) => page.getByRole("button", { name: "この端末を登録してログインする" });
const newPassword = (page: Page) => field(page, "新しいパスワードを決める");

test("r5_r7_the nurse registers the clinic's tablet with the code and finds out why no room is listed", async ({
  page,
  freshPage,
}) => {
  const tablet = await freshPage();
  const notice = await noticeFor(page, "みなみ診療所");

  await test.step("the QR code opens the first login with the login ID filled in", async () => {
    await tablet.goto(notice.first_login_url);
    await expect(field(tablet, "ログインID")).toHaveValue(notice.login_id);
    await arrives(tablet, "初回ログイン(1/2)", "first-login");
  });

  await test.step("the code in lower case with spaces", async () => {
    await field(tablet, "認証コード").fill(` ${notice.code.toLowerCase().replaceAll("-", " ")} `);
    await tablet.getByRole("button", { name: "次へ" }).click();
    await arrives(tablet, "初回ログイン(2/2)", "first-login-password");
    const device = tablet.getByRole("region", { name: "この端末ですか" });
    await expect(device).toContainText("佐藤 美咲");
    await expect(device).toContainText("みなみ診療所");
    await expect(device).toContainText(/タブレット\s*管理番号\s*MNM-T-\d+/);
  });

  await test.step("r34_weak passwords are refused with the reason", async () => {
    const conditions = tablet.getByRole("list", { name: "パスワードの条件" });
    await newPassword(tablet).fill("yanagi");
    await registerButton(tablet).click();
    await isRefused(newPassword(tablet), /条件をすべて満たす/);
    await expect(conditions.getByRole("listitem").first()).toHaveText("10文字以上(まだです)");
    await newPassword(tablet).fill("sakura2026");
    await expect(conditions.getByText("(まだです)")).toHaveCount(0);
    await registerButton(tablet).click();
    await isRefused(newPassword(tablet), /推測されやすい/);
    await isFitForEverybody(tablet, "first-login-weak");
  });

  await test.step("in: name, organization and an empty list of rooms that says why", async () => {
    await newPassword(tablet).fill(PASSWORD);
    await registerButton(tablet).click();
    await arrives(tablet, "佐藤 美咲さん", "home");
    await expect(tablet.getByText("看護師 ・ みなみ診療所")).toBeVisible();
    const rooms = tablet.getByRole("region", { name: "参加している部屋" });
    await expect(rooms).toContainText("まだ参加している部屋がありません");
    await expect(rooms).toContainText("担当者として設定された部屋だけに表示されます");
    await expect(rooms).toContainText("支援チームの届出(様式第8号)");
    const devices = tablet.getByRole("region", { name: "登録した端末" });
    await expect(devices).toContainText("この端末");
    await expect(devices).toContainText(/登録 令和\d+年/);
  });

  await test.step("out, and in again with the password on this device", async () => {
    await logOut(tablet);
    await arrives(tablet, "ログイン", "sign-in-again");
    await signIn(tablet, notice.login_id, "mado3-Yanagi7-sho");
    await expect(tablet.getByRole("alert")).toContainText("ログインIDまたはパスワードが正しくありません。");
    await isFitForEverybody(tablet, "sign-in-wrong");
    await signIn(tablet, notice.login_id);
    await expect(tablet.getByRole("heading", { level: 1, name: "佐藤 美咲さん" })).toBeVisible();
  });
});

test("r33_the right password on another device is refused, with the reason and the way on", async ({
  page,
  freshPage,
}) => {
  const notice = await noticeFor(page, "ひがし診療所");
  await logInFirst(page, notice);
  const elsewhere = await freshPage();
  await elsewhere.goto("/sign-in");
  await signIn(elsewhere, notice.login_id);
  const refusal = elsewhere.getByRole("alert");
  await expect(refusal).toContainText("この端末は登録されていません。");
  await expect(refusal).toContainText("この端末の新しい認証コードを頼んでください");
  await isFitForEverybody(elsewhere, "sign-in-other-device");
  await elsewhere.goto("/home");
  await arrives(elsewhere, "ログイン", "sign-in");
});

test("r4_a used code does not work again", async ({ page, freshPage }) => {
  const notice = await noticeFor(page, "きた診療所");
  await logInFirst(page, notice);
  const elsewhere = await freshPage();
  await enterCode(elsewhere, notice);
  const refusal = elsewhere.getByRole("alert");
  await expect(refusal).toContainText("ログインIDまたは認証コードが正しくないか、期限が過ぎています。");
  await expect(refusal).toContainText("認証コードは1回だけ使えます。");
  await expect(field(elsewhere, "認証コード")).toHaveValue(notice.code);
  await isFitForEverybody(elsewhere, "first-login-used-code");
});

test("r4_a reissued notice voids the code on the old one", async ({ page }) => {
  const receipt = await arrived(
    page.request,
    applicationOf("にし診療所", [nurse("鈴木 健一", "スズキ ケンイチ")]),
  );
  await desk.accept(receipt);
  const [old] = await desk.issue(receipt);
  const [anew] = await desk.issue(receipt);
  if (!old || !anew) throw new Error("no notice");
  await enterCode(page, old);
  await expect(page.getByRole("alert")).toContainText("前の通知書の認証コードは使えません");
  await logInFirst(page, anew);
  await expect(page.getByRole("heading", { level: 1, name: "鈴木 健一さん" })).toBeVisible();
});
