import { useState } from "preact/hooks";
import type { Application } from "../../api/applications";
import { api, ask } from "../../api/client";
import type { Problem } from "../../api/problem";
import type { Me } from "../../api/types";
import { useLoaded } from "../../api/use-loaded";
import { useSending } from "../../api/use-sending";
import { Refusal } from "../../interface/answers";
import { Button } from "../../interface/button";
import { Field } from "../../interface/field";
import { ClerkOptions } from "../desk/clerk-options";

interface AssignmentProps {
  detail: Application;
  me: Me;
  onAssigned: () => void;
}

/** Who works on it. It reserves nothing: a colleague may still decide. */
export function Assignment({ detail, me, onAssigned }: AssignmentProps) {
  const now = detail.assigned_to ? String(detail.assigned_to.user_id) : "";
  const clerks = useLoaded("desk-clerks", () => ask(() => api.GET("/api/desk/clerks")));
  const [to, setTo] = useState(now);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [message, setMessage] = useState("");
  const [sending, send] = useSending();

  const assign = (userId: string) =>
    send(async () => {
      setTo(userId);
      const { data, problem } = await ask(() =>
        api.PUT("/api/desk/applications/{receipt}/assignment", {
          params: { path: { receipt: detail.receipt_number } },
          body: { user_id: userId === "" ? null : Number(userId) },
        }),
      );
      setProblem(problem ?? null);
      setMessage("");
      if (!data) return;
      setMessage(data.assigned_to ? `担当を${data.assigned_to.name}さんにしました。` : "担当を外しました。");
      onAssigned();
    });

  return (
    <section class="card" aria-labelledby="assignment">
      <h2 id="assignment">担当</h2>
      <Refusal problem={problem} fieldId={() => "clerk"} />
      <Field id="clerk" label="この申請を担当する人">
        {(attributes) => (
          <select {...attributes} value={to} onChange={({ currentTarget }) => setTo(currentTarget.value)}>
            <ClerkOptions me={me} clerks={clerks.data?.items ?? []} />
          </select>
        )}
      </Field>
      {clerks.problem && <p class="hint">ほかの担当者の一覧を読み込めませんでした。</p>}
      <div class="row">
        <Button small sending={sending} disabled={to === now} onClick={() => void assign(to)}>
          この人にする
        </Button>
        {now !== String(me.user_id) && (
          <Button small disabled={sending} onClick={() => void assign(String(me.user_id))}>
            自分が担当する
          </Button>
        )}
      </div>
      <p role="status" class="status-line hint">
        {message}
      </p>
    </section>
  );
}
