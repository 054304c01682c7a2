import { join } from "node:path";
import AxeBuilder from "@axe-core/playwright";
import {
  type BrowserContext,
  type BrowserContextOptions,
  test as base,
  expect,
  type Page,
} from "@playwright/test";
import { Host } from "./host";

export { expect };

/** How the API says no; the browser logs each of these as an error, which no page can prevent. */
const REFUSALS = /the server responded with a status of (401|403|409|412|422|423) /;

/** Collects what a user never sees but a page must not cause: errors, refused styles and scripts, failed answers. */
export class Guard {
  readonly seen: string[] = [];
  private readonly allowed: RegExp[] = [REFUSALS];

  watch(context: BrowserContext) {
    context.on("console", (message) => {
      if (message.type() === "error" || message.type() === "warning") this.note(message.text());
    });
    context.on("weberror", (error) => this.note(String(error.error())));
    context.on("response", (response) => {
      if (response.status() >= 500) this.note(`${response.status()} ${response.url()}`);
    });
  }

  /** From here on the test itself breaks the network. */
  allowLostNetwork() {
    this.allowed.push(/net::ERR_(INTERNET_DISCONNECTED|FAILED)/);
  }

  /** From here on somebody asks for what is no longer there for them. */
  allowNotFound() {
    this.allowed.push(/the server responded with a status of 404 /);
  }

  private note(text: string) {
    if (!this.allowed.some((allowed) => allowed.test(text))) this.seen.push(text);
  }
}

interface Fixtures {
  guard: Guard;
  /** A browser that was never here before: another device, or another person's. */
  freshPage: (options?: BrowserContextOptions) => Promise<Page>;
}

let host: Host | null = null;

/** Gives the tests of a file a system of their own, with these Spin variables. */
export function startOwnHost(variables: () => Promise<Record<string, string>> = async () => ({})): {
  readonly origin: string;
  passDays(days: number): Promise<void>;
} {
  test.beforeAll(async () => {
    test.setTimeout(200_000);
    host = await Host.start(await variables());
  });
  test.afterEach(async ({}, info) => {
    if (info.status !== info.expectedStatus && host) await info.attach("host.log", { body: host.log() });
  });
  test.afterAll(async () => {
    await host?.stop();
    host = null;
  });
  return {
    get origin() {
      return host?.origin ?? "";
    },
    async passDays(days) {
      await host?.moveClock(days * 24 * 60 * 60 * 1000);
    },
  };
}

export const test = base.extend<Fixtures>({
  baseURL: async ({}, use) => use(host?.origin),
  guard: [
    async ({}, use) => {
      const guard = new Guard();
      await use(guard);
      expect(guard.seen, "errors in the browser's console").toEqual([]);
    },
    { auto: true },
  ],
  context: async ({ context, guard }, use) => {
    guard.watch(context);
    await use(context);
  },
  freshPage: async ({ browser, guard }, use) => {
    const contexts: BrowserContext[] = [];
    await use(async (options) => {
      const context = await browser.newContext(options);
      contexts.push(context);
      guard.watch(context);
      return context.newPage();
    });
    for (const context of contexts) await context.close();
  },
});

/**
 * The page under this heading is there, fit for everybody (WCAG 2.1 AA as far as a program can tell), and no wider
 * than the screen. With `TASUKI_SHOTS` set to a folder, it keeps a picture of it.
 */
export async function arrives(page: Page, heading: string | RegExp, picture: string) {
  await expect(page.getByRole("heading", { level: 1, name: heading })).toBeVisible();
  await isFitForEverybody(page, picture);
}

export async function isFitForEverybody(page: Page, picture: string) {
  await expect(page.getByText("読み込んでいます")).toHaveCount(0);
  const found = await axe(page);
  await keepPicture(page, picture);
  const violations = found.violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(" ")}`,
  );
  expect.soft(violations, `accessibility of ${picture}`).toEqual([]);
  const excess = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect.soft(excess, `pixels by which ${picture} is wider than the screen`).toBeLessThanOrEqual(0);
}

async function axe(page: Page) {
  const scriptless = await page.evaluate(() => matchMedia("(scripting: none)").matches);
  const examined = scriptless ? await twinWithScripts(page) : page;
  const found = await new AxeBuilder({ page: examined })
    .withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"])
    .setLegacyMode()
    .analyze();
  if (scriptless) await examined.context().close();
  return found;
}

/** The same page as shown without JavaScript, but where axe, which is a script itself, can look at it. */
async function twinWithScripts(page: Page): Promise<Page> {
  const body = (await page.content())
    .replaceAll(/<(\/?)noscript>/g, "<$1div>")
    .replaceAll(/<script.*?<\/script>/gs, "");
  const browser = page.context().browser();
  if (!browser) throw new Error("a page without a browser");
  const twin = await (await browser.newContext({ javaScriptEnabled: true })).newPage();
  await twin.route(page.url(), (route) => route.fulfill({ contentType: "text/html", body }));
  await twin.goto(page.url());
  return twin;
}

export async function keepPicture(page: Page, picture: string) {
  const folder = process.env.TASUKI_SHOTS;
  if (!folder) return;
  const path = join(folder, `${picture}-${test.info().project.name}.png`);
  await page.screenshot({ path, fullPage: true });
}

/** How many pages go onto paper. */
export function pagesOf(pdf: Buffer): number {
  return pdf.toString("latin1").match(/\/Type\s*\/Page\b/g)?.length ?? 0;
}
