import { useState } from "preact/hooks";
import type { Message } from "../../api/messages";
import { PROFESSIONS, word } from "../../city/words";
import { timeOfDay, warekiWithTime } from "../../dates/wareki";
import { Badge } from "../../interface/status-badge";
import { Attachments } from "./attachments";
import { ConfirmLine } from "./confirm-line";
import { EditForm } from "./edit-form";
import { MessageActions } from "./message-actions";
import { Labels, MessageBody, Quote } from "./message-body";
import { ReactionChoice, Reactions } from "./reactions";
import { ReadersDialog } from "./readers-dialog";
import { useChange } from "./use-change";
import { VersionsDialog } from "./versions-dialog";

/** What can be done with the messages of a room, and by whom. */
export interface Hands {
  room: number;
  /** The room is only looked at: a clerk broke the glass (R18). */
  readOnly: boolean;
  onReply: (message: Message) => void;
  onJump: (message: number) => void;
  onChanged: (message: Message) => void;
}

interface MessageItemProps {
  message: Message;
  hands: Hands;
  isNew: boolean;
  /** It is what a link or a quote led to. */
  isTarget: boolean;
}

export type ShownDialog = "readers" | "versions" | null;

/** The id of a message on the page. */
export function itemId(message: number): string {
  return `message-${message}`;
}

export function MessageItem({ message, hands, isNew, isTarget }: MessageItemProps) {
  const [dialog, setDialog] = useState<ShownDialog>(null);
  const { message_id: id, author } = message;
  const marks = [author.is_me && "message--mine", isNew && "message--new", isTarget && "message--target"];
  return (
    <li
      id={itemId(id)}
      data-message={id}
      tabIndex={-1}
      class={["message", ...marks.filter(Boolean)].join(" ")}
    >
      <Head message={message} onVersions={() => setDialog("versions")} />
      {message.withdrawn_at ? (
        <p class="quiet">
          この書き込みは取り消されました(
          <time dateTime={message.withdrawn_at}>{warekiWithTime(message.withdrawn_at)}</time>)。
        </p>
      ) : (
        <Standing message={message} hands={hands} onDialog={setDialog} />
      )}
      {dialog === "readers" && (
        <ReadersDialog room={hands.room} message={message} onClose={() => setDialog(null)} />
      )}
      {dialog === "versions" && (
        <VersionsDialog room={hands.room} message={id} onClose={() => setDialog(null)} />
      )}
    </li>
  );
}

function Head({ message, onVersions }: { message: Message; onVersions: () => void }) {
  const { author } = message;
  return (
    <div class="message__head">
      <p>
        <strong>{author.name}</strong>{" "}
        <span class="quiet">
          {word(PROFESSIONS, author.profession)} ・ {author.organization_name}
        </span>
      </p>
      <p class="message__when">
        {message.pinned_at && <Badge>ピン留め</Badge>}
        {message.edited_at && !message.withdrawn_at && (
          <button type="button" class="link-button" onClick={onVersions}>
            編集済み<span class="visually-hidden">(前の文を見る)</span>
          </button>
        )}
        <time class="quiet" dateTime={message.at}>
          {timeOfDay(message.at)}
        </time>
      </p>
    </div>
  );
}

interface StandingProps {
  message: Message;
  hands: Hands;
  onDialog: (dialog: ShownDialog) => void;
}

/** A message that was not withdrawn. */
function Standing({ message, hands, onDialog }: StandingProps) {
  const [editing, setEditing] = useState(false);
  const [note, setNote] = useState("");
  const change = useChange(hands.onChanged);
  const { room, readOnly } = hands;
  if (editing) {
    return (
      <EditForm
        room={room}
        message={message}
        onDone={(changed) => {
          setEditing(false);
          if (changed) hands.onChanged(changed);
        }}
      />
    );
  }
  const readers = () => onDialog("readers");
  return (
    <>
      {message.reply_to && <Quote quote={message.reply_to} onJump={hands.onJump} />}
      {message.body && <MessageBody body={message.body} />}
      <Attachments room={room} files={message.files} />
      <Labels message={message} />
      <ConfirmLine room={room} message={message} change={change} readOnly={readOnly} onReaders={readers} />
      <Reactions room={room} message={message} change={change} readOnly={readOnly} />
      <div class="message__actions">
        {!readOnly && (
          <>
            <button type="button" class="link-button" onClick={() => hands.onReply(message)}>
              返信
            </button>
            <ReactionChoice room={room} message={message} change={change} />
          </>
        )}
        <MessageActions
          message={message}
          hands={hands}
          change={change}
          onEdit={() => setEditing(true)}
          onNote={setNote}
        />
        <button type="button" class="link-button message__read" onClick={readers}>
          既読 {message.read_count}
          <span class="visually-hidden">人(だれが読んだかを見る)</span>
        </button>
      </div>
      <p role="status" class={change.problem ? "error" : "hint status-line"}>
        {change.problem ? change.problem.title : note}
      </p>
    </>
  );
}
