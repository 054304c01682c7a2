import { useState } from "preact/hooks";
import { Button } from "../../interface/button";
import { ConfirmDialog } from "../../interface/confirm-dialog";
import { useOnline } from "../../interface/use-online";
import { giveUp, tryAgain } from "../../outbox/outbox";
import type { WaitingPost } from "../../outbox/store";
import { MessageBody } from "./message-body";

interface WaitingPostsProps {
  posts: WaitingPost[];
  /** Back into the writing box; undefined while something else is being written there. */
  onRewrite: ((post: WaitingPost) => void) | undefined;
}

/** What was written without network: it waits on this device, and says so. */
export function WaitingPosts({ posts, onRewrite }: WaitingPostsProps) {
  if (posts.length === 0) return null;
  return (
    <section class="timeline__day" aria-label="送信を待っている書き込み">
      <ol>
        {posts.map((post) => (
          <Waiting key={post.key} post={post} onRewrite={onRewrite} />
        ))}
      </ol>
    </section>
  );
}

function Waiting({ post, onRewrite }: { post: WaitingPost; onRewrite: WaitingPostsProps["onRewrite"] }) {
  const [dropping, setDropping] = useState(false);
  const online = useOnline();
  const { refusal, files, input } = post;
  const state = refusal
    ? `送れませんでした。${refusal.title}`
    : online
      ? "送信しています…"
      : "送信待ち: つながったら自動で送ります。";
  return (
    <li class={refusal ? "message message--mine message--refused" : "message message--mine message--waiting"}>
      {input.body && <MessageBody body={input.body} />}
      {files.length > 0 && <p class="hint">添付: {files.map((file) => file.name).join("、")}</p>}
      <p role="status" class={refusal ? "error" : "hint"}>
        {state}
      </p>
      <div class="actions">
        {refusal && onRewrite && (
          <Button small kind="primary" onClick={() => onRewrite(post)}>
            書き直す
          </Button>
        )}
        {refusal && (
          <Button small onClick={() => void tryAgain(post)}>
            もう一度送る
          </Button>
        )}
        <Button small kind="danger" onClick={() => setDropping(true)}>
          送らずに消す
        </Button>
      </div>
      <ConfirmDialog
        open={dropping}
        heading="この書き込みを送らずに消しますか"
        confirm="消す"
        cancel="消さない"
        danger
        onConfirm={() => void giveUp(post.key)}
        onCancel={() => setDropping(false)}
      >
        <p>この端末にだけある書き込みです。消すと元に戻せません。</p>
      </ConfirmDialog>
    </li>
  );
}
