import type { ComponentType } from "preact";
import { useCallback, useEffect, useState } from "preact/hooks";
import { NO_ANSWER } from "../api/problem";
import { Failure, Loading } from "../interface/answers";
import { Page } from "../interface/page";

/** A page whose code is fetched when it is first opened; without network it says so and can try again. */
export function lazyPage(load: () => Promise<ComponentType>): ComponentType {
  let loaded: ComponentType | null = null;
  return function LazyPage() {
    const [, setLoadedOnce] = useState(loaded !== null);
    const [failed, setFailed] = useState(false);
    const start = useCallback(() => {
      setFailed(false);
      load().then(
        (page) => {
          loaded = page;
          setLoadedOnce(true);
        },
        () => setFailed(true),
      );
    }, []);
    useEffect(() => {
      if (loaded === null) start();
    }, [start]);

    if (loaded) {
      const Loaded = loaded;
      return <Loaded />;
    }
    if (failed) {
      return (
        <Page heading="ページを読み込めませんでした">
          {/* With a network it was another build's page, of which the server has nothing any more. */}
          <Failure problem={NO_ANSWER} onRetry={navigator.onLine ? () => location.reload() : start} />
        </Page>
      );
    }
    return (
      <main class="page" id="main">
        <Loading what="ページ" />
      </main>
    );
  };
}
