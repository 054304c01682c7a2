import { expect, test } from "vitest";
import { NO_ANSWER } from "../../api/problem";
import type { ApplicationSummary } from "../../api/types";
import { sorted } from "./accept-dialog";
import { type Batch, endsBatch, remaining } from "./use-batch";

function application(receipt_number: string, more: Partial<ApplicationSummary> = {}): ApplicationSummary {
  const item: Partial<ApplicationSummary> = {
    receipt_number,
    form: 4,
    status: "received",
    wrong_desk: false,
  };
  return { ...item, ...more } as ApplicationSummary;
}

test("only what awaits this desk is accepted, and the rest is named with its reason", () => {
  const { acceptable, leftOut } = sorted([
    application("4-26-000001-11"),
    application("4-26-000002-12", { status: "returned" }),
    application("4-26-000003-13", { wrong_desk: true }),
    application("4-26-000004-14", { status: "redirected" }),
  ]);
  expect(acceptable.map((item) => item.receipt_number)).toEqual(["4-26-000001-11", "4-26-000004-14"]);
  expect(leftOut.map(({ reason }) => reason)).toEqual(["今は「差戻し中」です", "別の窓口の様式です"]);
});

test("r23_a room is never opened in a batch, because its checklist is ticked one by one", () => {
  const { acceptable, leftOut } = sorted([
    application("1-26-000001-11", { form: 1 }),
    application("2-26-000002-12", { form: 2 }),
    application("3-26-000003-13", { form: 3 }),
    application("9-26-000009-19", { form: 9 }),
  ]);
  expect(acceptable.map((item) => item.form)).toEqual([2, 3]);
  expect(leftOut.map(({ item, reason }) => [item.form, reason])).toEqual([
    [1, "確かめることがあるので、1件ずつ開いて受理します"],
    [9, "メールを開いて、内容を登録します"],
  ]);
});

test("a refusal stops no batch; a lost network, a lost login or an old one does", () => {
  const problem = (status: number, code: string) => ({ ...NO_ANSWER, status, code });
  expect(endsBatch(problem(409, "already_decided"))).toBe(false);
  expect(endsBatch(problem(422, "validation_failed"))).toBe(false);
  expect(endsBatch(problem(404, "not_found"))).toBe(false);
  expect(endsBatch(NO_ANSWER)).toBe(true);
  expect(endsBatch(problem(503, "unavailable"))).toBe(true);
  expect(endsBatch(problem(401, "session_expired"))).toBe(true);
  expect(endsBatch(problem(403, "login_too_old"))).toBe(true);
});

test("what was not done, or may not have been, can be taken up again", () => {
  const states = ["done", "refused", "unknown", "waiting"] as const;
  const batch: Batch = {
    kind: "accept",
    running: false,
    ended: NO_ANSWER,
    outcomes: states.map((state) => ({ item: application(state), state, problem: null })),
  };
  expect(remaining(batch).map((item) => item.receipt_number)).toEqual(["unknown", "waiting"]);
});
