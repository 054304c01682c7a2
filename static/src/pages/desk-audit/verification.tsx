import { useState } from "preact/hooks";
import { api, ask } from "../../api/client";
import type { Problem } from "../../api/problem";
import type { Verification as Verified } from "../../api/types";
import { useSending } from "../../api/use-sending";
import { warekiWithTime } from "../../dates/wareki";
import { Refusal } from "../../interface/answers";
import { Button } from "../../interface/button";

/** R21: nobody can change the trail unnoticed, and here is how it is noticed. */
export function Verification() {
  const [verified, setVerified] = useState<(Verified & { at: string }) | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [sending, send] = useSending();

  const verify = () =>
    send(async () => {
      const { data, problem } = await ask(() => api.GET("/api/audit/verification"));
      setProblem(problem ?? null);
      setVerified(data ? { ...data, at: new Date().toISOString() } : null);
    });

  return (
    <section class="card no-print" aria-labelledby="verification">
      <h2 id="verification">書き換えられていないか確かめる</h2>
      <p>
        記録は1件ごとに前の記録とつながっています。途中の1件でも書き換えたり消したりすると、つながりが切れて分かります。
      </p>
      <Refusal problem={problem} />
      <div role="status" class="status-line">
        {verified && <Result verified={verified} />}
      </div>
      <div class="actions">
        <Button sending={sending} onClick={() => void verify()}>
          はじめから確かめる
        </Button>
      </div>
    </section>
  );
}

function Result({ verified }: { verified: Verified & { at: string } }) {
  const when = `${warekiWithTime(verified.at)}に${verified.events}件を確かめました。`;
  if (verified.intact) {
    return (
      <div class="notice-box notice-box--success">
        <p>
          <strong>記録は書き換えられていません。</strong>
        </p>
        <p>{when}</p>
      </div>
    );
  }
  return (
    <div class="notice-box notice-box--danger">
      <p>
        <strong>
          {verified.first_broken_sequence === null
            ? "記録のつながりが切れています。"
            : `番号${verified.first_broken_sequence}の記録で、つながりが切れています。`}
        </strong>
      </p>
      <p>
        その記録か、その前後が、書き換えられたか消されています。システムの運用担当者にすぐ知らせ、この画面を印刷して残してください。
        {when}
      </p>
    </div>
  );
}
