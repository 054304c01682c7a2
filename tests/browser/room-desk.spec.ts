import type { APIRequestContext, Page } from "@playwright/test";
import { arrived, Desk, json, logInThroughApi } from "./desk";
import { arrives, expect, isFitForEverybody, startOwnHost, test } from "./fixtures";
import { applicationOf, nurse } from "./people";
import { field, logInFirst, openMenu, ownAccount, signIn } from "./words";

const site = startOwnHost();
let desk: Desk;

test.beforeAll(async ({ playwright }) => {
  desk = await Desk.open(await playwright.request.newContext({ baseURL: site.origin }));
});

// The clock that the quiet room needs goes forward for all of them.
test.describe.configure({ mode: "serial" });

/** A nurse who is signed in with a device that is no browser. */
async function member(request: APIRequestContext, house: string): Promise<APIRequestContext> {
  const receipt = await arrived(request, applicationOf(house, [nurse("佐藤 美咲", "サトウ ミサキ")]));
  await desk.accept(receipt);
  const [notice] = await desk.issue(receipt);
  if (!notice) throw new Error("no notice");
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

const confirm = (page: Page) => page.getByRole("button", { name: "確認へ進む" });

async function accepts(page: Page, receipt: string) {
  await page.goto(`/desk/applications/${receipt}`);
  await page.getByRole("radio", { name: "受理する" }).check();
  await confirm(page).click();
  await page.getByRole("dialog").getByRole("button", { name: "受理する" }).click();
  await expect(page.getByText(/^受理しました。/)).toBeVisible();
}

test("r23_r26_the desk's week: checked, returned, opened, joined, closed", async ({ page, playwright }, info) => {
  test.setTimeout(300_000);
  const house = `きた訪問看護${info.project.name}`;
  const nurses = await member(await playwright.request.newContext({ baseURL: site.origin }), house);
  const me = await json<{ user_id: number }>(await nurses.get("/api/me"));
  await logInFirst(page, await desk.furtherClerk(nurse(`行徳 和${info.project.name === "phone" ? "子" : "代"}`, "ギョウトク カズコ")));
  const name = `栄養ケア研修${info.project.name === "phone" ? "春" : "秋"}の連絡`;
  const receipt = await files(nurses, "room-applications", { ...room("研修の連絡"), name: "研修の相談" });

  await test.step("what could not be made sure of goes back in ready words", async () => {
    await page.goto("/desk");
    await page.getByRole("link", { name: new RegExp(receipt) }).click();
    await expect(page.getByRole("region", { name: "確かめること" })).toContainText("あと5つ");
    await isFitForEverybody(page, "desk-room-application");
    await page.getByRole("radio", { name: "差し戻す" }).check();
    await page.getByRole("button", { name: /^部屋の名前を、名前だけで/ }).click();
    await expect(field(page, "申請者に伝える理由")).toHaveValue(/名前だけで目的が分かる/);
    await confirm(page).click();
    await page.getByRole("dialog").getByRole("button", { name: "差し戻す" }).click();
    await expect(page.getByText(/^差し戻しました。/)).toBeVisible();
  });

  await test.step("it comes back, everything is ticked, and the room opens", async () => {
    await json(await nurses.post(`/api/room-applications/${receipt}/correction`, { data: room(name) }));
    await page.reload();
    const boxes = page.getByRole("region", { name: "確かめること" }).getByRole("checkbox");
    await expect(boxes).toHaveCount(5);
    for (const box of await boxes.all()) {
      await box.click();
      await expect(box).toBeChecked();
    }
    await expect(page.getByText("すべて確かめました")).toBeVisible();
    await accepts(page, receipt);
    await page.getByRole("link", { name: `「${name}」の記録を開く` }).click();
    await arrives(page, name, "desk-room");
    await expect(page.getByRole("region", { name: "参加者(1人)" })).toContainText("佐藤 美咲");
  });

  await test.step("she leaves and the city decides; the room's record says so", async () => {
    const number = /\/desk\/rooms\/(\d+)/.exec(page.url())?.[1];
    const leave = { change: "leave", room_id: Number(number), people: [{ user_id: me.user_id }] };
    const membership = await files(nurses, "membership-applications", leave);
    await page.goto(`/desk/applications/${membership}`);
    await expect(page.getByRole("heading", { level: 2, name: "退出の申請" })).toBeVisible();
    await isFitForEverybody(page, "desk-membership");
    await accepts(page, membership);
    await page.goto(`/desk/rooms/${number}`);
    await expect(page.getByText("参加者はいません。")).toBeVisible();
  });

  await test.step("name and purpose are corrected, the room is closed, and the mistake is taken back", async () => {
    await page.getByText("名前や目的を直す").click();
    await field(page, "部屋の名前").fill("部屋");
    await page.getByRole("button", { name: "この内容に変える" }).click();
    await expect(page.getByRole("alert")).toContainText("何のための部屋か");
    await field(page, "部屋の名前").fill(`${name}先`);
    await page.getByRole("button", { name: "この内容に変える" }).click();
    await expect(page.getByText("部屋の名前や目的を変えました")).toBeVisible();
    await page.getByRole("button", { name: "部屋を閉じる" }).click();
    await field(page.getByRole("dialog"), "理由").fill("研修が終わったため");
    await page.getByRole("dialog").getByRole("button", { name: "部屋を閉じる" }).click();
    await expect(page.getByText("部屋を閉じました。")).toBeVisible();
    await page.getByRole("button", { name: "閉鎖を取り消す" }).click();
    await field(page.getByRole("dialog"), "理由").fill("まだ続きがありました");
    await page.getByRole("dialog").getByRole("button", { name: "閉鎖を取り消す" }).click();
    await expect(page.getByText("閉鎖を取り消しました。")).toBeVisible();
  });

  await test.step("themes are the city's", async () => {
    await (await openMenu(page)).getByRole("link", { name: "職種連携の部屋" }).click();
    await arrives(page, "職種連携の部屋", "desk-rooms");
    await page.getByRole("link", { name: "申請で選べるテーマを変える" }).click();
    const theme = info.project.name === "phone" ? "看取り" : "口腔ケア";
    await field(page, "テーマの名前").fill(theme);
    await page.getByRole("button", { name: "テーマを作る" }).click();
    await expect(page.getByText(`テーマ「${theme}」を作りました。`)).toBeVisible();
    await arrives(page, "部屋のテーマ", "desk-room-themes");
    await page.getByRole("button", { name: new RegExp(`^使うのをやめる\\s*\\(${theme}\\)`) }).click();
    await page.getByRole("dialog").getByRole("button", { name: "使うのをやめる" }).click();
    await expect(page.getByRole("region", { name: "使うのをやめたテーマ" })).toContainText(theme);
  });
});

test("r26_a room that fell silent is found by the city and kept with one click", async ({ page, playwright }, info) => {
  test.setTimeout(200_000);
  const nurses = await member(await playwright.request.newContext({ baseURL: site.origin }), "にし薬局");
  const receipt = await files(nurses, "room-applications", room("災害時の安否確認"));
  await desk.openRoom({ number: receipt, passcode: "" });
  const clerk = await desk.furtherClerk(nurse(`真間 ${info.project.name === "phone" ? "進" : "歩"}`, "ママ ススム"));
  await logInFirst(page, clerk);
  await site.passDays(91);
  // A device proves itself by its own clock.
  await page.clock.setSystemTime(Date.now() + 91 * 24 * 60 * 60 * 1000);
  try {
    await page.goto("/sign-in");
    await signIn(page, clerk.login_id);
    await expect(ownAccount(page)).toBeVisible();
    await page.goto("/desk/rooms?state=quiet");
    await expect(page.getByRole("row", { name: /災害時の安否確認/ })).toBeVisible();
    await isFitForEverybody(page, "desk-rooms-quiet");
    await page.getByRole("button", { name: /^まだ必要\s*\(災害時の安否確認\)/ }).click();
    await expect(page.getByText("「災害時の安否確認」を、まだ必要な部屋としました。")).toBeVisible();
    await expect(page.getByRole("row", { name: /災害時の安否確認/ })).toHaveCount(0);
  } finally {
    await site.passDays(0);
  }
});
