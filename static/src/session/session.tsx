import { type ComponentChildren, createContext } from "preact";
import { useCallback, useContext, useEffect, useMemo, useRef, useState } from "preact/hooks";
import { useLocation } from "preact-iso";
import { api, ask, askOnce, onSignedOut } from "../api/client";
import type { Problem } from "../api/problem";
import type { Me } from "../api/types";
import { clearKeptNotes } from "./kept-note";
import { tellOtherTabs } from "./other-tabs";
import { forgetSignedIn, isRememberedAsLocked, rememberedPerson, rememberSignedIn } from "./remembered";
import { useConfirming } from "./use-confirming";
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
  /** Without network nobody has confirmed that the person is still signed in: nothing can be read, but written. */
  unconfirmed: boolean;
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
  const [unconfirmed, setUnconfirmed] = useState(false);
  const go = useRouteNow();
  const { locked, lock, cover, uncover } = useLock();
  const nobody = useCallback(() => {
    setMe(null);
    setUnconfirmed(false);
  }, []);
  const { leave, signInAgain, signOut } = useLeaving(nobody, uncover, go);

  const signedIn = useCallback(
    (me: Me) => {
      rememberSignedIn(me.login_id, me);
      setMe(me);
      setUnconfirmed(false);
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
      rememberSignedIn(data.login_id, data);
      setMe(data);
      setUnconfirmed(false);
      return;
    }
    const person = problem.status === 0 ? rememberedPerson(Date.now()) : null;
    if (person === "idle") cover();
    else if (person) {
      setMe((before) => before ?? person);
      setUnconfirmed(true);
    } else if (problem.status !== 401) setProblem(problem);
  }, [lock, cover]);
  useConfirming(unconfirmed && !locked, load);

  const changePerson = () => {
    nobody();
    uncover(false);
    go("/home");
  };
  useOtherTabs({ me, locked, cover, uncover, load, leave, changePerson });
  useIdleLock(me !== null && !locked, lock);

  const session = useMemo(
    () => ({ me, problem, load, signedIn, signOut, signInAgain, locked, lock, unconfirmed }),
    [me, problem, load, signedIn, signOut, signInAgain, locked, lock, unconfirmed],
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
function useLeaving(nobody: () => void, uncover: (unlocked: boolean) => void, go: (to: string) => void) {
  const leave = useCallback(
    (to: string) => {
      forgetSignedIn();
      nobody();
      uncover(false);
      if (location.pathname !== "/sign-in") go(to);
    },
    [nobody, uncover, go],
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
