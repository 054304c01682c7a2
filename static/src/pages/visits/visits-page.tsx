import { useState } from "preact/hooks";
import { useLocation, useRoute } from "preact-iso";
import { loadRoom, type Room } from "../../api/support";
import type { Me } from "../../api/types";
import { useLoaded } from "../../api/use-loaded";
import { loadMyVisits, loadVisits, planVisit } from "../../api/visits";
import { japanDay, monthAndDay } from "../../dates/wareki";
import { Loading } from "../../interface/answers";
import { Button } from "../../interface/button";
import { Page } from "../../interface/page";
import { FilterTabs } from "../../interface/tabs";
import { SignedIn } from "../../session/signed-in";
import { roomNumber } from "../room/room-number";
import { NoRoom } from "../room/room-page";
import { Calendar } from "./calendar";
import { queryOf, shownIn } from "./calendar-address";
import { CalendarFile } from "./calendar-file";
import { PlanForm } from "./plan-form";
import { newVisit } from "./typed-visit";
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
  const shown = shownIn(query, today);
  const path = `/rooms/${room.room_id}/visits`;
  const isMember = room.via === "member";
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
      {isMember && !isPlanning && (
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
          heading="訪問の予定を入れる"
          submit="予定を入れる"
          name={`visit-${room.room_id}`}
          first={newVisit(shown.day, String(me.user_id))}
          send={(plan, headers) => planVisit(room.room_id, plan, headers)}
          onDone={(done) => {
            setPlanning(false);
            setPlanned(done.double_booked_on);
            setPlannedCount(plannedCount + 1);
          }}
          onCancel={() => setPlanning(false)}
        />
      )}
      <Calendar
        key={plannedCount}
        name={path}
        shown={shown}
        addressOf={(part) => `${path}?${part}`}
        load={(from, to) => loadVisits(room.room_id, from, to)}
        editor={isMember ? { userId: me.user_id, room } : null}
      />
      <CalendarFile room={room.room_id} />
    </>
  );
}

export function MyVisitsPage() {
  return <SignedIn>{() => <OfUser />}</SignedIn>;
}

/** The visits of all rooms that the person may see (R18). */
function OfUser() {
  const { query } = useLocation();
  const shown = shownIn(query, japanDay(new Date()));
  const isMine = query.of !== "all";
  const addressOf = (part: string, of = isMine ? "mine" : "all") => `/visits?of=${of}&${part}`;
  return (
    <Page heading="訪問の予定" wide help="web#visits">
      <Above back="/rooms" where="参加している部屋へ戻る" />
      <FilterTabs
        name="だれの訪問か"
        current={isMine ? "mine" : "all"}
        links={[
          { value: "mine", label: "自分の訪問", href: addressOf(queryOf(shown), "mine") },
          { value: "all", label: "部屋のすべての訪問", href: addressOf(queryOf(shown), "all") },
        ]}
      />
      <Calendar
        name={`visits ${isMine}`}
        shown={shown}
        addressOf={(part) => addressOf(part)}
        load={(from, to) => loadMyVisits(from, to, isMine)}
        // Changed in the room itself, where the others' visits are seen beside it.
        editor={null}
      />
      {isMine && <CalendarFile room={null} />}
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
