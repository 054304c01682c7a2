import { useEffect, useState } from "preact/hooks";
import type { Message } from "../api/messages";
import { keepSending, onOutbox } from "./outbox";
import { type WaitingPost, waitingOf } from "./store";

/** What a person has waiting for one room, and word of each that arrives. */
export function useOutbox(user: number, room: number, onPosted: (message: Message) => void): WaitingPost[] {
  const [posts, setPosts] = useState<WaitingPost[]>([]);
  useEffect(() => {
    let current = true;
    const read = async () => {
      // Storage is switched off: nothing waits, and the writing box says so when it has to.
      const all = await waitingOf(user).catch(() => []);
      if (current) setPosts(all.filter((post) => post.room_id === room));
    };
    void read();
    const stop = onOutbox((news) => {
      if (news.kind === "changed") void read();
      else if (news.room_id === room) onPosted(news.message);
    });
    return () => {
      current = false;
      stop();
    };
  }, [user, room, onPosted]);
  return posts;
}

/** Sends what waits, on whatever page the person is. */
export function useSendingOutbox(user: number | null) {
  useEffect(() => (user === null ? undefined : keepSending(user)), [user]);
}
