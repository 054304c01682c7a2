import { useMemo } from "preact/hooks";
import { useLocation } from "preact-iso";
import { type Box, loadMails, type MailSummary } from "../../api/mail";
import type { Me } from "../../api/types";
import { usePages } from "../../api/use-pages";
import { DESKS } from "../../city/names";
import { warekiWithTime } from "../../dates/wareki";
import { EmptyState, Failure, Loading } from "../../interface/answers";
import { ListEnd } from "../../interface/list-end";
import { Page } from "../../interface/page";
import { SearchLine } from "../../interface/search-line";
import { Badge } from "../../interface/status-badge";
import { FilterTabs } from "../../interface/tabs";
import { SignedIn } from "../../session/signed-in";
import { Drafts } from "./drafts";
import {
  addressOf,
  FOLDERS,
  INBOX,
  type Place,
  placeIn,
  questionOf,
  threadAddress,
  writeAddress,
} from "./places";
import "./mail.css";

export function MailPage() {
  return <SignedIn>{(me) => <Mails me={me} />}</SignedIn>;
}

/** R29: the mail of the person, and for a clerk that of the desk. */
function Mails({ me }: { me: Me }) {
  const { query, route } = useLocation();
  const place = useMemo(() => placeIn(query, me.desk), [query, me.desk]);
  return (
    <Page heading="利用者間メール" help="web#mail">
      <div class="row row--apart">
        <a
          class="button button--primary"
          href={writeAddress({ kind: "new", box: place.box, to: null, desk: null })}
        >
          メールを書く
        </a>
        {me.desk && <Boxes place={place} desk={me.desk} />}
      </div>
      <FilterTabs
        name="メールの入れもの"
        current={place.folder}
        links={FOLDERS.map(({ value, label }) => ({
          value,
          label,
          href: addressOf({ ...INBOX, box: place.box, folder: value }),
        }))}
      />
      {place.folder === "drafts" ? (
        <Drafts box={place.box} />
      ) : (
        <>
          <SearchLine
            key={addressOf(place)}
            id="mail-words"
            label="件名・本文・名前で探す"
            search={place.words}
            onSearch={(words) => route(addressOf({ ...place, words }))}
          />
          <label class="check">
            <input
              type="checkbox"
              checked={place.unread}
              onChange={(event) => route(addressOf({ ...place, unread: event.currentTarget.checked }))}
            />
            開いていないものだけ
          </label>
          <Threads place={place} />
        </>
      )}
    </Page>
  );
}

function Boxes({ place, desk }: { place: Place; desk: Exclude<Box, "mine"> }) {
  const boxes: [Box, string][] = [
    ["mine", "自分のメール"],
    [desk, `${DESKS[desk].short}のメール`],
  ];
  return (
    <nav aria-label="だれのメール">
      <ul class="row plain-list">
        {boxes.map(([box, label]) => (
          <li key={box}>
            <a href={addressOf({ ...INBOX, box })} aria-current={place.box === box ? "page" : undefined}>
              {label}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function Threads({ place }: { place: Place }) {
  const pages = usePages<MailSummary>(`mail ${addressOf(place)}`, (after) =>
    loadMails(questionOf(place), after),
  );
  const { items, problem } = pages;
  return (
    <>
      {problem && <Failure problem={problem} onRetry={() => void pages.reload()} />}
      {!items && !problem && <Loading what="メール" />}
      {items?.length === 0 && (
        <EmptyState title={place.words ? "見つかりませんでした" : "メールはありません"} />
      )}
      {items && items.length > 0 && (
        <>
          <ol class="choice-list choice-list--one">
            {items.map((thread) => (
              <Thread key={thread.thread_id} thread={thread} place={place} />
            ))}
          </ol>
          <ListEnd counter="件" pages={pages} />
        </>
      )}
    </>
  );
}

function Thread({ thread, place }: { thread: MailSummary; place: Place }) {
  const more = thread.people_count - thread.people.length;
  return (
    <li>
      <a href={threadAddress(thread.thread_id, place)} class={thread.unread_count > 0 ? "" : "mail--read"}>
        <strong>
          {thread.is_starred && (
            <>
              <span aria-hidden="true">★</span>
              <span class="visually-hidden">星付き: </span>
            </>
          )}
          {thread.subject} {thread.mail_count > 1 && `(${thread.mail_count})`}{" "}
          {thread.unread_count > 0 && <Badge kind="unread">未開封 {thread.unread_count}</Badge>}
        </strong>
        <span>
          {thread.people.join("、")}
          {more > 0 && `ほか${more}人`} ・{" "}
          <time dateTime={thread.last_at}>{warekiWithTime(thread.last_at)}</time>
          {thread.has_files && " ・ 添付あり"}
        </span>
        <span>
          {thread.last_from_name}: {thread.excerpt}
        </span>
      </a>
    </li>
  );
}
