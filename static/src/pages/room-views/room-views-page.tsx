import { useLocation, useRoute } from "preact-iso";
import { loadRoom, loadViewCounts, loadViews } from "../../api/support";
import { useLoaded } from "../../api/use-loaded";
import { usePages } from "../../api/use-pages";
import { japanDay, wareki } from "../../dates/wareki";
import { EmptyState, Failure, Loading } from "../../interface/answers";
import { Button } from "../../interface/button";
import { ListEnd } from "../../interface/list-end";
import { Page } from "../../interface/page";
import { SignedIn } from "../../session/signed-in";
import { roomNumber } from "../room/room-number";
import { NoRoom } from "../room/room-page";
import { Counts } from "./counts";
import { addressOf, type Period, periodIn } from "./period";
import { PeriodForm } from "./period-form";
import { ViewTable } from "./view-table";

export function RoomViewsPage() {
  const room = roomNumber(useRoute().params.room);
  return <SignedIn>{() => <RoomViews key={room} room={room} />}</SignedIn>;
}

/** R21: who saw the registrant's information, when, and what of it. */
function RoomViews({ room }: { room: number }) {
  const { query } = useLocation();
  const period = periodIn(query, japanDay(new Date()));
  const loaded = useLoaded(`room ${room}`, () => loadRoom(room));
  return (
    <Page heading="だれが見たか" wide help="web#rooms">
      <p class="row row--apart no-print">
        <a class="back" href={`/rooms/${room}`}>
          部屋へ戻る
        </a>
        <Button small onClick={() => print()}>
          印刷する
        </Button>
      </p>
      {loaded.problem && <NoRoom problem={loaded.problem} onRetry={() => void loaded.reload()} />}
      {!loaded.data && !loaded.problem && <Loading what="閲覧の記録" />}
      {loaded.data && (
        <>
          <p>
            <strong>{loaded.data.name}</strong>
            について、情報が表示されるたびに自動で残る記録です。だれも書き換えられません。
          </p>
          <CountsOfPeriod room={room} period={period} />
          <Views room={room} />
        </>
      )}
    </Page>
  );
}

function CountsOfPeriod({ room, period }: { room: number; period: Period }) {
  const { data, problem, reload } = useLoaded(`counts ${room} ${period.from} ${period.to}`, () =>
    loadViewCounts(room, period.from, period.to),
  );
  return (
    <section class="card" aria-labelledby="counts">
      <h2 id="counts">
        {wareki(period.from)}から{wareki(period.to)}までの回数
      </h2>
      <PeriodForm period={period} addressOf={(next) => addressOf(room, next)} />
      {problem && <Failure problem={problem} onRetry={() => void reload()} />}
      {!data && !problem && <Loading what="回数" />}
      {data && <Counts counts={data} />}
    </section>
  );
}

function Views({ room }: { room: number }) {
  const pages = usePages(`views ${room}`, (after) => loadViews(room, after));
  const { items, problem } = pages;
  return (
    <section class="stack" aria-labelledby="views">
      <h2 id="views">一回ごとの記録</h2>
      {problem && <Failure problem={problem} onRetry={() => void pages.reload()} />}
      {!items && !problem && <Loading what="一回ごとの記録" />}
      {items?.length === 0 && <EmptyState title="まだだれも見ていません" />}
      {items && items.length > 0 && (
        <>
          <ViewTable items={items} />
          <ListEnd counter="件" pages={pages} />
        </>
      )}
    </section>
  );
}
