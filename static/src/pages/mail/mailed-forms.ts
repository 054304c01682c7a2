import type { Form } from "../../api/forms";
import type { Desk } from "../../api/mail";

// Which forms go by mail (R12), to which desk (R11), and who may send them. The server says the same, and has the last word.

/** R1: accounts and the data of an organization are for its manager; 9 is the mail itself. */
export function mayMail(form: Form, isManager: boolean): boolean {
  if (form === 9) return false;
  return isManager || form < 4 || form > 6;
}

/** R11: patients and their teams are the association's. */
export function deskOf(form: number): Desk {
  return form === 7 || form === 8 ? "association" : "city";
}

/** Where a clerk enters what a mail says, by the form that it is (R12). */
export const ENTRY_PAGES: Record<Exclude<Form, 9>, string> = {
  1: "/apply/room",
  2: "/apply/room-membership",
  3: "/apply/room-closure",
  4: "/apply/account",
  5: "/apply/organization-change",
  6: "/apply/account-stop",
  7: "/support-rooms/new",
  8: "/desk/registrants",
};

/** Where whoever sent the mail follows what was entered from it. */
export function followAddress(form: number, receipt: string): string {
  if (form === 7 || form === 8) return `/support-rooms/${receipt}`;
  return form < 4 ? `/rooms/applications/${receipt}` : `/apply/status/${receipt}`;
}
