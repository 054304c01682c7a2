import { useState } from "preact/hooks";
import { useLocation, useRoute } from "preact-iso";
import { useIntent } from "../../api/intent";
import type { Problem } from "../../api/problem";
import { fileTeamChange } from "../../api/support";
import type { Me } from "../../api/types";
import { useLoaded } from "../../api/use-loaded";
import { useSending } from "../../api/use-sending";
import { Loading } from "../../interface/answers";
import { Page } from "../../interface/page";
import { enteredBody, useEnteredMail } from "../../session/entered-mail";
import { SignedIn } from "../../session/signed-in";
import { useKept } from "../../session/use-kept";
import { roomNumber } from "../room/room-number";
import { NoRoom } from "../room/room-page";
import { NO_CHANGE, noticeOf, type TeamChangeFields } from "./fields";
import { type ChangedRoom, loadChangedRoom } from "./load-changed-room";
import { TeamChangeForm } from "./team-change-form";

export function TeamChangePage() {
  const room = roomNumber(useRoute().params.room);
  // A clerk who types in a paper comes from the register.
  const registrant = roomNumber(useLocation().query.registrant) || null;
  return <SignedIn>{(me) => <TeamChange key={room} room={room} registrant={registrant} me={me} />}</SignedIn>;
}

interface TeamChangeProps {
  room: number;
  registrant: number | null;
  me: Me;
}

/** Form 8 for a room that is open: who leaves and who comes (R16). */
function TeamChange({ room, registrant, me }: TeamChangeProps) {
  const { data, problem, reload } = useLoaded(`room ${room}`, () => loadChangedRoom(room, registrant));
  return (
    <Page heading="担当者を変える" help="web#support-rooms">
      <p>
        <a class="back" href={registrant ? `/desk/registrants/${registrant}` : `/rooms/${room}`}>
          {registrant ? "登録者の記録へ戻る" : "部屋へ戻る"}
        </a>
      </p>
      {problem && <NoRoom problem={problem} onRetry={() => void reload()} />}
      {!data && !problem && <Loading what="今の担当者" />}
      {data && <NewChange room={data} me={me} />}
    </Page>
  );
}

function NewChange({ room, me }: { room: ChangedRoom; me: Me }) {
  const { route } = useLocation();
  const [kept, keep] = useKept<TeamChangeFields>(`team-change-${me.user_id}-${room.room_id}`);
  const [entered, setMail] = useEnteredMail();
  const mail = me.desk === null ? null : entered;
  const [problem, setProblem] = useState<Problem | null>(null);
  const [sending, send] = useSending();
  const intent = useIntent();
  const fields = kept ?? NO_CHANGE;

  const submit = () =>
    send(async () => {
      const body = enteredBody(noticeOf(fields, me, room.room_id), mail);
      const { data, problem } = await fileTeamChange(body, mail, intent.headersFor(body));
      intent.answered(problem);
      setProblem(problem ?? null);
      if (!data) return;
      keep(null);
      setMail(null);
      route(`/support-rooms/${data.receipt_number}?received=1`, true);
    });

  return (
    <>
      <p>
        <strong>{room.name}</strong>
        の担当者を変える届出(様式第8号)です。医師会の窓口が受理すると変わります。外す人と加える人を、一度に届け出られます。
      </p>
      <TeamChangeForm
        me={me}
        room={room}
        fields={fields}
        onFields={keep}
        problem={problem}
        sending={sending}
        submit="この内容で届け出る"
        onSubmit={() => void submit()}
      />
    </>
  );
}
