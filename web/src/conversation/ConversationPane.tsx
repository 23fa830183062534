import { Button, Skeleton } from '@mantine/core';
import { IconMessageOff } from '@tabler/icons-react';
import { useCallback, useEffect, useRef, useState } from 'react';
import { Link } from 'react-router';
import { useSend } from '../api/sending';
import { useConversation } from '../api/queries';
import { codeOf, type ApiError } from '../api/http';
import type { Content, Message } from '../api/types';
import { useMe } from '../session/session';
import { useDeskState } from '../shell/deskState';
import { Empty } from '../ui/Empty';
import { Notice } from '../ui/Notice';
import css from './ConversationPane.module.css';
import { ConversationHeader } from './ConversationHeader';
import { Dock } from './composer/Dock';
import { kept } from './composer/kept';
import { takenBack } from './composer/takenBack';
import { useLooking } from './looking';
import { useReading } from './reading';
import { Thread } from './Thread';

/** What came back to its author: the content, and why it was not sent. */
export interface Refused {
  error: ApiError;
  content: Content;
  replyTo: string | null;
  /** Grows with each refusal, so that the same words refused twice are given back twice. */
  count: number;
}

export type OnRefused = (why: ApiError, content: Content, replyTo: string | null) => void;

/** One conversation: head, thread, and the dock where one answers. */
export function ConversationPane({ id }: { id: string }) {
  const me = useMe();
  const { view, begins } = useDeskState();
  const { data: detail, error, refetch } = useConversation(id);
  const [quoted, setQuoted] = useState<Message | null>(null);
  const quotedLast = useRef<Message | null>(null);
  useEffect(() => {
    if (quoted) quotedLast.current = quoted;
  }, [quoted]);
  const [refused, setRefused] = useState<Refused | null>(null);
  const count = useRef(0);
  const onRefused = useCallback<OnRefused>((why, content, replyTo) => {
    count.current += 1;
    // Kept first: whatever stands at the foot of the thread by now, the words are not lost.
    kept.write(id, takenBack(content, kept.read(id)));
    setRefused({ error: why, content, replyTo, count: count.current });
    if (replyTo) setQuoted(quotedLast.current);
    if (why.code !== 'refused_by_policy') void refetch();
  }, [id, refetch]);
  const sending = useSend(id, me, { onRefused });
  useReading(detail);
  useLooking(id);

  if (!detail && error) {
    const gone = codeOf(error) === 'not_found';
    return (
      <div className={css.middle}>
        {gone ? (
          <Empty icon={IconMessageOff} title="This conversation does not exist">
            <Button component={Link} to={`/?view=${view}`} variant="light" mt={8}>
              Back to the list
            </Button>
          </Empty>
        ) : (
          <Notice tone="red" title={error.message} action={{ label: 'Try again', run: () => void refetch() }} />
        )}
      </div>
    );
  }
  if (!detail) return <Loading />;
  const isStale = refused?.error.code === 'stale_owner';
  return (
    <>
      <ConversationHeader detail={detail} />
      <Thread detail={detail} sending={sending} onQuote={setQuoted} highlightNewest={isStale} />
      <Dock
        key={`${id}:${begins?.count ?? 0}`}
        detail={detail}
        send={sending.send}
        quoted={quoted}
        onQuoteDone={() => setQuoted(null)}
        refused={refused}
        onRefusedDone={() => setRefused(null)}
        onRefused={onRefused}
      />
    </>
  );
}

function Loading() {
  return (
    <div className={css.loading} role="status" aria-label="Loading the conversation">
      {[42, 58, 35, 50].map((width, index) => (
        <Skeleton key={width} height={46} width={`${width}%`} radius={14} ml={index % 2 ? 'auto' : 0} />
      ))}
    </div>
  );
}
