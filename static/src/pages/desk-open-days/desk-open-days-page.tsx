import { useState } from "preact/hooks";
import { type Asked, api, ask } from "../../api/client";
import type { Problem } from "../../api/problem";
import type { OpenDayException } from "../../api/types";
import { useLoaded } from "../../api/use-loaded";
import { useSending } from "../../api/use-sending";
import { wareki } from "../../dates/wareki";
import { EmptyState, Failure, Loading, Refusal } from "../../interface/answers";
import { Button } from "../../interface/button";
import { ConfirmDialog } from "../../interface/confirm-dialog";
import { Page } from "../../interface/page";
import { Badge } from "../../interface/status-badge";
import { CityDesk } from "../../session/signed-in";
import { OpenDayForm } from "./open-day-form";

export function DeskOpenDaysPage() {
  return <CityDesk>{() => <OpenDays />}</CityDesk>;
}

async function loadExceptions(): Promise<Asked<{ items: OpenDayException[] }>> {
  return ask(() => api.GET("/api/open-day-exceptions"));
}

function OpenDays() {
  const { data, problem, reload } = useLoaded("open-days", loadExceptions);
  const [message, setMessage] = useState("");
  const days = data?.items.toSorted((one, other) => one.day.localeCompare(other.day)) ?? [];

  return (
    <Page heading="開庁日" wide help="city#open-days">
      <p>
        土曜日・日曜日・祝日・12月29日から1月3日は、はじめから閉庁日として数えます。それと違う日だけをここに登録してください。通知書の投函期限の計算に使います。
      </p>
      <OpenDayForm
        known={days}
        onSaved={(text) => {
          setMessage(text);
          void reload();
        }}
      />
      <p role="status" class={`status-line${message ? " notice-box notice-box--success" : ""}`}>
        {message}
      </p>
      <section class="card" aria-labelledby="exceptions">
        <h2 id="exceptions">登録した日</h2>
        {problem && <Failure problem={problem} onRetry={() => void reload()} />}
        {!data && !problem && <Loading what="登録した日" />}
        {data && days.length === 0 && <EmptyState title="登録した日はありません" />}
        {days.length > 0 && (
          <ExceptionTable
            days={days}
            onDeleted={(text) => {
              setMessage(text);
              void reload();
            }}
          />
        )}
      </section>
    </Page>
  );
}

function ExceptionTable({
  days,
  onDeleted,
}: {
  days: OpenDayException[];
  onDeleted: (text: string) => void;
}) {
  const [deleting, setDeleting] = useState<OpenDayException | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [sending, send] = useSending();

  const remove = (day: string) =>
    send(async () => {
      const { problem } = await ask(() =>
        api.DELETE("/api/open-day-exceptions/{day}", { params: { path: { day } } }),
      );
      setDeleting(null);
      setProblem(problem ?? null);
      if (!problem) onDeleted(`${wareki(day)}の登録を消しました。`);
    });

  return (
    <>
      <Refusal problem={problem} />
      <table class="list">
        <caption class="visually-hidden">登録した日</caption>
        <thead>
          <tr>
            <th scope="col">日付</th>
            <th scope="col">扱い</th>
            <th scope="col">理由</th>
            <th scope="col">操作</th>
          </tr>
        </thead>
        <tbody>
          {days.map((exception) => (
            <tr key={exception.day}>
              <th scope="row">
                <time dateTime={exception.day}>{wareki(exception.day)}</time>
              </th>
              <td data-label="扱い">
                <Badge kind={exception.open ? "done" : "quiet"}>
                  {exception.open ? "開庁する" : "閉庁する"}
                </Badge>
              </td>
              <td data-label="理由">{exception.note}</td>
              <td>
                <Button small onClick={() => setDeleting(exception)}>
                  消す<span class="visually-hidden">({wareki(exception.day)})</span>
                </Button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <ConfirmDialog
        open={deleting !== null}
        heading={deleting ? `${wareki(deleting.day)}の登録を消しますか` : ""}
        confirm="消す"
        danger
        sending={sending}
        onConfirm={() => deleting && void remove(deleting.day)}
        onCancel={() => setDeleting(null)}
      >
        <p>この日は、ふだんの決まりで数えるようになります。期限の表示が変わることがあります。</p>
      </ConfirmDialog>
    </>
  );
}
