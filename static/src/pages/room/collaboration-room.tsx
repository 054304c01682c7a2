import type { ComponentChildren } from "preact";
import { useEffect, useState } from "preact/hooks";
import { loadParticipants } from "../../api/rooms";
import type { Room } from "../../api/support";
import type { Me } from "../../api/types";
import { ROOM_VISIBILITIES } from "../../city/room-words";
import { word } from "../../city/words";
import { wareki } from "../../dates/wareki";
import { ParticipantList } from "../collaboration/participant-list";
import { Fact } from "../desk-application/facts";
import { ClosingPart } from "./closing-part";
import { Events } from "./events";
import { QuietBanner } from "./quiet-banner";

type Collaboration = NonNullable<Room["collaboration"]>;

/** What each part of the page is given. */
export interface CollaborationProps {
  me: Me;
  room: Room;
  collaboration: Collaboration;
  /** Something was done to the room: what, in words. */
  onDone: (done: Done) => void;
}

export interface Done {
  text: string;
  /** The receipt of what was filed. */
  receipt?: string;
}

interface CollaborationRoomProps extends Omit<CollaborationProps, "onDone"> {
  onChanged: () => Promise<void>;
  /** What is written in the room. */
  children: ComponentChildren;
}

const DONE = "room-done";

/** A theme, and those whom its purpose needs (R24). */
export function CollaborationRoom({ onChanged, children, ...part }: CollaborationRoomProps) {
  const { room, collaboration } = part;
  const [done, setDone] = useState<Done | null>(null);
  // In an effect: a dialog that closes with this gives the focus back before.
  useEffect(() => {
    if (done) document.getElementById(DONE)?.focus();
  }, [done]);
  const onDone = (next: Done) => {
    setDone(next);
    void onChanged();
  };
  return (
    <>
      <div
        role="status"
        id={DONE}
        tabIndex={-1}
        class={done ? "notice-box notice-box--success" : "status-line"}
      >
        {done && (
          <p>
            {done.text} {done.receipt && <a href={`/rooms/applications/${done.receipt}`}>申出の状況を見る</a>}
          </p>
        )}
      </div>
      {collaboration.closure_pending && <ClosurePending />}
      <QuietBanner {...part} onDone={onDone} />
      {children}
      {/* What can be done comes before the participants, who may be thousands. */}
      <div class="room">
        <About room={room} collaboration={collaboration} />
        <div class="stack">
          <Ways room={room} />
          <ClosingPart {...part} onDone={onDone} />
        </div>
      </div>
      <div class="room">
        <section class="card" aria-labelledby="participants">
          <h2 id="participants">参加者({collaboration.member_count}人)</h2>
          <ParticipantList
            name={`participants ${room.room_id}`}
            load={(query) => loadParticipants(room.room_id, query)}
          />
        </section>
        <Events events={room.events} />
      </div>
    </>
  );
}

function ClosurePending() {
  return (
    <section class="notice-box notice-box--warning" aria-labelledby="closure-pending">
      <h2 id="closure-pending">閉鎖の申出が市に出ています</h2>
      <p>
        市が受理すると、この部屋は閉じ、だれも開けなくなります。まだ使うときは、申し出た人に取り下げてもらうか、市の窓口に連絡してください。
      </p>
    </section>
  );
}

function About({ room, collaboration }: Pick<CollaborationProps, "room" | "collaboration">) {
  const { needed_at: neededAt } = collaboration;
  return (
    <section class="card" aria-labelledby="about">
      <h2 id="about">この部屋について</h2>
      <dl class="facts">
        <Fact name="目的">{collaboration.purpose}</Fact>
        <Fact name="テーマ">{collaboration.theme_name ?? <span class="quiet">なし</span>}</Fact>
        <Fact name="参加する人の範囲">{collaboration.scope}</Fact>
        <Fact name="部屋の一覧">{word(ROOM_VISIBILITIES, collaboration.visibility)}</Fact>
        {/* By which others ask for a room that is in no list. */}
        <Fact name="部屋の番号">{room.room_id}</Fact>
        <Fact name="開いた日">
          <time dateTime={room.opened_at}>{wareki(room.opened_at)}</time>
        </Fact>
        {neededAt && (
          <Fact name="「まだ必要」">
            <time dateTime={neededAt}>{wareki(neededAt)}</time>
            {collaboration.needed_by_name && ` ${collaboration.needed_by_name}さんが確かめました`}
          </Fact>
        )}
      </dl>
      <p class="hint">患者・利用者の個人情報は書き込まない部屋です。</p>
    </section>
  );
}

/** R25: to bring others in and to leave are one form. */
function Ways({ room }: { room: Room }) {
  const form = (change: "join" | "leave") => `/rooms/membership?change=${change}&room=${room.room_id}`;
  return (
    <nav class="no-print" aria-label="この部屋のこと">
      <ul class="choice-list choice-list--one">
        <li>
          <a href={form("join")}>
            <strong>ほかの人の参加を申請する</strong>
            <span>目的に必要な人だけ。市が決めると入れます</span>
          </a>
        </li>
        <li>
          <a href={form("leave")}>
            <strong>退出を申請する</strong>
            <span>市が決めると、この部屋を開けなくなります</span>
          </a>
        </li>
      </ul>
    </nav>
  );
}
