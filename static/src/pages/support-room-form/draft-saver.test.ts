import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { NO_ANSWER, type Problem } from "../../api/problem";
import { DraftSaver, type DraftState } from "./draft-saver";

beforeEach(() => {
  vi.useFakeTimers();
  vi.setSystemTime("2026-11-26T03:34:00Z");
});
afterEach(() => {
  vi.useRealTimers();
});

function saver() {
  const saved: string[] = [];
  const told: DraftState[] = [];
  const answers: (Problem | undefined)[] = [];
  const draft = new DraftSaver<string>(
    "",
    async (content) => {
      saved.push(content);
      return answers.shift();
    },
    (state) => told.push(state),
  );
  return { draft, saved, told, answers };
}

test("r13b_a pause in the typing saves the latest, once", async () => {
  const { draft, saved, told } = saver();
  draft.changed("い");
  await vi.advanceTimersByTimeAsync(1900);
  draft.changed("いち");
  await vi.advanceTimersByTimeAsync(1900);
  expect(saved).toEqual([]);
  await vi.advanceTimersByTimeAsync(100);
  expect(saved).toEqual(["いち"]);
  expect(told.map(({ kind }) => kind)).toEqual(["saving", "saved"]);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(saved).toHaveLength(1);
});

test("r13b_typing without a pause is saved all the same", async () => {
  const { draft, saved } = saver();
  for (let second = 0; second < 16; second += 1) {
    draft.changed(`${second}`);
    await vi.advanceTimersByTimeAsync(1000);
  }
  expect(saved.length).toBeGreaterThan(0);
});

test("r13b_a failure is told and tried again by itself", async () => {
  const { draft, saved, told, answers } = saver();
  answers.push(NO_ANSWER);
  draft.changed("い");
  await vi.advanceTimersByTimeAsync(2000);
  expect(told.at(-1)?.kind).toBe("failed");
  await vi.advanceTimersByTimeAsync(15_000);
  expect(saved).toEqual(["い", "い"]);
  expect(told.at(-1)?.kind).toBe("saved");
});

test("what was typed and taken back is not saved", async () => {
  const { draft, saved } = saver();
  draft.changed("い");
  draft.changed("");
  await vi.advanceTimersByTimeAsync(60_000);
  expect(saved).toEqual([]);
});

test("leaving the page saves at once; after the end nothing is saved", async () => {
  const { draft, saved } = saver();
  draft.changed("い");
  await draft.flush();
  expect(saved).toEqual(["い"]);
  draft.changed("いち");
  await draft.stop();
  draft.changed("いちか");
  await vi.advanceTimersByTimeAsync(60_000);
  expect(saved).toEqual(["い"]);
});

test("a page that was left saves once and never again, even when that failed", async () => {
  const { draft, saved, answers } = saver();
  answers.push(NO_ANSWER);
  draft.changed("い");
  await draft.leave();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(saved).toEqual(["い"]);
});

test("what is typed while a request is under way follows it", async () => {
  const saved: string[] = [];
  let answer: () => void = () => {};
  const draft = new DraftSaver<string>(
    "",
    (content) => {
      saved.push(content);
      return new Promise((resolve) => {
        answer = () => resolve(undefined);
      });
    },
    () => {},
  );
  draft.changed("い");
  await vi.advanceTimersByTimeAsync(2000);
  draft.changed("いち");
  await vi.advanceTimersByTimeAsync(5000);
  expect(saved).toEqual(["い"]);
  answer();
  await vi.advanceTimersByTimeAsync(5000);
  expect(saved).toEqual(["い", "いち"]);
});
