import { useState } from "preact/hooks";
import { type CareDocument, loadFolders, restoreDocument } from "../../api/documents";
import type { Problem } from "../../api/problem";
import { useLoaded } from "../../api/use-loaded";
import { useSending } from "../../api/use-sending";
import { warekiWithTime } from "../../dates/wareki";
import { Failure, Loading, Refusal } from "../../interface/answers";
import { Button } from "../../interface/button";
import { ChangeForm } from "./change-form";
import { VersionForm } from "./version-form";
import { WithdrawalDialog } from "./withdrawal-dialog";

interface DocumentActionsProps {
  room: number;
  document: CareDocument;
  onChanged: () => Promise<void>;
}

type Doing = "change" | "version" | "withdrawal" | null;

/** What a member does with a document: nothing of it is lost (R38). */
export function DocumentActions({ room, document, onChanged }: DocumentActionsProps) {
  const [doing, setDoing] = useState<Doing>(null);
  const [told, setTold] = useState("");
  const begin = (what: Doing) => {
    setTold("");
    setDoing(what);
  };
  const done = (text: string) => {
    setDoing(null);
    setTold(text);
    void onChanged();
  };
  if (document.withdrawal)
    return <PutAway room={room} document={document} onRestored={() => done("元に戻しました。")} />;
  return (
    <>
      <p role="status" class={told === "" ? "status-line" : "notice-box notice-box--success"}>
        {told}
      </p>
      {doing === "change" && (
        <Change
          room={room}
          document={document}
          onChanged={() => done("直しました。")}
          onOvertaken={() => void onChanged()}
          onCancel={() => setDoing(null)}
        />
      )}
      {doing === "version" && (
        <VersionForm
          room={room}
          document={document}
          onAdded={() => done("新しい版を加えました。ほかの担当者に知らせます。")}
          onOvertaken={() => void onChanged()}
          onCancel={() => setDoing(null)}
        />
      )}
      {(doing === null || doing === "withdrawal") && (
        <div class="actions no-print">
          <Button onClick={() => begin("version")}>新しい版を加える</Button>
          <Button onClick={() => begin("change")}>題名などを直す</Button>
          <Button onClick={() => begin("withdrawal")}>しまう</Button>
        </div>
      )}
      {doing === "withdrawal" && (
        <WithdrawalDialog
          room={room}
          document={document}
          onClose={() => setDoing(null)}
          onWithdrawn={() => done("")}
        />
      )}
    </>
  );
}

/** The form needs the folders there are. */
function Change(props: Omit<Parameters<typeof ChangeForm>[0], "folders">) {
  const { room } = props;
  const { data, problem, reload } = useLoaded(`document folders ${room}`, () => loadFolders(room));
  if (problem && !data) return <Failure problem={problem} onRetry={() => void reload()} />;
  if (!data) return <Loading what="フォルダ" />;
  return <ChangeForm {...props} folders={data} />;
}

interface PutAwayProps {
  room: number;
  document: CareDocument;
  onRestored: () => void;
}

/** It was put away: by whom and why, and the way back. */
function PutAway({ room, document, onRestored }: PutAwayProps) {
  const [problem, setProblem] = useState<Problem | null>(null);
  const [sending, send] = useSending();
  const { withdrawal } = document;
  const restore = () =>
    send(async () => {
      const answer = await restoreDocument(room, document.document_id);
      setProblem(answer.problem ?? null);
      if (answer.data) onRestored();
    });
  if (!withdrawal) return null;
  return (
    <section class="notice-box notice-box--warning" aria-label="しまった書類">
      <Refusal problem={problem} />
      <p>
        {withdrawal.by_name}さんが{warekiWithTime(withdrawal.at)}にしまいました。理由: {withdrawal.reason}
      </p>
      <div class="actions no-print">
        <Button kind="primary" sending={sending} onClick={() => void restore()}>
          元に戻す
        </Button>
      </div>
    </section>
  );
}
