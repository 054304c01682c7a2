import { useState } from "preact/hooks";
import { useLocation, useRoute } from "preact-iso";
import { loadRegistrant } from "../../api/support-desk";
import type { Me, Registrant } from "../../api/types";
import { useLoaded } from "../../api/use-loaded";
import { japanDay, wareki } from "../../dates/wareki";
import { EmptyState, Failure, Loading } from "../../interface/answers";
import { Button } from "../../interface/button";
import { Page } from "../../interface/page";
import { AssociationDesk } from "../../session/signed-in";
import { Fact } from "../desk-application/facts";
import { NotFoundPage } from "../not-found/not-found-page";
import { periodIn } from "../room-views/period";
import { Consents } from "./consents";
import { RoomPart } from "./room-part";
import { inOrder } from "./team";
import { ViewsPart } from "./views-part";
import "./registrants.css";

export function DeskRegistrantPage() {
  const registrant = Number(useRoute().params.registrant);
  if (!Number.isSafeInteger(registrant) || registrant <= 0) return <NotFoundPage />;
  return (
    <AssociationDesk>{(me) => <RegistrantPage key={registrant} id={registrant} me={me} />}</AssociationDesk>
  );
}

function RegistrantPage({ id, me }: { id: number; me: Me }) {
  const { query } = useLocation();
  const [message, setMessage] = useState("");
  const { data, problem, reload } = useLoaded(`registrant-${id}`, () => loadRegistrant(id));
  const changed = (text: string) => {
    setMessage(text);
    void reload();
  };
  return (
    // The window's title shows in the history of the browser; the name of a patient does not belong there.
    <Page heading={data?.name ?? "登録者"} title={`登録者 ${id}`} wide help="association#registrants">
      <p class="row row--apart no-print">
        <a class="back" href="/desk/registrants">
          登録者の一覧へ戻る
        </a>
        {data && (
          <Button small onClick={() => print()}>
            印刷する
          </Button>
        )}
      </p>
      <p role="status" class={`status-line${message ? " notice-box notice-box--success" : ""}`}>
        {message}
      </p>
      {problem && <Failure problem={problem} onRetry={() => void reload()} />}
      {!data && !problem && <Loading what="登録者" />}
      {data && (
        <>
          <Facts registrant={data} />
          <Rooms registrant={data} me={me} onChanged={changed} />
          <Consents consents={data.consents} />
          <ViewsPart registrant={id} period={periodIn(query, japanDay(new Date()))} />
        </>
      )}
    </Page>
  );
}

function Facts({ registrant }: { registrant: Registrant }) {
  return (
    <section class="card" aria-label="登録者">
      <dl class="facts">
        <Fact name="氏名">{`${registrant.name}(${registrant.kana})`}</Fact>
        <Fact name="生年月日">{wareki(registrant.birth_date)}</Fact>
        <Fact name="住所">
          {registrant.postal_code ? `〒${registrant.postal_code}\n${registrant.address}` : registrant.address}
        </Fact>
        <Fact name="電話番号">{registrant.phone || <span class="quiet">記入なし</span>}</Fact>
      </dl>
    </section>
  );
}

interface RoomsProps {
  registrant: Registrant;
  me: Me;
  onChanged: (message: string) => void;
}

function Rooms({ registrant, me, onChanged }: RoomsProps) {
  const rooms = inOrder(registrant.rooms);
  if (rooms.length === 0) return <EmptyState title="この方の支援の部屋はありません" />;
  return (
    <>
      {rooms.map((room) => (
        <RoomPart
          key={room.room_id}
          room={room}
          rooms={rooms}
          registrant={registrant}
          me={me}
          onChanged={onChanged}
        />
      ))}
    </>
  );
}
