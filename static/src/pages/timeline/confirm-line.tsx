import { type Message, setConfirmed } from "../../api/messages";
import { timeOfDay } from "../../dates/wareki";
import { Button } from "../../interface/button";
import type { Change } from "./use-change";

interface ConfirmLineProps {
  room: number;
  message: Message;
  change: Change;
  readOnly: boolean;
  onReaders: () => void;
}

/** R20: of whom 了解 is asked, how far that is, and the button for whoever is asked. */
export function ConfirmLine({ room, message, change, readOnly, onReaders }: ConfirmLineProps) {
  const { confirm } = message;
  if (!confirm) return null;
  const missing = confirm.asked_count - confirm.confirmed_count;
  const mayConfirm = confirm.asked_me && !readOnly;
  const set = (confirmed: boolean) =>
    void change.make(() => setConfirmed(room, message.message_id, confirmed));
  return (
    <div class={missing > 0 ? "message__confirm message__confirm--open" : "message__confirm"}>
      <p>
        <strong>{confirm.asked === "all" ? "全員に了解を求めています" : "了解を求めています"}</strong>{" "}
        <button type="button" class="link-button" onClick={onReaders}>
          {missing > 0
            ? `${confirm.asked_count}人のうち${confirm.confirmed_count}人が了解(あと${missing}人)`
            : `${confirm.confirmed_count}人の全員が了解しました`}
        </button>
      </p>
      {mayConfirm && confirm.confirmed_at === null && (
        <Button kind="primary" small sending={change.making} onClick={() => set(true)}>
          了解
        </Button>
      )}
      {mayConfirm && confirm.confirmed_at !== null && (
        <p>
          <span class="message__confirmed">
            ✓ 了解しました
            <time class="hint" dateTime={confirm.confirmed_at}>
              {" "}
              {timeOfDay(confirm.confirmed_at)}
            </time>
          </span>{" "}
          <button type="button" class="link-button" onClick={() => set(false)}>
            了解を取り消す
          </button>
        </p>
      )}
    </div>
  );
}
