import type { APIRequestContext, Browser, Page } from "@playwright/test";
import { Desk } from "./desk";
import { arrives, expect, isFitForEverybody, startOwnHost, test } from "./fixtures";
import { nurse } from "./people";
import { Colleague, daysAgo, doctor, HANA, withoutAccount } from "./support-room";
import { field, logInFirst, type Notice, signIn } from "./words";

const site = startOwnHost();
let desk: Desk;
let newRequest: () => Promise<APIRequestContext>;
let clinician: Colleague;
let colleague: Colleague;

// One system for the whole file: what one scenario opens, the next looks at.
test.describe.configure({ mode: "serial" });

test.beforeAll(async ({ playwright }) => {
  test.setTimeout(200_000);
  newRequest = () => playwright.request.newContext({ baseURL: site.origin });
  desk = await Desk.open(await newRequest());
  const people = [doctor("国府台 恵", "コウノダイ メグミ"), nurse("真間 進", "ママ ススム")];
  [clinician, colleague] = (await Colleague.ofClinic(desk, "みなみ診療所", people, newRequest)) as [
    Colleague,
    Colleague,
  ];
});

let roomId = 0;

let first: { page: Page; notice: Notice };
let second: { page: Page; notice: Notice };

test.beforeAll(async ({ browser }, info) => {
  const use = info.project.use;
  const clerk = async (name: string, kana: string) => {
    const page = await newPage(browser, use);
    const notice = await desk.associationClerk(nurse(name, kana));
    await logInFirst(page, notice);
    return { page, notice };
  };
  first = await clerk("中山 一郎", "ナカヤマ イチロウ");
  second = await clerk("大野 緑", "オオノ ミドリ");
});

test.afterAll(async () => {
  for (const clerk of [first, second]) await clerk?.page.context().close();
});

async function newPage(browser: Browser, use: object): Promise<Page> {
  return (await browser.newContext({ ...use, baseURL: site.origin })).newPage();
}

function decisionBox(page: Page) {
  return page.getByRole("region", { name: "判断" });
}

async function accepts(page: Page) {
  const box = decisionBox(page);
  await box.getByRole("radio", { name: "受理する" }).check();
  await box.getByRole("button", { name: "確認へ進む" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "受理する" }).click();
}

async function recordsOriginal(page: Page, how: string) {
  const original = page.getByRole("region", { name: "同意書の原本" });
  await original.getByRole("radio", { name: how }).check();
  await original.getByRole("button", { name: "原本の受領を記録する" }).click();
  await expect(original.getByText("受領済み")).toBeVisible();
}

/** The registrant's page, found by a part of the reading. */
async function opensRegistrant(page: Page) {
  await page.goto("/desk/registrants?state=all");
  await page.getByLabel("氏名・ふりがなで探す").fill("ハナ");
  await page.getByRole("button", { name: "探す" }).click();
  await page.getByRole("link", { name: /行徳 ハナ/ }).click();
  await expect(page.getByRole("heading", { level: 1, name: HANA.name })).toBeVisible();
}

test("r14_half a set waits and cannot be accepted; the desk sees which half is missing", async () => {
  const { page } = first;
  const receipt = await colleague.filesSet({ ...HANA, name: "塩浜 タロウ", kana: "シオハマ タロウ" }, null);
  await page.goto("/desk?tab=returned");
  await expect(page.getByRole("row", { name: new RegExp(receipt) })).toContainText(
    "様式第8号(支援チーム)なし",
  );
  await arrives(page, "申請", "support-queue");
  await page.goto(`/desk/applications/${receipt}`);
  const box = decisionBox(page);
  await expect(box).toContainText("様式第8号(支援チーム)が届いていません。");
  await expect(box.getByRole("radio", { name: "受理する" })).toHaveCount(0);
  await arrives(page, "みなみ診療所", "support-half");
});

test("r19_no acceptance before the original has come; a scan is offered only when it was agreed to", async () => {
  const { page } = first;
  const members = [clinician.member, colleague.member, withoutAccount("大野 翠", "オオノ ミドリ", "care_worker")];
  const receipt = await clinician.filesSet(HANA, members);
  await page.goto("/desk");
  await page.getByRole("link", { name: new RegExp(receipt) }).click();
  const box = decisionBox(page);
  await expect(box).toContainText("同意書の原本の受領を記録していません。");
  await expect(page.getByRole("radio", { name: "利用者間メールでスキャンを受領" })).toHaveCount(0);
  await expect(page.getByRole("region", { name: "アカウントのない担当者(1人)" })).toContainText("大野 翠");
  await arrives(page, "みなみ診療所", "support-set");

  await test.step("the server, too, refuses, and says why", async () => {
    await accepts(page);
    await expect(box.getByRole("alert")).toContainText("同意書の原本");
    await isFitForEverybody(page, "support-refused");
  });
  await test.step("with the original the room opens", async () => {
    await recordsOriginal(page, "窓口で紙を受領");
    await accepts(page);
    await expect(box).toContainText("受理しました。");
    roomId = await clinician.roomOf(HANA.name);
    await page.getByRole("link", { name: "行徳 ハナの登録者のページを開く" }).click();
    await arrives(page, HANA.name, "registrant");
    await expect(page.getByRole("table", { name: "今の担当者" }).getByRole("row")).toHaveCount(3);
    await expect(page.getByRole("article", { name: "アカウント待ち 大野 翠" })).toBeVisible();
  });
});

test("somebody who is registered already is recognized, and the set is added to the room", async () => {
  const { page } = first;
  const receipt = await colleague.filesSet({ ...HANA, name: "行徳 はな" }, [clinician.member], true);
  await colleague.mailsScan("同意書.txt");
  await page.goto(`/desk/applications/${receipt}`);
  await expect(decisionBox(page)).toContainText("同じ登録者がいないか確かめていません。");
  const identity = page.getByRole("region", { name: "同じ登録者がいないか" });
  await expect(identity.getByRole("row", { name: /行徳 ハナ/ })).toContainText("申請と同じ");
  await arrives(page, "みなみ診療所", "support-similar");
  await identity.getByRole("radio", { name: /^同じ方/ }).check();
  await identity.getByRole("button", { name: "この選択を記録する" }).click();
  await expect(identity).toContainText("同じ方として記録しました。");
  await expect(identity).toContainText("新しい部屋は開きません。");
  const original = page.getByRole("region", { name: "同意書の原本" });
  await original.getByRole("radio", { name: "利用者間メールでスキャンを受領" }).check();
  await original.getByRole("radio", { name: "同意書.txt" }).check();
  await isFitForEverybody(page, "support-scan");
  await recordsOriginal(page, "利用者間メールでスキャンを受領");
  await expect(original.getByRole("link", { name: "スキャンを開く" })).toBeVisible();
  await accepts(page);
  await expect(decisionBox(page)).toContainText("受理しました。");
  await opensRegistrant(page);
  await expect(page.getByRole("table", { name: "同意書の一覧" }).getByRole("row")).toHaveCount(3);
});

test("the association looks into a room only with a reason, and the room is told", async () => {
  const { page } = first;
  await opensRegistrant(page);
  await page.getByRole("button", { name: "内容を見る(非常時)" }).click();
  const dialog = page.getByRole("dialog");
  await expect(dialog).toContainText("担当者全員にすぐに知らされます");
  await dialog.getByRole("button", { name: "理由を記録して見られるようにする" }).click();
  await expect(dialog.getByRole("alert")).toContainText("内容を見る理由を書いてください。");
  await isFitForEverybody(page, "glass");
  await field(dialog, "内容を見る理由").fill("ご家族の問い合わせに答えるため。");
  await dialog.getByRole("button", { name: "理由を記録して見られるようにする" }).click();
  await expect(page.getByText("まで部屋の内容を見られます。")).toBeVisible();
  await expect(page.getByRole("link", { name: "部屋を開く" })).toHaveAttribute("href", `/rooms/${roomId}`);
  await arrives(page, HANA.name, "registrant-glass");
  expect((await clinician.eventsOf(roomId)).join("\n")).toContain("ご家族の問い合わせに答えるため。");
});

test("r16_a change of the team is decided by the association, and takes effect at once", async () => {
  const { page } = first;
  const remove = (who: Colleague) => ({ ...who.member, change: "remove" as const });
  const last = await clinician.filesChange(roomId, [remove(colleague)]);
  await page.goto(`/desk/applications/${last}`);
  await expect(page.getByRole("table", { name: /外れる人/ })).toContainText("真間 進");
  await arrives(page, "みなみ診療所", "team-change");
  await accepts(page);
  await expect(decisionBox(page)).toContainText("受理しました。");
  await opensRegistrant(page);
  await expect(page.getByRole("table", { name: "今の担当者" })).not.toContainText("真間 進");
  await page.getByText("外れた人(1人)").click();
  await expect(page.getByRole("table", { name: "外れた人" })).toContainText("真間 進");
});

test("r21_who looked at the registrant is counted and listed", async () => {
  const { page } = first;
  await opensRegistrant(page);
  const views = page.getByRole("region", { name: "閲覧の記録" });
  await expect(views.getByRole("table", { name: "人ごとの回数" })).toContainText("中山 一郎");
  await views.getByRole("button", { name: "1回ごとの記録を見る" }).click();
  await expect(views.getByRole("table", { name: /一回ごとの記録/ })).toContainText("医師会の登録者の台帳");
  await arrives(page, HANA.name, "registrant-views");
  await page.goto("/desk/registrants/views");
  await expect(page.getByRole("row", { name: /行徳 ハナ/ })).toBeVisible();
  await arrives(page, "閲覧の回数", "view-counts");
  await field(page, "いつから").fill(daysAgo(400));
  await page.getByRole("button", { name: "この期間を数える" }).click();
  await expect(page.getByText("一度に数えられるのは366日分までです。")).toBeVisible();
});

test("r17_a stop that would take the last doctor is shown before it is accepted", async () => {
  const { page } = first;
  await page.goto("/desk/alerts");
  await expect(page.getByText("どの部屋にも、医師か訪問看護師がいます。")).toBeVisible();
  await expect(page.getByText("利用中止が出ている担当者はいません")).toBeVisible();
  const receipt = await clinician.isReportedToStop(await newRequest());
  await page.goto("/desk");
  await page.getByRole("link", { name: "担当者の確認 1" }).click();
  const stop = page.getByRole("article", { name: /国府台 恵さん/ });
  await expect(stop).toContainText(receipt);
  await expect(stop.getByRole("listitem").filter({ hasText: HANA.name })).toContainText(
    "最後の医師・訪問看護師",
  );
  await arrives(page, "担当者の確認", "alerts");
});

test("r16_who was named without account comes in with one click, once there is an account", async () => {
  const { page } = first;
  await Colleague.ofClinic(desk, "おおの訪問看護ステーション", [nurse("大野 翠", "オオノ ミドリ")], newRequest);
  await opensRegistrant(page);
  await page.getByRole("button", { name: /大野 翠.*を割り当てる/ }).click();
  await expect(page.getByText("大野 翠さんを担当者に割り当てました。")).toBeVisible();
  await expect(page.getByRole("table", { name: "今の担当者" })).toContainText("大野 翠");
  await expect(page.getByRole("article", { name: /アカウント待ち/ })).toHaveCount(0);
});

test("the city sees numbers, and none that is small", async ({ page }) => {
  await logInFirst(page, await desk.furtherClerk(nurse("稲荷木 学", "トウカギ マナブ")));
  await page.goto("/desk/usage");
  await expect(page.getByText("5未満のため非表示").first()).toBeVisible();
  await arrives(page, "利用状況", "usage");
});

test("a room is closed, opened again and closed; from then on its members see nothing", async () => {
  const { page } = first;
  await opensRegistrant(page);
  await closes(page);
  await arrives(page, HANA.name, "registrant-closed");
  expect((await clinician.request.get(`/api/rooms/${roomId}`)).status()).toBe(404);
  await page.getByRole("button", { name: "閉鎖を取り消す" }).click();
  const dialog = page.getByRole("dialog");
  await field(dialog, "取り消す理由").fill("別の方と取り違えたため。");
  await dialog.getByRole("button", { name: "閉鎖を取り消す" }).click();
  await expect(page.getByText("閉鎖を取り消しました。")).toBeVisible();
  expect((await clinician.request.get(`/api/rooms/${roomId}`)).status()).toBe(200);
  await closes(page);
});

async function closes(page: Page) {
  await page.getByRole("button", { name: "部屋を閉じる" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("button", { name: "部屋を閉じる" }).click();
  await expect(dialog.getByRole("alert")).toContainText("理由を選んでください。");
  await isFitForEverybody(page, "closing");
  await field(dialog, "理由").selectOption({ label: "転出" });
  await dialog.getByRole("button", { name: "部屋を閉じる" }).click();
  await expect(page.getByText("部屋を閉じました。")).toBeVisible();
}

/** For the system and for the browsers of both clerks: a device proves itself by its own clock. */
async function fiveYearsPass() {
  const days = 5 * 365 + 10;
  await site.passDays(days);
  for (const { page } of [first, second]) {
    await page.clock.setSystemTime(Date.now() + days * 24 * 60 * 60 * 1000);
  }
}

test("r38_after its time, and only when two clerks want it, the content is deleted", async () => {
  await first.page.goto("/desk/deletions");
  await expect(first.page.getByText("保存期間を過ぎた部屋はありません")).toBeVisible();
  await arrives(first.page, "内容の削除", "deletions-empty");
  await fiveYearsPass();

  await test.step("one asks and cannot confirm", async () => {
    const { page, notice } = first;
    await page.goto("/desk/deletions");
    await signIn(page, notice.login_id);
    await page.getByRole("button", { name: /内容の削除を依頼する.*行徳 ハナ/ }).click();
    await page.getByRole("dialog").getByRole("button", { name: "削除を依頼する" }).click();
    await expect(page.getByText("あなたが依頼したものは、あなたには確認できません。")).toBeVisible();
    await expect(page.getByRole("button", { name: /確認して削除する/ })).toHaveCount(0);
    await arrives(page, "内容の削除", "deletions-requested");
  });
  await test.step("another types the name, and the content is gone", async () => {
    const { page, notice } = second;
    await page.goto("/desk/deletions");
    await signIn(page, notice.login_id);
    await page.getByRole("button", { name: /確認して削除する/ }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByRole("button", { name: "元に戻せない削除をする" }).click();
    await expect(dialog.getByRole("alert")).toContainText("「行徳 ハナ」と入力してください。");
    await isFitForEverybody(page, "deletion-question");
    await dialog.getByLabel("確かめるため、登録者の氏名を入力してください").fill("行徳ハナ");
    await dialog.getByRole("button", { name: "元に戻せない削除をする" }).click();
    await expect(page.getByText("部屋の内容を削除しました。")).toBeVisible();
    await expect(page.getByRole("table", { name: /これまでの削除/ })).toContainText("中山 一郎");
    await arrives(page, "内容の削除", "deletions-done");
  });
});
