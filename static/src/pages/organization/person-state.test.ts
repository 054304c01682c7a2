import { expect, test } from "vitest";
import type { OrganizationPerson } from "../../api/types";
import { awaitsConfirmation, stateInWords } from "./person-state";

const person: OrganizationPerson = {
  user_id: 1,
  name: "佐藤 美咲",
  kana: "サトウ ミサキ",
  profession: "nurse",
  login_id: "4827-1935",
  email: "m.sato@minami.example.jp",
  is_manager: false,
  state: "posted",
  overdue: false,
  notice_id: 7,
  posted_at: "2026-11-20T01:00:00Z",
  first_login_at: null,
  stopped_at: null,
  confirmation: "none",
  objection: null,
  answer: null,
  devices: 0,
};

test("r37_the state of an account is said in plain words", () => {
  expect(stateInWords({ ...person, state: "to_print", posted_at: null }).text).toBe("通知書準備中");
  expect(stateInWords({ ...person, state: "printed", posted_at: null }).text).toBe("通知書印刷済み");
  expect(stateInWords(person)).toEqual({
    text: "投函済み",
    kind: "soon",
    hint: "11月20日(金)に投函しました。",
  });
  expect(
    stateInWords({ ...person, state: "first_login_done", first_login_at: "2026-11-24T01:00:00Z" }),
  ).toEqual({ text: "初回ログイン済み", kind: "done", hint: "11月24日(火)から使っています。" });
  expect(stateInWords({ ...person, state: "stopped" }).text).toBe("利用中止");
});

test("r37_a_letter_unused_for_a_fortnight_stands_out_and_says_what_to_do", () => {
  const { text, kind, hint } = stateInWords({ ...person, overdue: true });
  expect(text).toBe("14日たっても未使用");
  expect(kind).toBe("late");
  expect(hint).toContain("ご本人に確かめてください");
});

test("r37_a_grant_awaits_its_confirmation_until_the_manager_has_spoken", () => {
  expect(awaitsConfirmation(person)).toBe(true);
  expect(awaitsConfirmation({ ...person, confirmation: "confirmed" })).toBe(false);
  expect(awaitsConfirmation({ ...person, confirmation: "objected" })).toBe(false);
  expect(awaitsConfirmation({ ...person, confirmation: "answered" })).toBe(true);
});

test("r37_nothing_is_confirmed_without_a_notice_or_after_the_stop", () => {
  expect(awaitsConfirmation({ ...person, notice_id: null })).toBe(false);
  expect(awaitsConfirmation({ ...person, state: "stopped" })).toBe(false);
});
