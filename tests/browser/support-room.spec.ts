import type { Page } from "@playwright/test";
import { Association } from "./association";
import { arrived, Desk, type IssuedNotice } from "./desk";
import { arrives, expect, isFitForEverybody, keepPicture, startOwnHost, test } from "./fixtures";
import { applicationOf, nurse, type Person } from "./people";
import { field, isRefused, logInFirst, openMenu } from "./words";

const site = startOwnHost();
let desk: Desk;
let association: Association;

test.beforeAll(async ({ playwright }) => {
  const browserless = () => playwright.request.newContext({ baseURL: site.origin });
  desk = await Desk.open(await browserless());
  association = await Association.open(desk, await browserless());
});

const COORDINATOR = { name: "佐藤 美咲", kana: "サトウ ミサキ", profession: "care_manager" };
const DOCTOR = { name: "森 一郎", kana: "モリ イチロウ", profession: "doctor" };
const VISITING_NURSE = { name: "田中 翔子", kana: "タナカ ショウコ", profession: "visiting_nurse" };

/** The coordinator of a house is signed in on this page; a doctor and a visiting nurse of it have accounts. */
async function atWork(page: Page, house: string): Promise<(name: string) => IssuedNotice> {
  const persons = [COORDINATOR, DOCTOR, VISITING_NURSE].map(({ name, kana, profession }) => ({
    ...nurse(name, kana),
    profession,
  }));
  const receipt = await arrived(page.request, applicationOf(house, persons));
  await desk.accept(receipt);
  const notices = await desk.issue(receipt);
  const noticeFor = (name: string) => {
    const notice = notices.find((each) => each.addressee_name === name);
    if (!notice) throw new Error(`no notice for ${name}`);
    return notice;
  };
  await logInFirst(page, noticeFor(COORDINATOR.name));
  return noticeFor;
}

const sendButton = (page: Page) => page.getByRole("button", { name: "この内容で申請する" });
const registrantPart = (page: Page) => page.getByRole("group", { name: "2 登録者(支援を受ける方)" });
const consentPart = (page: Page) => page.getByRole("group", { name: "3 同意書(様式第7号)" });
const teamPart = (page: Page) => page.getByRole("group", { name: "4 支援チーム(様式第8号)" });

async function fillRegistrant(page: Page, name: string, kana: string) {
  await field(page, "日中に連絡がつく電話番号").fill("047-300-0001");
  const part = registrantPart(page);
  await field(part, "氏名").fill(name);
  await field(part, "ふりがな").fill(kana);
  await field(part, "生年月日").fill("昭和15年3月2日");
  await field(part, "住所").fill("千葉県市川市八幡3-4-5");
}

async function fillConsent(page: Page) {
  const part = consentPart(page);
  await part.getByRole("radio", { name: "本人" }).check();
  await field(part, "署名した日").fill(today());
}

/** Finds somebody in the directory by the reading, and adds the one of this house. */
async function addFromDirectory(page: Page, house: string, { name, kana }: Pick<Person, "name" | "kana">) {
  await field(page, "氏名・ふりがな・団体名").fill(kana);
  const found = page.getByRole("list", { name: "見つかった人" }).getByRole("listitem");
  await found.filter({ hasText: name }).filter({ hasText: house }).getByRole("button", { name: /^加える/ }).click();
}

function today(): string {
  return new Intl.DateTimeFormat("sv-SE", { timeZone: "Asia/Tokyo" }).format(new Date());
}

async function receiptOf(page: Page, heading: string): Promise<string> {
  await expect(page.getByRole("heading", { level: 1, name: heading })).toBeVisible();
  const number = /\d-\d{2}-\d{6}-\d{2}/.exec(page.url())?.[0];
  if (!number) throw new Error(`no receipt number in ${page.url()}`);
  await expect(page.getByRole("main")).toContainText(number);
  return number;
}

test("r14_r15_r16_r21_a coordinator opens a room from half a set to the log of who looked", async ({ page }) => {
  test.setTimeout(300_000);
  const house = "みなみ診療所";
  await atWork(page, house);

  await test.step("r7_no room yet, and the page says why and what to do", () => noRoomYet(page));
  await test.step("r13b_what is typed is kept on the server", () => draftIsKept(page));
  await test.step("r14_r17_half a set, with somebody who has no account", () => filesHalf(page, house));
  const receipt = await test.step("r14_it is kept, and says what is missing", () => halfIsKept(page));
  await test.step("r14_the other half follows", () => supplements(page, receipt));

  await test.step("r19_the association has the paper and accepts", async () => {
    await association.hasTheOriginal(receipt, today());
    await association.knowsNobody(receipt);
    await association.accept(receipt);
    await page.goto(`/support-rooms/${receipt}`);
    await expect(page.getByRole("region", { name: "いまの状況" })).toContainText("手続完了");
    await arrives(page, "申請の状況", "support-accepted");
    await page.getByRole("main").getByRole("link", { name: "参加している部屋" }).click();
  });
  await test.step("r7_the room is there, for its team", () => seesRoom(page));
  await test.step("r16_r17_one goes and another comes", () => changesTeam(page, house));
  await test.step("r21_who looked", () => readsLog(page));
});

async function noRoomYet(page: Page) {
  await (await openMenu(page)).getByRole("link", { name: "部屋" }).click();
  await arrives(page, "参加している部屋", "rooms-empty");
  const main = page.getByRole("main");
  await expect(main).toContainText("まだ参加している部屋がありません");
  await expect(main).toContainText("担当者として設定された部屋だけに表示されます");
  await main.getByRole("link", { name: "新しい申請" }).click();
  await arrives(page, "支援の部屋を申請する", "support-new");
}

async function draftIsKept(page: Page) {
  await fillRegistrant(page, "市川 ウメ", "いちかわ うめ");
  await expect(registrantPart(page)).toContainText("昭和15年3月2日(土)生まれ");
  await expect(page.getByRole("status").filter({ hasText: /下書きを保存しました \d+:\d\d/ })).toBeVisible();
  await page.reload();
  await expect(page.getByText("前回の下書きの続きです")).toBeVisible();
  await expect(field(registrantPart(page), "氏名")).toHaveValue("市川 ウメ");
  await expect(field(registrantPart(page), "生年月日")).toHaveValue("1940-03-02");
  await arrives(page, "支援の部屋を申請する", "support-draft");
}

async function filesHalf(page: Page, house: string) {
  await consentPart(page).getByRole("checkbox", { name: "同意書は後から出す" }).check();
  const team = teamPart(page);
  await team.getByRole("button", { name: /^自分\(佐藤 美咲\)を加える/ }).click();
  await expect(team).toContainText("医師か訪問看護師が、まだチームにいません。");
  await addFromDirectory(page, house, DOCTOR);
  await expect(team).not.toContainText("まだチームにいません");
  await team.getByRole("button", { name: "アカウントのない人を書いて加える" }).click();
  const person = page.getByRole("group", { name: "3人目(アカウントのない人)" });
  await expect(field(person, "氏名")).toBeFocused();
  await field(person, "氏名").fill("渡辺 さくら");
  await field(person, "ふりがな").fill("渡辺");
  await field(person, "団体の名称").fill("ひまわりヘルパーステーション");
  await sendButton(page).click();
  const summary = page.getByRole("alert");
  await expect(summary).toBeFocused();
  await isRefused(field(person, "ふりがな"), /ふりがな|カタカナ/);
  await isRefused(field(person, "職種"), /./);
  await expect(field(person, "氏名")).toHaveValue("渡辺 さくら");
  await arrives(page, "支援の部屋を申請する", "support-errors");
  await field(person, "ふりがな").fill("わたなべ さくら");
  await field(person, "職種").selectOption("care_worker");
  await sendButton(page).click();
}

async function halfIsKept(page: Page): Promise<string> {
  const receipt = await receiptOf(page, "申請を受け付けました");
  const standing = page.getByRole("region", { name: "いまの状況" });
  await expect(standing).toContainText("書類待ち");
  await expect(standing).toContainText("様式第7号(同意書)");
  await expect(page.getByRole("main")).toContainText("渡辺 さくら");
  await arrives(page, "申請を受け付けました", "support-half");
  await page.emulateMedia({ media: "print" });
  await expect(page.getByRole("region", { name: "署名" })).toBeVisible();
  await keepPicture(page, "support-half-print");
  await page.emulateMedia({ media: "screen" });
  await page.goto("/support-rooms");
  await expect(page.getByRole("row", { name: new RegExp(receipt) })).toContainText("足りないもの: 様式第7号");
  await arrives(page, "出した申請", "support-filed");
  await page.goto("/support-rooms/new");
  await expect(field(registrantPart(page), "氏名")).toHaveValue("");
  return receipt;
}

async function supplements(page: Page, receipt: string) {
  await page.goto(`/support-rooms/${receipt}`);
  await page.getByRole("link", { name: "足りない書類を出す" }).click();
  await arrives(page, "足りない書類を出す", "support-supplement");
  await expect(field(registrantPart(page), "氏名")).toHaveValue("市川 ウメ");
  await fillConsent(page);
  await expect(consentPart(page)).toContainText("署名した紙の同意書(原本)は、医師会の窓口");
  await page.getByRole("button", { name: "この内容で出す" }).click();
  expect(await receiptOf(page, "直した申請を受け付けました")).toBe(receipt);
  await expect(page.getByRole("region", { name: "いまの状況" })).not.toContainText("書類待ち");
  await expect(page.getByRole("region", { name: "次にすること" })).toContainText("持参するか郵送してください");
}

async function seesRoom(page: Page) {
  const row = page.getByRole("row", { name: /市川 ウメ/ });
  await expect(row).toContainText("新しい");
  await expect(row).toContainText("2人");
  await arrives(page, "参加している部屋", "rooms");
  await row.getByRole("link").click();
  await arrives(page, "市川 ウメさんの支援の部屋", "room");
  const registrant = page.getByRole("region", { name: "登録者" });
  await expect(registrant).toContainText("イチカワ ウメ");
  await expect(registrant).toContainText("昭和15年3月2日");
  const team = page.getByRole("region", { name: /^担当者/ });
  await expect(team.getByRole("row", { name: /森 一郎/ })).toContainText("医師");
  await expect(team.getByRole("row", { name: /佐藤 美咲/ })).toContainText("あなた");
  await expect(team).toContainText("アカウントを待っている人(1人)");
  await expect(page.getByRole("region", { name: /同意書/ })).toContainText("郵送で紙を受領");
}

async function changesTeam(page: Page, house: string) {
  await page.getByRole("link", { name: /担当者を変える/ }).click();
  await arrives(page, "担当者を変える", "team-change");
  await page.getByRole("button", { name: /^外す.*森 一郎/ }).click();
  await expect(page.getByLabel("森 一郎さんが外れる日")).toBeFocused();
  await expect(page.getByRole("main")).toContainText("チームに医師も訪問看護師もいません");
  await addFromDirectory(page, house, VISITING_NURSE);
  await expect(page.getByRole("main")).not.toContainText("チームに医師も訪問看護師もいません");
  await page.getByLabel("理由").fill("訪問看護を始めるため");
  await field(page, "日中に連絡がつく電話番号").fill("047-300-0001");
  await page.reload();
  await expect(page.getByLabel("理由"), "kept in the tab").toHaveValue("訪問看護を始めるため");
  await isFitForEverybody(page, "team-change-filled");
  await page.getByRole("button", { name: "この内容で届け出る" }).click();
  const notice = await receiptOf(page, "申請を受け付けました");
  expect(notice).toMatch(/^8-/);
  await expect(page.getByRole("main")).toContainText("田中 翔子");
  await arrives(page, "申請を受け付けました", "team-change-received");
  await association.return(notice, "外れる日を確かめてください。");
  await page.reload();
  await expect(page.getByRole("region", { name: "窓口からの連絡" })).toContainText("外れる日を");
  await page.getByRole("link", { name: "直して再提出する" }).click();
  await arrives(page, "申請を直す", "team-change-correction");
  await expect(page.getByLabel("森 一郎さんが外れる日")).toHaveValue(today());
  await page.getByRole("button", { name: "直して再提出する" }).click();
  await receiptOf(page, "直した申請を受け付けました");
  await association.accept(notice);
  await page.goto("/rooms");
  await page.getByRole("link", { name: /市川 ウメ/ }).click();
  const team = page.getByRole("region", { name: /^担当者/ });
  await expect(team.getByRole("row", { name: /田中 翔子/ })).toContainText("訪問看護師");
  await expect(team.getByRole("row", { name: /森 一郎/ })).toHaveCount(0);
}

async function readsLog(page: Page) {
  await page.getByRole("link", { name: /だれが見たか/ }).click();
  await arrives(page, "だれが見たか", "room-views");
  const counts = page.getByRole("table", { name: "人ごとの回数" });
  await expect(counts.getByRole("row", { name: /佐藤 美咲/ })).toContainText(/[1-9]\d*回/);
  await expect(page.getByRole("table", { name: /一回ごとの記録/ })).toContainText("支援の部屋");
  await page.getByRole("link", { name: "先月" }).click();
  await expect(page.getByRole("main")).toContainText("この期間には、だれも見ていません");
  await expect(page).toHaveURL(/from=\d{4}-\d\d-01/);
}

test("r18_whoever is taken out of the team no longer finds the room", async ({ page, freshPage, guard }) => {
  test.setTimeout(240_000);
  const house = "きた診療所";
  const noticeFor = await atWork(page, house);
  const nurses = await freshPage();
  await logInFirst(nurses, noticeFor(VISITING_NURSE.name));
  const receipt = await filesBoth(page, house, "八幡 トメ", "ヤワタ トメ");
  await association.hasTheOriginal(receipt, today());
  await association.knowsNobody(receipt);
  await association.accept(receipt);
  await nurses.goto("/rooms");
  await nurses.getByRole("link", { name: /八幡 トメ/ }).click();
  await arrives(nurses, "八幡 トメさんの支援の部屋", "room-of-nurse");
  await page.goto(new URL(nurses.url()).pathname + "/team-change");
  await page.getByRole("button", { name: /^外す.*田中 翔子/ }).click();
  await field(page, "日中に連絡がつく電話番号").fill("047-300-0001");
  await page.getByRole("button", { name: "この内容で届け出る" }).click();
  await association.accept(await receiptOf(page, "申請を受け付けました"));
  guard.allowNotFound();
  await nurses.reload();
  await expect(nurses.getByRole("alert")).toBeVisible();
  await expect(nurses.getByText("八幡 トメ")).toHaveCount(0);
  await arrives(nurses, "部屋", "room-gone");
  await nurses.goto("/rooms");
  await expect(nurses.getByRole("main")).toContainText("この30日の間に、担当や参加が1件終わりました。");
});

/** Both halves at once, by a team of three. */
async function filesBoth(page: Page, house: string, name: string, kana: string): Promise<string> {
  await page.goto("/support-rooms/new");
  await fillRegistrant(page, name, kana);
  await fillConsent(page);
  await teamPart(page).getByRole("button", { name: /^自分/ }).click();
  await addFromDirectory(page, house, DOCTOR);
  await addFromDirectory(page, house, VISITING_NURSE);
  await sendButton(page).click();
  return receiptOf(page, "申請を受け付けました");
}

test("the network is lost while Forms 7 and 8 are sent: nothing is lost, and a retry files them once", async ({
  page,
  guard,
}) => {
  const house = "にし診療所";
  await atWork(page, house);
  await page.goto("/support-rooms/new");
  await fillRegistrant(page, "大野 キク", "オオノ キク");
  await fillConsent(page);
  await teamPart(page).getByRole("button", { name: /^自分/ }).click();
  await addFromDirectory(page, house, DOCTOR);
  guard.allowLostNetwork();
  await page.route("**/api/support-room-applications", async (route) => {
    await route.fetch();
    await route.abort();
  });
  await sendButton(page).click();
  await expect(page.getByRole("alert")).toContainText("通信ができませんでした。");
  await expect(field(registrantPart(page), "氏名")).toHaveValue("大野 キク");
  await isFitForEverybody(page, "support-offline");
  await page.unroute("**/api/support-room-applications");
  await sendButton(page).click();
  const receipt = await receiptOf(page, "申請を受け付けました");
  await page.goto("/support-rooms");
  await expect(page.getByRole("row", { name: /様式第7・8号/ })).toHaveCount(1);
  await page.getByRole("link", { name: new RegExp(receipt) }).click();

  await page.getByRole("button", { name: "取り下げる" }).click();
  const question = page.getByRole("dialog");
  await expect(question).toContainText("元には戻せません。");
  await isFitForEverybody(page, "support-withdraw");
  await question.getByRole("button", { name: "取り下げる" }).click();
  await expect(page.getByRole("region", { name: "いまの状況" })).toContainText("取下げ");
});

test("a draft is thrown away on demand, after a question", async ({ page }) => {
  await atWork(page, "ひがし診療所");
  await page.goto("/support-rooms/new");
  await fillRegistrant(page, "真間 フミ", "ママ フミ");
  await expect(page.getByRole("status").filter({ hasText: "下書きを保存しました" })).toBeVisible();
  await page.getByRole("button", { name: "下書きを捨てる" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "捨てて最初から書く" }).click();
  await expect(field(registrantPart(page), "氏名")).toHaveValue("");
  await page.reload();
  await expect(field(registrantPart(page), "氏名")).toHaveValue("");
  await expect(page.getByText("前回の下書きの続きです")).toHaveCount(0);
});

test("r12_r16_a clerk types in what came on paper, and a change of the team later", async ({
  page,
  freshPage,
}) => {
  test.setTimeout(240_000);
  const house = "みぎわ診療所";
  await atWork(page, house);
  const desktop = await freshPage();
  await logInFirst(desktop, await desk.associationClerk(nurse("行徳 和子", "ギョウトク カズコ")));

  const receipt = await test.step("Forms 7 and 8 on paper", async () => {
    await desktop.goto("/support-rooms/new");
    const part = desktop.getByRole("group", { name: "1 申請する人" });
    await field(part, "届いた方法").selectOption("post");
    await field(part, "団体").fill("みぎわ");
    await part.getByRole("button", { name: /みぎわ診療所/ }).click();
    await field(part, "申請する人の氏名").fill(COORDINATOR.name);
    await field(part, "申請する人のふりがな").fill(COORDINATOR.kana);
    await fillRegistrant(desktop, "北方 ヨネ", "キタカタ ヨネ");
    await fillConsent(desktop);
    await addFromDirectory(desktop, house, COORDINATOR);
    await addFromDirectory(desktop, house, DOCTOR);
    await isFitForEverybody(desktop, "paper-support");
    await sendButton(desktop).click();
    return receiptOf(desktop, "申請を受け付けました");
  });
  await association.hasTheOriginal(receipt, today());
  await association.knowsNobody(receipt);
  await association.accept(receipt);

  await page.goto("/rooms");
  await page.getByRole("link", { name: /北方 ヨネ/ }).click();
  await arrives(page, "北方 ヨネさんの支援の部屋", "room-from-paper");
  const room = new URL(page.url()).pathname;
  const registrant = await association.registrantOf(receipt);

  await test.step("a Form 8 on paper, without looking into the room", async () => {
    await desktop.goto(`${room}/team-change?registrant=${registrant}`);
    await arrives(desktop, "担当者を変える", "paper-team-change");
    await addFromDirectory(desktop, house, VISITING_NURSE);
    const part = desktop.getByRole("group", { name: "3 届け出る人" });
    await field(part, "届いた方法").selectOption("in_person");
    await field(part, "団体").fill("みぎわ");
    await part.getByRole("button", { name: /みぎわ診療所/ }).click();
    await field(part, "申請する人の氏名").fill(COORDINATOR.name);
    await field(part, "申請する人のふりがな").fill(COORDINATOR.kana);
    await field(part, "日中に連絡がつく電話番号").fill("047-300-0001");
    await desktop.getByRole("button", { name: "この内容で届け出る" }).click();
    await association.accept(await receiptOf(desktop, "申請を受け付けました"));
  });
  await page.reload();
  await expect(page.getByRole("region", { name: /^担当者/ })).toContainText("田中 翔子");
});
