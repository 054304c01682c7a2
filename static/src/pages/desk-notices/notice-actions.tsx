import { useState } from "preact/hooks";
import { api, ask } from "../../api/client";
import { useIntent } from "../../api/intent";
import type { Problem } from "../../api/problem";
import type { IssuedNotice, Notice } from "../../api/types";
import { useSending } from "../../api/use-sending";
import { Refusal } from "../../interface/answers";
import { Button } from "../../interface/button";
import { ConfirmDialog } from "../../interface/confirm-dialog";
import { useFreshSignIn } from "../../session/fresh-sign-in";
import type { NoticeState } from "./desk-notices-page";
import { postNotices } from "./post-notices";

/** The limit of one call; more paper than this jams a printer anyway. */
const LETTERS_AT_ONCE = 100;

interface NoticeActionsProps {
  state: NoticeState;
  chosen: Notice[];
  onIssued: (letters: IssuedNotice[]) => void;
  onPosted: (count: number) => void;
  onReload: () => void;
}

export function NoticeActions({ state, chosen, onIssued, onPosted, onReload }: NoticeActionsProps) {
  const [problem, setProblem] = useState<Problem | null>(null);
  const [confirming, setConfirming] = useState(false);
  const [sending, send] = useSending();
  const freshly = useFreshSignIn();
  const issueIntent = useIntent();
  const postIntent = useIntent();
  const printedBefore = chosen.filter((notice) => notice.printed_at);
  const ids = chosen.map((notice) => notice.notice_id);
  const tooMany = chosen.length > LETTERS_AT_ONCE;
  const unusable = chosen.length === 0 || tooMany;

  const refused = (problem: Problem) => {
    setProblem(problem);
    if (problem.status === 409) onReload();
  };
  const issue = () =>
    send(async () => {
      const body = { notice_ids: ids };
      const { data, problem } = await freshly(() =>
        ask(() => api.POST("/api/notices/issue", { body, headers: issueIntent.headersFor(body) })),
      );
      issueIntent.answered(problem);
      setConfirming(false);
      if (data) onIssued(data.items);
      else refused(problem);
    });
  const post = () =>
    send(async () => {
      const { data, problem } = await postNotices(ids, postIntent);
      setProblem(null);
      if (data) onPosted(ids.length);
      else refused(problem);
    });

  return (
    <div class="bar bar--sticky">
      <Refusal problem={problem} />
      <div class="row row--apart">
        <p role="status">
          {tooMany ? `一度に選べるのは${LETTERS_AT_ONCE}通までです。` : `${chosen.length}通を選んでいます`}
        </p>
        <div class="actions">
          {state === "to_post" && (
            <Button kind="primary" disabled={unusable} sending={sending} onClick={() => void post()}>
              投函済みにする
            </Button>
          )}
          <Button
            kind={state === "to_print" ? "primary" : "secondary"}
            disabled={unusable}
            sending={sending}
            onClick={() => (printedBefore.length > 0 ? setConfirming(true) : void issue())}
          >
            {state === "to_print" ? "印刷する" : "印刷し直す"}
          </Button>
        </div>
      </div>
      <ReprintDialog
        open={confirming}
        printedBefore={printedBefore}
        sending={sending}
        onConfirm={() => void issue()}
        onCancel={() => setConfirming(false)}
      />
    </div>
  );
}

interface ReprintDialogProps {
  open: boolean;
  printedBefore: Notice[];
  sending: boolean;
  onConfirm: () => void;
  onCancel: () => void;
}

/** Printing again is a reissue: the old paper becomes worthless (R4). */
function ReprintDialog({ printedBefore, ...dialog }: ReprintDialogProps) {
  return (
    <ConfirmDialog {...dialog} heading="印刷し直しますか" confirm="新しい認証コードで印刷する" danger>
      <p>
        選んだ通知書のうち{printedBefore.length}通は、前に印刷しています。印刷し直すと新しい認証コードになり、
        <strong>前の通知書の認証コードは使えなくなります</strong>。前の通知書は捨ててください。
      </p>
      <ul>
        {printedBefore.slice(0, 5).map((notice) => (
          <li key={notice.notice_id}>
            {notice.user_name}({notice.organization_name})
          </li>
        ))}
        {printedBefore.length > 5 && <li>ほか{printedBefore.length - 5}通</li>}
      </ul>
    </ConfirmDialog>
  );
}
