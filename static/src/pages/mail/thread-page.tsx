import { useEffect, useMemo, useState } from "preact/hooks";
import { useLocation, useRoute } from "preact-iso";
import { loadMailThread, type Mail, type MailThread, markMailOpened, placeMailThread } from "../../api/mail";
import type { Problem } from "../../api/problem";
import type { Me } from "../../api/types";
import { type Loaded, useLoaded } from "../../api/use-loaded";
import { useSending } from "../../api/use-sending";
import { Failure, Loading } from "../../interface/answers";
import { Button } from "../../interface/button";
import { Page } from "../../interface/page";
import { SignedIn } from "../../session/signed-in";
import { useUnread } from "../../unread/unread";
import { roomNumber } from "../room/room-number";
import { OneMail } from "./one-mail";
import { addressOf, type Place, placeIn } from "./places";
import { SubmittedBox } from "./submitted-box";
import "./mail.css";

export function MailThreadPage() {
  const thread = roomNumber(useRoute().params.thread);
  return <SignedIn>{(me) => <Thread key={thread} thread={thread} me={me} />}</SignedIn>;
}

function Thread({ thread, me }: { thread: number; me: Me }) {
  const { query } = useLocation();
  const place = useMemo(() => placeIn(query, me.desk), [query, me.desk]);
  const loaded: Loaded<MailThread> = useLoaded(`thread ${thread} ${place.box}`, () =>
    loadMailThread(thread, place.box),
  );
  const { data, problem } = loaded;
  return (
    <Page heading={data ? data.subject : "メール"} title="利用者間メール">
      <p class="row row--apart no-print">
        <a class="back" href={addressOf(place)}>
          一覧へ戻る
        </a>
        <Button small onClick={() => print()}>
          印刷する
        </Button>
      </p>
      <p role="status" class={query.sent ? "notice-box notice-box--success" : "status-line"}>
        {query.sent && "送りました。"}
      </p>
      {problem && (
        <Failure
          problem={problem}
          {...(problem.status === 404 ? {} : { onRetry: () => void loaded.reload() })}
        />
      )}
      {!data && !problem && <Loading what="メール" />}
      {data && (
        <>
          <Marks thread={data} place={place} onChanged={loaded.replace} />
          {data.form && (
            <SubmittedBox
              form={data.form}
              thread={data.thread_id}
              lastMail={data.items.at(-1)?.mail_id ?? 0}
              place={place}
              onChanged={loaded.reload}
            />
          )}
          {data.cut && <p class="hint">長いやりとりのため、はじめの{data.items.length}通を出しています。</p>}
          <Mails me={me} place={place} items={data.items} />
        </>
      )}
    </Page>
  );
}

interface MarksProps {
  thread: MailThread;
  place: Place;
  onChanged: (thread: MailThread) => void;
}

/** Star and archive; a second press takes either back. */
function Marks({ thread, place, onChanged }: MarksProps) {
  const [note, setNote] = useState("");
  const [problem, setProblem] = useState<Problem | null>(null);
  const [sending, send] = useSending();
  const { is_archived, is_starred } = thread;
  const put = (next: { is_archived: boolean; is_starred: boolean }, said: string) =>
    send(async () => {
      const { data, problem } = await placeMailThread(thread.thread_id, place.box, next);
      setProblem(problem ?? null);
      if (!data) return;
      setNote(said);
      onChanged({ ...thread, ...next });
    });
  return (
    <div class="row no-print">
      <button
        type="button"
        class="button button--secondary button--small"
        aria-pressed={is_starred}
        aria-disabled={sending}
        onClick={() =>
          void put(
            { is_archived, is_starred: !is_starred },
            is_starred ? "星を外しました。" : "星を付けました。",
          )
        }
      >
        {is_starred ? "★ 星付き" : "☆ 星を付ける"}
      </button>
      <button
        type="button"
        class="button button--secondary button--small"
        aria-pressed={is_archived}
        aria-disabled={sending}
        onClick={() =>
          void put(
            { is_archived: !is_archived, is_starred },
            is_archived ? "受信に戻しました。" : "保管しました。もう一度押すと戻ります。",
          )
        }
      >
        {is_archived ? "保管中(戻す)" : "保管する"}
      </button>
      <span role="status" class={problem ? "error" : "hint"}>
        {problem ? problem.title : note}
      </span>
    </div>
  );
}

/** Oldest first; what this page shows is opened now. */
function Mails({ me, place, items }: { me: Me; place: Place; items: Mail[] }) {
  const { refresh } = useUnread();
  const newest = items.at(-1)?.mail_id ?? 0;
  // biome-ignore lint/correctness/useExhaustiveDependencies: another mail in the thread is the reason
  useEffect(() => {
    const open = async () => {
      for (const mail of items) {
        if (!mail.is_mine) await markMailOpened(mail.mail_id, place.box);
      }
      refresh();
    };
    void open();
  }, [newest, place.box]);
  return (
    <>
      {items.map((mail) => (
        <OneMail key={mail.mail_id} mail={mail} place={place} me={me} isLast={mail.mail_id === newest} />
      ))}
    </>
  );
}
