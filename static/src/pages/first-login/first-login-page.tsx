import { useState } from "preact/hooks";
import { useLocation } from "preact-iso";
import type { FirstLoginCheck } from "../../api/types";
import { formatLoginId } from "../../device-key/login-code";
import { Page } from "../../interface/page";
import { CodeStep } from "./code-step";
import { PasswordStep } from "./password-step";

export interface CheckedCode {
  loginId: string;
  code: string;
  check: FirstLoginCheck;
}

/** R5: code → password → this device gets its certificate. */
export function FirstLoginPage() {
  const { query } = useLocation();
  const [loginId, setLoginId] = useState(formatLoginId(query.login_id ?? ""));
  const [code, setCode] = useState("");
  const [checked, setChecked] = useState<CheckedCode | null>(null);

  // Another key makes another Page, so that the focus moves to the heading of the new step.
  return checked ? (
    <Page key="password" heading="初回ログイン(2/2)" title="初回ログイン パスワードと端末の登録">
      <PasswordStep checked={checked} onBack={() => setChecked(null)} />
    </Page>
  ) : (
    <Page key="code" heading="初回ログイン(1/2)" title="初回ログイン 認証コード">
      <CodeStep
        loginId={loginId}
        onLoginId={setLoginId}
        code={code}
        onCode={setCode}
        onChecked={setChecked}
      />
    </Page>
  );
}
