import type { Me } from "../../api/types";
import { warekiWithTime } from "../../dates/wareki";
import { EmptyState } from "../../interface/answers";
import { Page } from "../../interface/page";
import type { WaitingPost } from "../../outbox/store";
import { useWaiting } from "../../outbox/use-waiting";
import { keptNoteNames } from "../../session/kept-note";
import { SignedIn } from "../../session/signed-in";
import { WaitingPosts } from "../timeline/waiting-posts";
import "../timeline/timeline.css";
import { keptForms } from "./kept-forms";

export function WaitingPage() {
  return <SignedIn>{(me) => <Waiting me={me} />}</SignedIn>;
}

/** R32: what was written without network and lies on this device alone: posts of all rooms, forms begun in this tab. */
function Waiting({ me }: { me: Me }) {
  const posts = useWaiting(me.user_id);
  const forms = keptForms(keptNoteNames());
  const rooms = [...new Set(posts.map((post) => post.room_id))];
  return (
    <Page heading="送信待ち" help="phone#offline">
      <p>
        この端末にだけあるものです。書き込みは、つながると自動で一度だけ送られます。それまで、ログアウトしたりブラウザーのデータを消したりしないでください。
      </p>
      {posts.length === 0 && forms.length === 0 && <EmptyState title="送信を待っているものはありません" />}
      {rooms.map((room) => (
        <OfRoom key={room} room={room} posts={posts.filter((post) => post.room_id === room)} />
      ))}
      {forms.length > 0 && (
        <section class="card" aria-labelledby="begun">
          <h2 id="begun">入力の途中のもの</h2>
          <p>つながったら、開いて保存してください。</p>
          <ul>
            {forms.map(({ name, what, href }) => (
              <li key={name}>
                <a href={href}>{what}</a>
              </li>
            ))}
          </ul>
        </section>
      )}
    </Page>
  );
}

/** The room's name is not kept on the device: it tells who the patient is. */
function OfRoom({ room, posts }: { room: number; posts: WaitingPost[] }) {
  const [first] = posts;
  return (
    <section class="card" aria-labelledby={`room-${room}`}>
      <h2 id={`room-${room}`}>
        <a href={`/rooms/${room}`}>部屋 {room}</a>への書き込み {posts.length}件
      </h2>
      {first && (
        <p class="hint">
          はじめのものを書いた日時: {warekiWithTime(new Date(first.written_at).toISOString())}
        </p>
      )}
      <WaitingPosts posts={posts} onRewrite={undefined} />
    </section>
  );
}
