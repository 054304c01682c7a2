import type { ComponentChildren } from "preact";
import type { Loaded } from "../../api/use-loaded";
import { Failure, Loading } from "../../interface/answers";

interface UsagePartProps<T> {
  id: string;
  heading: string;
  loaded: Loaded<T>;
  children: (data: T) => ComponentChildren;
}

/** One part of the page: it waits and fails for itself, and the others are shown. */
export function UsagePart<T>({ id, heading, loaded, children }: UsagePartProps<T>) {
  const { data, problem, reload } = loaded;
  return (
    <section class="card" aria-labelledby={id}>
      <h2 id={id}>{heading}</h2>
      {problem && <Failure problem={problem} onRetry={() => void reload()} />}
      {!data && !problem && <Loading what={heading} />}
      {data && children(data)}
    </section>
  );
}
