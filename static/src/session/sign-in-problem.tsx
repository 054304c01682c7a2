import { useEffect, useRef } from "preact/hooks";
import type { Problem } from "../api/problem";
import { minutesLeft } from "../dates/minutes-left";
import { normalizeLoginId } from "../device-key/login-code";

interface SignInProblemProps {
  problem: Problem | null;
  loginId: string;
  /** Who it is, is known; only the password was typed. */
  passwordOnly?: boolean;
}

/** Why signing in was refused, and the way on for each reason. */
export function SignInProblem({ problem, loginId, passwordOnly = false }: SignInProblemProps) {
  const element = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (problem) element.current?.focus();
  }, [problem]);
  if (!problem) return null;
  return (
    <div class="error-summary" role="alert" tabIndex={-1} ref={element}>
      <h2>{problem.title}</h2>
      {problem.detail && <p>{problem.detail}</p>}
      {passwordOnly && problem.code === "sign_in_refused" ? (
        <p>大文字と小文字を確かめてください。続けて間違えると、しばらくログインできなくなります。</p>
      ) : (
        <WayOn problem={problem} loginId={loginId} />
      )}
    </div>
  );
}

function WayOn({ problem, loginId }: { problem: Problem; loginId: string }) {
  const firstLogin = `/first-login?login_id=${encodeURIComponent(normalizeLoginId(loginId))}`;
  switch (problem.code) {
    case "device_not_registered":
      return (
        <>
          <p>
            ログインできるのは、登録した端末だけです。ブラウザの履歴を消したり、長い間使わなかったりすると、端末の登録が消えることがあります。
          </p>
          <ol class="steps">
            <li>団体のシステム管理担当者に、この端末の新しい認証コードを頼んでください。</li>
            <li>
              認証コードが届いたら、<a href={firstLogin}>初回ログイン</a>
              で入力してください。パスワードは今のまま使えます。
            </li>
          </ol>
        </>
      );
    case "account_locked":
      return (
        <p>
          {problem.retryAfterSeconds === null
            ? "しばらく待ってから"
            : `あと約${minutesLeft(problem.retryAfterSeconds)}分待ってから`}
          もう一度お試しください。パスワードを忘れたときは、団体のシステム管理担当者に相談してください。
        </p>
      );
    case "account_stopped":
      return <p>心当たりがないときは、団体のシステム管理担当者に確かめてください。</p>;
    case "sign_in_refused":
      return (
        <p>ログインIDは通知書に書かれた8桁の数字です。続けて間違えると、しばらくログインできなくなります。</p>
      );
    default:
      return null;
  }
}
