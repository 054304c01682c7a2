import { useState } from "preact/hooks";
import {
  changeNotificationSettings,
  loadNotificationSettings,
  type NotificationSettings,
} from "../../api/notifications";
import type { Problem } from "../../api/problem";
import { useLoaded } from "../../api/use-loaded";
import { useSending } from "../../api/use-sending";
import { Failure, Loading, Refusal } from "../../interface/answers";
import { Button } from "../../interface/button";
import { focusSoon } from "../../interface/focus-soon";
import { HelpLink } from "../../interface/help-link";
import { ChoiceTable } from "./choice-table";
import { Hours } from "./hours";
import { PushPart } from "./push-part";
import { SelfCheckPart } from "./self-check-part";
import "./notifications.css";

const SAVED = "notifications-saved";

/** R30: how a person is told, by which way, when; and why nothing arrives. */
export function SettingsPart() {
  const loaded = useLoaded("notification settings", loadNotificationSettings);
  const { data, problem } = loaded;
  return (
    <section class="card" aria-labelledby="notifications">
      <h2 id="notifications">お知らせの受け取り方</h2>
      <p>
        <HelpLink to="web#notifications">お知らせの受け取り方の説明</HelpLink>
      </p>
      {problem && <Failure problem={problem} onRetry={() => void loaded.reload()} />}
      {!data && !problem && <Loading what="お知らせの設定" />}
      {data && (
        <>
          <Settings settings={data} onChanged={loaded.replace} />
          <PushPart settings={data} onChanged={() => void loaded.reload()} />
          <SelfCheckPart />
        </>
      )}
    </section>
  );
}

interface SettingsProps {
  settings: NotificationSettings;
  onChanged: (settings: NotificationSettings) => void;
}

function Settings({ settings, onChanged }: SettingsProps) {
  const [choices, setChoices] = useState(settings.choices);
  const [quiet, setQuiet] = useState(settings.quiet);
  const [dailyAt, setDailyAt] = useState(settings.daily_at);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [saved, setSaved] = useState(false);
  const [sending, send] = useSending();
  const save = () =>
    send(async () => {
      const { data, problem } = await changeNotificationSettings({ choices, quiet, daily_at: dailyAt });
      setProblem(problem ?? null);
      setSaved(data !== undefined);
      if (!data) return;
      onChanged(data);
      focusSoon(SAVED);
    });
  return (
    <form
      class="stack"
      noValidate
      aria-label="お知らせの受け取り方"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <p>
        Eメールは {settings.email}{" "}
        に送ります。画面の「お知らせ」には、いつも出ます。お知らせに個人情報は書きません。
      </p>
      <p
        role="status"
        id={SAVED}
        tabIndex={-1}
        class={saved ? "notice-box notice-box--success" : "status-line"}
      >
        {saved && "お知らせの受け取り方を保存しました。"}
      </p>
      <Refusal problem={problem} />
      <ChoiceTable choices={choices} onChoices={setChoices} />
      <Hours quiet={quiet} onQuiet={setQuiet} dailyAt={dailyAt} onDailyAt={setDailyAt} problem={problem} />
      <div class="actions">
        <Button type="submit" kind="primary" sending={sending}>
          保存する
        </Button>
      </div>
    </form>
  );
}
