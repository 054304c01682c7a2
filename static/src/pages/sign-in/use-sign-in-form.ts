import { useEffect, useState } from "preact/hooks";
import { useLocation } from "preact-iso";
import type { Problem } from "../../api/problem";
import { useSending } from "../../api/use-sending";
import { type PersonOnDevice, peopleOnThisDevice } from "../../device-key/key-store";
import { formatLoginId, isLoginId } from "../../device-key/login-code";
import { safeNextPage, startPage } from "../../session/next-page";
import { useSession } from "../../session/session";
import { signIn } from "../../session/sign-in";

/** The id of the field of the login ID. */
export const LOGIN_ID = "login-id";

/** What is typed on the sign-in page, and what happens when it is sent. */
export function useSignInForm() {
  const { query, route } = useLocation();
  const { signedIn } = useSession();
  const [people, setPeople] = useState<PersonOnDevice[]>([]);
  const [loginId, setLoginId] = useState("");
  const [password, setPassword] = useState("");
  const [problem, setProblem] = useState<Problem | null>(null);
  const [missing, setMissing] = useState<{ loginId?: string; password?: string }>({});
  const [sending, send] = useSending();

  useEffect(() => {
    peopleOnThisDevice().then(
      (found) => {
        setPeople(found);
        const [only] = found;
        // What is written into a field that has the focus meets what its user is typing there.
        if (only && found.length === 1 && document.activeElement?.id !== LOGIN_ID)
          setLoginId((typed) => typed || formatLoginId(only.login_id));
      },
      // Storage is switched off: the form works without the list, and the server explains the rest.
      () => setPeople([]),
    );
  }, []);

  const submit = () =>
    send(async () => {
      const found = {
        ...(isLoginId(loginId) ? {} : { loginId: "ログインIDは8桁の数字で入力してください。" }),
        ...(password ? {} : { password: "パスワードを入力してください。" }),
      };
      setMissing(found);
      if (found.loginId || found.password) {
        setProblem(null);
        document.getElementById(found.loginId ? LOGIN_ID : "password")?.focus();
        return;
      }
      const { data, problem } = await signIn(loginId, password);
      setProblem(problem ?? null);
      if (!data) return;
      signedIn(data);
      route(safeNextPage(query.next) ?? startPage(data), true);
    });

  return { people, loginId, setLoginId, password, setPassword, problem, missing, sending, submit };
}
