import { useState } from "preact/hooks";
import { useLocation } from "preact-iso";
import { api, ask } from "../../api/client";
import type { OrganizationPerson } from "../../api/types";
import { usePages } from "../../api/use-pages";
import { EmptyState, Failure, Loading, Refusal } from "../../interface/answers";
import { ListEnd } from "../../interface/list-end";
import { SearchLine } from "../../interface/search-line";
import { ConfirmationBar } from "./confirmation-bar";
import { ObjectionDialog } from "./objection-dialog";
import { OrganizationPage } from "./organization-page";
import { PeopleTable } from "./people-table";
import { useConfirmations } from "./use-confirmations";

export function OrganizationPeoplePage() {
  return (
    <OrganizationPage current="people">
      {(me) => <People organization={me.organization.id} />}
    </OrganizationPage>
  );
}

function People({ organization }: { organization: number }) {
  const { query, route } = useLocation();
  const search = query.query ?? "";
  const [objecting, setObjecting] = useState<OrganizationPerson | null>(null);
  const pages = usePages(`people ${search}`, (after) =>
    ask(() =>
      api.GET("/api/organizations/{id}/people", {
        params: {
          path: { id: organization },
          query: { ...(search ? { query: search } : {}), ...(after ? { after } : {}) },
        },
      }),
    ),
  );
  const { items, problem } = pages;
  const confirmations = useConfirmations(organization, pages);

  return (
    <>
      <SearchLine
        key={search}
        id="people-search"
        label="氏名・ふりがな・ログインIDで探す"
        search={search}
        onSearch={(next) => route(next ? `/organization?query=${encodeURIComponent(next)}` : "/organization")}
      />
      <p role="status" class={`status-line${confirmations.message ? " notice-box notice-box--success" : ""}`}>
        {confirmations.message}
      </p>
      <Refusal problem={confirmations.problem} />
      {problem && <Failure problem={problem} onRetry={() => void pages.reload()} />}
      {!items && !problem && <Loading what="利用者" />}
      {items?.length === 0 && <Nobody search={search} />}
      {items && items.length > 0 && (
        <>
          <PeopleTable
            items={items}
            chosen={confirmations.chosen}
            onChosen={confirmations.setChosen}
            onConfirm={(person) => void confirmations.confirm([person])}
            onObject={setObjecting}
          />
          <ListEnd counter="人" pages={pages} />
          <ConfirmationBar {...confirmations} />
        </>
      )}
      {objecting && (
        <ObjectionDialog
          organization={organization}
          person={objecting}
          onClose={() => setObjecting(null)}
          onObjected={(person) => {
            setObjecting(null);
            confirmations.objected(person);
          }}
        />
      )}
    </>
  );
}

function Nobody({ search }: { search: string }) {
  if (search) return <EmptyState title={`「${search}」に当てはまる人はいません`} />;
  return (
    <EmptyState title="この団体の利用者はまだいません">
      <p>
        <a href="/apply/account">アカウントを申し込む</a>と、受理された人がここに並びます。
      </p>
    </EmptyState>
  );
}
