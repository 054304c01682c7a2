import { useEffect } from "preact/hooks";

/** Asks before the page is left, by a link of ours as well as by closing the tab. */
export function useLeaveWarning(question: string) {
  useEffect(() => {
    const beforeUnload = (event: BeforeUnloadEvent) => event.preventDefault();
    // In the capture phase, before the router sees the click.
    const beforeLink = (event: MouseEvent) => {
      const link = event.target instanceof Element ? event.target.closest("a[href]") : null;
      if (link === null || link.getAttribute("href")?.startsWith("#") || confirm(question)) return;
      event.preventDefault();
      event.stopPropagation();
    };
    addEventListener("beforeunload", beforeUnload);
    addEventListener("click", beforeLink, { capture: true });
    return () => {
      removeEventListener("beforeunload", beforeUnload);
      removeEventListener("click", beforeLink, { capture: true });
    };
  }, [question]);
}
