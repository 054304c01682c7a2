import { useState } from "preact/hooks";
import { type NotificationSettings, unsubscribe } from "../../api/notifications";
import type { Problem } from "../../api/problem";
import { useSending } from "../../api/use-sending";
import { wareki } from "../../dates/wareki";
import { Failure } from "../../interface/answers";
import { Button } from "../../interface/button";
import { Badge } from "../../interface/status-badge";
import { type PushState, pushState, receiveHere, stopHere } from "./push";

const WHY: Record<Exclude<PushState, "ready">, string> = {
  unsupported: "このブラウザーは、プッシュ通知に対応していません。",
  needs_installing:
    "iPhoneやiPadでは、先に共有ボタンから「ホーム画面に追加」をして、そのアイコンから開いてください。",
  denied: "通知がブラウザーで拒否されています。ブラウザーの設定で、このサイトの通知を許可してください。",
};

interface PushPartProps {
  settings: NotificationSettings;
  onChanged: () => void;
}

/** The browsers that get push notifications, and this one. */
export function PushPart({ settings, onChanged }: PushPartProps) {
  const [problem, setProblem] = useState<Problem | null>(null);
  const [sending, send] = useSending();
  const state = pushState();
  const here = settings.subscriptions.some((subscription) => subscription.is_this_device);
  const start = () =>
    send(async () => {
      const refused = await receiveHere(settings.push_public_key);
      setProblem(refused);
      if (!refused) onChanged();
    });
  const stop = (subscription: number, isHere: boolean) =>
    send(async () => {
      const { problem } = await unsubscribe(subscription);
      setProblem(problem ?? null);
      if (problem) return;
      if (isHere) await stopHere();
      onChanged();
    });
  return (
    <section class="stack" aria-labelledby="push">
      <h3 id="push">プッシュ通知を受け取る端末</h3>
      {problem && <Failure problem={problem} />}
      {settings.subscriptions.length === 0 && <p class="quiet">まだありません。</p>}
      <ul class="devices">
        {settings.subscriptions.map((subscription) => (
          <li key={subscription.subscription_id}>
            <p class="row row--apart">
              <span>
                <strong>{subscription.device}</strong>{" "}
                {subscription.is_this_device && <Badge>この端末</Badge>}{" "}
                <span class="hint">{wareki(subscription.created_at)}から</span>
              </span>
              <Button
                small
                sending={sending}
                onClick={() => void stop(subscription.subscription_id, subscription.is_this_device)}
              >
                受け取りをやめる<span class="visually-hidden">({subscription.device})</span>
              </Button>
            </p>
          </li>
        ))}
      </ul>
      {state === "ready" ? (
        !here && (
          <div class="actions">
            <Button sending={sending} onClick={() => void start()}>
              この端末で受け取る
            </Button>
          </div>
        )
      ) : (
        <p class="notice-box notice-box--warning">{WHY[state]}</p>
      )}
    </section>
  );
}
