import type { PhoneMessage } from '../api/types';
import { oneLine } from '../text/words';
import css from './Quote.module.css';

/** The message that is answered, in short. */
export function Quote({ message, business }: { message: PhoneMessage; business: string }) {
  const thumbnail = message.type === 'image' ? message.media?.url : undefined;
  return (
    <span className={css.quote}>
      <span className={css.words}>
        <span className={css.sender}>{message.from_me ? 'You' : (message.sender?.name ?? business)}</span>
        <span className={css.text}>{oneLine(message)}</span>
      </span>
      {thumbnail && <img src={thumbnail} alt="" className={css.thumbnail} />}
    </span>
  );
}
