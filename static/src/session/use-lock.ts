import { useCallback, useEffect, useRef, useState } from "preact/hooks";
import { api, askOnce, onLocked } from "../api/client";
import { tellOtherTabs } from "./other-tabs";
import { rememberLocked } from "./remembered";

/** Whether the page is covered, and the calls that wait beneath until it no longer is. */
export function useLock() {
  const [locked, setLocked] = useState(false);
  const waiting = useRef<((unlocked: boolean) => void)[]>([]);

  /** Covers this tab. */
  const cover = useCallback(() => {
    rememberLocked();
    setLocked(true);
  }, []);

  /** Ends the cover of this tab: the person is back, or nobody is signed in any more. */
  const uncover = useCallback((unlocked: boolean) => {
    setLocked(false);
    for (const resolve of waiting.current.splice(0)) resolve(unlocked);
  }, []);

  /** Covers every tab and locks the session on the server. Without network the cover holds all the same. */
  const lock = useCallback(() => {
    cover();
    tellOtherTabs({ kind: "locked" });
    void askOnce(() => api.POST("/api/session/lock"));
  }, [cover]);

  useEffect(
    () =>
      onLocked(() => {
        cover();
        tellOtherTabs({ kind: "locked" });
        return new Promise<boolean>((resolve) => {
          waiting.current.push(resolve);
        });
      }),
    [cover],
  );

  return { locked, lock, cover, uncover };
}
