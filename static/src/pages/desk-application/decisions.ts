import type { Problem } from "../../api/problem";
import type { ApplicationStatus, DecisionInput } from "../../api/types";

export type Decision = DecisionInput["decision"];

export const DECISIONS: Record<
  Decision,
  {
    label: string;
    noteRequired: boolean;
    question: string;
    consequence: string;
    confirm: string;
    done: string;
  }
> = {
  accept: {
    label: "受理する",
    noteRequired: false,
    question: "この申請を受理しますか",
    consequence: "人数分のアカウントが作られ、通知書を印刷できるようになります。受理は取り消せません。",
    confirm: "受理する",
    done: "受理しました。アカウントを作りました。",
  },
  return: {
    label: "差し戻す",
    noteRequired: true,
    question: "この申請を差し戻しますか",
    consequence: "申請者は入力を残したまま直して再提出できます。直るまで期限の日数は数えません。",
    confirm: "差し戻す",
    done: "差し戻しました。申請者の画面に理由が出ます。",
  },
  reject: {
    label: "却下する",
    noteRequired: true,
    question: "この申請を却下しますか",
    consequence: "申請はここで終わります。申請者は直して再提出することはできず、新しい申請が必要です。",
    confirm: "却下する",
    done: "却下しました。申請者の画面に理由が出ます。",
  },
};

export function isDecidable(status: ApplicationStatus): boolean {
  return status === "received" || status === "resubmitted";
}

/** R36: a decision needs a sign-in younger than thirty minutes. */
export function needsFreshSignIn(problem: Problem): boolean {
  return problem.rule === "R36" && problem.status !== 401;
}
