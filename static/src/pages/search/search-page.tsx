import { useMemo } from "preact/hooks";
import { useLocation } from "preact-iso";
import { type SearchHit, searchMessages } from "../../api/message-search";
import { usePages } from "../../api/use-pages";
import { PROFESSIONS, word } from "../../city/words";
import { warekiWithTime } from "../../dates/wareki";
import { EmptyState, Failure, Loading } from "../../interface/answers";
import { ListEnd } from "../../interface/list-end";
import { Page } from "../../interface/page";
import { SignedIn } from "../../session/signed-in";
import { Labels } from "../timeline/message-body";
import { addressOf, type Conditions, conditionsIn, isSearch, questionOf } from "./conditions";
import { excerpt } from "./excerpt";
import { SearchForm } from "./search-form";
import "./search.css";

export function SearchPage() {
  return <SignedIn>{() => <Search />}</SignedIn>;
}

/** Over all rooms that are open to the person, and no others (R18). */
function Search() {
  const { query } = useLocation();
  const conditions = useMemo(() => conditionsIn(query), [query]);
  return (
    <Page heading="メッセージを探す" help="web#message-search">
      <SearchForm key={addressOf(conditions)} conditions={conditions} />
      {isSearch(conditions) ? (
        <Hits conditions={conditions} />
      ) : (
        <p class="hint">
          参加している部屋のメッセージを、まとめて探します。1文字でも、ひらがな・カタカナ・全角・半角のどれでも探せます。
        </p>
      )}
    </Page>
  );
}

function Hits({ conditions }: { conditions: Conditions }) {
  const pages = usePages(`search ${addressOf(conditions)}`, (after) =>
    searchMessages(questionOf(conditions), after),
  );
  const { items, problem } = pages;
  return (
    <section class="stack" aria-labelledby="hits">
      <h2 id="hits">見つかったメッセージ</h2>
      {problem && <Failure problem={problem} onRetry={() => void pages.reload()} />}
      {!items && !problem && <Loading what="メッセージ" />}
      {items?.length === 0 && (
        <EmptyState title="見つかりませんでした">
          <p>
            言葉を短くするか、条件を減らしてみてください。いくつかの言葉を入れると、すべてを含むものだけが出ます。参加していない部屋のものは出ません。
          </p>
        </EmptyState>
      )}
      {items && items.length > 0 && (
        <>
          <ol class="hits">
            {items.map((hit) => (
              <Hit key={hit.message.message_id} hit={hit} />
            ))}
          </ol>
          <ListEnd counter="件" pages={pages} />
        </>
      )}
    </section>
  );
}

function Hit({ hit }: { hit: SearchHit }) {
  const { message } = hit;
  return (
    <li class="hit">
      <p>
        <a href={`/rooms/${hit.room_id}?message=${message.message_id}`}>
          <strong>{hit.room_name}</strong>
          <span class="visually-hidden">で開く</span>
        </a>{" "}
        <time class="quiet" dateTime={message.at}>
          {warekiWithTime(message.at)}
        </time>
      </p>
      <p>
        {message.author.name}{" "}
        <span class="quiet">
          {word(PROFESSIONS, message.author.profession)} ・ {message.author.organization_name}
        </span>
      </p>
      <p class="hit__body">
        {excerpt(message.body ?? "", hit.marks).map((piece) =>
          piece.marked ? <mark>{piece.text}</mark> : piece.text,
        )}
      </p>
      <Labels message={message} />
      {message.files.length > 0 && (
        <p class="hint">添付: {message.files.map((file) => file.name).join("、")}</p>
      )}
    </li>
  );
}
