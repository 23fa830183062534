import { Button } from '@mantine/core';
import { IconAlertTriangle, IconApps, IconDeviceMobile, IconNote, IconRobot } from '@tabler/icons-react';
import { memo } from 'react';
import type { useSend } from '../../api/sending';
import type { Message } from '../../api/types';
import { fullTime, timeOf } from '../../ui/times';
import type { ThreadItem } from '../merge';
import css from './Bubble.module.css';
import { BubbleMenu } from './BubbleMenu';
import { Contents } from './Contents';
import { HeldNote } from './HeldNote';
import { Marks } from './Marks';
import { LostQuote, Quote } from './Quote';
import { RefusedNote } from './RefusedNote';
import { SystemLine } from './SystemBubble';
import { Ticks } from './Ticks';
import { WaitingNote } from './WaitingNote';

interface Props {
  item: ThreadItem;
  opensGroup: boolean;
  contact: string;
  quoted: Message | undefined;
  highlighted: boolean;
  sending: ReturnType<typeof useSend>;
  ownerVersion: number;
  canSend: boolean;
  onQuote: (message: Message) => void;
}

/** One message, with what hangs on it: author, quote, reactions, ticks, and why it did not go out. */
export const Bubble = memo(function Bubble(props: Props) {
  const { item, opensGroup, contact, quoted, highlighted, sending, ownerVersion, canSend, onQuote } = props;
  const { message, local } = item;
  const kind = message.direction === 'note' ? 'note' : message.author.kind;
  const author = authorOf(message, contact);
  if (message.type === 'system') return <SystemLine message={message} />;
  return (
    <div className={css.row} data-kind={kind} data-opens={opensGroup || undefined}>
      <div className={css.stack}>
        {opensGroup && kind !== 'customer' && (
          <span className={css.author}>
            {kind === 'bot' && <IconRobot size={14} stroke={1.8} aria-hidden />}
            {message.context?.way === 'phone_app' && <IconDeviceMobile size={14} stroke={1.8} aria-hidden />}
            {message.context?.way === 'other_app' && <IconApps size={14} stroke={1.8} aria-hidden />}
            {kind === 'note' && <IconNote size={14} stroke={1.8} aria-hidden />}
            {kind === 'note' ? `${author} · only colleagues see this` : author}
          </span>
        )}
        <article
          className={css.bubble}
          data-status={message.status}
          data-type={message.type}
          data-kind={kind}
          data-highlighted={highlighted || undefined}
          data-testid="message-bubble"
          data-direction={message.direction}
          aria-label={`${author}, ${timeOf(message.at)}: ${message.text}`}
        >
          <Marks message={message} />
          {quoted ? <Quote message={quoted} contact={contact} /> : message.reply_to && !message.context?.product && <LostQuote />}
          <Contents message={message} />
          <span className={css.meta}>
            {message.context?.edited_at && !message.context.deleted_at && <span>Edited</span>}
            <time dateTime={message.at} title={fullTime(message.at)}>
              {timeOf(message.at)}
            </time>
            {message.direction === 'out' && <Ticks status={local && !local.error ? 'queued' : message.status} />}
          </span>
          {!message.message_id.startsWith('local:') && message.direction !== 'note' && (
            <BubbleMenu
              message={message}
              canAnswer={canSend && message.platform_id !== null}
              onQuote={() => onQuote(message)}
              onReact={(emoji) => sending.react(message.platform_id!, emoji, ownerVersion)}
            />
          )}
        </article>
        {message.reactions.length > 0 && (
          <span className={css.reactions} role="img" aria-label={`Reactions: ${message.reactions.map((each) => `${each.emoji} from ${each.from === 'agent' ? 'us' : 'the customer'}`).join(', ')}`}>
            {message.reactions.map(({ emoji }) => emoji).join(' ')}
          </span>
        )}
        {!local && <WaitingNote message={message} />}
        {message.held && <HeldNote held={message.held} />}
        {(message.status === 'refused' || (message.status === 'failed' && message.error)) && <RefusedNote message={message} />}
        {local?.error && (
          <span className={css.failed} role="alert" data-testid="send-failed">
            <IconAlertTriangle size={15} aria-hidden />
            <span>{local.error}</span>
            <Button size="compact-xs" variant="light" onClick={() => sending.retry(local)}>
              Try again
            </Button>
            <Button size="compact-xs" variant="subtle" color="gray" onClick={() => sending.discard(local)}>
              Discard
            </Button>
          </span>
        )}
      </div>
    </div>
  );
});

function authorOf({ author, direction, context }: Message, contact: string): string {
  if (context?.way === 'phone_app') return 'Sent from the phone app';
  if (context?.way === 'other_app' && direction === 'out') return 'Sent by another application';
  if (direction === 'in') return contact || 'Customer';
  if (author.kind === 'bot') return 'Bot';
  if (author.kind === 'system') return 'Automatic';
  return author.name || 'Agent';
}
