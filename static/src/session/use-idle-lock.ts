import { useEffect } from "preact/hooks";

const IDLE_LIMIT_MILLISECONDS = 15 * 60 * 1000;
const CHECK_EVERY_MILLISECONDS = 20 * 1000;
const ACTIVITY = ["pointerdown", "keydown", "wheel", "touchstart"] as const;

/** R36: names and addresses must not stay on an unattended screen. The server ends the session by its own clock. */
export function useIdleLock(active: boolean, lock: (reason: string) => void) {
  useEffect(() => {
    if (!active) return;
    let lastActivity = Date.now();
    const touch = () => {
      lastActivity = Date.now();
    };
    // A timer does not run while the device sleeps, so the check compares clocks, also when the page comes back.
    const check = () => {
      if (Date.now() - lastActivity >= IDLE_LIMIT_MILLISECONDS) lock("session_expired");
    };
    for (const event of ACTIVITY) addEventListener(event, touch, { passive: true });
    document.addEventListener("visibilitychange", check);
    const timer = setInterval(check, CHECK_EVERY_MILLISECONDS);
    return () => {
      for (const event of ACTIVITY) removeEventListener(event, touch);
      document.removeEventListener("visibilitychange", check);
      clearInterval(timer);
    };
  }, [active, lock]);
}
