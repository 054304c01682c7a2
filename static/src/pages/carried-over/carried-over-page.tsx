import { useState } from "preact/hooks";
import { useLocation, useRoute } from "preact-iso";
import type { Problem } from "../../api/problem";
import { loadRoom, type Room } from "../../api/support";
import { giveTakeoverUp, loadTakeovers, type Takeover } from "../../api/takeovers";
import { useLoaded } from "../../api/use-loaded";
import { useSending } from "../../api/use-sending";
import { warekiWithTime } from "../../dates/wareki";
import { Failure, Loading, Refusal } from "../../interface/answers";
import { Button } from "../../interface/button";
import { ConfirmDialog } from "../../interface/confirm-dialog";
import { Page } from "../../interface/page";
import { FilterTabs } from "../../interface/tabs";
import { SignedIn } from "../../session/signed-in";
import { roomNumber } from "../room/room-number";
import { NoRoom } from "../room/room-page";
import { CarriedList } from "./carried-list";
import { isKind, KINDS, type Kind } from "./resources";
import { TakeOverPart } from "./take-over-part";

export function CarriedOverPage() {
  const room = roomNumber(useRoute().params.room);
  return <SignedIn>{() => <CarriedOver key={room} room={room} />}</SignedIn>;
}

/** What another region knew of the registrant: taken over, and read (R18, R21, R38). */
function CarriedOver({ room }: { room: number }) {
  const ofRoom = useLoaded(`room ${room}`, () => loadRoom(room));
  const takeovers = useLoaded(`takeovers ${room}`, () => loadTakeovers(room));
  const problem = ofRoom.problem ?? (takeovers.data ? null : takeovers.problem);
  const again = () => {
    void ofRoom.reload();
    void takeovers.reload();
  };
  return (
    <Page heading="引き継いだ記録" wide help="web#carried-over">
      <p class="row row--apart no-print">
        <a class="back" href={`/rooms/${room}`}>
          部屋へ戻る
        </a>
        <Button small onClick={() => print()}>
          印刷する
        </Button>
      </p>
      {problem && <NoRoom problem={problem} onRetry={again} />}
      {(!ofRoom.data || !takeovers.data) && !problem && <Loading what="引き継いだ記録" />}
      {ofRoom.data && takeovers.data && !problem && (
        <OfRoom
          room={ofRoom.data}
          takeovers={takeovers.data.items}
          onChanged={() => void takeovers.reload()}
        />
      )}
      {takeovers.data && takeovers.problem && (
        <Failure problem={takeovers.problem} onRetry={() => void takeovers.reload()} />
      )}
    </Page>
  );
}

interface OfRoomProps {
  room: Room;
  takeovers: Takeover[];
  onChanged: () => void;
}

function OfRoom({ room, takeovers, onChanged }: OfRoomProps) {
  const { query } = useLocation();
  const finished = takeovers.filter((one) => one.finished_at !== null);
  const unfinished = takeovers.find((one) => one.finished_at === null);
  const kinds = (Object.keys(KINDS) as Kind[]).filter((kind) => finished.some((one) => one.kinds[kind]));
  const asked = query.kind;
  const kind = isKind(asked) ? asked : kinds[0];
  return (
    <div class="stack">
      {unfinished && <OnItsWay room={room.room_id} takeover={unfinished} onGivenUp={onChanged} />}
      {room.via === "member" && (
        <div class="no-print">
          <TakeOverPart room={room.room_id} onFinished={onChanged} />
        </div>
      )}
      {finished.length === 0 && <p>引き継いだ記録は、まだありません。</p>}
      {finished.map((one) => (
        <p key={one.takeover_id}>
          {one.finished_at && warekiWithTime(one.finished_at)}に、{one.by_name}さん({one.by_organization_name}
          )が
          {one.entries}件を引き継ぎました。理由: {one.reason}
        </p>
      ))}
      {kind && kinds.length > 0 && (
        <>
          <FilterTabs
            name="記録の種類"
            current={kind}
            links={kinds.map((value) => ({
              value,
              label: KINDS[value],
              href: `/rooms/${room.room_id}/carried-over?kind=${value}`,
            }))}
          />
          <CarriedList key={`${kind} ${finished.length}`} room={room.room_id} kind={kind} />
        </>
      )}
    </div>
  );
}

interface OnItsWayProps {
  room: number;
  takeover: Takeover;
  onGivenUp: () => void;
}

function OnItsWay({ room, takeover, onGivenUp }: OnItsWayProps) {
  const [asking, setAsking] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [sending, send] = useSending();
  const giveUp = () =>
    send(async () => {
      const answer = await giveTakeoverUp(room, takeover.takeover_id);
      setAsking(false);
      setProblem(answer.problem ?? null);
      if (!answer.problem) onGivenUp();
    });
  return (
    <div class="notice-box notice-box--warning no-print">
      <p>
        {takeover.by_name}さんが始めた引き継ぎが、途中です({takeover.received} / {takeover.entries}
        件)。まだだれにも見えません。同じファイルを選ぶと、続きから送れます。
      </p>
      <Refusal problem={problem} fieldId={() => null} />
      <Button small onClick={() => setAsking(true)}>
        取りやめる
      </Button>
      <ConfirmDialog
        open={asking}
        heading="引き継ぎを取りやめますか"
        confirm="取りやめる"
        danger
        sending={sending}
        onConfirm={() => void giveUp()}
        onCancel={() => setAsking(false)}
      >
        <p>届いている{takeover.received}件を消します。はじめからやり直すことはできます。</p>
      </ConfirmDialog>
    </div>
  );
}
