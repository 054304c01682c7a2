import { useCallback, useEffect, useRef } from "preact/hooks";
import { useSession } from "../../session/session";

const VISIBLE_MILLISECONDS = 2_500;
const HIDDEN_MILLISECONDS = 30_000;
const FAILED_MILLISECONDS = 10_000;
const ACTIVE_MILLISECONDS = 60_000;
const ACTIVITY = ["pointerdown", "keydown", "wheel", "touchstart"] as const;

/**
 * Asks again and again whether there is anything new: often while the page is looked at, seldom behind others, not at
 * all beneath the lock. `ask` is told whether the person touched the page within the last minute (R36), and says
 * whether it got an answer. The result asks at once.
 */
export function usePolling(ask: (active: boolean) => Promise<boolean>): () => void {
  const { locked } = useSession();
  const askNow = useRef(ask);
  askNow.current = ask;
  const kick = useRef<() => void>(() => {});

  useEffect(() => {
    if (locked) return;
    let ended = false;
    let asking = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let touched = Date.now();
    const touch = () => {
      touched = Date.now();
    };
    const go = async () => {
      if (asking || ended) return;
      asking = true;
      clearTimeout(timer);
      const answered = navigator.onLine && (await askNow.current(Date.now() - touched < ACTIVE_MILLISECONDS));
      asking = false;
      if (!ended) timer = setTimeout(() => void go(), pauseAfter(answered));
    };
    const now = () => void go();
    const whenSeen = () => {
      if (document.visibilityState === "visible") now();
    };
    kick.current = now;
    timer = setTimeout(now, VISIBLE_MILLISECONDS);
    for (const event of ACTIVITY) addEventListener(event, touch, { passive: true });
    addEventListener("online", now);
    addEventListener("focus", now);
    document.addEventListener("visibilitychange", whenSeen);
    return () => {
      ended = true;
      clearTimeout(timer);
      for (const event of ACTIVITY) removeEventListener(event, touch);
      removeEventListener("online", now);
      removeEventListener("focus", now);
      document.removeEventListener("visibilitychange", whenSeen);
    };
  }, [locked]);
  return useCallback(() => kick.current(), []);
}

function pauseAfter(answered: boolean): number {
  if (!answered) return FAILED_MILLISECONDS;
  return document.visibilityState === "visible" ? VISIBLE_MILLISECONDS : HIDDEN_MILLISECONDS;
}
