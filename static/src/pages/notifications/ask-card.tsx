import { useState } from "preact/hooks";
import { changeNotificationSettings, loadNotificationSettings } from "../../api/notifications";
import type { Problem } from "../../api/problem";
import { useLoaded } from "../../api/use-loaded";
import { useSending } from "../../api/use-sending";
import { Failure } from "../../interface/answers";
import { Button } from "../../interface/button";

/** R30: whoever was never asked is asked once, at the first login; until then everything is off. */
export function AskCard() {
  const { data, replace } = useLoaded("notification settings", loadNotificationSettings);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [sending, send] = useSending();
  if (!data || data.is_asked) return null;
  const answer = (email: "at_once" | "off") =>
    send(async () => {
      const choices = data.choices.map((choice) => ({ ...choice, email }));
      const answered = await changeNotificationSettings({ choices, quiet: null, daily_at: data.daily_at });
      setProblem(answered.problem ?? null);
      if (answered.data) replace(answered.data);
    });
  return (
    <section class="notice-box" aria-labelledby="ask-notifications">
      <h2 id="ask-notifications">新しいことをEメールでお知らせしますか</h2>
      <p>
        部屋の書き込みや了解の求めがあったことを {data.email}{" "}
        に知らせます。個人情報は書きません。今はオフです。 プッシュ通知や細かい設定は
        <a href="/account#notifications">アカウント</a>で選べます。
      </p>
      {problem && <Failure problem={problem} />}
      <div class="actions">
        <Button kind="primary" sending={sending} onClick={() => void answer("at_once")}>
          Eメールで受け取る
        </Button>
        <Button disabled={sending} onClick={() => void answer("off")}>
          受け取らない
        </Button>
      </div>
    </section>
  );
}
