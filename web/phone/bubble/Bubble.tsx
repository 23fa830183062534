import { memo, useState } from 'react';
import type { PhoneMessage } from '../api/types';
import { timeOf } from '../thread/days';
import type { ThreadItem } from '../thread/merge';
import { oneLine } from '../text/words';
import { toneOf } from '../group/tone';
import { About } from './About';
import css from './Bubble.module.css';
import { BubbleButtons } from './BubbleButtons';
import { CarouselView } from './CarouselView';
import { Contents } from './Contents';
import { FailedNote } from './FailedNote';
import { useLongPress } from './longPress';
import { MessageMenu } from './MessageMenu';
import { Quote } from './Quote';
import { Ticks } from './Ticks';

export interface BubbleActions {
  quote: (message: PhoneMessage) => void;
  react: (message: PhoneMessage, emoji: string) => void;
  openList: (message: PhoneMessage) => void;
  openImage: (message: PhoneMessage) => void;
  answer: (message: PhoneMessage, button: { id: string; title: string; kind?: string }) => void;
  /** A link was tapped; the browser opens it by itself. */
  follow: (message: PhoneMessage, button: { title: string }) => void;
  openShop: (message: PhoneMessage) => void;
  edit: (message: PhoneMessage) => void;
  remove: (message: PhoneMessage) => void;
  retry: (item: ThreadItem) => void;
}

interface Props {
  item: ThreadItem;
  opensGroup: boolean;
  business: string;
  quoted: PhoneMessage | undefined;
  /** What the customer tapped here, if anything: its id, else its title. */
  chosen: string | null;
  blocked: boolean;
  actions: BubbleActions;
}

/** One message, with what hangs on it: quote, buttons, reactions, ticks, its menu. */
export const Bubble = memo(function Bubble({ item, opensGroup, business, quoted, chosen, blocked, actions }: Props) {
  const { message } = item;
  const from = message.from_me ? 'me' : 'business';
  const sender = message.from_me ? 'You' : (message.sender?.name ?? business);
  const reactions = message.reactions ?? [];
  const [menu, setMenu] = useState(false);
  const press = useLongPress(() => setMenu(true));
  return (
    <div className={css.row} data-from={from} data-opens={opensGroup || undefined}>
      <div className={css.stack} data-wide-type={message.type}>
        <article
          className={css.bubble}
          id={message.id}
          data-testid="bubble"
          data-from={from}
          data-status={message.status}
          data-type={message.type}
          {...press}
          aria-label={`${sender}, ${timeOf(message.at)}: ${oneLine(message)}`}
        >
          {opensGroup && !message.from_me && message.sender && (
            <span className={css.sender} data-tone={toneOf(message.sender.wa_id)} data-testid="sender">
              {message.sender.name}
            </span>
          )}
          {quoted && <Quote message={quoted} business={business} />}
          {message.about && <About name={message.about.name} />}
          <Contents message={message} onOpenImage={() => actions.openImage(message)} />
          <CarouselView message={message} chosen={chosen} disabled={blocked} actions={actions} />
          <span className={css.meta}>
            {message.edited && <span>Edited </span>}
            <time>{timeOf(message.at)}</time>
            {message.from_me && <Ticks status={message.status} />}
          </span>
          {!item.failed && !message.deleted && message.status !== 'pending' && (
            <MessageMenu
              message={message}
              opened={menu}
              setOpened={setMenu}
              canAnswer={!blocked}
              onQuote={() => actions.quote(message)}
              onEdit={() => actions.edit(message)}
              onRemove={() => actions.remove(message)}
              onReact={(emoji) => actions.react(message, emoji)}
            />
          )}
        </article>
        {reactions.length > 0 && <Reactions message={message} business={business} />}
        <BubbleButtons message={message} chosen={chosen} disabled={blocked} actions={actions} />
        {item.failed && <FailedNote reason={item.failed.error ?? ''} onRetry={() => actions.retry(item)} />}
      </div>
    </div>
  );
});

function Reactions({ message, business }: { message: PhoneMessage; business: string }) {
  const reactions = message.reactions ?? [];
  const names = reactions.map(({ emoji, from_me, name }) => `${from_me ? 'you' : (name ?? business)} ${emoji}`).join(', ');
  return (
    <span className={css.reactions} role="img" aria-label={`Reactions: ${names}`}>
      {reactions.map(({ emoji }) => emoji).join('')}
      {reactions.length > 1 && <span className={css.count}>{reactions.length}</span>}
    </span>
  );
}
