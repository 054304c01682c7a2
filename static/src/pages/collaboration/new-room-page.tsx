import { useEffect, useState } from "preact/hooks";
import { useLocation } from "preact-iso";
import { useIntent } from "../../api/intent";
import type { Problem } from "../../api/problem";
import { applyForRoom, loadRequest, type RoomInput } from "../../api/rooms";
import type { Me } from "../../api/types";
import { useSending } from "../../api/use-sending";
import { SignedIn } from "../../session/signed-in";
import { useKept } from "../../session/use-kept";
import { RoomsFrame } from "../rooms/rooms-frame";
import { EMPTY_ROOM, RoomForm } from "./room-form";

export function NewRoomPage() {
  const copy = useLocation().query.copy ?? "";
  return <SignedIn>{(me) => <NewRoom key={copy} me={me} copy={copy} />}</SignedIn>;
}

/** R23: anybody with an account applies for a room; the city checks and opens it. */
function NewRoom({ me, copy }: { me: Me; copy: string }) {
  const { route } = useLocation();
  const [kept, keep] = useKept<RoomInput>(`room-application-${me.user_id}`);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [sending, send] = useSending();
  const intent = useIntent();
  const fields = kept ?? EMPTY_ROOM;
  useCopy(copy, (content) => keep({ ...content, rules_accepted: false }));

  const submit = () =>
    send(async () => {
      const { data, problem } = await applyForRoom(fields, intent.headersFor(fields));
      intent.answered(problem);
      setProblem(problem ?? null);
      if (!data) return;
      keep(null);
      route(`/rooms/applications/${data.receipt_number}?received=1`, true);
    });

  return (
    <RoomsFrame current="asked" heading="職種連携の部屋を開く">
      <p>
        研修の連絡や地域の課題の相談など、多職種が連携するための部屋を開く申請です。市が目的とルールを確かめてから開きます。患者・利用者のことを相談する部屋は、
        <a href="/support-rooms/new">登録者支援の部屋</a>です。
      </p>
      <p class="hint">入力の途中の内容は、この画面を閉じるまで残ります。</p>
      <RoomForm
        me={me}
        fields={fields}
        onFields={keep}
        problem={problem}
        sending={sending}
        submit="この内容で申請する"
        onSubmit={() => void submit()}
      />
    </RoomsFrame>
  );
}

/** R13b: begins from an old application. */
function useCopy(receipt: string, onContent: (content: RoomInput) => void) {
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each receipt that a link names
  useEffect(() => {
    if (!receipt) return;
    void loadRequest(receipt).then(({ data }) => {
      if (data?.form === 1) onContent(data.content);
    });
  }, [receipt]);
}
