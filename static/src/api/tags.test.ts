// @vitest-environment happy-dom
import { beforeEach, expect, test, vi } from "vitest";
import type { TagList } from "./types";

const FIRST: TagList = { items: [{ tag_id: 1, name: "褥瘡", retired_at: null }], next: null };
const SECOND: TagList = { items: [{ tag_id: 1, name: "褥瘡ケア", retired_at: null }], next: null };

const asked: Request[] = [];
const answers: (Response | Error)[] = [];

beforeEach(() => {
  vi.resetModules();
  asked.length = 0;
  answers.length = 0;
  vi.stubGlobal("fetch", async (request: Request) => {
    asked.push(request);
    const answer = answers.shift();
    if (!(answer instanceof Response)) throw answer;
    return answer;
  });
});

function list(etag: string, body: TagList): Response {
  return new Response(JSON.stringify(body), { headers: { ETag: etag, "Content-Type": "application/json" } });
}

const unchanged = () => new Response(null, { status: 304 });
const etags = () => asked.map((request) => request.headers.get("If-None-Match"));

test("the known state is told, and the list is kept while the server says that nothing changed", async () => {
  const { loadTags } = await import("./tags");
  answers.push(list('"tags-1"', FIRST), unchanged(), list('"tags-2"', SECOND), unchanged());
  const first = await loadTags();
  expect(first.data).toEqual(FIRST);
  expect((await loadTags()).data).toBe(first.data);
  expect((await loadTags()).data).toEqual(SECOND);
  expect((await loadTags()).data).toEqual(SECOND);
  expect(etags()).toEqual([null, '"tags-1"', '"tags-1"', '"tags-2"']);
});

test("the list with the retired tags is another one", async () => {
  const { loadTags } = await import("./tags");
  answers.push(list('"tags-1"', FIRST), list('"tags-1-all"', SECOND), unchanged());
  await loadTags();
  expect((await loadTags({ retired: true })).data).toEqual(SECOND);
  expect((await loadTags({ retired: true })).data).toEqual(SECOND);
  expect(etags()).toEqual([null, null, '"tags-1-all"']);
  expect(new URL(asked[2]?.url ?? "").search).toBe("?retired=true");
});

test("a lost answer is a problem and forgets nothing", async () => {
  const { loadTags } = await import("./tags");
  answers.push(list('"tags-1"', FIRST), new Error("offline"), unchanged());
  await loadTags();
  expect((await loadTags()).problem?.code).toBe("no_answer");
  expect((await loadTags()).data).toEqual(FIRST);
});

test("a 304 that nobody asked for is no list", async () => {
  const { loadTags } = await import("./tags");
  answers.push(unchanged());
  expect((await loadTags()).problem?.status).toBe(304);
});
