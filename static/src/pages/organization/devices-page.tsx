import { useEffect, useState } from "preact/hooks";
import { useLocation } from "preact-iso";
import { api, ask } from "../../api/client";
import type { OrganizationDevice } from "../../api/types";
import { usePages } from "../../api/use-pages";
import { EmptyState, Failure, Loading } from "../../interface/answers";
import { ListEnd } from "../../interface/list-end";
import { SearchLine } from "../../interface/search-line";
import { DeviceTable } from "./device-table";
import { deviceName, devicesOf } from "./devices-of";
import { OrganizationPage } from "./organization-page";
import { RevocationDialog } from "./revocation-dialog";

/** While one person is looked for, so many devices are looked through without asking. */
const LOOKED_THROUGH_MAX = 2000;

export function OrganizationDevicesPage() {
  return (
    <OrganizationPage current="devices">
      {(me) => <Devices organization={me.organization.id} />}
    </OrganizationPage>
  );
}

/** R6: the devices of the organization's people. */
function Devices({ organization }: { organization: number }) {
  const { query, route } = useLocation();
  const search = query.person ?? "";
  const [revoking, setRevoking] = useState<OrganizationDevice | null>(null);
  const [message, setMessage] = useState("");
  const { shown, looksOn, replace, ...pages } = useDevices(organization, search);
  const { items, problem, hasMore, loadingMore, loadMore } = pages;
  const changed = (device: OrganizationDevice, message: string) => {
    setMessage(message);
    replace(device);
  };

  return (
    <>
      <SearchLine
        key={search}
        id="device-search"
        label="使う人の氏名・管理番号・端末の名前で絞る"
        search={search}
        onSearch={(next) =>
          route(next ? `/organization/devices?person=${encodeURIComponent(next)}` : "/organization/devices")
        }
      />
      <p role="status" class={`status-line${message ? " notice-box notice-box--success" : ""}`}>
        {message}
      </p>
      {problem && <Failure problem={problem} onRetry={() => void pages.reload()} />}
      {((!items && !problem) || (shown.length === 0 && looksOn)) && <Loading what="端末" />}
      {items && shown.length === 0 && !looksOn && !loadingMore && <Nothing search={search} />}
      {shown.length > 0 && (
        <DeviceTable
          items={shown}
          onRenamed={(device) => changed(device, `端末の名前を「${deviceName(device)}」に変えました。`)}
          onRevoke={setRevoking}
        />
      )}
      {items && items.length > 0 && (
        <ListEnd
          counter="台"
          pages={{
            ...pages,
            items: shown,
            hasMore,
            loading: pages.loading || looksOn,
            loadingMore,
            loadMore,
          }}
        />
      )}
      {revoking && (
        <RevocationDialog
          device={revoking}
          onClose={() => setRevoking(null)}
          onRevoked={(device) => {
            setRevoking(null);
            changed(device, `${device.user_name}さんの「${deviceName(device)}」を使えなくしました。`);
          }}
        />
      )}
    </>
  );
}

/** The devices that match; while one person is looked for, the rest of the list is fetched by itself. */
function useDevices(organization: number, search: string) {
  const pages = usePages(`devices ${organization}`, (after) =>
    ask(() =>
      api.GET("/api/devices", {
        params: { query: { organization_id: organization, ...(after ? { after } : {}) } },
      }),
    ),
  );
  const { problem, hasMore, loadingMore, loadMore } = pages;
  const items = pages.items ?? [];
  const looksOn =
    search !== "" && hasMore && !loadingMore && problem === null && items.length < LOOKED_THROUGH_MAX;
  useEffect(() => {
    if (looksOn) void loadMore();
  });
  return {
    ...pages,
    shown: devicesOf(items, search),
    looksOn,
    replace: (device: OrganizationDevice) =>
      pages.replaceItems(items.map((item) => (item.id === device.id ? device : item))),
  };
}

function Nothing({ search }: { search: string }) {
  if (search) return <EmptyState title={`「${search}」に当てはまる端末はありません`} />;
  return (
    <EmptyState title="登録された端末はまだありません">
      <p>通知書の認証コードで初回ログインをすると、その端末がここに並びます。</p>
    </EmptyState>
  );
}
