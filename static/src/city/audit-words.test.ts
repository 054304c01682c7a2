import { expect, test } from "vitest";
import { auditAction, auditSubject, receiptIn } from "./audit-words";

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

test("subjects and actors are said in words", () => {
  expect(auditSubject("application:4-26-000001-23")).toBe("申請 4-26-000001-23");
  expect(auditSubject("system")).toBe("システム");
  expect(auditSubject("thing:1")).toBe("thing:1");
  expect(receiptIn("application:4-26-000001-23")).toBe("4-26-000001-23");
  expect(receiptIn("application:7-26-000001-23")).toBeNull();
  expect(receiptIn("user:1")).toBeNull();
});
