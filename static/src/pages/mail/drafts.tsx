import { useState } from "preact/hooks";
import { type Box, deleteMailDraft, loadMailDrafts, type MailDraft } from "../../api/mail";
import type { Problem } from "../../api/problem";
import { useLoaded } from "../../api/use-loaded";
import { useSending } from "../../api/use-sending";
import { warekiWithTime } from "../../dates/wareki";
import { EmptyState, Failure, Loading } from "../../interface/answers";
import { Button } from "../../interface/button";
import { writeAddress } from "./places";

/** What was begun and not sent, on any device. */
export function Drafts({ box }: { box: Box }) {
  const loaded = useLoaded("mail drafts", loadMailDrafts);
  const [refused, setRefused] = useState<Problem | null>(null);
  const [sending, send] = useSending();
  const problem = loaded.problem ?? refused;
  const items = (loaded.data?.items ?? []).filter((draft) =>
    box === "mine" ? !draft.from_desk : draft.from_desk,
  );
  const drop = (draft: MailDraft) =>
    send(async () => {
      const { problem } = await deleteMailDraft(draft.draft_id);
      setRefused(problem ?? null);
      if (!problem) await loaded.reload();
    });
  return (
    <>
      {problem && <Failure problem={problem} onRetry={() => void loaded.reload()} />}
      {!loaded.data && !problem && <Loading what="下書き" />}
      {loaded.data && items.length === 0 && <EmptyState title="下書きはありません" />}
      <ul class="devices">
        {items.map((draft) => (
          <li key={draft.draft_id}>
            <p class="row row--apart">
              <span>
                <a href={writeAddress({ kind: "draft", box, draft: draft.draft_id })}>
                  <strong>{draft.subject || "(件名なし)"}</strong>
                </a>{" "}
                <span class="hint">
                  {draft.to_people.map((person) => person.name).join("、")}{" "}
                  <time dateTime={draft.updated_at}>{warekiWithTime(draft.updated_at)}</time>
                </span>
              </span>
              <Button small kind="danger" sending={sending} onClick={() => void drop(draft)}>
                捨てる<span class="visually-hidden">({draft.subject || "件名なし"})</span>
              </Button>
            </p>
          </li>
        ))}
      </ul>
    </>
  );
}
