import { useEffect } from "preact/hooks";
import { useLocation, useRoute } from "preact-iso";
import { loadManual, type ManualText } from "../../api/manuals";
import { useLoaded } from "../../api/use-loaded";
import { Failure, Loading } from "../../interface/answers";
import { Button } from "../../interface/button";
import { Page } from "../../interface/page";
import { SignedIn } from "../../session/signed-in";
import "./manuals.css";

export function ManualPage() {
  const { slug = "" } = useRoute().params;
  return <SignedIn>{() => <Manual key={slug} slug={slug} />}</SignedIn>;
}

/** One manual: contents, text, and the way to the next (R31). */
function Manual({ slug }: { slug: string }) {
  const { data, problem, reload } = useLoaded(`manual ${slug}`, () => loadManual(slug));
  useLinkedSection(data);
  return (
    <Page heading={data?.title ?? "手引き"}>
      <p class="row row--apart no-print">
        <a class="back" href="/manuals">
          使い方の一覧へ戻る
        </a>
        {data && (
          <Button small onClick={() => print()}>
            印刷する
          </Button>
        )}
      </p>
      {problem && <Failure problem={problem} onRetry={() => void reload()} />}
      {!data && !problem && <Loading what="手引き" />}
      {data && (
        <>
          <Text html={data.introduction_html} />
          <Contents manual={data} />
          <article class="manual">
            {data.sections.map((section) => (
              <Section key={section.id} {...section} />
            ))}
          </article>
          <Beside manual={data} />
        </>
      )}
    </Page>
  );
}

/** To the section that a link led to; the browser looked for it before it was there. */
function useLinkedSection(manual: ManualText | null) {
  const { url } = useLocation();
  // biome-ignore lint/correctness/useExhaustiveDependencies: another address, another section
  useEffect(() => {
    if (!manual || location.hash === "") return;
    const heading = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    heading?.scrollIntoView();
    heading?.focus({ preventScroll: true });
  }, [manual, url]);
}

function Contents({ manual }: { manual: ManualText }) {
  return (
    <nav class="contents no-print" aria-labelledby="contents">
      <h2 id="contents">目次</h2>
      <ol>
        {manual.sections
          .filter(({ level }) => level === 2)
          .map(({ id, heading }) => (
            <li key={id}>
              <a href={`#${id}`}>{heading}</a>
            </li>
          ))}
      </ol>
    </nav>
  );
}

function Section({ id, level, heading, html }: ManualText["sections"][number]) {
  const Heading = level === 2 ? "h2" : "h3";
  return (
    <>
      <Heading id={id} tabIndex={-1}>
        {heading}{" "}
        <a class="manual__link no-print" href={`#${id}`} aria-label={`「${heading}」へのリンク`}>
          #
        </a>
      </Heading>
      <Text html={html} />
    </>
  );
}

function Text({ html }: { html: string }) {
  // Rendered by the server from our own files; what looks like HTML in them it has made text.
  return <div class="manual__text" dangerouslySetInnerHTML={{ __html: html }} />;
}

function Beside({ manual: { previous, next } }: { manual: ManualText }) {
  return (
    <nav class="row row--apart no-print" aria-label="前と次の手引き">
      {previous && <a href={`/manuals/${previous.slug}`}>前: {previous.title}</a>}
      {next && <a href={`/manuals/${next.slug}`}>次: {next.title}</a>}
    </nav>
  );
}
