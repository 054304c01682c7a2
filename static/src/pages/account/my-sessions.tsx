import { useState } from "preact/hooks";
import { api, ask } from "../../api/client";
import type { Problem } from "../../api/problem";
import type { MySession } from "../../api/types";
import { useLoaded } from "../../api/use-loaded";
import { useSending } from "../../api/use-sending";
import { warekiWithTime } from "../../dates/wareki";
import { Failure, Loading, Refusal } from "../../interface/answers";
import { Button } from "../../interface/button";
import { DeviceName } from "../../interface/device-name";
import { Badge } from "../../interface/status-badge";

/** Where I am signed in; whatever I do not know I end. */
export function MySessions() {
  const { data, problem, reload } = useLoaded("sessions", () => ask(() => api.GET("/api/me/sessions")));
  const [refusal, setRefusal] = useState<Problem | null>(null);
  const [message, setMessage] = useState("");
  const [ending, setEnding] = useState<string | null>(null);
  const [, send] = useSending();

  const end = (session: MySession) =>
    send(async () => {
      setEnding(session.id);
      const { problem } = await ask(() =>
        api.DELETE("/api/me/sessions/{id}", { params: { path: { id: session.id } } }),
      );
      setEnding(null);
      setRefusal(problem ?? null);
      setMessage(problem ? "" : "利用を終わらせました。");
      if (!problem) await reload();
    });

  return (
    <section class="card" aria-labelledby="sessions">
      <h2 id="sessions">ログイン中の利用</h2>
      <p>心当たりのない利用があるときは、終わらせてからパスワードを変えてください。</p>
      <p role="status" class={`status-line${message ? " notice-box notice-box--success" : ""}`}>
        {message}
      </p>
      <Refusal problem={refusal} />
      {problem && <Failure problem={problem} onRetry={() => void reload()} />}
      {!data && !problem && <Loading what="ログイン中の利用" />}
      {data && (
        <ul class="devices">
          {data.items.map((session) => (
            <SessionLine
              key={session.id}
              session={session}
              ending={ending === session.id}
              onEnd={() => void end(session)}
            />
          ))}
        </ul>
      )}
    </section>
  );
}

interface SessionLineProps {
  session: MySession;
  ending: boolean;
  onEnd: () => void;
}

function SessionLine({ session, ending, onEnd }: SessionLineProps) {
  const since = warekiWithTime(session.signed_in_at);
  return (
    <li>
      <p>
        <DeviceName device={session.device} />
      </p>
      <p class="row">
        {session.this_session && <Badge>この画面</Badge>}
        {session.locked && <Badge kind="quiet">画面ロック中</Badge>}
        <span class="hint">
          {since}から。長くても{warekiWithTime(session.expires_at)}まで
        </span>
      </p>
      {session.this_session ? (
        <p class="hint">この画面の利用を終わらせるには、「ログアウト」を押してください。</p>
      ) : (
        <div class="actions">
          <Button small sending={ending} onClick={onEnd}>
            この利用を終わらせる<span class="visually-hidden">({since}から)</span>
          </Button>
        </div>
      )}
    </li>
  );
}
