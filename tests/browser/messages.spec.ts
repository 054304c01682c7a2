import type { Page } from "@playwright/test";
import { Association } from "./association";
import { Desk } from "./desk";
import { arrives, expect, isFitForEverybody, startOwnHost, test } from "./fixtures";
import {
  collaborationRoom,
  message,
  supportRoom,
  tells,
  timeline,
  twoOfAHouse,
  writes,
} from "./messages";
import { HANA, type Registrant } from "./support-room";
import { field, isRefused, openMenu } from "./words";

const site = startOwnHost();
let desk: Desk;
let association: Association;

test.beforeAll(async ({ playwright }) => {
  const browserless = () => playwright.request.newContext({ baseURL: site.origin });
  desk = await Desk.open(await browserless());
  association = await Association.open(desk, await browserless());
});

const SECOND: Registrant = { ...HANA, name: "南 ウメ", kana: "ミナミ ウメ", birth_date: "1941-01-09" };

const dialog = (page: Page) => page.getByRole("dialog");

test("r20_r22_r32_a nurse and a doctor talk, each at a browser of their own", async ({ page: nurse, freshPage }) => {
  test.setTimeout(300_000);
  const doctor = await freshPage();
  const two = await twoOfAHouse(desk, "みなみ診療所", [nurse, doctor]);
  const room = await supportRoom(association, HANA, two);

  await test.step("the room is empty, and says what it is not for", async () => {
    await nurse.goto("/rooms");
    await nurse.getByRole("link", { name: /行徳 ハナさん/ }).click();
    await expect(timeline(nurse)).toContainText("まだ書き込みがありません");
    await expect(nurse.getByText("緊急の連絡には使えません。急ぎは電話で。")).toBeVisible();
    await arrives(nurse, "行徳 ハナさんの支援の部屋", "messages-empty");
  });
  await test.step("r22_what sounds urgent prompts to telephone as well", async () => {
    await field(nurse, "書き込み").fill("至急、往診をお願いします");
    await expect(nurse.getByRole("alert").filter({ hasText: "「至急」" })).toContainText("必ず電話でも");
    await isFitForEverybody(nurse, "messages-emergency");
  });
  await test.step("a post is seen by the other while the room is open", async () => {
    await doctor.goto(`/rooms/${room}`);
    await expect(timeline(doctor)).toContainText("まだ書き込みがありません");
    await writes(nurse, "体温37.8℃。水分は取れています。");
    await expect(message(nurse, "体温37.8℃")).toBeVisible();
    await expect(field(nurse, "書き込み")).toHaveValue("");
    await expect(message(doctor, "体温37.8℃")).toContainText("田中 翔子");
    await expect(message(nurse, "体温37.8℃")).toContainText("既読 1");
  });
  await test.step("r20_who has read it, and when", () => looksWhoRead(nurse));
  await test.step("a reply with a name in it, and a reaction", () => replies(nurse, doctor));
  await test.step("r20_confirmation is asked of all, and given", () => confirms(nurse, doctor));
  await test.step("a wording is corrected; the former one can be read", () => corrects(nurse, doctor));
  await test.step("pinned, and found at once", () => pins(nurse, doctor));
  await test.step("withdrawn, with a trace", () => withdraws(nurse, doctor));
  await test.step("a photo goes along", () => attaches(nurse, doctor));
});

async function looksWhoRead(nurse: Page) {
  await message(nurse, "体温37.8℃").getByRole("button", { name: /既読/ }).click();
  await expect(dialog(nurse)).toContainText("読んだ人(1人)");
  await expect(dialog(nurse).getByRole("listitem")).toContainText(/森 一郎.*読んだ日時 令和/);
  await isFitForEverybody(nurse, "messages-readers");
  await nurse.keyboard.press("Escape");
  await expect(dialog(nurse)).toHaveCount(0);
}

async function replies(nurse: Page, doctor: Page) {
  await message(doctor, "体温37.8℃").getByRole("button", { name: "返信" }).click();
  await expect(field(doctor, "書き込み")).toBeFocused();
  await doctor.keyboard.type("解熱剤を出します。@たなか");
  await expect(doctor.getByRole("option", { name: /田中 翔子/ })).toBeVisible();
  await doctor.keyboard.press("Enter");
  await doctor.keyboard.type("お願いします");
  await expect(field(doctor, "書き込み")).toHaveValue("解熱剤を出します。@田中 翔子 お願いします");
  await isFitForEverybody(doctor, "messages-reply");
  await doctor.keyboard.press("Control+Enter");
  const answer = message(nurse, "解熱剤を出します");
  await expect(answer).toContainText("体温37.8℃。水分は取れています。");
  await expect(answer).toContainText("宛先: @田中 翔子");
  await answer.getByRole("button", { name: "リアクション", exact: true }).click();
  await answer.getByRole("button", { name: "ありがとう" }).click();
  await expect(message(doctor, "解熱剤を出します").getByRole("button", { name: /ありがとう 1/ })).toBeVisible();
}

async function confirms(nurse: Page, doctor: Page) {
  await nurse.getByRole("button", { name: "了解を求める", exact: true }).click();
  await nurse.getByRole("radio", { name: "部屋の全員に求める" }).check();
  await isFitForEverybody(nurse, "messages-ask-confirmation");
  await writes(nurse, "金曜14時に担当者会議を開きます。");
  await expect(message(nurse, "担当者会議")).toContainText("1人のうち0人が了解(あと1人)");
  await message(doctor, "担当者会議").getByRole("button", { name: "了解", exact: true }).click();
  await expect(message(doctor, "担当者会議")).toContainText("✓ 了解しました");
  await expect(message(nurse, "担当者会議")).toContainText("1人の全員が了解しました");
  // A slip is taken back, and given again.
  await message(doctor, "担当者会議").getByRole("button", { name: "了解を取り消す" }).click();
  await expect(message(nurse, "担当者会議")).toContainText("あと1人");
  await message(doctor, "担当者会議").getByRole("button", { name: "了解", exact: true }).click();
  await expect(message(nurse, "担当者会議")).toContainText("1人の全員が了解しました");
}

async function corrects(nurse: Page, doctor: Page) {
  const own = message(nurse, "担当者会議");
  await own.getByRole("button", { name: "その他" }).click();
  await own.getByRole("button", { name: "編集する" }).click();
  await field(nurse, "書き込みを直す").fill("金曜15時に担当者会議を開きます。");
  await nurse.getByRole("button", { name: "保存する" }).click();
  await expect(message(doctor, "金曜15時")).toContainText("編集済み");
  await message(doctor, "金曜15時").getByRole("button", { name: /編集済み/ }).click();
  await expect(dialog(doctor)).toContainText("金曜14時に担当者会議を開きます。");
  await isFitForEverybody(doctor, "messages-versions");
  await dialog(doctor).getByRole("button", { name: "閉じる" }).click();
}

async function pins(nurse: Page, doctor: Page) {
  const own = message(nurse, "金曜15時");
  await own.getByRole("button", { name: "その他" }).click();
  await own.getByRole("button", { name: "ピン留めする" }).click();
  await expect(own.getByText("ピン留め", { exact: true })).toBeVisible();
  await doctor.getByText("ピン留め(1件)").click();
  await doctor.getByRole("button", { name: /^金曜15時に/ }).click();
  await expect(message(doctor, "金曜15時")).toBeFocused();
}

async function withdraws(nurse: Page, doctor: Page) {
  await writes(nurse, "別の方のことを書いてしまいました");
  await expect(message(doctor, "別の方のこと")).toBeVisible();
  const slip = message(nurse, "別の方のこと");
  await slip.getByRole("button", { name: "その他" }).click();
  await slip.getByRole("button", { name: "取り消す" }).click();
  await dialog(nurse).getByRole("button", { name: "取り消す", exact: true }).click();
  await expect(message(nurse, "この書き込みは取り消されました")).toBeVisible();
  await expect(message(doctor, "この書き込みは取り消されました")).toBeVisible();
  await expect(message(doctor, "別の方のこと")).toHaveCount(0);
}

/** A picture as a camera makes it: larger than any screen. */
async function photo(page: Page): Promise<{ name: string; mimeType: string; buffer: Buffer }> {
  const data = await page.evaluate(() => {
    const canvas = document.createElement("canvas");
    canvas.width = 3000;
    canvas.height = 2000;
    const context = canvas.getContext("2d");
    // Noise does not get smaller by packing: the photo really is large.
    for (let at = 0; at < 30_000; at += 1) {
      if (!context) break;
      context.fillStyle = `hsl(${(at * 97) % 360} 80% 50%)`;
      context.fillRect((at * 131) % 3000, (at * 57) % 2000, 23, 19);
    }
    return canvas.toDataURL("image/jpeg", 0.95).split(",")[1] ?? "";
  });
  return { name: "創部.jpg", mimeType: "image/jpeg", buffer: Buffer.from(data, "base64") };
}

async function attaches(nurse: Page, doctor: Page) {
  const taken = await photo(nurse);
  expect(taken.buffer.length).toBeGreaterThan(500_000);
  await nurse.getByLabel("写真・ファイルを選ぶ").setInputFiles(taken);
  await expect(nurse.getByRole("list", { name: "添付" })).toContainText("添付できます");
  await isFitForEverybody(nurse, "messages-photo-chosen");
  await writes(nurse, "創部の写真です。");
  const shown = message(doctor, "創部の写真です。");
  await shown.getByRole("button", { name: /創部\.jpg/ }).click();
  const picture = dialog(doctor).getByRole("img", { name: "創部.jpg" });
  await expect(picture).toBeVisible();
  const width = () => picture.evaluate((element) => (element as HTMLImageElement).naturalWidth);
  // Made smaller in the browser of whoever took it.
  await expect.poll(width).toBe(1600);
  await isFitForEverybody(doctor, "messages-photo");
  await dialog(doctor).getByRole("button", { name: "閉じる" }).click();
}

test("r20_r32_without network posts wait in the browser and go once; unread and search lead back", async ({
  page: nurse,
  freshPage,
  guard,
}) => {
  test.setTimeout(300_000);
  const doctor = await freshPage();
  const two = await twoOfAHouse(desk, "きた診療所", [nurse, doctor]);
  const room = await supportRoom(association, SECOND, two);
  await nurse.goto(`/rooms/${room}`);
  await expect(timeline(nurse)).toContainText("まだ書き込みがありません");

  await test.step("r32_written without network: it waits, and says so", async () => {
    guard.allowLostNetwork();
    await nurse.context().setOffline(true);
    await writes(nurse, "電波のない所から書いています。");
    await expect(message(nurse, "電波のない所から")).toContainText("送信待ち: つながったら自動で送ります。");
    await isFitForEverybody(nurse, "messages-waiting");
    await writes(nurse, "二つ目です。");
    await expect(message(nurse, "二つ目です。")).toContainText("送信待ち");
  });
  await test.step("it survives the tab, and goes once although two tabs are open", async () => {
    await nurse.context().setOffline(false);
    await nurse.reload();
    const second = await nurse.context().newPage();
    await second.goto(`/rooms/${room}`);
    for (const tab of [nurse, second]) {
      for (const text of ["電波のない所から", "二つ目です。"]) {
        await expect(message(tab, text).filter({ hasText: "既読 0" })).toHaveCount(1);
      }
      await expect(tab.getByRole("button", { name: "送らずに消す" })).toHaveCount(0);
      await expect(message(tab, "電波のない所から")).toHaveCount(1);
    }
    await second.close();
  });
  await test.step("r20_what is unread is counted everywhere, and gone once it is read", async () => {
    await doctor.goto("/home");
    await expect(doctor.getByRole("link", { name: /部屋を開く/ })).toContainText("未読 2");
    await expect(await openMenu(doctor)).toContainText("(未読2件)");
    await doctor.goto("/rooms");
    await expect(doctor.getByRole("row", { name: /南 ウメ/ })).toContainText("未読 2");
    await arrives(doctor, "参加している部屋", "rooms-unread");
    await doctor.getByRole("link", { name: /南 ウメさん/ }).click();
    await expect(doctor.getByText("ここから新しいメッセージ")).toBeVisible();
    await expect(message(nurse, "電波のない所から")).toContainText("既読 1");
    await doctor.goto("/rooms");
    await expect(doctor.getByRole("row", { name: /南 ウメ/ })).not.toContainText("未読");
  });
  await test.step("a draft is there on the next visit", async () => {
    await doctor.goto(`/rooms/${room}`);
    await field(doctor, "書き込み").fill("書きかけの文");
    await doctor.goto("/home");
    await doctor.goto(`/rooms/${room}`);
    await expect(field(doctor, "書き込み")).toHaveValue("書きかけの文");
    await field(doctor, "書き込み").fill("");
  });
});

test("r18_r21_a long room: what is far back is found, read, taken along, and gone for whoever left", async ({
  page: nurse,
  freshPage,
  guard,
}) => {
  test.setTimeout(300_000);
  const doctor = await freshPage();
  const two = await twoOfAHouse(desk, "ひがし診療所", [nurse, doctor]);
  const patient = { ...HANA, name: "中 マツ", kana: "ナカ マツ", birth_date: "1937-02-03" };
  const room = await supportRoom(association, patient, two);
  const [first, second] = two;
  await tells(second, room, "はじめの褥瘡の記録です。");
  for (let day = 1; day <= 130; day += 1) await tells(second, room, `訪問${day}回目。変わりありません。`);

  await test.step("it opens where the new messages begin, and older ones come in above", async () => {
    await nurse.goto(`/rooms/${room}`);
    await expect(nurse.getByText("ここから新しいメッセージ")).toBeInViewport();
    await expect(message(nurse, "はじめの褥瘡")).toBeInViewport();
    await expect(message(nurse, "訪問130回目")).toHaveCount(0);
    await isFitForEverybody(nurse, "messages-long");
    // The list scrolls, the page does not grow with it.
    expect(await nurse.evaluate(() => document.documentElement.scrollHeight)).toBeLessThan(5_000);
    await nurse.getByRole("button", { name: /^最新へ|^新しいメッセージ/ }).click();
    await expect(message(nurse, "訪問130回目")).toBeInViewport();
    await expect(message(nurse, "はじめの褥瘡")).toHaveCount(0);
    const held = message(nurse, "訪問82回目");
    await held.scrollIntoViewIfNeeded();
    await expect(message(nurse, "訪問33回目")).toBeAttached();
    await expect(held).toBeInViewport();
  });
  await test.step("a search over all rooms leads to it", async () => {
    await (await openMenu(nurse)).getByRole("link", { name: "探す" }).click();
    await arrives(nurse, "メッセージを探す", "search-empty");
    await field(nurse, "探す言葉").fill("ジョクソウ");
    await nurse.keyboard.press("Enter");
    await expect(nurse.getByText("見つかりませんでした")).toBeVisible();
    await field(nurse, "探す言葉").fill("褥瘡 はじめ");
    await nurse.getByText(/^条件を加える/).click();
    await field(nurse, "書いた人").fill("もり");
    await nurse.getByRole("list", { name: "見つかった人" }).getByRole("button", { name: /森 一郎/ }).click();
    await nurse.getByRole("button", { name: "探す", exact: true }).click();
    const hit = nurse.getByRole("region", { name: "見つかったメッセージ" }).getByRole("listitem").first();
    await expect(hit.locator("mark")).toHaveText(["はじめ", "褥瘡"]);
    await arrives(nurse, "メッセージを探す", "search-found");
    await nurse.reload();
    await expect(nurse.getByText("書いた人: 森 一郎")).toBeVisible();
    await hit.getByRole("link", { name: /中 マツさんの支援の部屋/ }).click();
    await expect(message(nurse, "はじめの褥瘡")).toBeFocused();
    await expect(message(nurse, "はじめの褥瘡")).toBeInViewport();
    await nurse.getByRole("button", { name: /^最新へ|^新しいメッセージ/ }).click();
    await expect(message(nurse, "訪問130回目")).toBeInViewport();
  });
  await test.step("r21_taken along on paper or as a table, and the room is told", () => takesAlong(nurse));
  await test.step("r18_whoever is taken out of the team sees nothing of it any more", async () => {
    await doctor.goto(`/rooms/${room}`);
    await expect(message(doctor, "訪問130回目")).toBeVisible();
    guard.allowNotFound();
    // The nurse stays, so the team keeps a clinician (R17).
    const leaving = { ...second.member, change: "remove" as const };
    await association.accept(await first.filesChange(room, [leaving]));
    await expect(doctor.getByRole("heading", { level: 1, name: "部屋" })).toBeVisible();
    await expect(message(doctor, "訪問130回目")).toHaveCount(0);
    await doctor.goto("/search?q=訪問");
    await expect(doctor.getByText("見つかりませんでした")).toBeVisible();
  });
});

async function takesAlong(nurse: Page) {
  await nurse.getByRole("link", { name: "書き出す" }).click();
  await arrives(nurse, "やりとりを書き出す", "export");
  await nurse.getByRole("button", { name: "印刷の形にする" }).click();
  await expect(nurse.getByRole("alert")).toBeFocused();
  await isRefused(field(nurse, "何のために使うか"), /入力してください/);
  await field(nurse, "何のために使うか").fill("担当者会議の資料にするため");
  await nurse.getByRole("button", { name: "印刷の形にする" }).click();
  const sheet = nurse.getByRole("article", { name: "中 マツさんの支援の部屋" });
  await expect(sheet.getByRole("listitem")).toHaveCount(131);
  await expect(sheet).toContainText("森 一郎");
  await isFitForEverybody(nurse, "export-sheet");
  await nurse.getByRole("button", { name: "やり直す" }).click();
  await nurse.getByRole("radio", { name: /CSV/ }).check();
  await field(nurse, "何のために使うか").fill("担当者会議の資料にするため");
  const download = nurse.waitForEvent("download");
  await nurse.getByRole("button", { name: "ファイルに保存する" }).click();
  expect((await download).suggestedFilename()).toMatch(/^やりとり_\d{4}-\d{2}-\d{2}\.csv$/);
  await expect(nurse.getByText("ファイルを保存しました。")).toBeFocused();
  await nurse.getByRole("radio", { name: /FHIR/ }).check();
  await field(nurse, "何のために使うか").fill("転居先の地域に引き継ぐため");
  const record = nurse.waitForEvent("download");
  await nurse.getByRole("button", { name: "ファイルに保存する" }).click();
  expect((await record).suggestedFilename()).toMatch(/^記録_\d{4}-\d{2}-\d{2}\.json$/);
  await nurse.getByRole("link", { name: "部屋へ戻る" }).click();
  await expect(nurse.getByRole("region", { name: "これまでのできごと" })).toContainText("転居先の地域に引き継ぐため");
  await expect(nurse.getByRole("region", { name: "これまでのできごと" })).toContainText("担当者会議の資料にするため");
}

test("r27_what tells about a person is shown before it is stored", async ({ page: nurse, freshPage }) => {
  test.setTimeout(300_000);
  const doctor = await freshPage();
  const two = await twoOfAHouse(desk, "にし診療所", [nurse, doctor]);
  const patient = { ...HANA, name: "東 タケ", kana: "ヒガシ タケ", birth_date: "1935-07-01" };
  const own = await supportRoom(association, patient, two);
  const project = test.info().project.name === "phone" ? "春" : "秋";
  const room = await collaborationRoom(desk, `褥瘡ケア研修${project}の連絡`, two);
  await nurse.goto(`/rooms/${room}`);
  const text = "八幡3-4-5にお住まいの87歳の女性、要介護4で電話は090-1234-5678です。";
  await writes(nurse, text);

  await test.step("what and why, in plain words; nothing was sent", async () => {
    await expect(dialog(nurse)).toContainText("個人情報が含まれているようです");
    await expect(dialog(nurse).getByRole("list", { name: "見つかったところ" })).toContainText("「090-1234-5678」");
    await isFitForEverybody(nurse, "screening");
  });
  await test.step("without a reason it does not go", async () => {
    await dialog(nurse).getByText("必要があって、このまま書く").click();
    await dialog(nurse).getByRole("button", { name: "理由を記録して送る" }).click();
    await expect(field(dialog(nurse), "このまま書く必要がある理由")).toBeFocused();
    await expect(dialog(nurse)).toContainText("5文字以上");
  });
  await test.step("the author goes back to the text, which is all there", async () => {
    await dialog(nurse).getByRole("button", { name: "文を書き直す" }).click();
    await expect(field(nurse, "書き込み")).toBeFocused();
    await expect(field(nurse, "書き込み")).toHaveValue(text);
  });
  await test.step("moved to the patient's room, as a draft", async () => {
    await nurse.getByRole("button", { name: "送る", exact: true }).click();
    await dialog(nurse).getByText("登録者支援の部屋に書く").click();
    await field(dialog(nurse), "移す部屋").selectOption({ label: "東 タケさんの支援の部屋" });
    await isFitForEverybody(nurse, "screening-move");
    await dialog(nurse).getByRole("button", { name: "文を移して、その部屋を開く" }).click();
    await expect(nurse).toHaveURL(new RegExp(`/rooms/${own}$`));
    await expect(field(nurse, "書き込み")).toHaveValue(text);
    await nurse.goto(`/rooms/${room}`);
    await expect(field(nurse, "書き込み")).toHaveValue("");
  });
  await test.step("generalized with one press where that is safe, and then it goes", async () => {
    await writes(nurse, "八幡2丁目の87歳女性、認知症で独居。6月2日退院です");
    await dialog(nurse).getByRole("button", { name: /に言い換える$/ }).click();
    await expect(dialog(nurse)).toContainText("個人情報は見つからなくなりました");
    await isFitForEverybody(nurse, "screening-clear");
    await dialog(nurse).getByRole("button", { name: "この文で送る" }).click();
    await doctor.goto(`/rooms/${room}`);
    await expect(message(doctor, "市内の80代女性、認知症で独居。6月頃退院です")).toBeVisible();
  });
  await test.step("a stated need lets it through", async () => {
    await writes(nurse, "連絡先は090-1234-5678です。");
    await dialog(nurse).getByText("必要があって、このまま書く").click();
    await field(dialog(nurse), "このまま書く必要がある理由").fill("講師への緊急の連絡のため");
    await dialog(nurse).getByRole("button", { name: "理由を記録して送る" }).click();
    await expect(message(doctor, "連絡先は090-1234-5678です。")).toBeVisible();
  });
  await arrives(nurse, /褥瘡ケア研修/, "collaboration-messages");
});
