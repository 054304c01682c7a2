import { useLocation } from "preact-iso";
import { Button } from "../../interface/button";
import { TextField } from "../../interface/field";
import { Page } from "../../interface/page";
import { PasswordField } from "../../interface/password-field";
import { SignInProblem } from "../../session/sign-in-problem";
import { PersonChoice } from "./person-choice";
import { LOGIN_ID, useSignInForm } from "./use-sign-in-form";

const REASONS: Record<string, string> = {
  session_expired: "しばらく操作がなかったため、画面を閉じました。もう一度ログインすると、続きから使えます。",
  not_signed_in: "このページを見るには、ログインしてください。",
  fresh_sign_in: "大事な操作の前に、もう一度ご本人か確かめます。ログインすると、続きから使えます。",
  signed_out: "ログアウトしました。",
  device_revoked:
    "この端末を使えなくしました。もう一度使うには、団体のシステム管理担当者に新しい認証コードを頼んでください。",
};

export function SignInPage() {
  const { query } = useLocation();
  const form = useSignInForm();
  const reason = REASONS[query.reason ?? ""];
  return (
    <Page heading="ログイン">
      {reason && !form.problem && (
        <div class="notice-box" role="status">
          <p>{reason}</p>
        </div>
      )}
      <SignInProblem problem={form.problem} loginId={form.loginId} />
      <form
        class="sheet"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void form.submit();
        }}
      >
        {form.people.length > 1 && (
          <PersonChoice people={form.people} loginId={form.loginId} onChoose={form.setLoginId} />
        )}
        <TextField
          id={LOGIN_ID}
          label="ログインID"
          hint="通知書に書かれた8桁の数字です。例: 4827-1935"
          value={form.loginId}
          onValue={form.setLoginId}
          error={form.missing.loginId}
          inputMode="numeric"
          autocomplete="username"
          mono
          short
        />
        <PasswordField
          id="password"
          label="パスワード"
          value={form.password}
          onValue={form.setPassword}
          error={form.missing.password}
          autocomplete="current-password"
        />
        <div class="actions">
          <Button kind="primary" type="submit" sending={form.sending}>
            ログインする
          </Button>
        </div>
      </form>
      <p>
        通知書が届いて初めて使う方、新しい端末を使う方は<a href="/first-login">初回ログイン</a>へ
      </p>
      <p>
        ログインできないときは<a href="/help/faq#cannot-sign-in">よくある質問</a>、端末をなくしたときは
        <a href="/help/start-up#lost">利用開始の手引き</a>をご覧ください。
      </p>
    </Page>
  );
}
