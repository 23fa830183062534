import type { Message } from '../../api/types';
import css from './Quote.module.css';

/** The message that is answered. */
export function Quote({ message, contact }: { message: Message; contact: string }) {
  const who = message.direction === 'in' ? contact || 'Customer' : message.author.kind === 'bot' ? 'Bot' : message.author.name;
  return (
    <blockquote className={css.quote} data-direction={message.direction}>
      <span className={css.who}>{who}</span>
      <span className={css.words} dir="auto">
        {message.text}
      </span>
    </blockquote>
  );
}

/** What is answered is not here: it was deleted, or is older than what was kept. */
export function LostQuote() {
  return (
    <blockquote className={css.quote} data-lost>
      <span className={css.words}>An answer to a message that is not here</span>
    </blockquote>
  );
}
