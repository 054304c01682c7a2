import { useEffect } from "preact/hooks";

/** Does what could not be done without network as soon as it is back. */
export function useWhenOnline(waits: boolean, work: () => void) {
  useEffect(() => {
    if (!waits) return;
    addEventListener("online", work);
    return () => removeEventListener("online", work);
  }, [waits, work]);
}
