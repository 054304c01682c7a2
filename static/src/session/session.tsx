import { type ComponentChildren, createContext } from "preact";
import { useCallback, useContext, useEffect, useMemo, useRef, useState } from "preact/hooks";
import { useLocation } from "preact-iso";
import { api, ask, onSignedOut } from "../api/client";
import type { Problem } from "../api/problem";
import type { Me } from "../api/types";
import { clearKeptNotes } from "./kept-note";

interface Session {
  /** Null while nobody is known to be signed in. */
  me: Me | null;
  problem: Problem | null;
  load: () => Promise<void>;
  signedIn: (me: Me) => void;
  signOut: () => Promise<Problem | null>;
  /** Sends the user to the sign-in page and remembers the place. */
  signInAgain: (reason: string) => void;
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
  const { route } = useLocation();
  // The router's function changes with every navigation; what leaves this component must not.
  const routeNow = useRef(route);
  routeNow.current = route;

  const signInAgain = useCallback((reason: string) => {
    setMe(null);
    if (location.pathname === "/sign-in") return;
    const next = encodeURIComponent(location.pathname + location.search);
    routeNow.current(`/sign-in?next=${next}&reason=${reason}`, true);
  }, []);

  useEffect(() => onSignedOut(signInAgain), [signInAgain]);

  const load = useCallback(async () => {
    setProblem(null);
    const { data, problem } = await ask(() => api.GET("/api/me"));
    if (data) setMe(data);
    else if (problem.status !== 401) setProblem(problem);
  }, []);

  const signOut = useCallback(async () => {
    const { problem } = await ask(() => api.DELETE("/api/session"));
    // Someone who believes to be signed out on a shared tablet must really be.
    if (problem && problem.status !== 401) return problem;
    clearKeptNotes();
    setMe(null);
    routeNow.current("/sign-in?reason=signed_out");
    return null;
  }, []);

  const session = useMemo(
    () => ({ me, problem, load, signedIn: setMe, signOut, signInAgain }),
    [me, problem, load, signOut, signInAgain],
  );
  return <SessionContext.Provider value={session}>{children}</SessionContext.Provider>;
}
