import { useEffect } from "preact/hooks";
import { IDLE_LIMIT_MILLISECONDS } from "./idle-limit";
import { onOtherTabs, tellOtherTabs } from "./other-tabs";
import { rememberTouched } from "./remembered";

const CHECK_EVERY_MILLISECONDS = 20 * 1000;
const TELL_EVERY_MILLISECONDS = 10 * 1000;
const ACTIVITY = ["pointerdown", "keydown", "wheel", "touchstart"] as const;

/**
 * R36: names and addresses must not stay on an unattended screen. Work in one tab keeps the others open. The server
 * locks the session by its own clock.
 */
export function useIdleLock(active: boolean, lock: () => void) {
  useEffect(() => {
    if (!active) return;
    let lastActivity = Date.now();
    let lastTold = 0;
    rememberTouched(lastActivity);
    const isOver = () => Date.now() - lastActivity >= IDLE_LIMIT_MILLISECONDS;
    const touch = () => {
      // The first touch after a long sleep must not open what the next check would have locked.
      if (isOver()) {
        lock();
        return;
      }
      lastActivity = Date.now();
      if (lastActivity - lastTold < TELL_EVERY_MILLISECONDS) return;
      lastTold = lastActivity;
      rememberTouched(lastActivity);
      tellOtherTabs({ kind: "active" });
    };
    // A timer does not run while the device sleeps, so the check compares clocks, also when the page comes back.
    const check = () => {
      if (isOver()) lock();
    };
    const stopListening = onOtherTabs((message) => {
      if (message.kind === "active") lastActivity = Date.now();
    });
    for (const event of ACTIVITY) addEventListener(event, touch, { passive: true });
    document.addEventListener("visibilitychange", check);
    const timer = setInterval(check, CHECK_EVERY_MILLISECONDS);
    return () => {
      stopListening();
      for (const event of ACTIVITY) removeEventListener(event, touch);
      document.removeEventListener("visibilitychange", check);
      clearInterval(timer);
    };
  }, [active, lock]);
}
