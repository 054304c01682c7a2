import type { Page } from "@playwright/test";
import { arrived, Desk, type IssuedNotice } from "./desk";
import { arrives, expect, isFitForEverybody, startOwnHost, test } from "./fixtures";
import { applicationOf, nurse } from "./people";
import { field, logInFirst } from "./words";

const site = startOwnHost();
let desk: Desk;

test.beforeAll(async ({ playwright }) => {
  desk = await Desk.open(await playwright.request.newContext({ baseURL: site.origin }));
});

const ORGANIZER = ["佐藤 美咲", "サトウ ミサキ"] as const;
const COLLEAGUE = ["田中 翔子", "タナカ ショウコ"] as const;

/** Two nurses of a house with accounts; the notice for each. */
async function notices(page: Page, house: string): Promise<(name: string) => IssuedNotice> {
  const receipt = await arrived(
    page.request,
    applicationOf(house, [nurse(...ORGANIZER), nurse(...COLLEAGUE)]),
  );
  await desk.accept(receipt);
  const issued = await desk.issue(receipt);
  return (name) => {
    const notice = issued.find((each) => each.addressee_name === name);
    if (!notice) throw new Error(`no notice for ${name}`);
    return notice;
  };
}

async function chooses(page: Page, kana: string, house: string) {
  await field(page, "氏名・ふりがな・団体名").fill(kana);
  const found = page.getByRole("list", { name: "見つかった人" }).getByRole("listitem");
  await found.filter({ hasText: house }).getByRole("button", { name: /^加える/ }).click();
}

/** The receipt that the page names after something was sent. */
async function receiptOf(page: Page) {
  await expect(page.getByRole("heading", { level: 1, name: "申請を受け付けました" })).toBeVisible();
  const number = /\d-\d{2}-\d{6}-\d{2}/.exec(page.url())?.[0] ?? "";
  await expect(page.getByRole("main")).toContainText(number);
  return { number, passcode: "" };
}

test("r23_r25_r26_a room for a training series, from the application to the first visit and beyond", async ({
  page,
  freshPage,
}, info) => {
  test.setTimeout(300_000);
  const house = `みなみ訪問看護${info.project.name}`;
  const name = `褥瘡ケア研修${info.project.name === "phone" ? "春" : "秋"}の連絡`;
  const noticeFor = await notices(page, house);
  await logInFirst(page, noticeFor(ORGANIZER[0]));
  const colleague = await freshPage();
  await logInFirst(colleague, noticeFor(COLLEAGUE[0]));

  const application = await test.step("no room fits, so she applies for one; mistakes are told and nothing typed is lost", async () => {
    await page.goto("/rooms/find");
    await arrives(page, "職種連携の部屋を探す", "rooms-find");
    await page.getByRole("link", { name: "新しい部屋を申請" }).first().click();
    await field(page, "部屋の名前").fill("みんなの部屋");
    await field(page, "目的").fill("研修の日程と資料を知らせ合い、当日の準備を相談します。");
    await page.getByRole("button", { name: "この内容で申請する" }).click();
    await expect(page.getByRole("alert")).toContainText("何のための部屋かが分かる名前");
    await arrives(page, "職種連携の部屋を開く", "rooms-new-errors");
    await expect(field(page, "目的")).toHaveValue(/研修の日程/);
    await field(page, "部屋の名前").fill(name);
    await field(page, "テーマ").selectOption({ label: "研修・勉強会" });
    await field(page, "参加する人の範囲").fill("研修に参加する訪問看護師");
    await chooses(page, COLLEAGUE[1], house);
    await page.getByRole("checkbox", { name: "上のルールをすべて守ります" }).check();
    // A reload on the way loses nothing.
    await page.reload();
    await expect(field(page, "部屋の名前")).toHaveValue(name);
    await page.getByRole("button", { name: "この内容で申請する" }).click();
    const receipt = await receiptOf(page);
    await isFitForEverybody(page, "rooms-application");
    return receipt;
  });

  await test.step("the city opens it; she visits it, and so does the colleague she named", async () => {
    await desk.openRoom(application);
    await page.goto("/rooms");
    await page.getByRole("link", { name: new RegExp(name) }).click();
    await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
    await expect(page.getByRole("region", { name: "参加者(2人)" })).toContainText(COLLEAGUE[0]);
    await isFitForEverybody(page, "room-collaboration");
    await colleague.goto("/rooms");
    await colleague.getByRole("link", { name: new RegExp(name) }).click();
    await expect(colleague.getByRole("region", { name: "この部屋のこと" }).first()).toContainText("研修の日程");
  });

  await test.step("the colleague leaves: the form knows room and person", async () => {
    await colleague.getByRole("link", { name: /退出を申請する/ }).click();
    await expect(colleague.getByRole("radio", { name: "既存の部屋から退出する" })).toBeChecked();
    await expect(colleague.getByRole("group", { name: "2 部屋" })).toContainText(name);
    await arrives(colleague, "部屋に参加する、退出する", "room-membership");
    await colleague.getByRole("button", { name: "この内容で申請する" }).click();
    const receipt = await receiptOf(colleague);
    await desk.accept(receipt);
    await colleague.goto("/rooms");
    await expect(colleague.getByText("まだ参加している部屋がありません")).toBeVisible();
  });

  await test.step("she finds it again in the list and asks to come back", async () => {
    await colleague.goto("/rooms/find");
    await field(colleague, "部屋の名前・目的で探す").fill(name);
    await colleague.getByRole("button", { name: "探す", exact: true }).click();
    await colleague.getByRole("link", { name: /^参加を申請する/ }).click();
    await field(colleague, "4 参加する理由").fill("研修の講師をします。");
    await colleague.getByRole("button", { name: "この内容で申請する" }).click();
    await receiptOf(colleague);
    await colleague.goto("/rooms/find");
    await expect(colleague.getByText("参加を申請中")).toBeVisible();
    await colleague.goto("/rooms/applications");
    await arrives(colleague, "職種連携の部屋の申請", "room-applications");
    await expect(colleague.getByRole("row", { name: /参加\(1人\)/ })).toContainText("受付");
  });

  await test.step("no longer needed: she asks the city to close it", async () => {
    await page.reload();
    await page.getByRole("button", { name: "部屋の閉鎖を申し出る" }).click();
    await field(page, "閉じる理由").fill("研修がすべて終わりました。");
    await page.getByRole("button", { name: "閉鎖を申し出る", exact: true }).click();
    await expect(page.getByText("この部屋の閉鎖が申し出られています")).toBeVisible();
    const number = /3-\d{2}-\d{6}-\d{2}/.exec((await page.getByRole("main").textContent()) ?? "")?.[0] ?? "";
    await desk.accept({ number, passcode: "" });
    await page.goto("/rooms");
    await expect(page.getByText("まだ参加している部屋がありません")).toBeVisible();
  });
});
