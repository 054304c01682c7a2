import { useEffect, useRef, useState } from "preact/hooks";
import type { Problem } from "../../api/problem";
import {
  beginTakeover,
  finishTakeover,
  sendEntries,
  sendPiece,
  type TakeoverProgress,
} from "../../api/takeovers";
import { type BundleFile, type Part, partsFrom } from "./bundle-file";

/** How a file is on its way. */
export type Sending =
  | { step: "not-begun" | "finished" }
  | { step: "sending" | "paused"; received: number; entries: number };

interface Intent {
  reason: string;
  isSamePerson: boolean;
}

/** Sends a record part by part. What is there stays there: whoever goes on begins where it broke off. */
export function useTakingOver(room: number, file: BundleFile | null) {
  const [sending, setSending] = useState<Sending>({ step: "not-begun" });
  const [problem, setProblem] = useState<Problem | null>(null);
  const stopped = useRef(false);
  useEffect(
    () => () => {
      stopped.current = true;
    },
    [],
  );

  const start = async ({ reason, isSamePerson }: Intent) => {
    if (!file) return;
    stopped.current = false;
    setProblem(null);
    const begun = await beginTakeover(room, {
      reason,
      entries: file.others.length + 1,
      fingerprint: file.fingerprint,
      patient: file.patient,
      is_same_person: isSamePerson,
    });
    if (!begun.data) return setProblem(begun.problem);
    const refused = await send(file, begun.data);
    if (refused) setProblem(refused);
  };

  const send = async (chosen: BundleFile, begun: TakeoverProgress): Promise<Problem | null> => {
    const { takeover_id: takeover, entries } = begun;
    let received = begun.received;
    const show = (step: "sending" | "paused") => setSending({ step, received, entries });
    show("sending");
    for (const part of partsFrom(chosen.others, received)) {
      if (stopped.current) {
        show("paused");
        return null;
      }
      const answer = await sendPart(room, takeover, part);
      if (!answer.data) {
        show("paused");
        return answer.problem;
      }
      received = answer.data.received;
      show("sending");
    }
    const finished = await finishTakeover(room, takeover);
    if (!finished.data) {
      show("paused");
      return finished.problem;
    }
    setSending({ step: "finished" });
    return null;
  };

  return {
    sending,
    problem,
    start,
    pause: () => {
      stopped.current = true;
    },
    again: () => {
      setSending({ step: "not-begun" });
      setProblem(null);
    },
  };
}

function sendPart(room: number, takeover: number, part: Part) {
  if ("entries" in part) return sendEntries(room, takeover, part.first, part.entries);
  const { number, piece, pieces, text } = part;
  return sendPiece(room, takeover, [number, piece], { pieces, text });
}
