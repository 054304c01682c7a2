import { useState } from "preact/hooks";
import { useLocation } from "preact-iso";
import { api, ask } from "../../api/client";
import type { IssuedNotice } from "../../api/types";
import { usePages } from "../../api/use-pages";
import { EmptyState, Failure, Loading } from "../../interface/answers";
import { Button } from "../../interface/button";
import { Page } from "../../interface/page";
import { FilterTabs } from "../../interface/tabs";
import { CityDesk } from "../../session/signed-in";
import { Letters } from "./letters";
import { NoticeActions } from "./notice-actions";
import { NoticeTable } from "./notice-table";
import { Objection } from "./objection";

const STATES = [
  { value: "to_print", label: "未印刷", href: "/desk/notices" },
  { value: "to_post", label: "未投函", href: "/desk/notices?state=to_post" },
  { value: "posted", label: "投函済み", href: "/desk/notices?state=posted" },
  { value: "objected", label: "異議", href: "/desk/notices?state=objected" },
] as const;
type Tab = (typeof STATES)[number]["value"];
export type NoticeState = Exclude<Tab, "objected">;

export function DeskNoticesPage() {
  const { query } = useLocation();
  const state = STATES.find((each) => each.value === query.state)?.value ?? "to_print";
  return <CityDesk>{() => (state === "objected" ? <Objections /> : <Notices state={state} />)}</CityDesk>;
}

function Notices({ state }: { state: NoticeState }) {
  // Only here, in memory: the codes exist on paper and nowhere else once this page is left.
  const [letters, setLetters] = useState<IssuedNotice[]>([]);
  const [message, setMessage] = useState("");
  const { route } = useLocation();

  if (letters.length > 0) {
    return (
      <Letters
        letters={letters}
        onClose={(posted) => {
          setLetters([]);
          setMessage(posted ? `${letters.length}通を投函済みにしました。` : "");
          route(posted ? "/desk/notices?state=posted" : "/desk/notices?state=to_post");
        }}
      />
    );
  }
  return (
    <NoticeList key={state} state={state} message={message} onMessage={setMessage} onLetters={setLetters} />
  );
}

interface NoticeListProps {
  state: NoticeState;
  message: string;
  onMessage: (message: string) => void;
  onLetters: (letters: IssuedNotice[]) => void;
}

function NoticeList({ state, message, onMessage, onLetters }: NoticeListProps) {
  const [chosen, setChosen] = useState<ReadonlySet<number>>(new Set());
  const pages = usePages(state, (after) =>
    ask(() => api.GET("/api/notices", { params: { query: { state, ...(after ? { after } : {}) } } })),
  );
  const { items, problem } = pages;
  const chosenItems = items?.filter((notice) => chosen.has(notice.notice_id)) ?? [];

  return (
    <Page heading="通知書" title="通知書の印刷と投函" wide help="city#notices">
      <NoticeTabs current={state} />
      <p role="status" class={`status-line${message ? " notice-box notice-box--success" : ""}`}>
        {message}
      </p>
      {problem && <Failure problem={problem} onRetry={() => void pages.reload()} />}
      {!items && !problem && <Loading what="通知書" />}
      {items?.length === 0 && <Nothing state={state} />}
      {items && items.length > 0 && (
        <>
          <NoticeTable items={items} state={state} chosen={chosen} onChosen={setChosen} />
          {pages.hasMore && (
            <div class="actions">
              <Button sending={pages.loadingMore} onClick={() => void pages.loadMore()}>
                続きを表示
              </Button>
            </div>
          )}
          <NoticeActions
            state={state}
            chosen={chosenItems}
            onIssued={onLetters}
            onPosted={(count) => {
              setChosen(new Set());
              onMessage(`${count}通を投函済みにしました。`);
              void pages.reload();
            }}
            onReload={() => void pages.reload()}
          />
        </>
      )}
    </Page>
  );
}

function NoticeTabs({ current }: { current: Tab }) {
  return <FilterTabs name="通知書の状態" current={current} links={[...STATES]} />;
}

/** R37: the manager says that an account is not as applied for, and the desk answers. */
function Objections() {
  const pages = usePages("objected", (after) =>
    ask(() =>
      api.GET("/api/notices", { params: { query: { state: "objected", ...(after ? { after } : {}) } } }),
    ),
  );
  const { items, problem } = pages;
  return (
    <Page heading="通知書" title="団体からの異議" wide>
      <NoticeTabs current="objected" />
      <p>受理の結果を確かめた団体の担当者から届いた異議です。答えると、団体の担当者の画面に出ます。</p>
      {problem && <Failure problem={problem} onRetry={() => void pages.reload()} />}
      {!items && !problem && <Loading what="異議" />}
      {items?.length === 0 && <EmptyState title="答えを待っている異議はありません" />}
      {items?.map((notice) => (
        <Objection key={notice.notice_id} notice={notice} />
      ))}
      {pages.hasMore && (
        <div class="actions">
          <Button sending={pages.loadingMore} onClick={() => void pages.loadMore()}>
            続きを表示
          </Button>
        </div>
      )}
    </Page>
  );
}

function Nothing({ state }: { state: NoticeState }) {
  if (state === "to_print") {
    return (
      <EmptyState title="印刷を待っている通知書はありません">
        <p>
          <a href="/desk">申請</a>を受理すると、人数分の通知書がここに並びます。
        </p>
      </EmptyState>
    );
  }
  if (state === "to_post") return <EmptyState title="投函を待っている通知書はありません" />;
  return <EmptyState title="投函した通知書はまだありません" />;
}
