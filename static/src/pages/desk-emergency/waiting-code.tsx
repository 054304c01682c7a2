import type { ComponentChildren } from "preact";
import type { EmergencyCode, ShownCode } from "../../api/types";
import { DEVICE_KINDS, word } from "../../city/words";
import { warekiWithTime } from "../../dates/wareki";
import { formatLoginId } from "../../device-key/login-code";
import { Refusal } from "../../interface/answers";
import { Button } from "../../interface/button";
import { ConfirmDialog } from "../../interface/confirm-dialog";
import { useCodeDecision } from "./use-code-decision";

interface WaitingCodeProps {
  item: EmergencyCode;
  onShown: (shown: ShownCode) => void;
  onChanged: (message: string) => void;
}

/** The second clerk: reads, checks, and lets the code out or refuses it. The first can only take it back. */
export function WaitingCode({ item, onShown, onChanged }: WaitingCodeProps) {
  const mine = item.requested_by_me;
  const name = `${item.user_name}さん(${item.organization_name})`;
  const heading = `waiting-${item.id}`;
  const { asking, setAsking, problem, sending, confirm, refuse } = useCodeDecision(item, {
    onShown,
    onRefused: () => onChanged(`${name}の依頼を${mine ? "取り下げました" : "断りました"}。`),
  });
  const close = () => setAsking(null);

  return (
    <article class="card" aria-labelledby={heading}>
      <h3 id={heading}>{name}</h3>
      <Facts item={item} />
      {mine && (
        <p class="hint">
          あなたが依頼したものは、あなたには発行できません。一人の間違いや、なりすましの電話を防ぐためです。ほかの担当者に、この画面での確認を頼んでください。
        </p>
      )}
      <Refusal problem={problem} />
      <div class="actions">
        {!mine && (
          <Button kind="primary" disabled={sending} onClick={() => setAsking("confirm")}>
            確認して発行する
          </Button>
        )}
        <Button kind="danger" disabled={sending} onClick={() => setAsking("refuse")}>
          {mine ? "依頼を取り下げる" : "断る"}
        </Button>
      </div>
      <ConfirmDialog
        open={asking === "confirm"}
        heading={`${item.user_name}さんに緊急コードを発行しますか`}
        confirm="発行してコードを表示する"
        sending={sending}
        onConfirm={() => void confirm()}
        onCancel={close}
      >
        <p>本人であることと、団体の端末であることを、依頼した人とは別に確かめましたか。</p>
        <p>コードはこのあと1回だけ表示されます。すぐに本人に伝えられるときに発行してください。</p>
      </ConfirmDialog>
      <ConfirmDialog
        open={asking === "refuse"}
        heading={`${item.user_name}さんの依頼を${mine ? "取り下げますか" : "断りますか"}`}
        confirm={mine ? "取り下げる" : "断る"}
        danger
        sending={sending}
        onConfirm={() => void refuse()}
        onCancel={close}
      >
        <p>コードは発行されません。必要になったら、もう一度依頼できます。</p>
      </ConfirmDialog>
    </article>
  );
}

function Facts({ item }: { item: EmergencyCode }) {
  return (
    <dl class="facts">
      <Fact name="ログインID">
        <span class="code">{formatLoginId(item.login_id)}</span>
      </Fact>
      <Fact name="理由">{item.reason}</Fact>
      <Fact name="使う端末">
        {word(DEVICE_KINDS, item.kind)} <span class="code">{item.asset_number}</span>
      </Fact>
      <Fact name="依頼した人">
        {item.requested_by_name}({warekiWithTime(item.requested_at)})
      </Fact>
    </dl>
  );
}

function Fact({ name, children }: { name: string; children: ComponentChildren }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
