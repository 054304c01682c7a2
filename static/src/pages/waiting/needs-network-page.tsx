import { Button } from "../../interface/button";
import { Page } from "../../interface/page";
import { useWhenOnline } from "../../interface/use-when-online";

const again = () => location.reload();

/** A browser says too early that it is online; whoever has gone on meanwhile must not be called back. */
const whenAnswered = () => {
  fetch("/api/health", { cache: "no-store" }).then(again, () => {});
};

/** In the place of a page that only the server can make, when there was no network to fetch it. */
export function NeedsNetworkPage() {
  useWhenOnline(true, whenAnswered);
  return (
    <Page heading="このページは、つながっているときだけ開けます">
      <p>申請と使い方のページは、インターネットにつながると表示されます。</p>
      <div class="actions">
        <Button onClick={again}>もう一度読み込む</Button>
        <a href="/home">自分のページへ</a>
      </div>
    </Page>
  );
}
