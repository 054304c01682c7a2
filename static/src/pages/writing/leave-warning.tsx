import { useLeaveWarning } from "../../interface/use-leave-warning";

/** The text is kept; chosen files are not, a browser keeps none for a page. */
export function LeaveWarning() {
  useLeaveWarning("添付したファイルは、この画面を離れると外れます。離れますか?");
  return null;
}
