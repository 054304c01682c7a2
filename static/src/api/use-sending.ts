import { useCallback, useRef, useState } from "preact/hooks";

/** Runs one submission at a time: the second press of a double press does nothing. */
export function useSending(): [sending: boolean, send: (work: () => Promise<void>) => Promise<void>] {
  const running = useRef(false);
  const [sending, setSending] = useState(false);
  const send = useCallback(async (work: () => Promise<void>) => {
    if (running.current) return;
    running.current = true;
    setSending(true);
    try {
      await work();
    } finally {
      running.current = false;
      setSending(false);
    }
  }, []);
  return [sending, send];
}
