import { useEffect, useState } from "preact/hooks";
import { useLocation } from "preact-iso";
import type { Problem } from "../../api/problem";
import { useSending } from "../../api/use-sending";
import { type PersonOnDevice, peopleOnThisDevice } from "../../device-key/key-store";
import { formatLoginId, isLoginId } from "../../device-key/login-code";
import { Button } from "../../interface/button";
import { TextField } from "../../interface/field";
import { Page } from "../../interface/page";
import { PasswordField } from "../../interface/password-field";
import { safeNextPage, startPage } from "../../session/next-page";
import { useSession } from "../../session/session";
import { PersonChoice } from "./person-choice";
import { signIn } from "./sign-in";
import { SignInProblem } from "./sign-in-problem";

const REASONS: Record<string, string> = {
  session_expired: "しばらく操作がなかったため、画面を閉じました。もう一度ログインすると、続きから使えます。",
  not_signed_in: "このページを見るには、ログインしてください。",
  fresh_sign_in: "大事な操作の前に、もう一度ご本人か確かめます。ログインすると、続きから使えます。",
  signed_out: "ログアウトしました。",
};

export function SignInPage() {
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
        if (only && found.length === 1) setLoginId((typed) => typed || formatLoginId(only.login_id));
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
        document.getElementById(found.loginId ? "login-id" : "password")?.focus();
        return;
      }
      const { data, problem } = await signIn(loginId, password);
      setProblem(problem ?? null);
      if (!data) return;
      signedIn(data);
      route(safeNextPage(query.next) ?? startPage(data), true);
    });

  const reason = REASONS[query.reason ?? ""];
  return (
    <Page heading="ログイン">
      {reason && !problem && (
        <div class="notice-box" role="status">
          <p>{reason}</p>
        </div>
      )}
      <SignInProblem problem={problem} loginId={loginId} />
      <form
        class="sheet"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        {people.length > 1 && <PersonChoice people={people} loginId={loginId} onChoose={setLoginId} />}
        <TextField
          id="login-id"
          label="ログインID"
          hint="通知書に書かれた8桁の数字です。例: 4827-1935"
          value={loginId}
          onValue={setLoginId}
          error={missing.loginId}
          inputMode="numeric"
          autocomplete="username"
          mono
          short
        />
        <PasswordField
          id="password"
          label="パスワード"
          value={password}
          onValue={setPassword}
          error={missing.password}
          autocomplete="current-password"
        />
        <div class="actions">
          <Button kind="primary" type="submit" sending={sending}>
            ログインする
          </Button>
        </div>
      </form>
      <p>
        通知書が届いて初めて使う方、新しい端末を使う方は<a href="/first-login">初回ログイン</a>へ
      </p>
    </Page>
  );
}
