import { type Asked, api, ask } from "../../api/client";
import type { Intent } from "../../api/intent";
import type { Notice } from "../../api/types";

/** The desk put these letters into the post (R3). */
export async function postNotices(noticeIds: number[], intent: Intent): Promise<Asked<{ items: Notice[] }>> {
  const body = { notice_ids: noticeIds };
  const answer = await ask(() => api.POST("/api/notices/posted", { body, headers: intent.headersFor(body) }));
  intent.answered(answer.problem);
  return answer;
}
