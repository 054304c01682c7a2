import { useState } from "preact/hooks";
import { useLocation } from "preact-iso";
import { outcomeUnknown, type Problem } from "../../api/problem";
import { useSending } from "../../api/use-sending";
import { DEVICE_KINDS, word } from "../../city/words";
import { errorOf, Refusal } from "../../interface/answers";
import { Button } from "../../interface/button";
import { PasswordField } from "../../interface/password-field";
import { Conditions } from "../../session/conditions";
import { startPage } from "../../session/next-page";
import { passwordConditions } from "../../session/password-conditions";
import { useSession } from "../../session/session";
import type { CheckedCode } from "./first-login-page";
import { registerDevice } from "./register-device";

export function PasswordStep({ checked, onBack }: { checked: CheckedCode; onBack: () => void }) {
  const { check, loginId, code } = checked;
  const { route } = useLocation();
  const { signedIn } = useSession();
  const [password, setPassword] = useState("");
  const [problem, setProblem] = useState<Problem | null>(null);
  const [answerWasLost, setAnswerWasLost] = useState(false);
  const [missing, setMissing] = useState<string>();
  const [sending, send] = useSending();
  const conditions = check.needs_new_password ? passwordConditions(password, loginId) : [];

  const submit = () =>
    send(async () => {
      const unmet = password === "" || conditions.some((condition) => !condition.met);
      setMissing(unmet ? unmetText(check.needs_new_password) : undefined);
      if (unmet) {
        setProblem(null);
        document.getElementById("password")?.focus();
        return;
      }
      const { data, problem } = await registerDevice({ loginId, code, password, name: check.name });
      setProblem(problem ?? null);
      if (problem) {
        setAnswerWasLost((before) => before || outcomeUnknown(problem));
        return;
      }
      signedIn(data);
      route(startPage(data), true);
    });

  return (
    <>
      <Refusal problem={problem} fieldId={(field) => (field === "password" ? "password" : null)}>
        <WayOn problem={problem} answerWasLost={answerWasLost} />
      </Refusal>
      <WhoAndWhichDevice checked={checked} />
      <form
        class="sheet"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        {/* Lets a password manager store the new password under the right name. */}
        <input type="hidden" name="username" autocomplete="username" value={loginId} />
        <PasswordField
          id="password"
          label={check.needs_new_password ? "新しいパスワードを決める" : "今のパスワード"}
          hint={check.needs_new_password ? undefined : "ほかの端末でログインするときと同じパスワードです。"}
          value={password}
          onValue={setPassword}
          error={missing ?? errorOf(problem, "password")}
          autocomplete={check.needs_new_password ? "new-password" : "current-password"}
          {...(check.needs_new_password ? { describedBy: "password-conditions" } : {})}
        />
        {check.needs_new_password && <Conditions id="password-conditions" conditions={conditions} />}
        <div class="actions">
          <Button kind="primary" type="submit" sending={sending}>
            この端末を登録してログインする
          </Button>
          <Button disabled={sending} onClick={onBack}>
            戻る
          </Button>
        </div>
      </form>
    </>
  );
}

function unmetText(needsNewPassword: boolean): string {
  return needsNewPassword
    ? "パスワードの条件をすべて満たすように入力してください。"
    : "パスワードを入力してください。";
}

function WhoAndWhichDevice({ checked: { check } }: { checked: CheckedCode }) {
  return (
    <section class="card" aria-labelledby="who">
      <h2 id="who">この端末ですか</h2>
      <dl class="facts">
        <div>
          <dt>お名前</dt>
          <dd>{check.name}</dd>
        </div>
        <div>
          <dt>団体</dt>
          <dd>{check.organization_name}</dd>
        </div>
        <div>
          <dt>登録する端末</dt>
          <dd>
            {word(DEVICE_KINDS, check.device.kind)} 管理番号{" "}
            <span class="code">{check.device.asset_number}</span>
          </dd>
        </div>
      </dl>
      <p class="hint">
        端末に貼られた管理番号と同じか確かめてください。違う端末のときは、ここで止めてその端末で開き直してください。個人の端末は登録できません。
      </p>
    </section>
  );
}

function WayOn({ problem, answerWasLost }: { problem: Problem | null; answerWasLost: boolean }) {
  if (problem === null) return null;
  if (outcomeUnknown(problem)) {
    return (
      <p>
        登録の結果を受け取れませんでした。この画面のまま、同じパスワードでもう一度「登録してログインする」を押してください。二重に登録されることはありません。
      </p>
    );
  }
  if (answerWasLost && problem.code === "authentication_code_invalid") {
    return (
      <p>
        先ほどの登録は市に届きましたが、この端末には証明書が残りませんでした。お手数ですが、団体のシステム管理担当者にこの端末の新しい認証コードを頼んでください。決めたパスワードはそのまま使えます。
      </p>
    );
  }
  return null;
}
