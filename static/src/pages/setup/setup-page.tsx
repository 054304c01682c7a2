import { useState } from "preact/hooks";
import { api, ask } from "../../api/client";
import { useIntent } from "../../api/intent";
import type { Problem } from "../../api/problem";
import type { SetupDone, SetupInput } from "../../api/types";
import { useSending } from "../../api/use-sending";
import { warekiWithTime } from "../../dates/wareki";
import { formatLoginId, normalizeLoginId } from "../../device-key/login-code";
import { Page } from "../../interface/page";
import { EMPTY_SETUP, type SetupFields, setupInput } from "./setup-fields";
import { SetupForm } from "./setup-form";

/** The first clerk of the city, who registers everyone else. Works once, with the token of the installation. */
export function SetupPage() {
  const [fields, setFields] = useState<SetupFields>(EMPTY_SETUP);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [done, setDone] = useState<SetupDone | null>(null);
  const [sending, send] = useSending();
  const intent = useIntent();

  const submit = () =>
    send(async () => {
      const input = setupInput(fields);
      if (input.problem) {
        setProblem(input.problem);
        return;
      }
      const body: SetupInput = input.body;
      const { data, problem } = await ask(() =>
        api.POST("/api/setup", { body, headers: intent.headersFor(body) }),
      );
      intent.answered(problem);
      setProblem(problem ?? null);
      if (data) setDone(data);
    });

  if (done) return <SetupFinished key="done" done={done} />;
  return (
    <Page key="form" heading="最初の設定">
      <p>
        最初の市の担当者を1人登録します。設定用トークンは、このシステムを設置した人から受け取ってください。
      </p>
      <SetupForm
        fields={fields}
        onFields={setFields}
        problem={problem}
        sending={sending}
        onSubmit={() => void submit()}
      />
    </Page>
  );
}

function SetupFinished({ done }: { done: SetupDone }) {
  return (
    <Page heading="登録しました" title="最初の設定 完了">
      <section class="card" aria-labelledby="next">
        <dl class="facts">
          <div>
            <dt>ログインID</dt>
            <dd class="receipt-number">{formatLoginId(done.login_id)}</dd>
          </div>
          <div>
            <dt>認証コード</dt>
            <dd class="receipt-number">{done.code}</dd>
          </div>
          <div>
            <dt>認証コードの期限</dt>
            <dd>{warekiWithTime(done.expires_at)}まで</dd>
          </div>
        </dl>
        <h2 id="next">次にすること</h2>
        <ol class="steps">
          <li>
            この画面を閉じる前に、ログインIDと認証コードを書き留めてください。認証コードはもう一度表示できません。
          </li>
          <li>登録した端末で初回ログインをしてください。</li>
        </ol>
        <div class="actions">
          <a class="button button--primary" href={`/first-login?login_id=${normalizeLoginId(done.login_id)}`}>
            初回ログインへ
          </a>
        </div>
      </section>
    </Page>
  );
}
