import { useState } from "preact/hooks";
import { api, ask } from "../../api/client";
import type { Problem } from "../../api/problem";
import { useSending } from "../../api/use-sending";
import { isLoginId, normalizeCode, normalizeLoginId } from "../../device-key/login-code";
import { Refusal } from "../../interface/answers";
import { Button } from "../../interface/button";
import { TextField } from "../../interface/field";
import type { CheckedCode } from "./first-login-page";

interface CodeStepProps {
  loginId: string;
  onLoginId: (loginId: string) => void;
  code: string;
  onCode: (code: string) => void;
  onChecked: (checked: CheckedCode) => void;
}

export function CodeStep({ loginId, onLoginId, code, onCode, onChecked }: CodeStepProps) {
  const [problem, setProblem] = useState<Problem | null>(null);
  const [missing, setMissing] = useState<{ loginId?: string; code?: string }>({});
  const [sending, send] = useSending();

  const submit = () =>
    send(async () => {
      const found = {
        ...(isLoginId(loginId) ? {} : { loginId: "ログインIDは8桁の数字で入力してください。" }),
        ...(normalizeCode(code) ? {} : { code: "認証コードを入力してください。" }),
      };
      setMissing(found);
      setProblem(null);
      if (found.loginId || found.code) {
        document.getElementById(found.loginId ? "login-id" : "code")?.focus();
        return;
      }
      const body = { login_id: normalizeLoginId(loginId), code: normalizeCode(code) };
      const { data, problem } = await ask(() => api.POST("/api/session/first-login/check", { body }));
      if (data) onChecked({ loginId: body.login_id, code: body.code, check: data });
      else setProblem(problem);
    });

  return (
    <>
      <p>市から届いた通知書を手元に用意して、これから使う端末で進めてください。</p>
      <CodeRefusal problem={problem} />
      <form
        class="sheet"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <TextField
          id="login-id"
          label="ログインID"
          hint="通知書に書かれた8桁の数字です。例: 4827-1935"
          value={loginId}
          onValue={onLoginId}
          error={missing.loginId}
          inputMode="numeric"
          autocomplete="username"
          mono
          short
        />
        <TextField
          id="code"
          label="認証コード"
          hint="通知書に大きく書かれた英数字です。小文字でも、区切りの「-」がなくても大丈夫です。"
          value={code}
          onValue={onCode}
          error={missing.code}
          autocomplete="one-time-code"
          mono
        />
        <div class="actions">
          <Button kind="primary" type="submit" sending={sending}>
            次へ
          </Button>
        </div>
      </form>
      <Elsewhere />
    </>
  );
}

function Elsewhere() {
  return (
    <>
      <p>
        登録が済んでいる端末では<a href="/sign-in">ログイン</a>へ
      </p>
      <p>
        手順は
        {/* What is typed here stays. */}
        <a href="/help/start-up#first-login" target="_blank" rel="noopener">
          利用開始の手引き(別の画面で開きます)
        </a>
        にあります。
      </p>
    </>
  );
}

function CodeRefusal({ problem }: { problem: Problem | null }) {
  return (
    <Refusal problem={problem}>
      {problem?.code === "authentication_code_invalid" && (
        <p>
          認証コードは1回だけ使えます。新しい通知書が届いているときは、前の通知書の認証コードは使えません。何度確かめても進めないときは、団体のシステム管理担当者に新しい認証コードを頼んでください。
        </p>
      )}
    </Refusal>
  );
}
