import type { Hindrance } from "./hindrances";

export const HINDRANCES = "hindrances";

/** Said before the click; each leads to where it can be settled. */
export function HindranceList({ hindrances }: { hindrances: Hindrance[] }) {
  if (hindrances.length === 0) return null;
  return (
    <div class="notice-box notice-box--warning" id={HINDRANCES}>
      <p>
        <strong>まだ受理できません。</strong>受理の前に、次のことが残っています。
      </p>
      <ul>
        {hindrances.map(({ text, href }) => (
          <li key={text}>
            {href ? (
              <a
                href={href}
                onClick={(event) => {
                  event.preventDefault();
                  const place = document.getElementById(href.slice(1));
                  place?.scrollIntoView();
                  place?.focus();
                }}
              >
                {text}
              </a>
            ) : (
              text
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}
