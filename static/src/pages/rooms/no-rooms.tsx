import type { Me } from "../../api/types";
import { ASSOCIATION_DESK, CITY_DESK } from "../../city/names";
import { EmptyState } from "../../interface/answers";

interface NoRoomsProps {
  me: Me;
  /** How many assignments ended in the last 30 days. */
  endedRecently: number;
}

/** R7: without an assignment there is nothing to see, and the page says why and what to do. */
export function NoRooms({ me, endedRecently }: NoRoomsProps) {
  return (
    <EmptyState title="まだ参加している部屋がありません">
      {endedRecently > 0 && (
        <p>
          <strong>この30日の間に、担当や参加が{endedRecently}件終わりました。</strong>
          終わった部屋の内容は見られません。心当たりがないときは、登録者支援の部屋は医師会の窓口(
          {ASSOCIATION_DESK})に、職種連携の部屋は市の窓口({CITY_DESK})にお尋ねください。
        </p>
      )}
      <p>
        ログインはできています。登録者(支援を受ける方)の情報は、担当者として設定された部屋だけに表示されます。今は、担当者として設定された部屋がありません。
      </p>
      <p>登録者支援の部屋に入るには、次のどちらかが必要です。</p>
      <ul>
        <li>
          すでにある部屋に加わる:
          その部屋の担当者に、支援チームの届出(様式第8号)で自分を加えるよう頼んでください。
        </li>
        <li>
          新しい部屋を作る: 支援をまとめる人が、
          <a href="/support-rooms/new">同意書(様式第7号)と支援チームの届出(様式第8号)</a>を出します。
        </li>
      </ul>
      <p>どちらも、医師会の窓口({ASSOCIATION_DESK})が受理すると、ここに部屋が出ます。</p>
      <p>
        職種連携の部屋(研修や地域の課題など、テーマごとの部屋)に入るには、
        <a href="/rooms/find">部屋を探して</a>参加を申請するか、
        <a href="/rooms/new">新しい部屋を開く申請</a>
        をしてください。一覧に載っていない部屋には、その部屋の参加者が申請できます。市の窓口(
        {CITY_DESK})が受理すると、ここに部屋が出ます。
      </p>
      {me.is_manager && <p>団体の人が部屋に加わるときは、その人のアカウントが先に必要です(様式第4号)。</p>}
    </EmptyState>
  );
}
