import { useState } from "preact/hooks";
import { api, ask } from "../../api/client";
import type { ShownCode } from "../../api/types";
import { useLoaded } from "../../api/use-loaded";
import { EmptyState, Failure, Loading } from "../../interface/answers";
import { Button } from "../../interface/button";
import { Page } from "../../interface/page";
import { CityDesk } from "../../session/signed-in";
import { CodeSheet } from "./code-sheet";
import { DecidedCodes } from "./decided-codes";
import { RequestForm } from "./request-form";
import { WaitingCode } from "./waiting-code";
import "./emergency.css";

export function DeskEmergencyPage() {
  return <CityDesk>{() => <EmergencyCodes />}</CityDesk>;
}

function EmergencyCodes() {
  // Only here, in memory: once this page is left the code exists on paper and nowhere else.
  const [shown, setShown] = useState<ShownCode | null>(null);
  if (shown) return <CodeSheet shown={shown} onClose={() => setShown(null)} />;
  return <Overview onShown={setShown} />;
}

function Overview({ onShown }: { onShown: (shown: ShownCode) => void }) {
  const [message, setMessage] = useState("");
  // The latest only; the audit trail knows the older ones.
  const { data, problem, reload } = useLoaded("emergency-codes", () =>
    ask(() => api.GET("/api/emergency-codes")),
  );
  const items = data?.items;
  const waiting = items?.filter((item) => item.state === "waiting") ?? [];
  const decided = items?.filter((item) => item.state !== "waiting") ?? [];
  const changed = (text: string) => {
    setMessage(text);
    void reload();
  };

  return (
    <Page heading="緊急コード" title="緊急コードの発行" help="city#emergency-codes">
      <p>
        端末が壊れたりなくなったりして、訪問先などですぐに使えない人のために、短い間(ふつうは1日)だけ使える認証コードを出します。一人が依頼し、1時間のうちに別の担当者が本人かどうかを確かめて発行します。
      </p>
      <p role="status" class={`status-line${message ? " notice-box notice-box--success" : ""}`}>
        {message}
      </p>
      <section class="stack" aria-labelledby="waiting">
        <div class="row row--apart">
          <h2 id="waiting">確認を待っている依頼</h2>
          <Button small onClick={() => void reload()}>
            最新の状態にする
          </Button>
        </div>
        {problem && <Failure problem={problem} onRetry={() => void reload()} />}
        {!items && !problem && <Loading what="依頼" />}
        {items && waiting.length === 0 && <EmptyState title="確認を待っている依頼はありません" />}
        {waiting.map((item) => (
          <WaitingCode key={item.id} item={item} onShown={onShown} onChanged={changed} />
        ))}
      </section>
      <RequestForm onRequested={changed} />
      {decided.length > 0 && <DecidedCodes items={decided} />}
    </Page>
  );
}
