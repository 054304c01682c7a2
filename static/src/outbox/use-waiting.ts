import { useEffect, useState } from "preact/hooks";
import { onOutbox } from "./outbox";
import { type WaitingPost, waitingOf } from "./store";

/** What a person has waiting on this device, in all rooms. */
export function useWaiting(user: number | null): WaitingPost[] {
  const [posts, setPosts] = useState<WaitingPost[]>([]);
  useEffect(() => {
    setPosts([]);
    if (user === null) return;
    let current = true;
    const read = async () => {
      // Storage is switched off: nothing waits.
      const all = await waitingOf(user).catch(() => []);
      if (current) setPosts(all);
    };
    void read();
    const stop = onOutbox((news) => {
      if (news.kind === "changed") void read();
    });
    return () => {
      current = false;
      stop();
    };
  }, [user]);
  return posts;
}
