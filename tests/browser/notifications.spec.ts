import type { Page } from "@playwright/test";
import { Association } from "./association";
import { Desk, json } from "./desk";
import { arrives, expect, isFitForEverybody, startOwnHost, test } from "./fixtures";
import { message, supportRoom, tells, timeline, twoOfAHouse } from "./messages";
import { PushService } from "./push-service";
import { HANA } from "./support-room";
import { field, openMenu } from "./words";

let push: PushService;
const site = startOwnHost(async () => {
  push = await PushService.start();
  return { push_service: push.origin };
});
let desk: Desk;
let association: Association;

test.beforeAll(async ({ playwright }) => {
  const browserless = () => playwright.request.newContext({ baseURL: site.origin });
  desk = await Desk.open(await browserless());
  association = await Association.open(desk, await browserless());
});
test.afterAll(() => push.stop());

/** The scheduler calls. */
async function works(page: Page) {
  await json(await page.request.post("/api/notifications/work", { data: {} }));
}

/** A headless browser has no push service of its own: this one hands out what the stand-in gives. */
async function getsPushFrom(page: Page, service: PushService) {
  await page.context().grantPermissions(["notifications"]);
  await page.addInitScript((subscription) => {
    const given = { ...subscription, toJSON: () => subscription, unsubscribe: async () => true };
    PushManager.prototype.subscribe = async () => given as unknown as PushSubscription;
  }, service.subscription);
}

/** As the push service of the browser's maker does: the content reaches the service worker of the page. */
async function delivers(page: Page, content: object) {
  const session = await page.context().newCDPSession(page);
  const registered = new Promise<string>((resolve) => {
    session.on("ServiceWorker.workerRegistrationUpdated", ({ registrations }) => {
      const [registration] = registrations;
      if (registration) resolve(registration.registrationId);
    });
  });
  await session.send("ServiceWorker.enable");
  await session.send("ServiceWorker.deliverPushMessage", {
    origin: new URL(page.url()).origin,
    registrationId: await registered,
    data: JSON.stringify(content),
  });
}

const shownNotifications = (page: Page) =>
  page.evaluate(async () => {
    const registration = await navigator.serviceWorker.ready;
    return (await registration.getNotifications()).map(({ title, body }) => `${title}: ${body}`);
  });

test("r30_a nurse is asked once, chooses, checks, and is told", async ({ page: nurse, freshPage }) => {
  test.setTimeout(300_000);
  await getsPushFrom(nurse, push);
  const doctor = await freshPage();
  const two = await twoOfAHouse(desk, "みなみ診療所", [nurse, doctor]);
  const room = await supportRoom(association, HANA, two);
  await works(nurse);

  await test.step("the first login asks", async () => {
    await nurse.goto("/home");
    const question = nurse.getByRole("region", { name: "新しいことをEメールでお知らせしますか" });
    await expect(question).toContainText("今はオフです");
    await isFitForEverybody(nurse, "notifications-question");
    await question.getByRole("button", { name: "受け取らない" }).click();
    await expect(question).toHaveCount(0);
    await nurse.reload();
    await expect(nurse.getByRole("heading", { name: "参加している部屋" })).toBeVisible();
    await expect(question).toHaveCount(0);
  });
  await test.step("the settings, each kind by each way", () => chooses(nurse));
  await test.step("why nothing arrives", () => checks(nurse));
  await test.step("this device receives", async () => {
    await nurse.getByRole("button", { name: "この端末で受け取る" }).click();
    await expect(nurse.getByRole("region", { name: "プッシュ通知を受け取る端末" })).toContainText("この端末");
  });
  await test.step("told in the application, and by push", () => isTold(nurse, { doctor: two[1], room }));
  await test.step("a room is muted, and heard again", async () => {
    await nurse.goto(`/rooms/${room}`);
    await nurse.getByRole("button", { name: "お知らせを静かにする" }).click();
    await expect(nurse.getByText("自分あてのものだけを知らせます。")).toBeVisible();
    await nurse.reload();
    const mute = nurse.getByRole("button", { name: "お知らせを静かにする", pressed: true });
    await mute.click();
    await expect(mute).toHaveCount(0);
  });
});

async function chooses(nurse: Page) {
  await nurse.goto("/account");
  const form = nurse.getByRole("form", { name: "お知らせの受け取り方" });
  await form.getByLabel("部屋の新しい書き込み: プッシュ通知").selectOption({ label: "すぐに" });
  await form.getByLabel("自分あての書き込みと、了解を求められたもの: Eメール").selectOption({ label: "すぐに" });
  await form.getByRole("checkbox", { name: "送らない時間帯を決める" }).check();
  await field(form, "この時刻から").fill("22:30");
  await isFitForEverybody(nurse, "notifications-settings");
  await form.getByRole("checkbox", { name: "送らない時間帯を決める" }).uncheck();
  await form.getByRole("button", { name: "保存する" }).click();
  await expect(nurse.getByText("お知らせの受け取り方を保存しました。")).toBeFocused();
  await nurse.reload();
  await expect(form.getByLabel("部屋の新しい書き込み: プッシュ通知")).toHaveValue("at_once");
}

async function checks(nurse: Page) {
  await nurse.getByText("お知らせが届かないとき").click();
  const checked = nurse.getByRole("list", { name: "確かめたこと" });
  await expect(checked).toContainText("市のメール送信がまだ設定されていません");
  await expect(checked).toContainText("プッシュ通知を受け取る端末がありません");
  await nurse.getByRole("button", { name: "Eメールを自分に送ってみる" }).click();
  await expect(nurse.getByText(/^Eメール: 送れていません/).first()).toBeVisible();
  await isFitForEverybody(nurse, "notifications-self-check");
}

interface Told {
  doctor: Parameters<typeof tells>[0];
  room: number;
}

async function isTold(nurse: Page, { doctor, room }: Told) {
  await tells(doctor, room, "行徳 ハナさんの体温は37.8℃です。");
  await works(nurse);
  await expect.poll(() => push.pushed.at(-1)).toEqual({
    text: "部屋に新しい書き込みがあります。",
    path: `/rooms/${room}`,
  });
  const { push_public_key: known } = await json<{ push_public_key: string }>(
    await nurse.request.get("/api/notifications/settings"),
  );
  expect(push.signedBy).toBe(known);
  await delivers(nurse, push.pushed.at(-1) ?? {});
  await expect.poll(() => shownNotifications(nurse)).toEqual(["Tasuki(襷): 部屋に新しい書き込みがあります。"]);
  await nurse.goto("/home");
  await expect(await openMenu(nurse)).toContainText(/お知らせ\s*\(新しい\d件\)/);
  await (await openMenu(nurse)).getByRole("link", { name: /^お知らせ/ }).click();
  await arrives(nurse, "お知らせ", "notifications");
  await nurse.getByRole("link", { name: /部屋に新しい書き込みがあります/ }).click();
  await expect(timeline(nurse)).toBeVisible();
  await expect(message(nurse, "体温は37.8℃")).toBeVisible();
}
