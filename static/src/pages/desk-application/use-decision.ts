import { useState } from "preact/hooks";
import { api, ask } from "../../api/client";
import { useIntent } from "../../api/intent";
import { NO_ANSWER, type Problem } from "../../api/problem";
import type { ApplicationDetail, DecisionInput } from "../../api/types";
import { useSending } from "../../api/use-sending";
import { useKeptNote } from "../../session/kept-note";
import { DECISIONS, type Decision } from "./decisions";

export interface DecisionBoxProps {
  detail: ApplicationDetail;
  onDecided: (detail: ApplicationDetail) => void;
  onReload: () => Promise<void>;
}

/** The decision under way: chosen, confirmed, sent; the note survives every refusal. */
export function useDecision({ detail, onDecided, onReload }: DecisionBoxProps) {
  const [decision, setDecision] = useState<Decision | null>(null);
  const [note, setNote] = useKeptNote(detail.receipt_number);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [confirming, setConfirming] = useState(false);
  const [decided, setDecided] = useState<Decision | null>(null);
  const [sending, send] = useSending();
  const intent = useIntent();

  const confirmFirst = () => {
    const missing = missingInput(decision, note);
    setProblem(missing);
    if (missing === null) setConfirming(true);
  };

  const decide = () =>
    send(async () => {
      if (decision === null) return;
      const body: DecisionInput = {
        decision,
        version: detail.version,
        ...(note.trim() ? { note: note.trim() } : {}),
      };
      const { data, problem } = await ask(() =>
        api.POST("/api/account-applications/{receipt}/decision", {
          params: { path: { receipt: detail.receipt_number } },
          body,
          headers: intent.headersFor(body),
        }),
      );
      intent.answered(problem);
      setConfirming(false);
      setProblem(problem ?? null);
      if (data) {
        setNote("");
        setDecision(null);
        setDecided(decision);
        onDecided(data);
      } else if (problem.status === 409) {
        await onReload();
      }
    });

  return {
    decision,
    setDecision,
    note,
    setNote,
    problem,
    confirming,
    cancel: () => setConfirming(false),
    decided,
    sending,
    confirmFirst,
    decide,
  };
}

function missingInput(decision: Decision | null, note: string): Problem | null {
  const refuse = (field: string, message: string): Problem => ({
    ...NO_ANSWER,
    status: 422,
    code: "validation_failed",
    title: "入力を確かめてください。",
    detail: null,
    errors: [{ field, code: "required", message }],
  });
  if (decision === null) return refuse("decision", "受理・差戻し・却下のどれかを選んでください。");
  if (DECISIONS[decision].noteRequired && note.trim() === "") {
    return refuse("note", `${DECISIONS[decision].label}の理由を書いてください。申請者に届きます。`);
  }
  return null;
}
