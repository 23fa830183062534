import { ActionIcon, Button } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { useMemo } from 'react';
import { Bubble, type BubbleActions } from '../bubble/Bubble';
import { withDays } from '../thread/days';
import { chosenIn, type ThreadItem } from '../thread/merge';
import { useNow } from '../ui/now';
import css from './Thread.module.css';
import { Typing } from './Typing';
import { useStickToEnd } from './scrolling';

/** What nobody wrote: news of a group, and of a person. */
const LINES = new Set(['news', 'system']);

interface Props {
  items: ThreadItem[];
  name: string;
  typing: boolean;
  blocked: boolean;
  actions: BubbleActions;
  earlier: (() => void) | null;
  loadingEarlier: boolean;
}

/** The messages of a chat, oldest at the top, the newest in sight. */
export function Thread({ items, name, typing, blocked, actions, earlier, loadingEarlier }: Props) {
  const now = useNow(30);
  const rows = useMemo(() => withDays(items, now), [items, now]);
  const byId = useMemo(() => new Map(items.map(({ message }) => [message.id, message])), [items]);
  const last = items.at(-1);
  const { ref, atEnd, onScroll, toEnd } = useStickToEnd({
    firstKey: items[0]?.key,
    lastKey: last?.key,
    count: items.length,
    lastIsMine: last?.message.from_me ?? false,
    typing,
  });

  return (
    <>
      <div
        className={css.thread}
        ref={ref}
        onScroll={onScroll}
        role="log"
        aria-label={`Messages with ${name}`}
        tabIndex={0}
      >
        {earlier && (
          <Button variant="default" size="compact-sm" radius="xl" className={css.earlier} loading={loadingEarlier} onClick={earlier}>
            Earlier messages
          </Button>
        )}
        {rows.map((row) =>
          row.kind === 'day' ? (
            <div key={row.key} className={css.day}>
              <span>{row.label}</span>
            </div>
          ) : LINES.has(row.item.message.type) ? (
            <div key={row.key} className={css.news} data-testid="group-news">
              <span>{row.item.message.text}</span>
            </div>
          ) : (
            <Bubble
              key={row.key}
              item={row.item}
              opensGroup={row.opensGroup}
              business={name}
              quoted={row.item.message.context_id ? byId.get(row.item.message.context_id) : undefined}
              chosen={row.item.message.from_me ? null : chosenIn(items, row.item.message.id)}
              blocked={blocked}
              actions={actions}
            />
          ),
        )}
        {typing && <Typing name={name} />}
      </div>
      {!atEnd && (
        <ActionIcon className={css.down} radius="xl" size={40} variant="default" onClick={toEnd} aria-label="To the newest message">
          <IconChevronDown size={21} />
        </ActionIcon>
      )}
    </>
  );
}
