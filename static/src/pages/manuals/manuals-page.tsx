import { useLocation } from "preact-iso";
import { loadManuals, type ManualOutline, searchManuals } from "../../api/manuals";
import { useLoaded } from "../../api/use-loaded";
import { EmptyState, Failure, Loading } from "../../interface/answers";
import { Page } from "../../interface/page";
import { SearchLine } from "../../interface/search-line";
import { SignedIn } from "../../session/signed-in";
import { markedPieces } from "../timeline/scalars";
import "./manuals.css";

export function ManualsPage() {
  return <SignedIn>{() => <Manuals />}</SignedIn>;
}

/** R31: the manuals that the person may read, and a search over all of them. */
function Manuals() {
  const { query, route } = useLocation();
  const words = query.q ?? "";
  return (
    <Page heading="使い方" title={words ? `「${words}」の使い方` : "使い方"}>
      <SearchLine
        key={words}
        id="manual-words"
        label="手引きの中を探す"
        search={words}
        onSearch={(words) => route(words ? `/manuals?q=${encodeURIComponent(words)}` : "/manuals")}
      />
      {words ? <Found words={words} /> : <Outlines />}
    </Page>
  );
}

function Outlines() {
  const { data, problem, reload } = useLoaded("manuals", loadManuals);
  return (
    <>
      {problem && <Failure problem={problem} onRetry={() => void reload()} />}
      {!data && !problem && <Loading what="手引き" />}
      {data?.items.map((manual) => (
        <Outline key={manual.slug} manual={manual} />
      ))}
    </>
  );
}

function Outline({ manual: { slug, title, headings } }: { manual: ManualOutline }) {
  return (
    <section class="card" aria-labelledby={`manual-${slug}`}>
      <h2 id={`manual-${slug}`}>
        <a href={`/manuals/${slug}`}>{title}</a>
      </h2>
      <ul class="manual-headings">
        {headings
          .filter(({ level }) => level === 2)
          .map(({ id, heading }) => (
            <li key={id}>
              <a href={`/manuals/${slug}#${id}`}>{heading}</a>
            </li>
          ))}
      </ul>
    </section>
  );
}

function Found({ words }: { words: string }) {
  const { data, problem, reload } = useLoaded(`manuals ${words}`, () => searchManuals(words));
  return (
    <>
      {problem && <Failure problem={problem} onRetry={() => void reload()} />}
      {!data && !problem && <Loading what="手引き" />}
      <p role="status" class="status-line">
        {data && data.items.length > 0 ? `${data.items.length}か所見つかりました。` : ""}
      </p>
      {data?.items.length === 0 && (
        <EmptyState title={`「${words}」は見つかりませんでした`}>
          <p>言葉を短くするか、別の言い方で探してください。</p>
        </EmptyState>
      )}
      <ul class="plain-list manual-found">
        {data?.items.map(({ slug, id, heading, title, excerpt, marks }) => (
          <li key={`${slug}#${id}`}>
            <a href={`/manuals/${slug}#${id}`}>{heading}</a> <span class="hint">{title}</span>
            <p>
              …{markedPieces(excerpt, marks).map(({ text, marked }) => (marked ? <mark>{text}</mark> : text))}
              …
            </p>
          </li>
        ))}
      </ul>
    </>
  );
}
