import { useState } from "preact/hooks";
import { type Application, decideApplication } from "../../api/applications";
import { useIntent } from "../../api/intent";
import { type FieldProblem, NO_ANSWER, type Problem } from "../../api/problem";
import type { DecisionInput } from "../../api/types";
import { useSending } from "../../api/use-sending";
import { useFreshSignIn } from "../../session/fresh-sign-in";
import { useKeptNote } from "../../session/kept-note";
import { type Decision, wordsOf } from "./decisions";
import { isChecklistOpen } from "./hindrances";
import { type Exclusions, excludedInput, peopleOf, useExclusions } from "./use-exclusions";

export interface DecisionBoxProps {
  detail: Application;
  onDecided: (detail: Application) => void;
  onReload: () => Promise<void>;
}

/** The decision under way: chosen, confirmed, sent; the note survives every refusal. */
export function useDecision({ detail, onDecided, onReload }: DecisionBoxProps) {
  const [decision, setDecision] = useState<Decision | null>(null);
  const [note, setNote] = useKeptNote(detail.receipt_number);
  const exclusions = useExclusions(detail.receipt_number);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [confirming, setConfirming] = useState(false);
  const [decided, setDecided] = useState<Decision | null>(null);
  const [sending, send] = useSending();
  const intent = useIntent();
  const freshly = useFreshSignIn();

  const confirmFirst = () => {
    const missing = missingInput(detail, decision, note, exclusions.notes);
    setProblem(missing);
    if (missing === null) setConfirming(true);
  };

  const redirectWith = (reason: string) => {
    setDecision("redirect");
    if (note.trim() === "") setNote(reason);
    setProblem(null);
    setConfirming(true);
  };

  const decide = () =>
    send(async () => {
      if (decision === null) return;
      const body = inputOf(decision, note, detail.version, exclusions.notes);
      const { data, problem } = await freshly(() =>
        decideApplication(detail.receipt_number, body, intent.headersFor(body)),
      );
      intent.answered(problem);
      setConfirming(false);
      setProblem(problem ?? null);
      if (data) {
        setNote("");
        exclusions.clear();
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
    exclusions,
    problem,
    confirming,
    cancel: () => setConfirming(false),
    decided,
    sending,
    confirmFirst,
    redirectWith,
    decide,
  };
}

function inputOf(
  decision: Decision,
  note: string,
  version: number,
  excluded: Exclusions["notes"],
): DecisionInput {
  return {
    decision,
    version,
    ...(note.trim() ? { note: note.trim() } : {}),
    ...(decision === "accept" && excluded.size > 0 ? { excluded: excludedInput(excluded) } : {}),
  };
}

/** What the server would refuse, told before the question is asked. */
function missingInput(
  detail: Application,
  decision: Decision | null,
  note: string,
  excluded: Exclusions["notes"],
): Problem | null {
  const errors: FieldProblem[] = [];
  const missing = (field: string, message: string) => errors.push({ field, code: "required", message });
  if (decision === null) {
    missing("decision", "この申請をどうするか選んでください。");
  } else if (decision === "accept" && isChecklistOpen(detail)) {
    // Chosen before a colleague, or a correction, took a tick away.
    missing("decision", "確かめることが残っているため、まだ受理できません。");
  } else {
    const { noteRequired, label } = wordsOf(decision, detail.form);
    if (noteRequired && note.trim() === "") {
      missing("note", `${label}の理由を書いてください。申請者に届きます。`);
    }
  }
  if (decision === "accept") {
    const people = peopleOf(detail);
    if (excluded.size > 0 && excluded.size === people.length) {
      missing("excluded[0].note", "全員を除いて受理することはできません。却下するか、差し戻してください。");
    }
    for (const [at, [person, reason]] of [...excluded].entries()) {
      if (reason.trim() === "") {
        missing(`excluded[${at}].note`, `${people[person] ?? ""}さんを除く理由を書いてください。`);
      }
    }
  }
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
