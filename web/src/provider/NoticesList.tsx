import { Button } from '@mantine/core';
import { IconAlertTriangle, IconInfoCircle } from '@tabler/icons-react';
import { serverNow } from '../api/clock';
import type { PlatformNotice } from '../api/types';
import { Notice } from '../ui/Notice';
import { whenAndTime } from '../ui/times';
import { sentenceCase } from '../ui/words';
import css from './NoticesList.module.css';
import { useNotices } from './queries';

/** What WhatsApp told this Client of its account, numbers, templates and groups. */
export function NoticesList({ tenantId }: { tenantId: string }) {
  const list = useNotices(tenantId);
  const items = list.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <section aria-labelledby="notices" data-testid="notices">
      <h2 id="notices" className={css.title}>
        News from WhatsApp
      </h2>
      {list.isError && <Notice tone="red" title={list.error.message} action={{ label: 'Try again', run: () => void list.refetch() }} />}
      {list.isSuccess && items.length === 0 && <p className={css.soft}>WhatsApp has told nothing of this Client’s account yet.</p>}
      <ul className={css.list}>
        {items.map((item) => (
          <One key={item.notice_id} item={item} />
        ))}
      </ul>
      {list.hasNextPage && (
        <Button variant="default" onClick={() => void list.fetchNextPage()} loading={list.isFetchingNextPage}>
          Show older news
        </Button>
      )}
    </section>
  );
}

function One({ item }: { item: PlatformNotice }) {
  const facts = Object.entries(item.facts).filter(([, value]) => value && !item.sentence.includes(value));
  return (
    <li className={css.one} data-grave={item.grave || undefined}>
      {item.grave ? <IconAlertTriangle size={17} className={css.icon} aria-label="To be looked at" /> : <IconInfoCircle size={17} className={css.icon} aria-hidden />}
      <div className={css.words}>
        <p>{item.sentence}</p>
        {facts.length > 0 && <p className={css.soft}>{facts.map(([name, value]) => `${sentenceCase(name.replaceAll('_', ' '))}: ${value}`).join(' · ')}</p>}
      </div>
      <time className={css.soft} dateTime={item.at}>
        {whenAndTime(item.at, serverNow())}
      </time>
    </li>
  );
}
