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
        操作の記録と、登録者の情報をだれが見たかの記録(閲覧の記録)は、1件ごとに前の記録とつながっています。途中の1件でも書き換えたり消したりすると、つながりが切れて分かります。
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

type Checked = Verified & { at: string };

function Result({ verified }: { verified: Checked }) {
  const { events, views, at } = verified;
  const when = `${warekiWithTime(at)}に、操作の記録${events}件と閲覧の記録${views.rows}件を確かめました。`;
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
      {brokenIn(verified).map((text) => (
        <p key={text}>
          <strong>{text}</strong>
        </p>
      ))}
      <p>
        その記録か、その前後が、書き換えられたか消されています。システムの運用担当者にすぐ知らせ、この画面を印刷して残してください。
        {when}
      </p>
    </div>
  );
}

/** Which of the two chains is broken, and where. */
function brokenIn({ intact, first_broken_sequence, views }: Checked): string[] {
  const broken: string[] = [];
  if (!views.intact) broken.push(brokenAt("閲覧の記録", views.first_broken_sequence));
  if (first_broken_sequence !== null || (!intact && views.intact)) {
    broken.push(brokenAt("操作の記録", first_broken_sequence));
  }
  return broken;
}

function brokenAt(what: string, sequence: number | null): string {
  return sequence === null
    ? `${what}のつながりが切れています。`
    : `${what}の番号${sequence}で、つながりが切れています。`;
}
