import { useState } from "preact/hooks";
import type { Problem } from "../api/problem";
import { useSending } from "../api/use-sending";
import { Button } from "../interface/button";
import { Dialog } from "../interface/dialog";
import { PasswordField } from "../interface/password-field";
import { useSession } from "./session";
import { signIn } from "./sign-in";
import { SignInProblem } from "./sign-in-problem";

interface FreshSignInDialogProps {
  open: boolean;
  loginId: string;
  onEnd: (done: boolean) => void;
}

/** Both factors once more (R33): the password is typed, the device proves itself. */
export function FreshSignInDialog({ open, loginId, onEnd }: FreshSignInDialogProps) {
  const { me, signedIn } = useSession();
  const [password, setPassword] = useState("");
  const [missing, setMissing] = useState<string>();
  const [problem, setProblem] = useState<Problem | null>(null);
  const [sending, send] = useSending();

  const end = (done: boolean) => {
    setPassword("");
    setMissing(undefined);
    setProblem(null);
    onEnd(done);
  };
  const submit = () =>
    send(async () => {
      setMissing(password ? undefined : "パスワードを入力してください。");
      setProblem(null);
      if (!password) {
        document.getElementById("fresh-password")?.focus();
        return;
      }
      const { data, problem } = await signIn(loginId, password);
      if (problem) {
        setProblem(problem);
        return;
      }
      signedIn(data);
      end(true);
    });

  return (
    <Dialog
      open={open}
      heading="もう一度パスワードを入力してください"
      onCancel={sending ? undefined : () => end(false)}
    >
      <p>大事な操作の前に、{me?.name}さんご本人か確かめます。入力した内容は残っています。</p>
      <SignInProblem problem={problem} loginId={loginId} passwordOnly />
      <form
        class="stack"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <input type="hidden" name="username" autocomplete="username" value={loginId} />
        <PasswordField
          id="fresh-password"
          label="パスワード"
          value={password}
          onValue={setPassword}
          error={missing}
          autocomplete="current-password"
        />
        <div class="actions">
          <Button kind="primary" type="submit" sending={sending}>
            確かめて続ける
          </Button>
          <Button disabled={sending} onClick={() => end(false)}>
            やめる
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
