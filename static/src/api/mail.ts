import { api, ask } from "./client";
import type { Answer, Input, Me } from "./types";

// The internal mail between users (R29). Nothing of it leaves the system.

export type Desk = NonNullable<Me["desk"]>;
/** Where a mail lies for somebody: with a person, or with a desk, whose clerks share it. */
export type Box = "mine" | Desk;
export type Folder = "inbox" | "sent" | "archive" | "starred";

export type MailSummary = Answer<"/api/mail", "get", 200>["items"][number];
export type MailThread = Answer<"/api/mail/threads/{thread}", "get", 200>;
export type Mail = MailThread["items"][number];
export type MailPerson = Mail["from"]["person"];
export type Recipient = Mail["to"][number];
export type MailFile = Mail["files"][number];
export type MailCounts = Answer<"/api/mail/counts", "get", 200>;
export type MailDraft = Answer<"/api/mail/drafts", "get", 200>["items"][number];
export type MailDraftInput = Required<Pick<Input<"/api/mail/drafts", "post">, DraftField>>;
type DraftField =
  | "to"
  | "desks"
  | "subject"
  | "body"
  | "reply_to"
  | "forward_of"
  | "files"
  | "from_desk"
  | "forward_files"
  | "form"
  | "answers_return";
/** What became of a mail that was submitted as a form (R12). */
export type SubmittedForm = NonNullable<MailThread["form"]>;
export type MailInput = Input<"/api/mail", "post">;

export interface MailQuestion {
  box: Box;
  /** Without one, words are looked for in the whole box. */
  folder?: Folder;
  q?: string;
  unread?: true;
}

export interface MailPlace {
  is_archived: boolean;
  is_starred: boolean;
}

export function loadMails(question: MailQuestion, after: string | undefined) {
  const page = after ? { after: Number(after) } : {};
  return ask(() => api.GET("/api/mail", { params: { query: { ...question, ...page } } }));
}

export function loadMailCounts() {
  return ask(() => api.GET("/api/mail/counts"));
}

export function loadMailThread(thread: number, box: Box) {
  return ask(() => api.GET("/api/mail/threads/{thread}", { params: { path: { thread }, query: { box } } }));
}

/** The reader has it before the eyes; the first time counts. A page that is being left still sends it. */
export function markMailOpened(mail: number, box: Box) {
  const init = { params: { path: { mail }, query: { box } }, keepalive: true };
  return ask(() => api.PUT("/api/mail/{mail}/opened", init));
}

export function placeMailThread(thread: number, box: Box, body: MailPlace) {
  const init = { params: { path: { thread }, query: { box } }, body };
  return ask(() => api.PUT("/api/mail/threads/{thread}/place", init));
}

export function loadMailDrafts() {
  return ask(() => api.GET("/api/mail/drafts"));
}

export function createMailDraft(body: MailDraftInput, headers: HeadersInit) {
  return ask(() => api.POST("/api/mail/drafts", { body, headers }));
}

export function updateMailDraft(draft: number, body: MailDraftInput) {
  return ask(() => api.PUT("/api/mail/drafts/{draft}", { params: { path: { draft } }, body }));
}

export function deleteMailDraft(draft: number) {
  return ask(() => api.DELETE("/api/mail/drafts/{draft}", { params: { path: { draft } } }));
}

export function sendMail(body: MailInput, headers: HeadersInit) {
  return ask(() => api.POST("/api/mail", { body, headers }));
}

/** Whoever submitted something by mail takes it back; the mails stay. */
export function withdrawMailedForm(receipt: string) {
  const params = { path: { receipt } };
  return ask(() => api.POST("/api/mailed-forms/{receipt}/withdrawal", { params, body: {} }));
}

export function findRecipients(q: string) {
  return ask(() => api.GET("/api/mail/recipients", { params: { query: { q } } }));
}

export function beginMailFile(name: string, bytes: number) {
  return ask(() => api.POST("/api/mail/files", { body: { name, bytes } }));
}

/** One piece of a file, as it is: no JSON. */
export function sendMailChunk(file: number, number: number, content: Blob) {
  return ask(() =>
    api.PUT("/api/mail/files/{file}/chunks/{number}", {
      params: { path: { file, number } },
      // The description says bytes; the typings know lists of numbers.
      body: content as unknown as number[],
      bodySerializer: (body: unknown) => body as Blob,
      headers: { "Content-Type": "application/octet-stream" },
    }),
  );
}

export function mailFileAddress(file: number): string {
  return `/api/mail/files/${file}`;
}
