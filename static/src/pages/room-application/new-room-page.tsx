import { useState } from "preact/hooks";
import { useLocation } from "preact-iso";
import { useIntent } from "../../api/intent";
import type { Problem } from "../../api/problem";
import { fileRoom, loadRoomRequest } from "../../api/rooms";
import type { Me } from "../../api/types";
import { useLoaded } from "../../api/use-loaded";
import { useSending } from "../../api/use-sending";
import { Failure, Loading } from "../../interface/answers";
import { focusSoon } from "../../interface/focus-soon";
import { SignedIn } from "../../session/signed-in";
import { useKept } from "../../session/use-kept";
import { holderOfMe } from "../collaboration/filer-part";
import { ForClerks } from "../collaboration/for-clerks";
import { KeptLine } from "../collaboration/kept-line";
import { RoomsFrame } from "../rooms/rooms-frame";
import { copyOf, inputOf, newRoom, type RoomFields } from "./fields";
import { RoomForm } from "./room-form";

export function NewRoomPage() {
  // R13b: a new application begins with an old one.
  const copied = useLocation().query.copy ?? null;
  return (
    <SignedIn>
      {(me) => (
        <RoomsFrame current="new-room" heading="職種連携の部屋を開く申請">
          <Introduction />
          {me.desk !== null && <ForClerks href="/apply/room" />}
          {me.desk === null && copied && <Copied key={copied} receipt={copied} me={me} />}
          {me.desk === null && !copied && (
            <NewRoom me={me} keptName={`room-${me.user_id}`} initial={newRoom(holderOfMe(me))} />
          )}
        </RoomsFrame>
      )}
    </SignedIn>
  );
}

function Introduction() {
  return (
    <div class="stack">
      <p>
        研修の連絡や地域の課題の相談など、いろいろな職種が連携するための部屋です。アカウントのある人なら、だれでも申請できます。市が目的とルールを確かめてから開きます。
      </p>
      <p>
        患者・利用者のことを相談するのは「登録者支援の部屋」です。その部屋は、
        <a href="/support-rooms/new">支援の部屋の申請</a>から申請してください。
      </p>
    </div>
  );
}

function Copied({ receipt, me }: { receipt: string; me: Me }) {
  const { data, problem, reload } = useLoaded(receipt, () => loadRoomRequest(receipt));
  if (problem) return <Failure problem={problem} onRetry={() => void reload()} />;
  if (!data) return <Loading what="前の申請" />;
  const holder = holderOfMe(me);
  const initial = data.form === 1 ? copyOf(data.content, holder) : newRoom(holder);
  return <NewRoom me={me} keptName={`room-${me.user_id}-${receipt}`} initial={initial} />;
}

interface NewRoomProps {
  me: Me;
  keptName: string;
  initial: RoomFields;
}

function NewRoom({ me, keptName, initial }: NewRoomProps) {
  const { route } = useLocation();
  const [kept, keep] = useKept<RoomFields>(keptName);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [sending, send] = useSending();
  // Counts how often somebody began anew: each time with a form that knows of no mistakes.
  const [round, setRound] = useState(0);
  const intent = useIntent();
  const fields = kept ?? initial;

  const submit = () =>
    send(async () => {
      const body = inputOf(fields);
      const { data, problem } = await fileRoom(body, intent.headersFor(body));
      intent.answered(problem);
      setProblem(problem ?? null);
      if (!data) return;
      keep(null);
      route(`/rooms/applications/${data.receipt_number}?received=1`, true);
    });

  return (
    <>
      <RoomForm
        key={round}
        me={me}
        fields={fields}
        onFields={keep}
        problem={problem}
        submit="内容を確かめて申請する"
        sending={sending}
        onSubmit={() => void submit()}
      />
      {kept && (
        <KeptLine
          onDiscard={() => {
            keep(null);
            setProblem(null);
            setRound(round + 1);
            focusSoon("applicant");
          }}
        />
      )}
    </>
  );
}
