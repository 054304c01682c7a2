import { useState } from "preact/hooks";
import { useLocation, useRoute } from "preact-iso";
import type { Asked } from "../../api/client";
import { loadRoom, type Room } from "../../api/support";
import type { Me } from "../../api/types";
import { useLoaded } from "../../api/use-loaded";
import { loadMyVisits, loadVisits, type VisitCalendar } from "../../api/visits";
import { japanDay, monthAndDay } from "../../dates/wareki";
import { Failure, Loading } from "../../interface/answers";
import { Button } from "../../interface/button";
import { Page } from "../../interface/page";
import { FilterTabs } from "../../interface/tabs";
import { SignedIn } from "../../session/signed-in";
import { roomNumber } from "../room/room-number";
import { NoRoom } from "../room/room-page";
import { DayList } from "./day-list";
import { PlanForm } from "./plan-form";
import { newVisit } from "./typed-visit";
import { daysLater, weekOf } from "./week";
import "./visits.css";

export function VisitsPage() {
  const room = roomNumber(useRoute().params.room);
  return <SignedIn>{(me) => <OfRoom key={room} room={room} me={me} />}</SignedIn>;
}

/** Who comes to one registrant when. */
function OfRoom({ room, me }: { room: number; me: Me }) {
  const { data, problem, reload } = useLoaded(`room ${room}`, () => loadRoom(room));
  return (
    <Page heading="訪問の予定" wide help="web#visits">
      <Above back={`/rooms/${room}`} where="部屋へ戻る" />
      {problem && <NoRoom problem={problem} onRetry={() => void reload()} />}
      {!data && !problem && <Loading what="訪問の予定" />}
      {data && <RoomCalendar room={data} me={me} />}
    </Page>
  );
}

function RoomCalendar({ room, me }: { room: Room; me: Me }) {
  const [isPlanning, setPlanning] = useState(false);
  const [planned, setPlanned] = useState<string[] | null>(null);
  const [plannedCount, setPlannedCount] = useState(0);
  const today = japanDay(new Date());
  const { query } = useLocation();
  const shown = dayIn(query.day, today);
  const path = `/rooms/${room.room_id}/visits`;
  return (
    <>
      <p>
        <strong>{room.name}</strong>
      </p>
      <p role="status" class={planned ? "notice-box notice-box--success" : "status-line"}>
        {planned && "予定を入れました。"}
        {planned &&
          planned.length > 0 &&
          `同じ人に同じ時間の別の予定があります: ${planned.map(monthAndDay).join("、")}`}
      </p>
      {room.via === "member" && !isPlanning && (
        <div class="actions no-print">
          <Button
            kind="primary"
            onClick={() => {
              setPlanned(null);
              setPlanning(true);
            }}
          >
            予定を入れる
          </Button>
        </div>
      )}
      {isPlanning && (
        <PlanForm
          room={room}
          first={newVisit(shown, String(me.user_id))}
          onPlanned={(days) => {
            setPlanning(false);
            setPlanned(days);
            setPlannedCount(plannedCount + 1);
          }}
          onCancel={() => setPlanning(false)}
        />
      )}
      <Week
        key={plannedCount}
        name={path}
        shown={shown}
        addressOf={(day) => `${path}?day=${day}`}
        load={(from, to) => loadVisits(room.room_id, from, to)}
        editor={room.via === "member" ? me.user_id : null}
      />
    </>
  );
}

export function MyVisitsPage() {
  return <SignedIn>{() => <OfUser />}</SignedIn>;
}

/** The visits of all rooms that the person may see (R18). */
function OfUser() {
  const { query } = useLocation();
  const shown = dayIn(query.day, japanDay(new Date()));
  const isMine = query.of !== "all";
  const addressOf = (day: string, of = isMine ? "mine" : "all") => `/visits?of=${of}&day=${day}`;
  return (
    <Page heading="訪問の予定" wide help="web#visits">
      <Above back="/rooms" where="参加している部屋へ戻る" />
      <FilterTabs
        name="だれの訪問か"
        current={isMine ? "mine" : "all"}
        links={[
          { value: "mine", label: "自分の訪問", href: addressOf(shown, "mine") },
          { value: "all", label: "部屋のすべての訪問", href: addressOf(shown, "all") },
        ]}
      />
      <Week
        name={`visits ${isMine}`}
        shown={shown}
        addressOf={(day) => addressOf(day)}
        load={(from, to) => loadMyVisits(from, to, isMine)}
        // Changed in the room itself, where the others' visits are seen beside it.
        editor={null}
      />
    </Page>
  );
}

function Above({ back, where }: { back: string; where: string }) {
  return (
    <p class="row row--apart no-print">
      <a class="back" href={back}>
        {where}
      </a>
      <Button small onClick={() => print()}>
        印刷する
      </Button>
    </p>
  );
}

interface WeekProps {
  name: string;
  shown: string;
  addressOf: (day: string) => string;
  load: (from: string, to: string) => Promise<Asked<VisitCalendar>>;
  editor: number | null;
}

function Week({ name, shown, addressOf, load, editor }: WeekProps) {
  const today = japanDay(new Date());
  const days = weekOf(shown);
  const [from, to] = [days[0] ?? shown, days[6] ?? shown];
  const { data, problem, reload } = useLoaded(`${name} ${from}`, () => load(from, to));
  return (
    <section class="stack" aria-labelledby="week">
      <h2 id="week">
        {monthAndDay(from)}から{monthAndDay(to)}
      </h2>
      <nav class="row no-print" aria-label="週を選ぶ">
        <a href={addressOf(daysLater(from, -7))}>前の週</a>
        <a href={addressOf(today)}>今週</a>
        <a href={addressOf(daysLater(from, 7))}>次の週</a>
      </nav>
      {problem && <Failure problem={problem} onRetry={() => void reload()} />}
      {!data && !problem && <Loading what="予定" />}
      {data && (
        <DayList days={days} calendar={data} today={today} editor={editor} onChanged={() => void reload()} />
      )}
    </section>
  );
}

function dayIn(asked: string | undefined, today: string): string {
  const isDay = asked !== undefined && /^\d{4}-\d{2}-\d{2}$/.test(asked) && !Number.isNaN(Date.parse(asked));
  return isDay ? asked : today;
}
