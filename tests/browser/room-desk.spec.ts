import type { APIRequestContext, Locator, Page, PlaywrightTestArgs, PlaywrightWorkerArgs } from "@playwright/test";
import { arrived, Desk, type IssuedNotice, json, logInThroughApi } from "./desk";
import { arrives, expect, isFitForEverybody, startOwnHost, test } from "./fixtures";
import { applicationOf, nurse } from "./people";
import { field, logInFirst, openMenu, ownAccount, signIn } from "./words";

const site = startOwnHost();
let desk: Desk;

test.beforeAll(async ({ playwright }) => {
  desk = await Desk.open(await playwright.request.newContext({ baseURL: site.origin }));
});

// The clock that the quiet rooms need goes forward for all of them.
test.describe.configure({ mode: "serial" });

type Playwright = (PlaywrightTestArgs & PlaywrightWorkerArgs)["playwright"];

/** Nurses of one house, each with the notice in hand. */
async function nursesOf(house: string, persons: [string, string][], playwright: Playwright) {
  const anybody = await playwright.request.newContext({ baseURL: site.origin });
  const receipt = await arrived(anybody, applicationOf(house, persons.map(([name, kana]) => nurse(name, kana))));
  await desk.accept(receipt);
  return desk.issue(receipt);
}

/** One of them is signed in with a device that is no browser. */
async function signedIn(notice: IssuedNotice | undefined, playwright: Playwright): Promise<APIRequestContext> {
  if (!notice) throw new Error("no notice");
  const request = await playwright.request.newContext({ baseURL: site.origin });
  await logInThroughApi(request, notice);
  return request;
}

async function files(request: APIRequestContext, kind: string, data: object): Promise<string> {
  const answer = await request.post(`/api/${kind}`, { data });
  return (await json<{ receipt_number: string }>(answer)).receipt_number;
}

const room = (name: string) => ({
  name,
  purpose: "研修の日程と資料を知らせ合います。",
  theme_id: 2,
  scope: "研修に参加する訪問看護師",
  participants: [],
  visibility: "listed",
  rules_accepted: true,
});

const dialog = (page: Page) => page.getByRole("dialog");
const acceptance = (page: Page) => page.getByRole("radio", { name: "受理する" });

async function opens(page: Page, receipt: string) {
  await page.goto(`/desk/applications/${receipt}`);
  await expect(page.getByRole("heading", { level: 2, name: "判断" })).toBeVisible();
}

async function decides(page: Page, decision: "受理" | "差し戻") {
  await page.getByRole("radio", { name: `${decision}${decision === "受理" ? "する" : "す"}` }).check();
  await page.getByRole("button", { name: "確認へ進む" }).click();
  await dialog(page).getByRole("button", { name: decision === "受理" ? "受理する" : "差し戻す" }).click();
  await expect(page.getByText(new RegExp(`^${decision}しました。`))).toBeVisible();
}

interface Week {
  page: Page;
  receipt: string;
  name: string;
}

test("r23_r26_the desk's week: checked, returned, opened, joined, left, closed", async ({
  page,
  playwright,
}, info) => {
  test.setTimeout(300_000);
  const isPhone = info.project.name === "phone";
  const [first, second, third] = await nursesOf(
    `きた訪問看護${info.project.name}`,
    [
      ["佐藤 美咲", "サトウ ミサキ"],
      ["鈴木 健一", "スズキ ケンイチ"],
      ["高橋 陽子", "タカハシ ヨウコ"],
    ],
    playwright,
  );
  const nurses = await signedIn(first, playwright);
  await logInFirst(page, await desk.furtherClerk(nurse(`行徳 和${isPhone ? "子" : "代"}`, "ギョウトク カズコ")));
  const name = `栄養ケア研修${isPhone ? "春" : "秋"}の連絡`;
  const receipt = await files(nurses, "room-applications", { ...room("研修の連絡"), name: "研修の相談" });
  const week: Week = { page, receipt, name };

  await test.step("nobody opens a room from the list", () => isLeftOutOfBatch(week));
  await test.step("what could not be made sure of goes back in ready words", () => isReturned(week));
  const number = await test.step("it comes back, everything is ticked, and the room opens", async () => {
    await json(await nurses.post(`/api/room-applications/${receipt}/correction`, { data: room(name) }));
    return isOpened(week);
  });
  await test.step("two ask to join; one of them is left out, with the reason", async () => {
    const people = [second, third].map((each) => ({ login_id: each?.login_id, name: each?.addressee_name }));
    const join = { change: "join", room_id: number, people, reason: "研修に参加します。" };
    const membership = await files(nurses, "membership-applications", join);
    await joinsButOne(page, membership, number);
  });
  await test.step("the other leaves again; the room's record says so", async () => {
    const request = await signedIn(second, playwright);
    const me = await json<{ user_id: number }>(await request.get("/api/me"));
    const leave = { change: "leave", room_id: number, people: [{ user_id: me.user_id }] };
    await leaves(page, await files(request, "membership-applications", leave), number);
  });
  await test.step("name and purpose are corrected; what was typed outlives a reload", () => isCorrected(week));
  await test.step("closed by mistake, and taken back", () => isClosedAndReopened(page));
  await test.step("a member asks to close it, and the city does", async () => {
    const closure = await files(nurses, "room-closures", { room_id: number, reason: "研修が終わりました。" });
    await isClosedOnRequest(page, closure, number);
  });
  await test.step("themes are the city's", () => themes(page, isPhone ? "看取り" : "口腔ケア"));
});

async function isLeftOutOfBatch({ page, receipt }: Week) {
  await page.goto("/desk");
  const row = page.getByRole("row", { name: new RegExp(receipt) });
  await expect(row).toContainText("部屋の開設");
  await expect(page.getByRole("main")).not.toContainText(/第[123]号/);
  await row.getByRole("checkbox").check();
  await page.getByRole("button", { name: "まとめて受理(0件)" }).click();
  await expect(dialog(page)).toContainText("確かめることがあるので、1件ずつ開いて受理します");
  await dialog(page).getByRole("button", { name: "閉じる" }).click();
}

async function isReturned({ page, receipt }: Week) {
  await page.getByRole("link", { name: new RegExp(receipt) }).click();
  await expect(page.getByRole("region", { name: "確かめること" })).toContainText("あと5つ");
  await expect(acceptance(page)).toBeDisabled();
  await expect(acceptance(page)).toHaveAccessibleDescription(/まだ受理できません。.*確かめていません/);
  await isFitForEverybody(page, "desk-room-application");
  await page.getByRole("radio", { name: "差し戻す" }).check();
  await page.getByRole("button", { name: /^部屋の名前を、名前だけで/ }).click();
  await expect(field(page, "申請者に伝える理由")).toHaveValue(/名前だけで目的が分かる/);
  await decides(page, "差し戻");
}

async function isOpened({ page, receipt, name }: Week): Promise<number> {
  await opens(page, receipt);
  const boxes = page.getByRole("region", { name: "確かめること" }).getByRole("checkbox");
  await expect(boxes).toHaveCount(5);
  for (const box of await boxes.all()) {
    await expect(acceptance(page)).toBeDisabled();
    await box.click();
    await expect(box).toBeChecked();
  }
  await expect(page.getByText("すべて確かめました")).toBeVisible();
  await decides(page, "受理");
  await page.getByRole("link", { name: `「${name}」の記録を開く` }).click();
  await arrives(page, name, "desk-room");
  await expect(page.getByRole("region", { name: "参加者(1人)" })).toContainText("佐藤 美咲");
  return Number(/\/desk\/rooms\/(\d+)/.exec(page.url())?.[1]);
}

async function joinsButOne(page: Page, membership: string, number: number) {
  await opens(page, membership);
  await expect(page.getByRole("row", { name: /高橋 陽子/ })).toContainText("参加していません");
  await acceptance(page).check();
  await page.getByText("一部の人を除いて受理する").click();
  await page.getByRole("checkbox", { name: "高橋 陽子さんを除く" }).check();
  await field(page, "高橋 陽子さんを除く理由").fill("研修の対象ではありません。");
  await isFitForEverybody(page, "desk-membership-excluding");
  await decides(page, "受理");
  await expect(page.getByRole("row", { name: /高橋 陽子/ })).toContainText("この人は受理しませんでした。");
  await page.goto(`/desk/rooms/${number}`);
  const members = page.getByRole("region", { name: "参加者(2人)" });
  await expect(members).toContainText("鈴木 健一");
  await expect(members).not.toContainText("高橋 陽子");
}

async function leaves(page: Page, membership: string, number: number) {
  await opens(page, membership);
  await expect(page.getByRole("heading", { level: 2, name: "退出の申請" })).toBeVisible();
  await isFitForEverybody(page, "desk-membership");
  await decides(page, "受理");
  await page.goto(`/desk/rooms/${number}`);
  await expect(page.getByRole("region", { name: "参加者(1人)" })).not.toContainText("鈴木 健一");
}

async function isCorrected({ page, name }: Week) {
  await page.getByText("名前や目的を直す").click();
  await field(page, "部屋の名前").fill("部屋");
  await page.getByRole("button", { name: "この内容に変える" }).click();
  await expect(page.getByRole("alert")).toContainText("何のための部屋か");
  await page.reload();
  await expect(field(page, "部屋の名前")).toHaveValue("部屋");
  await isFitForEverybody(page, "desk-room-details");
  await page.getByRole("button", { name: "直すのをやめる" }).click();
  await expect(field(page, "部屋の名前")).toBeHidden();
  await page.getByText("名前や目的を直す").click();
  await expect(field(page, "部屋の名前")).toHaveValue(name);
  await field(page, "部屋の名前").fill(`${name}先`);
  await page.getByRole("button", { name: "この内容に変える" }).click();
  await expect(page.getByText("部屋の名前や目的を変えました")).toBeVisible();
}

async function isClosedAndReopened(page: Page) {
  await page.getByRole("button", { name: "部屋を閉じる" }).click();
  await dialog(page).getByRole("button", { name: "部屋を閉じる" }).click();
  await expect(dialog(page).getByRole("alert")).toContainText("理由を書いてください。");
  await field(dialog(page), "理由").fill("研修が終わったため");
  await dialog(page).getByRole("button", { name: "部屋を閉じる" }).click();
  await isDone(page, "部屋を閉じました。");
  await page.getByRole("button", { name: "閉鎖を取り消す" }).click();
  await field(dialog(page), "理由").fill("まだ続きがありました");
  await dialog(page).getByRole("button", { name: "閉鎖を取り消す" }).click();
  await isDone(page, "閉鎖を取り消しました。");
}

/** Said, and where the next key press goes on from. */
async function isDone(page: Page, text: string) {
  const status = page.getByRole("status").filter({ hasText: text });
  await expect(status).toBeVisible();
  await expect(status).toBeFocused();
}

async function isClosedOnRequest(page: Page, closure: string, number: number) {
  await page.goto(`/desk/rooms/${number}`);
  await page.getByRole("link", { name: "申出を開いて受理する" }).click();
  await expect(page).toHaveURL(new RegExp(closure));
  await expect(page.getByRole("heading", { level: 2, name: "閉鎖の申出" })).toBeVisible();
  await isFitForEverybody(page, "desk-closure");
  await decides(page, "受理");
  await page.goto(`/desk/rooms/${number}`);
  await expect(page.getByText("閉じています")).toBeVisible();
  await expect(page.getByRole("main")).toContainText("研修が終わりました。");
}

function button(within: Page | Locator, what: string, of: string): Locator {
  return within.getByRole("button", { name: new RegExp(`^${what}\\s*\\(${of}\\)`) });
}

async function themes(page: Page, theme: string) {
  await (await openMenu(page)).getByRole("link", { name: "職種連携の部屋" }).click();
  await arrives(page, "職種連携の部屋", "desk-rooms");
  await page.getByRole("link", { name: "申請で選べるテーマを変える" }).click();
  await field(page, "テーマの名前").fill(theme);
  await page.getByRole("button", { name: "テーマを作る" }).click();
  await expect(page.getByText(`テーマ「${theme}」を作りました。`)).toBeVisible();
  await arrives(page, "部屋のテーマ", "desk-room-themes");
  const names = page.getByRole("region", { name: "使っているテーマ" }).locator("li strong");
  await expect(names.last()).toHaveText(theme);
  const up = button(page, "上へ", theme);
  await up.focus();
  const kept = page.waitForResponse((answer) => answer.url().endsWith("/api/room-themes/order"));
  await page.keyboard.press("Enter");
  expect((await kept).ok()).toBe(true);
  await expect(up).toBeFocused();
  await page.reload();
  await expect(names.nth(-2)).toHaveText(theme);
  await button(page, "使うのをやめる", theme).click();
  await dialog(page).getByRole("button", { name: "使うのをやめる" }).click();
  await expect(page.getByRole("region", { name: "使うのをやめたテーマ" })).toContainText(theme);
}

test("r26_rooms that fell silent are found by the city: one is kept, one is closed", async ({
  page,
  playwright,
}, info) => {
  test.setTimeout(200_000);
  const [first] = await nursesOf(`にし薬局${info.project.name}`, [["田中 翔太", "タナカ ショウタ"]], playwright);
  const nurses = await signedIn(first, playwright);
  const ends = info.project.name === "phone" ? "浦安" : "行徳";
  for (const name of [`${ends}の災害時の安否確認`, `${ends}の研修の日程調整`]) {
    await desk.openRoom({ number: await files(nurses, "room-applications", room(name)) });
  }
  const clerk = await desk.furtherClerk(
    nurse(`真間 ${info.project.name === "phone" ? "進" : "歩"}`, "ママ ススム"),
  );
  await logInFirst(page, clerk);
  await site.passDays(91);
  // A device proves itself by its own clock.
  await page.clock.setSystemTime(Date.now() + 91 * 24 * 60 * 60 * 1000);
  try {
    await page.goto("/sign-in");
    await signIn(page, clerk.login_id);
    await expect(ownAccount(page)).toBeVisible();
    await page.goto("/desk/rooms?state=quiet");
    const kept = page.getByRole("row", { name: new RegExp(`${ends}の災害時の安否確認`) });
    await expect(kept).toBeVisible();
    await isFitForEverybody(page, "desk-rooms-quiet");
    await button(page, "まだ必要", `${ends}の災害時の安否確認`).click();
    await isDone(page, `「${ends}の災害時の安否確認」を、まだ必要な部屋としました。`);
    await expect(kept).toHaveCount(0);
    await button(page, "閉じる", `${ends}の研修の日程調整`).click();
    await field(dialog(page), "理由").fill("長く使われていないため");
    await isFitForEverybody(page, "desk-rooms-closing");
    await dialog(page).getByRole("button", { name: "部屋を閉じる" }).click();
    await isDone(page, `「${ends}の研修の日程調整」を閉じました。`);
    await page.getByRole("link", { name: "閉じた部屋" }).click();
    await expect(page.getByRole("row", { name: new RegExp(`${ends}の研修の日程調整`) })).toBeVisible();
  } finally {
    await site.passDays(0);
  }
});
