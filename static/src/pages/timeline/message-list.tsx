import type { ComponentChildren } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { dayHeading } from "../../dates/wareki";
import { Button } from "../../interface/button";
import { type Hands, MessageItem } from "./message-item";
import { byDay, isNew, newCount, type Stretch } from "./messages";
import { useReadMark } from "./use-read-mark";
import { NEW_LINE, useScroll } from "./use-scroll";
import type { Opening, Timeline } from "./use-timeline";

interface MessageListProps {
  timeline: Timeline;
  stretch: Stretch;
  hands: Hands;
  /** What was written here and is not sent yet, at the end of the list. */
  children: ComponentChildren;
  waiting: number;
  /** Grows when the writer wants to see the end. */
  toEndTimes: number;
}

/** The messages of a room in a box of its own that scrolls, the newest at the end. */
export function MessageList(props: MessageListProps) {
  const { timeline, stretch, hands, children, waiting, toEndTimes } = props;
  const list = useRef<HTMLElement>(null);
  const scroll = useScroll({
    list,
    stretch,
    opened: timeline.opened,
    waiting,
    onOlder: () => void timeline.loadOlder(),
    onNewer: () => void timeline.loadNewer(),
  });
  useReadMark(hands.room, list, stretch, !hands.readOnly);
  const toNewest = () => {
    if (stretch.hasNewer) void timeline.open("end");
    else scroll.toEnd();
  };
  const firstTime = useRef(true);
  // biome-ignore lint/correctness/useExhaustiveDependencies: only what was just written is a reason
  useEffect(() => {
    if (!firstTime.current) toNewest();
    firstTime.current = false;
  }, [toEndTimes]);
  const away = !scroll.isAtEnd || stretch.hasNewer;

  return (
    <div class="timeline">
      {/* What scrolls must be reached by the keyboard. */}
      <section
        class="timeline__list"
        ref={list}
        aria-label="やりとりの一覧"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: see above
        tabIndex={0}
        onScroll={scroll.onScroll}
      >
        {stretch.hasOlder && (
          <Button small sending={timeline.loadingMore} onClick={() => void timeline.loadOlder()}>
            前のメッセージを表示
          </Button>
        )}
        <Days stretch={stretch} hands={hands} target={timeline.opened.at} />
        {stretch.hasNewer && (
          <Button small sending={timeline.loadingMore} onClick={() => void timeline.loadNewer()}>
            次のメッセージを表示
          </Button>
        )}
        {children}
      </section>
      <Arrivals stretch={stretch} away={away} onShow={toNewest} />
    </div>
  );
}

interface DaysProps {
  stretch: Stretch;
  hands: Hands;
  target: Opening;
}

function Days({ stretch, hands, target }: DaysProps) {
  const now = new Date();
  const firstNew = stretch.items.find((item) => isNew(item, stretch.readUpTo))?.message_id ?? null;
  return (
    <>
      {byDay(stretch.items).map(({ day, items }) => (
        <section key={day} class="timeline__day" aria-label={dayHeading(day, now)}>
          <h3>
            <time dateTime={day}>{dayHeading(day, now)}</time>
          </h3>
          <ol>
            {items.map((item) => (
              <>
                {item.message_id === firstNew && (
                  <li class="timeline__new" id={NEW_LINE} key="new">
                    ここから新しいメッセージ
                  </li>
                )}
                <MessageItem
                  key={item.message_id}
                  message={item}
                  hands={hands}
                  isNew={isNew(item, stretch.readUpTo)}
                  isTarget={item.message_id === target}
                />
              </>
            ))}
          </ol>
        </section>
      ))}
    </>
  );
}

interface ArrivalsProps {
  stretch: Stretch;
  /** The end of the room is not in sight. */
  away: boolean;
  onShow: () => void;
}

/** Says that something came, also to those who do not see it come; and the way to the end. */
function Arrivals({ stretch, away, onShow }: ArrivalsProps) {
  const count = newCount(stretch);
  const [before, setBefore] = useState(count);
  const [seen, setSeen] = useState(count);
  if (!away && seen !== count) setSeen(count);
  const arrived = Math.max(count - before, 0);
  const hidden = away ? Math.max(count - seen, 0) : 0;
  useEffect(() => {
    if (arrived === 0) return;
    const timer = setTimeout(() => setBefore(count), 5_000);
    return () => clearTimeout(timer);
  }, [arrived, count]);
  return (
    <>
      <p role="status" class="visually-hidden">
        {arrived > 0 ? `新しいメッセージが${arrived}件届きました。` : ""}
      </p>
      {away && (
        <div class="timeline__newest">
          <Button small kind={hidden > 0 ? "primary" : "secondary"} onClick={onShow}>
            {hidden > 0 ? `新しいメッセージ ${hidden}件 ↓` : "最新へ ↓"}
          </Button>
        </div>
      )}
    </>
  );
}
