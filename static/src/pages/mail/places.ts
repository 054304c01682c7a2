import type { Box, Desk, Folder, MailQuestion } from "../../api/mail";
import { roomNumber } from "../room/room-number";

export const FOLDERS = [
  { value: "inbox", label: "受信" },
  { value: "sent", label: "送信済み" },
  { value: "archive", label: "保管" },
  { value: "starred", label: "星付き" },
  { value: "drafts", label: "下書き" },
] as const satisfies { value: Folder | "drafts"; label: string }[];
export type AnyFolder = (typeof FOLDERS)[number]["value"];

/** Which part of whose mail is looked at; it lives in the address, so that a reload and the back button keep it. */
export interface Place {
  box: Box;
  folder: AnyFolder;
  words: string;
  unread: boolean;
}

const WORDS_MAX = 100;

export const INBOX: Place = { box: "mine", folder: "inbox", words: "", unread: false };

/** Reads the address; what makes no sense there, such as another desk's mail, is as if it were not there. */
export function placeIn(query: Record<string, string>, desk: Desk | null): Place {
  const folder = FOLDERS.find(({ value }) => value === query.folder)?.value ?? "inbox";
  return {
    box: boxIn(query, desk),
    folder,
    words: (query.q ?? "").trim().slice(0, WORDS_MAX),
    unread: query.unread === "true",
  };
}

export function boxIn(query: Record<string, string>, desk: Desk | null): Box {
  return desk !== null && query.box === desk ? desk : "mine";
}

export function addressOf(place: Place): string {
  return withParameters("/mail", parametersOf(place));
}

/** A thread, opened from a place to which its page leads back. */
export function threadAddress(thread: number, place: Place, sent = false): string {
  const parameters = parametersOf(place);
  if (sent) parameters.set("sent", "true");
  return withParameters(`/mail/threads/${thread}`, parameters);
}

/** The same as the API asks for it: words in the whole box, what was put away, too. Drafts are asked for elsewhere. */
export function questionOf({ box, folder, words, unread }: Place): MailQuestion {
  return {
    box,
    ...(folder === "drafts" || folder === "inbox" ? {} : { folder }),
    ...(words ? { q: words } : {}),
    ...(unread ? { unread: true } : {}),
  };
}

function parametersOf({ box, folder, words, unread }: Place): URLSearchParams {
  const parameters = new URLSearchParams();
  if (box !== "mine") parameters.set("box", box);
  if (folder !== "inbox") parameters.set("folder", folder);
  if (words) parameters.set("q", words);
  if (unread) parameters.set("unread", "true");
  return parameters;
}

function withParameters(path: string, parameters: URLSearchParams): string {
  return parameters.size > 0 ? `${path}?${parameters}` : path;
}

/** Why the page to write is opened. */
export type Start =
  | { kind: "new"; box: Box; to: { user_id: number; name: string } | null; desk: Desk | null }
  | { kind: "reply" | "reply_all" | "forward" | "answer"; box: Box; thread: number; mail: number }
  | { kind: "draft"; box: Box; draft: number };

/** Reads the address of the page to write. The thread stands beside the mail, which the API gives only within it. */
export function startIn(query: Record<string, string>, desk: Desk | null): Start {
  const box = boxIn(query, desk);
  const thread = roomNumber(query.thread);
  const reply = roomNumber(query.reply);
  const forward = roomNumber(query.forward);
  const draft = roomNumber(query.draft);
  if (draft) return { kind: "draft", box, draft };
  if (reply && thread) return { kind: kindOfReply(query), box, thread, mail: reply };
  if (forward && thread) return { kind: "forward", box, thread, mail: forward };
  const to = roomNumber(query.to);
  return {
    kind: "new",
    box,
    to: to ? { user_id: to, name: query.to_name ?? "" } : null,
    desk: query.desk === "city" || query.desk === "association" ? query.desk : null,
  };
}

/** An answer to one, to all, or to a return: that hands a form in again. */
function kindOfReply({ all, answer }: Record<string, string>): "reply" | "reply_all" | "answer" {
  if (answer === "true") return "answer";
  return all === "true" ? "reply_all" : "reply";
}

export function writeAddress(start: Start): string {
  const parameters = new URLSearchParams();
  if (start.kind === "draft") parameters.set("draft", String(start.draft));
  else if (start.kind === "new") {
    if (start.to) parameters.set("to", String(start.to.user_id));
    if (start.to?.name) parameters.set("to_name", start.to.name);
    if (start.desk) parameters.set("desk", start.desk);
  } else {
    parameters.set(start.kind === "forward" ? "forward" : "reply", String(start.mail));
    if (start.kind === "reply_all") parameters.set("all", "true");
    if (start.kind === "answer") parameters.set("answer", "true");
    parameters.set("thread", String(start.thread));
  }
  if (start.box !== "mine") parameters.set("box", start.box);
  return withParameters("/mail/new", parameters);
}

/** The name under which a tab keeps what is written there. */
export function keptName(start: Start): string {
  if (start.kind === "draft") return draftKeptName(start.draft);
  if (start.kind === "new") return `mail-${writeAddress(start)}`;
  return `mail-${start.kind}-${start.box}-${start.mail}`;
}

export function draftKeptName(draft: number): string {
  return `mail-draft-${draft}`;
}
