import type { Problem } from "../../api/problem";
import { minutesLeft } from "../../dates/minutes-left";
import { errorOf, Refusal } from "../../interface/answers";
import { Button } from "../../interface/button";
import { PasswordField } from "../../interface/password-field";
import { Conditions } from "../../session/conditions";
import { usePasswordForm } from "./use-password-form";

const FIELDS: Record<string, string> = {
  current_password: "current-password",
  new_password: "new-password",
};

/** R34: a new password when the person wants one, never because of the calendar. */
export function PasswordForm({ loginId, onChanged }: { loginId: string; onChanged: () => void }) {
  const form = usePasswordForm(loginId, onChanged);
  const { problem } = form;
  return (
    <form
      class="sheet"
      noValidate
      aria-labelledby="password-heading"
      onSubmit={(event) => {
        event.preventDefault();
        void form.submit();
      }}
    >
      <h2 id="password-heading">パスワードを変える</h2>
      <p>
        変えると、ほかの端末やブラウザでの利用はすべて終わります。この画面は続けて使えます。定期的に変える必要はありません。
      </p>
      <p role="status" class={`status-line${form.done ? " notice-box notice-box--success" : ""}`}>
        {form.done &&
          "パスワードを変えました。ほかの端末での利用は終わりました。次から新しいパスワードを使ってください。"}
      </p>
      <Refusal problem={problem} fieldId={(field) => FIELDS[field] ?? null}>
        <WayOn problem={problem} />
      </Refusal>
      <input type="hidden" name="username" autocomplete="username" value={loginId} />
      <PasswordField
        id="current-password"
        label="今のパスワード"
        value={form.current}
        onValue={form.setCurrent}
        error={form.missing.current ?? errorOf(problem, "current_password")}
        autocomplete="current-password"
      />
      <PasswordField
        id="new-password"
        label="新しいパスワード"
        hint="最近使ったパスワードと、よく使われるパスワードは使えません。"
        value={form.next}
        onValue={form.setNext}
        error={form.missing.next ?? errorOf(problem, "new_password")}
        autocomplete="new-password"
        describedBy="new-password-conditions"
      />
      <Conditions id="new-password-conditions" conditions={form.conditions} />
      <div class="actions">
        <Button kind="primary" type="submit" sending={form.sending}>
          パスワードを変える
        </Button>
      </div>
    </form>
  );
}

function WayOn({ problem }: { problem: Problem | null }) {
  if (problem?.code === "sign_in_refused") {
    return <p>今のパスワードを確かめてください。続けて間違えると、しばらく変えられなくなります。</p>;
  }
  if (problem?.status === 423 && problem.retryAfterSeconds !== null) {
    return <p>あと約{minutesLeft(problem.retryAfterSeconds)}分待ってから、もう一度お試しください。</p>;
  }
  return null;
}
