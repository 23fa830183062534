import { Skeleton } from '@mantine/core';
import { IconBuildingStore } from '@tabler/icons-react';
import { Empty } from '../ui/Empty';
import { Notice } from '../ui/Notice';
import { plural } from '../ui/words';
import { ClientCard } from './ClientCard';
import css from './ClientsPage.module.css';
import { PageHead } from './PageHead';
import { useClients } from './queries';
import { troublesOf } from './standing';

export function ClientsPage() {
  const { data: clients, error, isPending, refetch } = useClients();
  const inTrouble = clients?.filter((client) => troublesOf(client).length > 0).length ?? 0;
  const words = clients
    ? `${plural(clients.length, 'Client')}, ${inTrouble === 0 ? 'all in good standing' : `${inTrouble} with something to look at`}`
    : 'How each business stands today';
  return (
    <>
      <PageHead title="Clients" words={words} />
      {error && !clients && <Notice tone="red" title={error.message} action={{ label: 'Try again', run: () => void refetch() }} />}
      {isPending && <Skeleton height={260} radius={14} />}
      {clients?.length === 0 && (
        <Empty icon={IconBuildingStore} title="No Clients yet">
          A business appears here as soon as it is set up.
        </Empty>
      )}
      <div className={css.clients}>
        {clients
          ?.toSorted((a, b) => troublesOf(b).length - troublesOf(a).length || a.name.localeCompare(b.name))
          .map((client) => <ClientCard key={client.tenant_id} client={client} />)}
      </div>
    </>
  );
}
