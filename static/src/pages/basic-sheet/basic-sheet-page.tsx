import { useState } from "preact/hooks";
import { useRoute } from "preact-iso";
import { type BasicSheetNow, confirmBasicSheet, loadBasicSheet } from "../../api/basic-sheet";
import { useIntent } from "../../api/intent";
import type { Problem } from "../../api/problem";
import { loadRoom, type Room } from "../../api/support";
import { useLoaded } from "../../api/use-loaded";
import { useSending } from "../../api/use-sending";
import { SECTION_NAMES, SECTIONS } from "../../city/sheet-words";
import { Loading, Refusal } from "../../interface/answers";
import { Button } from "../../interface/button";
import { Page } from "../../interface/page";
import { SignedIn } from "../../session/signed-in";
import { useKept } from "../../session/use-kept";
import { roomNumber } from "../room/room-number";
import { NoRoom } from "../room/room-page";
import { SectionView } from "./section-view";
import { beginTyping, SheetForm, type Typed } from "./sheet-form";
import { byline, SheetHistory } from "./sheet-history";
import "./basic-sheet.css";

export function BasicSheetPage() {
  const room = roomNumber(useRoute().params.room);
  return <SignedIn>{() => <Sheet key={room} room={room} />}</SignedIn>;
}

/** What everybody who cares for the registrant has to know. */
function Sheet({ room }: { room: number }) {
  const ofRoom = useLoaded(`room ${room}`, () => loadRoom(room));
  const loaded = useLoaded(`basic sheet ${room}`, () => loadBasicSheet(room));
  const [typed, setTyped] = useKept<Typed>(`basic-sheet-${room}`);
  const [showsHistory, setShowsHistory] = useState(false);
  const problem = ofRoom.problem ?? loaded.problem;
  const again = () => {
    void ofRoom.reload();
    void loaded.reload();
  };
  const done = () => {
    setTyped(null);
    void loaded.reload();
  };
  return (
    <Page heading="基本シート" wide help="web#basic-sheet">
      <p class="row row--apart no-print">
        <a class="back" href={`/rooms/${room}`}>
          部屋へ戻る
        </a>
        <Button small onClick={() => print()}>
          印刷する
        </Button>
      </p>
      {problem && <NoRoom problem={problem} onRetry={again} />}
      {(!loaded.data || !ofRoom.data) && !problem && <Loading what="基本シート" />}
      {loaded.data && ofRoom.data && !problem && (
        <>
          <p>
            <strong>{ofRoom.data.name}</strong>
          </p>
          <p class="no-print">
            <a href={`/rooms/${room}/summary`}>1枚のまとめを見る・印刷する</a>
          </p>
          {typed ? (
            <SheetForm
              room={room}
              typed={typed}
              onTyped={setTyped}
              onDone={done}
              onCancel={() => setTyped(null)}
            />
          ) : (
            <Shown
              room={ofRoom.data}
              now={loaded.data}
              onEdit={(now) => setTyped(beginTyping(now))}
              onConfirmed={() => void loaded.reload()}
            />
          )}
          {!typed && (
            <div class="actions no-print">
              <Button small onClick={() => setShowsHistory(!showsHistory)}>
                {showsHistory ? "これまでの版を閉じる" : "これまでの版を見る"}
              </Button>
            </div>
          )}
          {!typed && showsHistory && <SheetHistory key={loaded.data.version} room={room} />}
        </>
      )}
    </Page>
  );
}

interface ShownProps {
  room: Room;
  now: BasicSheetNow;
  onEdit: (now: BasicSheetNow) => void;
  onConfirmed: () => void;
}

function Shown({ room, now, onEdit, onConfirmed }: ShownProps) {
  const intent = useIntent();
  const [problem, setProblem] = useState<Problem | null>(null);
  const [sending, send] = useSending();
  const confirm = () =>
    send(async () => {
      const body = { version: now.version };
      const answer = await confirmBasicSheet(room.room_id, now.version, intent.headersFor(body));
      intent.answered(answer.problem);
      setProblem(answer.problem ?? null);
      if (answer.data || answer.problem.status === 412) onConfirmed();
    });
  return (
    <>
      <Refusal problem={problem} />
      {now.is_confirmation_due && (
        <p class="notice-box notice-box--warning">
          {now.confirm_after_days}日のあいだ、だれも確認していません。内容が今も合っているか、見てください。
        </p>
      )}
      <p class="hint">
        {now.written ? `第${now.version}版 ${byline(now.written)}` : "まだだれも書いていません。"}
        {now.confirmed && (
          <>
            <br />
            最後の確認: {byline(now.confirmed)}
          </>
        )}
      </p>
      {room.via === "member" && (
        <div class="actions no-print">
          <Button kind="primary" onClick={() => onEdit(now)}>
            {now.version === 0 ? "書き始める" : "直す"}
          </Button>
          {now.version > 0 && (
            <Button sending={sending} onClick={() => void confirm()}>
              今も合っていると確認する
            </Button>
          )}
        </div>
      )}
      <div class="basic-sheet">
        {SECTION_NAMES.map((section) => (
          <section class="card" key={section} aria-labelledby={`section-${section}`}>
            <h2 id={`section-${section}`}>{SECTIONS[section]}</h2>
            <SectionView sheet={now.sheet} section={section} />
          </section>
        ))}
      </div>
    </>
  );
}
