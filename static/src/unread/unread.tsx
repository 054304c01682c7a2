import { type ComponentChildren, createContext } from "preact";
import { useCallback, useContext, useEffect, useMemo, useState } from "preact/hooks";
import { loadMailCounts } from "../api/mail";
import { loadUnread, type Unread } from "../api/messages";
import { loadNotifications } from "../api/notifications";
import { useSession } from "../session/session";

const PAUSE_MILLISECONDS = 30_000;
const ACTIVE_MILLISECONDS = 60_000;
const ACTIVITY = ["pointerdown", "keydown", "wheel", "touchstart"] as const;

interface UnreadNow {
  /** Null while it is not known. */
  unread: Unread | null;
  /** Notifications that were not seen. */
  unseen: number;
  /** Mails that were not opened, one's own and the desk's. */
  mail: number;
  /** Counts again: something was read. */
  refresh: () => void;
}

const UnreadContext = createContext<UnreadNow>({ unread: null, unseen: 0, mail: 0, refresh: () => {} });

export function useUnread(): UnreadNow {
  return useContext(UnreadContext);
}

/**
 * What waits for the person in all rooms, for every page. It is asked for only while somebody uses the page: a request
 * counts as use of the session, and nobody's session may be kept alive by a page alone (R36).
 */
export function UnreadProvider({ children }: { children: ComponentChildren }) {
  const { me, locked } = useSession();
  const [unread, setUnread] = useState<Unread | null>(null);
  const [unseen, setUnseen] = useState(0);
  const [mail, setMail] = useState(0);
  const user = locked ? null : (me?.user_id ?? null);
  const load = useCallback(async () => {
    const [messages, notifications, mails] = await Promise.all([
      loadUnread(),
      loadNotifications(),
      loadMailCounts(),
    ]);
    if (messages.data) setUnread(messages.data);
    if (mails.data) setMail(mails.data.mine_unread + (mails.data.desk_unread ?? 0));
    if (notifications.data) setUnseen(notifications.data.unseen_count);
  }, []);

  useEffect(() => {
    if (user === null) return;
    let touched = Date.now();
    const touch = () => {
      touched = Date.now();
    };
    const ask = () => {
      const active = Date.now() - touched < ACTIVE_MILLISECONDS;
      if (active && navigator.onLine && document.visibilityState === "visible") void load();
    };
    void load();
    const timer = setInterval(ask, PAUSE_MILLISECONDS);
    for (const event of ACTIVITY) addEventListener(event, touch, { passive: true });
    addEventListener("focus", ask);
    return () => {
      clearInterval(timer);
      for (const event of ACTIVITY) removeEventListener(event, touch);
      removeEventListener("focus", ask);
    };
  }, [user, load]);
  // The next person at this browser sees nothing of it.
  const person = me?.user_id ?? null;
  // biome-ignore lint/correctness/useExhaustiveDependencies: another person is the reason
  useEffect(
    () => () => {
      setUnread(null);
      setUnseen(0);
      setMail(0);
    },
    [person],
  );

  const refresh = useCallback(() => void load(), [load]);
  const now = useMemo(() => ({ unread, unseen, mail, refresh }), [unread, unseen, mail, refresh]);
  return <UnreadContext.Provider value={now}>{children}</UnreadContext.Provider>;
}
