import { choices, DEVICE_KINDS } from "../../city/words";
import { errorOf, Refusal } from "../../interface/answers";
import { Button } from "../../interface/button";
import { Field, SelectField, TextField } from "../../interface/field";
import { useRequest } from "./use-request";

const CONTROLS: Record<string, string> = {
  login_id: "login-id",
  reason: "reason",
  asset_number: "asset-number",
  kind: "kind",
};

/** The first clerk: who called, why, and which device the code is for. */
export function RequestForm({ onRequested }: { onRequested: (message: string) => void }) {
  const { problem, sending, submit, ...typed } = useRequest(onRequested);
  return (
    <form
      class="sheet"
      noValidate
      aria-labelledby="request"
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <h2 id="request">緊急コードを依頼する</h2>
      <p>電話を受けたら、氏名と団体を聞き、登録してある団体の電話番号にかけ直して本人を確かめてください。</p>
      <Refusal problem={problem} fieldId={(field) => CONTROLS[field] ?? null} />
      <TextField
        id="login-id"
        label="使う人のログインID"
        hint="通知書に書かれた8桁の数字"
        short
        mono
        inputMode="numeric"
        value={typed.loginId}
        onValue={typed.setLoginId}
        error={errorOf(problem, "login_id")}
      />
      <Field
        id="reason"
        label="理由"
        hint="何があったか、本人をどう確かめたかを書いてください。確認する担当者が読み、記録に残ります。"
        error={errorOf(problem, "reason")}
      >
        {(attributes) => (
          <textarea
            {...attributes}
            rows={2}
            maxLength={2000}
            aria-required="true"
            value={typed.reason}
            onInput={(event) => typed.setReason(event.currentTarget.value)}
          />
        )}
      </Field>
      <TextField
        id="asset-number"
        label="代わりに使う端末の管理番号"
        hint="団体が管理する端末に限ります。個人の端末は使えません。"
        short
        value={typed.assetNumber}
        onValue={typed.setAssetNumber}
        error={errorOf(problem, "asset_number")}
      />
      <SelectField
        id="kind"
        label="端末の種類"
        short
        value={typed.kind}
        onValue={typed.setKind}
        choices={choices(DEVICE_KINDS)}
        error={errorOf(problem, "kind")}
      />
      <div class="actions">
        <Button kind="primary" type="submit" sending={sending}>
          別の担当者に確認を頼む
        </Button>
      </div>
    </form>
  );
}
