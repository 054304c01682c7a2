import { useEffect, useState } from "preact/hooks";
import { useRoute } from "preact-iso";
import { loadSummary, type PrintedSummary } from "../../api/summary";
import { useLoaded } from "../../api/use-loaded";
import { warekiWithTime } from "../../dates/wareki";
import { Loading } from "../../interface/answers";
import { Button } from "../../interface/button";
import { Page } from "../../interface/page";
import { SignedIn } from "../../session/signed-in";
import { roomNumber } from "../room/room-number";
import { NoRoom } from "../room/room-page";
import { PrintForm } from "./print-form";
import { SummarySheet } from "./summary-sheet";
import "./summary.css";

export function SummaryPage() {
  const room = roomNumber(useRoute().params.room);
  return <SignedIn>{() => <OnePage key={room} room={room} />}</SignedIn>;
}

/** A registrant's record on one page, for a visit or for those who take the person in. */
function OnePage({ room }: { room: number }) {
  const { data, problem, reload } = useLoaded(`summary ${room}`, () => loadSummary(room));
  const [asks, setAsks] = useState(false);
  const [printed, setPrinted] = useState<PrintedSummary | null>(null);
  // Once the paper's page is there.
  useEffect(() => {
    if (printed) print();
  }, [printed]);
  return (
    <Page heading="1枚のまとめ" wide help="web#summary">
      <p class="no-print">
        <a class="back" href={`/rooms/${room}`}>
          部屋へ戻る
        </a>
      </p>
      {problem && <NoRoom problem={problem} onRetry={() => void reload()} />}
      {!data && !problem && <Loading what="まとめ" />}
      {data && !problem && (
        <>
          {asks && (
            <PrintForm
              room={room}
              onPrinted={(done) => {
                setAsks(false);
                setPrinted(done);
              }}
              onCancel={() => setAsks(false)}
            />
          )}
          {!asks && (
            <Ways
              printed={printed}
              at={data.at}
              onPrint={() => setAsks(true)}
              onReload={() => {
                setPrinted(null);
                void reload();
              }}
            />
          )}
          <p class="print-only">
            この画面は「印刷する」から印刷してください。だれが、何のために印刷したかを記録し、紙に番号を付けます。
          </p>
          <SummarySheet room={room} summary={printed?.summary ?? data} printout={printed?.printout ?? null} />
        </>
      )}
    </Page>
  );
}

interface WaysProps {
  printed: PrintedSummary | null;
  at: string;
  onPrint: () => void;
  onReload: () => void;
}

function Ways({ printed, at, onPrint, onReload }: WaysProps) {
  return (
    <div class="stack no-print">
      <p role="status" class={printed ? "notice-box notice-box--success" : "status-line"}>
        {printed && `第${printed.printout.number}号として記録しました(目的: ${printed.printout.purpose})。`}
      </p>
      <div class="actions">
        {printed ? (
          <>
            <Button kind="primary" onClick={() => print()}>
              同じ番号でもう一度印刷する
            </Button>
            <Button onClick={onReload}>新しい内容を見る</Button>
          </>
        ) : (
          <Button kind="primary" onClick={onPrint}>
            印刷する
          </Button>
        )}
      </div>
      <p class="hint">
        {warekiWithTime(printed?.summary.at ?? at)}
        の内容です。A4の1枚に収めるため、長い記入は途中まで、多い項目は件数で示します。
      </p>
    </div>
  );
}
