import type { Form } from "../../api/forms";
import type { ApplicationStatus, DecisionInput } from "../../api/types";

export type Decision = DecisionInput["decision"];

interface DecisionWords {
  label: string;
  noteRequired: boolean;
  question: string;
  consequence: string;
  confirm: string;
  done: string;
}

const ACCEPT: Record<Exclude<Form, 9>, { consequence: string; done: string }> = {
  1: {
    consequence:
      "部屋が開き、申請した人と参加する人がすぐに入れるようになります。部屋の名前や目的は、あとから「職種連携の部屋」のページで直せます。",
    done: "受理しました。部屋を開きました。",
  },
  2: {
    consequence: "部屋の参加者がすぐに変わります。退出する人は、この部屋のものを何も見られなくなります。",
    done: "受理しました。部屋の参加者を変えました。",
  },
  3: {
    consequence:
      "部屋が閉じ、参加者の一覧から消えます。書かれた内容は保存期限まで残ります。間違えたときは、部屋のページで閉鎖を取り消せます。",
    done: "受理しました。部屋を閉じました。",
  },
  4: {
    consequence: "人数分のアカウントが作られ、通知書を印刷できるようになります。受理は取り消せません。",
    done: "受理しました。アカウントを作りました。",
  },
  5: {
    consequence:
      "団体の登録と担当者がすぐに書き換わります。追加する端末があれば、通知書を印刷できるようになります。受理は取り消せません。",
    done: "受理しました。団体の登録を変えました。",
  },
  6: {
    consequence:
      "利用を中止する人は、すぐにログインできなくなります。端末の登録と、部屋への参加も終わります。受理は取り消せません。",
    done: "受理しました。アカウントの利用を中止しました。",
  },
  7: {
    consequence:
      "支援の部屋が開き(この方の部屋がもう開いていれば、その部屋に加わり)、アカウントのある担当者はすぐに入れます。受理は取り消せません。",
    done: "受理しました。支援の部屋の担当者を設定しました。",
  },
  8: {
    consequence:
      "届出の日から担当者が変わります。外れる人は、その日からこの部屋のものを何も見られなくなります。受理は取り消せません。",
    done: "受理しました。担当者を変えました。",
  },
};

const OTHERS: Record<Exclude<Decision, "accept">, DecisionWords> = {
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
  redirect: {
    label: "別の窓口へ転送する",
    noteRequired: true,
    question: "この申請を別の窓口へ転送しますか",
    consequence:
      "申請の内容はそのまま別の窓口に届き、この窓口の一覧からは消えます。申請者の画面には、転送したことと理由が出ます。",
    confirm: "転送する",
    done: "別の窓口へ転送しました。申請者の画面に理由が出ます。",
  },
};

/** What came by mail (R12) is answered by mail, and is not accepted but entered. */
const OF_MAIL: Record<Exclude<Decision, "accept">, Partial<DecisionWords>> = {
  return: {
    consequence:
      "送った人にメールで理由が届きます。送った人は、返信にファイルを付けて再提出できます。それまで期限の日数は数えません。",
    done: "差し戻しました。送った人にメールで知らせました。",
  },
  reject: {
    label: "受け付けない",
    question: "このメールを受け付けないことにしますか",
    consequence: "ここで終わります。送った人にメールで理由が届きます。やり直すには、新しい提出が必要です。",
    confirm: "受け付けない",
    done: "受け付けないことにしました。送った人にメールで知らせました。",
  },
  redirect: {
    label: "別の窓口へ回す",
    question: "このメールを別の窓口へ回しますか",
    consequence:
      "メールとファイルはそのまま別の窓口に届き、この窓口の一覧からは消えます。送った人には、メールで知らせます。",
    confirm: "別の窓口へ回す",
    done: "別の窓口へ回しました。送った人にメールで知らせました。",
  },
};

export function wordsOf(decision: Decision, form: Form): DecisionWords {
  if (decision !== "accept")
    return form === 9 ? { ...OTHERS[decision], ...OF_MAIL[decision] } : OTHERS[decision];
  return {
    label: "受理する",
    noteRequired: false,
    question: "この申請を受理しますか",
    confirm: "受理する",
    ...ACCEPT[form === 9 ? 4 : form],
  };
}

/** What can be chosen: a desk that does not decide a form sends it on, and only that desk does (R11). */
export function decisionsFor(detail: {
  form: number;
  wrong_desk: boolean;
  status: ApplicationStatus;
}): Decision[] {
  // What came by mail is entered; to send it on is a button of its own.
  if (detail.form === 9) return ["return", "reject"];
  if (detail.wrong_desk) return ["redirect", "return", "reject"];
  return isAcceptable(detail.status) ? ["accept", "return", "reject"] : ["return", "reject"];
}

/** What awaits a desk: new, corrected, or sent on by the other desk. */
export function isAcceptable(status: ApplicationStatus): boolean {
  return status === "received" || status === "resubmitted" || status === "redirected";
}

/** Half a set (R14) can be refused or sent back, but not accepted. */
export function isDecidable(status: ApplicationStatus): boolean {
  return isAcceptable(status) || status === "incomplete";
}
