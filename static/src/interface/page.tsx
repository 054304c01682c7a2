import type { ComponentChildren } from "preact";
import { useEffect, useRef } from "preact/hooks";

interface PageProps {
  /** The h1, and the first part of the document's title. */
  heading: string;
  /** When the title of the window should say more or less than the h1. */
  title?: string;
  wide?: boolean;
  children: ComponentChildren;
}

let firstPage = true;

/** The main part of every page: titles the window and moves the focus to the h1 after a navigation. */
export function Page({ heading, title, wide = false, children }: PageProps) {
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
      {children}
    </main>
  );
}
