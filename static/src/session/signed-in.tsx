import type { ComponentChildren } from "preact";
import { useEffect } from "preact/hooks";
import type { Me } from "../api/types";
import { Failure, Loading } from "../interface/answers";
import { Page } from "../interface/page";
import { useWhenOnline } from "../interface/use-when-online";
import { useSession } from "./session";

/** Shows a page to people who are signed in; everyone else is sent to the sign-in page by the 401. */
export function SignedIn({ children }: { children: (me: Me) => ComponentChildren }) {
  const { me, problem, load } = useSession();
  useEffect(() => {
    if (me === null) void load();
  }, [me, load]);
  useWhenOnline(me === null && problem?.status === 0, load);

  if (me) return <>{children(me)}</>;
  return (
    <Page heading={problem ? "読み込めませんでした" : "読み込み中"}>
      {problem ? <Failure problem={problem} onRetry={() => void load()} /> : <Loading what="ページ" />}
    </Page>
  );
}

type DeskName = NonNullable<Me["desk"]>;

/** A page for the city's clerks only. */
export function CityDesk({ children }: { children: (me: Me) => ComponentChildren }) {
  return (
    <ForDesk desks={["city"]} who="市の担当者">
      {children}
    </ForDesk>
  );
}

/** A page for the medical association's clerks only. */
export function AssociationDesk({ children }: { children: (me: Me) => ComponentChildren }) {
  return (
    <ForDesk desks={["association"]} who="医師会の担当者">
      {children}
    </ForDesk>
  );
}

/** A page for the clerks of either desk; the server shows each what lies at the own one. */
export function AnyDesk({ children }: { children: (me: Me, desk: DeskName) => ComponentChildren }) {
  return (
    <ForDesk desks={["city", "association"]} who="窓口の担当者">
      {children}
    </ForDesk>
  );
}

interface ForDeskProps {
  desks: DeskName[];
  who: string;
  children: (me: Me, desk: DeskName) => ComponentChildren;
}

function ForDesk({ desks, who, children }: ForDeskProps) {
  return (
    <SignedIn>
      {(me) =>
        me.desk && desks.includes(me.desk) ? (
          children(me, me.desk)
        ) : (
          <Page heading={`このページは${who}だけが使えます`}>
            <p>{me.name}さんのページからお進みください。</p>
            <p>
              <a href="/home">自分のページへ</a>
            </p>
          </Page>
        )
      }
    </SignedIn>
  );
}

/** A page for the people who file the applications of their organization (R1). */
export function Manager({ children }: { children: (me: Me) => ComponentChildren }) {
  return (
    <SignedIn>
      {(me) =>
        me.is_manager ? (
          children(me)
        ) : (
          <Page heading="このページはシステム管理担当者だけが使えます">
            <p>団体のシステム管理担当者にお尋ねください。</p>
            <p>
              <a href="/home">自分のページへ</a>
            </p>
          </Page>
        )
      }
    </SignedIn>
  );
}
