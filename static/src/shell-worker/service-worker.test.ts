import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { runInNewContext } from "node:vm";
import { describe, expect, it } from "vitest";

const SOURCE = await readFile(new URL("../../public/sw.js", import.meta.url), "utf8");
const ORIGIN = "https://tasuki.example";

type Handler = (event: Record<string, unknown>) => void;

/** What of a browser the worker needs, in memory; it outlives a worker, as a browser's storage does. */
class Browser {
  readonly stored = new Map<string, Map<string, Response>>();
  readonly told: unknown[] = [];
  readonly asked: string[] = [];
  online = true;
  /** What the server has, by path. */
  site: Record<string, string> = {};

  fetch = async (request: Request | string): Promise<Response> => {
    const { pathname } = new URL(typeof request === "string" ? request : request.url);
    this.asked.push(pathname);
    if (!this.online) throw new TypeError("no network");
    const text = this.site[pathname] ?? this.site["/index.html"];
    return new Response(text);
  };

  private cache(name: string) {
    const kept = this.stored.get(name) ?? new Map<string, Response>();
    this.stored.set(name, kept);
    return {
      addAll: async (requests: Request[]) => {
        for (const request of requests) kept.set(new URL(request.url).pathname, await this.fetch(request));
      },
      match: async (path: string) => kept.get(path)?.clone(),
    };
  }

  caches = {
    open: async (name: string) => this.cache(name),
    keys: async () => [...this.stored.keys()],
    delete: async (name: string) => this.stored.delete(name),
    match: async (address: string, options: { cacheName?: string } = {}) => {
      const path = new URL(address, ORIGIN).pathname;
      const names = options.cacheName ? [options.cacheName] : [...this.stored.keys()];
      return names
        .map((name) => this.stored.get(name)?.get(path))
        .find(Boolean)
        ?.clone();
    },
  };

  /** A worker of a build, as `build/shell.js` makes it. */
  worker(build: string) {
    const handlers = new Map<string, Handler>();
    const index = `page of ${build}`;
    const files = ["/index.html", `/assets/index-${build}.js`];
    const digest = createHash("sha256").update(index).digest("hex");
    const shell = { version: build, entry: files[1], index: digest, files };
    const source = SOURCE.replace(
      /const SHELL = \{[^}]*\};/,
      () => `const SHELL = ${JSON.stringify(shell)};`,
    );
    const self = {
      addEventListener: (name: string, handler: Handler) => handlers.set(name, handler),
      skipWaiting: async () => {},
      location: { origin: ORIGIN },
      clients: {
        claim: async () => {},
        matchAll: async () => [{ postMessage: (message: unknown) => this.told.push(message) }],
      },
    };
    class AbsoluteRequest extends Request {
      constructor(path: string, options: RequestInit) {
        super(new URL(path, ORIGIN), options);
      }
    }
    const { caches, fetch } = this;
    runInNewContext(source, { self, caches, fetch, crypto, setTimeout, URL, Request: AbsoluteRequest });
    const happens = async (name: string) => {
      let work: Promise<unknown> = Promise.resolve();
      handlers.get(name)?.({ waitUntil: (promise: Promise<unknown>) => (work = promise) });
      await work;
    };
    return {
      publish: () => {
        this.site = { "/index.html": index, [`/assets/index-${build}.js`]: `script of ${build}` };
      },
      install: () => happens("install"),
      activate: () => happens("activate"),
      /** The text of what the worker answers; null: it leaves the request to the browser. */
      asked: async (path: string, mode = "navigate", method = "GET") => {
        let answer: Promise<Response> | null = null;
        const respondWith = (response: Promise<Response>) => {
          answer = response;
        };
        handlers.get("fetch")?.({ request: { url: ORIGIN + path, mode, method }, respondWith });
        const response = (await answer) as Response | null;
        return response ? response.text() : null;
      },
    };
  }
}

async function running(browser: Browser, build: string) {
  const worker = browser.worker(build);
  worker.publish();
  await worker.install();
  await worker.activate();
  return worker;
}

describe("the service worker", () => {
  it("shows the page of the network while there is one, and its own without", async () => {
    const browser = new Browser();
    const worker = await running(browser, "aaaaaaaa");
    browser.site["/index.html"] = "page of a newer build";
    expect(await worker.asked("/rooms/1")).toBe("page of a newer build");
    browser.online = false;
    expect(await worker.asked("/rooms/1")).toBe("page of aaaaaaaa");
    expect(await worker.asked("/apply/account")).toBe("page of aaaaaaaa");
    expect(await worker.asked("/assets/index-aaaaaaaa.js", "cors")).toBe("script of aaaaaaaa");
  });

  it("leaves the API, files to save and everything that changes something alone", async () => {
    const browser = new Browser();
    const worker = await running(browser, "aaaaaaaa");
    expect(await worker.asked("/api/rooms", "cors")).toBeNull();
    expect(await worker.asked("/api/rooms/1/export")).toBeNull();
    expect(await worker.asked("/forms/youshiki-4.pdf")).toBeNull();
    expect(await worker.asked("/apply/status", "navigate", "POST")).toBeNull();
    expect(await worker.asked("/assets/public.css", "no-cors")).toBeNull();
    await worker.asked("/rooms/1");
    const kept = [...browser.stored.values()].flatMap((cache) => [...cache.keys()]);
    expect(kept).toEqual(["/index.html", "/assets/index-aaaaaaaa.js"]);
  });

  it("keeps the files of the build before for pages that are open, tells those, and forgets older ones", async () => {
    const browser = new Browser();
    for (const build of ["aaaaaaaa", "bbbbbbbb"]) await running(browser, build);
    const worker = await running(browser, "cccccccc");
    expect([...browser.stored.keys()]).toEqual(["tasuki-shell-bbbbbbbb", "tasuki-shell-cccccccc"]);
    expect(browser.told.at(-1)).toEqual({ kind: "build", entry: "/assets/index-cccccccc.js" });
    browser.online = false;
    expect(await worker.asked("/assets/index-bbbbbbbb.js", "cors")).toBe("script of bbbbbbbb");
    expect(await worker.asked("/home")).toBe("page of cccccccc");
    await expect(worker.asked("/assets/index-aaaaaaaa.js", "cors")).rejects.toThrow("no network");
  });

  it("does not take the files of one build with the page of another", async () => {
    const browser = new Browser();
    await running(browser, "aaaaaaaa");
    const late = browser.worker("bbbbbbbb");
    browser.worker("cccccccc").publish();
    await expect(late.install()).rejects.toThrow("another build");
    expect([...browser.stored.keys()]).toEqual(["tasuki-shell-aaaaaaaa"]);
  });
});
