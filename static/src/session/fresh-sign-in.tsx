import { type ComponentChildren, createContext } from "preact";
import { useCallback, useContext, useEffect, useMemo, useRef, useState } from "preact/hooks";
import type { Asked } from "../api/client";
import { FreshSignInDialog } from "./fresh-sign-in-dialog";
import { useSession } from "./session";

/** Asks who is there for the password; false when the person thinks better of it. */
type SignInFreshly = () => Promise<boolean>;

const FreshSignInContext = createContext<SignInFreshly | null>(null);

/**
 * R36: what decides about others needs a fresh login. Wraps an action: when the server finds the login too old, the
 * person enters the password and the action is made again with everything that was typed. Whoever cancels gets the
 * problem `login_too_old` back.
 *
 *     const freshly = useFreshSignIn();
 *     const { data, problem } = await freshly(() => ask(() => api.POST("/api/…", { body })));
 */
export function useFreshSignIn(): <T>(action: () => Promise<Asked<T>>) => Promise<Asked<T>> {
  const signInFreshly = useContext(FreshSignInContext);
  if (signInFreshly === null) throw new Error("useFreshSignIn outside of FreshSignInProvider");
  return useCallback(
    async (action) => {
      const asked = await action();
      if (asked.problem?.code !== "login_too_old") return asked;
      return (await signInFreshly()) ? action() : asked;
    },
    [signInFreshly],
  );
}

export function FreshSignInProvider({ children }: { children: ComponentChildren }) {
  const { me, locked } = useSession();
  const [asking, setAsking] = useState(false);
  const waiting = useRef<((done: boolean) => void)[]>([]);

  const signInFreshly = useCallback(
    () =>
      new Promise<boolean>((resolve) => {
        waiting.current.push(resolve);
        setAsking(true);
      }),
    [],
  );
  // Two actions at once share one dialog.
  const end = useCallback((done: boolean) => {
    setAsking(false);
    for (const resolve of waiting.current.splice(0)) resolve(done);
  }, []);
  // Signed out meanwhile, in another tab perhaps: nobody is left to ask.
  useEffect(() => {
    if (me === null) end(false);
  }, [me, end]);
  const dialog = useMemo(
    // Under the lock it would take the keyboard away from the lock; it waits.
    () =>
      me && (
        <FreshSignInDialog key={me.login_id} open={asking && !locked} loginId={me.login_id} onEnd={end} />
      ),
    [me, asking, locked, end],
  );

  return (
    <FreshSignInContext.Provider value={signInFreshly}>
      {children}
      {dialog}
    </FreshSignInContext.Provider>
  );
}
