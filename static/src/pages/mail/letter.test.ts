import { expect, test } from "vitest";
import type { MailDraft } from "../../api/mail";
import { draftOf, EMPTY, inputOf, isNothing, letterOf, wrongIn } from "./letter";

const yamada = {
  user_id: 7,
  name: "山田 花子",
  profession: "visiting_nurse",
  organization_name: "みどり訪問看護",
} as const;
const draft: MailDraft = {
  draft_id: 5,
  to: [7, 8],
  to_people: [yamada],
  desks: ["city"],
  subject: "会議の日程",
  body: "来週は",
  reply_to: 3,
  forward_of: null,
  from_desk: false,
  forward_files: false,
  form: null,
  answers_return: false,
  files: [{ file_id: 4, name: "予定.pdf", media_type: "application/pdf", bytes: 10 }],
  updated_at: "2026-11-23T05:00:00Z",
};

test("what the server kept comes back, and is kept again as it was", () => {
  const letter = letterOf(draft);
  expect(letter.to).toEqual([yamada, { user_id: 8, name: "" }]);
  expect(draftOf(letter)).toEqual({
    to: [7, 8],
    desks: ["city"],
    subject: "会議の日程",
    body: "来週は",
    reply_to: 3,
    forward_of: null,
    files: [4],
    from_desk: false,
    forward_files: false,
    form: null,
    answers_return: false,
  });
  expect(letter.fromDesk).toBe(false);
  expect(letterOf({ ...draft, from_desk: true }).fromDesk).toBe(true);
});

test("files are forwarded only with a forwarded mail", () => {
  expect(inputOf({ ...EMPTY, forwardFiles: true }).forward_files).toBe(false);
  expect(inputOf({ ...EMPTY, forwardOf: 3, forwardFiles: true }).forward_files).toBe(true);
  expect(inputOf({ ...EMPTY, subject: " 会議 " }).subject).toBe("会議");
});

test("what is missing is named with its field", () => {
  expect(wrongIn(EMPTY)?.errors.map((error) => error.field)).toEqual(["to", "subject"]);
  const letter = { ...EMPTY, desks: ["city" as const], subject: "会議" };
  expect(wrongIn(letter)).toBeNull();
  expect(wrongIn({ ...letter, subject: "𠮷".repeat(100) })).toBeNull();
  const long = { ...letter, subject: "あ".repeat(101), body: "あ".repeat(20_001) };
  expect(wrongIn(long)?.errors.map((error) => error.field)).toEqual(["subject", "body"]);
});

test("a form goes to its desk, whatever was addressed before", () => {
  const letter = { ...EMPTY, subject: "様式第5号" };
  expect(wrongIn({ ...letter, form: 5 })).toBeNull();
  expect(wrongIn({ ...letter, answersReturn: true })).toBeNull();
  const sent = inputOf({ ...letter, to: [yamada], desks: ["association"], form: 5 });
  expect([sent.to, sent.desks, sent.form]).toEqual([[], [], 5]);
  expect(draftOf({ ...letter, to: [yamada], form: 5 }).to).toEqual([7]);
});

test("blanks are nothing", () => {
  expect(isNothing({ ...EMPTY, body: " \n", replyTo: 3, fromDesk: true })).toBe(true);
  expect(isNothing({ ...EMPTY, desks: ["city"] })).toBe(false);
});
