import { useState } from "preact/hooks";
import { useLocation, useRoute } from "preact-iso";
import { loadRoom, type Room } from "../../api/support";
import type { Me } from "../../api/types";
import { useLoaded } from "../../api/use-loaded";
import { loadLatest } from "../../api/vitals";
import { Failure, Loading } from "../../interface/answers";
import { Page } from "../../interface/page";
import { FilterTabs } from "../../interface/tabs";
import { SignedIn } from "../../session/signed-in";
import { roomNumber } from "../room/room-number";
import { NoRoom } from "../room/room-page";
import { EntryPart } from "./entry-part";
import { ExportPart } from "./export-part";
import { GraphPart } from "./graph-part";
import { LimitsPart } from "./limits-part";
import { MeasurementList } from "./measurement-list";
import { PastePart } from "./paste-part";
import "./vitals.css";

const VIEWS = [
  { value: "entry", label: "入力と一覧" },
  { value: "graphs", label: "グラフ" },
  { value: "limits", label: "範囲" },
  { value: "paste", label: "測定器" },
  { value: "export", label: "書き出す" },
] as const;
type ViewName = (typeof VIEWS)[number]["value"];

export function VitalsPage() {
  const room = roomNumber(useRoute().params.room);
  return <SignedIn>{(me) => <Vitals key={room} room={room} me={me} />}</SignedIn>;
}

/** What is measured of a registrant: entered, drawn, corrected (R21, R32). */
function Vitals({ room, me }: { room: number; me: Me }) {
  const { query } = useLocation();
  const view = VIEWS.find(({ value }) => value === query.view)?.value ?? "entry";
  const loaded = useLoaded(`room ${room}`, () => loadRoom(room));
  const { data, problem } = loaded;
  const href = (value: ViewName) => `/rooms/${room}/vitals${value === "entry" ? "" : `?view=${value}`}`;
  return (
    <Page
      heading={data ? `${data.name} 測定値` : "測定値"}
      title="測定値"
      wide={view !== "entry"}
      help="web#vitals"
    >
      <p class="no-print">
        <a class="back" href={`/rooms/${room}`}>
          部屋へ戻る
        </a>
      </p>
      <FilterTabs
        name="測定値"
        current={view}
        links={VIEWS.filter(({ value }) => value !== "paste" || data?.via !== "broken_glass").map((link) => ({
          ...link,
          href: href(link.value),
        }))}
      />
      {problem && <NoRoom problem={problem} onRetry={() => void loaded.reload()} />}
      {!data && !problem && <Loading what="測定値" />}
      {data && <View view={view} room={data} me={me} />}
    </Page>
  );
}

function View({ view, room, me }: { view: ViewName; room: Room; me: Me }) {
  const number = room.room_id;
  if (view === "graphs") return <GraphPart room={number} />;
  if (view === "limits") return <LimitsPart room={number} />;
  if (view === "paste") return <PastePart room={number} />;
  if (view === "export") return <ExportPart room={number} />;
  return <EntryAndList room={room} me={me} />;
}

function EntryAndList({ room, me }: { room: Room; me: Me }) {
  const number = room.room_id;
  const latest = useLoaded(`vitals ${number}`, () => loadLatest(number));
  const [storedCount, setStoredCount] = useState(0);
  const onStored = () => {
    setStoredCount(storedCount + 1);
    void latest.reload();
  };
  const isMember = room.via === "member";
  return (
    <>
      {latest.problem && <Failure problem={latest.problem} onRetry={() => void latest.reload()} />}
      {isMember && <EntryPart room={number} latest={latest.data} onStored={onStored} />}
      <MeasurementList
        key={storedCount}
        room={number}
        me={me}
        mayChange={isMember}
        onChanged={() => void latest.reload()}
      />
    </>
  );
}
