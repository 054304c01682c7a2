import type { Locator, Page } from "@playwright/test";
import { arrived, Desk, type IssuedNotice } from "./desk";
import { arrives, expect, isFitForEverybody, keepPicture, startOwnHost, test } from "./fixtures";
import { applicationOf, nurse } from "./people";
import { field, isRefused, logInFirst, openMenu, signIn } from "./words";

const site = startOwnHost();
let desk: Desk;

test.beforeAll(async ({ playwright }) => {
  desk = await Desk.open(await playwright.request.newContext({ baseURL: site.origin }));
});

test.describe.configure({ mode: "serial" });

const ROOM = "褥瘡ケア研修(令和8年度)の連絡";
const NAMES: [name: string, kana: string][] = [
  ["佐藤 美咲", "サトウ ミサキ"],
  ["森 一郎", "モリ イチロウ"],
  ["田中 翔子", "タナカ ショウコ"],
  ["山田 花子", "ヤマダ ハナコ"],
];

/** The people of a new house have accounts; the manager, who files for all of them, is one of them. */
async function noticesOf(page: Page, house: string): Promise<(name: string) => IssuedNotice> {
  const persons = NAMES.map(([name, kana]) => nurse(name, kana));
  const application = applicationOf(house, persons);
  application.applicant.email = persons.at(-1)?.email ?? "";
  const receipt = await arrived(page.request, application);
  await desk.accept(receipt);
  const notices = await desk.issue(receipt);
  return (name) => {
    const notice = notices.find((each) => each.addressee_name === name);
    if (!notice) throw new Error(`no notice for ${name}`);
    return notice;
  };
}

const group = (page: Page, name: string | RegExp) => page.getByRole("group", { name });
const row = (page: Page, name: string | RegExp) => page.getByRole("row", { name });
const standing = (page: Page) => page.getByRole("region", { name: "いまの状況" });
const banner = (page: Page) => page.getByRole("region", { name: "90日以上、書き込みがありません" });

async function addFromDirectory(within: Locator, kana: string, name: string) {
  await within.getByLabel(/^氏名・ふりがな/).fill(kana);
  const found = within.getByRole("list", { name: "見つかった人" }).getByRole("listitem");
  await found.filter({ hasText: name }).first().getByRole("button", { name: /^加える/ }).click();
}

async function receiptOf(page: Page, heading: string): Promise<{ number: string }> {
  await expect(page.getByRole("heading", { level: 1, name: heading })).toBeVisible();
  const number = /\d-\d{2}-\d{6}-\d{2}/.exec(page.url())?.[0];
  if (!number) throw new Error(`no receipt number in ${page.url()}`);
  await expect(page.getByRole("main")).toContainText(number);
  return { number };
}

let noticeFor: (name: string) => IssuedNotice;

test("r23_r24_r25_r26_a user wants a room for a training series, from application to first visit", async ({
  page,
  freshPage,
  guard,
}) => {
  test.setTimeout(400_000);
  noticeFor = await noticesOf(page, "みなみ診療所");
  await logInFirst(page, noticeFor("佐藤 美咲"));

  await test.step("no room yet, and the page says how to get into one", () => noRoomYet(page));
  await test.step("r23_r24_the form says what is missing, and keeps what is typed", () => mistakes(page));
  const receipt = await test.step("r23_the application, with a last look at it", () => applies(page));
  await test.step("r13b_the city returns it, and it is mended", () => mends(page, receipt));
  await test.step("r23_the city makes sure of everything and opens the room", async () => {
    await desk.openRoom(receipt);
    await page.goto(`/rooms/applications/${receipt.number}`);
    await expect(standing(page)).toContainText("手続完了");
    await arrives(page, "申請の状況", "room-application-done");
    await page.getByRole("main").getByRole("link", { name: "参加している部屋", exact: true }).click();
  });
  await test.step("the first visit", () => visits(page));
  const doctor = await freshPage();
  await test.step("r24_a participant sees it, too", async () => {
    await logInFirst(doctor, noticeFor("森 一郎"));
    await doctor.goto("/rooms");
    await row(doctor, /褥瘡ケア研修/).getByRole("link").click();
    await expect(doctor.getByRole("region", { name: "参加者(2人)" })).toContainText("佐藤 美咲");
  });
  await test.step("r25_another is to join", () => asksToJoin(page));
  await test.step("r25_one finds the room by himself, asks, and thinks better of it", async () =>
    findsRoom(await freshPage()));
  await test.step("r25_one leaves, and the room is gone for him", async () => {
    const room = doctor.url();
    await leaves(doctor);
    guard.allowNotFound();
    await doctor.goto(room);
    await expect(doctor.getByRole("main")).toContainText("退出した部屋");
    await arrives(doctor, "部屋", "room-left");
  });
});

async function noRoomYet(page: Page) {
  await (await openMenu(page)).getByRole("link", { name: "部屋", exact: true }).click();
  await arrives(page, "参加している部屋", "rooms-empty-collaboration");
  const main = page.getByRole("main");
  await expect(main).toContainText("職種連携の部屋(研修や地域の課題など、テーマごとの部屋)に入るには");
  await main.getByRole("link", { name: /^部屋を探す/ }).click();
  await expect(page.getByText("一覧に載っている部屋はまだありません")).toBeVisible();
  await arrives(page, "職種連携の部屋を探す", "rooms-find-empty");
  await main.getByRole("link", { name: "部屋を開く申請" }).first().click();
  await arrives(page, "職種連携の部屋を開く申請", "room-new");
}

async function mistakes(page: Page) {
  const send = page.getByRole("button", { name: "内容を確かめて申請する" });
  await send.click();
  const summary = page.getByRole("alert");
  await expect(summary).toBeFocused();
  await expect(summary.getByRole("link")).toHaveText([
    /^部屋の名前:/,
    /^目的:/,
    /^テーマ:/,
    /^参加する人の範囲:/,
    /^部屋の一覧:/,
    /^ルール:/,
  ]);
  await isRefused(field(page, "部屋の名前"), /入力してください/);
  await arrives(page, "職種連携の部屋を開く申請", "room-new-errors");
  await summary.getByRole("link", { name: /^テーマ/ }).click();
  await expect(field(page, "テーマ")).toBeFocused();
  await field(page, "部屋の名前").fill("テストの部屋");
  await expect(page.getByText(/これだけでは、何のための部屋か分かりません/)).toBeVisible();
  await field(page, "目的").fill("研修の日程と資料を知らせ合い、当日の準備を相談します。");
  await field(page, "テーマ").selectOption({ label: "研修・勉強会" });
  await field(page, "参加する人の範囲").fill("研修に参加する訪問看護師と、講師の医師");
  await page.getByRole("radio", { name: "一覧に載せる", exact: true }).check();
  await page.getByRole("checkbox", { name: "上のルールをすべて守ります" }).check();
  await page.reload();
  await expect(field(page, "部屋の名前")).toHaveValue("テストの部屋");
  await expect(page.getByRole("checkbox", { name: "上のルールをすべて守ります" })).toBeChecked();
  // The city's system has the last word on the name.
  await send.click();
  await page.getByRole("dialog").getByRole("button", { name: "申請する", exact: true }).click();
  await expect(summary).toBeFocused();
  await isRefused(field(page, "部屋の名前"), /何のための部屋かが分かる名前に/);
}

async function applies(page: Page): Promise<{ number: string }> {
  await field(page, "部屋の名前").fill(ROOM);
  await expect(page.getByText(/これだけでは、何のための部屋か分かりません/)).toHaveCount(0);
  const participants = group(page, "3 はじめから参加する人");
  await addFromDirectory(participants, "モリ", "森 一郎");
  await expect(participants).toContainText("森 一郎を加えました。今は1人です。");
  await addFromDirectory(participants, "タナカ", "田中 翔子");
  await participants.getByRole("button", { name: /^外す\s*\(田中 翔子\)$/ }).click();
  await expect(participants.getByRole("heading", { name: "申請する人のほかに参加する人(1人)" })).toBeFocused();
  await isFitForEverybody(page, "room-new-filled");
  await page.getByRole("button", { name: "内容を確かめて申請する" }).click();
  const dialog = page.getByRole("dialog");
  await expect(dialog).toContainText("佐藤 美咲、森 一郎");
  await isFitForEverybody(page, "room-new-review");
  await dialog.getByRole("button", { name: "申請する", exact: true }).click();
  const receipt = await receiptOf(page, "申請を受け付けました");
  await expect(page.getByRole("region", { name: "申請した部屋" })).toContainText("研修・勉強会");
  await arrives(page, "申請を受け付けました", "room-application");
  await page.emulateMedia({ media: "print" });
  await expect(page.getByRole("region", { name: "署名" })).toBeVisible();
  await keepPicture(page, "room-application-print");
  await page.emulateMedia({ media: "screen" });
  await page.goto("/rooms/new");
  await expect(field(page, "部屋の名前")).toHaveValue("");
  return receipt;
}

async function mends(page: Page, receipt: { number: string }) {
  await desk.return(receipt, "講師のほかに、だれが参加するのかを書いてください。");
  await page.goto("/rooms/applications");
  const line = row(page, new RegExp(receipt.number));
  await expect(line).toContainText("差戻し中");
  await expect(line).toContainText("職種連携の部屋の開設申請");
  await arrives(page, "職種連携の部屋の申請", "room-applications");
  await line.getByRole("link").click();
  await expect(standing(page)).toContainText("講師のほかに、だれが参加するのかを書いてください。");
  await page.getByRole("link", { name: "直して再提出する" }).click();
  await arrives(page, "申請を直す", "room-correction");
  await expect(field(page, "部屋の名前")).toHaveValue(ROOM);
  await expect(group(page, "3 はじめから参加する人")).toContainText("森 一郎");
  await field(page, "参加する人の範囲").fill("研修に参加する訪問看護師と、講師の医師、市の担当者");
  await page.getByRole("button", { name: "直して再提出する" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "申請する", exact: true }).click();
  expect(await receiptOf(page, "直した申請を受け付けました")).toEqual(receipt);
  await expect(standing(page)).toContainText("再提出済み");
  await page.getByRole("link", { name: "元にして新しく申請する" }).click();
  await expect(field(page, "部屋の名前")).toHaveValue(ROOM);
  await expect(page.getByRole("checkbox", { name: "上のルールをすべて守ります" })).not.toBeChecked();
}

async function visits(page: Page) {
  const line = row(page, /褥瘡ケア研修/);
  await expect(line).toContainText("研修の日程と資料を知らせ合い");
  await expect(line).toContainText("新しい");
  await arrives(page, "参加している部屋", "rooms-collaboration");
  await line.getByRole("link").click();
  await arrives(page, ROOM, "collaboration-room");
  const about = page.getByRole("region", { name: "この部屋について" });
  await expect(about).toContainText("市の担当者");
  await expect(about).toContainText("一覧に載せる");
  const participants = page.getByRole("region", { name: "参加者(2人)" });
  await expect(participants.getByRole("row", { name: /佐藤 美咲/ })).toContainText("あなた");
  await field(participants, "氏名・ふりがな・団体名で探す").fill("もり");
  await participants.getByRole("button", { name: "探す" }).click();
  await expect(participants.getByRole("row")).toHaveCount(2);
  await expect(participants.getByRole("row", { name: /森 一郎/ })).toContainText("みなみ診療所");
}

async function asksToJoin(page: Page) {
  await page.getByRole("link", { name: /ほかの人の参加を申請する/ }).click();
  await expect(page.getByRole("radio", { name: "部屋に参加する" })).toBeChecked();
  await expect(group(page, "2 部屋")).toContainText(ROOM);
  const people = group(page, /^3 参加する人/);
  await expect(people.getByRole("heading", { name: "参加する人(0人)" })).toBeVisible();
  await arrives(page, "職種連携の部屋への参加・退出の申請", "membership-join");
  await addFromDirectory(people, "モリ", "森 一郎");
  await addFromDirectory(people, "タナカ", "田中 翔子");
  const send = page.getByRole("button", { name: "この内容で申請する" });
  await send.click();
  await expect(page.getByRole("alert")).toBeFocused();
  await isRefused(field(page, "参加する理由"), /入力してください/);
  await field(page, "参加する理由").fill("研修の講師の助手をするため。");
  await send.click();
  await expect(page.getByRole("alert")).toContainText("森 一郎さん: この方は、すでにこの部屋に参加しています。");
  await isFitForEverybody(page, "membership-refused");
  await people.getByRole("button", { name: /^外す\s*\(森 一郎\)$/ }).click();
  await send.click();
  const receipt = await receiptOf(page, "申請を受け付けました");
  await expect(page.getByRole("region", { name: "参加する人(1人)" })).toContainText("田中 翔子");
  await arrives(page, "申請を受け付けました", "membership-application");
  await desk.accept(receipt);
  await page.goto("/rooms");
  await row(page, /褥瘡ケア研修/).getByRole("link").click();
  await expect(page.getByRole("region", { name: "参加者(3人)" })).toContainText("田中 翔子");
  await expect(page.getByRole("region", { name: "これまでのできごと" })).toContainText("参加者が加わりました");
}

async function findsRoom(stranger: Page) {
  const notices = await noticesOf(stranger, "きた診療所");
  await logInFirst(stranger, notices("佐藤 美咲"));
  await stranger.goto("/rooms/find");
  await field(stranger, "テーマで絞る").selectOption({ label: "災害への備え" });
  await expect(stranger.getByText("当てはまる部屋はありません")).toBeVisible();
  await field(stranger, "テーマで絞る").selectOption({ label: "すべてのテーマ" });
  await field(stranger, "名前・目的で探す").fill("研修");
  await stranger.getByRole("button", { name: "探す" }).click();
  await expect(row(stranger, /褥瘡ケア研修/)).toContainText("3人");
  await arrives(stranger, "職種連携の部屋を探す", "rooms-find");
  await row(stranger, /褥瘡ケア研修/).getByRole("link", { name: /参加を申請する/ }).click();
  await expect(group(stranger, /^3 参加する人/)).toContainText("佐藤 美咲");
  await field(stranger, "参加する理由").fill("きた診療所でも研修を開くため。");
  await stranger.getByRole("button", { name: "この内容で申請する" }).click();
  const receipt = await receiptOf(stranger, "申請を受け付けました");
  await stranger.goto("/rooms/find");
  await expect(row(stranger, /褥瘡ケア研修/)).toContainText("参加を申請中");
  await stranger.goto(`/rooms/applications/${receipt.number}`);
  await stranger.getByRole("button", { name: "取り下げる" }).click();
  await stranger.getByRole("dialog").getByRole("button", { name: "取り下げる" }).click();
  await expect(standing(stranger)).toContainText("取下げ");
  // Whoever begins without a link finds the room by its name.
  await stranger.goto("/rooms/membership");
  await stranger.getByRole("radio", { name: "部屋に参加する" }).check();
  await field(stranger, "部屋の名前か番号").fill("褥瘡");
  await stranger.getByRole("list", { name: "見つかった部屋" }).getByRole("button", { name: /褥瘡ケア研修/ }).click();
  await expect(group(stranger, "2 部屋")).toContainText("研修の日程と資料");
  await arrives(stranger, "職種連携の部屋への参加・退出の申請", "membership-room-chosen");
}

async function leaves(doctor: Page) {
  await doctor.getByRole("link", { name: /退出を申請する/ }).click();
  await expect(doctor.getByRole("radio", { name: "部屋から退出する" })).toBeChecked();
  const people = group(doctor, "3 退出する人");
  await expect(people).toContainText("森 一郎");
  await expect(people).toContainText("退出は本人が申請します。");
  await expect(doctor.getByRole("region", { name: "名簿から加える" })).toHaveCount(0);
  await arrives(doctor, "職種連携の部屋への参加・退出の申請", "membership-leave");
  await doctor.getByRole("button", { name: "この内容で申請する" }).click();
  const receipt = await receiptOf(doctor, "申請を受け付けました");
  await desk.accept(receipt);
  await doctor.goto("/rooms/find");
  await expect(row(doctor, /褥瘡ケア研修/)).toContainText("参加を申請する");
}

test("r25_a manager takes one of his people out of a room", async ({ page }) => {
  await logInFirst(page, noticeFor("山田 花子"));
  await page.goto("/organization");
  await row(page, /田中 翔子/).getByRole("link", { name: /職種連携の部屋から外す/ }).click();
  const people = group(page, "3 退出する人");
  await expect(people).toContainText("田中 翔子");
  await expect(people).toContainText("みなみ診療所の人だけが出ます。");
  await arrives(page, "職種連携の部屋への参加・退出の申請", "membership-manager");
  await field(page, "部屋の名前か番号").fill("研修");
  await page.getByRole("list", { name: "見つかった部屋" }).getByRole("button", { name: /褥瘡ケア研修/ }).click();
  await page.getByRole("button", { name: "この内容で申請する" }).click();
  const receipt = await receiptOf(page, "申請を受け付けました");
  await expect(page.getByRole("region", { name: "退出する人(1人)" })).toContainText("田中 翔子");
  await page.goto("/organization/applications");
  await expect(row(page, new RegExp(receipt.number))).toContainText("職種連携の部屋の参加・退出申請");
  await desk.accept(receipt);
});

test("without a network the pages say so and lose nothing", async ({ page, guard }) => {
  const notices = await noticesOf(page, "にし診療所");
  await logInFirst(page, notices("佐藤 美咲"));
  await page.goto("/rooms/membership?change=join");
  await field(page, "部屋の名前か番号").fill("どこかの部屋の名前");
  await field(page, "参加する理由").fill("研修に参加するため。");
  guard.allowLostNetwork();
  await page.context().setOffline(true);
  await page.getByRole("button", { name: "この内容で申請する" }).click();
  await expect(page.getByRole("alert")).toContainText("通信ができませんでした。");
  await page.context().setOffline(false);
  await page.getByRole("button", { name: "この内容で申請する" }).click();
  await isRefused(field(page, "部屋の名前か番号"), /この名前の部屋はないか、すでに閉じています/);
  await page.reload();
  await expect(field(page, "参加する理由")).toHaveValue("研修に参加するため。");
  // A room that is in no list is named by its number.
  await field(page, "部屋の名前か番号").fill("1");
  await page.getByRole("button", { name: "この内容で申請する" }).click();
  await receiptOf(page, "申請を受け付けました");
  await expect(page.getByRole("region", { name: "参加の申請" })).toContainText(ROOM);
});

/** For the system and for the browser: a device proves itself by its own clock. */
async function ninetyDaysPass(page: Page) {
  const days = 91;
  await site.passDays(days);
  await page.clock.setSystemTime(Date.now() + days * 24 * 60 * 60 * 1000);
}

test("r26_a silent room is still needed, and one day it is not", async ({ page }) => {
  const notices = await noticesOf(page, "ひがし診療所");
  const founder = notices("佐藤 美咲");
  await logInFirst(page, founder);
  await page.goto("/rooms/new");
  await field(page, "部屋の名前").fill("災害時の安否確認の相談");
  await field(page, "目的").fill("災害のときの連絡の取り方を決めます。");
  await field(page, "テーマ").selectOption({ label: "災害への備え" });
  await field(page, "参加する人の範囲").fill("診療所と訪問看護の管理者");
  await page.getByRole("radio", { name: "一覧に載せない", exact: true }).check();
  await page.getByRole("checkbox", { name: "上のルールをすべて守ります" }).check();
  await page.getByRole("button", { name: "内容を確かめて申請する" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "申請する", exact: true }).click();
  await desk.openRoom(await receiptOf(page, "申請を受け付けました"));
  await ninetyDaysPass(page);

  await test.step("the list and the room say that nobody writes any more", async () => {
    await page.goto("/rooms");
    await signIn(page, founder.login_id);
    await expect(row(page, /安否確認/)).toContainText("90日以上書き込みなし");
    await arrives(page, "参加している部屋", "rooms-quiet");
    await row(page, /安否確認/).getByRole("link").click();
    await expect(banner(page)).toContainText("まだ必要ですか");
    await arrives(page, "災害時の安否確認の相談", "room-quiet");
  });
  await test.step("one press keeps it", async () => {
    await banner(page).getByRole("button", { name: "まだ必要" }).click();
    await expect(page.getByText("まだ必要な部屋としました。")).toBeVisible();
    await expect(page.locator("#room-done")).toBeFocused();
    await expect(banner(page)).toHaveCount(0);
    await expect(page.getByRole("region", { name: "この部屋について" })).toContainText("佐藤 美咲さんが確かめました");
  });
  await test.step("the city is asked to close it, with a reason", async () => {
    await page.getByRole("button", { name: "閉鎖を申し出る" }).click();
    const dialog = page.getByRole("dialog");
    await field(dialog, "閉じる理由").fill("相談が終わったため。");
    await isFitForEverybody(page, "room-closing-question");
    await dialog.getByRole("button", { name: "閉鎖を申し出る" }).click();
    await expect(page.getByText("市に閉鎖を申し出ました。")).toBeVisible();
    await expect(page.locator("#room-done")).toBeFocused();
    await expect(page.getByRole("region", { name: "閉鎖の申出が市に出ています" })).toBeVisible();
    await arrives(page, "災害時の安否確認の相談", "room-closure-pending");
    await page.getByRole("link", { name: "申出の状況を見る" }).click();
    await expect(page.getByRole("region", { name: "閉鎖の申出" })).toContainText("相談が終わったため。");
    await arrives(page, "申請の状況", "room-closure");
  });
});
