import { useState } from "preact/hooks";
import { api, ask } from "../../api/client";
import type { Setting } from "../../api/types";
import { useLoaded } from "../../api/use-loaded";
import { EmptyState, Failure, Loading } from "../../interface/answers";
import { Page } from "../../interface/page";
import { CityDesk } from "../../session/signed-in";
import { type LastChange, LastChangeBox } from "./last-change";
import { SettingForm } from "./setting-form";
import "./settings.css";

export function DeskSettingsPage() {
  return <CityDesk>{() => <Settings />}</CityDesk>;
}

function Settings() {
  const { data, problem, reload, replace } = useLoaded("settings", () => ask(() => api.GET("/api/settings")));
  const [last, setLast] = useState<LastChange | null>(null);

  const saved = (before: Setting, after: Setting, undone: boolean) => {
    setLast({ before, after, undone });
    if (data) {
      replace({ ...data, items: data.items.map((item) => (item.name === after.name ? after : item)) });
    }
  };

  return (
    <Page heading="設定" help="city#settings">
      <p>
        期限や日数などの決まりです。変えるとすぐに、これからの申請やログインに使われます。だれがいつ変えたかは記録に残ります。
      </p>
      <div class="settings">
        <LastChangeBox
          // A further change is another one to take back.
          key={last ? `${last.after.name} ${last.after.value}` : ""}
          last={last}
          onUndone={(before, after) => saved(before, after, true)}
        />
        {problem && <Failure problem={problem} onRetry={() => void reload()} />}
        {!data && !problem && <Loading what="設定" />}
        {data?.items.length === 0 && <EmptyState title="変えられる設定はありません" />}
        {data?.items.map((setting) => (
          <SettingForm
            key={`${setting.name} ${setting.value}`}
            setting={setting}
            onSaved={(after) => saved(setting, after, false)}
          />
        ))}
      </div>
    </Page>
  );
}
