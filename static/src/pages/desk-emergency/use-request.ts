import { useState } from "preact/hooks";
import { api, ask } from "../../api/client";
import { useIntent } from "../../api/intent";
import { type FieldProblem, NO_ANSWER, type Problem } from "../../api/problem";
import type { DeviceKind, EmergencyCodeInput } from "../../api/types";
import { useSending } from "../../api/use-sending";
import { isLoginId, normalizeLoginId } from "../../device-key/login-code";
import { useFreshSignIn } from "../../session/fresh-sign-in";
import { useKeptNote } from "../../session/kept-note";

/** What is typed to ask for a code, and what happens when it is sent. */
export function useRequest(onRequested: (message: string) => void) {
  const [loginId, setLoginId] = useKeptNote("emergency-login-id");
  const [reason, setReason] = useKeptNote("emergency-reason");
  const [assetNumber, setAssetNumber] = useKeptNote("emergency-asset-number");
  const [kind, setKind] = useKeptNote("emergency-kind");
  const [problem, setProblem] = useState<Problem | null>(null);
  const [sending, send] = useSending();
  const freshly = useFreshSignIn();
  const intent = useIntent();

  const submit = () =>
    send(async () => {
      const body = {
        login_id: normalizeLoginId(loginId),
        reason: reason.trim(),
        asset_number: assetNumber.trim(),
        kind: kind as DeviceKind,
      };
      const missing = missingInput(body);
      setProblem(missing);
      if (missing) return;
      const { data, problem } = await freshly(() =>
        ask(() => api.POST("/api/emergency-codes", { body, headers: intent.headersFor(body) })),
      );
      intent.answered(problem);
      setProblem(problem ?? null);
      if (!data) return;
      for (const clear of [setLoginId, setReason, setAssetNumber, setKind]) clear("");
      onRequested(`${data.user_name}さんの緊急コードを依頼しました。別の担当者の確認を待っています。`);
    });

  return {
    loginId,
    setLoginId,
    reason,
    setReason,
    assetNumber,
    setAssetNumber,
    kind: kind as DeviceKind | "",
    setKind,
    problem,
    sending,
    submit,
  };
}

function missingInput(body: EmergencyCodeInput): Problem | null {
  const errors: FieldProblem[] = [];
  const missing = (field: string, message: string) => errors.push({ field, code: "required", message });
  if (!isLoginId(body.login_id)) missing("login_id", "ログインIDを8桁の数字で入力してください。");
  if (!body.reason) missing("reason", "理由を書いてください。");
  if (!body.asset_number) missing("asset_number", "端末の管理番号を入力してください。");
  if (!body.kind) missing("kind", "端末の種類を選んでください。");
  if (errors.length === 0) return null;
  return {
    ...NO_ANSWER,
    status: 422,
    code: "validation_failed",
    title: "入力を確かめてください。",
    detail: null,
    errors,
  };
}
