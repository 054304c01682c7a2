import { useState } from "preact/hooks";
import { useIntent } from "../../api/intent";
import type { Problem } from "../../api/problem";
import { askToClose, loadMembers, sayStillNeeded } from "../../api/rooms";
import type { Room } from "../../api/support";
import { useSending } from "../../api/use-sending";
import { ROOM_VISIBILITIES } from "../../city/room-words";
import { word } from "../../city/words";
import { wareki } from "../../dates/wareki";
import { Refusal } from "../../interface/answers";
import { Button } from "../../interface/button";
import { ConfirmDialog } from "../../interface/confirm-dialog";
import { errorTextUnder } from "../../interface/error-fields";
import { focusSoon } from "../../interface/focus-soon";
import { useKeptNote } from "../../session/kept-note";
import { LongText } from "../collaboration/details-fields";
import { ParticipantList } from "../collaboration/participant-list";
import { Fact } from "../desk-application/facts";
import { Events } from "./events";

type Collaboration = NonNullable<Room["collaboration"]>;

interface CollaborationRoomProps {
  room: Room;
  about: Collaboration;
  onChanged: () => Promise<void>;
}

const DONE = "room-done";

/** A room with a theme and no patient: what it is for, who takes part, and how one asks for changes (R24–R26). */
export function CollaborationRoom({ room, about, onChanged }: CollaborationRoomProps) {
  const [done, setDone] = useState("");
  const tell = async (text: string) => {
    setDone(text);
    await onChanged();
    focusSoon(DONE);
  };
  return (
    <>
      <p
        role="status"
        id={DONE}
        tabIndex={-1}
        class={done ? "notice-box notice-box--success" : "status-line"}
      >
        {done}
      </p>
      <Silence room={room} about={about} onDone={tell} />
      {about.closure_pending && (
        <p class="notice-box">この部屋の閉鎖が申し出られています。市の窓口の判断を待っています。</p>
      )}
      <div class="room">
        <div class="stack">
          <section class="card" aria-labelledby="about">
            <h2 id="about">この部屋のこと</h2>
            <dl class="facts">
              <Fact name="目的">{about.purpose}</Fact>
              {about.theme_name && <Fact name="テーマ">{about.theme_name}</Fact>}
              <Fact name="参加する人の範囲">{about.scope}</Fact>
              <Fact name="部屋の一覧">{word(ROOM_VISIBILITIES, about.visibility)}</Fact>
              <Fact name="開いた日">{wareki(room.opened_at)}</Fact>
            </dl>
            <p class="hint">患者・利用者の個人情報は書き込まないでください。</p>
          </section>
          <section class="card" aria-labelledby="members">
            <h2 id="members">参加者({about.member_count}人)</h2>
            <ParticipantList
              key={about.member_count}
              name={`members ${room.room_id}`}
              load={(query) => loadMembers(room.room_id, query)}
            />
          </section>
        </div>
        <div class="stack">
          <Ways room={room} about={about} onDone={tell} />
          <Events events={room.events} />
        </div>
      </div>
    </>
  );
}

interface PartProps {
  room: Room;
  about: Collaboration;
  onDone: (text: string) => Promise<void>;
}

/** R26: a room in which nobody posts asks those who are in it: one click for each answer. */
function Silence({ room, about, onDone }: PartProps) {
  const [problem, setProblem] = useState<Problem | null>(null);
  const [sending, send] = useSending();
  const intent = useIntent();
  if (!about.quiet_since) return null;
  const needed = () =>
    send(async () => {
      const { data, problem } = await sayStillNeeded(room.room_id);
      setProblem(problem ?? null);
      if (data) await onDone("まだ必要な部屋として続けます。");
    });
  const close = () =>
    send(async () => {
      const reason = "しばらく書き込みがなく、もう使わないため";
      const { data, problem } = await askToClose(room.room_id, reason, intent.headersFor(reason));
      intent.answered(problem);
      setProblem(problem ?? null);
      if (data) await onDone(`閉鎖を申し出ました。受付番号は ${data.receipt_number} です。`);
    });
  return (
    <section class="notice-box notice-box--warning no-print" aria-labelledby="silence">
      <h2 id="silence">この部屋は、まだ必要ですか</h2>
      <p>{wareki(about.quiet_since)}から書き込みがありません。</p>
      <Refusal problem={problem} />
      <div class="actions">
        <Button kind="primary" sending={sending} onClick={() => void needed()}>
          まだ必要
        </Button>
        {!about.closure_pending && (
          <Button disabled={sending} onClick={() => void close()}>
            閉鎖を申し出る
          </Button>
        )}
      </div>
    </section>
  );
}

function Ways({ room, about, onDone }: PartProps) {
  const form = (change: string, others: boolean) =>
    `/rooms/membership?change=${change}&room=${room.room_id}${others ? "&others=1" : ""}`;
  return (
    <nav class="no-print" aria-label="この部屋のこと">
      <ul class="choice-list choice-list--one">
        <li>
          <a href={form("join", true)}>
            <strong>ほかの人の参加を申請する</strong>
            <span>市の窓口が受理すると、部屋に入れるようになります</span>
          </a>
        </li>
        <li>
          <a href={form("leave", false)}>
            <strong>退出を申請する</strong>
            <span>役目を終えたとき。市の窓口が受理すると、部屋が一覧から消えます</span>
          </a>
        </li>
      </ul>
      {!about.closure_pending && <AskToClose room={room} about={about} onDone={onDone} />}
    </nav>
  );
}

function AskToClose({ room, onDone }: PartProps) {
  const [open, setOpen] = useState(false);
  const [reason, setReason] = useKeptNote(`room-closure-${room.room_id}`);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [sending, send] = useSending();
  const intent = useIntent();
  const submit = () =>
    send(async () => {
      const text = reason.trim();
      const { data, problem } = await askToClose(room.room_id, text, intent.headersFor(text));
      intent.answered(problem);
      setProblem(problem ?? null);
      if (!data) return;
      setReason("");
      setOpen(false);
      await onDone(`閉鎖を申し出ました。受付番号は ${data.receipt_number} です。`);
    });
  return (
    <>
      <div class="actions">
        <Button onClick={() => setOpen(true)}>部屋の閉鎖を申し出る</Button>
      </div>
      <ConfirmDialog
        open={open}
        heading="この部屋の閉鎖を市に申し出ますか"
        confirm="閉鎖を申し出る"
        sending={sending}
        onConfirm={() => void submit()}
        onCancel={() => {
          setProblem(null);
          setOpen(false);
        }}
      >
        <p>
          受理されると、参加者全員の一覧から部屋が消え、書き込めなくなります。書かれた内容は保存期限まで残ります。
        </p>
        <Refusal problem={problem} />
        <LongText
          id="closure-reason"
          label="閉じる理由"
          hint="参加している人にも伝わります。"
          max={500}
          optional
          value={reason}
          onValue={setReason}
          error={errorTextUnder(problem, "reason")}
        />
      </ConfirmDialog>
    </>
  );
}
