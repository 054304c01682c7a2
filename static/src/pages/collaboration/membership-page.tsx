import { useEffect, useState } from "preact/hooks";
import { useLocation } from "preact-iso";
import { useIntent } from "../../api/intent";
import type { Problem } from "../../api/problem";
import { applyForMembership, loadListedRoom, type MembershipInput } from "../../api/rooms";
import type { Me } from "../../api/types";
import { useSending } from "../../api/use-sending";
import { SignedIn } from "../../session/signed-in";
import { useKept } from "../../session/use-kept";
import { memberOfMe } from "../care-team/member-inputs";
import { roomNumber } from "../room/room-number";
import { RoomsFrame } from "../rooms/rooms-frame";
import { personOf } from "./chosen-people";
import { EMPTY_MEMBERSHIP, MembershipForm } from "./membership-form";
import { startOf } from "./membership-start";

export function MembershipPage() {
  const { query } = useLocation();
  const start = startOf(query);
  return <SignedIn>{(me) => <Membership key={JSON.stringify(start)} me={me} start={start} />}</SignedIn>;
}

interface MembershipProps {
  me: Me;
  start: ReturnType<typeof startOf>;
}

/** R25: who joins or leaves which room. Begun by a link from a room, from the list, or from the organization's people. */
function Membership({ me, start }: MembershipProps) {
  const { route } = useLocation();
  const [kept, keep] = useKept<MembershipInput>(`membership-${me.user_id}-${JSON.stringify(start)}`);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [sending, send] = useSending();
  const intent = useIntent();
  const oneself = start.person ?? personOf(memberOfMe(me));
  const fields = kept ?? {
    ...EMPTY_MEMBERSHIP,
    change: start.change,
    room_id: start.room,
    people: start.others ? [] : [oneself],
  };
  const name = useRoomName(fields.room_id, fields.room_name);

  const submit = () =>
    send(async () => {
      const body = { ...fields, room_name: name };
      const { data, problem } = await applyForMembership(body, intent.headersFor(body));
      intent.answered(problem);
      setProblem(problem ?? null);
      if (!data) return;
      keep(null);
      route(`/rooms/applications/${data.receipt_number}?received=1`, true);
    });

  return (
    <RoomsFrame current="asked" heading="部屋に参加する、退出する">
      <p>
        参加と退出は、同じ申請です。何人かまとめて申請できます。市が確かめてから、部屋の参加者を変えます。
      </p>
      <MembershipForm
        me={me}
        fields={{ ...fields, room_name: name }}
        onFields={keep}
        problem={problem}
        sending={sending}
        submit="この内容で申請する"
        onSubmit={() => void submit()}
      />
    </RoomsFrame>
  );
}

/** What a room is called that a link names by its number only. */
function useRoomName(room: number | null, known: string): string {
  const [named, setNamed] = useState<{ room: number; name: string } | null>(null);
  useEffect(() => {
    if (room === null || known !== "" || roomNumber(String(room)) === 0) return;
    let current = true;
    void loadListedRoom(room).then(({ data }) => {
      if (data && current) setNamed({ room, name: data.name });
    });
    return () => {
      current = false;
    };
  }, [room, known]);
  return known || (named !== null && named.room === room ? named.name : "");
}
