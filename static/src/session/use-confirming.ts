import { useEffect } from "preact/hooks";
import { useWhenOnline } from "../interface/use-when-online";

const AGAIN_MILLISECONDS = 15_000;

/** Asks again who is signed in: as soon as the network is back, and now and then where it only seems to be there. */
export function useConfirming(unconfirmed: boolean, load: () => void) {
  useWhenOnline(unconfirmed, load);
  useEffect(() => {
    if (!unconfirmed) return;
    const timer = setInterval(load, AGAIN_MILLISECONDS);
    return () => clearInterval(timer);
  }, [unconfirmed, load]);
}
