import type { OrganizationApplication, OrganizationPerson } from "../../api/types";
import { awaitsConfirmation } from "../organization/person-state";

export interface Attention {
  toConfirm: number;
  answered: number;
  overdue: number;
  returned: number;
  /** False when there is more than was looked through. */
  complete: boolean;
}

export function attentionOf(
  people: OrganizationPerson[],
  applications: OrganizationApplication[],
  complete: boolean,
): Attention {
  const waiting = people.filter(awaitsConfirmation);
  return {
    toConfirm: waiting.filter((person) => person.confirmation === "none").length,
    answered: waiting.filter((person) => person.confirmation === "answered").length,
    overdue: people.filter((person) => person.overdue && person.state === "posted").length,
    returned: applications.filter((application) => application.status === "returned").length,
    complete,
  };
}
