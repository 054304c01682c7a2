import { useState } from "preact/hooks";
import { type Message, setPinned, withdrawMessage } from "../../api/messages";
import { Refusal } from "../../interface/answers";
import { ConfirmDialog } from "../../interface/confirm-dialog";
import { Disclosure } from "./disclosure";
import type { Hands } from "./message-item";
import type { Change } from "./use-change";

/** R20: for so long an author may change the words; the server has the last word. */
const EDIT_MILLISECONDS = 24 * 60 * 60 * 1000;

interface MessageActionsProps {
  message: Message;
  hands: Hands;
  change: Change;
  onEdit: () => void;
  /** What was done, in words. */
  onNote: (note: string) => void;
}

/** What is done more seldom with a message: pin, link, edit, withdraw. */
export function MessageActions({ message, hands, change, onEdit, onNote }: MessageActionsProps) {
  const [withdrawing, setWithdrawing] = useState(false);
  const { room, readOnly } = hands;
  const { message_id: id, pinned_at: pinnedAt, author } = message;
  const mine = author.is_me && !readOnly;
  const young = Date.now() - new Date(message.at).getTime() < EDIT_MILLISECONDS;
  const pin = async () => {
    const pinned = pinnedAt === null;
    if (await change.make(() => setPinned(room, id, pinned))) {
      onNote(pinned ? "ピン留めしました。部屋の上にいつも出ます。" : "ピン留めを外しました。");
    }
  };
  const withdraw = async () => {
    if (await change.make(() => withdrawMessage(room, id))) setWithdrawing(false);
  };
  const stay = () => {
    change.forget();
    setWithdrawing(false);
  };
  return (
    <>
      <Disclosure label="その他">
        {(close) => {
          const closeAnd = (work: () => void) => () => {
            close();
            work();
          };
          return (
            <>
              {!readOnly && (
                <button type="button" onClick={closeAnd(() => void pin())}>
                  {pinnedAt === null ? "ピン留めする" : "ピン留めを外す"}
                </button>
              )}
              <button type="button" onClick={closeAnd(() => void copyLink(room, id).then(onNote))}>
                リンクをコピー
              </button>
              {mine && young && (
                <button type="button" onClick={closeAnd(onEdit)}>
                  編集する
                </button>
              )}
              {mine && (
                <button type="button" class="danger" onClick={closeAnd(() => setWithdrawing(true))}>
                  取り消す
                </button>
              )}
            </>
          );
        }}
      </Disclosure>
      <ConfirmDialog
        open={withdrawing}
        heading="この書き込みを取り消しますか"
        confirm="取り消す"
        cancel="取り消さない"
        danger
        sending={change.making}
        onConfirm={() => void withdraw()}
        onCancel={stay}
      >
        <Refusal problem={withdrawing ? change.problem : null} />
        <p>本文と添付は、だれにも見えなくなります。取り消したことは残ります。元には戻せません。</p>
      </ConfirmDialog>
    </>
  );
}

/** Whoever follows it must be in the room (R18). */
async function copyLink(room: number, message: number): Promise<string> {
  const address = `${location.origin}/rooms/${room}?message=${message}`;
  try {
    await navigator.clipboard.writeText(address);
    return "リンクをコピーしました。開けるのは、この部屋の人だけです。";
  } catch {
    // The browser does not let the page: the address can still be taken by hand.
    return `コピーできませんでした。リンク: ${address}`;
  }
}
