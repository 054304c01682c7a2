import { IndexedStore } from "../api/indexed-store";
import type { Finding, MessageInput } from "../api/messages";

/** A file on its way: what it is, and the number it has once the server has it whole. */
export interface WaitingFile {
  name: string;
  content: Blob;
  file_id: number | null;
}

/**
 * A message that was written without network, or whose answer was lost. Its key is the one of the first try, so that
 * sending it again makes no second message.
 */
export interface WaitingPost {
  key: string;
  user_id: number;
  room_id: number;
  written_at: number;
  input: Omit<MessageInput, "files">;
  files: WaitingFile[];
  /** Why the server does not take it as it is; null while it has not been asked. */
  refusal: { title: string; findings: Finding[] } | null;
}

const posts = new IndexedStore("tasuki-outbox", "posts", "key");

/** What a person has waiting on this device, in the order in which it was written; another person's is never given. */
export async function waitingOf(user: number): Promise<WaitingPost[]> {
  const all = await posts.run<WaitingPost[]>("readonly", (store) => store.getAll());
  return inOrder(all.filter((post) => post.user_id === user));
}

export function inOrder(posts: WaitingPost[]): WaitingPost[] {
  return [...posts].sort((one, other) => one.written_at - other.written_at);
}

export async function keepPost(post: WaitingPost): Promise<void> {
  await posts.run("readwrite", (store) => store.put(post));
}

export async function forgetPost(key: string): Promise<void> {
  await posts.run("readwrite", (store) => store.delete(key));
}
