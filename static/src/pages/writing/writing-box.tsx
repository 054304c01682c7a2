import { useEffect, useId, useMemo, useRef, useState } from "preact/hooks";
import type { Finding, Message } from "../../api/messages";
import type { Me } from "../../api/types";
import { NOT_FOR_EMERGENCIES } from "../../city/message-words";
import { Failure, Refusal } from "../../interface/answers";
import { Button } from "../../interface/button";
import type { WaitingPost } from "../../outbox/store";
import { inRoom } from "../../outbox/upload";
import { Extras, type Panel } from "./extras";
import { FileList } from "./file-list";
import { LeaveWarning } from "./leave-warning";
import { ScreeningDialog } from "./screening-dialog";
import { TextBox } from "./text-box";
import { useFiles } from "./use-files";
import { type Posting, usePosting } from "./use-posting";
import { useWriting, type WritingState } from "./use-writing";
import { emergencyWord, type Reply, replyTo, type Writing } from "./writing";
import "./writing.css";

/** What the room asks of its writing box; another object each time. */
export type Wanted = { reply: Message } | { rewrite: WaitingPost };

interface WritingBoxProps {
  me: Me;
  room: number;
  wanted: Wanted | null;
  othersWait: boolean;
  /** Null: it waits in the browser. */
  onSent: (message: Message | null) => void;
  onEmpty: (empty: boolean) => void;
}

/** What is written, and what becomes of it. */
function useComposer({ me, room, wanted, othersWait, onSent, onEmpty }: WritingBoxProps) {
  const state = useWriting(room);
  const { writing, box, change, clear } = state;
  const place = useMemo(() => inRoom(room), [room]);
  const files = useFiles(place, box);
  const [panel, setPanel] = useState<Panel | null>(null);
  const [missing, setMissing] = useState(false);
  const field = useRef<HTMLTextAreaElement>(null);
  const done = (message: Message | null) => {
    clear();
    files.clear();
    setPanel(null);
    setMissing(false);
    onSent(message);
    field.current?.focus();
  };
  const posting = usePosting({
    user: me.user_id,
    room,
    files,
    othersWait,
    onPosted: done,
    onWaiting: () => done(null),
  });
  useWanted(wanted, { change, files, field });
  const isEmpty = writing.body.trim() === "" && files.files.length === 0;
  useEffect(() => onEmpty(isEmpty), [isEmpty, onEmpty]);

  const refused = files.files.some((file) => file.refusal !== null);
  const send = () => {
    setMissing(isEmpty);
    if (isEmpty) field.current?.focus();
    else if (!files.sending && !refused) void posting.post(writing);
  };
  return { state, files, panel, setPanel, posting, field, send, refused, lacks: missing && isEmpty };
}

/** Where a message is written. It says always that it is not for emergencies (R22). */
export function WritingBox(props: WritingBoxProps) {
  const { me, room } = props;
  const { state, files, panel, setPanel, posting, field, send, refused, lacks } = useComposer(props);
  const { writing, box, problem, reload, change } = state;
  const id = useId();
  return (
    <form
      class="writing"
      aria-label="書き込む"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <p class="writing__not-for">{NOT_FOR_EMERGENCIES}</p>
      {problem && <Failure problem={problem} onRetry={reload} />}
      <Refusal problem={posting.problem} fieldId={() => id} />
      <ReplyLine reply={writing.replyTo} onRemove={() => change({ replyTo: null })} />
      <TextBox
        id={id}
        field={field}
        room={room}
        me={me.user_id}
        writing={writing}
        onChange={change}
        onSend={send}
        onFiles={files.add}
        error={lacks ? "書き込む文を入力するか、ファイルを添付してください。" : undefined}
        charactersMax={box?.body_characters_max ?? null}
      />
      <Emergency word={emergencyWord(writing.body, box?.emergency_words ?? [])} />
      <FileList files={files} />
      {files.files.length > 0 && <LeaveWarning />}
      <Extras
        me={me.user_id}
        room={room}
        writing={writing}
        panel={panel}
        onPanel={setPanel}
        onChange={change}
        onFiles={files.add}
      />
      <SendLine sending={posting.sending} filesSending={files.sending} refused={refused} />
      {posting.findings && (
        <Screening posting={posting} findings={posting.findings} room={room} state={state} field={field} />
      )}
    </form>
  );
}

interface SendLineProps {
  sending: boolean;
  filesSending: boolean;
  refused: boolean;
}

function SendLine({ sending, filesSending, refused }: SendLineProps) {
  return (
    <div class="writing__send">
      <Button type="submit" kind="primary" sending={sending} disabled={filesSending || refused}>
        {filesSending ? "添付を送っています…" : "送る"}
      </Button>
      <p class="hint">Ctrl+Enterでも送れます。</p>
    </div>
  );
}

interface ScreeningProps {
  posting: Posting;
  findings: Finding[];
  room: number;
  state: WritingState;
  field: { current: HTMLTextAreaElement | null };
}

/** R27: something was found; the text in the box is what the dialog works on. */
function Screening({ posting, findings, room, state, field }: ScreeningProps) {
  const { writing, change, clear } = state;
  return (
    <ScreeningDialog
      room={room}
      text={writing.body}
      findings={findings}
      sending={posting.sending}
      onText={(body) => change({ body })}
      onSend={(body, need) => void posting.post({ ...writing, body }, need)}
      onBack={() => {
        posting.forgetFindings();
        setTimeout(() => field.current?.focus());
      }}
      onMoved={clear}
    />
  );
}

/** R22 */
function Emergency({ word }: { word: string | null }) {
  return (
    <p role="alert" class={word ? "notice-box notice-box--danger" : "status-line"}>
      {word &&
        `「${word}」とあります。急ぐときは、必ず電話でも連絡してください。書き込みは、気づくのが遅れることがあります。`}
    </p>
  );
}

interface WantedOptions {
  change: (part: Partial<Writing>) => void;
  files: ReturnType<typeof useFiles>;
  field: { current: HTMLTextAreaElement | null };
}

/** What was pressed elsewhere in the room: answer this message, or write this refused one anew. */
function useWanted(wanted: Wanted | null, { change, files, field }: WantedOptions) {
  // biome-ignore lint/correctness/useExhaustiveDependencies: only another wish is a reason
  useEffect(() => {
    if (!wanted) return;
    if ("reply" in wanted) change({ replyTo: replyTo(wanted.reply) });
    else {
      const { input } = wanted.rewrite;
      change({ body: input.body ?? "", tags: input.tags ?? [], confirm: input.confirm ?? "none" });
      files.restore(wanted.rewrite.files);
    }
    field.current?.focus();
  }, [wanted]);
}

function ReplyLine({ reply, onRemove }: { reply: Reply | null; onRemove: () => void }) {
  if (!reply) return null;
  return (
    <p class="writing__reply">
      <span>
        返信先: <strong>{reply.author_name ?? "前の書き込み"}</strong> {reply.excerpt}
      </span>
      <Button small onClick={onRemove}>
        返信をやめる
      </Button>
    </p>
  );
}
