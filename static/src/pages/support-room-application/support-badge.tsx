import type { SupportStatus } from "../../api/support";
import { APPLICATION_STATUSES, word } from "../../city/words";
import { Badge } from "../../interface/status-badge";

/** Where an application stands; half a set waits for its applicant like one that was returned (R14). */
export function SupportBadge({ status }: { status: SupportStatus }) {
  if (status === "incomplete") return <Badge kind="returned">書類待ち</Badge>;
  return <Badge kind={status}>{word(APPLICATION_STATUSES, status)}</Badge>;
}
