import { Button, Skeleton } from '@mantine/core';
import { useVirtualizer } from '@tanstack/react-virtual';
import { IconChecks, IconCircleCheck, IconMoodSmile, IconSearchOff } from '@tabler/icons-react';
import { useEffect, useImperativeHandle, useRef, useState, type HTMLAttributes } from 'react';
import { useNavigate } from 'react-router';
import { useConversations } from '../api/queries';
import type { View } from '../api/types';
import { useDeskState } from '../shell/deskState';
import { Empty } from '../ui/Empty';
import { Notice } from '../ui/Notice';
import css from './ConversationList.module.css';
import { ConversationRow, ROW_HEIGHT } from './ConversationRow';

/** How far down each list was, so that whoever comes back to it is where they left. */
const places = new Map<string, number>();

/** The rows of one view. Only those in sight are drawn; the next page is asked for before its end is reached. */
export function ConversationList() {
  const { view, q, conversationId, hrefOf, listHandle } = useDeskState();
  const navigate = useNavigate();
  const list = useConversations(view, q);
  const rows = list.data?.pages.flatMap((page) => page.items) ?? [];
  const box = useRef<HTMLDivElement>(null);
  const [marked, setMarked] = useState('');
  const place = `${view} ${q}`;
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => box.current,
    estimateSize: () => ROW_HEIGHT,
    getItemKey: (index) => rows[index]?.conversation_id ?? index,
    overscan: 6,
    initialOffset: () => places.get(place) ?? 0,
  });

  const shown = virtual.getVirtualItems();
  const lastShown = shown.at(-1)?.index ?? 0;
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = list;
  useEffect(() => {
    if (hasNextPage && !isFetchingNextPage && lastShown >= rows.length - 12) void fetchNextPage();
  }, [hasNextPage, isFetchingNextPage, fetchNextPage, lastShown, rows.length]);

  useImperativeHandle(listHandle, () => ({
    step: (by) => {
      const at = rows.findIndex((row) => row.conversation_id === (marked || conversationId));
      const next = rows[Math.min(rows.length - 1, Math.max(0, at < 0 ? 0 : at + by))];
      if (!next) return;
      setMarked(next.conversation_id);
      virtual.scrollToIndex(rows.indexOf(next));
      // The row may be drawn only now.
      setTimeout(() => document.getElementById(`row-${next.conversation_id}`)?.focus({ preventScroll: true }));
    },
    openMarked: () => {
      if (marked) void navigate(hrefOf(marked));
    },
  }));

  const panel = { id: 'conversation-list', role: 'tabpanel', 'aria-labelledby': `tab-${view}` };
  if (list.isPending) return <Loading {...panel} />;
  if (list.isError && rows.length === 0) {
    return (
      <div className={css.state} {...panel}>
        <Notice tone="red" title={list.error.message} action={{ label: 'Try again', run: () => void list.refetch() }} />
      </div>
    );
  }
  if (rows.length === 0) {
    return (
      <div className={css.none} {...panel}>
        <NoRows view={view} q={q} />
      </div>
    );
  }
  return (
    <div className={css.box} ref={box} onScroll={(event) => places.set(place, event.currentTarget.scrollTop)} {...panel} aria-busy={list.isPlaceholderData}>
      <ul className={css.rows} style={{ height: virtual.getTotalSize() }}>
        {shown.map(({ index, key, start }) => {
          const row = rows[index]!;
          return (
            <li key={key} className={css.row} style={{ height: ROW_HEIGHT, transform: `translateY(${start}px)` }}>
              <ConversationRow
                row={row}
                view={view}
                href={hrefOf(row.conversation_id)}
                open={row.conversation_id === conversationId}
                onMark={setMarked}
              />
            </li>
          );
        })}
      </ul>
      <div className={css.end} role="status">
        {isFetchingNextPage && 'Loading more…'}
        {!hasNextPage && rows.length > 8 && (
          <>
            <IconChecks size={15} aria-hidden /> That is all of them
          </>
        )}
        {list.isFetchNextPageError && (
          <Button size="compact-sm" variant="light" onClick={() => void fetchNextPage()}>
            Load more
          </Button>
        )}
      </div>
    </div>
  );
}

function Loading(panel: HTMLAttributes<HTMLDivElement>) {
  return (
    <div className={css.loading} {...panel}>
      <div role="status" aria-label="Loading conversations">
        {Array.from({ length: 7 }, (_, index) => (
          <div key={index} className={css.ghost}>
            <Skeleton circle height={40} />
            <div>
              <Skeleton height={11} width={`${45 + ((index * 17) % 30)}%`} mt={4} />
              <Skeleton height={9} width={`${70 + ((index * 11) % 25)}%`} mt={11} />
            </div>
          </div>
        ))}
      </div>
    </div>
  );
}

const NOTHING: Record<View, { icon: typeof IconMoodSmile; title: string; words: string }> = {
  mine: { icon: IconMoodSmile, title: 'Nothing waits for you', words: 'What is offered to you appears here as soon as you accept it.' },
  queue: { icon: IconCircleCheck, title: 'The queue is empty', words: 'Nobody waits for a person. The bot answers the rest.' },
  all: { icon: IconCircleCheck, title: 'No open conversations', words: 'They appear here as soon as a customer writes.' },
  closed: { icon: IconChecks, title: 'Nothing resolved yet', words: 'Resolved conversations are kept here, and can be opened again.' },
};

function NoRows({ view, q }: { view: View; q: string }) {
  if (q) {
    return (
      <Empty icon={IconSearchOff} title={`Nothing found for “${q}”`}>
        Look in All, or search by a part of the name or number.
      </Empty>
    );
  }
  const { icon, title, words } = NOTHING[view];
  return (
    <Empty icon={icon} title={title}>
      {words}
    </Empty>
  );
}
