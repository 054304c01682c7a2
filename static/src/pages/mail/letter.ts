import type { Desk, Mail, MailDraft, MailDraftInput, MailFile, MailInput, MailPerson } from "../../api/mail";
import type { FieldProblem, Problem } from "../../api/problem";
import { ADDRESSEES_MAX, BODY_CHARACTERS_MAX, SUBJECT_CHARACTERS_MAX } from "./limits";

/** Somebody to whom it goes; of a link to this page only the number may be known. */
export type Addressee = Pick<MailPerson, "user_id" | "name"> & Partial<MailPerson>;

/** What is being written, as it is kept in the tab. Files are in it once they are at the server whole. */
export interface Letter {
  to: Addressee[];
  desks: Desk[];
  subject: string;
  body: string;
  replyTo: number | null;
  forwardOf: number | null;
  /** Whether the files of the forwarded mail go along. */
  forwardFiles: boolean;
  /** A clerk writes for the desk (R12). */
  fromDesk: boolean;
  /** The number of the form as which it is submitted (R12): then it goes to the form's desk and to nobody else. */
  form: number | null;
  /** Whether it hands in again what the desk has returned: then it goes to the desk where that lies. */
  answersReturn: boolean;
  files: MailFile[];
}

export const EMPTY: Letter = {
  to: [],
  desks: [],
  subject: "",
  body: "",
  replyTo: null,
  forwardOf: null,
  forwardFiles: false,
  fromDesk: false,
  form: null,
  answersReturn: false,
  files: [],
};

export function isNothing({ to, desks, subject, body, files }: Letter): boolean {
  return to.length + desks.length + files.length === 0 && subject.trim() === "" && body.trim() === "";
}

/** What the server kept. */
export function letterOf(draft: MailDraft): Letter {
  return {
    to: draft.to.map(
      (id) => draft.to_people.find((person) => person.user_id === id) ?? { user_id: id, name: "" },
    ),
    desks: draft.desks,
    subject: draft.subject,
    body: draft.body,
    replyTo: draft.reply_to,
    forwardOf: draft.forward_of,
    forwardFiles: draft.forward_files,
    fromDesk: draft.from_desk,
    form: draft.form,
    answersReturn: draft.answers_return,
    files: draft.files,
  };
}

export function draftOf(letter: Letter): MailDraftInput {
  return {
    to: letter.to.map((person) => person.user_id),
    desks: letter.desks,
    subject: letter.subject,
    body: letter.body,
    reply_to: letter.replyTo,
    forward_of: letter.forwardOf,
    files: letter.files.map((file) => file.file_id),
    from_desk: letter.fromDesk,
    forward_files: letter.forwardOf !== null && letter.forwardFiles,
    form: letter.form,
    answers_return: letter.answersReturn,
  };
}

export function inputOf(letter: Letter): Omit<MailInput, "draft"> {
  return {
    ...draftOf(letter),
    subject: letter.subject.trim(),
    // Whom it was for before it became a form is kept while it is written, and does not get it.
    ...(goesToItsDesk(letter) ? { to: [], desks: [] } : {}),
  };
}

/** R11: the addressee follows from what is submitted. */
export function goesToItsDesk({ form, answersReturn }: Letter): boolean {
  return form !== null || answersReturn;
}

/** How long a text is for the server: it counts letters, whatever their width. */
export function lengthOf(text: string): number {
  return [...text].length;
}

/** What can be seen to be wrong without asking the server; it looks again, and at more. */
export function wrongIn(letter: Letter): Problem | null {
  const errors: FieldProblem[] = [];
  const add = (field: string, code: string, message: string) => errors.push({ field, code, message });
  const { to, desks, subject, body } = letter;
  if (to.length + desks.length === 0 && !goesToItsDesk(letter))
    add("to", "required", "宛先を選んでください。");
  if (to.length > ADDRESSEES_MAX && !goesToItsDesk(letter))
    add("to", "too_many", `宛先の人は${ADDRESSEES_MAX}人までです。`);
  if (subject.trim() === "") add("subject", "required", "件名を入力してください。");
  if (lengthOf(subject.trim()) > SUBJECT_CHARACTERS_MAX)
    add("subject", "too_long", `件名は${SUBJECT_CHARACTERS_MAX}文字までで書いてください。`);
  const over = lengthOf(body) - BODY_CHARACTERS_MAX;
  if (over > 0) add("body", "too_long", `本文が${over}文字多すぎます。短くするか、分けて送ってください。`);
  if (errors.length === 0) return null;
  return {
    status: 422,
    code: "invalid",
    title: "まだ送れません。次のところを確かめてください。",
    detail: null,
    rule: null,
    errors,
    retryAfterSeconds: null,
  };
}

/** Whether a mail went out from where the answer is written: there an answer goes to whom the mail went. */
export function isOwn(mail: Mail, box: "mine" | Desk, me: number): boolean {
  if (box !== "mine") return mail.from.desk === box;
  return mail.from.desk === null && mail.from.person.user_id === me;
}
