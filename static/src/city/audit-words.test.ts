import { expect, test } from "vitest";
import { auditAction, auditGroups, auditSubject, receiptIn } from "./audit-words";

test("actions are said in words", () => {
  expect(auditAction("notice.printed")).toBe("通知書を印刷した");
  expect(auditAction("account_stop.accepted")).toBe("アカウントの利用中止(様式第6号): 受理した");
});

test("an action that no table has is shown as it is", () => {
  expect(auditAction("support_room.painted")).toBe("support_room.painted");
  expect(auditAction("notice.burnt")).toBe("notice.burnt");
});

test("what happens to support rooms is said in words", () => {
  expect(auditAction("support_room.glass_broken")).toBe("医師会が非常時の閲覧をした");
  expect(auditAction("support_room_application.supplemented")).toBe(
    "支援の部屋の申請(様式第7・8号): 足りない書類が追加された",
  );
  expect(auditAction("care_team_notice.accepted")).toBe("担当者の変更(様式第8号): 受理した");
});

test("r28_what happens to the common tags is said in words", () => {
  expect(auditAction("tag.created")).toBe("タグを作った");
  expect(auditAction("tag.renamed")).toBe("タグの名前を変えた");
  expect(auditAction("tag.ordered")).toBe("タグの順番を変えた");
  expect(auditAction("tag.retired")).toBe("タグを使うのをやめた");
  expect(auditAction("tag.brought_back")).toBe("タグをもう一度使うことにした");
  expect(auditAction("tag_wish.answered")).toBe("タグの要望に答えた");
  expect(auditSubject("tag:3")).toBe("タグ 3");
  expect(auditSubject("tags")).toBe("タグ全体");
  const groups = auditGroups().filter(({ prefix }) => prefix.startsWith("tag"));
  expect(groups.map(({ prefix, actions }) => [prefix, actions.length])).toEqual([
    ["tag.", 5],
    ["tag_wish.", 1],
  ]);
});

test("what is done with messages is said in words, and a withdrawal is no application's", () => {
  expect(auditAction("message.posted")).toBe("書き込んだ");
  expect(auditAction("message.withdrawn")).toBe("書き込みを取り消した");
  expect(auditAction("room.exported")).toBe("部屋の書き込みを書き出した");
  expect(auditSubject("message:7")).toBe("書き込み 7");
});

test("r29_that a mail was sent is said in words", () => {
  expect(auditAction("mail.sent")).toBe("メールを送った");
  expect(auditSubject("mail:7")).toBe("メール 7");
});

test("subjects and actors are said in words", () => {
  expect(auditSubject("application:4-26-000001-23")).toBe("申請 4-26-000001-23");
  expect(auditSubject("system")).toBe("システム");
  expect(auditSubject("thing:1")).toBe("thing:1");
  expect(receiptIn("application:4-26-000001-23")).toBe("4-26-000001-23");
  expect(receiptIn("application:7-26-000001-23")).toBeNull();
  expect(receiptIn("user:1")).toBeNull();
});
