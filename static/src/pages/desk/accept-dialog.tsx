import { FORMS, type Form } from "../../api/forms";
import type { ApplicationSummary } from "../../api/types";
import { APPLICATION_STATUSES, formName, formShortName, word } from "../../city/words";
import { ConfirmDialog } from "../../interface/confirm-dialog";
import { isAcceptable } from "../desk-application/decisions";

/** R23: the city ticks its checklist on the application's own page, so there is nothing to accept from a list. */
const ROOM_OPENING = 1;
/** R12: what came by mail is entered, not accepted. */
const MAILED = 9;

interface LeftOut {
  item: ApplicationSummary;
  reason: string;
}

/** What of the chosen can be accepted here and now, and what cannot and why. */
export function sorted(chosen: ApplicationSummary[]): {
  acceptable: ApplicationSummary[];
  leftOut: LeftOut[];
} {
  const acceptable: ApplicationSummary[] = [];
  const leftOut: LeftOut[] = [];
  for (const item of chosen) {
    if (!isAcceptable(item.status)) {
      leftOut.push({ item, reason: `今は「${word(APPLICATION_STATUSES, item.status)}」です` });
    } else if (item.wrong_desk) {
      leftOut.push({ item, reason: "別の窓口の様式です" });
    } else if (item.form === ROOM_OPENING) {
      leftOut.push({ item, reason: "確かめることがあるので、1件ずつ開いて受理します" });
    } else if (item.form === MAILED) {
      leftOut.push({ item, reason: "メールを開いて、内容を登録します" });
    } else acceptable.push(item);
  }
  return { acceptable, leftOut };
}

const CONSEQUENCES: Record<Exclude<Form, typeof ROOM_OPENING | typeof MAILED>, string> = {
  2: "部屋の参加者がすぐに変わります。",
  3: "部屋が閉じ、一覧から消えます。",
  4: "人数分のアカウントが作られ、通知書を印刷できるようになります。",
  5: "団体の登録と担当者がすぐに書き換わります。",
  6: "利用を中止する人は、すぐにログインできなくなります。",
  7: "支援の部屋が開き、アカウントのある担当者がすぐに入れるようになります。原本の受領などの確かめが済んでいない申請は受理されません。",
  8: "届出の日から担当者が変わります。外れる人はその日から何も見られなくなります。",
};

interface AcceptDialogProps {
  open: boolean;
  chosen: ApplicationSummary[];
  onConfirm: (items: ApplicationSummary[]) => void;
  onCancel: () => void;
}

/** Names everything that will be accepted, because there is no way back. */
export function AcceptDialog({ open, chosen, onConfirm, onCancel }: AcceptDialogProps) {
  const { acceptable, leftOut } = sorted(chosen);
  if (acceptable.length === 0) {
    return (
      <ConfirmDialog
        open={open}
        heading="受理できる申請がありません"
        confirm="閉じる"
        onConfirm={onCancel}
        onCancel={onCancel}
      >
        <LeftOutList leftOut={leftOut} />
      </ConfirmDialog>
    );
  }
  return (
    <ConfirmDialog
      open={open}
      heading={`${acceptable.length}件を受理しますか`}
      confirm={`${acceptable.length}件を受理する`}
      onConfirm={() => onConfirm(acceptable)}
      onCancel={onCancel}
    >
      <ul>
        {FORMS.filter((form) => form !== ROOM_OPENING).map((form) => {
          const count = acceptable.filter((item) => item.form === form).length;
          return (
            count > 0 && (
              <li key={form}>
                <strong>
                  {formName(form)} {count}件
                </strong>
                <br />
                {form !== MAILED && CONSEQUENCES[form]}
              </li>
            )
          );
        })}
      </ul>
      <p>受理は取り消せません。1件ずつ順に受理し、途中で止められます。</p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must scroll by keyboard */}
      <section class="dialog__list" tabIndex={0} aria-label="受理する申請">
        <ol>
          {acceptable.map((item) => (
            <li key={item.receipt_number}>
              {item.organization_name}{" "}
              <span class="hint">
                {formShortName(item.form)} {item.people_count > 0 && `${item.people_count}人分 `}
                <span class="code">{item.receipt_number}</span>
              </span>
            </li>
          ))}
        </ol>
      </section>
      {leftOut.length > 0 && <LeftOutList leftOut={leftOut} />}
    </ConfirmDialog>
  );
}

function LeftOutList({ leftOut }: { leftOut: LeftOut[] }) {
  return (
    <div class="notice-box notice-box--warning">
      <p>
        <strong>次の{leftOut.length}件は受理しません。</strong>
      </p>
      <ul>
        {leftOut.slice(0, 10).map(({ item, reason }) => (
          <li key={item.receipt_number}>
            {item.organization_name}({item.receipt_number}): {reason}
          </li>
        ))}
        {leftOut.length > 10 && <li>ほか{leftOut.length - 10}件</li>}
      </ul>
    </div>
  );
}
