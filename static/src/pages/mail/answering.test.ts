import { expect, test } from "vitest";
import type { Desk, Mail, MailPerson, Recipient } from "../../api/mail";
import {
  answerAllTo,
  answerTo,
  forwardLetter,
  forwardSubject,
  hasOthers,
  replyLetter,
  replySubject,
} from "./answering";

const person = (user_id: number, name: string): MailPerson => ({
  user_id,
  name,
  profession: "visiting_nurse",
  organization_name: "みどり訪問看護",
});
const yamada = person(7, "山田 花子");
const sato = person(8, "佐藤 一郎");
const me = person(1, "私");
const clerk = person(20, "窓口 太郎");

const to = (...recipients: (MailPerson | Desk)[]): Recipient[] =>
  recipients.map((one) =>
    typeof one === "string"
      ? { person: null, desk: one, opened: [] }
      : { person: one, desk: null, opened: [] },
  );

const mail = (part: Partial<Mail>): Mail => ({
  mail_id: 12,
  thread_id: 3,
  at: "2026-11-23T05:00:00Z",
  from: { person: yamada, desk: null },
  to: to(me),
  subject: "会議の日程",
  body: "来週の金曜はいかがですか。",
  files: [],
  receipt_number: null,
  reply_to: null,
  forward_of: null,
  is_mine: false,
  ...part,
});

const mine = { me: 1, box: "mine" } as const;

test("Re: and Fw: stand once before a subject", () => {
  expect(replySubject("会議")).toBe("Re: 会議");
  for (const typed of ["Re: 会議", "RE:会議", "re: Re: 会議", "Re:会議", "返信: 会議"])
    expect(replySubject(typed)).toBe("Re: 会議");
  expect(replySubject("Fw: 会議")).toBe("Re: Fw: 会議");
  for (const typed of ["会議", "Fw: 会議", "FWD: 会議", "Fw: Fw: 会議"])
    expect(forwardSubject(typed)).toBe("Fw: 会議");
  expect(forwardSubject("Re: 会議")).toBe("Fw: Re: 会議");
  expect(replySubject("リハビリ: Reの件")).toBe("Re: リハビリ: Reの件");
  expect([...replySubject("𠮷".repeat(100))]).toHaveLength(100);
});

test("an answer goes to the sender; to the desk where the mail came from one", () => {
  expect(answerTo(mail({ to: to(me, sato) }), mine)).toEqual({ to: [yamada], desks: [] });
  const fromDesk = mail({ from: { person: clerk, desk: "city" } });
  expect(answerTo(fromDesk, mine)).toEqual({ to: [], desks: ["city"] });
});

test("an answer to all leaves out who writes, and names everybody once", () => {
  const toMany = mail({ to: to(me, sato, yamada, "association") });
  expect(answerAllTo(toMany, mine)).toEqual({ to: [yamada, sato], desks: ["association"] });
  expect(hasOthers(toMany, mine)).toBe(true);
  expect(hasOthers(mail({}), mine)).toBe(false);
});

test("an answer for a desk does not go to the desk itself", () => {
  const toDesk = mail({ to: to("city", "association", clerk) });
  const writer = { me: 20, box: "city" } as const;
  expect(answerAllTo(toDesk, writer)).toEqual({ to: [yamada], desks: ["association"] });
  expect(replyLetter(toDesk, writer, false)).toMatchObject({ to: [yamada], desks: [], fromDesk: true });
});

test("whoever answers an own mail goes on writing to whom it went", () => {
  const own = mail({ from: { person: me, desk: null }, to: to(yamada, "city"), is_mine: true });
  expect(answerTo(own, mine)).toEqual({ to: [yamada], desks: ["city"] });
  expect(hasOthers(own, mine)).toBe(false);
  const toMyself = mail({ from: { person: me, desk: null }, to: to(me), is_mine: true });
  expect(answerTo(toMyself, mine)).toEqual({ to: [me], desks: [] });
  const ofTheDesk = mail({ from: { person: clerk, desk: "city" }, to: to(yamada) });
  expect(answerTo(ofTheDesk, { me: 21, box: "city" })).toEqual({ to: [yamada], desks: [] });
});

test("a forwarded mail carries its text, and nobody is addressed yet", () => {
  const file = { file_id: 4, name: "予定.pdf", media_type: "application/pdf", bytes: 10 };
  const letter = forwardLetter(mail({ files: [file] }), mine);
  expect(letter).toMatchObject({ to: [], desks: [], forwardOf: 12, replyTo: null, forwardFiles: true });
  expect(letter.body).toContain("差出人: 山田 花子(訪問看護師 ・ みどり訪問看護)");
  expect(letter.body.endsWith("件名: 会議の日程\n\n来週の金曜はいかがですか。")).toBe(true);
  expect(forwardLetter(mail({}), mine).forwardFiles).toBe(false);
});
