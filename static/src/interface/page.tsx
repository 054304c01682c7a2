import type { ComponentChildren } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { HelpLink } from "./help-link";

interface PageProps {
  /** The h1, and the first part of the document's title. */
  heading: string;
  /** When the title of the window should say more or less than the h1. */
  title?: string;
  wide?: boolean;
  /** The manual and its section that say how the page is used. */
  help?: string;
  children: ComponentChildren;
}

let firstPage = true;

/** The main part of every page: titles the window and moves the focus to the h1 after a navigation. */
export function Page({ heading, title, wide = false, help, children }: PageProps) {
  const headingElement = useRef<HTMLHeadingElement>(null);

  useEffect(() => {
    document.title = `${title ?? heading} | Tasuki(襷)`;
  }, [title, heading]);

  useEffect(() => {
    // On the first page the browser itself starts at the top, where the skip link is.
    if (firstPage) firstPage = false;
    else headingElement.current?.focus();
  }, []);

  return (
    <main class={wide ? "page page--wide" : "page"} id="main">
      <h1 ref={headingElement} tabIndex={-1}>
        {heading}
      </h1>
      {help && (
        <p class="page__help no-print">
          <HelpLink to={help}>この画面の使い方</HelpLink>
        </p>
      )}
      {children}
    </main>
  );
}
