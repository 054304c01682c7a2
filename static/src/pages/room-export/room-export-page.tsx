import { useState } from "preact/hooks";
import { useRoute } from "preact-iso";
import type { RoomExport } from "../../api/message-search";
import { loadRoom } from "../../api/support";
import { useLoaded } from "../../api/use-loaded";
import { Loading } from "../../interface/answers";
import { Button } from "../../interface/button";
import { Page } from "../../interface/page";
import { SignedIn } from "../../session/signed-in";
import { roomNumber } from "../room/room-number";
import { NoRoom } from "../room/room-page";
import { ExportForm } from "./export-form";
import { Sheet } from "./sheet";
import "./room-export.css";

export function RoomExportPage() {
  const room = roomNumber(useRoute().params.room);
  return <SignedIn>{() => <Export key={room} room={room} />}</SignedIn>;
}

/** What was written in a room, for a case conference: on record, and told to the room (R21). */
function Export({ room }: { room: number }) {
  const { data, problem, reload } = useLoaded(`room ${room}`, () => loadRoom(room));
  const [sheet, setSheet] = useState<RoomExport | null>(null);
  return (
    <Page heading="やりとりを書き出す" wide={sheet !== null} help="web#messages">
      <p class="no-print">
        <a class="back" href={`/rooms/${room}`}>
          部屋へ戻る
        </a>
      </p>
      {problem && <NoRoom problem={problem} onRetry={() => void reload()} />}
      {!data && !problem && <Loading what="部屋" />}
      {data && !sheet && <ExportForm room={data} onSheet={setSheet} />}
      {sheet && (
        <>
          <div class="actions no-print">
            <Button kind="primary" onClick={() => print()}>
              印刷する(PDFにもできます)
            </Button>
            <Button onClick={() => setSheet(null)}>やり直す</Button>
          </div>
          <Sheet sheet={sheet} />
        </>
      )}
    </Page>
  );
}
