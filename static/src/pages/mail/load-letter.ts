import type { Asked } from "../../api/client";
import { loadMailDrafts, loadMailThread } from "../../api/mail";
import { NO_ANSWER, type Problem } from "../../api/problem";
import { forwardLetter, replyLetter } from "./answering";
import { EMPTY, type Letter, letterOf } from "./letter";
import type { Start } from "./places";

/** A letter to begin with, and the number of the draft that it is. */
export interface Beginning {
  letter: Letter;
  draft: number | null;
}

const GONE: Problem = {
  ...NO_ANSWER,
  status: 404,
  code: "not_found",
  title: "見つかりませんでした。",
  detail: null,
};

/** What stands in the letter before anybody has typed: nothing, an answer, a forwarded mail, or a draft. */
export async function loadBeginning(start: Start, me: number): Promise<Asked<Beginning>> {
  if (start.kind === "new") {
    const to = start.to ? [start.to] : [];
    const letter = { ...EMPTY, to, desks: start.desk ? [start.desk] : [], fromDesk: start.box !== "mine" };
    return { data: { letter, draft: null } };
  }
  if (start.kind === "draft") {
    const { data, problem } = await loadMailDrafts();
    if (problem) return { problem };
    const draft = data.items.find((each) => each.draft_id === start.draft);
    return draft ? { data: { letter: letterOf(draft), draft: draft.draft_id } } : { problem: GONE };
  }
  const { data, problem } = await loadMailThread(start.thread, start.box);
  if (problem) return { problem };
  const mail = data.items.find((each) => each.mail_id === start.mail);
  if (!mail) return { problem: GONE };
  const writer = { me, box: start.box };
  const letter =
    start.kind === "forward"
      ? forwardLetter(mail, writer)
      : replyLetter(mail, writer, start.kind === "reply_all");
  return { data: { letter: { ...letter, answersReturn: start.kind === "answer" }, draft: null } };
}
