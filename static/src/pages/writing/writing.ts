import type { Message, MessageDraft, MessageInput, WritingBox } from "../../api/messages";

/** Somebody who is addressed or asked for 了解. */
export interface Addressee {
  user_id: number;
  name: string;
}

/** What is being written in a room, as it is kept in the tab. Files are not: a browser keeps none for a page. */
export interface Writing {
  body: string;
  replyTo: Reply | null;
  tags: number[];
  mentions: Addressee[];
  confirm: NonNullable<MessageInput["confirm"]>;
  confirmBy: Addressee[];
}

/** The message that is answered; a draft of another device knows its number only. */
export interface Reply {
  message_id: number;
  author_name: string | null;
  excerpt: string | null;
}

export const NOTHING: Writing = {
  body: "",
  replyTo: null,
  tags: [],
  mentions: [],
  confirm: "none",
  confirmBy: [],
};

const EXCERPT_CHARACTERS = 60;

export function replyTo(message: Message): Reply {
  const letters = Array.from(message.body ?? message.files.map((file) => file.name).join("、"));
  return {
    message_id: message.message_id,
    author_name: message.author.name,
    excerpt: letters.slice(0, EXCERPT_CHARACTERS).join(""),
  };
}

/** What the server kept, of this device or another. */
export function writingOf({ draft, mentions }: WritingBox): Writing {
  if (!draft) return NOTHING;
  const { body = "", reply_to: reply, tags = [] } = draft;
  const replyTo = reply ? { message_id: reply, author_name: null, excerpt: null } : null;
  return { ...NOTHING, body, replyTo, tags, mentions };
}

export function draftOf({ body, replyTo, tags, mentions }: Writing): MessageDraft {
  return { body, reply_to: replyTo?.message_id ?? null, tags, mentions: mentions.map((one) => one.user_id) };
}

export function inputOf(writing: Writing, need?: string): Omit<MessageInput, "files"> {
  const { confirm, confirmBy } = writing;
  return {
    ...draftOf(writing),
    confirm,
    confirm_by: confirm === "named" ? confirmBy.map((one) => one.user_id) : [],
    ...(need ? { acknowledged: { need } } : {}),
  };
}

export function isNothing(writing: Writing): boolean {
  const { body, replyTo, tags, mentions, confirm } = writing;
  return body === "" && !replyTo && tags.length === 0 && mentions.length === 0 && confirm === "none";
}

/** R22: the first word of the text that sounds like an emergency; widths and syllabaries do not matter. */
export function emergencyWord(body: string, words: string[]): string | null {
  const text = folded(body);
  return words.find((word) => text.includes(folded(word))) ?? null;
}

function folded(text: string): string {
  return text
    .normalize("NFKC")
    .replaceAll(/[ァ-ヶ]/g, (letter) => String.fromCodePoint((letter.codePointAt(0) ?? 0) - 0x60));
}

/** The name that is being typed after an @ before the caret; null where none is. */
export function typedMention(body: string, caret: number): { from: number; name: string } | null {
  const match = /(?:^|[\s\u3000、。])[@＠]([^\s\u3000@＠、。]{0,20})$/.exec(body.slice(0, caret));
  if (!match) return null;
  const name = match[1] ?? "";
  return { from: caret - name.length - 1, name };
}
