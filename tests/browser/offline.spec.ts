import type { Page } from "@playwright/test";
import { Association } from "./association";
import { Desk } from "./desk";
import { arrives, expect, isFitForEverybody, startOwnHost, test } from "./fixtures";
import { message, supportRoom, timeline, twoOfAHouse, writes } from "./messages";
import { PASSWORD } from "./people";
import { HANA } from "./support-room";
import { logOut, openMenu } from "./words";

const site = startOwnHost();
let desk: Desk;
let association: Association;

test.beforeAll(async ({ playwright }) => {
  const browserless = () => playwright.request.newContext({ baseURL: site.origin });
  desk = await Desk.open(await browserless());
  association = await Association.open(desk, await browserless());
});

/** The service worker has the app's files. */
async function isReady(page: Page) {
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
    if (!navigator.serviceWorker.controller) {
      await new Promise((resolve) => navigator.serviceWorker.addEventListener("controllerchange", resolve));
    }
  });
}

/** The addresses of everything that the browser keeps for use without network. */
function kept(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    const requests: string[] = [];
    for (const name of await caches.keys()) {
      const cache = await caches.open(name);
      requests.push(...(await cache.keys()).map((request) => new URL(request.url).pathname));
    }
    return requests;
  });
}

const offline = (page: Page) => page.getByText("インターネットにつながっていません。");

test("r32_the app opens without network, shows what waits, and sends it once", async ({
  page: nurse,
  freshPage,
  guard,
}) => {
  test.setTimeout(300_000);
  const doctor = await freshPage();
  const two = await twoOfAHouse(desk, "みなみ診療所", [nurse, doctor]);
  const room = await supportRoom(association, HANA, two);
  await nurse.goto(`/rooms/${room}`);
  await expect(timeline(nurse)).toContainText("まだ書き込みがありません");
  await isReady(nurse);

  await test.step("without network a post waits, and a value is typed", async () => {
    guard.allowLostNetwork();
    await nurse.context().setOffline(true);
    await writes(nurse, "電波のない家で書いています。");
    await expect(message(nurse, "電波のない家で")).toContainText("送信待ち");
    await nurse.getByRole("link", { name: "測定値" }).first().click();
    await expect(offline(nurse)).toBeVisible();
  });
  await test.step("a reload opens the app again, which says so and knows who is here", async () => {
    await nurse.goto(`/rooms/${room}`);
    await expect(offline(nurse)).toBeVisible();
    await expect(nurse.getByRole("link", { name: /田中 翔子さん/ })).toBeVisible();
    await expect(nurse.getByRole("alert")).toContainText("通信ができませんでした");
    await isFitForEverybody(nurse, "offline-room");
    await nurse.reload();
    await nurse.getByRole("link", { name: /送信待ち\(1件\)/ }).click();
    await expect(nurse.getByRole("main")).toContainText("電波のない家で書いています。");
    await arrives(nurse, "送信待ち", "offline-waiting");
  });
  await test.step("what only the server can show says that it needs the network", async () => {
    await nurse.goto("/apply/account");
    await arrives(nurse, "このページは、つながっているときだけ開けます", "offline-apply");
  });
  await test.step("nothing that was read is on the device", async () => {
    const addresses = await kept(nurse);
    expect(addresses).toContain("/index.html");
    expect(addresses.filter((address) => !/^\/(index\.html|manifest|icons\/|assets\/)/.test(address))).toEqual([]);
    await nurse.goto("/rooms");
    await expect(offline(nurse)).toBeVisible();
    await expect(nurse.getByText(/行徳 ハナ/)).toHaveCount(0);
  });
  await test.step("the network is back: the page comes by itself, the post goes, and once", async () => {
    await nurse.context().setOffline(false);
    await expect(nurse.getByRole("row", { name: /行徳 ハナ/ })).toBeVisible();
    await doctor.goto(`/rooms/${room}`);
    await expect(message(doctor, "電波のない家で")).toHaveCount(1);
    await expect(nurse.getByRole("link", { name: /送信待ち/ })).toHaveCount(0);
  });
});

test("a page that is older than what the server has offers the new version, and keeps what is written", async ({
  page,
  freshPage,
}) => {
  const two = await twoOfAHouse(desk, "ひがし診療所", [page, await freshPage()]);
  expect(two).toHaveLength(2);
  await page.goto("/tags");
  await isReady(page);
  await page.getByRole("textbox", { name: /ほしいタグ/ }).fill("口腔ケア");
  // What the service worker of a newer build says when it has taken over.
  await page.evaluate(() => {
    const data = { kind: "build", entry: "/assets/index-newer123.js" };
    navigator.serviceWorker.dispatchEvent(new MessageEvent("message", { data }));
  });
  await expect(page.getByText(/^新しい版があります。/)).toBeVisible();
  await isFitForEverybody(page, "newer-version");
  await page.getByRole("button", { name: "読み込み直す" }).click();
  await arrives(page, "タグの一覧と要望", "newer-version-loaded");
  await expect(page.getByText(/^新しい版があります。/)).toHaveCount(0);
  await expect(page.getByRole("textbox", { name: /ほしいタグ/ })).toHaveValue("口腔ケア");
});

test("r36_without network nobody gets behind the lock, and nobody in after signing out", async ({
  page,
  freshPage,
  guard,
}) => {
  const two = await twoOfAHouse(desk, "きた診療所", [page, await freshPage()]);
  expect(two).toHaveLength(2);
  await page.goto("/home");
  await isReady(page);
  await (await openMenu(page)).getByRole("button", { name: "画面をロック" }).click();
  await expect(page.getByRole("dialog", { name: "画面をロックしています" })).toBeVisible();
  guard.allowLostNetwork();
  await page.context().setOffline(true);
  await page.reload();
  const lock = page.getByRole("dialog", { name: "画面をロックしています" });
  await expect(lock).toContainText("インターネットにつながると、ロックを解除できます。");
  await expect(page.getByRole("link", { name: /送信待ち/ })).toHaveCount(0);
  await page.context().setOffline(false);
  await lock.getByLabel("パスワード", { exact: true }).fill(PASSWORD);
  await lock.getByRole("button", { name: "ロックを解除する" }).click();
  await expect(lock).toHaveCount(0);

  await test.step("after fifteen minutes without a touch the screen is locked, also when it is opened anew", async () => {
    await page.context().setOffline(true);
    await page.evaluate((long) => localStorage.setItem("tasuki-touched", String(Date.now() - long)), 16 * 60_000);
    await page.reload();
    await expect(lock).toBeVisible();
    await page.context().setOffline(false);
    await lock.getByLabel("パスワード", { exact: true }).fill(PASSWORD);
    await lock.getByRole("button", { name: "ロックを解除する" }).click();
    await expect(lock).toHaveCount(0);
  });
  await test.step("signed out, nobody is remembered", async () => {
    await logOut(page);
    await page.context().setOffline(true);
    await page.goto("/home");
    await expect(page.getByRole("alert")).toContainText("通信ができませんでした");
    await expect(page.getByText(/田中 翔子/)).toHaveCount(0);
    await page.context().setOffline(false);
  });
});
