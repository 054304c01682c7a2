import { useCallback, useEffect, useState } from "preact/hooks";

const WORKER = "/sw.js";
/** A page may stay open for days; the browser itself looks for a new build only when a page is loaded. */
const LOOK_EVERY_MILLISECONDS = 60 * 60 * 1000;

interface BuildMessage {
  kind: "build";
  /** The script that the page of the new build begins with. */
  entry: string;
}

/**
 * Keeps the app's own files in the browser of whoever is signed in, so that it opens without network. True when a newer
 * build than that of this page has been put there.
 */
export function useShellWorker(signedIn: boolean): boolean {
  const [outdated, setOutdated] = useState(false);

  const listen = useCallback((event: MessageEvent<BuildMessage>) => {
    if (event.data?.kind === "build" && event.data.entry !== ownEntry()) setOutdated(true);
  }, []);

  useEffect(() => {
    const workers = navigator.serviceWorker as ServiceWorkerContainer | undefined;
    // Vite's own server has no build.
    if (!signedIn || !workers || import.meta.env.DEV) return;
    workers.addEventListener("message", listen);
    // A browser may refuse to store anything: the app then needs the network, as before.
    void workers.register(WORKER).catch(() => {});
    let looked = Date.now();
    const look = () => {
      if (document.visibilityState !== "visible" || Date.now() - looked < LOOK_EVERY_MILLISECONDS) return;
      looked = Date.now();
      void workers
        .getRegistration(WORKER)
        .then((registration) => registration?.update())
        .catch(() => {});
    };
    document.addEventListener("visibilitychange", look);
    const timer = setInterval(look, LOOK_EVERY_MILLISECONDS);
    return () => {
      workers.removeEventListener("message", listen);
      document.removeEventListener("visibilitychange", look);
      clearInterval(timer);
    };
  }, [signedIn, listen]);
  return outdated;
}

/** The script that this page began with. */
function ownEntry(): string | null {
  return document.querySelector("script[type=module][src]")?.getAttribute("src") ?? null;
}
