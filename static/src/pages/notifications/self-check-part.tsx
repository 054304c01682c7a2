import { useState } from "preact/hooks";
import {
  type Attempt,
  loadSelfCheck,
  type NotificationChannel,
  tryNotification,
} from "../../api/notifications";
import type { Problem } from "../../api/problem";
import { useLoaded } from "../../api/use-loaded";
import { useSending } from "../../api/use-sending";
import { DELIVERY_REASONS, DELIVERY_STATES, NOTIFICATION_CHANNELS } from "../../city/notification-words";
import { word } from "../../city/words";
import { warekiWithTime } from "../../dates/wareki";
import { Failure, Loading } from "../../interface/answers";
import { Button } from "../../interface/button";

/** R30: why nothing arrives, and one to oneself to see whether it does. */
export function SelfCheckPart() {
  const [open, setOpen] = useState(false);
  return (
    <details onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>お知らせが届かないとき</summary>
      {open && <SelfCheck />}
    </details>
  );
}

function SelfCheck() {
  const { data, problem, reload } = useLoaded("self-check", loadSelfCheck);
  return (
    <div class="stack">
      {problem && <Failure problem={problem} onRetry={() => void reload()} />}
      {!data && !problem && <Loading what="確認の結果" />}
      {data && (
        <>
          <ul class="self-check" aria-label="確かめたこと">
            {data.items.map((item) => (
              <li key={item.check} class={item.is_ok ? "self-check__ok" : "self-check__ill"}>
                <span aria-hidden="true">{item.is_ok ? "✓" : "!"}</span>
                <span>
                  <span class="visually-hidden">{item.is_ok ? "よい: " : "確かめてください: "}</span>
                  {item.text}
                </span>
              </li>
            ))}
          </ul>
          <Trials onTried={() => void reload()} />
          <Last attempts={data.last} />
        </>
      )}
    </div>
  );
}

function Trials({ onTried }: { onTried: () => void }) {
  const [problem, setProblem] = useState<Problem | null>(null);
  const [results, setResults] = useState<Attempt[]>([]);
  const [sending, send] = useSending();
  const tryOne = (channel: NotificationChannel) =>
    send(async () => {
      const { data, problem } = await tryNotification(channel);
      setProblem(problem ?? null);
      setResults(data?.results ?? []);
      if (data) onTried();
    });
  return (
    <>
      <div class="actions">
        <Button sending={sending} onClick={() => void tryOne("email")}>
          Eメールを自分に送ってみる
        </Button>
        <Button sending={sending} onClick={() => void tryOne("push")}>
          プッシュ通知を自分に送ってみる
        </Button>
      </div>
      {problem && <Failure problem={problem} />}
      <div role="status">
        <ul class="plain-list">
          {results.map((result) => (
            <li key={result.channel + result.at}>
              <Result attempt={result} />
              {result.state === "sent" &&
                "。数分たっても届かないときは、迷惑メールや端末の通知の設定を確かめてください。"}
            </li>
          ))}
        </ul>
      </div>
    </>
  );
}

function Last({ attempts }: { attempts: Attempt[] }) {
  if (attempts.length === 0) return null;
  return (
    <>
      <h3>最近の結果</h3>
      <ul class="plain-list">
        {attempts.map((attempt) => (
          <li key={attempt.channel + attempt.at + attempt.state}>
            <time class="quiet" dateTime={attempt.at}>
              {warekiWithTime(attempt.at)}
            </time>{" "}
            <Result attempt={attempt} />
          </li>
        ))}
      </ul>
    </>
  );
}

function Result({ attempt }: { attempt: Attempt }) {
  const { channel, state, reason } = attempt;
  return (
    <>
      {word(NOTIFICATION_CHANNELS, channel)}: {word(DELIVERY_STATES, state)}
      {reason && `(${word(DELIVERY_REASONS, reason)})`}
    </>
  );
}
