import { expect, test } from "vitest";
import type { OrganizationApplication, OrganizationPerson } from "../../api/types";
import { attentionOf } from "./attention";

const person = {
  state: "posted",
  overdue: false,
  notice_id: 1,
  confirmation: "none",
} as OrganizationPerson;
const application = { status: "received" } as OrganizationApplication;

test("r37_a manager is told what awaits an answer and which letters lie unused", () => {
  const people: OrganizationPerson[] = [
    person,
    { ...person, overdue: true },
    { ...person, confirmation: "confirmed", overdue: true },
    { ...person, confirmation: "answered" },
    { ...person, confirmation: "objected" },
    { ...person, state: "stopped" },
  ];
  expect(attentionOf(people, [application, { ...application, status: "returned" }], true)).toEqual({
    toConfirm: 2,
    answered: 1,
    overdue: 2,
    returned: 1,
    complete: true,
  });
});
