import { Button } from '@mantine/core';
import { IconMessageOff, IconMessagePause } from '@tabler/icons-react';
import { serverNow, useByClock } from '../../api/clock';
import type { Detail, WaitingReply } from '../../api/types';
import { useDeskState } from '../../shell/deskState';
import { fullTime, timeOf, whenInside } from '../../ui/times';
import { nameOf } from '../../ui/words';
import { asMessage, fitsComposer, whyStopped } from '../waitingReply';
import bubbleCss from './Bubble.module.css';
import { BubbleNote } from './BubbleNote';
import { Contents } from './Contents';
import css from './WaitingReplyBubble.module.css';

/** A reply that the customer has not got: whose words, since when, what lets it out; or why it stays. */
export function WaitingReplyBubble({ detail, reply }: { detail: Detail; reply: WaitingReply }) {
  const message = asMessage(reply);
  const why = useByClock((now) => whyStopped(reply, now));
  const since = useByClock(() => whenInside(reply.written_at, serverNow()));
  const until = useByClock(() => whenInside(reply.until, serverNow()));
  const author = reply.author.name || 'Agent';
  const Glyph = why ? IconMessageOff : IconMessagePause;
  const heading = why ? 'Not sent' : `Waits for ${nameOf(detail.contact)} to write`;
  return (
    <div className={bubbleCss.row} data-kind="agent" data-opens data-testid="waiting-reply" data-stopped={why ? true : undefined}>
      <div className={bubbleCss.stack}>
        <span className={bubbleCss.author}>{author}</span>
        <article className={css.bubble} data-stopped={why ? true : undefined} aria-label={`Reply of ${author} that ${why ? 'stays' : 'waits'}: ${reply.text}`}>
          <Contents message={message} />
          <time className={css.time} dateTime={reply.written_at} title={fullTime(reply.written_at)}>
            {timeOf(reply.written_at)}
          </time>
        </article>
        <BubbleNote tone={why ? 'amber' : 'calm'} icon={Glyph} heading={heading} clause={reply.stopped?.clause}>
          {why ? (
            <p dir="auto">
              {why} {reply.stopped?.next_sentence}
            </p>
          ) : (
            <p>
              Since {since}. If they do not write by {until}, it stays unsent.
            </p>
          )}
          <Ways detail={detail} reply={reply} stopped={why !== ''} />
        </BubbleNote>
      </div>
    </div>
  );
}

/** What whoever has the conversation can do about it. */
function Ways({ detail, reply, stopped }: { detail: Detail; reply: WaitingReply; stopped: boolean }) {
  const { commands } = useDeskState();
  const { desk, moves } = commands;
  const { conversation_id: id } = detail;
  if (!detail.moves.includes('send')) return null;
  const intoComposer = (): void => desk.beginWith(reply.content);
  return (
    <div className={css.ways}>
      {!stopped && fitsComposer(reply) && (
        <Button size="compact-sm" variant="default" onClick={intoComposer} data-testid="waiting-change">
          Change
        </Button>
      )}
      {fitsComposer(reply) && reply.stopped?.why !== 'opted_out' && (
        <Button size="compact-sm" variant="default" loading={moves.busy} onClick={() => moves.withdrawReply(id, intoComposer)} data-testid="waiting-withdraw">
          {stopped ? 'Use the words again' : 'Take back'}
        </Button>
      )}
      {(stopped || !fitsComposer(reply)) && (
        <Button size="compact-sm" variant="subtle" color="gray" loading={moves.busy} onClick={() => moves.withdrawReply(id)} data-testid="waiting-remove">
          {stopped ? 'Remove' : 'Take back'}
        </Button>
      )}
    </div>
  );
}
