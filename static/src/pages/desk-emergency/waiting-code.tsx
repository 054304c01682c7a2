import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import { api, ask } from "../../api/client";
import { useIntent } from "../../api/intent";
import type { Problem } from "../../api/problem";
import type { EmergencyCode, Me, ShownCode } from "../../api/types";
import { useSending } from "../../api/use-sending";
import { DEVICE_KINDS, word } from "../../city/words";
import { warekiWithTime } from "../../dates/wareki";
import { formatLoginId } from "../../device-key/login-code";
import { Refusal } from "../../interface/answers";
import { Button } from "../../interface/button";
import { ConfirmDialog } from "../../interface/confirm-dialog";
import { useFreshSignIn } from "../../session/fresh-sign-in";

interface WaitingCodeProps {
  item: EmergencyCode;
  me: Me;
  onShown: (shown: ShownCode) => void;
  onChanged: (message: string) => void;
}

/** The second clerk: reads, checks, and lets the code out or refuses it. */
export function WaitingCode({ item, me, onShown, onChanged }: WaitingCodeProps) {
  const [asking, setAsking] = useState<"confirm" | "refuse" | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [sending, send] = useSending();
  const freshly = useFreshSignIn();
  const intent = useIntent();
  const name = `${item.user_name}さん(${item.organization_name})`;
  const heading = `waiting-${item.id}`;

  const confirm = () =>
    send(async () => {
      const init = {
        params: { path: { id: item.id } },
        body: {},
        headers: intent.headersFor({ confirm: item.id }),
      };
      const { data, problem } = await freshly(() =>
        ask(() => api.POST("/api/emergency-codes/{id}/confirmation", init)),
      );
      intent.answered(problem);
      setAsking(null);
      setProblem(problem ?? null);
      if (data) onShown(data);
    });
  const refuse = () =>
    send(async () => {
      const init = { params: { path: { id: item.id } }, body: {} };
      const { problem } = await freshly(() => ask(() => api.POST("/api/emergency-codes/{id}/refusal", init)));
      setAsking(null);
      setProblem(problem ?? null);
      if (!problem) onChanged(`${name}の依頼を断りました。`);
    });

  return (
    <article class="card" aria-labelledby={heading}>
      <h3 id={heading}>{name}</h3>
      <dl class="facts">
        <Line name="ログインID">
          <span class="code">{formatLoginId(item.login_id)}</span>
        </Line>
        <Line name="理由">{item.reason}</Line>
        <Line name="使う端末">
          {word(DEVICE_KINDS, item.kind)} <span class="code">{item.asset_number}</span>
        </Line>
        <Line name="依頼した人">
          {item.requested_by_name}({warekiWithTime(item.requested_at)})
        </Line>
      </dl>
      {item.requested_by_name === me.name && (
        <p class="hint">
          あなたが依頼したものは、あなたには発行できません。一人の間違いや、なりすましの電話を防ぐためです。ほかの担当者に、この画面での確認を頼んでください。取り下げるときは「断る」を選びます。
        </p>
      )}
      <Refusal problem={problem} />
      <div class="actions">
        <Button kind="primary" disabled={sending} onClick={() => setAsking("confirm")}>
          確認して発行する
        </Button>
        <Button kind="danger" disabled={sending} onClick={() => setAsking("refuse")}>
          断る
        </Button>
      </div>
      <ConfirmDialog
        open={asking === "confirm"}
        heading={`${item.user_name}さんに緊急コードを発行しますか`}
        confirm="発行してコードを表示する"
        sending={sending}
        onConfirm={() => void confirm()}
        onCancel={() => setAsking(null)}
      >
        <p>本人であることと、団体の端末であることを、依頼した人とは別に確かめましたか。</p>
        <p>コードはこのあと1回だけ表示されます。すぐに本人に伝えられるときに発行してください。</p>
      </ConfirmDialog>
      <ConfirmDialog
        open={asking === "refuse"}
        heading={`${item.user_name}さんの依頼を断りますか`}
        confirm="断る"
        danger
        sending={sending}
        onConfirm={() => void refuse()}
        onCancel={() => setAsking(null)}
      >
        <p>コードは発行されません。必要になったら、もう一度依頼できます。</p>
      </ConfirmDialog>
    </article>
  );
}

function Line({ name, children }: { name: string; children: ComponentChildren }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
