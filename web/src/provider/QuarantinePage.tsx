import { Button, Skeleton } from '@mantine/core';
import { IconCircleCheck } from '@tabler/icons-react';
import { serverNow } from '../api/clock';
import { provider } from '../api/provider';
import type { Quarantined } from '../api/types';
import { Empty } from '../ui/Empty';
import { Notice } from '../ui/Notice';
import { whenInside } from '../ui/times';
import { plural, sentenceCase } from '../ui/words';
import { ClientSelect } from './ClientSelect';
import { NoticesList } from './NoticesList';
import { PageHead } from './PageHead';
import css from './QuarantinePage.module.css';
import { useAct, useChosenClient, useQuarantine } from './queries';

/** What the platform reported and could not be handled: set aside, so that nothing behind it waits. */
export function QuarantinePage() {
  const [tenantId, setTenantId] = useChosenClient();
  const list = useQuarantine(tenantId);
  const events = list.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <>
      <PageHead title="Quarantine" words="Events that could not be handled, set aside and kept. Retry one after its cause is mended.">
        <ClientSelect value={tenantId} onChange={setTenantId} />
      </PageHead>
      {list.isPending && <Skeleton height={120} radius={14} />}
      {list.isError && <Notice tone="red" title={list.error.message} action={{ label: 'Try again', run: () => void list.refetch() }} />}
      {list.isSuccess && events.length === 0 && (
        <Empty icon={IconCircleCheck} title="Nothing in quarantine">
          Every event of this Client was handled.
        </Empty>
      )}
      <ul className={css.list}>
        {events.map((event) => (
          <Event key={event.event_id} tenantId={tenantId} event={event} />
        ))}
      </ul>
      {list.hasNextPage && (
        <Button variant="default" onClick={() => void list.fetchNextPage()} loading={list.isFetchingNextPage}>
          Show older ones
        </Button>
      )}
      <NoticesList tenantId={tenantId} />
    </>
  );
}

function Event({ tenantId, event }: { tenantId: string; event: Quarantined }) {
  const retry = useAct('It is being tried again.');
  return (
    <li className={css.event} data-testid="quarantine-row">
      <div className={css.head}>
        <div className={css.words}>
          <p className={css.reason}>{event.reason ? event.reason.charAt(0).toUpperCase() + event.reason.slice(1) : 'No reason on record'}</p>
          <p className={css.soft}>
            {sentenceCase(event.kind)} · event {event.event_id} · number {event.number_id} · {plural(event.attempts, 'attempt')} · received{' '}
            {whenInside(event.received_at, serverNow())}
          </p>
        </div>
        <Button variant="default" onClick={() => retry.mutate(() => provider.retry(tenantId, event.event_id))} loading={retry.isPending} data-testid="quarantine-retry">
          Retry
        </Button>
      </div>
      <details className={css.payload}>
        <summary>Payload, as kept (redacted)</summary>
        <pre tabIndex={0}>{JSON.stringify(event.payload, null, 2)}</pre>
      </details>
    </li>
  );
}
