import { type Message, postMessage } from "../api/messages";
import type { Problem } from "../api/problem";
import { mayGoLater } from "./may-go-later";
import { forgetPost, keepPost, type WaitingPost, waitingOf } from "./store";
import { inRoom, upload } from "./upload";

/** What the pages of all tabs of this browser learn of the outbox. */
type OutboxNews = { kind: "changed" } | { kind: "posted"; message: Message; room_id: number };

const LOCK = "tasuki-outbox";
const AGAIN_MILLISECONDS = 15_000;
const channel = typeof BroadcastChannel === "undefined" ? null : new BroadcastChannel(LOCK);
const listeners = new Set<(news: OutboxNews) => void>();

channel?.addEventListener("message", (event: MessageEvent<OutboxNews>) => {
  for (const listener of listeners) listener(event.data);
});

/** Returns what ends the listening. */
export function onOutbox(listener: (news: OutboxNews) => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function tell(news: OutboxNews) {
  for (const listener of listeners) listener(news);
  channel?.postMessage(news);
}

/** Keeps a post until the network is back. */
export async function wait(post: WaitingPost) {
  await keepPost(post);
  tell({ kind: "changed" });
}

/** Throws a post away that its author no longer wants. */
export async function giveUp(key: string) {
  await forgetPost(key);
  tell({ kind: "changed" });
}

/** Has a refused post sent once more, as it is. */
export async function tryAgain(post: WaitingPost) {
  await keepPost({ ...post, refusal: null });
  tell({ kind: "changed" });
  await sendWaiting(post.user_id);
}

/**
 * Sends what a person has waiting, in its order. One tab at a time does it: the others would only send the same again.
 * True when nothing is left that could still go.
 */
export async function sendWaiting(user: number): Promise<boolean> {
  const work = async () => {
    for (const post of await waitingOf(user)) {
      if (post.refusal === null && !(await sendOne(post))) return false;
    }
    return true;
  };
  if (!("locks" in navigator)) return work();
  return navigator.locks.request(LOCK, { ifAvailable: true }, async (lock) => (lock ? work() : true));
}

/** False when there is no network after all: the others wait as well. */
async function sendOne(post: WaitingPost): Promise<boolean> {
  const files: number[] = [];
  for (const [at, file] of post.files.entries()) {
    if (file.file_id === null) {
      const { data, problem } = await upload(inRoom(post.room_id), file.name, file.content, () => {});
      if (problem) return refuse(post, problem);
      post.files[at] = { ...file, file_id: data };
      // Sent pieces need not go again when the line breaks in between.
      await keepPost(post);
    }
    files.push(post.files[at]?.file_id ?? 0);
  }
  const { data, problem } = await postMessage(post.room_id, { ...post.input, files }, post.key);
  if (problem) return refuse(post, problem);
  await forgetPost(post.key);
  tell({ kind: "posted", message: data, room_id: post.room_id });
  tell({ kind: "changed" });
  return true;
}

/** A definite answer is shown to the author, who decides; anything else is tried again later. */
async function refuse(post: WaitingPost, problem: Problem): Promise<boolean> {
  if (mayGoLater(problem)) return false;
  await keepPost({ ...post, refusal: { title: problem.title, findings: problem.findings ?? [] } });
  tell({ kind: "changed" });
  return true;
}

/** Sends what waits now, when the network comes back, and now and then; returns what ends it. */
export function keepSending(user: number): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let ended = false;
  const go = async () => {
    clearTimeout(timer);
    timer = undefined;
    const done = await sendWaiting(user).catch(() => false);
    if (!ended && !done) timer = setTimeout(() => void go(), AGAIN_MILLISECONDS);
  };
  const onNews = onOutbox((news) => {
    if (news.kind === "changed" && timer === undefined)
      timer = setTimeout(() => void go(), AGAIN_MILLISECONDS);
  });
  const now = () => void go();
  addEventListener("online", now);
  now();
  return () => {
    ended = true;
    clearTimeout(timer);
    onNews();
    removeEventListener("online", now);
  };
}
