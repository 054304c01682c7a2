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

const DATABASE = "tasuki-outbox";
const STORE = "posts";

function open(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(DATABASE, 1);
    request.onupgradeneeded = () => request.result.createObjectStore(STORE, { keyPath: "key" });
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

async function run<T>(mode: IDBTransactionMode, work: (store: IDBObjectStore) => IDBRequest<T>): Promise<T> {
  const database = await open();
  try {
    return await new Promise<T>((resolve, reject) => {
      const transaction = database.transaction(STORE, mode);
      const request = work(transaction.objectStore(STORE));
      // Only a committed transaction survives a closed browser.
      transaction.oncomplete = () => resolve(request.result);
      transaction.onerror = () => reject(transaction.error);
      transaction.onabort = () => reject(transaction.error);
    });
  } finally {
    database.close();
  }
}

/** What a person has waiting on this device, in the order in which it was written; another person's is never given. */
export async function waitingOf(user: number): Promise<WaitingPost[]> {
  const all = await run<WaitingPost[]>("readonly", (store) => store.getAll());
  return inOrder(all.filter((post) => post.user_id === user));
}

export function inOrder(posts: WaitingPost[]): WaitingPost[] {
  return [...posts].sort((one, other) => one.written_at - other.written_at);
}

export async function keepPost(post: WaitingPost): Promise<void> {
  await run("readwrite", (store) => store.put(post));
}

export async function forgetPost(key: string): Promise<void> {
  await run("readwrite", (store) => store.delete(key));
}
