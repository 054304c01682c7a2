import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { Association } from "./association";
import { Desk } from "./desk";
import { arrives, expect, isFitForEverybody, startOwnHost, test } from "./fixtures";
import { supportRoom, twoOfAHouse } from "./messages";
import { HANA } from "./support-room";
import { field } from "./words";

const site = startOwnHost();
let desk: Desk;
let association: Association;
/** A real PDF: one of our own blank forms. */
let pdf: Buffer;

test.beforeAll(async ({ playwright }) => {
  const browserless = () => playwright.request.newContext({ baseURL: site.origin });
  desk = await Desk.open(await browserless());
  association = await Association.open(desk, await browserless());
  pdf = await readFile(join(import.meta.dirname, "../../static/public/forms/youshiki-1.pdf"));
});

const dialog = (page: Page) => page.getByRole("dialog");
const papers = (page: Page) => page.getByRole("region", { name: "書類の一覧" }).getByRole("listitem");
const chooses = (page: Page, name: string, mimeType: string, buffer: Buffer) =>
  page.getByLabel("写真・ファイルを選ぶ").setInputFiles({ name, mimeType, buffer });
const told = (page: Page, text: string | RegExp) =>
  expect(page.getByRole("status").filter({ hasText: text })).toBeVisible();

/** A photo that is as large as those of a camera, drawn by the browser itself. */
async function photo(page: Page): Promise<Buffer> {
  const url = await page.evaluate(() => {
    const canvas = document.createElement("canvas");
    [canvas.width, canvas.height] = [2400, 1800];
    const context = canvas.getContext("2d");
    if (!context) throw new Error("no canvas");
    // As full of detail as a photo is: what is plain becomes a file of one piece.
    const pixels = context.createImageData(2400, 1800);
    for (let at = 0, last = 1; at < pixels.data.length; at += 1) {
      last = (last * 1_103_515_245 + 12_345) % 2_147_483_648;
      pixels.data[at] = at % 4 === 3 ? 255 : last >> 23;
    }
    context.putImageData(pixels, 0, 0);
    return canvas.toDataURL("image/jpeg", 0.8);
  });
  return Buffer.from(url.slice(url.indexOf(",") + 1), "base64");
}

test("r20_r32_r38_papers are filed with a phone, read by the other, replaced and put away", async ({
  page: nurse,
  freshPage,
  guard,
}) => {
  test.setTimeout(300_000);
  const doctor = await freshPage();
  const two = await twoOfAHouse(desk, "みなみ診療所", [nurse, doctor]);
  const room = await supportRoom(association, HANA, two);

  await test.step("the room leads to an empty list", async () => {
    await nurse.goto(`/rooms/${room}`);
    await nurse.getByRole("link", { name: /^書類/ }).click();
    await expect(nurse.getByText("まだ書類がありません")).toBeVisible();
    await arrives(nurse, "書類", "documents-empty");
  });
  await test.step("r32_a photo is filed, though the line breaks on the way", () => filesPhoto(nurse, guard));
  await test.step("a PDF is filed in an offered folder", () => filesPdf(nurse));
  await test.step("r20_the doctor reads them, one after the other", () => readsBoth(doctor, room));
  await test.step("r20_the nurse sees who has read", () => seesWhoRead(nurse));
  await test.step("r38_the doctor brings a newer version; the old one stays", () => replaces(doctor));
  await test.step("both put it right at once; neither overwrites unseen", () => changeAtOnce(nurse, doctor));
  await test.step("r38_it is put away with a reason, and put back", () => putsAwayAndBack(nurse, room));
  await test.step("folders are the team's own", () => keepsFolders(nurse, room));
});

async function filesPhoto(nurse: Page, guard: { allowLostNetwork(): void }) {
  guard.allowLostNetwork();
  await nurse.getByRole("button", { name: "書類を登録する" }).click();
  await nurse.getByRole("button", { name: "登録する", exact: true }).click();
  await expect(nurse.getByText("写真かファイルを選んでください。", { exact: false })).toBeVisible();
  // The second piece is lost as often as it is tried.
  const pieces: string[] = [];
  await nurse.route(/document-files\/\d+\/chunks\/\d+$/, (route) => {
    const number = route.request().url().split("/").at(-1) ?? "";
    pieces.push(number);
    return number === "1" ? route.abort() : route.continue();
  });
  await chooses(nurse, "IMG_2041.jpg", "image/jpeg", await photo(nurse));
  await field(nurse, "題名").fill("創部の写真");
  await field(nurse, "種類").selectOption("image");
  await field(nurse, "メモ").fill("右踵。5cmの物差しを当てて撮影");
  await expect(nurse.getByRole("button", { name: "続きから送る" })).toBeVisible();
  await isFitForEverybody(nurse, "documents-broken-off");
  await nurse.unroute(/document-files\/\d+\/chunks\/\d+$/);
  const again: string[] = [];
  await nurse.route(/document-files\/\d+\/chunks\/\d+$/, (route) => {
    again.push(route.request().url().split("/").at(-1) ?? "");
    return route.continue();
  });
  await nurse.getByRole("button", { name: "続きから送る" }).click();
  await expect(nurse.getByText("届きました。")).toBeVisible();
  expect(pieces[0]).toBe("0");
  expect(again[0], "it goes on where the line broke").toBe("1");
  await nurse.getByRole("button", { name: "登録する", exact: true }).click();
  await told(nurse, "「創部の写真」を登録しました。");
  await expect(papers(nurse)).toHaveCount(1);
}

async function filesPdf(nurse: Page) {
  await nurse.getByRole("button", { name: "書類を登録する" }).click();
  await chooses(nurse, "訪問看護指示書.pdf", "application/pdf", pdf);
  await expect(field(nurse, "題名")).toHaveValue("訪問看護指示書");
  await field(nurse, "種類").selectOption("instruction");
  await field(nurse, "フォルダ").selectOption({ label: "指示書" });
  await isFitForEverybody(nurse, "documents-form");
  await nurse.getByRole("button", { name: "登録する", exact: true }).click();
  await told(nurse, "「訪問看護指示書」を登録しました。");
  await expect(papers(nurse)).toHaveCount(2);
  await arrives(nurse, "書類", "documents-list");
  await field(nurse, "フォルダをしぼる").selectOption({ label: "指示書(1件)" });
  await expect(papers(nurse)).toHaveCount(1);
  await field(nurse, "フォルダをしぼる").selectOption({ label: "すべて(2件)" });
  await field(nurse, "題名で探す").fill("創部");
  await nurse.getByRole("button", { name: "探す" }).click();
  await expect(papers(nurse)).toHaveCount(1);
  await nurse.getByRole("button", { name: "消す", exact: true }).click();
  await expect(papers(nurse)).toHaveCount(2);
}

async function readsBoth(doctor: Page, room: number) {
  await doctor.goto(`/rooms/${room}`);
  await doctor.getByRole("link", { name: /^書類.*未読 2/ }).click();
  await doctor.getByRole("link", { name: "未読だけ(2)" }).click();
  await papers(doctor).getByRole("link", { name: "訪問看護指示書" }).click();
  await expect(doctor.getByRole("heading", { level: 1, name: "訪問看護指示書" })).toBeVisible();
  // Shown by the browser's own viewer, where it has one inside a page.
  if (await doctor.evaluate(() => navigator.pdfViewerEnabled)) {
    const isShown = () => doctor.frames().some((frame) => frame.url().startsWith("chrome-extension:"));
    await expect.poll(isShown, "the viewer within the page").toBe(true);
  }
  await expect(doctor.getByRole("link", { name: "別の画面で開く" })).toBeVisible();
  // By key: the viewer's frame gets a press of this program that follows a scroll too closely.
  const [saved] = await Promise.all([
    doctor.waitForEvent("download"),
    doctor.getByRole("button", { name: /^保存する/ }).press("Enter"),
  ]);
  expect(saved.suggestedFilename()).toBe("訪問看護指示書.pdf");
  expect((await readFile(await saved.path())).equals(pdf)).toBe(true);
  await isFitForEverybody(doctor, "documents-pdf");
  await doctor.getByRole("link", { name: "次の書類" }).click();
  await expect(doctor.getByRole("heading", { level: 1, name: "創部の写真" })).toBeVisible();
  await looksClosely(doctor);
  await doctor.getByRole("link", { name: "一覧へ戻る" }).click();
  await expect(doctor.getByText("当てはまる書類がありません")).toBeVisible();
}

async function looksClosely(doctor: Page) {
  const picture = doctor.getByRole("img", { name: "IMG_2041.jpg" });
  const width = async () => (await picture.boundingBox())?.width ?? 0;
  await expect.poll(width).toBeGreaterThan(200);
  const whole = await width();
  await isFitForEverybody(doctor, "documents-photo");
  await doctor.getByRole("button", { name: "大きくする" }).click();
  await expect.poll(width).toBeGreaterThan(whole * 1.4);
  await doctor.getByRole("button", { name: "元に戻す" }).click();
  await doctor.getByRole("button", { name: "右に回す" }).click();
  await expect.poll(async () => (await picture.boundingBox())?.height ?? 0).toBeGreaterThan((await width()) * 1.2);
  await isFitForEverybody(doctor, "documents-photo-turned");
  await doctor.getByRole("group", { name: /^写真/ }).press("r");
  await doctor.getByRole("group", { name: /^写真/ }).press("+");
  await expect.poll(width).toBeGreaterThan(whole);
  // On paper it is whole, without what is pressed.
  await doctor.emulateMedia({ media: "print" });
  await expect(doctor.locator(".photo-view__print")).toBeVisible();
  await expect(doctor.getByRole("button", { name: "大きくする" })).toBeHidden();
  await doctor.emulateMedia({ media: "screen" });
}

async function seesWhoRead(nurse: Page) {
  await nurse.getByRole("button", { name: "最新の状態にする" }).click();
  await expect(papers(nurse).filter({ hasText: "訪問看護指示書" })).toContainText("読んだ人 1人");
  await papers(nurse).getByRole("link", { name: "訪問看護指示書" }).click();
  await nurse.getByRole("button", { name: "だれが読んだか(1人)" }).click();
  await expect(dialog(nurse)).toContainText("森 一郎");
  await expect(dialog(nurse)).toContainText("全員が読みました。");
  await isFitForEverybody(nurse, "documents-readers");
  await dialog(nurse).getByRole("button", { name: "閉じる" }).click();
}

async function replaces(doctor: Page) {
  await doctor.getByRole("link", { name: "すべて", exact: true }).click();
  await papers(doctor).getByRole("link", { name: "訪問看護指示書" }).click();
  await doctor.getByRole("button", { name: "新しい版を加える" }).click();
  await chooses(doctor, "指示書 11月.txt", "text/plain", Buffer.from("11月からの指示\n点滴 週1回"));
  await field(doctor, "どこが新しいか").fill("点滴を追加");
  await isFitForEverybody(doctor, "documents-version-form");
  await doctor.getByRole("button", { name: "第2版として加える" }).click();
  await told(doctor, "新しい版を加えました。");
  await expect(doctor.getByText("点滴 週1回")).toBeVisible();
  await isFitForEverybody(doctor, "documents-versions");
  await field(doctor, "版").selectOption("1");
  await expect(doctor.getByText("これは古い版(第1版)です。")).toBeVisible();
  await expect(doctor.getByRole("link", { name: "別の画面で開く" })).toBeVisible();
  await field(doctor, "版").selectOption("2");
  await expect(doctor.getByText("点滴 週1回")).toBeVisible();
}

async function changeAtOnce(nurse: Page, doctor: Page) {
  await nurse.reload();
  for (const page of [nurse, doctor]) await page.getByRole("button", { name: "題名などを直す" }).click();
  await field(nurse, "題名").fill("訪問看護指示書(11月から)");
  await nurse.getByRole("button", { name: "直す", exact: true }).click();
  await told(nurse, "直しました。");
  await field(doctor, "メモ").fill("半年分");
  await doctor.getByRole("button", { name: "直す", exact: true }).click();
  await expect(doctor.getByRole("region", { name: "ほかの人が直した内容" })).toContainText("訪問看護指示書(11月から)");
  await isFitForEverybody(doctor, "documents-overtaken");
  await field(doctor, "題名").fill("訪問看護指示書(11月から)");
  await doctor.getByRole("button", { name: "直す", exact: true }).click();
  await told(doctor, "直しました。");
  await expect(doctor.getByRole("heading", { level: 1, name: "訪問看護指示書(11月から)" })).toBeVisible();
  await doctor.getByText("これまでの変更を見る").click();
  const changes = doctor.getByRole("list", { name: "これまでの変更" }).getByRole("listitem");
  await expect(changes).toHaveCount(4);
  await expect(changes.nth(1)).toContainText("訪問看護指示書 → 訪問看護指示書(11月から)");
  await isFitForEverybody(doctor, "documents-history");
}

async function putsAwayAndBack(nurse: Page, room: number) {
  await nurse.getByRole("button", { name: "しまう" }).click();
  await dialog(nurse).getByRole("button", { name: "しまう" }).click();
  await expect(dialog(nurse).getByRole("alert")).toBeVisible();
  await field(nurse, "理由").fill("別の方の書類だった");
  await isFitForEverybody(nurse, "documents-put-away");
  await dialog(nurse).getByRole("button", { name: "しまう" }).click();
  const away = nurse.getByRole("region", { name: "しまった書類" });
  await expect(away).toContainText("理由: 別の方の書類だった");
  await isFitForEverybody(nurse, "documents-withdrawn");
  await nurse.goto(`/rooms/${room}/documents`);
  await expect(papers(nurse)).toHaveCount(1);
  await nurse.getByRole("link", { name: "しまった書類を見る(1件)" }).click();
  await arrives(nurse, "しまった書類", "documents-withdrawn-list");
  await papers(nurse).getByRole("link", { name: /訪問看護指示書/ }).click();
  await nurse.getByRole("button", { name: "元に戻す" }).click();
  await expect(nurse.getByText("点滴 週1回")).toBeVisible();
}

async function keepsFolders(nurse: Page, room: number) {
  await nurse.goto(`/rooms/${room}/documents`);
  await nurse.getByText("フォルダを作る・名前を変える・消す").click();
  await nurse.getByRole("button", { name: "「計画書」を作る" }).click();
  await told(nurse, "フォルダ「計画書」を作りました。");
  await field(nurse, "新しいフォルダの名前").fill("指示書");
  await nurse.getByRole("button", { name: "作る", exact: true }).click();
  await expect(nurse.getByRole("alert")).toContainText("同じ名前のフォルダが、もうあります。");
  await nurse.getByRole("button", { name: /^名前を変える\s*\(指示書\)$/ }).click();
  await field(nurse, "「指示書」の新しい名前").fill("指示書・処方");
  await nurse.getByRole("button", { name: "この名前にする" }).click();
  await expect(papers(nurse).filter({ hasText: "指示書・処方" })).toHaveCount(1);
  await nurse.getByRole("button", { name: /^消す\s*\(計画書\)$/ }).click();
  await expect(nurse.getByRole("button", { name: /^名前を変える\s*\(計画書\)$/ })).toHaveCount(0);
  await isFitForEverybody(nurse, "documents-folders");
}
