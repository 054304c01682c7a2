import type { RefObject } from "preact";
import { useCallback, useEffect, useRef } from "preact/hooks";
import { readUpTo } from "../../api/messages";
import { useUnread } from "../../unread/unread";
import type { Stretch } from "./messages";

const SEND_AFTER_MILLISECONDS = 800;

/** Tells the server up to which message the person has really had the room before the eyes (R20). */
export function useReadMark(
  room: number,
  list: RefObject<HTMLElement | null>,
  stretch: Stretch | null,
  enabled: boolean,
) {
  const seen = useRef(0);
  const told = useRef(0);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const count = stretch?.items.length ?? 0;
  const last = stretch?.items.at(-1)?.message_id ?? 0;
  const known = stretch?.readUpTo ?? 0;

  const { refresh } = useUnread();
  const send = useCallback(async () => {
    const upTo = seen.current;
    if (upTo <= told.current || document.visibilityState !== "visible") return;
    const { data } = await readUpTo(room, upTo);
    if (!data) return;
    told.current = Math.max(told.current, upTo);
    refresh();
  }, [room, refresh]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: other messages in the list are a reason to look again
  useEffect(() => {
    const root = list.current;
    if (!enabled || !root) return;
    told.current = Math.max(told.current, known);
    const tell = () => {
      clearTimeout(timer.current);
      timer.current = setTimeout(() => void send(), SEND_AFTER_MILLISECONDS);
    };
    const observer = new IntersectionObserver(
      (entries) => {
        for (const { isIntersecting, target } of entries) {
          const id = Number((target as HTMLElement).dataset.message);
          if (isIntersecting) seen.current = Math.max(seen.current, id);
        }
        tell();
      },
      { root, threshold: 0.1 },
    );
    for (const item of root.querySelectorAll("[data-message]")) observer.observe(item);
    document.addEventListener("visibilitychange", tell);
    return () => {
      observer.disconnect();
      document.removeEventListener("visibilitychange", tell);
    };
  }, [list, enabled, count, last, known, send]);
  // Whoever goes on at once has read it all the same.
  useEffect(
    () => () => {
      clearTimeout(timer.current);
      void send();
    },
    [send],
  );
}
