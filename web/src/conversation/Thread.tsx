import { Button, Loader } from '@mantine/core';
import { useIntersection } from '@mantine/hooks';
import { IconArrowDown } from '@tabler/icons-react';
import { useEffect, useMemo, useRef, type ReactNode } from 'react';
import { serverNow, useByClock } from '../api/clock';
import { useMessages } from '../api/queries';
import { useArrived, useLocals, type useSend } from '../api/sending';
import type { Detail, Message, ThreadEvent } from '../api/types';
import { useMe } from '../session/session';
import { Notice } from '../ui/Notice';
import { dayLabel } from '../ui/times';
import { Bubble } from './bubbles/Bubble';
import { WaitingReplyBubble } from './bubbles/WaitingReplyBubble';
import { EventLine } from './EventLine';
import { mergeThread, threadDays, type DayRow, type ThreadItem } from './merge';
import { useStickToEnd } from './scrolling';
import css from './Thread.module.css';

interface Props {
  detail: Detail;
  sending: ReturnType<typeof useSend>;
  onQuote: (message: Message) => void;
  highlightNewest: boolean;
}

/** What was said, oldest at the top; the rest is asked for on the way up. */
export function Thread({ detail, sending, onQuote, highlightNewest }: Props) {
  const id = detail.conversation_id;
  const query = useMessages(id);
  const locals = useLocals(id);
  const pages = query.data?.pages;
  const said = useMemo(() => pages?.toReversed().flatMap((page) => page.items) ?? [], [pages]);
  useArrived(id, said, locals);
  const items = useMemo(() => mergeThread(said, locals), [said, locals]);
  const events = useMemo(() => shownEvents(pages?.toReversed().flatMap((page) => page.events) ?? []), [pages]);
  const days = useMemo(() => threadDays(items, events), [items, events]);
  const byPlatformId = useMemo(() => new Map(items.map(({ message }) => [message.platform_id, message])), [items]);
  const newestIn = items.findLast(({ message }) => message.direction === 'in')?.key;
  const last = items.at(-1);
  const reply = detail.waiting_reply;
  const me = useMe();

  const { box, content, atEnd, onScroll, toEnd } = useStickToEnd({
    firstKey: days[0]?.rows[0]?.key,
    lastKey: reply?.reply_id ?? days.at(-1)?.rows.at(-1)?.key,
    lastIsMine: last?.local !== undefined || reply?.author.account_id === me.account_id,
  });
  const below = useBelow(items, atEnd);
  const top = useIntersection({ root: box.current, rootMargin: '400px 0px 0px' });
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = query;
  const isTopNear = top.entry?.isIntersecting ?? false;
  useEffect(() => {
    if (isTopNear && hasNextPage && !isFetchingNextPage) void fetchNextPage();
  }, [isTopNear, hasNextPage, isFetchingNextPage, fetchNextPage]);

  if (query.isError && !query.data) {
    return (
      <Box>
        <div className={css.trouble}>
          <Notice tone="red" title={query.error.message} action={{ label: 'Try again', run: () => void query.refetch() }} />
        </div>
      </Box>
    );
  }
  const drawn = (row: DayRow) => {
    if (row.kind === 'event') return <EventLine key={row.key} event={row.event} />;
    const { message } = row.item;
    return (
      <Bubble
        key={row.key}
        item={row.item}
        opensGroup={row.opensGroup}
        contact={detail.contact.name}
        quoted={message.reply_to ? byPlatformId.get(message.reply_to) : undefined}
        highlighted={highlightNewest && row.key === newestIn}
        sending={sending}
        ownerVersion={detail.owner_version}
        canSend={detail.moves.includes('send')}
        onQuote={onQuote}
      />
    );
  };
  return (
    <Box>
      <div className={css.scroll} ref={box} onScroll={onScroll} tabIndex={0} role="log" aria-label="Messages" data-testid="thread">
        <div ref={content}>
          <div ref={top.ref} className={css.top}>
            {isFetchingNextPage && <Loader size="xs" />}
            {query.data && !hasNextPage && <span>The beginning of the conversation</span>}
          </div>
          {days.map((day) => (
            <section key={day.key} aria-label={dayLabel(day.at, serverNow())}>
              <Day at={day.at} />
              {day.rows.map(drawn)}
            </section>
          ))}
          {reply && <WaitingReplyBubble key={reply.reply_id} detail={detail} reply={reply} />}
        </div>
      </div>
      {!atEnd && (
        <Button
          className={css.down}
          size="compact-md"
          variant="default"
          radius="xl"
          leftSection={<IconArrowDown size={16} />}
          onClick={toEnd}
        >
          {below > 0 ? `${below} new` : 'Newest'}
        </Button>
      )}
    </Box>
  );
}

/** How many messages of the customer have come below, since the reader went up. */
function useBelow(items: ThreadItem[], atEnd: boolean): number {
  const seen = useRef('');
  const last = items.at(-1)?.key ?? '';
  useEffect(() => {
    if (atEnd) seen.current = last;
  }, [atEnd, last]);
  if (atEnd) return 0;
  const from = items.findIndex(({ key }) => key === seen.current);
  return from < 0 ? 0 : items.slice(from + 1).filter(({ message }) => message.direction === 'in').length;
}

const Box = ({ children }: { children: ReactNode }) => <div className={css.box}>{children}</div>;

function Day({ at }: { at: string }) {
  const words = useByClock((now) => dayLabel(at, now));
  return (
    <div className={css.day} role="separator">
      <span>{words}</span>
    </div>
  );
}

// Kept for the record; the messages themselves stand in the thread.
const RECORDS = new Set(['bot_turn', 'agent_replied', 'customer_wrote']);

/** By the message that went out, or by the line of whoever took the waiting reply back. */
const isToldElsewhere = ({ kind, data }: Pick<ThreadEvent, 'kind' | 'data'>): boolean =>
  (kind === 'reply_left' && !data['held']) || (kind === 'not_answered' && data['waiting_reply'] !== undefined);

/** Pages meet at a moment, and both may tell what happened then. */
function shownEvents(events: ThreadEvent[]): ThreadEvent[] {
  const each = new Map(events.map((event) => [event.event_id, event]));
  return [...each.values()]
    .filter((event) => !RECORDS.has(event.kind) && !isToldElsewhere(event))
    .sort((a, b) => Date.parse(a.at) - Date.parse(b.at) || a.event_id - b.event_id);
}
