import { readFile } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { arrived, Desk, type IssuedNotice } from "./desk";
import { expect, isFitForEverybody, startOwnHost, test } from "./fixtures";
import { applicationOf, nurse } from "./people";

// The ready page of docs/city-website on a site of the city's own, and on one that is not the city's (R12, R23, R25, R26).

const PAGE = join(import.meta.dirname, "../../docs/city-website/rooms.html");
const TASUKI = "https://tasuki.city.example.lg.jp";
let city: Server;
let stranger: Server;

const originOf = (server: Server) => `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

/** A web server that knows one page. */
async function serve(): Promise<Server> {
  const page = await readFile(PAGE, "utf8");
  const server = createServer((_, answer) => {
    answer.setHeader("Content-Type", "text/html; charset=utf-8");
    answer.end(page.replaceAll(TASUKI, site.origin));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return server;
}

const site = startOwnHost(async () => {
  city = await serve();
  stranger = await serve();
  return { city_origins: originOf(city) };
});
test.afterAll(() => {
  city.close();
  stranger.close();
});
test.use({ javaScriptEnabled: false });

let desk: Desk;
let notice: IssuedNotice;

test.beforeAll(async ({ playwright }) => {
  const request = await playwright.request.newContext({ baseURL: site.origin });
  desk = await Desk.open(request);
  const receipt = await arrived(request, applicationOf("みなみ診療所", [nurse("佐藤 美咲", "サトウ ミサキ")]));
  await desk.accept(receipt);
  const [issued] = await desk.issue(receipt);
  if (!issued) throw new Error("no notice");
  notice = issued;
});

const form = (page: Page, kind: string) => page.locator(`form[action$="/api/${kind}"]`);

async function saysWho(page: Page, kind: string) {
  await form(page, kind).locator("[name='applicant[login_id]']").fill(notice.login_id);
  await form(page, kind).locator("[name='applicant[name]']").fill("佐藤 美咲");
}

/** Sends the city's page, is shown everything once, and sends that. */
async function filed(page: Page, kind: string, picture: string): Promise<string> {
  await form(page, kind).getByRole("button", { name: "確かめる画面へ進む" }).click();
  await expect(page.getByRole("status")).toContainText("まだ申請は終わっていません");
  expect(new URL(page.url()).origin).toBe(site.origin);
  await isFitForEverybody(page, picture);
  // Nobody reads in less; faster than this is asked once more, which a scenario of the API shows.
  await page.waitForTimeout(3_200);
  await page.locator("button[name=action][value=submit]").click();
  await expect(page.getByRole("heading", { level: 1, name: "申請を受け付けました" })).toBeVisible();
  return (await page.locator(".receipt-number").first().textContent())?.trim() ?? "";
}

test("r23_r25_r26_the city's website files all three forms with JavaScript switched off", async ({ page }, info) => {
  test.setTimeout(200_000);
  const name = `褥瘡ケア研修${info.project.name === "phone" ? "春" : "秋"}の連絡`;

  const opened = await test.step("a room is applied for", async () => {
    await page.goto(originOf(city));
    await isFitForEverybody(page, "city-website");
    await saysWho(page, "room-applications");
    const open = form(page, "room-applications");
    await open.locator("[name=name]").fill(name);
    await open.locator("[name=purpose]").fill("研修の日程と資料を知らせ合います。");
    await open.locator("[name=theme_id]").selectOption({ label: "研修・勉強会" });
    await open.locator("[name=scope]").fill("研修に参加する訪問看護師");
    await open.locator("[name=rules_accepted]").check();
    const number = await filed(page, "room-applications", "city-website-confirm");
    return desk.openRoom({ number, passcode: "" });
  });

  await test.step("she leaves: the first question is which of the two", async () => {
    await page.goto(originOf(city));
    const membership = form(page, "membership-applications");
    await membership.getByLabel("既存の部屋からの退出").check();
    await saysWho(page, "membership-applications");
    await membership.locator("[name=room_id]").fill(String(opened));
    await membership.locator("[name='people[0][login_id]']").fill(notice.login_id);
    await membership.locator("[name='people[0][name]']").fill("佐藤 美咲");
    const number = await filed(page, "membership-applications", "city-website-membership");
    expect(number).toMatch(/^2-/);
  });

  await test.step("the room is asked to be closed", async () => {
    await page.goto(originOf(city));
    await saysWho(page, "room-closures");
    await form(page, "room-closures").locator("[name=room_name]").fill(name);
    const number = await filed(page, "room-closures", "city-website-closure");
    await desk.accept({ number, passcode: "" });
  });
});

test("r12_another website's form is refused in words for a person", async ({ page }) => {
  await page.goto(originOf(stranger));
  await saysWho(page, "room-closures");
  await form(page, "room-closures").locator("[name=room_name]").fill("どこかの部屋");
  await form(page, "room-closures").getByRole("button", { name: "確かめる画面へ進む" }).click();
  await expect(page.getByRole("alert")).toContainText("ほかのサイトからの操作は受け付けられません");
  await isFitForEverybody(page, "city-website-refused");
});
