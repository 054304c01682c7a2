import { useCallback, useEffect, useState } from "preact/hooks";
import type { Message } from "../../api/messages";
import type { Room } from "../../api/support";
import type { Me } from "../../api/types";
import { EmptyState, Failure, Loading } from "../../interface/answers";
import { HelpLink } from "../../interface/help-link";
import { giveUp } from "../../outbox/outbox";
import { useOutbox } from "../../outbox/use-outbox";
import { type Wanted, WritingBox } from "../writing/writing-box";
import { type Hands, itemId } from "./message-item";
import { MessageList } from "./message-list";
import { MuteButton } from "./mute-button";
import { Pinned } from "./pinned";
import { bringIntoSight } from "./use-scroll";
import { type Timeline, useTimeline } from "./use-timeline";
import { WaitingPosts } from "./waiting-posts";
import "./timeline.css";

interface RoomMessagesProps {
  me: Me;
  room: Room;
  /** The message to begin with; null: the end, or what is new. */
  first: number | null;
  /** R18: the room is no longer there for this person. */
  onGone: () => void;
}

/** What is written in a room: the heart of it. */
export function RoomMessages({ me, room, first, onGone }: RoomMessagesProps) {
  const timeline = useTimeline(room.room_id, first);
  const { stretch, problem } = timeline;
  const gone = problem?.status === 404;
  useEffect(() => {
    if (gone) onGone();
  }, [gone, onGone]);
  return (
    <section class="messages no-print" aria-labelledby="messages">
      <div class="row row--apart">
        <h2 id="messages">やりとり</h2>
        <nav class="row" aria-label="やりとりのこと">
          {room.via === "member" && <MuteButton room={room.room_id} />}
          <a href={`/search?room=${room.room_id}`}>この部屋で探す</a>
          <a href={`/rooms/${room.room_id}/export`}>書き出す</a>
          <HelpLink to="web#messages">使い方</HelpLink>
        </nav>
      </div>
      {problem && !gone && <Failure problem={problem} onRetry={() => void timeline.open("unread")} />}
      {!stretch && !problem && <Loading what="やりとり" />}
      {stretch && <Conversation me={me} room={room} timeline={timeline} stretch={stretch} />}
    </section>
  );
}

interface ConversationProps {
  me: Me;
  room: Room;
  timeline: Timeline;
  stretch: NonNullable<Timeline["stretch"]>;
}

function Conversation({ me, room, timeline, stretch }: ConversationProps) {
  const id = room.room_id;
  const readOnly = room.via !== "member";
  const [wanted, setWanted] = useState<Wanted | null>(null);
  const [toEndTimes, setToEndTimes] = useState(0);
  const [isEmpty, setIsEmpty] = useState(true);
  const { replace } = timeline;
  const posts = useOutbox(me.user_id, id, replace);
  const jump = useJump(timeline);
  const hands: Hands = {
    room: id,
    readOnly,
    onReply: (reply) => setWanted({ reply }),
    onJump: jump,
    onChanged: replace,
  };
  const sent = (message: Message | null) => {
    setWanted(null);
    if (message) replace(message);
    setToEndTimes((times) => times + 1);
  };
  return (
    <>
      <Pinned room={id} stretch={stretch} onJump={jump} />
      <MessageList
        timeline={timeline}
        stretch={stretch}
        hands={hands}
        waiting={posts.length}
        toEndTimes={toEndTimes}
      >
        {stretch.items.length === 0 && posts.length === 0 && <NothingYet readOnly={readOnly} />}
        <WaitingPosts
          posts={posts}
          onRewrite={
            isEmpty
              ? (post) => {
                  setWanted({ rewrite: post });
                  void giveUp(post.key);
                }
              : undefined
          }
        />
      </MessageList>
      {!readOnly && (
        <WritingBox
          me={me}
          room={id}
          wanted={wanted}
          othersWait={posts.some((post) => post.refusal === null)}
          onSent={sent}
          onEmpty={setIsEmpty}
        />
      )}
    </>
  );
}

function NothingYet({ readOnly }: { readOnly: boolean }) {
  return (
    <EmptyState title="まだ書き込みがありません">
      {!readOnly && <p>はじめの一言を、下の欄から書いてください。部屋の全員が読めます。</p>}
    </EmptyState>
  );
}

/** To a message: in the page, or the room is opened around it. */
function useJump(timeline: Timeline): (message: number) => void {
  const { open } = timeline;
  return useCallback(
    (message: number) => {
      const item = document.getElementById(itemId(message));
      const list = item?.closest<HTMLElement>(".timeline__list");
      if (!item || !list) return void open(message);
      bringIntoSight(list, item);
      item.focus({ preventScroll: true });
    },
    [open],
  );
}
