import type { ComponentChildren } from "preact";

interface HelpLinkProps {
  /** The manual and its section: `web#vitals`. A test looks whether it is there. */
  to: string;
  children: ComponentChildren;
}

/** From a page to the section of the manual that says how it is used (R31). */
export function HelpLink({ to, children }: HelpLinkProps) {
  return (
    <a class="help-link no-print" href={`/manuals/${to}`}>
      {children}
    </a>
  );
}
