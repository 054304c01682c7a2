import { useState } from "preact/hooks";
import { useIntent } from "../../api/intent";
import type { Problem } from "../../api/problem";
import { fileClosure } from "../../api/rooms";
import { useSending } from "../../api/use-sending";
import { holderOfMe } from "../collaboration/filer-part";
import type { CollaborationProps } from "./collaboration-room";

/** R26: a participant asks the city to close the room. */
export function useClosing({ me, room, onDone }: CollaborationProps) {
  const [problem, setProblem] = useState<Problem | null>(null);
  const [sending, send] = useSending();
  const intent = useIntent();
  const ask = (reason: string, onAsked: () => void = () => {}) =>
    send(async () => {
      const body = { applicant: holderOfMe(me), room_id: room.room_id, room_name: room.name, reason };
      const { data, problem } = await fileClosure(body, intent.headersFor(body));
      intent.answered(problem);
      setProblem(problem ?? null);
      if (!data) return;
      onAsked();
      onDone({
        text: `市に閉鎖を申し出ました。受付番号は ${data.receipt_number} です。市が決めるまで、部屋は今までどおり使えます。`,
        receipt: data.receipt_number,
      });
    });
  return { problem, forgetProblem: () => setProblem(null), sending, ask };
}
