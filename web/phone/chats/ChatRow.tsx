import { IconBan } from '@tabler/icons-react';
import { Link } from 'react-router';
import { useLive } from '../api/live';
import type { Chat } from '../api/types';
import { Ticks } from '../bubble/Ticks';
import { shortWhen } from '../thread/days';
import { unmarked } from '../text/words';
import { Avatar } from '../ui/Avatar';
import { useNow } from '../ui/now';
import css from './ChatRow.module.css';

export function ChatRow({ chat, waId }: { chat: Chat; waId: string }) {
  const now = useNow();
  const typing = useLive().typing.has(chat.phone_number_id);
  const last = chat.last_message;
  return (
    <Link
      to={`/${waId}/${chat.phone_number_id}`}
      className={css.row}
      data-testid={`chat-${chat.phone_number_id}`}
      data-unread={chat.unread > 0 || undefined}
    >
      <Avatar name={chat.name} size={50} business={!chat.group} picture={chat.group?.picture ?? null} />
      <span className={css.words}>
        <span className={css.line}>
          <span className={css.name}>{chat.name}</span>
          {last && <time className={css.when}>{shortWhen(last.at, now)}</time>}
        </span>
        <span className={css.line}>
          {typing ? (
            <span className={css.typing}>typing…</span>
          ) : (
            <span className={css.text}>
              {last?.from_me && <Ticks status={last.status} />}
              {last?.sender && `${last.sender}: `}
              {last ? unmarked(last.text) : 'Tap to write'}
            </span>
          )}
          {chat.blocked && <IconBan size={16} className={css.blocked} aria-label="Blocked" />}
          {chat.unread > 0 && (
            <span className={css.badge} aria-label={`${chat.unread} unread`}>
              {chat.unread > 99 ? '99+' : chat.unread}
            </span>
          )}
        </span>
      </span>
    </Link>
  );
}
