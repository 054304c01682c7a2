interface TabLink<Value extends string> {
  value: Value;
  label: string;
  href: string;
}

/** Filters of a list. They are links, so each filter has an address and the back button works. */
export function FilterTabs<Value extends string>({
  name,
  current,
  links,
}: {
  name: string;
  current: Value;
  links: TabLink<Value>[];
}) {
  return (
    <nav class="tabs no-print" aria-label={name}>
      <ul>
        {links.map((link) => (
          <li key={link.value}>
            <a href={link.href} aria-current={link.value === current ? "page" : undefined}>
              {link.label}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
