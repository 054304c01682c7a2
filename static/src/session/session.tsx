import { type ComponentChildren, createContext } from "preact";
import { useCallback, useContext, useEffect, useMemo, useRef, useState } from "preact/hooks";
import { useLocation } from "preact-iso";
import { api, ask, askOnce, onSignedOut } from "../api/client";
import type { Problem } from "../api/problem";
import type { Me } from "../api/types";
import { clearKeptNotes } from "./kept-note";
import { tellOtherTabs } from "./other-tabs";
import { forgetSignedIn, isRememberedAsLocked, rememberSignedIn } from "./remembered";
import { useIdleLock } from "./use-idle-lock";
import { useLock } from "./use-lock";
import { useOtherTabs } from "./use-other-tabs";

interface Session {
  /** Null while nobody is known to be signed in. */
  me: Me | null;
  problem: Problem | null;
  load: () => Promise<void>;
  signedIn: (me: Me) => void;
  signOut: () => Promise<Problem | null>;
  /** Sends the user to the sign-in page and remembers the place. */
  signInAgain: (reason: string) => void;
  /** R36: the page is covered, and kept beneath, until the person enters the password. */
  locked: boolean;
  lock: () => void;
}

const SessionContext = createContext<Session | null>(null);

export function useSession(): Session {
  const session = useContext(SessionContext);
  if (session === null) throw new Error("useSession outside of SessionProvider");
  return session;
}

export function SessionProvider({ children }: { children: ComponentChildren }) {
  const [me, setMe] = useState<Me | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const go = useRouteNow();
  const { locked, lock, cover, uncover } = useLock();
  const { leave, signInAgain, signOut } = useLeaving(setMe, uncover, go);

  const signedIn = useCallback(
    (me: Me) => {
      rememberSignedIn(me.login_id);
      setMe(me);
      uncover(true);
      tellOtherTabs({ kind: "signed_in", login_id: me.login_id });
    },
    [uncover],
  );

  const load = useCallback(async () => {
    setProblem(null);
    if (isRememberedAsLocked()) {
      lock();
      return;
    }
    const { data, problem } = await ask(() => api.GET("/api/me"));
    if (data) {
      rememberSignedIn(data.login_id);
      setMe(data);
    } else if (problem.status !== 401) setProblem(problem);
  }, [lock]);

  const changePerson = () => {
    setMe(null);
    uncover(false);
    go("/home");
  };
  useOtherTabs({ me, locked, cover, uncover, load, leave, changePerson });
  useIdleLock(me !== null && !locked, lock);

  const session = useMemo(
    () => ({ me, problem, load, signedIn, signOut, signInAgain, locked, lock }),
    [me, problem, load, signedIn, signOut, signInAgain, locked, lock],
  );
  return <SessionContext.Provider value={session}>{children}</SessionContext.Provider>;
}

/** Goes elsewhere and leaves no way back. The router's function changes with every navigation; this one does not. */
function useRouteNow(): (to: string) => void {
  const { route } = useLocation();
  const routeNow = useRef(route);
  routeNow.current = route;
  return useCallback((to) => routeNow.current(to, true), []);
}

/** The ways in which nobody is signed in any more. */
function useLeaving(
  setMe: (me: null) => void,
  uncover: (unlocked: boolean) => void,
  go: (to: string) => void,
) {
  const leave = useCallback(
    (to: string) => {
      forgetSignedIn();
      setMe(null);
      uncover(false);
      if (location.pathname !== "/sign-in") go(to);
    },
    [setMe, uncover, go],
  );

  const signInAgain = useCallback(
    (reason: string) => {
      const next = encodeURIComponent(location.pathname + location.search);
      leave(`/sign-in?next=${next}&reason=${reason}`);
    },
    [leave],
  );
  useEffect(() => onSignedOut(signInAgain), [signInAgain]);

  const signOut = useCallback(async () => {
    const { problem } = await askOnce(() => api.DELETE("/api/session"));
    // Someone who believes to be signed out on a shared tablet must really be.
    if (problem && problem.status !== 401) return problem;
    clearKeptNotes();
    tellOtherTabs({ kind: "signed_out" });
    leave("/sign-in?reason=signed_out");
    return null;
  }, [leave]);

  return { leave, signInAgain, signOut };
}
